package status

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/portfolio.schema.json describes.
func (p Portfolio) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// MarshalJSON is the row's part of the form of a Portfolio.
func (r Row) MarshalJSON() ([]byte, error) { return form.JSON(r) }

type portfolioForm struct {
	drejebog.Head       // whose findings are with their kommuner
	Kommuner      []Row `json:"kommuner"`
}

// Form is the rows behind the head that every result has.
func (p Portfolio) Form() any {
	if p.Book == nil {
		return portfolioForm{Kommuner: p.Rows}
	}
	return portfolioForm{p.Book.Head("portfolio/2"), p.Rows}
}

type rowForm struct {
	Rank              *int               `json:"rank"` // nil without local data
	Code              string             `json:"code" form:"set"`
	Name              string             `json:"name" form:"set"`
	Local             bool               `json:"local"`
	File              string             `json:"file"`
	SeenFrom          date.Date          `json:"seenFrom"`
	GoLives           []goLiveForm       `json:"goLives"`
	NextHardDate      *keydate.HardDate  `json:"nextHardDate"`
	Findings          []drejebog.Finding `json:"findings"`
	CriticalPath      []string           `json:"criticalPath"`
	CriticalPathFloat *int               `json:"criticalPathFloat"` // working days; nil without a critical path
}

// Form is what a steering group that follows many kommuner reads of one.
func (r Row) Form() any {
	if r.Status == nil || r.Schedule == nil {
		return rowForm{}
	}
	s := r.Schedule
	f := rowForm{
		Code: s.Kommune.Code, Name: s.Kommune.Name, Local: r.Summary.Local, File: r.File(), SeenFrom: r.Summary.SeenFrom,
		NextHardDate: r.Summary.Next, Findings: r.Findings, CriticalPath: s.CriticalPath,
	}
	if r.Rank > 0 {
		f.Rank = &r.Rank
	}
	if len(s.CriticalPath) > 0 {
		f.CriticalPathFloat = &s.CriticalPathFloat
	}
	for _, m := range r.Summary.GoLives {
		f.GoLives = append(f.GoLives, goLiveForm{m.Project, m.Date})
	}
	return f
}

type goLiveForm struct {
	Project string        `json:"project" form:"set"`
	Date    timeline.When `json:"date"`
}
