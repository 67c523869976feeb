package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// addLink takes an edge to the engine unless it is soft or an end is not
// there.
func (n *Model) addLink(edge drejebog.Edge) {
	from, to := n.activity[edge.From], n.activity[edge.To]
	switch {
	case from < 0 || to < 0 || n.withoutPurchase(edge):
		return
	case edge.Dependency.Soft:
		n.Helps = append(n.Helps, edge)
		return
	}
	n.Edges = append(n.Edges, edge)
	n.problem.Links = append(n.problem.Links, cpm.Link{
		From: from, To: to, Type: linkTypes[edge.Dependency.Type], Lag: lagOf(n.Lag(&edge)),
	})
}

// withoutPurchase reports whether an edge has a step wait for the money of a budget
// year that the plan has not got to do: where nothing is bought, nothing is granted.
func (n *Model) withoutPurchase(edge drejebog.Edge) bool {
	from := n.Nodes[edge.From].Milestone
	return from != nil && from.Kind == drejebog.BudgetYearBegins && n.Facts[n.Nodes[edge.To].ID].NotRelevant != nil
}

// Lag is the distance of an edge. A deliverable comes at the beginning of its
// day, and what finishes with it does at the end of that day.
func (n *Model) Lag(edge *drejebog.Edge) drejebog.Lag {
	d, m := edge.Dependency, n.Nodes[edge.From].Milestone
	if m != nil && m.Kind == drejebog.Deliverable && d.Type == drejebog.FF && n.Nodes[edge.To].Step != nil && d.Lag == (drejebog.Lag{}) {
		return drejebog.Lag{Value: 1, Unit: drejebog.CalendarDays}
	}
	return d.Lag
}

var linkTypes = [...]cpm.LinkType{drejebog.FS: cpm.FS, drejebog.SS: cpm.SS, drejebog.FF: cpm.FF, drejebog.SF: cpm.SF}

func lagOf(lag drejebog.Lag) cpm.Lag {
	value := int32(lag.Value)
	switch {
	case lag.Unit == drejebog.Months && lag.From == drejebog.FromSuccessor:
		return cpm.Lag{Value: value, Unit: cpm.MonthsFromSuccessor}
	case lag.Unit == drejebog.Months:
		return cpm.Lag{Value: value, Unit: cpm.MonthsFromPredecessor}
	case lag.Unit == drejebog.CalendarDays:
		return cpm.Lag{Value: value, Unit: cpm.Elapsed}
	case lag.Unit == drejebog.Workdays:
		return cpm.Lag{Value: value, Unit: cpm.WorkOfCalendar, Calendar: workingDays}
	}
	return cpm.Lag{}
}
