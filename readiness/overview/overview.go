package overview

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness"
)

// Overview is many kommuner side by side: each with each project and category,
// who is behind, and what a slip does to those in later waves.
type Overview struct {
	Book   *drejebog.Playbook // whose words tell it
	Rows   []Row              // those with local data first, the one furthest behind first; the others by name
	Delays []Delay            // as Propagate gives them
}

// Row is one kommune.
type Row struct {
	*readiness.Assessment
	Rank    int      // from 1, the one furthest behind; 0 without local data
	Behind  []string // ids of the projects that it is behind with; empty without local data
	Network []string // codes of the other kommuner in its network of neighbours (7.1.6), those among the rows that are not behind first
}

// Local returns the rows with local data, which stand first.
func (o *Overview) Local() []Row {
	for i := range o.Rows {
		if !o.Rows[i].Local {
			return o.Rows[:i]
		}
	}
	return o.Rows
}

// Broken reports whether any kommune with local data is behind, as
// Assessment.Broken says, or any plan or list has an error.
func (o *Overview) Broken() bool {
	return slices.ContainsFunc(o.Rows, func(r Row) bool { return r.Local && r.Broken() || drejebog.HasFault(r.Findings) })
}

// New puts kommuner side by side. A kommune without local data is not
// ranked: what there is of it is the playbook's dates.
func New(book *drejebog.Playbook, all []*readiness.Assessment) *Overview {
	o := &Overview{Book: book, Delays: Propagate(all)}
	behind := map[string]int{}
	for _, a := range all {
		row := Row{Assessment: a}
		for i := range a.Projects {
			if p := &a.Projects[i]; a.Local && p.Behind() {
				row.Behind = append(row.Behind, p.ID)
			}
		}
		behind[a.Kommune.Code] = len(row.Behind) + 1
		o.Rows = append(o.Rows, row)
	}
	for i := range o.Rows {
		row := &o.Rows[i]
		row.Network = row.Neighbours()
		slices.SortStableFunc(row.Network, func(x, y string) int { return cmp.Compare(asked(behind[x]), asked(behind[y])) })
	}
	order := lang.NewOrder()
	slices.SortStableFunc(o.Rows, func(x, y Row) int {
		return cmp.Or(compareRows(&x, &y), order.Compare(x.Kommune.Name, y.Kommune.Name), cmp.Compare(x.Kommune.Code, y.Kommune.Code))
	})
	for i := range o.Local() {
		o.Rows[i].Rank = i + 1
	}
	return o
}

// asked puts who is among the rows and not behind before who is behind, and
// who is not among the rows last.
func asked(behind int) int {
	if behind == 0 {
		return 1 << 20
	}
	return behind
}

// compareRows puts those with local data first: more projects behind before
// fewer, less confirmed before more.
func compareRows(x, y *Row) int {
	switch {
	case x.Local && !y.Local:
		return -1
	case y.Local && !x.Local:
		return 1
	case !x.Local:
		return 0
	}
	return cmp.Or(-cmp.Compare(len(x.Behind), len(y.Behind)), cmp.Compare(confirmed(x.Assessment), confirmed(y.Assessment)))
}

// confirmed is the share of all requirements that is confirmed, in
// ten-thousandths.
func confirmed(a *readiness.Assessment) int {
	shares, applies := 0, 0
	for i := range a.Projects {
		for j := range a.Projects[i].Items {
			if item := &a.Projects[i].Items[j]; item.Applies() {
				shares, applies = shares+item.Share, applies+1
			}
		}
	}
	if applies == 0 {
		return 0
	}
	return shares / applies
}
