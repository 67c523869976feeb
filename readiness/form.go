package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/readiness.schema.json describes.
func (a Assessment) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// MarshalJSON is the project's part of the form of an Assessment.
func (p ProjectAssessment) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// MarshalJSON is the requirement's part of the form of an Assessment.
func (i Item) MarshalJSON() ([]byte, error) { return form.JSON(i) }

// MarshalJSON is its part of the form of an Assessment.
func (p Prepared) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// MarshalJSON is the gate's part of the form of an Assessment.
func (g Gate) MarshalJSON() ([]byte, error) { return form.JSON(g) }

// MarshalJSON is its part of the form of a Gate.
func (b Block) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// MarshalJSON is its part of the form of an Assessment.
func (b Blocker) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// MarshalJSON is its part of the form of an Assessment.
func (f Forecast) MarshalJSON() ([]byte, error) { return form.JSON(f) }

// MarshalJSON is its part of the form of an Assessment.
func (l Rating) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON is its part of the form of an Assessment.
func (s Score) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the category's part of the form of an Assessment.
func (c Category) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON is the topic's part of the form of an Assessment.
func (m Criterion) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// MarshalJSON is its part of the form of an Assessment.
func (r Reminder) MarshalJSON() ([]byte, error) { return form.JSON(r) }

type assessmentForm struct {
	drejebog.Head
	SeenFrom  date.Date           `json:"seenFrom"`
	Local     bool                `json:"local"`
	Projects  []ProjectAssessment `json:"projects"`
	Matters   []Criterion         `json:"matters"`
	Facts     []LaterFact         `json:"laterFacts"`
	Reminders []Reminder          `json:"reminders"` // of the next RemindDays days
}

// Form is the assessment behind the head that every result has.
func (a Assessment) Form() any {
	s := a.Schedule
	if s == nil || s.Book == nil || s.Plan == nil {
		return assessmentForm{}
	}
	return assessmentForm{
		Head:     s.Book.HeadOf("readiness", a.Kommune, s.AsOf, s.Plan.DataDate, a.Findings),
		SeenFrom: a.On, Local: a.Local, Projects: a.Projects, Matters: a.Criteria, Facts: a.Facts, Reminders: a.Reminders(RemindDays),
	}
}

type projectForm struct {
	ID             string         `json:"id" form:"set"`
	Name           string         `json:"name" form:"set"`
	Verdict        Recommendation `json:"verdict" form:"set"`
	Reasons        []lang.Said    `json:"reasons"`
	Implementation timeline.When  `json:"implementation"`
	GoLive         timeline.When  `json:"goLive"`
	EarliestImpl   *date.Date     `json:"earliestImplementation"`
	Wave           *int           `json:"wave"`
	Priority       *int           `json:"priority"`
	Lights         lightsForm     `json:"lights"`
	Published      *date.Date     `json:"requirementsPublished"`
	Score          Score          `json:"score"`
	Categories     []Category     `json:"categories"`
	Requirements   []Item         `json:"requirements"`
	Preparation    []Prepared     `json:"preparation"`
	Gates          []Gate         `json:"gates"`
	Blockers       []Blocker      `json:"blockers"`
	Forecast       Forecast       `json:"forecast"`
	Matters        []Criterion    `json:"matters"`
}

// Form has the three lights together, and of the list its day.
func (p ProjectAssessment) Form() any {
	f := projectForm{
		ID: p.ID, Name: p.Name, Verdict: p.Recommendation, Reasons: p.Reasons, Implementation: p.Implementation, GoLive: p.GoLive,
		EarliestImpl: p.EarliestImpl, Wave: p.Wave, Priority: p.Priority, Lights: p.lights(),
		Score: p.Score, Categories: p.Categories, Requirements: p.Items, Preparation: p.Preparation, Gates: p.Gates, Blockers: p.Blockers,
		Forecast: p.Forecast, Matters: p.Criteria,
	}
	if p.List != nil {
		f.Published = &p.List.Published
	}
	return f
}

type lightsForm struct {
	Time    Rating `json:"time"`
	Money   Rating `json:"money"`
	Quality Rating `json:"quality"`
}

func (p *ProjectAssessment) lights() lightsForm { return lightsForm{p.Time, p.Money, p.Quality} }

// Form has a percentage only where there is something to score.
func (s Score) Form() any {
	f := struct {
		Percent   *int `json:"percent"` // nil: nothing to score
		Confirmed int  `json:"confirmed"`
		Applies   int  `json:"applies"`
		Answered  int  `json:"answered"`
		All       int  `json:"all"`
	}{nil, s.Confirmed, s.Applies, s.Answered, s.All}
	if s.Known {
		f.Percent = &s.Percent
	}
	return f
}

