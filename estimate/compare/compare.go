package compare

import (
	"cmp"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
)

// Comparison is what new money two estimates of a kommune do not put into the same years.
type Comparison struct {
	Before, After *estimate.Estimate

	Years []Change // what a project has in a year, by project and year; only where it differs
	Moves []Move   // by project, then by the years
}

// Change is the new money of a project in a year.
type Change struct {
	Project       string // id, or "" for the kommune as such
	Year          int    // or estimate.Undated
	Before, After drejebog.Kroner
}

// Move is new money of a project that stands in another budget year than before.
type Move struct {
	Project  string // id, or "" for the kommune as such
	From, To int    // budget years, or estimate.Undated
	Money    drejebog.Kroner
}

// Estimates returns what is different after. Both are of one price level. With an
// estimate that was not computed nothing is compared.
func Estimates(before, after *estimate.Estimate) *Comparison {
	c := &Comparison{Before: before, After: after}
	if before == nil || after == nil || before.Schedule() == nil || after.Schedule() == nil {
		return c
	}
	was, now := newMoney(before, ofProject), newMoney(after, ofProject)
	for _, at := range c.keys(was, now) {
		for _, year := range years(was[at], now[at]) {
			if b, a := was[at][year], now[at][year]; b.Cmp(a) != 0 {
				c.Years = append(c.Years, Change{at.project, year, b, a})
			}
		}
	}
	c.moves(newMoney(before, ofLine), newMoney(after, ofLine))
	return c
}

// Empty reports whether nothing differs.
func (c *Comparison) Empty() bool { return len(c.Years) == 0 && len(c.Moves) == 0 }

// key names what the money is of: a project, or one line of it.
type key struct {
	project, task, role string
	kind                estimate.Kind
}

func ofProject(c *estimate.Cell) key { return key{project: c.Project} }

func ofLine(c *estimate.Cell) key { return key{c.Project, c.Task, c.Role, c.Kind} }

// byYear is money by budget year.
type byYear map[int]drejebog.Kroner

func newMoney(e *estimate.Estimate, of func(*estimate.Cell) key) map[key]byYear {
	sums := map[key]byYear{}
	for i := range e.Cells {
		c := &e.Cells[i]
		if !c.Kind.NewMoney() {
			continue
		}
		if sums[of(c)] == nil {
			sums[of(c)] = byYear{}
		}
		sums[of(c)][c.Year] = sums[of(c)][c.Year].Add(c.Likely)
	}
	return sums
}

// moves finds the money that goes from one year to another: of each line what the first
// year that loses some has less goes to the first that gains some, and so on. What a
// line grows or shrinks by moves nowhere.
func (c *Comparison) moves(was, now map[key]byYear) {
	type move struct {
		project  string
		from, to int
	}
	moved := map[move]drejebog.Kroner{}
	for at, before := range was {
		after := now[at]
		if after == nil {
			continue
		}
		list := years(before, after)
		for _, from := range list {
			for _, to := range list {
				less, more := before[from].Sub(after[from]), after[to].Sub(before[to])
				if less.Sign() <= 0 || more.Sign() <= 0 {
					continue
				}
				if more.Cmp(less) < 0 {
					less = more
				}
				before[from], before[to] = before[from].Sub(less), before[to].Add(less)
				key := move{at.project, from, to}
				moved[key] = moved[key].Add(less)
			}
		}
	}
	for m, money := range moved {
		c.Moves = append(c.Moves, Move{m.project, m.from, m.to, money})
	}
	slices.SortFunc(c.Moves, func(a, b Move) int {
		return cmp.Or(cmp.Compare(c.place(a.Project), c.place(b.Project)), cmp.Compare(last(a.From), last(b.From)), cmp.Compare(last(a.To), last(b.To)))
	})
}

// keys are those of both, by the playbook's order of projects.
func (c *Comparison) keys(was, now map[key]byYear) []key {
	all := maps.Clone(was)
	maps.Copy(all, now)
	return slices.SortedFunc(maps.Keys(all), func(a, b key) int {
		return cmp.Or(cmp.Compare(c.place(a.project), c.place(b.project)), cmp.Compare(a.project, b.project))
	})
}

// place is a project's in the playbook; the kommune as such stands last.
func (c *Comparison) place(project string) int {
	projects := c.After.Schedule().Book.Projects
	for i := range projects {
		if projects[i].ID == project {
			return i
		}
	}
	return len(projects)
}

// years are those of both, oldest first and undated last.
func years(was, now byYear) []int {
	all := maps.Clone(was)
	if all == nil {
		all = byYear{}
	}
	maps.Copy(all, now)
	return slices.SortedFunc(maps.Keys(all), func(a, b int) int { return cmp.Compare(last(a), last(b)) })
}

// last puts what has no year behind every year.
func last(year int) int {
	if year == estimate.Undated {
		return 1 << 20
	}
	return year
}
