package staffing

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/rickb777/date/v2"
)

// Staffing is who is needed when, against who there is.
type Staffing struct {
	People []Row // of the plan, in the order of their ids
	Roles  []Row // that have work, in the playbook's order

	// Estimated are the hours of the estimate: Dated, of work with dates, Undated, of work
	// that hangs on a date nobody knows, and DoneUndated, of work that is over on days that
	// nobody tells.
	Estimated, Dated, Undated, DoneUndated drejebog.Hours

	Waiting  []Undated  // the hours that hang on a date nobody knows, by role, project
	Done     []Undated  // those of work that is over on days that nobody tells, likewise
	Teams    []Team     // those who share the work of a role and whom the plan does not name
	Nobody   []Nobody   // roles with work that nobody in the plan has
	Clashes  []Clash    // the times with too little of somebody that are not over, the worst first
	LeftOver []LeftOver // the hours of Clashes by role and budget year, with their price
	Hires    []Hire     // what one more person of a role would save of them, the most first

	Smoothing *Smoothing // nil until the caller takes it from Smooth
	Levelling *Levelling // nil until the caller takes it from Level

	Findings []drejebog.Finding

	est    *estimate.Estimate
	pieces []piece
	people []person
	months [][]load // of the people, of the days ahead
	weeks  [][]load // the same
}

// Row is the need for a person or a role over time.
type Row struct {
	ID    string    // of the person or the role
	Name  lang.Text // of both
	Roles []string  // of a person: ids, with "@project" where only for one
	Who   []string  // of a role: ids of the people who have it, for any project

	PerWeek *drejebog.Hours // of a person: the hours a week that count; nil for a role, and where they are not known
	Basis   Basis           // of a person: where PerWeek is from; zero for a role

	Own, Backfill drejebog.Hours // with dates, all of them
	Undated       drejebog.Hours
	DoneUndated   drejebog.Hours

	Months, Weeks []Period // those with a need, in order
	Peak          *Period  // of Weeks: the one with the largest need; nil without any
	FirstOver     *Period  // of Weeks: the first in which more is needed than there is; nil where none is
}

// Period is a calendar month or an ISO week.
type Period struct {
	First, Last   date.Date
	Own, Backfill drejebog.Hours
	Available     *drejebog.Hours // nil where it is not known; of a role, what its people have for it
	Over          drejebog.Hours  // what is needed above that
	Projects      []ProjectHours  // the need, in the order of their ids
}

// ProjectHours are hours for a project, or for the kommune as such.
type ProjectHours struct {
	Project  string         `json:"project"` // id, or ""
	Own      drejebog.Hours `json:"own"`
	Backfill drejebog.Hours `json:"backfill"`
}

// Undated is work without dates.
type Undated struct {
	Role     string         `json:"role" form:"set"` // id
	Project  string         `json:"project"`         // id, or ""
	Own      drejebog.Hours `json:"own"`
	Backfill drejebog.Hours `json:"backfill"`
}

// Team are those who have a role that many have, beyond the people whom the plan names.
type Team struct {
	Role      string             `json:"role" form:"set"`      // id
	Project   string             `json:"project"`              // id, or ""
	People    int                `json:"people"`               // how many more there are
	Hours     drejebog.Hours     `json:"hours"`                // of theirs, with dates that are not over, and without
	Certainty drejebog.Certainty `json:"certainty" form:"set"` // of how many there are
}

// Nobody is a role that has work which nobody in the plan has it for.
type Nobody struct {
	Role     string         `json:"role" form:"set"` // id
	Projects []string       `json:"projects"`        // ids; "" for the kommune as such is left out
	Hours    drejebog.Hours `json:"hours"`           // with dates that are not over, and without
	First    *date.Date     `json:"first"`           // the first day of them; nil where there is none
}

// Clash is a run of months in which somebody is needed for more than there is; of the month
// that goes on, the days ahead alone.
type Clash struct {
	Person      string // id
	First, Last date.Date
	Need, Over  drejebog.Hours
	Available   drejebog.Hours
	Tasks       []TaskHours // whose need it is, the largest first

	Months []ClashMonth // what it adds up from
}

// ClashMonth is a month of a clash, or of the month that goes on what is left of it.
type ClashMonth struct {
	First, Last           date.Date
	Need, Available, Over drejebog.Hours
}

// TaskHours are hours for a task or what starts at a milestone.
type TaskHours struct {
	Task  string         `json:"task" form:"set"` // id
	Hours drejebog.Hours `json:"hours"`
}

// LeftOver is what people are short of in a role and a budget year.
type LeftOver struct {
	Role      string             `json:"role" form:"set"` // id
	Year      int                `json:"year"`
	Hours     drejebog.Hours     `json:"hours"`
	Rate      *drejebog.Kroner   `json:"rate"` // for an hour of a stand-in, else of the role's own; nil where neither is known
	Cost      *drejebog.Kroner   `json:"cost"`
	Certainty drejebog.Certainty `json:"certainty" form:"set"` // of the cost: the weakest of hours and rate
}

// Need is what is needed in a period.
func (p *Period) Need() drejebog.Hours { return p.Own.Add(p.Backfill) }

// Of staffs an estimate from its plan. The error is estimate.ErrNotComputed or ErrTooMuch.
// Of an estimate of one year it staffs the estimate of all.
func Of(est *estimate.Estimate) (*Staffing, error) {
	all := est.AllYears()
	if all == nil || !all.Schedule().IsComputed() {
		return nil, estimate.ErrNotComputed
	}
	s := &Staffing{est: all}
	s.people = peopleOf(all.Schedule().Plan)
	if err := s.takePieces(); err != nil {
		return nil, err
	}
	loads, err := s.loads()
	if err != nil {
		return nil, err
	}
	s.rows(loads)
	s.Waiting, s.Done = s.withoutDates(false), s.withoutDates(true)
	s.teams()
	s.nobody()
	s.clashes(loads)
	s.hires(loads)
	s.months, s.weeks = loads.monthsAhead, loads.weeksAhead
	s.findings()
	return s, nil
}

// Estimate is what the staffing was made from; nil for one that nobody made.
func (s *Staffing) Estimate() *estimate.Estimate {
	if s == nil {
		return nil
	}
	return s.est
}
