package readiness

import (
	"slices"
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// GateName is what a gate is called.
type GateName struct {
	Milestone string    `yaml:"milestone,required"` // id without project
	Name      lang.Text `yaml:"name,required"`
	Noun      lang.Text `yaml:"noun,required"` // within a sentence
}

// Topic is something beside the requirements that decides whether a kommune
// can receive a system.
type Topic struct {
	ID                  string    `yaml:"id,required" json:"id" form:"set"`
	Name                lang.Text `yaml:"name,required" json:"name"`
	Gate                string    `yaml:"gate" json:"gate"` // id of the milestone that it holds up, without project; "": none
	drejebog.Provenance `yaml:",inline"`
}

// Rule is a yardstick of the assessment.
type Rule struct {
	ID                  string `yaml:"id,required"`
	Value               int    `yaml:"value,required"`
	drejebog.Provenance `yaml:",inline"`
}

// LaterFact is something that became known after the playbook: it counts from
// the day of its publication only.
type LaterFact struct {
	ID                  string    `yaml:"id,required" json:"id" form:"set"`
	What                lang.Text `yaml:"what,required" json:"what"`
	drejebog.Provenance `yaml:",inline"`
}

type tables struct {
	preparation List
	gateNames   map[string]GateName // by milestone, without project
	topics      []Topic
	rules       map[string]int
	later       []LaterFact
}

// tables puts together what the files hold.
func (f *files) tables() *tables {
	t := &tables{preparation: f.preparation, topics: f.topics, later: f.later, gateNames: map[string]GateName{}, rules: map[string]int{}}
	for _, g := range f.gates {
		t.gateNames[g.Milestone] = g
	}
	for _, r := range f.rules {
		t.rules[r.ID] = r.Value
	}
	return t
}

// builtIn are the tables that assessments read and nobody changes.
var builtIn = sync.OnceValues(func() (*tables, error) {
	f, err := readCompact()
	return f.tables(), err
})

// Preparation returns what the playbook itself says of each category: what a
// kommune can prepare before the requirements of a project are published. The
// caller may change what is returned. It is never scored.
func Preparation() (List, error) {
	f, err := readCompact()
	return f.preparation, err
}

// of returns the part of the playbook's list that is for a project.
func (l *List) of(project string) []Requirement {
	var own []Requirement
	for i := range l.Requirements {
		if slices.Contains(l.Requirements[i].Projects, project) {
			own = append(own, l.Requirements[i])
		}
	}
	return own
}

// base is an id without its project or system.
func base(id string) string {
	id, _, _ = strings.Cut(id, "@")
	return id
}