// Form has the category's id and name.
func (c Category) Form() any {
	f := struct {
		ID    string    `json:"id" form:"set"`
		Name  lang.Text `json:"name"`
		Light Light     `json:"light" form:"set"`
		Score Score     `json:"score"`
	}{Light: c.Light, Score: c.Score}
	if c.Category != nil {
		f.ID, f.Name = c.Category.ID, c.Category.Name
	}
	return f
}

type itemForm struct {
	Key         string           `json:"key" form:"set"`
	Text        lang.Text        `json:"text"`
	State       plan.AnswerState `json:"state"` // null: unanswered
	On          *date.Date       `json:"on"`
	By          string           `json:"by"`
	Since       *date.Date       `json:"confirmedSince"`
	Due         *date.Date       `json:"due"`
	Responsible string           `json:"responsible"`
	Executor    string           `json:"executor"`
	Percent     int              `json:"percent"`
	Evidence    []evidenceForm   `json:"evidence"`
}

type evidenceForm struct {
	What string     `json:"what"`
	On   *date.Date `json:"on"`
}

// Form has the requirement's text and the answer's parts.
func (i Item) Form() any {
	f := itemForm{
		Key: i.Key, State: i.State, On: i.Answer.On, By: i.Answer.By, Since: i.Since, Due: i.Due,
		Responsible: i.Responsible, Executor: i.Executor, Percent: i.Share * 100 / whole,
	}
	if i.Requirement != nil {
		f.Text = i.Requirement.Both()
	}
	for _, e := range i.Answer.Evidence {
		f.Evidence = append(f.Evidence, evidenceForm{e.What, e.On})
	}
	return f
}

// Form has the requirement's text.
func (p Prepared) Form() any {
	f := struct {
		Key         string        `json:"key" form:"set"`
		Text        lang.Text     `json:"text"`
		State       PreparedState `json:"state" form:"set"`
		On          *date.Date    `json:"on"`
		Latest      *date.Date    `json:"latest"`
		Responsible string        `json:"responsible"`
	}{Key: p.Key, State: p.State, On: p.On, Latest: p.Latest, Responsible: p.Responsible}
	if p.Requirement != nil {
		f.Text = p.Requirement.Both()
	}
	return f
}

type gateForm struct {
	Milestone    string           `json:"milestone" form:"set"`
	Name         lang.Text        `json:"name"`
	Actor        string           `json:"actor"`
	State        GateState        `json:"state" form:"set"`
	Deadline     *date.Date       `json:"deadline"`
	DeadlineKind drejebog.EndKind `json:"deadlineKind"`
	Latest       *date.Date       `json:"latest"`
	Expected     timeline.When    `json:"expected"`
	Passed       *date.Date       `json:"passed"`
	WorkdaysLeft *int             `json:"workdaysLeft"`
	Blocks       []Block          `json:"blocks"`
}

// Form has the names of a gate's keys.
func (g Gate) Form() any {
	return gateForm{
		Milestone: g.Milestone, Name: g.Name, Actor: g.Actor, State: g.State, Deadline: g.Deadline, DeadlineKind: g.DeadlineKind, Latest: g.Latest,
		Expected: g.Expected, Passed: g.Passed, WorkdaysLeft: g.Left, Blocks: g.Blocks,
	}
}

type blockerForm struct {
	Gate string `json:"gate" form:"set"`
	blockForm
}

type blockForm Block

// Form is the block behind its gate.
func (b Blocker) Form() any { return blockerForm{b.Gate, blockForm(b.Block)} }

type criterionForm struct {
	Topic   string         `json:"topic" form:"set"`
	Name    lang.Text      `json:"name"`
	Project string         `json:"project"`
	Light   Light          `json:"light" form:"set"`
	Text    lang.Sentences `json:"text"`
	Code    string         `json:"code"`
	Actor   string         `json:"actor"`
	Role    string         `json:"role"`
	By      *date.Date     `json:"by"`
	Section string         `json:"section"`
}

// Form has the topic's id, name and section.
func (m Criterion) Form() any {
	f := criterionForm{Project: m.Project, Light: m.Light, Text: m.Says, Code: m.Code, Actor: m.Actor, Role: m.Role, By: m.By}
	if m.Topic != nil {
		f.Topic, f.Name, f.Section = m.Topic.ID, m.Topic.Name, m.Topic.Section
	}
	return f
}
