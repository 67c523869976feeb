package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// IsContradicted reports whether an edge joins milestones of two projects that stand on
// days which the edge does not allow, one of them at least, or the edge, by the plan's word; and whether
// both days are, for certain. Those of one project are held against each other when the plan is checked.
func (s *Solution) IsContradicted(edge int) (contradicted, surely bool) {
	e := &s.Edges[edge]
	from, to := &s.Nodes[e.From], &s.Nodes[e.To]
	own := e.Dependency.Section == ""
	put, putToo := s.isGiven(from.ID), s.isGiven(to.ID)
	if from.Project == to.Project || !own && !put && !putToo || !s.isDatedStand(e.From) || !s.isDatedStand(e.To) {
		return false, false
	}
	surely = put && putToo && !s.meanwhile[from.ID] && !s.meanwhile[to.ID]
	return s.lagged(e) > s.dates[e.To].EarlyStart, surely
}

// isDatedStand reports whether a node is a day that no work moves and that somebody has
// given.
func (s *Solution) isDatedStand(i int) bool {
	return Stands(&s.Nodes[i]) && s.hangs[i] == "" && s.Fixed(i)
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
