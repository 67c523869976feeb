package compare

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// Update is what the editions since an earlier one change for a kommune's
// plan.
type Update struct {
	Before, After *timeline.Schedule // as the earlier edition and as today's has it
	Changes       []EditionChange    // in the playbook's order
	Moved         []TaskChange       // tasks of both whose dates differ, in After's order
}

// EditionChange is one thing that came or changed, with what it touches.
type EditionChange struct {
	drejebog.Difference
	Planned []Touched `json:"planned"` // tasks and deliverables that the plan says something of
	Fresh   []Touched `json:"new"`     // tasks that are new and that the plan is silent on
	Own     []Touched `json:"own"`     // own tasks that wait for one of these, or that one of these waits for
}

// Touched is a task, or a deliverable, that a change touches.
type Touched struct {
	ID     string        `json:"id" form:"set"`
	Name   lang.Text     `json:"name" form:"set"`
	Start  timeline.When `json:"start"`
	Finish timeline.When `json:"finish"`
	Note   string        `json:"note"` // of the plan
}

// Since tells what has come since an edition of the playbook and which
// of the plan's tasks, dates and notes it touches. What was known is bounded
// by the plan's as-of. The error is that of timeline.Compute, or says that there is no
// such edition.
func Since(book *drejebog.Playbook, p *plan.Plan, edition string) (*Update, error) {
	after, err := timeline.Compute(book, p)
	if err != nil {
		return nil, err
	}
	old, err := book.At(edition)
	if err != nil {
		return nil, err
	}
	earlier := *p
	earlier.AsOf = nil
	before, err := timeline.Compute(old, &earlier)
	if err != nil {
		return nil, err
	}
	u := &Update{Before: before, After: after}
	for _, d := range drejebog.Briefly(drejebog.Diff(old, after.Book)) {
		u.Changes = append(u.Changes, u.change(d))
	}
	for _, t := range Schedules(before, after).Tasks {
		if t.Before != nil && t.After != nil && !u.waitedForNothing(t.ID) &&
			(t.Before.Start != t.After.Start || t.Before.Finish != t.After.Finish) {
			u.Moved = append(u.Moved, t)
		}
	}
	return u, nil
}

// waitedForNothing reports whether a task waits, by the plan, for what the
// earlier edition did not have: its earlier date means nothing then.
func (u *Update) waitedForNothing(id string) bool {
	return slices.ContainsFunc(u.After.Plan.Dependencies(), func(e plan.Edge) bool {
		return e.To == id && u.Before.Task(e.From) == nil && u.Before.Milestone(e.From) == nil
	})
}

// change finds what a difference touches.
func (u *Update) change(d drejebog.Difference) EditionChange {
	c := EditionChange{Difference: d}
	var about []string
	for i := range u.After.Tasks {
		t := &u.After.Tasks[i]
		if !isAbout(d, &t.Node) {
			continue
		}
		about = append(about, t.ID)
		facts, planned := u.After.Plan.Tasks[t.ID]
		touched := Touched{t.ID, u.After.Label(&t.Node), t.Start, t.Finish, facts.Note}
		switch {
		case planned:
			c.Planned = append(c.Planned, touched)
		case u.Before.Task(t.ID) == nil:
			c.Fresh = append(c.Fresh, touched)
		}
	}
	for i := range u.After.Milestones {
		m := &u.After.Milestones[i]
		if said, ok := u.After.Plan.Deliverables[m.ID]; ok && isAbout(d, &m.Node) {
			about = append(about, m.ID)
			c.Planned = append(c.Planned, Touched{m.ID, u.After.Label(&m.Node), m.Date, m.Date, said.Note})
		}
	}
	c.Own = u.own(about)
	return c
}

// isAbout reports whether a difference is about a step or milestone.
func isAbout(d drejebog.Difference, node *drejebog.Node) bool {
	switch d.Kind {
	case drejebog.ActivityAdded, drejebog.ActivityChanged, drejebog.ActivityClosed, drejebog.AddendumAdded:
		return node.Activity != nil && node.Activity.ID == d.ID
	case drejebog.WindowAdded:
		if node.Step == nil {
			return false
		}
		window := node.Activity.WindowOf(node.Step)
		return window != nil && window.ID == d.ID
	case drejebog.StepAdded, drejebog.DeliverableReceived:
		return node.Base() == d.ID
	}
	return false // a case is an example
}

// own returns the plan's own tasks that an edge joins with one of the ids.
func (u *Update) own(ids []string) []Touched {
	var list []Touched
	for _, edge := range u.After.Plan.Dependencies() {
		for _, end := range [][2]string{{edge.From, edge.To}, {edge.To, edge.From}} {
			t := u.After.Task(end[1])
			_, own := u.After.Plan.Own[end[1]]
			if t == nil || !own || !slices.Contains(ids, end[0]) ||
				slices.ContainsFunc(list, func(o Touched) bool { return o.ID == t.ID }) {
				continue
			}
			list = append(list, Touched{t.ID, u.After.Label(&t.Node), t.Start, t.Finish, u.After.Plan.Own[t.ID].Note})
		}
	}
	return list
}

// Touches returns how many of the plan's entries the changes touch, each
// counted once, and how many new tasks it is silent on.
func (u *Update) Touches() (planned, fresh int) {
	if u == nil {
		return 0, 0
	}
	said, silent := map[string]bool{}, map[string]bool{}
	for i := range u.Changes {
		c := &u.Changes[i]
		for _, t := range slices.Concat(c.Planned, c.Own) {
			said[t.ID] = true
		}
		for _, t := range c.Fresh {
			silent[t.ID] = true
		}
	}
	return len(said), len(silent)
}
