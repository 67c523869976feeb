package main

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
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

// date is one that a plan has of a project, or what it works with while that is not known.
type date struct {
	key     string // as the address names it
	kind    drejebog.MilestoneKind
	of      func(*plan.Rollout) **plan.When
	assumed bool
}

func goLive(r *plan.Rollout) **plan.When { return &r.GoLive }

var dates = []date{
	{"goLive", drejebog.GoLive, goLive, false},
	{"assumed", drejebog.GoLive, goLive, true},
	{"implementation", drejebog.Implementation, func(r *plan.Rollout) **plan.When { return &r.Implementation }, false},
}

// said is what a plan says of a date, as a plan writes it; "" for nothing.
func (d date) said(r plan.Rollout) string {
	when := *d.of(&r)
	switch {
	case when == nil || d.assumed && !when.Assumed:
		return ""
	case d.assumed:
		meanwhile := *when
		meanwhile.Assumed = false
		when = &meanwhile
	case d.kind == drejebog.GoLive && when.Assumed:
		when = &plan.When{Unknown: true}
	}
	text, _ := when.MarshalText() // what was read is written
	return string(text)
}

// put says a text of a date, and reports what is wrong with that.
func (d date) put(r *plan.Rollout, text string) error {
	was, when := *d.of(r), new(plan.When)
	if err := when.UnmarshalText([]byte(text)); text != "" && err != nil {
		return err
	}
	switch known := was != nil && !was.Unknown && !was.Assumed; {
	case d.assumed && known && text != "":
		return strict.Part{Kind: "workbench/known"}
	case d.assumed && (text == "" || when.Unknown):
		when.Unknown = true
	case d.assumed:
		when.Assumed = true
	case text == "":
		when = nil // the playbook's date
	case when.Unknown && was != nil && was.Assumed:
		when = was // what is worked with stands in a field of its own
	}
	*d.of(r) = when
	return nil
}

// ask fills the inputs, and puts what the address asks for into the plan; false where the
// saved plan says the same.
func (l *look) ask(saved *plan.Plan) (changed bool) {
	for i := range l.book.Projects {
		of := inputs{Project: l.book.Projects[i].Name}
		for _, date := range dates {
			if in := l.input(saved, l.book.Projects[i].ID, date); in != nil {
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
func (l *look) input(saved *plan.Plan, project string, of date) *input {
	sched := l.before.Schedule()
	i := slices.IndexFunc(sched.Milestones, func(m timeline.Milestone) bool { return m.Milestone.Kind == of.kind && m.Project == project })
	if i < 0 || sched.IsOver(sched.Milestones[i].ID) {
		return nil
	}
	in := &input{Name: of.key + "@" + project, Saved: of.said(saved.Projects[project])}
	in.Label = l.book.Words.Key("workbench-date", of.key, nil).In(l.flags.Lang)
	if !of.assumed {
		in.InForce = sched.WhenSaid(sched.Milestones[i].Date).In(l.flags.Lang)
	}
	if in.Value = in.Saved; l.Asked.Has(in.Name) {
		in.Value = strings.TrimSpace(l.Asked.Get(in.Name))
	}
	if in.Value == in.Saved {
		return in
	}
	rollout := l.plan.Projects[project]
	if err := of.put(&rollout, in.Value); err != nil {
		in.Fault = l.book.Words.Say("workbench/unreadable", lang.Args{"want": l.book.Words.Of(err)}).In(l.flags.Lang)
		return in
	}
	if l.plan.Projects == nil {
		l.plan.Projects = map[string]plan.Rollout{}
	}
	l.plan.Projects[project] = rollout
	return in
}
