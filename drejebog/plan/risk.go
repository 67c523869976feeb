package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Risk is something that may happen to the programme, and what it would cost it
// in time and money.
type Risk struct {
	What        string          `yaml:"what,required" plan:"filled"`
	Task        string          `yaml:"task" plan:"of=node"`              // id of the task or milestone that it delays; "": none
	Probability decimal.Decimal `yaml:"probability,required" plan:"0..1"` // that it happens: 0.25 is once in four
	Delay       *WorkdaysRange  `yaml:"delay" plan:"0..5000"`             // of the task, if it happens; nil: none
	Kroner      *KronerRange    `yaml:"kroner"`                           // what it costs, if it happens; nil: nothing
	Owner       string          `yaml:"owner" plan:"of=person"`           // id of a person or a role
	Measure     string          `yaml:"measure"`                          // what is done about it; "": nothing yet
	Note        string          `yaml:"note"`
}

// WorkdaysRange is a three-point length in working days, rising.
type WorkdaysRange struct {
	Low    int `yaml:"low,required"`
	Likely int `yaml:"likely,required"`
	High   int `yaml:"high,required"`
}

// Baseline is what was agreed: the dates that the programme is held against.
type Baseline struct {
	Agreed     date.Date            `yaml:"agreed,required" plan:"fact"`      // the day that it was agreed
	Milestones map[string]date.Date `yaml:"milestones" plan:"keys=milestone"` // the date of each, by id
	Note       string               `yaml:"note"`
}

// Expenditure is what has been spent on lines of an estimate in a budget year.
type Expenditure struct {
	Line   `yaml:",inline"`
	Year   int             `yaml:"year,required" plan:"budget-year"` // budget year
	Kroner drejebog.Kroner `yaml:"kroner" plan:"kroner"`             // paid, at the prices of the year
	Hours  *drejebog.Hours `yaml:"hours" plan:"quantity"`            // own hours; nil: not counted
	Until  *date.Date      `yaml:"until" plan:"fact"`                // the last day that is booked; nil: not stated
	Note   string          `yaml:"note"`
}
