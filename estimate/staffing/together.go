package staffing

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/rickb777/date/v2"
)

// Together is the staffing of several kommuner, with the people whom they share: a programme
// manager whom two have recruited, a network of five.
type Together struct {
	Plans    []*Staffing // in the order that they were handed in
	Shared   []Shared    // by what they are short of, the most first
	Findings []drejebog.Finding

	Levelling *LevelledTogether // nil until the caller takes it from Level
}

// Shared is one of the people whom several plans have: under the same id, and by the same
// name. His or her hours a week are for all of the plans together, so that each hour is
// there once.
type Shared struct {
	Person  string          // id
	Name    lang.Text       // of the person
	PerWeek *drejebog.Hours // the most that a plan states, else reckons with; nil where none knows
	Plans   []SharedBy      // in the order of the plans
	Months  []SharedMonth   // that are not over and have a need, in order

	Need, Over drejebog.Hours   // of Months
	Alone      drejebog.Hours   // what the plans, each by itself, are short of
	Cost       *drejebog.Kroner // of Over, for stand-ins in the roles that need it; nil where a rate is not known
	Certainty  drejebog.Certainty
}

// SharedBy is a plan that has one of the people whom several share.
type SharedBy struct {
	Kommune string          `json:"kommune" form:"set"` // code
	PerWeek *drejebog.Hours `json:"hoursPerWeek"`
	Need    drejebog.Hours  `json:"need"` // of the days ahead
	Alone   drejebog.Hours  `json:"over"` // what the plan by itself is short of
}

// SharedMonth is a month of somebody whom several plans share.
type SharedMonth struct {
	First     date.Date        `json:"first"`
	Last      date.Date        `json:"last"`
	Need      drejebog.Hours   `json:"need"`
	Available *drejebog.Hours  `json:"available"`
	Over      drejebog.Hours   `json:"over"`
	Needs     []drejebog.Hours `json:"needs"` // of each plan that shares the person, in their order
}

// ErrTwice says that two plans are of one kommune: each has the hours of all its programmes.
var ErrTwice = errors.New("staffing: two plans of one kommune")

// Join finds whom several plans share, and what they are short of together. Each plan counts
// from the day that it is seen from. The error is ErrTwice, or estimate.ErrNotComputed.
func Join(plans ...*Staffing) (*Together, error) {
	for i, s := range plans {
		if s.Estimate() == nil {
			return nil, estimate.ErrNotComputed
		}
		for _, other := range plans[:i] {
			if s.est.Kommune.Code == other.est.Kommune.Code {
				return nil, ErrTwice
			}
		}
	}
	t := &Together{Plans: slices.Clone(plans)}
	for _, held := range holdersOf(plans) {
		if len(held) > 1 {
			t.Shared = append(t.Shared, t.shared(held))
			t.differing(held)
		}
	}
	t.namesakes()
	slices.SortStableFunc(t.Shared, func(a, b Shared) int { return cmp.Or(b.Over.Cmp(a.Over), cmp.Compare(a.Person, b.Person)) })
	return t, nil
}

// holder is one of the people of a plan.
type holder struct {
	plan  int
	s     *Staffing
	index int
}

func (h holder) person() *person { return &h.s.people[h.index] }

// holdersOf are the people of plans, those of one id and name together, by id and name.
func holdersOf(plans []*Staffing) [][]holder {
	type key struct{ id, name string }
	of := map[key][]holder{}
	var keys []key
	for i, s := range plans {
		for k := range s.people {
			p := &s.people[k]
			at := key{p.id, strings.TrimSpace(p.of.Name)}
			if at.name == "" {
				continue // a position, of which each kommune has one
			}
			if of[at] == nil {
				keys = append(keys, at)
			}
			of[at] = append(of[at], holder{i, s, k})
		}
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.name, b.name)) })
	var list [][]holder
	for _, at := range keys {
		list = append(list, of[at])
	}
	return list
}

// surest is the one of holders whose hours a week count for all: with the most that a plan
// states, else with the most that one reckons with; nil where no plan knows them.
func surest(held []holder) *person {
	var best *person
	for _, h := range held {
		switch p := h.person(); {
		case p.basis == Unlimited:
		case best == nil || p.basis < best.basis || p.basis == best.basis && p.perWeek > best.perWeek:
			best = p
		}
	}
	return best
}

