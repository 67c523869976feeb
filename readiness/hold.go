package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// hold is what keeps a gate ahead from its last day by the schedule. The zero
// value says that nothing does.
type hold struct {
	by holder
	id string // of the task or the deliverable that the delay begins with
}

// holder says whose delay it is.
type holder uint8

const (
	holdNone    holder = iota
	holdPlan           // the plan's own dates
	holdParty          // what somebody else delivers late
	holdSilence        // nothing but that the plan is silent on what should have been done, or delivered
)

// holdOf finds what keeps a gate from its last day: it walks the chain behind
// its date back to where the delay begins.
func (a *assessor) holdOf(g *Gate) hold {
	if !g.Ahead() || g.due == nil || !g.Expected.Known() || g.Expected.Date <= *g.due {
		return hold{}
	}
	id := g.Milestone
	for range len(a.tasks) + len(a.milestones) {
		var next string
		switch t, m := a.tasks[id], a.milestones[id]; {
		case t != nil:
			next = t.Driver
		case m.Milestone.Kind == drejebog.Deliverable && m.Milestone.Actor != "kommune":
			if by := a.owed(m); by != holdNone {
				return hold{by, id}
			}
			next = m.Driver
		default:
			next = m.Driver
		}
		if a.tasks[next] == nil && a.milestones[next] == nil {
			break
		}
		id = next
	}
	if a.tasks[id] != nil && a.tasks[id].Driver == driver.PlanID && !a.says(id) { // it is put off to the data date
		return hold{holdSilence, id}
	}
	return hold{holdPlan, id}
}

// owed says whether a deliverable of somebody else's delays what waits for it:
// it comes late, or the plan is silent on one that should have come.
func (a *assessor) owed(m *timeline.Milestone) holder {
	promised, delivered := a.Owed(m)
	last := promised
	if m.Deadline != nil {
		last = m.Deadline
	}
	switch {
	case delivered != nil && (last == nil || *delivered <= *last):
		return holdNone
	case delivered == nil && a.Plan.Deliverables[m.ID] == plan.Deliverable{}:
		return holdSilence
	}
	return holdParty
}
