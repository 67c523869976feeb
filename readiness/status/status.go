package status

import (
	"errors"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
)

// Status is what every part says of one kommune's plan.
type Status struct {
	Schedule   *timeline.Schedule
	Estimate   *estimate.Estimate
	Case       *businesscase.Case
	Staffing   *staffing.Staffing // nil for an estimate out of all proportion
	Assessment *readiness.Assessment

	Findings []drejebog.Finding // of all of them, as Check gives them
}

// Compute computes every part from a plan, the contributions as published, and
// KOMBIT's lists of requirements as far as they are out. The error says that
// there is no schedule, as timeline.Compute says it, or that the module's own
// data cannot be read.
func Compute(book *drejebog.Playbook, p *plan.Plan, contributions []estimate.Contribution, lists ...requirements.List) (*Status, error) {
	if book == nil || p == nil {
		return nil, errNothing
	}
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return nil, err
	}
	return Of(schedule, contributions, lists...)
}

// Of is Compute for a plan that is scheduled already.
func Of(schedule *timeline.Schedule, contributions []estimate.Contribution, lists ...requirements.List) (*Status, error) {
	if schedule == nil || schedule.Book == nil || schedule.Plan == nil {
		return nil, errNothing
	}
	s := &Status{Schedule: schedule}
	var err error
	if s.Estimate, err = estimate.Compute(schedule, contributions); err != nil {
		return nil, err
	}
	if s.Case, err = businesscase.Of(s.Estimate); err != nil {
		return nil, err
	}
	if s.Staffing, err = staffing.Of(s.Estimate); err != nil && !errors.Is(err, staffing.ErrTooMuch) {
		return nil, err
	}
	if s.Assessment, err = readiness.Assess(schedule, lists...); err != nil {
		return nil, err
	}
	parts := [][]drejebog.Finding{schedule.Findings, s.Estimate.Findings, s.Case.Findings, s.Assessment.Findings}
	if s.Staffing != nil {
		parts = append(parts, s.Staffing.Findings)
	}
	s.Findings = once(parts...)
	return s, nil
}

var errNothing = errors.New("status: a book and a plan are needed, or a schedule that timeline.Compute made")
