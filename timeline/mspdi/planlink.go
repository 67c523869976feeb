package mspdi

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// links takes over the dependencies that the playbook does not have.
func (b *planBuilder) links() {
	known, datable := b.playbookLinks()
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		to, ok := b.ids[t.UID]
		if !ok {
			continue
		}
		for j := range t.Links {
			l := &t.Links[j]
			from, ok := b.ids[l.From]
			switch {
			case known[[2]string{from, to}]:
			case l.CrossProject:
				b.unlinked(t, l, words("forgængeren står i et andet projekt", "the predecessor is in another project"))
			case !ok:
				b.unlinked(t, l, words("forgængeren er en samleopgave eller er ikke læst", "the predecessor is a summary or was not read"))
			case !datable(from) || !datable(to):
				b.unlinked(t, l, words("en løbende opgave har ingen afhængigheder", "a continuous task has no dependencies"))
			default:
				b.link(from, to, l)
			}
		}
	}
}

// playbookLinks returns which tasks wait for which in the playbook, and which
// tasks can wait at all.
func (b *planBuilder) playbookLinks() (known map[[2]string]bool, datable func(id string) bool) {
	nodes, edges := b.plan.Network(b.book)
	known = map[[2]string]bool{}
	for _, e := range edges {
		if !e.Dependency.Soft {
			known[[2]string{nodes[e.From].ID, nodes[e.To].ID}] = true
		}
	}
	undated := map[string]bool{}
	for i := range nodes {
		n := &nodes[i]
		undated[n.ID] = n.Step != nil && n.Step.Effort != nil || n.Milestone != nil && n.Milestone.Kind == drejebog.Horizon
	}
	return known, func(id string) bool { return !undated[id] }
}

func (b *planBuilder) unlinked(t *Task, l *Link, why drejebog.Text) {
	from := drejebog.Both(l.Project)
	if before := b.byUID[l.From]; before != nil {
		from = drejebog.Both(before.Name)
	}
	b.found("DB-605", t, drejebog.Args{"from": from, "why": why})
}

var planTypes = [...]drejebog.LinkType{cpm.FS: drejebog.FS, cpm.SS: drejebog.SS, cpm.FF: drejebog.FF, cpm.SF: drejebog.SF}

// link takes over a dependency. One that the plan has, and that the file does
// not change, keeps its lag in months, which no file can say, and its reason.
func (b *planBuilder) link(from, to string, l *Link) {
	lag := b.planLag(l)
	kind := planTypes[l.Type]
	if own, ok := b.plan.Own[to]; ok {
		for _, had := range b.before[to] {
			if had.Task == from {
				lag = inMonths(had.Lag, lag)
			}
		}
		own.Predecessors = append(own.Predecessors, plan.Predecessor{Task: from, Type: kind, Lag: lag})
		b.plan.Own[to] = own
		return
	}
	edge := plan.Edge{From: from, To: to, Type: kind, Lag: lag, Why: b.edgeWhy()}
	i := slices.IndexFunc(b.plan.Edges, func(e plan.Edge) bool { return e.From == from && e.To == to })
	if i < 0 {
		b.plan.Edges = append(b.plan.Edges, edge)
		return
	}
	had := &b.plan.Edges[i]
	edge.Lag, edge.Why = inMonths(had.Lag, lag), cmp.Or(had.Why, edge.Why)
	*had = edge
}

// inMonths returns a lag of the plan's in months, where the days of the file are
// as many, else the file's.
func inMonths(had, read *drejebog.Lag) *drejebog.Lag {
	if had == nil || read == nil || had.Unit != drejebog.Months || read.Unit != drejebog.CalendarDays {
		return read
	}
	months, days := had.Value, read.Value
	if months < 0 {
		months, days = -months, -days
	}
	if 28*months <= days && days <= 31*months {
		return had
	}
	return read
}

// edgeWhy says where a dependency comes from.
func (b *planBuilder) edgeWhy() string {
	return strings.TrimSpace("Fra " + b.file)
}

// planLag turns a lag into days: working days, or calendar days where it is
// elapsed; nil for none.
func (b *planBuilder) planLag(l *Link) *drejebog.Lag {
	minutes, unit, day := l.Lag, drejebog.Workdays, 10*max(b.project.MinutesPerDay, 1)
	if isElapsed(l.Format) {
		unit, day = drejebog.CalendarDays, 10*minutesPerDay
	}
	if isPercent(l.Format) {
		minutes = 0
		if before := b.byUID[l.From]; before != nil {
			minutes = int(int64(before.Duration.Minutes) * int64(l.Lag) / 10)
		}
	}
	days := nearest(minutes, day)
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
