package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// IsContradicted reports whether an edge joins milestones of two projects that the plan
// puts on days which the edge does not allow. Those of one project are held against each
// other when the plan is checked.
func (s *Solution) IsContradicted(edge int) bool {
	e := &s.Edges[edge]
	from, to := &s.Nodes[e.From], &s.Nodes[e.To]
	if from.Project == to.Project || !s.isPut(from) || !s.isPut(to) {
		return false
	}
	return s.lagged(e) > s.dates[e.To].EarlyStart
}

// isPut reports whether the plan gives a milestone a day that no work moves.
func (s *Solution) isPut(node *drejebog.Node) bool {
	return Stands(node) && s.isGiven(node.ID) && !s.unknown[node.ID]
}

// lagged is the earliest instant that an edge allows what follows a milestone.
func (s *Solution) lagged(e *drejebog.Edge) cpm.Instant {
	at, lag := s.dates[e.From].EarlyFinish, s.Lag(e)
	switch lag.Unit {
	case drejebog.Months:
		return cpm.Instant(drejebog.AddMonths(date.Date(at), lag.Value))
	case drejebog.Workdays:
		return s.graph.Calendar(workingDays).Add(at, cpm.Work(lag.Value))
	}
	return at + cpm.Instant(lag.Value)
}
