package sheets

import "github.com/drejebog/monopolbrud/drejebog/table"

// maxInterfaces bounds the interfaces of one system.
const maxInterfaces = 10_000

// system counts a row of systems that are in use.
func (r *reader) system(row table.Record) {
	used := row.Yes("status")
	if row.Text("name") == "" || used != nil && !*used {
		return
	}
	r.counts["systems"]++
	if shows := row.Yes("showsInSAPA"); shows != nil && *shows {
		r.counts["case-systems"]++
	}
	if n := row.Whole("interfaces", 0, maxInterfaces); n != nil {
		r.counts["interfaces"] += *n
	}
}

// driver sets a number of the plan, where the playbook has it.
func (r *reader) driver(id string, n int) {
	if r.book.Driver(id) != nil {
		put(&r.plan.Drivers, id, n)
	}
}