// available is what there is of somebody whom plans share from one day to another: on the
// days ahead on which one of the kommuner works and no plan says that he or she is away.
func available(held []holder, best *person, first, last date.Date) (sum int64) {
	for day := first; day <= last; day++ {
		most := int64(0)
		for _, h := range held {
			if h.person().isAway(day) {
				most = 0
				break
			}
			if sched := h.s.est.Schedule(); day < sched.SeenFrom() || sched.Workdays(day, day) == 0 {
				continue
			}
			there := best.perDay()
			if slices.Contains(h.s.halfDays(day, day), day) {
				there /= 2
			}
			most = max(most, there)
		}
		sum += most
	}
	return sum
}

// sharedLoad is a month of somebody whom plans share, in hundredths of hours.
type sharedLoad struct {
	load
	needs []int64 // by holder
	of    []*load // by holder, nil for none
}

func (t *Together) shared(held []holder) Shared {
	s := Shared{Person: held[0].person().id, Name: personName(held[0].person()), Certainty: drejebog.Stated}
	best := surest(held)
	if best != nil {
		hours := hoursOf(best.perWeek)
		s.PerWeek = &hours
	}
	months := t.months(held, best)
	s.Plans = make([]SharedBy, len(held))
	for k, h := range held {
		s.Plans[k].Kommune = h.s.est.Kommune.Code
		if p := h.person(); p.basis != Unlimited {
			hours := hoursOf(p.perWeek)
			s.Plans[k].PerWeek = &hours
		}
	}
	cost, priced := drejebog.Kroner{}, true
	for i := range months {
		m := &months[i]
		month := SharedMonth{First: m.first, Last: m.last, Need: hoursOf(m.need), Over: hoursOf(m.over)}
		if best != nil {
			hours := hoursOf(m.available)
			month.Available = &hours
		}
		for k, need := range m.needs {
			month.Needs = append(month.Needs, hoursOf(need))
			s.Plans[k].Need = s.Plans[k].Need.Add(hoursOf(need))
			if m.of[k] != nil {
				s.Plans[k].Alone, s.Alone = s.Plans[k].Alone.Add(hoursOf(m.of[k].over)), s.Alone.Add(hoursOf(m.of[k].over))
			}
		}
		s.Need, s.Over = s.Need.Add(month.Need), s.Over.Add(month.Over)
		s.Months = append(s.Months, month)
		price, certainty, known := m.price(held)
		cost, s.Certainty, priced = cost.Add(price), s.Certainty.Weaker(certainty), priced && known
	}
	if priced {
		s.Cost = &cost
	}
	return s
}

// months adds the months ahead of holders up: the needs, against the hours of the one
// that is surest: stated hours beat those that are reckoned with.
func (t *Together) months(held []holder, best *person) []sharedLoad {
	var list []sharedLoad
	for k, h := range held {
		for i := range h.s.months[h.index] {
			m := &h.s.months[h.index][i]
			at, found := slices.BinarySearchFunc(list, m.first, func(have sharedLoad, first date.Date) int { return int(have.first - first) })
			if !found {
				list = slices.Insert(list, at, sharedLoad{load{first: m.first, last: m.last}, make([]int64, len(held)), make([]*load, len(held))})
			}
			into := &list[at]
			into.need, into.needs[k], into.of[k] = into.need+m.need, m.need, m
		}
	}
	for i := range list {
		if m := &list[i]; best != nil {
			m.available = available(held, best, m.first, m.last)
			m.over = max(m.need-m.available, 0)
		}
	}
	return list
}

// price is what stand-ins cost for what is missing in a month: of each plan and role so much
// as it needs of the whole.
func (m *sharedLoad) price(held []holder) (cost drejebog.Kroner, certainty drejebog.Certainty, known bool) {
	certainty, known = drejebog.Stated, true
	for k, over := range parted(m.over, m.needs) {
		if over == 0 {
			continue
		}
		part := *m.of[k]
		part.over = over
		s := held[k].s
		for _, of := range s.byRole(&part, true) {
			if of.over == 0 {
				continue
			}
			rate, sure, has := s.hourPrice(of.role, m.first.Year(), estimate.Backfill, estimate.Own)
			if !has {
				known = false
				continue
			}
			cost, certainty = cost.Add(hoursOf(of.over).Times(rate).Round(2)), s.weakest(certainty.Weaker(sure), of.parts)
		}
	}
	return cost, certainty, known
}

