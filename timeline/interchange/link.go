package interchange

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// links takes over the dependencies that the playbook does not have.
func (b *planBuilder) links() {
	known, datable := b.playbookLinks()
	b.ofSummaries()
	b.room = max(room("edges")-len(b.plan.Dependencies()), 0)
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		to, ok := b.ids[t.UID]
		if !ok {
			continue
		}
		b.at = i
		had := b.ownLinks(t, to)
		for _, l := range b.pair(t, to, had, known) {
			switch from, ok := b.ids[l.From]; {
			case l.CrossProject && !ok:
				b.unlinked(t, l, b.text("interchange/from-other-project", nil))
			case !ok:
				b.unlinked(t, l, b.text("interchange/from-unread", nil))
			case !datable(from) || !datable(to):
				b.unlinked(t, l, b.text("interchange/no-dependencies", nil))
			case b.room == 0:
				b.unlinked(t, l, b.text("interchange/no-room", nil))
			default:
				b.room--
				had = append(had, b.newLink(from, to, l))
			}
		}
		b.setLinks(t, to, had)
	}
}

// playbookLinks returns by which types of link tasks wait for each other in the
// playbook, and which tasks can wait at all.
func (b *planBuilder) playbookLinks() (known map[[2]string][]drejebog.LinkType, datable func(id string) bool) {
	nodes, edges := b.plan.Network(b.book)
	known = map[[2]string][]drejebog.LinkType{}
	for _, e := range edges {
		if !e.Dependency.Soft {
			pair := [2]string{nodes[e.From].ID, nodes[e.To].ID}
			known[pair] = append(known[pair], e.Dependency.Type)
		}
	}
	undated := map[string]bool{}
	for i := range nodes {
		n := &nodes[i]
		undated[n.ID] = n.IsEffort() || n.Milestone != nil && n.Milestone.Kind == drejebog.Horizon
	}
	return known, func(id string) bool { return !undated[id] }
}

func (b *planBuilder) unlinked(t *mspdi.Task, l *mspdi.Link, why lang.Text) {
	from := lang.Both(l.Project)
	if before := b.byUID[l.From]; before != nil {
		from = lang.Both(before.Name)
	}
	b.found("DB-605", t, lang.Args{"from": from, "why": why})
}

var planTypes = [...]drejebog.LinkType{cpm.FS: drejebog.FS, cpm.SS: drejebog.SS, cpm.FF: drejebog.FF, cpm.SF: drejebog.SF}

// ownLink is a dependency of the plan's: one of an own task's predecessors, or
// an edge.
type ownLink struct {
	plan.Edge
	own     bool         // a predecessor
	written *writtenLink // as the file was written; nil: it was not
	found   bool         // the file has it
}

func (l *ownLink) kind() drejebog.LinkType { return max(l.Type, drejebog.FS) }

// ownLinks are the dependencies that the plan has of a task.
func (b *planBuilder) ownLinks(t *mspdi.Task, to string) []ownLink {
	var had []ownLink
	for _, p := range b.plan.Own[to].Predecessors {
		had = append(had, ownLink{Edge: plan.Edge{From: p.Task, Type: p.Type, Lag: p.Lag}, own: true})
	}
	for _, e := range b.plan.Edges {
		if e.To == to {
			had = append(had, ownLink{Edge: e})
		}
	}
	for _, w := range linksAsWritten(t) {
		i := slices.IndexFunc(had, func(l ownLink) bool { return l.written == nil && l.From == w.from && l.kind() == w.kind })
		if i >= 0 {
			had[i].written = &w
		}
	}
	return had
}

// newLink is a dependency that the plan has not got.
func (b *planBuilder) newLink(from, to string, l *mspdi.Link) ownLink {
	out := ownLink{Edge: plan.Edge{From: from, Type: planTypes[l.Type], Lag: b.planLag(l)}, own: plan.IsOwnID(to), found: true}
	if !out.own {
		out.Why = b.edgeWhy()
	}
	return out
}

