// Package results is what the programs tell of a plan, and the forms that they write it in:
// what more than one of them does.
package results

import (
	"context"
	"io"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	money "github.com/drejebog/monopolbrud/estimate/compare"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/gantt"
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

// Staffing is who is needed when, with the load as pictures. With choices it says what can
// be moved, and when the go-lives come if nobody is hired, which takes longer.
func Staffing(est *estimate.Estimate, choices bool) (Result, error) {
	s, err := staffing.Of(est)
	if err == nil && choices {
		if s.Smoothing, err = s.Smooth(context.Background()); err == nil {
			s.Levelling, err = s.Smoothing.Staffing.Level(context.Background(), 0)
		}
	}
	if err != nil {
		return Result{}, err
	}
	load := estimatereport.Load(s)
	drawn := Form{"svg", ".svg", func(w io.Writer, language lang.Lang) error {
		for i := range load {
			if _, err := io.WriteString(w, load[i].SVG.In(language)); err != nil {
				return err
			}
		}
		return nil
	}}
	return Result{estimatereport.Staffing(s, load...), s, "months", []Form{drawn}}, nil
}

// Risk is how sure dates and money are. Weighed it says what the uncertainty is made of,
// which takes longer.
func Risk(est *estimate.Estimate, of outlook.Simulation, weighed bool) (Result, error) {
	j, err := outlook.JointOf(context.Background(), est, of)
	if err == nil && weighed {
		err = j.Weigh(context.Background())
	}
	if err != nil {
		return Result{}, err
	}
	shades := gantt.Shades(j.Critical)
	drawn := Form{"svg", ".svg", func(w io.Writer, language lang.Lang) error { return shades.WriteSVG(w, est.Schedule(), nil, language) }}
	pictures := append(estimatereport.RiskPictures(j), shades.Picture(est.Schedule(), nil))
	return Result{estimatereport.Risk(j, pictures...), j, "gates", []Form{drawn}}, nil
}

// Readiness is whether the systems can be received; its workbook is the answers to fill in.
func Readiness(s *timeline.Schedule, lists ...requirements.List) (Result, error) {
	a, err := readiness.Assess(s, lists...)
	answers := Form{"xlsx", ".xlsx", func(w io.Writer, _ lang.Lang) error { return xlsxwriter.Write(w, *a.AnswerSheet()) }}
	return Result{readinessreport.Assessment(a), a, readinessreport.Everything, []Form{answers}}, err
}

// Comparison is what an estimate and its schedule have otherwise than those before: dates,
// then money.
func Comparison(before, after *estimate.Estimate) Result {
	c := compare.Schedules(before.Schedule(), after.Schedule())
	d := timelinereport.Comparison(c)
	d.Add(estimatereport.Comparison(money.Estimates(before, after)).Blocks...)
	return Result{d, c, "milestones", nil}
}

// Steering is the report to a steering group, with trends against an earlier schedule, nil
// for none.
func Steering(now, before *timeline.Schedule, figures []estimate.Contribution, lists ...requirements.List) (Result, error) {
	var last *status.Status
	of, err := status.Of(now, figures, lists...)
	if err == nil && before != nil {
		last, err = status.Of(before, figures, lists...)
	}
	if err != nil {
		return Result{}, err
	}
	report, err := steering.Of(of, last)
	return Result{readinessreport.Steering(report), report, readinessreport.Milestones, nil}, err
}

// Plancheck is what was found in plans.
func Plancheck(plans *status.Plans) Result {
	return Result{readinessreport.Plans(plans), plans, readinessreport.Findings, nil}
}
