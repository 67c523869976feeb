package main

import (
	"slices"

	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/gantt"
)

// view is one side from which a plan is looked at. A whole one, which is saved, has what
// takes longer than somebody waits who tries a date.
type view struct {
	Name string // in the address, and of its words
	of   func(l *look, whole bool) (results.Result, error)
}

// draws are all that are usual for what is saved, else as few as somebody waits for.
var draws = map[bool]int{false: 200}

// views are the sides, first the one that nobody has to ask for.
var views = []view{
	{"timeline", func(l *look, _ bool) (results.Result, error) {
		return results.Timeline(l.sched(), l.now(), gantt.OverviewPicture(l.sched())), nil
	}},
	{"budget", func(l *look, whole bool) (results.Result, error) { return results.Budget(l.after, whole) }},
	{"businesscase", func(l *look, _ bool) (results.Result, error) { return results.BusinessCase(l.after) }},
	{"risk", func(l *look, whole bool) (results.Result, error) {
		return results.Risk(l.after, outlook.Simulation{Seed: 1, Samples: draws[whole]}, whole)
	}},
	{"staffing", func(l *look, whole bool) (results.Result, error) { return results.Staffing(l.after, whole) }},
	{"readiness", func(l *look, _ bool) (results.Result, error) { return results.Readiness(l.sched(), l.lists...) }},
	{"statusreport", func(l *look, _ bool) (results.Result, error) {
		return results.Steering(l.sched(), l.earlier, l.contributions, l.lists...)
	}},
	{"plancheck", findings},
	{"changes", func(l *look, _ bool) (results.Result, error) { return results.Comparison(l.before, l.after), nil }},
}

func (l *look) sched() *timeline.Schedule { return l.after.Schedule() }

// findings are those of every part.
func findings(l *look, _ bool) (results.Result, error) {
	all, err := status.Of(l.sched(), l.contributions, l.lists...)
	if err != nil {
		return results.Result{}, err
	}
	checked := []status.Checked{{File: l.file.Name, Kommune: all.Schedule.Kommune.Name, Findings: all.Findings}}
	return results.Plancheck(&status.Plans{Book: l.book, Plans: checked}), nil
}

// viewOf is the view of a name, the first for another.
func viewOf(name string) *view {
	return &views[max(0, slices.IndexFunc(views, func(v view) bool { return v.Name == name }))]
}
