package requirements

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// List is what KOMBIT requires of a kommune that shall receive the system of
// one project. The playbook's own list is for no project: each of its
// requirements says which it is for.
type List struct {
	Project      string        `yaml:"project"` // id; "" for the playbook's own
	Published    date.Date     `yaml:"published,required"`
	Source       string        `yaml:"source"` // what it was taken from
	Requirements []Requirement `yaml:"requirements,required"`

	place strict.Place // in its file
}

// Requirement is one thing that a kommune has to confirm.
type Requirement struct {
	ID       string   `yaml:"id,required"`       // within its category: "testkoordinator"
	Category string   `yaml:"category,required"` // id of one of the eight, or of an overall theme
	Projects []string `yaml:"projects"`          // only in the playbook's own list
	Wording  `yaml:",inline"`

	Questions   []Question `yaml:"questions"`   // what has to be confirmed one by one; empty: the requirement itself
	Responsible string     `yaml:"responsible"` // id of a role; "": the project manager
	Executor    string     `yaml:"executor"`    // id of a role or a party; "": the responsible
	Labour      string     `yaml:"labour"`      // proposed division of the work in the kommune
	Evidence    string     `yaml:"evidence"`    // what shows that it is met; "": nothing is asked for
	Due         *Due       `yaml:"due"`         // nil: when readiness has to be confirmed
	Step        string     `yaml:"step"`        // id of the playbook's step that delivers it, without project

	Section   string             `yaml:"section"`   // of the playbook
	Since     string             `yaml:"since"`     // edition
	Certainty drejebog.Certainty `yaml:"certainty"` // zero in KOMBIT's lists, where it counts as stated
	Why       lang.Text          `yaml:"why"`
}

// Wording is a text as its author wrote it, with an English one where there
// is any.
type Wording struct {
	Text    string `yaml:"text,required"` // Danish
	English string `yaml:"english"`
}

// In returns the text in a language; the Danish one stands in for an English
// one that is missing.
func (w Wording) In(language lang.Lang) string {
	if language == lang.English && w.English != "" {
		return w.English
	}
	return w.Text
}

// Question is a sub-question of a requirement.
type Question struct {
	ID      string `yaml:"id,required"`
	Wording `yaml:",inline"`
}

// Due is the last day of a requirement, counted back from the last day of a
// milestone of its project, whatever day it is scheduled for: whole calendar
// months, then days.
type Due struct {
	Milestone string `yaml:"milestone,required"` // id without project: "impl", "golive"
	Months    int    `yaml:"months"`             // before it
	Days      int    `yaml:"days"`               // before that
}

// Both returns the text in both languages.
func (w Wording) Both() lang.Text { return lang.Written(w) }

// Key is what a plan answers the requirement under for a project:
// "test/testkoordinator@sapa".
func (r *Requirement) Key(project string) string {
	return r.InList() + "@" + project
}

// InList is what a requirement is called within the list of its project:
// "test/testkoordinator".
func (r *Requirement) InList() string { return r.Category + "/" + r.ID }

// clone is a copy that shares nothing that can be changed.
func (r *Requirement) clone() Requirement {
	own := *r
	own.Projects, own.Questions = slices.Clone(r.Projects), slices.Clone(r.Questions)
	if r.Due != nil {
		own.Due = new(*r.Due)
	}
	return own
}

// For returns the requirements of the playbook's own list that are for a project: copies,
// the caller's.
func (l *List) For(project string) []Requirement {
	var own []Requirement
	for i := range l.Requirements {
		if slices.Contains(l.Requirements[i].Projects, project) {
			if own == nil {
				own = make([]Requirement, 0, len(l.Requirements)-i)
			}
			own = append(own, l.Requirements[i].clone())
		}
	}
	return own
}

// Place returns where the file that a list was read from says whose it is, the
// zero place for a list from no file.
func (l *List) Place() strict.Place { return l.place }
