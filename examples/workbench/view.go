package main

import (
	"slices"

	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/timeline/gantt"
)

// view is one side from which a plan is looked at. A whole one, which is saved, has what
// takes longer than somebody waits who tries a date.
type view struct {
	name string // in the address, and of its words
	of   func(l *look, whole bool) (results.Result, error)
}

// views are the sides, first the one that nobody has to ask for.
var views = []view{
	{"timeline", func(l *look, _ bool) (results.Result, error) {
		return results.Timeline(l.after.schedule, l.now(), gantt.OverviewPicture(l.after.schedule)), nil
	}},
	{"budget", func(l *look, whole bool) (results.Result, error) { return results.Budget(l.after.estimate, whole) }},
	{"businesscase", func(l *look, _ bool) (results.Result, error) { return results.BusinessCase(l.after.estimate) }},
	{"staffing", func(l *look, whole bool) (results.Result, error) { return results.Staffing(l.after.estimate, whole) }},
	{"readiness", func(l *look, _ bool) (results.Result, error) { return results.Readiness(l.after.schedule, l.lists...) }},
	{"plancheck", findings},
	{"changes", func(l *look, _ bool) (results.Result, error) {
		return results.Comparison(l.before.schedule, l.after.schedule), nil
	}},
}

// findings are those of every part.
func findings(l *look, _ bool) (results.Result, error) {
	all, err := status.Of(l.after.schedule, l.contributions, l.lists...)
	if err != nil {
		return results.Result{}, err
	}
	checked := status.Checked{File: l.file.name, Kommune: all.Schedule.Kommune.Name, Findings: all.Findings}
	plans := &status.Plans{Book: l.book, Plans: []status.Checked{checked}}
	return results.Result{Document: readinessreport.Plans(plans), Data: plans, Main: readinessreport.Findings}, nil
}

// viewOf is the view of a name, the first for another.
func viewOf(name string) *view {
	return &views[max(0, slices.IndexFunc(views, func(v view) bool { return v.name == name }))]
}
