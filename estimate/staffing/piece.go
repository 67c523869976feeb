package staffing

import (
	"cmp"
	"errors"
	"math/bits"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/level"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// piece is work of one role that lies evenly on the working days of a span. Hours are
// hundredths.
type piece struct {
	task, project, role string
	kind                estimate.Kind
	hours               int64
	dated, done         bool // done: over on days that nobody tells
	first, last         date.Date
	shares              []share // who does it; nil for a role that nobody in the plan has
	others              int64   // what those do of it whom the plan does not name
	certainty           drejebog.Certainty
	stated              bool // the plan says the hours or who does it
}

// unnamed is what nobody whom the plan names does.
func (p *piece) unnamed() int64 {
	if p.shares == nil {
		return p.hours
	}
	return p.others
}

// share is what one of the people does of a piece.
type share struct {
	person int
	hours  int64
}

// ErrTooMuch says that the estimate has more hours for a task than any kommune has people
// for: more than ten million.
var ErrTooMuch = errors.New("staffing: hours of a task are out of all proportion")

// takePieces makes the pieces of the estimate's cells.
func (s *Staffing) takePieces() error {
	for i := range s.est.Cells {
		c := &s.est.Cells[i]
		if c.Hours.IsZero() {
			continue
		}
		if c.Hours.Sign() < 0 || c.Hours.Decimal().GreaterThan(mostHours) {
			return ErrTooMuch
		}
		first, last, known := s.est.Span(c)
		s.Estimated = s.Estimated.Add(c.Hours)
		done := !known && s.est.IsUntold(c)
		switch {
		case known:
			s.Dated = s.Dated.Add(c.Hours)
		case done:
			s.DoneUndated = s.DoneUndated.Add(c.Hours)
		default:
			s.Undated = s.Undated.Add(c.Hours)
		}
		s.pieces = append(s.pieces, piece{
			task: c.Task, project: c.Project, role: c.Role, kind: c.Kind, hours: hundredths(c.Hours), dated: known, done: done, first: first, last: last,
			certainty: c.Certainty, stated: c.Certainty == drejebog.Stated,
		})
	}
	for i := range s.pieces {
		s.assign(&s.pieces[i])
	}
	return nil
}

// mostHours is what package level takes as the whole of a demand.
var mostHours = decimal.New(level.MaxUnits, -2)

// assign says who does a piece: whom the plan names for the task, as far as it is work of
// the step's role or of one that he or she has, who answers for what many do does not do it
// all; else those who have the role for the project, by their hours a week.
func (s *Staffing) assign(p *piece) {
	sched := s.est.Schedule()
	many, _ := s.headcount(p.role, p.project)
	if t := sched.Task(p.task); t != nil && t.Step != nil {
		_, executor := sched.SeesTo(t)
		facts := sched.Facts(t.ID)
		if i := s.person(executor.ID); i >= 0 && (many == 0 || facts.Executor != "") &&
			(p.role == t.Step.Role || slices.Contains(sched.Plan.Holders(p.role, p.project), executor.ID)) {
			p.shares, p.stated = []share{{i, p.hours}}, p.stated || facts.Executor != "" || facts.Responsible != ""
			return
		}
		if sched.Book.Role(executor.ID) != nil && p.role == t.Step.Role {
			p.role = executor.ID
			many, _ = s.headcount(p.role, p.project)
		}
	}
	var who []int
	weight := int64(0)
	for _, id := range sched.Plan.Holders(p.role, p.project) {
		i := s.person(id)
		who, weight = append(who, i), weight+s.people[i].perWeek
	}
	named := p.hours
	if many > 0 {
		parts := parted(p.hours, []int64{int64(len(who)), int64(max(many-len(who), 0))})
		named, p.others = parts[0], parts[1]
	}
	var weights []int64
	for _, i := range who {
		if weight == 0 {
			weights = append(weights, 1)
			continue
		}
		weights = append(weights, s.people[i].perWeek)
	}
	for k, hours := range parted(named, weights) {
		if hours != 0 {
			p.shares = append(p.shares, share{who[k], hours})
		}
	}
}

// headcount is how many have a role for a project, or for that with the most where the
// work is for none; 0 where those whom the plan names are all.
func (s *Staffing) headcount(role, project string) (n int, certainty drejebog.Certainty) {
	book := s.est.Schedule().Book
	r := book.Role(role)
	if r == nil || r.Headcount == "" {
		return 0, 0
	}
	projects := []string{project}
	if project == "" {
		projects = projects[:0]
		for i := range book.Projects {
			projects = append(projects, book.Projects[i].ID)
		}
	}
	for _, id := range projects {
		if figure, c, known := s.est.DriverOf(r.Headcount, id); known && int(figure.IntPart()) > n {
			n, certainty = int(figure.IntPart()), c
		}
	}
	return n, certainty
}

// team is who is behind the people whom the plan names for a role.
func (s *Staffing) team(role, project string) Team {
	n, certainty := s.headcount(role, project)
	return Team{Role: role, Project: project, People: n - len(s.est.Schedule().Plan.Holders(role, project)), Certainty: certainty}
}

// person is the place of one of the people; -1 for who is none.
func (s *Staffing) person(id string) int {
	i, found := slices.BinarySearchFunc(s.people, id, func(p person, id string) int { return cmp.Compare(p.id, id) })
	if !found {
		return -1
	}
	return i
}

// parted divides a whole by weights, neither below zero, so that the parts add up to it: each is what the
// weights so far come to, rounded down, less those before it.
func parted(whole int64, weights []int64) []int64 {
	sum := int64(0)
	for _, w := range weights {
		sum += w
	}
	parts := make([]int64, len(weights))
	if sum == 0 {
		return parts
	}
	so, before := int64(0), int64(0)
	for i, w := range weights {
		so += w
		hi, lo := bits.Mul64(uint64(whole), uint64(so))
		upTo, _ := bits.Div64(hi, lo, uint64(sum))
		parts[i], before = int64(upTo)-before, int64(upTo)
	}
	return parts
}

func hundredths(hours drejebog.Hours) int64 { return hours.Decimal().Shift(2).IntPart() }

func hoursOf(hundredths int64) drejebog.Hours { return drejebog.HoursFromHundredths(hundredths) }
