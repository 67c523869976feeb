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
	Name    string // in the address: "goLive@ky"
	Label   string
	Value   string
	Saved   string // what the plan says, "" for nothing
	InForce string // the date that counts
	Fault   string // why the value cannot be used
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
		project := &l.book.Projects[i]
		of := inputs{Project: project.Name}
		for _, date := range dates {
			in, ok := l.input(project.ID, date)
			if !ok {
				continue
			}
			if in.Value != in.Saved {
				changed = l.put(project.ID, date, &in) || changed
			}
			of.Dates = append(of.Dates, in)
		}
		if len(of.Dates) > 0 {
			l.inputs = append(l.inputs, of)
		}
	}
	return changed
}

// input is a date of a project as it is saved and asked for; false where the project has
// no such date ahead.
func (l *look) input(project string, of date) (input, bool) {
	milestones := l.before.schedule.Milestones
	i := slices.IndexFunc(milestones, func(m timeline.Milestone) bool { return m.Milestone.Kind == of.kind && m.Project == project })
	if i < 0 || l.before.schedule.IsOver(milestones[i].ID) {
		return input{}, false
	}
	in := input{Name: of.key + "@" + project, Label: l.book.Words.Key("workbench-date", of.key, nil).In(l.language)}
	in.InForce = l.before.schedule.WhenSaid(milestones[i].Date).In(l.language)
	rollout := l.saved.Projects[project]
	if when := *of.of(&rollout); when != nil {
		text, _ := when.MarshalText() // what was read is written
		in.Saved = string(text)
	}
	in.Value = in.Saved
	if l.asked.Has(in.Name) {
		in.Value = strings.TrimSpace(l.asked.Get(in.Name))
	}
	return in, true
}

// put puts the value of an input into the plan; false where no plan can say it.
func (l *look) put(project string, of date, in *input) bool {
	var when *plan.When // none: the playbook's date
	if in.Value != "" {
		when = new(plan.When)
		if err := when.UnmarshalText([]byte(in.Value)); err != nil {
			in.Fault = l.book.Words.Say("workbench/unreadable", lang.Args{"want": l.book.Words.Of(err)}).In(l.language)
			return false
		}
	}
	if l.plan.Projects == nil {
		l.plan.Projects = map[string]plan.Rollout{}
	}
	rollout := l.plan.Projects[project]
	*of.of(&rollout) = when
	l.plan.Projects[project] = rollout
	return true
}
