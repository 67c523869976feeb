package mspdi

import (
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Read reads a file of Microsoft Project XML. The name is what places call the
// file. What could be read stands in the project, which is never nil, whatever
// the faults; a value that cannot be read is left as it would be when absent,
// and so is a setting that cannot be. What is not read as it stands, with or
// without a fault, Network tells.
func Read(name string, r io.Reader) (*Project, []strict.Fault) {
	p := &reader{decoder: newDecoder(name, r), into: New()}
	p.document()
	p.into.odd = p.oddities
	return p.into, p.faults
}

// reader fills a project.
type reader struct {
	*decoder
	into       *Project
	read       int   // tasks so far
	unnumbered []int // tasks that say no UID
}

func (r *reader) document() {
	found := false
	for !r.broken && !found {
		switch t := r.next().(type) {
		case xml.StartElement:
			if t.Name.Local != "Project" {
				r.refuse(strict.Part{Kind: "mspdi/no-project", Values: map[string]any{"element": t.Name.Local}})
				return
			}
			found = true
		case xml.CharData, xml.ProcInst, xml.Comment:
		}
	}
	if !found {
		if len(r.faults) == 0 {
			r.add(strict.Fault{Kind: strict.KindEmpty})
		}
		return
	}
	r.children(r.project)
	if len(r.open) > 0 && !r.broken {
		r.refuse(strict.Part{Kind: "mspdi/ends-early"})
	}
	r.giveNumbers()
	r.checkLinks()
}

func root() string { return "" }

func (r *reader) project(name string) {
	if projectFields.read(r.decoder, name, r.into, root) {
		return
	}
	switch name {
	case "ExtendedAttributes":
		items(r, "ExtendedAttribute", &r.into.Fields, Field{}, fieldFields)
	case "Calendars":
		r.children(func(name string) {
			if name == "Calendar" && r.room(len(r.into.Calendars), MaxItems, "mspdi/calendars") {
				r.into.Calendars = append(r.into.Calendars, r.calendar())
			}
		})
	case "Tasks":
		r.tasks()
	case "Resources":
		items(r, "Resource", &r.into.Resources, Resource{Calendar: None}, resourceFields)
	case "Assignments":
		items(r, "Assignment", &r.into.Assignments, Assignment{}, assignmentFields)
	}
}

// items reads a list of elements that hold fields only.
func items[T any](r *reader, element string, into *[]T, usual T, of *fields[T]) {
	r.children(func(name string) {
		if name == element && r.room(len(*into), MaxItems, "mspdi/items") {
			*into = append(*into, item(r, element, usual, of))
		}
	})
}

// item reads an element that holds fields only; what it does not say is usual.
func item[T any](r *reader, element string, usual T, of *fields[T]) T {
	value := usual
	subject := func() string { return element + "." }
	r.children(func(name string) { of.read(r.decoder, name, &value, subject) })
	return value
}

// tasks reads the tasks, block by block, so that the memory of a large file is not taken
// again each time that they have no room.
func (r *reader) tasks() {
	const most = 1024 // of a block
	blocks := [][]Task{r.into.Tasks}
	r.children(func(name string) {
		if name != "Task" || !r.room(r.read, MaxTasks, "mspdi/tasks") {
			return
		}
		at := len(blocks) - 1
		if n := len(blocks[at]); n == cap(blocks[at]) {
			blocks, at = append(blocks, make([]Task, 0, min(2*n+1, most))), at+1
		}
		blocks[at] = append(blocks[at], r.task())
		r.read++
	})
	r.into.Tasks = slices.Concat(blocks...)
}

func (r *reader) task() Task {
	t, numbered, leveled := Task{Calendar: None, Place: r.place()}, false, false
	before := len(r.oddities)
	subject := func() string { return "Task[" + strconv.Itoa(t.UID) + "]." }
	r.children(func(name string) {
		numbered = numbered || name == "UID"
		leveled = leveled || name == "OutlineLevel"
		switch name {
		case "PredecessorLink":
			t.Links = append(t.Links, item(r, name, Link{}, linkFields))
		case "ExtendedAttribute":
			t.Values = append(t.Values, item(r, name, Value{}, valueFields))
		case "Baseline":
			t.Baselines = append(t.Baselines, item(r, name, Baseline{}, baselineFields))
		default:
			taskFields.read(r.decoder, name, &t, subject)
		}
	})
	if !leveled && t.OutlineNumber != "" && t.OutlineNumber != "0" {
		t.Level = min(strings.Count(t.OutlineNumber, ".")+1, maxLevel)
	}
	if !numbered {
		r.unnumbered = append(r.unnumbered, r.read)
		t.UID = t.ID
	}
	for i := before; i < len(r.oddities); i++ {
		odd := &r.oddities[i]
		odd.UID, odd.Field = t.UID, below(odd.Field)
	}
	return t
}

// giveNumbers gives the tasks that say no UID one: their ID or, where they have
// none that is free, the first that is.
func (r *reader) giveNumbers() {
	if len(r.unnumbered) == 0 {
		return
	}
	taken := make(map[int]bool, len(r.into.Tasks))
	for i, next := 0, r.unnumbered; i < len(r.into.Tasks); i++ {
		if len(next) > 0 && next[0] == i {
			next = next[1:]
			continue
		}
		taken[r.into.Tasks[i].UID] = true
	}
	free := 1
	for _, i := range r.unnumbered {
		t := &r.into.Tasks[i]
		for t.UID == 0 || taken[t.UID] {
			t.UID, free = free, free+1
		}
		taken[t.UID] = true
		r.oddities = append(r.oddities, NotHonoured{t.UID, "UID", Missing})
	}
}

// below returns the path of an element below the task or calendar that it
// belongs to.
func below(path string) string {
	if _, within, numbered := strings.Cut(path, "]."); numbered {
		return within
	}
	return path
}

func (r *reader) calendar() Calendar {
	c := Calendar{Base: None}
	before := len(r.oddities)
	var old []Exception // as files of before 2007 have them, and later ones once more
	subject := func() string { return "Calendar[" + strconv.Itoa(c.UID) + "]." }
	r.children(func(name string) {
		switch name {
		case "WeekDays":
			r.week(&c.Week, &old)
		case "Exceptions":
			r.children(func(name string) {
				if name == "Exception" && r.room(len(c.Exceptions), MaxItems, "mspdi/exceptions") {
					c.Exceptions = append(c.Exceptions, r.exception())
				}
			})
		case "WorkWeeks":
			r.children(func(name string) {
				if name == "WorkWeek" && r.room(len(c.WorkWeeks), MaxItems, "mspdi/work-weeks") {
					c.WorkWeeks = append(c.WorkWeeks, r.workWeek())
				}
			})
		default:
			calendarFields.read(r.decoder, name, &c, subject)
		}
	})
	if len(c.Exceptions) == 0 {
		c.Exceptions = old
	}
	for i := before; i < len(r.oddities); i++ {
		r.oddities[i].Field = subject() + below(r.oddities[i].Field)
	}
	return c
}

// week reads days of the week, and the exceptions that older files have among
// them.
func (r *reader) week(week *[7]*Day, old *[]Exception) {
	r.children(func(name string) {
		if name != "WeekDay" || !r.room(len(*old), MaxItems, "mspdi/exceptions") {
			return
		}
		kind, e := 0, Exception{Type: Daily}
		r.children(func(name string) {
			switch name {
			case "DayType":
				r.number(name, 0, 7, &kind)
			case "DayWorking":
				working := 0
				r.number(name, 0, 1, &working)
				e.Working = working == 1
			case "TimePeriod":
				e.From, e.To = r.timePeriod()
			case "WorkingTimes":
				e.Shifts = r.shifts()
			}
		})
		if kind == 0 {
			*old = append(*old, e)
			return
		}
		week[time.Weekday(kind-1)] = &Day{e.Working, e.Shifts}
	})
}

func (r *reader) number(name string, least, most int, into *int) {
	value := strings.TrimSpace(r.text())
	if r.broken {
		return
	}
	n, why := parseNumber(value)
	if why == Unreadable || n < least || n > most {
		r.odd(Unreadable, name, value, aNumber)
		return
	}
	*into = n
	r.odd(why, name, value, aNumber)
}

func (r *reader) exception() Exception {
	var e Exception
	r.children(func(name string) {
		switch name {
		case "TimePeriod":
			e.From, e.To = r.timePeriod()
		case "WorkingTimes":
			e.Shifts = r.shifts()
		default:
			exceptionFields.read(r.decoder, name, &e, func() string { return "Exception." })
		}
	})
	return e
}

func (r *reader) workWeek() WorkWeek {
	var w WorkWeek
	var none []Exception
	r.children(func(name string) {
		switch name {
		case "TimePeriod":
			w.From, w.To = r.timePeriod()
		case "Name":
			w.Name = r.text()
		case "WeekDays":
			r.week(&w.Week, &none)
		}
	})
	return w
}

func (r *reader) timePeriod() (from, to *Moment) {
	p := item(r, "TimePeriod", period{}, periodFields)
	return p.from, p.to
}

// period is the first and the last day of something.
type period struct{ from, to *Moment }

var periodFields = fieldsOf(
	day("FromDate", func(p *period) **Moment { return &p.from }),
	day("ToDate", func(p *period) **Moment { return &p.to }),
)

// shifts reads working times. One that ends no later than it begins passes
// midnight; one that ends when it begins, but for midnight itself, and one
// without its two times is none, and is told.
func (r *reader) shifts() []Shift {
	var shifts []Shift
	r.children(func(name string) {
		if name != "WorkingTime" || !r.room(len(shifts), minutesPerDay, "mspdi/shifts") {
			return
		}
		const none = -1
		s := item(r, name, Shift{none, none}, shiftFields)
		switch {
		case s == Shift{none, none}: // how some say that there is none
		case s.From == none || s.To == none:
			r.odd(Missing, name, "", aClock)
		case s.From == s.To && s.From%minutesPerDay != 0:
			r.odd(Reversed, name, "", aClock)
		default:
			s.From %= minutesPerDay
			if s.To <= s.From {
				s.To += minutesPerDay
			}
			shifts = append(shifts, s)
		}
	})
	return shifts
}

// checkLinks reports tasks whose number stands twice, and links to none.
func (r *reader) checkLinks() {
	if r.broken {
		return
	}
	known := make(map[int]bool, len(r.into.Tasks))
	for i := range r.into.Tasks {
		if uid := r.into.Tasks[i].UID; known[uid] {
			r.add(strict.Fault{
				Kind: strict.KindBadValue, Path: "Task[" + strconv.Itoa(uid) + "].UID", Got: strict.Part{Kind: "mspdi/two-tasks"}, Want: strict.Part{Kind: "mspdi/own-number"},
			})
		} else {
			known[uid] = true
		}
	}
	for i := range r.into.Tasks {
		t := &r.into.Tasks[i]
		for _, l := range t.Links {
			if !known[l.From] && !l.CrossProject {
				r.add(strict.Fault{
					Kind: strict.KindBadValue, Path: "Task[" + strconv.Itoa(t.UID) + "].PredecessorUID", Got: strconv.Itoa(l.From),
					Want: strict.Part{Kind: "mspdi/task-of-file"},
				})
			}
		}
	}
}
