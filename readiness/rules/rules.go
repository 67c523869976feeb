package rules

import (
	"maps"
	"slices"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

// Gate is what a gate is called, and what it hangs on.
type Gate struct {
	Key       string    `yaml:"gate,required"` // which of the five it is: "requirements", "readiness", "test", "goLive", "trial"
	Milestone string    `yaml:"milestone"`     // id without project; "" for readiness, whose milestone the playbook tells
	Step      string    `yaml:"step"`          // id of the step that the kommune passes it by, without project; "" where there is none
	Name      lang.Text `yaml:"name,required"`
	Noun      lang.Text `yaml:"noun,required"` // within a sentence
}

// Topic is something beside the requirements that decides whether a kommune
// can receive a system.
type Topic struct {
	ID      string    `yaml:"id,required" json:"id" form:"set"`
	Name    lang.Text `yaml:"name,required" json:"name"`
	Gate    string    `yaml:"gate" json:"gate"`        // id of the milestone that it holds up, without project; "": none
	Judge   string    `yaml:"judge,required" json:"-"` // how it is judged
	Project string    `yaml:"project" json:"-"`        // id of the project whose task it is, for a topic of the kommune as such; "": none
	Task    string    `yaml:"task" json:"-"`           // id of the step that it is judged by where the plan says no more, without project
	Role    string    `yaml:"role" json:"-"`           // id of the role that sees to it
	Shows   []string  `yaml:"shows" json:"-"`          // ids of the steps that are done where the plan's tables say that it is in order

	// What else is looked at, by what it is to the topic: ids, those of steps and
	// milestones without project.
	Steps      map[string]string `yaml:"steps" json:"-"`
	Milestones map[string]string `yaml:"milestones" json:"-"`
	Roles      map[string]string `yaml:"roles" json:"-"`
	Drivers    map[string]string `yaml:"drivers" json:"-"`
	Projects   map[string]string `yaml:"projects" json:"-"`

	drejebog.Provenance `yaml:",inline"`
}

// Clone is a copy that shares nothing that can be changed.
func (t *Topic) Clone() *Topic {
	own := *t
	own.Shows = slices.Clone(t.Shows)
	own.Steps, own.Milestones, own.Roles = maps.Clone(t.Steps), maps.Clone(t.Milestones), maps.Clone(t.Roles)
	own.Drivers, own.Projects = maps.Clone(t.Drivers), maps.Clone(t.Projects)
	return &own
}

// threshold is a number that the assessment holds something against.
type threshold struct {
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

// IDs are those that an assessment looks for and that stand in no other row.
type IDs struct {
	Responsible string `yaml:"responsible,required"` // of the role that answers a requirement without one
	Neighbours  string `yaml:"neighbours,required"`  // of the case that tells of a network of neighbours
}

// Rules are what readiness is measured by. Nobody changes them; any number of assessments
// share them.
type Rules struct {
	Preparation requirements.List // what the playbook itself lets a kommune prepare
	Gates       map[string]Gate   // by key
	Topics      []Topic
	Thresholds  map[string]int // by id
	LaterFacts  []LaterFact
	IDs         IDs
}

// The gates, in the order in which they are passed.
const (
	RequirementsGate = "requirements"
	ReadinessGate    = "readiness"
	TestGate         = "test"
	GoLiveGate       = "goLive"
	TrialGate        = "trial"
)

var gateOrder = []string{RequirementsGate, ReadinessGate, TestGate, GoLiveGate, TrialGate}

// The thresholds.
const (
	DueMonths           = "due-months"
	EarlyTrainingMonths = "early-training-months"
	FallBackWeeks       = "fall-back-weeks"
	NearWorkdays        = "near-workdays"
	NoticeNearWorkdays  = "notice-near-workdays"
	PaceWorkdays        = "pace-workdays"
)

var thresholds = []string{DueMonths, EarlyTrainingMonths, FallBackWeeks, NearWorkdays, NoticeNearWorkdays, PaceWorkdays}

// rules puts together what the files hold, all but the milestone that confirms
// readiness.
func (f *files) rules() *Rules {
	r := &Rules{Preparation: f.preparation, Topics: f.topics, LaterFacts: f.later, IDs: f.ids, Gates: map[string]Gate{}, Thresholds: map[string]int{}}
	for _, g := range f.gates {
		r.Gates[g.Key] = g
	}
	for _, t := range f.thresholds {
		r.Thresholds[t.ID] = t.Value
	}
	return r
}

// For returns the rules with the milestone that confirms readiness in a playbook.
func (r *Rules) For(book *drejebog.Playbook) *Rules {
	own := *r
	own.Gates = maps.Clone(r.Gates)
	gate := own.Gates[ReadinessGate]
	gate.Milestone = book.ReadinessConfirmation()
	own.Gates[ReadinessGate] = gate
	return &own
}

// At is the milestone of a gate, without project.
func (r *Rules) At(gate string) string { return r.Gates[gate].Milestone }

// Judged is the topic that is judged in a way, an empty one where none is.
func (r *Rules) Judged(judge string) *Topic {
	if r == nil {
		return &Topic{}
	}
	for i := range r.Topics {
		if r.Topics[i].Judge == judge {
			return &r.Topics[i]
		}
	}
	return &Topic{}
}

// builtIn are the module's own rules, which nobody changes. A test holds them against the
// playbook.
var builtIn = sync.OnceValues(func() (*Rules, error) {
	f, err := readCompact()
	return f.rules(), err
})

// MarshalJSON is the topic's form.
func (t Topic) MarshalJSON() ([]byte, error) { return form.JSON(t) }

// MarshalJSON is the fact's form.
func (f LaterFact) MarshalJSON() ([]byte, error) { return form.JSON(f) }
