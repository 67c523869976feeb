package drejebog

import (
	"strings"

	"github.com/rickb777/date/v2"
)

// Head is what the JSON of every result begins with: which document it is, what
// it was computed from, and what was found on the way.
type Head struct {
	Schema   string     `json:"schema" form:"set"`  // "monopolbrud/<name>/<number>"
	Edition  string     `json:"edition" form:"set"` // of the playbook
	AsOf     *date.Date `json:"asOf"`               // what was known by the end of this day counts
	DataDate *date.Date `json:"dataDate"`           // what is left is planned from this day on
	Kommune  *Whose     `json:"kommune"`            // nil where the result is not about one
	Findings []Finding  `json:"findings"`
}

// Whose is the kommune that a result is about.
type Whose struct {
	Code       string `json:"code" form:"set"`
	Name       string `json:"name" form:"set"`
	Population *int   `json:"population"` // the newest count that was known
}

// Head begins the JSON of a result of a name, "timeline" say, that is about no
// kommune. The name of one whose keys have changed their meaning or gone has its
// number with it, "timeline/2"; else that is 1.
func (b *Playbook) Head(name string) Head {
	known := b.Known
	if !strings.Contains(name, "/") {
		name += "/1"
	}
	return Head{Schema: "monopolbrud/" + name, Edition: b.Edition.Number, AsOf: &known}
}

// HeadOf begins the JSON of a result about a kommune, as of a day. No data date
// is nil.
func (b *Playbook) HeadOf(name string, kommune Kommune, asOf date.Date, dataDate *date.Date, findings []Finding) Head {
	head := b.Head(name)
	count := kommune.PopulationOn(asOf).Count
	head.AsOf, head.DataDate, head.Findings = &asOf, dataDate, findings
	head.Kommune = &Whose{kommune.Code, kommune.Name, &count}
	return head
}
