package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Matter is how one topic stands beside the requirements.
type Matter struct {
	Topic   *Topic
	Project string // id; "" for the kommune as such
	Light   Light
	Says    lang.Sentences
	Task    string     // id of the task that the topic is judged by alone; "" where the plan says more
	Code    string     // of the finding that says it; "" where there is none
	Actor   string     // id of the party that must act; "" where nobody must
	Role    string     // id of the role in the kommune, or of a person
	By      *date.Date // last day; nil: no date

	failed bool // the last round of tests had errors
}

// topic returns the row of a topic that the playbook had by the day of the
// assessment, nil where it came later.
func (a *assessor) topic(id string) *Topic {
	for i := range a.tables.topics {
		if t := &a.tables.topics[i]; t.ID == id && a.Book.Activity(t.Section) != nil {
			return t
		}
	}
	return nil
}

// matters collects what the checks of some topics have to say. A check that
// says nothing has nothing to judge.
func (a *assessor) matters(project string, checks []check) []Matter {
	var list []Matter
	for _, c := range checks {
		topic := a.topic(c.topic)
		if topic == nil {
			continue
		}
		m := c.judge()
		if m.Light == 0 {
			continue
		}
		m.Topic, m.Project = topic, project
		if m.Light != Green && m.Actor == "" {
			m.Actor = "kommune"
		}
		list = append(list, m)
	}
	return list
}

// check judges one topic.
type check struct {
	topic string
	judge func() Matter
}

// projectMatters judges what decides for one system.
func (a *assessor) projectMatters(p *Project) []Matter {
	return a.matters(p.ID, []check{
		{"organisation", func() Matter { return a.organisation(p) }},
		{"databehandleraftale", func() Matter { return a.agreement(p) }},
		{"it-miljoe", func() Matter { return a.environment(p) }},
		{"arbejdsgange", func() Matter { return a.processes(p) }},
		{"oprydning", func() Matter { return a.cleanUp(p) }},
		{"kontrakter", func() Matter { return a.contracts(p) }},
		{"snitflader", func() Matter { return a.interfaces(p) }},
		{"migrering", func() Matter { return a.migration(p) }},
		{"uddannelse", func() Matter { return a.training(p) }},
		{"test", func() Matter { return a.ownTest(p) }},
		{"driftsproeve", func() Matter { return a.trial(p) }},
		{"gevinster", func() Matter { return a.benefits(p) }},
	})
}

// kommuneMatters judges what decides for the kommune as such.
func (a *assessor) kommuneMatters() []Matter {
	return a.matters("", []check{
		{"exit", a.sagExit},
		{"non-tsa", a.nonTSA},
		{"stoettesystemkontakt", a.stsContact},
		{"administrator", a.administrator},
		{"sagsstrategi", a.caseStrategy},
		{"udbud", a.tenders},
		{"portefoelje", a.portfolio},
	})
}

func green(says ...lang.Said) Matter { return Matter{Light: Green, Says: says} }
func grey(says ...lang.Said) Matter  { return Matter{Light: Grey, Says: says} }

func yellow(role string, by *date.Date, says ...lang.Said) Matter {
	return Matter{Light: Yellow, Says: says, Role: role, By: by}
}

// broken is a matter that a finding says: red for an error, else yellow. What
// concerns several projects is found once.
func (a *assessor) broken(role string, by *date.Date, r rule, args lang.Args) Matter {
	r.actor = "kommune"
	f := a.finding(r, args)
	if once := r.code + " " + r.subject; r.project != "" || !a.raised[once] {
		a.raised[once] = true
		a.out.Findings = append(a.out.Findings, f)
	}
	m := Matter{Light: Yellow, Says: lang.Sentences{{ID: f.Code, Args: f.Data, Own: f.Text}}, Code: f.Code, Role: role, By: by}
	if f.Severity == drejebog.Fault {
		m.Light = Red
	}
	return m
}

// worst is the worse of two matters, the first where they are alike.
func worst(a, b Matter) Matter {
	if b.Light > a.Light {
		return b
	}
	return a
}

// within reports whether a day lies at most so many weeks ahead, or has passed.
func (a *assessor) within(day *date.Date, weeks int) bool {
	return day != nil && *day <= a.on+date.Date(7*weeks)
}
