package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Plan is a kommune's own document. Everything but the kommune is optional;
// what it does not say, the playbook's expectations and the module's
// assumptions stand for.
type Plan struct {
	Kommune  string     `yaml:"kommune,required"` // name or four-digit code
	Note     string     `yaml:"note"`
	AsOf     *date.Date `yaml:"asOf"`     // what was known by this day counts; nil: the newest edition's date
	DataDate *date.Date `yaml:"dataDate"` // progress is reported up to the end of this day; nil: no progress logic

	Projects     map[string]Project     `yaml:"projects"`     // by project id: "sapa"
	Drivers      map[string]int         `yaml:"drivers"`      // by driver id, with "@project" or "@system" where it has one: "users@sapa"
	People       map[string]Person      `yaml:"people"`       // by a short id of the kommune's choice: "anna"
	Contracts    map[string]Contract    `yaml:"contracts"`    // by a short id of the kommune's choice: "kmd-sag-2009"
	Deliverables map[string]Deliverable `yaml:"deliverables"` // by milestone id: "ext/kravliste@sapa"
	Tasks        map[string]Task        `yaml:"tasks"`        // by task id: "4.10/superbrugere@sapa"
	Own          map[string]OwnTask     `yaml:"own"`          // by an id that begins with "own/": "own/pilot"
	Edges        []Edge                 `yaml:"edges"`        // dependencies beside the playbook's and those of the own tasks

	Calendar    *Calendar                 `yaml:"calendar"`
	Budget      map[string]BudgetCalendar `yaml:"budget"` // by budget year: "2015"
	Adjustments []Adjustment              `yaml:"adjustments"`
	Decisions   []Decision                `yaml:"decisions"`
	Readiness   map[string]Answer         `yaml:"readiness"` // by "category@project" or "category/requirement@project"
	Benefits    map[string]Benefit        `yaml:"benefits"`  // by a short id of the kommune's choice

	BusinessCase *BusinessCase    `yaml:"businessCase"`
	AddOns       map[string]AddOn `yaml:"addOns"` // by a short id of the kommune's choice

	Agreements  map[string]Agreement       `yaml:"agreements"`  // data-processing agreements, by project id
	Environment map[string]EnvironmentItem `yaml:"environment"` // by a short id of the kommune's choice
	Migrations  map[string]Migration       `yaml:"migrations"`  // by project id
	Interfaces  map[string]Interface       `yaml:"interfaces"`  // by a short id of the kommune's choice
	CleanUp     map[string]CleanUp         `yaml:"cleanUp"`     // by id of a legacy system
	Training    []TrainingSession          `yaml:"training"`
	SagExit     map[string]SagExit         `yaml:"sagExit"`   // user groups of KMD Sag, by a short id of the kommune's choice
	Processes   map[string]Process         `yaml:"processes"` // by a short id of the kommune's choice
	Tenders     map[string]Tender          `yaml:"tenders"`   // by a short id of the kommune's choice
	Tests       []TestRun                  `yaml:"tests"`

	document *strict.Document
	ownAsOf  *date.Date // the document's, where ReadAsOf took another
}

// Project is what the kommune knows of one of the shared systems.
type Project struct {
	GoLive         *When `yaml:"goLive"`         // first day in use, or the period that it falls in; nil: the playbook's national date
	Implementation *When `yaml:"implementation"` // first day of the implementation in the kommune, or the period that it falls in; nil: at go-live
	Wave           *int  `yaml:"wave"`           // the wave of the roll-out that the kommune is in, from 1; nil: not known
	Priority       *int  `yaml:"priority"`       // in the kommune's portfolio, 1 first; nil: not settled
}

// Deliverable is what the kommune knows of something that somebody else owes
// it: the playbook's own dates stand for what is not said.
type Deliverable struct {
	Promised  *date.Date `yaml:"promised"`  // last day that it is promised for
	Delivered *date.Date `yaml:"delivered"` // the day that it came
	Note      string     `yaml:"note"`
}

// New returns the plan of a kommune that has said nothing else.
func New(kommune string) *Plan { return &Plan{Kommune: kommune} }

// SeenFrom returns the day whose knowledge the plan is about: the later of as-of
// and the data date; as-of is the edition's date where the plan does not say.
func (p *Plan) SeenFrom(book *drejebog.Playbook) date.Date {
	seen := book.Known
	if p.AsOf != nil {
		seen = *p.AsOf
	}
	if p.DataDate != nil {
		seen = max(seen, *p.DataDate)
	}
	return seen
}

// Local reports whether the plan holds anything beyond the kommune and dates
// of knowledge: whether an answer computed from it rests on local data.
func (p *Plan) Local() bool {
	entries := len(p.Projects) + len(p.Drivers) + len(p.People) + len(p.Contracts) + len(p.Deliverables) +
		len(p.Tasks) + len(p.Own) + len(p.Edges) + len(p.Budget) + len(p.Adjustments) + len(p.Decisions) +
		len(p.Readiness) + len(p.Benefits) + len(p.Agreements) + len(p.Environment) + len(p.Migrations) +
		len(p.Interfaces) + len(p.CleanUp) + len(p.Training) + len(p.SagExit) + len(p.Processes) + len(p.Tenders) + len(p.Tests) +
		len(p.AddOns)
	return entries > 0 || p.DataDate != nil || p.Calendar != nil || p.BusinessCase != nil
}

// Where returns the place in the file of what a path names
// (`tasks["4.1/overblik"].duration`; strict.Join makes such paths), and false
// for a plan that was not read from a file or a path that it does not hold.
func (p *Plan) Where(path string) (strict.Place, bool) {
	if p.document == nil {
		return strict.Place{}, false
	}
	return p.document.Where(path)
}