// differing tells that plans state different hours a week of somebody whom they share, or
// that one reckons with others than are stated.
func (t *Together) differing(held []holder) {
	best := surest(held)
	for _, h := range held {
		p := h.person()
		if p.basis == Unlimited || best.basis != Stated || p.perWeek == best.perWeek {
			continue
		}
		code := "DB-450"
		if p.basis == Mean {
			code = "DB-451"
		}
		t.found(code, h, lang.Args{
			"who": personName(p), "hours": lang.Exactly(hoursOf(p.perWeek).Decimal()), "kommune": lang.Both(h.s.est.Kommune.Name), "most": lang.Exactly(hoursOf(best.perWeek).Decimal()),
		})
	}
}

// namesakes tells of people of one name who have different ids in different plans.
func (t *Together) namesakes() {
	first := map[string]holder{}
	for i, s := range t.Plans {
		for k := range s.people {
			h := holder{i, s, k}
			p := h.person()
			name := strings.TrimSpace(p.of.Name)
			if name == "" {
				continue
			}
			one, has := first[name]
			if !has {
				first[name] = h
			} else if one.plan != i && one.person().id != p.id {
				t.found("DB-449", h, lang.Args{
					"who": personName(p), "id": lang.Both(p.id), "kommune": lang.Both(s.est.Kommune.Name),
					"other": lang.Both(one.person().id), "otherKommune": lang.Both(one.s.est.Kommune.Name),
				})
			}
		}
	}
}

func (t *Together) found(code string, h holder, args lang.Args) {
	sched := h.s.est.Schedule()
	f := sched.Book.Finding(code, args)
	f.Subject, f.Actor, f.Section = h.person().id, "kommune", drejebog.SectionOf(sched.Book.Landmarks.Lead)
	f.Place = h.s.placeOf(f.Subject)
	t.Findings = append(t.Findings, f)
}

// Head is what the JSON begins with.
func (t *Together) Head() drejebog.Head {
	if t == nil || len(t.Plans) == 0 {
		return drejebog.Head{}
	}
	head := t.Plans[0].est.Schedule().Book.Head("staffing-together")
	head.Findings = t.Findings
	return head
}

// MarshalJSON is the form that seeds/schema/staffing-together.schema.json describes.
func (t Together) MarshalJSON() ([]byte, error) { return form.JSON(t) }

type togetherForm struct {
	drejebog.Head
	Plans  []*Staffing `json:"plans"`
	Shared []Shared    `json:"shared"` // people whom several plans have

	Levelling *LevelledTogether `json:"levelling"` // when the go-lives come if nobody is hired
}

// Form has the head first.
func (t Together) Form() any { return togetherForm{t.Head(), t.Plans, t.Shared, t.Levelling} }

// MarshalJSON is the form of somebody whom plans share.
func (s Shared) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Form has the person's id.
func (s Shared) Form() any {
	return struct {
		Person    string             `json:"person" form:"set"`
		Name      lang.Text          `json:"name" form:"set"`
		PerWeek   *drejebog.Hours    `json:"hoursPerWeek"`
		Need      drejebog.Hours     `json:"need"`
		Over      drejebog.Hours     `json:"over"`
		Alone     drejebog.Hours     `json:"overAlone"` // what the plans, each by itself, are short of
		Cost      *drejebog.Kroner   `json:"cost"`
		Certainty drejebog.Certainty `json:"certainty" form:"set"`
		Plans     []SharedBy         `json:"plans"`
		Months    []SharedMonth      `json:"months"`
	}{s.Person, s.Name, s.PerWeek, s.Need, s.Over, s.Alone, s.Cost, s.Certainty, s.Plans, s.Months}
}

// MarshalJSON is the form of a plan that shares somebody.
func (s SharedBy) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the form of a month of somebody whom plans share.
func (m SharedMonth) MarshalJSON() ([]byte, error) { return form.JSON(m) }
