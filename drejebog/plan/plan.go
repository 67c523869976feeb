package plan

import (
	"io"
	"maps"
	"reflect"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Plan is a kommune's own document. Everything but the kommune is optional;
// what it does not say, the playbook's expectations and the module's
// assumptions stand for.
type Plan struct {
	Kommune  string     `yaml:"kommune,required" plan:"of=kommune"` // name or four-digit code
	Note     string     `yaml:"note"`
	AsOf     *date.Date `yaml:"asOf"`     // what was known by this day counts; nil: the newest edition's date
	DataDate *date.Date `yaml:"dataDate"` // progress is reported up to the end of this day; nil: no progress logic

	Projects     map[string]Rollout     `yaml:"projects" plan:"keys=project"`                           // by project id: "sapa"
	Drivers      map[string]int         `yaml:"drivers" plan:"keys=driver quantity driver"`             // by driver id, with "@project" or "@system" where it has one: "users@sapa"
	People       map[string]Person      `yaml:"people" plan:"keys=own-key like=anna"`                   // by a short id of the kommune's choice: "anna"
	Contracts    map[string]Contract    `yaml:"contracts" plan:"keys=own-key like=kmd-sag-2009"`        // by a short id of the kommune's choice: "kmd-sag-2009"
	Deliverables map[string]Deliverable `yaml:"deliverables" plan:"keys=deliverable like=own/testdata"` // by milestone id, "ext/kravliste@sapa", or one of its own, "own/testdata"
	Tasks        map[string]Task        `yaml:"tasks" plan:"keys=task"`                                 // by task id: "4.10/superbrugere@sapa"
	Own          map[string]OwnTask     `yaml:"own" plan:"keys=own-task like=own/pilot most=2000"`      // by an id that begins with "own/": "own/pilot"
	Edges        []Edge                 `yaml:"edges" plan:"most=10000"`                                // dependencies beside the playbook's and those of the own tasks

	Calendar    *Calendar                 `yaml:"calendar"`
	Budget      map[string]BudgetCalendar `yaml:"budget" plan:"keys=budget-year"` // by budget year: "2015"
	Adjustments []Adjustment              `yaml:"adjustments"`
	Decisions   []Decision                `yaml:"decisions"`
	Readiness   map[string]Answer         `yaml:"readiness" plan:"keys=requirement like=migrering@sapa"` // by "category@project" or "category/requirement@project"
	Spent       []Expenditure             `yaml:"spent" plan:"most=10000"`
	Risks       map[string]Risk           `yaml:"risks" plan:"keys=own-key like=forsinket-leverance most=500"` // by a short id of the kommune's choice
	Baseline    *Baseline                 `yaml:"baseline"`
	Benefits    map[string]Benefit        `yaml:"benefits" plan:"keys=own-key like=kortere-svartid"` // by a short id of the kommune's choice

	Appropriation *Appropriation `yaml:"appropriation"`

	BusinessCase *BusinessCase    `yaml:"businessCase"`
	AddOns       map[string]AddOn `yaml:"addOns" plan:"keys=own-key like=fleksjobmodul"` // by a short id of the kommune's choice

	Agreements  map[string]Agreement       `yaml:"agreements" plan:"keys=project"`                    // data-processing agreements, by project id
	Environment map[string]EnvironmentItem `yaml:"environment" plan:"keys=own-key like=browser"`      // by a short id of the kommune's choice
	Migrations  map[string]Migration       `yaml:"migrations" plan:"keys=project"`                    // by project id
	Modules     map[string]Module          `yaml:"modules" plan:"keys=own-key like=administration"`   // parts of the shared systems, by a short id of the kommune's choice
	Interfaces  map[string]Interface       `yaml:"interfaces" plan:"keys=own-key like=byggesag-sapa"` // by a short id of the kommune's choice
	CleanUp     map[string]CleanUp         `yaml:"cleanUp" plan:"keys=cleaned"`                       // by id of a legacy system
	Training    []TrainingSession          `yaml:"training"`
	SagExit     map[string]SagExit         `yaml:"sagExit" plan:"keys=own-key like=borgerservice"` // user groups of KMD Sag, by a short id of the kommune's choice
	Processes   map[string]Process         `yaml:"processes" plan:"keys=own-key like=ansoegning"`  // by a short id of the kommune's choice
	Tenders     map[string]Tender          `yaml:"tenders" plan:"keys=own-key like=omsorgssystem"` // by a short id of the kommune's choice
	Tests       []TestRun                  `yaml:"tests"`

	origin
}

// origin is what is known of the document that a plan was read from.
type origin struct {
	name      string // that findings call the file
	document  *strict.Document
	faults    []strict.Fault          // of the document: what could not be read
	told      []drejebog.Finding      // what Read returned
	moved     map[string]string       // paths in the document of what stands under a key of the first version, by those of its home
	twicePaid []twicePaid             // payments of the first version that differ from those of the contracts
	renamed   map[string]string       // paths in the document of people whom Nameless calls otherwise, by those that they have
	kept      map[string][]int        // by path of a list that items were left out of: the numbers that the others had
	seen      *date.Date              // the day that the document is seen from; nil: the plan was not read
	taken     map[string]strict.Place // by path: where in another file what stands there was taken over from
}

// Rollout is what the kommune knows of one of the shared systems.
type Rollout struct {
	GoLive         *When `yaml:"goLive"`                 // first day in use, or the period that it falls in; nil: the playbook's national date
	Implementation *When `yaml:"implementation"`         // first day of the implementation in the kommune, or the period that it falls in; nil: at go-live
	Wave           *int  `yaml:"wave" plan:"1..50"`      // the wave of the roll-out that the kommune is in, from 1; nil: not known
	Priority       *int  `yaml:"priority" plan:"1..100"` // in the kommune's portfolio, 1 first; nil: not settled
}

// Deliverable is what the kommune knows of something that somebody else owes
// it: the playbook's own dates stand for what is not said.
type Deliverable struct {
	Name      string     `yaml:"name"`                      // of one of the kommune's own, by an id that begins with "own/"; the playbook names the others
	Actor     string     `yaml:"actor" plan:"of=party"`     // id of the party that owes it, of such a one
	Project   string     `yaml:"project" plan:"of=project"` // id of the project that it is for, of such a one; "": the kommune as such
	Promised  *date.Date `yaml:"promised"`                  // last day that it is promised for
	Delivered *date.Date `yaml:"delivered" plan:"fact"`     // the day that it came
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
	said := *p
	said.Kommune, said.Note, said.AsOf, said.origin = "", "", nil, origin{}
	v := reflect.ValueOf(said)
	for i := range v.NumField() {
		if !strict.IsAbsent(v.Field(i)) {
			return true
		}
	}
	return false
}

// Where returns the place in the file of what a path names
// (`tasks["4.1/overblik"].duration`; strict.Join makes such paths), and false
// for a plan that was not read from a file or a path that it does not hold. Of what was
// taken over from another file (TakenFrom) it is the place there, for whatever lies below
// it too.
func (p *Plan) Where(path string) (strict.Place, bool) {
	if place, ok := p.taken[path]; ok {
		return place, true
	}
	if place, ok := p.inDocument(path); ok || len(p.taken) == 0 {
		return place, ok
	}
	for above := range upwards(path) {
		if place, ok := p.taken[above]; ok {
			return place, true
		}
	}
	return strict.Place{}, false
}

// Innermost is the place of the last of keys, each within the one before it, that the
// plan's file holds below the first: a key of a mapping or the number of an item. It is
// zero for a plan without a file, or one that is silent.
func (p *Plan) Innermost(keys []string) strict.Place {
	path := ""
	var innermost strict.Place
	for i, key := range keys {
		within := strict.Join(path, key)
		place, ok := p.Where(within)
		if n, err := strconv.Atoi(key); !ok && err == nil {
			within = strict.Index(path, n)
			place, ok = p.Where(within)
		}
		if !ok {
			break
		}
		if path = within; i > 0 {
			innermost = place
		}
	}
	return innermost
}

// inDocument is where the file that the plan was read from has a path.
func (p *Plan) inDocument(path string) (strict.Place, bool) {
	if p.document == nil {
		return strict.Place{}, false
	}
	path = p.original(path)
	if first, ok := p.moved[path]; ok {
		path = first
	}
	return p.document.Where(path)
}

// TakenFrom notes that what stands at a path was taken over from a place in another
// file, for Where.
func (p *Plan) TakenFrom(path string, place strict.Place) {
	if p.taken == nil {
		p.taken = map[string]strict.Place{}
	}
	p.taken[path] = place
}

// Clone returns a copy that shares nothing with the plan that either can change;
// nil for nil. What is known of the file that it was read from goes along.
func (p *Plan) Clone() *Plan {
	if p == nil {
		return nil
	}
	copied := *p
	strict.Unshare(reflect.ValueOf(&copied).Elem())
	copied.taken = maps.Clone(p.taken)
	return &copied
}

// Write writes the plan as YAML, without comments: the keys in the order of
// the types, the entries of mappings in the order of their bytes, so that the
// same plan always gives the same bytes. Reading them gives the same plan. A
// plan that no file can hold, such as one with a control character in a
// text, is a *strict.WriteError; nothing is written then. Of a plan that was read, an entry
// is left out of which something that has to be there could not be read, and which Read told.
func (p *Plan) Write(w io.Writer) error {
	text, err := strict.YAML(p.complete())
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// WriteJSON writes the plan as JSON with the same keys in the same order.
// Numbers with decimals are texts, as Read takes them.
func (p *Plan) WriteJSON(w io.Writer) error {
	text, err := strict.JSON(p.complete())
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}
