package steering

import (
	"cmp"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Clash is the person who is short of most hours in the months ahead.
type Clash struct {
	Person    string         `json:"person" form:"set"` // id
	First     date.Date      `json:"first"`             // of the first month in which it is short
	Last      date.Date      `json:"last"`              // of the last one within the months ahead
	Need      drejebog.Hours `json:"need"`              // in the months from First to Last
	Available drejebog.Hours `json:"available"`
	Over      drejebog.Hours `json:"over"`
	Task      string         `json:"task"` // id of what takes most time of it; "": not known
}

// Month is the load of the plan's people in a calendar month, of those that are needed.
type Month struct {
	First     date.Date      `json:"first"`
	Need      drejebog.Hours `json:"need"`
	Available drejebog.Hours `json:"available"` // of whose hours are known
	Over      drejebog.Hours `json:"over"`      // what is needed of some above what they have
}

func sortedKeys[T any](list map[string]T) []string { return slices.Sorted(maps.Keys(list)) }

// window is the months whose load is looked at: that of the report and those after it.
func (m *maker) window() (first, last date.Date) {
	first = date.New(m.on.Year(), m.on.Month(), 1)
	return first, drejebog.AddMonths(first, m.rules.LoadMonths) - 1
}

// clash sums up by person what is short in the months ahead.
func (m *maker) clash() *Clash {
	if m.Staffing == nil {
		return nil
	}
	first, last := m.window()
	var most *Clash
	for i := range m.Staffing.People {
		row := &m.Staffing.People[i]
		c := Clash{Person: row.ID}
		for j := range row.Months {
			p := &row.Months[j]
			if p.Last < first || p.First > last || p.Available == nil || p.Over.Sign() <= 0 {
				continue
			}
			if c.Over.IsZero() {
				c.First = p.First
			}
			c.Last = p.Last
			c.Need, c.Available, c.Over = c.Need.Add(p.Need()), c.Available.Add(*p.Available), c.Over.Add(p.Over)
		}
		if c.Over.Sign() > 0 && (most == nil || c.Over.Cmp(most.Over) > 0) {
			most = &c
		}
	}
	if most == nil {
		return nil
	}
	for i := range m.Staffing.Clashes {
		if c := &m.Staffing.Clashes[i]; c.Person == most.Person && c.First <= most.Last && c.Last >= most.First && len(c.Tasks) > 0 {
			most.Task = c.Tasks[0].Task
			break
		}
	}
	return most
}

func (m *maker) clashSaid(c *Clash) lang.Said {
	return m.say("steering/short", lang.Args{
		"who": m.who(c.Person), "over": hours(c.Over), "need": hours(c.Need), "available": hours(c.Available), "months": months(c.First, c.Last),
	})
}

// hours are whole: what people are short of is an estimate.
func hours(h drejebog.Hours) lang.Number { return lang.Decimals(h.Decimal(), 0) }

// months are the names of the first and the last month of a time.
func months(first, last date.Date) lang.Text {
	year := func(day date.Date) lang.Text { return lang.Written(lang.Plain(day.Year())) }
	name := func(day date.Date) lang.Text { return lang.Joined(" ", lang.MonthName(day.Month()), year(day)) }
	switch {
	case first.Month() == last.Month() && first.Year() == last.Year():
		return name(first)
	case first.Year() == last.Year():
		return lang.Joined(" ", lang.Joined("–", lang.MonthName(first.Month()), lang.MonthName(last.Month())), year(last))
	}
	return lang.Joined("–", name(first), name(last))
}

// nobodies are the roles with work in the months ahead that nobody has.
func (m *maker) nobodies() []lang.Text {
	first, last := m.window()
	var roles []lang.Text
	for i := range m.Staffing.Nobody {
		if n := &m.Staffing.Nobody[i]; n.First != nil && *n.First >= first && *n.First <= last {
			roles = append(roles, m.who(n.Role).Lower())
		}
	}
	return roles
}

// load is what the plan's people are needed for in the months ahead.
func (m *maker) load() []Month {
	if m.Staffing == nil || len(m.plan.People) == 0 {
		return nil
	}
	first, _ := m.window()
	months := make([]Month, m.rules.LoadMonths)
	for i := range months {
		months[i].First = drejebog.AddMonths(first, i)
	}
	for i := range m.Staffing.People {
		row := &m.Staffing.People[i]
		for j := range row.Months {
			p := &row.Months[j]
			at, ok := slices.BinarySearchFunc(months, date.New(p.Last.Year(), p.Last.Month(), 1), func(x Month, day date.Date) int { return cmp.Compare(x.First, day) })
			if !ok {
				continue
			}
			months[at].Need, months[at].Over = months[at].Need.Add(p.Need()), months[at].Over.Add(p.Over)
			if p.Available != nil {
				months[at].Available = months[at].Available.Add(*p.Available)
			}
		}
	}
	return months
}
