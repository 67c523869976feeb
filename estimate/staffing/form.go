package staffing

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Head is what the JSON begins with. Its findings are those of schedule and estimate, then
// the staffing's own.
func (s *Staffing) Head() drejebog.Head {
	if s == nil || s.est == nil {
		return drejebog.Head{}
	}
	return s.est.HeadOf("staffing", s.Findings...)
}

// MarshalJSON is the form that seeds/schema/staffing.schema.json describes.
func (s Staffing) MarshalJSON() ([]byte, error) { return form.JSON(s) }

type staffingForm struct {
	drejebog.Head
	Estimated drejebog.Hours `json:"estimated"` // of the estimate: the next three together
	Dated     drejebog.Hours `json:"dated"`
	Undated   drejebog.Hours `json:"undated"`     // hangs on a date that nobody knows
	Done      drejebog.Hours `json:"doneUndated"` // over on days that nobody tells
	People    []Row          `json:"people"`
	Roles     []Row          `json:"roles"`
	Waiting   []Undated      `json:"waiting"` // behind undated
	DoneOf    []Undated      `json:"done"`    // behind doneUndated
	Teams     []Team         `json:"teams"`
	Nobody    []Nobody       `json:"nobody"`
	Clashes   []Clash        `json:"clashes"`
	LeftOver  []LeftOver     `json:"leftOver"`
	Hires     []Hire         `json:"hires"` // what one more person of a role would save, each alone
	Smoothing *Smoothing     `json:"smoothing"`
	Levelling *Levelling     `json:"levelling"` // when the go-lives come if nobody is hired
}

// Form has the head first.
func (s Staffing) Form() any {
	return staffingForm{
		Head: s.Head(), Estimated: s.Estimated, Dated: s.Dated, Undated: s.Undated, Done: s.DoneUndated,
		People: s.People, Roles: s.Roles, Waiting: s.Waiting, DoneOf: s.Done, Teams: s.Teams, Nobody: s.Nobody, Clashes: s.Clashes, LeftOver: s.LeftOver,
		Hires: s.Hires, Smoothing: s.Smoothing, Levelling: s.Levelling,
	}
}

// MarshalJSON is the form of a row.
func (r Row) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// Form has when a row is at its peak and over first as the week's first day.
func (r Row) Form() any {
	f := struct {
		ID        string          `json:"id" form:"set"`
		Name      lang.Text       `json:"name" form:"set"`
		Roles     []string        `json:"roles"` // of a person
		Who       []string        `json:"who"`   // of a role: ids of people
		PerWeek   *drejebog.Hours `json:"hoursPerWeek"`
		Basis     Basis           `json:"hoursFrom"`
		Own       drejebog.Hours  `json:"own"` // with dates
		Backfill  drejebog.Hours  `json:"backfill"`
		Undated   drejebog.Hours  `json:"undated"`
		Done      drejebog.Hours  `json:"doneUndated"`
		Peak      *date.Date      `json:"peak"`      // Monday of the week with the largest need
		FirstOver *date.Date      `json:"firstOver"` // Monday of the first week in which more is needed than there is
		Months    []Period        `json:"months"`
		Weeks     []Period        `json:"weeks"`
	}{
		ID: r.ID, Name: r.Name, Roles: r.Roles, Who: r.Who, PerWeek: r.PerWeek, Basis: r.Basis, Own: r.Own, Backfill: r.Backfill,
		Undated: r.Undated, Done: r.DoneUndated, Months: r.Months, Weeks: r.Weeks,
	}
	if r.Peak != nil {
		f.Peak = &r.Peak.First
	}
	if r.FirstOver != nil {
		f.FirstOver = &r.FirstOver.First
	}
	return f
}

// MarshalJSON is the form of a period.
func (p Period) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// Form has the whole need too.
func (p Period) Form() any {
	return struct {
		First     date.Date       `json:"first"`
		Last      date.Date       `json:"last"`
		Need      drejebog.Hours  `json:"need"` // the next two together
		Own       drejebog.Hours  `json:"own"`
		Backfill  drejebog.Hours  `json:"backfill"`
		Available *drejebog.Hours `json:"available"`
		Over      drejebog.Hours  `json:"over"`
		Projects  []ProjectHours  `json:"projects"`
	}{p.First, p.Last, p.Need(), p.Own, p.Backfill, p.Available, p.Over, p.Projects}
}

// MarshalJSON is the form of a clash.
func (c Clash) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has the person's id.
func (c Clash) Form() any {
	return struct {
		Person    string         `json:"person" form:"set"`
		First     date.Date      `json:"first"`
		Last      date.Date      `json:"last"`
		Need      drejebog.Hours `json:"need"`
		Available drejebog.Hours `json:"available"`
		Over      drejebog.Hours `json:"over"` // the sum of what is over in each month
		Tasks     []TaskHours    `json:"tasks"`
	}{c.Person, c.First, c.Last, c.Need, c.Available, c.Over, c.Tasks}
}

// MarshalJSON is the form of hours for a project.
func (p ProjectHours) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// MarshalJSON is the form of work without dates.
func (u Undated) MarshalJSON() ([]byte, error) { return form.JSON(u) }

// MarshalJSON is the form of a role that nobody has.
func (n Nobody) MarshalJSON() ([]byte, error) { return form.JSON(n) }

// MarshalJSON is the form of a team.
func (t Team) MarshalJSON() ([]byte, error) { return form.JSON(t) }

// MarshalJSON is the form of hours for a task.
func (t TaskHours) MarshalJSON() ([]byte, error) { return form.JSON(t) }

// MarshalJSON is the form of what is left over.
func (l LeftOver) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON is the form of a hire.
func (h Hire) MarshalJSON() ([]byte, error) { return form.JSON(h) }

// MarshalJSON is the form of a month of a hire.
func (m HireMonth) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// MarshalJSON is the form of a levelling.
func (l Levelling) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON is the form of a go-live that is levelled.
func (g GoLive) MarshalJSON() ([]byte, error) { return form.JSON(g) }

// MarshalJSON is the form of one of the people of another kommune.
func (w Waited) MarshalJSON() ([]byte, error) { return form.JSON(w) }

// MarshalJSON is the form of a smoothing.
func (m Smoothing) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// Form has what is left over with the moves.
func (m Smoothing) Form() any {
	f := struct {
		Before   Short      `json:"before"`
		After    Short      `json:"after"` // with the moves
		Moves    []Move     `json:"moves"`
		Held     []string   `json:"held"`     // ids of tasks that get a planned date so that they do not follow
		LeftOver []LeftOver `json:"leftOver"` // with the moves
	}{Before: m.Before, After: m.After, Moves: m.Moves, Held: m.Held}
	if m.Staffing != nil {
		f.LeftOver = m.Staffing.LeftOver
	}
	return f
}

// MarshalJSON is the form of what people are short of.
func (a Short) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// MarshalJSON is the form of a move.
func (m Move) MarshalJSON() ([]byte, error) { return form.JSON(m) }
