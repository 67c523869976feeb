package steering

import (
	"cmp"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/rickb777/date/v2"
)

// Clash is the person who is short of the largest share of its time in the months ahead.
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
	_, last := m.window()
	by := map[string]*Clash{}
	for i := range m.Staffing.Clashes {
		of := &m.Staffing.Clashes[i]
		if of.First > last {
			continue
		}
		c := by[of.Person]
		if c == nil {
			c = &Clash{Person: of.Person, First: of.First}
			by[of.Person] = c
		}
		if c.First = min(c.First, of.First); c.Task == "" && len(of.Tasks) > 0 {
			c.Task = of.Tasks[0].Task
		}
		for _, month := range of.Months {
			if month.First > last {
				break
			}
			c.Last = max(c.Last, month.Last)
			c.Need, c.Available, c.Over = c.Need.Add(month.Need), c.Available.Add(month.Available), c.Over.Add(month.Over)
		}
	}
	var most *Clash
	for _, person := range sortedKeys(by) {
		if c := by[person]; most == nil || cmp.Or(cmp.Compare(c.share(), most.share()), c.Over.Cmp(most.Over)) > 0 {
			most = c
		}
	}
	return most
}

// share is what is lacking in per cent of what there is.
func (c *Clash) share() int { return percent(c.Over.Decimal(), c.Available.Decimal()) }

func (m *maker) clashSaid(c *Clash) lang.Said {
	return m.say("steering/short", lang.Args{
		"who": m.who(c.Person), "over": hours(c.Over), "percent": lang.Whole(c.share()), "need": hours(c.Need), "available": hours(c.Available), "months": months(c.First, c.Last),
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

// timeless are those who are needed in the months ahead and of whom no hours are known.
func (m *maker) timeless() []lang.Text {
	if m.Staffing == nil {
		return nil
	}
	first, last := m.window()
	var who []lang.Text
	for i := range m.Staffing.People {
		row := &m.Staffing.People[i]
		if slices.ContainsFunc(row.Months, func(p staffing.Period) bool { return p.Last >= first && p.First <= last && p.Available == nil }) {
			who = append(who, m.who(row.ID))
		}
	}
	return who
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
