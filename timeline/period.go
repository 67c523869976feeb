package timeline

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// hasPeriod reports whether a plan gives a period where a day is computed with.
func hasPeriod(p *plan.Plan) bool {
	for _, project := range p.Projects {
		for _, when := range []*plan.When{project.GoLive, project.Implementation} {
			if when != nil && when.Period != nil {
				return true
			}
		}
	}
	return false
}

// latestFindings adds what is broken only when periods end on their last day.
func (s *Schedule) latestFindings() {
	if s.Latest == nil {
		return
	}
	for _, f := range s.Latest.Findings {
		known := slices.ContainsFunc(s.Findings, func(x drejebog.Finding) bool { return x.Code == f.Code && x.Subject == f.Subject })
		if known {
			continue
		}
		last := s.say("timeline/if-last-day", nil)
		data := lang.Args{}
		maps.Copy(data, f.Data)
		f.Data = data
		f.Data["ifLast"] = last
		goOn(&f, last)
		s.Findings = append(s.Findings, f)
	}
}

// PeriodOf is the period that the plan gives in the place of a milestone's
// date, or nil.
func (s *Schedule) PeriodOf(node *drejebog.Node) *drejebog.Period {
	if !s.IsComputed() || node == nil || node.Milestone == nil {
		return nil
	}
	project := s.Plan.Projects[node.Project]
	var when *plan.When
	switch node.Milestone.Kind {
	case drejebog.GoLive:
		when = project.GoLive
	case drejebog.Implementation:
		when = project.Implementation
	}
	if when == nil {
		return nil
	}
	return when.Period
}