// pair finds what the links of a task are in the plan, first those that are as
// they were written, then by predecessor and type, then by predecessor alone,
// and changes those that the file changes. It tells whether the playbook's have
// been changed, and returns the links that are neither there nor in the playbook.
func (b *planBuilder) pair(t *mspdi.Task, to string, had []ownLink, known map[[2]string][]drejebog.LinkType) []*mspdi.Link {
	left := make([]*mspdi.Link, len(t.Links))
	for i := range t.Links {
		left[i] = &t.Links[i]
	}
	drop := func(is func(l *mspdi.Link, from string) bool) {
		left = slices.DeleteFunc(left, func(l *mspdi.Link) bool { return is(l, b.ids[l.From]) })
	}
	find := func(is func(l *mspdi.Link, h *ownLink) bool) {
		drop(func(l *mspdi.Link, from string) bool {
			for i := range had {
				if h := &had[i]; !h.found && h.From == from && is(l, h) {
					h.found = true
					return true
				}
			}
			return false
		})
	}
	var playbooks []writtenLink
	find(func(l *mspdi.Link, h *ownLink) bool { return h.written != nil && *h.written == linkOf(h.From, l) })
	drop(func(l *mspdi.Link, from string) bool {
		is := slices.Contains(known[[2]string{from, to}], planTypes[l.Type])
		if is {
			playbooks = append(playbooks, linkOf(from, l))
		}
		return is
	})
	find(func(l *mspdi.Link, h *ownLink) bool {
		same := h.kind() == planTypes[l.Type]
		if same {
			b.setLag(h, l)
		}
		return same
	})
	find(func(l *mspdi.Link, h *ownLink) bool {
		h.Type = planTypes[l.Type]
		b.setLag(h, l)
		return true
	})
	drop(func(l *mspdi.Link, from string) bool {
		is := known[[2]string{from, to}] != nil
		if is {
			playbooks = append(playbooks, linkOf(from, l))
		}
		return is
	})
	if was, ok := asWritten(t); ok && !b.afresh && was.links != digest(playbooks) {
		b.found("DB-615", t, lang.Args{})
	}
	return left
}

// setLag gives a dependency the lag of the file, if it is another.
func (b *planBuilder) setLag(h *ownLink, l *mspdi.Link) {
	lag := b.planLag(l)
	if lag == nil || h.Lag == nil || *lag != *h.Lag {
		h.Lag = lag
	}
}

// setLinks puts the dependencies of a task back into the plan, each in its place,
// without those that the file no longer has.
func (b *planBuilder) setLinks(t *mspdi.Task, to string, had []ownLink) {
	if len(had) == 0 {
		return
	}
	var predecessors []plan.Predecessor
	var edges []plan.Edge
	for i := range had {
		switch h := &had[i]; {
		case h.own && !b.gone(t, h):
			predecessors = append(predecessors, plan.Predecessor{Task: h.From, Type: h.Type, Lag: h.Lag})
		case !h.own:
			h.To = ""
			if !b.gone(t, h) {
				h.To = to
			}
			edges = append(edges, h.Edge)
		}
	}
	if own, ok := b.plan.Own[to]; ok {
		own.Predecessors = predecessors
		b.plan.Own[to] = own
	}
	next := 0
	for i := range b.plan.Edges {
		if b.plan.Edges[i].To == to {
			b.plan.Edges[i] = edges[next]
			next++
		}
	}
	b.plan.Edges = append(b.plan.Edges, edges[next:]...)
	b.plan.Edges = slices.DeleteFunc(b.plan.Edges, func(e plan.Edge) bool { return e.To == "" })
}

// gone reports whether a dependency of the plan's has been deleted in the file.
// A program that holds one link between two tasks has not deleted the others.
// A file that FromSchedule did not write has all that an own task waits for.
func (b *planBuilder) gone(t *mspdi.Task, h *ownLink) bool {
	if _, ours := asWritten(t); !ours {
		return h.own && !h.found
	}
	if h.found || h.written == nil || !b.isTaken(h.From) {
		return false
	}
	return !slices.ContainsFunc(t.Links, func(l mspdi.Link) bool { return b.ids[l.From] == h.From })
}

// edgeWhy says where a dependency comes from.
func (b *planBuilder) edgeWhy() string {
	return strings.TrimSpace("Fra " + b.file)
}

// planLag turns a lag into days: working days, or calendar days where it is
// elapsed; nil for none.
func (b *planBuilder) planLag(l *mspdi.Link) *drejebog.Lag {
	minutes, unit, day := l.Lag, drejebog.Workdays, 10*max(b.project.MinutesPerDay, 1)
	if l.Elapsed() {
		unit, day = drejebog.CalendarDays, 10*minutesPerDay
	}
	if l.Format == mspdi.FormatMinutes+1 && (l.Lag+overnight)%day == 0 {
		minutes += overnight // as a schedule is written: from the morning to the evening before
	}
	if l.Percent() {
		minutes = 0
		if before := b.byUID[l.From]; before != nil {
			minutes = int(int64(before.Duration.Minutes) * int64(l.Lag) / 10)
		}
	}
	days := nearest(minutes, day)
	if b.startsItsDay(l) && unit == drejebog.Workdays {
		days--
	}
	if least, most := bounds("edges.lag"); days < least || days > most {
		b.out.leave(b.text("interchange/lag-too-long", lang.Args{"most": lang.Whole(most)}), "LinkLag", b.at)
		return nil
	}
	if days == 0 {
		return nil
	}
	return &drejebog.Lag{Value: days, Unit: unit}
}

// nearest divides and rounds to the nearest whole, halves away from zero.
func nearest(n, by int) int {
	if n < 0 {
		return -nearest(-n, by)
	}
	return (n + by/2) / by
}
