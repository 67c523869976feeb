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
	unused := table.Named(r.book.Words, "not-in-use", "state")
	if used != nil && !*used || slices.ContainsFunc(systemStates, func(key string) bool { return isSaid(&unused, row.Text(key)) }) {
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

// isSaid reports whether what KITOS says is one of its words for a state.
func isSaid(words *table.Name, said string) bool {
	return slices.ContainsFunc(slices.Concat(words.Also, []string{words.DA, words.EN}), func(word string) bool { return strings.EqualFold(word, said) })
}

// driver sets a number of the plan, where the playbook has it.
func (r *reader) driver(id string, n int) {
	if r.book.Driver(id) != nil {
		put(&r.plan.Drivers, id, n)
	}
}
