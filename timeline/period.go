package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
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

// daysOf returns the first or the last days that a project's go-live and start
// of implementation may be. Where both are given, the one holds the other: a
// go-live is no earlier than the start, a start no later than the go-live.
func daysOf(project plan.Project, last bool) (goLive, implementation date.Date) {
	pick := func(when *plan.When) date.Date {
		switch {
		case when == nil || when.Unknown:
			return 0
		case last:
			return when.Last()
		}
		return when.Date
	}
	goLive, implementation = pick(project.GoLive), pick(project.Implementation)
	switch {
	case goLive == 0 || implementation == 0:
	case last && project.Implementation.Period != nil:
		implementation = min(implementation, goLive)
	case !last && project.GoLive.Period != nil:
		goLive = max(goLive, implementation)
	}
	return goLive, implementation
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
		goOn(&f, s.say("timeline/if-last-day", nil))
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
