// Package results is what the programs tell of a plan, and the forms that they write it in:
// what more than one of them does.
package results

import (
	"context"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	money "github.com/drejebog/monopolbrud/estimate/compare"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
)

// Result is what a program tells of a plan.
type Result struct {
	Document *document.Document
	Data     any    // the same as data
	Main     string // name of the table that is the main one
	Own      []Form // that it is written in beside those that all results have
}

// Estimate is what a schedule costs by the figures that the module has.
func Estimate(s *timeline.Schedule) (*estimate.Estimate, error) {
	contributions, err := estimate.Reference()
	if err != nil {
		return nil, err
	}
	return estimate.Compute(s, contributions)
}

// Timeline is a schedule; stamp is that of its calendar.
func Timeline(s *timeline.Schedule, stamp time.Time, pictures ...document.Picture) Result {
	return Result{timelinereport.Schedule(s, pictures...), s, "tasks", timelineForms(s, stamp)}
}

// Budget is an estimate. Weighed it says which inputs matter, which takes longer than all
// else.
func Budget(est *estimate.Estimate, weighed bool) (Result, error) {
	if weighed {
		if err := est.Weigh(context.Background()); err != nil {
			return Result{}, err
		}
	}
	return Result{estimatereport.Estimate(est), est, "lines", budgetForms(est)}, nil
}

// BusinessCase is what is paid before and after.
func BusinessCase(est *estimate.Estimate) (Result, error) {
	c, err := businesscase.Of(est)
	return Result{estimatereport.BusinessCase(c), c, "cashFlow", nil}, err
}

// Staffing is who is needed when. With choices it says what can be moved, and when the
// go-lives come if nobody is hired, which takes longer.
func Staffing(est *estimate.Estimate, choices bool) (Result, error) {
	s, err := staffing.Of(est)
	if err == nil && choices {
		err = Choices(s)
	}
	return Result{estimatereport.Staffing(s), s, "months", nil}, err
}

// Choices has a staffing plan say what can be moved, and then when the go-lives come if
// nobody is hired.
func Choices(s *staffing.Staffing) (err error) {
	if s.Smoothing, err = s.Smooth(context.Background()); err == nil {
		s.Levelling, err = s.Smoothing.Staffing.Level(context.Background(), 0)
	}
	return err
}

// Readiness is whether the systems can be received.
func Readiness(s *timeline.Schedule, lists ...requirements.List) (Result, error) {
	a, err := readiness.Assess(s, lists...)
	return Result{readinessreport.Assessment(a), a, readinessreport.Everything, nil}, err
}

// Comparison is what an estimate and its schedule have otherwise than those before: dates,
// then money.
func Comparison(before, after *estimate.Estimate) Result {
	c := compare.Schedules(before.Schedule(), after.Schedule())
	d := timelinereport.Comparison(c)
	d.Add(estimatereport.Comparison(money.Estimates(before, after)).Blocks...)
	return Result{d, c, "milestones", nil}
}

// Steering is the report to a steering group, with trends against an earlier status, nil
// for none.
func Steering(now, before *status.Status) (Result, error) {
	report, err := steering.Of(now, before)
	return Result{readinessreport.Steering(report), report, readinessreport.Milestones, nil}, err
}

// Plancheck is what was found in plans.
func Plancheck(plans *status.Plans) Result {
	return Result{readinessreport.Plans(plans), plans, readinessreport.Findings, nil}
}
