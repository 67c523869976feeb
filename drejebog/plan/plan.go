package plan

import (
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Plan is a kommune's own document. Everything but the kommune is optional;
// what it does not say, the playbook's expectations and the module's
// assumptions stand for.
type Plan struct {
	Kommune  string             `yaml:"kommune,required"` // name or four-digit code
	AsOf     *date.Date         `yaml:"asOf"`             // what was known by this day counts; nil: the newest edition's date
	DataDate *date.Date         `yaml:"dataDate"`         // progress is reported up to the end of this day; nil: no progress logic
	Projects map[string]Project `yaml:"projects"`         // by project id: "sapa"
	Drivers  map[string]int     `yaml:"drivers"`          // by driver id, with "@project" or "@system" where it has one: "users@sapa"
	Tasks    map[string]Task    `yaml:"tasks"`            // by task id: "4.10/superbrugere@sapa"

	document *strict.Document
}

// Project is what the kommune knows of one of the shared systems.
type Project struct {
	GoLive         *When `yaml:"goLive"`         // first day in use; nil: the playbook's national date
	Implementation *When `yaml:"implementation"` // first day of the implementation in the kommune; nil: at go-live
}

// Task is what the kommune knows of one of its tasks.
type Task struct {
	Duration      *int       `yaml:"duration"`      // working days in all
	PlannedStart  *date.Date `yaml:"plannedStart"`  // not begun before this day
	PlannedFinish *date.Date `yaml:"plannedFinish"` // last day, as planned
	ActualStart   *date.Date `yaml:"actualStart"`
	ActualFinish  *date.Date `yaml:"actualFinish"` // last day
	Remaining     *int       `yaml:"remaining"`    // working days left at the data date
	NotRelevant   *string    `yaml:"notRelevant"`  // the reason why the task is not done here; nil: it is
	Note          string     `yaml:"note"`
}

// Local reports whether the plan holds anything beyond the kommune and dates
// of knowledge: whether an answer computed from it rests on local data.
func (p *Plan) Local() bool {
	return len(p.Projects)+len(p.Drivers)+len(p.Tasks) > 0 || p.DataDate != nil
}

// Where returns the place in the file of what a path names
// (`tasks["4.1/overblik"].duration`: a key that is no plain word is quoted, as
// strict.Join does it), and false for a plan that was not read from a file or
// a path that it does not hold.
func (p *Plan) Where(path string) (strict.Place, bool) {
	if p.document == nil {
		return strict.Place{}, false
	}
	return p.document.Where(path)
}
