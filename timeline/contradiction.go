package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// contradictions says which dependencies a date of the plan's own and another that stands
// contradict: nothing moves either of them. One that rests on an assumed edge, or on a date
// that the plan is silent on, is a warning.
func (s *Schedule) contradictions() {
	for i := range s.solved.Edges {
		contradicted, surely := s.solved.IsContradicted(i)
		if !contradicted {
			continue
		}
		edge := &s.solved.Edges[i]
		from, to := s.Milestone(s.solved.Nodes[edge.From].ID), s.Milestone(s.solved.Nodes[edge.To].ID)
		s.found("DB-119", &to.Node, to.Milestone.Actor, to.Date.Date, lang.Args{
			"date": lang.Day(to.Date.Date), "before": s.Label(&from.Node), "start": lang.Day(from.Date.Date),
		})
		if !surely || edge.Dependency.Weakest() == drejebog.Assumed {
			s.soften()
		}
		s.asHistory(to.Date.Date)
	}
}
