package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// rule is a finding on its way: who and what it is about, and where in the
// plan's file that stands.
type rule struct {
	code    string
	subject string
	project string
	actor   string // id of the party that must act
	section string
	day     date.Date    // 0: none
	place   strict.Place // where it is not in the plan
	path    []string     // keys to the place in the plan
}

// raise adds the finding of a rule.
func (a *assessor) raise(r rule, args lang.Args) {
	a.out.Findings = append(a.out.Findings, a.finding(r, args))
}

// finding makes the finding of a rule.
func (a *assessor) finding(r rule, args lang.Args) drejebog.Finding {
	args["actor"], args["project"] = a.Book.PartyName(r.actor), lang.Both(a.Book.ScopeName(r.project))
	f := a.Book.Finding(r.code, args)
	f.Subject, f.Project, f.Actor, f.Section = r.subject, r.project, r.actor, r.section
	if a.tasks[r.subject] != nil || a.milestones[r.subject] != nil {
		f.Task = r.subject
	}
	f.Place = r.place
	if len(r.path) > 0 {
		f.Place = a.Plan.Innermost(r.path)
	}
	if r.day != 0 {
		f.Date = &r.day
	}
	return f
}
