package readiness

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

// gateRow is what a gate is called, and what it hangs on.
type gateRow struct {
	Gate      string    `yaml:"gate,required"` // which of the five it is: "requirements", "readiness", "test", "goLive", "trial"
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

// clone is a copy that shares nothing that can be changed.
func (t *Topic) clone() *Topic {
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

// otherIDs are ids that the assessment looks for and that stand in no other row.
type otherIDs struct {
	Responsible string `yaml:"responsible,required"` // of the role that answers a requirement without one
	Neighbours  string `yaml:"neighbours,required"`  // of the case that tells of a network of neighbours
}

type tables struct {
	preparation requirements.List
	gates       map[string]gateRow // by which of the five
	topics      []Topic
	rules       map[string]int
	later       []LaterFact
	ids         otherIDs
}

// The gates, in the order in which they are passed.
const (
	requirementsGate = "requirements"
	readinessGate    = "readiness"
	testGate         = "test"
	goLiveGate       = "goLive"
	trialGate        = "trial"
)

var gateOrder = []string{requirementsGate, readinessGate, testGate, goLiveGate, trialGate}

// The thresholds.
const (
	dueMonths           = "due-months"
	earlyTrainingMonths = "early-training-months"
	fallBackWeeks       = "fall-back-weeks"
	nearWorkdays        = "near-workdays"
	noticeNearWorkdays  = "notice-near-workdays"
	paceWorkdays        = "pace-workdays"
)

var thresholds = []string{dueMonths, earlyTrainingMonths, fallBackWeeks, nearWorkdays, noticeNearWorkdays, paceWorkdays}

// tables puts together what the files hold, all but the milestone that confirms
// readiness.
func (f *files) tables() *tables {
	t := &tables{preparation: f.preparation, topics: f.topics, later: f.later, ids: f.ids, gates: map[string]gateRow{}, rules: map[string]int{}}
	for _, g := range f.gates {
		t.gates[g.Gate] = g
	}
	for _, r := range f.rules {
		t.rules[r.ID] = r.Value
	}
	return t
}

// of returns the tables with the milestone that confirms readiness in a playbook.
func (t *tables) of(book *drejebog.Playbook) *tables {
	own := *t
	own.gates = maps.Clone(t.gates)
	gate := own.gates[readinessGate]
	gate.Milestone = book.ReadinessConfirmation()
	own.gates[readinessGate] = gate
	return &own
}

// at is the milestone of a gate, without project.
func (t *tables) at(gate string) string { return t.gates[gate].Milestone }

// judged is the topic that is judged in a way, an empty one where none is.
func (t *tables) judged(judge string) *Topic {
	if t == nil {
		return &Topic{}
	}
	for i := range t.topics {
		if t.topics[i].Judge == judge {
			return &t.topics[i]
		}
	}
	return &Topic{}
}

// builtIn are the module's own tables, which assessments read and nobody changes. A
// test holds them against the playbook.
var builtIn = sync.OnceValues(func() (*tables, error) {
	f, err := readCompact()
	return f.tables(), err
})

// base is an id without its project or system.
func base(id string) string {
	id, _, _ = strings.Cut(id, "@")
	return id
}
