package sheets

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/table"
)

// maxInterfaces bounds the interfaces of one system.
const maxInterfaces = 10_000

// systemStates are the columns of KITOS that say whether a system is in use.
var systemStates = []string{"active", "byDates", "byLifeCycle", "lifeCycle"}

// system counts a row of systems that are in use.
func (r *reader) system(row table.Record) {
	if !r.hasSubject(row, "name") {
		return
	}
	used := row.Yes("status")
	if used != nil && !*used || slices.ContainsFunc(systemStates, func(key string) bool { return r.saysUnused(row.Text(key)) }) {
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

// saysUnused reports whether a state of KITOS is one of a system that is not in use.
func (r *reader) saysUnused(state string) bool {
	unused := table.Named(r.book.Words, "not-in-use", "state")
	return slices.ContainsFunc(append(unused.Also, unused.DA, unused.EN), func(word string) bool { return strings.EqualFold(word, state) })
}

// driver sets a number of the plan, where the playbook has it.
func (r *reader) driver(id string, n int) {
	if r.book.Driver(id) != nil {
		put(&r.plan.Drivers, id, n)
	}
}
