package mspdi

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Write writes the project as Microsoft Project XML. The same project gives
// the same bytes, and reading them gives the same project, but for characters
// that steer a page or that XML does not have: lang.Visible says what stands for
// them. A project that holds what no file
// can is not written; the error is then a *BoundsError.
func (p *Project) Write(w io.Writer) error {
	if _, beyond := p.Bounded(); len(beyond) > 0 {
		return &BoundsError{beyond}
	}
	out := &writer{Writer: bufio.NewWriter(w)}
	_, _ = out.WriteString(xml.Header) // Flush tells the error of any write
	_, _ = out.WriteString(`<Project xmlns="http://schemas.microsoft.com/project">` + "\n")
	out.level++
	out.leaf("SaveVersion", "14") // Project 2010 and later
	writeFields(out, projectFields.list, p)
	writeItems(out, "ExtendedAttributes", "ExtendedAttribute", p.Fields, fieldFields.list)
	out.list("Calendars", len(p.Calendars), func(i int) { out.calendar(&p.Calendars[i]) })
	out.list("Tasks", len(p.Tasks), func(i int) { out.task(&p.Tasks[i]) })
	writeItems(out, "Resources", "Resource", p.Resources, resourceFields.list)
	writeItems(out, "Assignments", "Assignment", p.Assignments, assignmentFields.list)
	out.level--
	_, _ = out.WriteString("</Project>\n")
	return out.Flush()
}

// writer writes elements, each on a line of its own.
type writer struct {
	*bufio.Writer
	level int
}

func (w *writer) indent() {
	for range w.level {
		_, _ = w.WriteString("  ")
	}
}

// leaf writes an element with a text.
func (w *writer) leaf(name, value string) {
	w.indent()
	_, _ = w.WriteString("<" + name + ">")
	_ = xml.EscapeText(w, []byte(lang.Visible(value)))
	_, _ = w.WriteString("</" + name + ">\n")
}

// element writes an element with others within.
func (w *writer) element(name string, within func()) {
	w.indent()
	_, _ = w.WriteString("<" + name + ">\n")
	w.level++
	within()
	w.level--
	w.indent()
	_, _ = w.WriteString("</" + name + ">\n")
}

// list writes an element around others, none where there are none.
func (w *writer) list(name string, length int, each func(i int)) {
	if length == 0 {
		return
	}
	w.element(name, func() {
		for i := range length {
			each(i)
		}
	})
}

func writeFields[T any](w *writer, of []field[T], value *T) {
	for i := range of {
		if text := of[i].write(value); text != "" {
			w.leaf(of[i].name, text)
		}
	}
}

func writeItems[T any](w *writer, list, element string, items []T, of []field[T]) {
	w.list(list, len(items), func(i int) { writeItem(w, element, of, &items[i]) })
}

func writeItem[T any](w *writer, element string, of []field[T], item *T) {
	w.element(element, func() { writeFields(w, of, item) })
}

func (w *writer) task(t *Task) {
	w.element("Task", func() {
		writeFields(w, taskFields.list, t)
		for i := range t.Links {
			writeItem(w, "PredecessorLink", linkFields.list, &t.Links[i])
		}
		for i := range t.Values {
			writeItem(w, "ExtendedAttribute", valueFields.list, &t.Values[i])
		}
		for i := range t.Baselines {
			writeItem(w, "Baseline", baselineFields.list, &t.Baselines[i])
		}
	})
}

func (w *writer) calendar(c *Calendar) {
	w.element("Calendar", func() {
		writeFields(w, calendarFields.list, c)
		w.week(&c.Week)
		w.list("Exceptions", len(c.Exceptions), func(i int) {
			e := &c.Exceptions[i]
			w.element("Exception", func() {
				writeFields(w, exceptionFields.list[:1], e)
				w.timePeriod(e.From, e.To)
				writeFields(w, exceptionFields.list[1:], e)
				w.shifts(e.Shifts)
			})
		})
		w.list("WorkWeeks", len(c.WorkWeeks), func(i int) {
			week := &c.WorkWeeks[i]
			w.element("WorkWeek", func() {
				w.timePeriod(week.From, week.To)
				w.leaf("Name", week.Name)
				w.week(&week.Week)
			})
		})
	})
}

func (w *writer) week(week *[7]*Day) {
	if *week == [7]*Day{} {
		return
	}
	w.element("WeekDays", func() {
		for day := time.Sunday; day <= time.Saturday; day++ {
			worked := week[day]
			if worked == nil {
				continue
			}
			w.element("WeekDay", func() {
				w.leaf("DayType", strconv.Itoa(int(day)+1))
				w.leaf("DayWorking", truthText(worked.Working))
				w.shifts(worked.Shifts)
			})
		}
	})
}

func truthText(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}

func (w *writer) timePeriod(from, to *Moment) {
	if from == nil && to == nil {
		return
	}
	writeItem(w, "TimePeriod", periodFields.list, &period{from, to})
}

func (w *writer) shifts(shifts []Shift) {
	writeItems(w, "WorkingTimes", "WorkingTime", shifts, shiftFields.list)
}
