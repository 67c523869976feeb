package timeline

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/rickb777/date/v2"
)

// Agenda is what has to be done in the days ahead, and by whom.
type Agenda struct {
	From date.Date // the day after the one that the schedule is seen from
	Near date.Date // last of the near days
	Last date.Date
	// Duties are the tasks that run on any of the days, by start, and those that
	// should be finished by now and have their hard day among these. Level of
	// effort, what is not relevant and what is reported as finished are left out.
	Duties []Duty

	schedule *Schedule
}

// Duty is a task with those who see to it.
type Duty struct {
	Task        *Task
	Responsible Who
	Executor    Who  // who does the work; the responsible where the plan names nobody else
	Near        bool // runs on one of the near days; else it begins later
}

// Who is somebody who answers for a task or does it.
type Who struct {
	ID   string // of a person in the plan, a role or a party; "" for nobody
	Name lang.Text
}

// Agenda returns what has to be done in so many calendar days from the day
// after the schedule is seen, and which of it in the first of them: Agenda(30,
// 90) is the usual one.
func (s *Schedule) Agenda(near, days int) *Agenda {
	from := s.SeenFrom() + 1
	a := &Agenda{From: from, Near: from + date.Date(near) - 1, Last: from + date.Date(days) - 1, schedule: s}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.LevelOfEffort || !s.IsAhead(t) || !t.Start.Known() || t.Start.Date > a.Last {
			continue
		}
		if hard := s.HardDay(t); t.Finish.Date < from && (hard == nil || *hard < from || *hard > a.Last) {
			continue
		}
		duty := Duty{Task: t, Responsible: s.responsible(t), Near: t.Start.Date <= a.Near}
		duty.Executor = duty.Responsible
		if who := s.facts[t.ID].Executor; who != "" {
			duty.Executor = Who{who, s.executorName(who)}
		}
		a.Duties = append(a.Duties, duty)
	}
	slices.SortStableFunc(a.Duties, func(x, y Duty) int {
		return cmp.Or(cmp.Compare(x.Task.Start.Date, y.Task.Start.Date), cmp.Compare(x.Task.Finish.Date, y.Task.Finish.Date))
	})
	return a
}

// responsible is whom the plan names, else the one person that has the role for
// the project, else the role with the people who share it.
func (s *Schedule) responsible(t *Task) Who {
	if who := s.facts[t.ID].Responsible; who != "" {
		return Who{who, s.whoName(who)}
	}
	role := t.Step.Role
	if role == "" {
		return Who{Name: s.text("timeline/nobody-responsible", nil)}
	}
	holders := s.Plan.Holders(role, t.Project)
	if len(holders) == 1 {
		return Who{holders[0], s.whoName(holders[0])}
	}
	name := s.whoName(role)
	if len(holders) > 1 {
		people := make([]lang.Text, len(holders))
		for i, id := range holders {
			people[i] = s.whoName(id)
		}
		name = lang.Joined(" ", name, bracketed(people...))
	}
	return Who{role, name}
}

// executorName names a person, a role or a party.
func (s *Schedule) executorName(who string) lang.Text {
	if s.Book.Party(who) != nil {
		return s.actorName(who)
	}
	return s.whoName(who)
}

// WriteText writes the agenda, first by responsible and then by those who do
// work that others answer for.
func (a *Agenda) WriteText(w io.Writer, language lang.Lang) error {
	s, p := a.schedule, page.New(language)
	p.Line(s.text("timeline/agenda-title", lang.Args{"n": a.days(a.Last), "kommune": s.kommuneName()}).In(language))
	p.Paragraph("", s.text("timeline/agenda-intro", lang.Args{"first": lang.Day(a.From), "last": lang.Day(a.Last)}).In(language))
	if len(a.Duties) == 0 {
		p.Line("")
		p.Line(s.text("timeline/no-tasks", nil).In(language))
	}
	for _, who := range everybody(a.Duties, func(d *Duty) Who { return d.Responsible }) {
		heading(p, who.Name)
		a.writeBlocks(p, func(d *Duty) bool { return d.Responsible.ID == who.ID }, false)
	}
	others := slices.DeleteFunc(slices.Clone(a.Duties), func(d Duty) bool { return d.Executor.ID == d.Responsible.ID })
	for _, who := range everybody(others, func(d *Duty) Who { return d.Executor }) {
		heading(p, s.text("timeline/work-done-by", lang.Args{"who": who.Name}))
		a.writeBlocks(p, func(d *Duty) bool { return d.Executor.ID == who.ID && d.Responsible.ID != who.ID }, true)
	}
	s.writeGoneBy(p)
	_, err := io.WriteString(w, p.String())
	return err
}

// everybody lists those who have duties, each once: people and roles by their
// first duty.
func everybody(duties []Duty, who func(*Duty) Who) []Who {
	var list []Who
	for i := range duties {
		if x := who(&duties[i]); !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// writeBlocks writes the duties of one in two tables: those of the near days,
// and those that begin later.
func (a *Agenda) writeBlocks(p *page.Page, mine func(*Duty) bool, executor bool) {
	for _, near := range []bool{true, false} {
		table := page.Table{Indent: 4, Columns: []page.Column{{}, {Wrap: true}, {Right: true}, {}, {Wrap: true}}}
		for i := range a.Duties {
			d := &a.Duties[i]
			if d.Near == near && mine(d) {
				table.Rows = append(table.Rows, a.dutyRow(p, d, executor))
			}
		}
		if len(table.Rows) == 0 {
			continue
		}
		if near {
			p.Line("  " + a.schedule.text("timeline/first-days", lang.Args{"n": a.days(a.Near)}).In(p.Lang))
		} else {
			p.Line("  " + a.schedule.text("timeline/later-days", lang.Args{"n": a.days(a.Last)}).In(p.Lang))
		}
		p.Table(table)
	}
}

// days are how many days there are to the last of them.
func (a *Agenda) days(last date.Date) lang.Number { return lang.Whole(int(last - a.From + 1)) }

// dutyRow is when, what, how much float and until when, and who else is in it.
func (a *Agenda) dutyRow(p *page.Page, d *Duty, executor bool) []string {
	s, t := a.schedule, d.Task
	when := s.roughSpan(p, t.Start, t.Finish)
	if s.facts[t.ID].ActualStart != nil {
		when = s.text("timeline/under-way", nil).In(p.Lang) + "–" + p.ShortDay(t.Finish.Date)
	}
	float := s.text("timeline/has-float", lang.Args{"days": lang.Both(s.leftText(p, t))}).In(p.Lang)
	if t.TotalFloat < 0 {
		float = s.text("timeline/is-late", lang.Args{"n": lang.Whole(-t.TotalFloat)}).In(p.Lang)
	}
	var notes []string
	if due := s.dueText(p, t); due != "" {
		notes = append(notes, due)
	}
	switch {
	case executor:
		notes = append(notes, s.text("timeline/responsible", lang.Args{"who": d.Responsible.Name}).In(p.Lang))
	case d.Executor.ID != d.Responsible.ID:
		notes = append(notes, s.text("timeline/done-by", lang.Args{"who": d.Executor.Name}).In(p.Lang))
	}
	return []string{when, s.Label(&t.Node).In(p.Lang), float, mark(t), strings.Join(notes, "; ")}
}
