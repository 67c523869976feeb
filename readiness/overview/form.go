package overview

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/overview.schema.json describes.
func (o Overview) MarshalJSON() ([]byte, error) { return form.JSON(o) }

// MarshalJSON is the kommune's part of the form of an Overview.
func (r Row) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// MarshalJSON is its part of the form of an Overview.
func (d Delay) MarshalJSON() ([]byte, error) { return form.JSON(d) }

type overviewForm struct {
	drejebog.Head         // whose findings are with their kommuner
	Kommuner      []Row   `json:"kommuner"`
	KnockOn       []Delay `json:"knockOn"`
}

// Form is the rows behind the head that every result has.
func (o Overview) Form() any {
	f := overviewForm{Kommuner: o.Rows, KnockOn: o.Delays}
	if o.Book != nil {
		f.Head = o.Book.Head("overview")
	}
	return f
}

type rowForm struct {
	Rank     *int                  `json:"rank"` // nil without local data
	Kommune  *drejebog.Whose       `json:"kommune"`
	SeenFrom date.Date             `json:"seenFrom"`
	Local    bool                  `json:"local"`
	Behind   []string              `json:"behind"`
	Network  []string              `json:"network"`
	Projects []rowProjectForm      `json:"projects"`
	Matters  []readiness.Criterion `json:"matters"`
	Findings []drejebog.Finding    `json:"findings"`
}

type rowProjectForm struct {
	ID         string                   `json:"id" form:"set"`
	Verdict    readiness.Recommendation `json:"verdict" form:"set"`
	Lights     lightsForm               `json:"lights"`
	Score      readiness.Score          `json:"score"`
	Categories []readiness.Category     `json:"categories"`
}

type lightsForm struct {
	Time    readiness.Rating `json:"time"`
	Money   readiness.Rating `json:"money"`
	Quality readiness.Rating `json:"quality"`
}

// Form is how the kommune stands with each project.
func (r Row) Form() any {
	if r.Assessment == nil || r.Schedule == nil {
		return rowForm{}
	}
	f := rowForm{
		Kommune:  r.Schedule.Book.HeadOf("overview", r.Kommune, r.Schedule.AsOf, nil, nil).Kommune,
		SeenFrom: r.On, Local: r.Local, Behind: r.Behind, Network: r.Network, Matters: r.Criteria, Findings: r.Findings,
	}
	if r.Rank > 0 {
		f.Rank = &r.Rank
	}
	for i := range r.Projects {
		p := &r.Projects[i]
		f.Projects = append(f.Projects, rowProjectForm{p.ID, p.Recommendation, lightsForm{p.Time, p.Money, p.Quality}, p.Score, p.Categories})
	}
	return f
}

// Form says also whether the later kommune cannot begin as planned.
func (d Delay) Form() any {
	return struct {
		Project string    `json:"project" form:"set"`
		From    string    `json:"from" form:"set"` // code
		To      string    `json:"to" form:"set"`   // code
		Slip    int       `json:"slipWorkdays"`
		Slack   int       `json:"slackWorkdays"`
		Left    int       `json:"leftWorkdays"`
		Live    date.Date `json:"live"`
		AtRisk  bool      `json:"atRisk"`
	}{d.Project, d.From, d.To, d.Slip, d.Slack, d.Left, d.Live, d.AtRisk()}
}
