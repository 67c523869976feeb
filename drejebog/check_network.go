package drejebog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/internal/join"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

func (c *checker) milestones() {
	for i := range c.book.Milestones {
		m := &c.book.Milestones[i]
		path := fmt.Sprintf("milestones[%d]", i)
		c.provenance(milestonesFile, path, m.Provenance)
		c.scopeIDs(milestonesFile, path, m.Projects, m.Systems)
		c.known(milestonesFile, path+".actor", strict.Part{Kind: "seeds/a-party"}, m.Actor, c.partyIDs())
		for _, node := range c.book.spread(m.ID, m.Scope, m.Projects, m.Systems, Local{}) {
			c.unique(milestonesFile, path+".id", "milestones", node.ID)
		}
		if m.Promised != nil {
			c.provenance(milestonesFile, path+".promised", m.Promised.Provenance)
		}
		for j, promise := range m.Earlier {
			c.provenance(milestonesFile, fmt.Sprintf("%s.earlier[%d]", path, j), promise.Provenance)
		}
		if m.Delivered != nil {
			c.provenance(milestonesFile, path+".delivered", m.Delivered.Provenance)
		}
		if m.Target != nil {
			c.target(milestonesFile, path+".target", m.Target)
		}
		if m.Holds != nil {
			c.within(milestonesFile, path+".holds.months", m.Holds.Months, 1, longest)
		}
		if m.Offset != nil {
			c.known(milestonesFile, path+".offset.milestone", strict.Part{Kind: "seeds/a-milestone"}, m.Offset.Milestone, c.ids)
			c.within(milestonesFile, path+".offset.months", m.Offset.Months, -longest, longest)
			c.within(milestonesFile, path+".offset.days", m.Offset.Days, -longest, longest)
			c.countedAs(milestonesFile, path+".offset", m.Offset.Length, max(m.Offset.Days, -m.Offset.Days))
			for j, id := range m.Offset.After {
				c.known(milestonesFile, strict.Index(path+".offset.after", j), strict.Part{Kind: "seeds/a-milestone"}, id, c.ids)
			}
			c.span(milestonesFile, path+".offset.span", m.Offset.Span, m.Offset.Months)
		}
	}
}

func (c *checker) dependencies() {
	nodes := slices.Clip(c.ids)
	effort := map[string]bool{}
	for i := range c.book.Activities {
		a := &c.book.Activities[i]
		for j := range a.Steps {
			effort[a.StepID(&a.Steps[j])] = a.Steps[j].Effort != nil
		}
	}
	addOn := map[string]bool{}
	for i := range c.book.Activities {
		a := &c.book.Activities[i]
		for j := range a.Steps {
			if scope, _, _ := a.ScopeOf(&a.Steps[j]); scope == PerAddOn {
				addOn[a.StepID(&a.Steps[j])] = true
				nodes = append(nodes, a.StepID(&a.Steps[j]))
			}
		}
	}
	for i := range c.book.Dependencies {
		d := &c.book.Dependencies[i]
		path := fmt.Sprintf("dependencies[%d]", i)
		c.provenance(dependenciesFile, path, d.Provenance)
		for _, end := range []struct{ key, id string }{{"from", d.From}, {"to", d.To}} {
			c.known(dependenciesFile, path+"."+end.key, strict.Part{Kind: "seeds/step-or-milestone-id"}, end.id, nodes)
			base, _, _ := strings.Cut(end.id, "@")
			if effort[base] {
				c.fault(dependenciesFile, path+"."+end.key, end.id, strict.Part{Kind: "seeds/with-duration"})
			}
		}
		c.within(dependenciesFile, path+".lag.value", d.Lag.Value, 0, longest)
		c.countedAs(dependenciesFile, path+".lag", d.Length, d.Lag.Value)
		c.span(dependenciesFile, path+".span", d.Span, d.Lag.Value)
		c.asOffset(path, d)
		c.unique(dependenciesFile, path, "dependencies", d.From+" "+d.To+" "+d.Type.String())
	}
}

// asOffset faults an edge that keeps another distance, in months, than its
// milestone is counted back from the one that waits for it: the two tell one fact.
func (c *checker) asOffset(path string, d *Dependency) {
	m := find(c.book.Milestones, func(m *Milestone) bool { return m.ID == d.From && m.Offset != nil && m.Offset.Milestone == d.To })
	if m != nil && m.Offset.Months < 0 && d.Lag != (Lag{Value: -m.Offset.Months, Unit: Months, From: d.Lag.From}) {
		c.fault(dependenciesFile, path+".lag.value", d.Lag.Value, strict.Part{Kind: "seeds/lag-of-offset", Values: map[string]any{"n": -m.Offset.Months}})
	}
}

// longest bounds lags, offsets and durations, whatever their unit, so that
// counting days from a damaged one ends: eight years of working days.
const longest = 2_000

// within faults a number outside its bounds, both inclusive.
func (c *checker) within(file, path string, n, least, most int) {
	if n < least || n > most {
		c.fault(file, path, fmt.Sprint(n), strict.Part{Kind: "seeds/a-number", Values: map[string]any{"least": least, "most": most}})
	}
}

// network checks that the edges make no cycle and that each can hold in the
// printed windows.
func (c *checker) network() {
	nodes, edges := c.book.Network()
	row := map[*Dependency]int{}
	for i := range c.book.Dependencies {
		row[&c.book.Dependencies[i]] = i
	}
	if ring := cycle(edges); ring != nil {
		ids := make([]string, len(ring))
		for i, n := range ring {
			ids[i] = nodes[n].ID
		}
		ids = append(ids, ids[0])
		c.fault(dependenciesFile, fmt.Sprintf("dependencies[%d]", lastIn(ring, edges, row)), strings.Join(ids, " → "), strict.Part{Kind: "seeds/no-cycle"})
	}
	impossible := map[*Dependency]bool{}
	for _, edge := range edges {
		from, to := &nodes[edge.From], &nodes[edge.To]
		if !impossible[edge.Dependency] && c.book.Fit(from, to, edge.Dependency) == Impossible {
			impossible[edge.Dependency] = true
			c.fault(dependenciesFile, fmt.Sprintf("dependencies[%d]", row[edge.Dependency]), from.ID+" → "+to.ID,
				strict.Part{Kind: "seeds/possible-edge"})
		}
	}
}

// lastIn returns the last row of the file whose edge lies on a cycle: the one
// most likely to have been written without the others in mind.
func lastIn(cycle []int, edges []Edge, row map[*Dependency]int) int {
	last := 0
	for _, e := range edges {
		if i := slices.Index(cycle, e.From); i >= 0 && cycle[(i+1)%len(cycle)] == e.To {
			last = max(last, row[e.Dependency])
		}
	}
	return last
}

// cycle returns a ring, if there is any: the shortest that the first edge on one closes.
func cycle(edges []Edge) []int {
	after := map[int][]int{}
	for _, e := range edges {
		after[e.From] = append(after[e.From], e.To)
	}
	knotted := join.Knotted(after)
	for _, e := range edges {
		if knotted[e.From] {
			if ring := join.Way(after, e.To, e.From); ring != nil {
				return ring
			}
		}
	}
	return nil
}
