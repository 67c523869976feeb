package main

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// inputs are the dates of one project.
type inputs struct {
	Project string
	Dates   []input
}

// input is a date that the page can put another in the place of. What can be written is
// what a plan can say: a day, a period, that it is not known.
type input struct {
	Name, Label  string // the name is that in the address: "goLive@ky"
	Value, Saved string // what is asked for, and what the plan says, "" for nothing
	InForce      string // the date that counts
	Fault        string // why the value cannot be used
}

// date is one that a plan has of a project.
type date struct {
	key  string // as the plan names it
	kind drejebog.MilestoneKind
	of   func(*plan.Rollout) **plan.When
}

var dates = []date{
	{"goLive", drejebog.GoLive, func(r *plan.Rollout) **plan.When { return &r.GoLive }},
	{"implementation", drejebog.Implementation, func(r *plan.Rollout) **plan.When { return &r.Implementation }},
}

// ask fills the inputs, and puts what the address asks for into the plan; false where the
// saved plan says the same.
func (l *look) ask() (changed bool) {
	for i := range l.book.Projects {
		of := inputs{Project: l.book.Projects[i].Name}
		for _, date := range dates {
			if in := l.input(l.book.Projects[i].ID, date); in != nil {
				changed = changed || in.Value != in.Saved && in.Fault == ""
				of.Dates = append(of.Dates, *in)
			}
		}
		if len(of.Dates) > 0 {
			l.Inputs = append(l.Inputs, of)
		}
	}
	return changed
}

// input is a date of a project as it is saved and asked for, and is put into the plan; nil
// where the project has no such date ahead.
func (l *look) input(project string, of date) *input {
	sched := l.before.Schedule()
	i := slices.IndexFunc(sched.Milestones, func(m timeline.Milestone) bool { return m.Milestone.Kind == of.kind && m.Project == project })
	if i < 0 || sched.IsOver(sched.Milestones[i].ID) {
		return nil
	}
	in := &input{Name: of.key + "@" + project, InForce: sched.WhenSaid(sched.Milestones[i].Date).In(l.language)}
	in.Label = l.book.Words.Key("workbench-date", of.key, nil).In(l.language)
	rollout := l.saved.Projects[project]
	if when := *of.of(&rollout); when != nil {
		text, _ := when.MarshalText() // what was read is written
		in.Saved = string(text)
	}
	in.Value = in.Saved
	if l.asked.Has(in.Name) {
		in.Value = strings.TrimSpace(l.asked.Get(in.Name))
	}
	if in.Value == in.Saved {
		return in
	}
	var when *plan.When // none: the playbook's date
	if in.Value != "" {
		when = new(plan.When)
		if err := when.UnmarshalText([]byte(in.Value)); err != nil {
			in.Fault = l.book.Words.Say("workbench/unreadable", lang.Args{"want": l.book.Words.Of(err)}).In(l.language)
			return in
		}
	}
	if l.plan.Projects == nil {
		l.plan.Projects = map[string]plan.Rollout{}
	}
	rollout = l.plan.Projects[project]
	*of.of(&rollout) = when
	l.plan.Projects[project] = rollout
	return in
}
