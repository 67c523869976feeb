package timelinereport

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// whenText writes a When in words.
func (t teller) whenText(w timeline.When) lang.Text { return t.WhenSaid(w).Text() }

// short writes a When for a narrow column, a distance rounded.
func (t teller) short(w timeline.When) lang.Text {
	switch w.Kind {
	case timeline.OnDate:
		return shortDay(w.Date)
	case timeline.RelativeTo:
		if w.Days == 0 {
			return t.text("timeline/at-go-live", nil)
		}
		far := w.Distance()
		return t.sided(w, t.DistanceSaid(far.Unit, lang.Whole(far.Count)))
	}
	return lang.Dash()
}

// sided says on which side of its milestone a relative When lies.
func (t teller) sided(w timeline.When, distance lang.Value) lang.Text {
	if w.Days < 0 {
		return t.text("timeline/before", lang.Args{"distance": distance})
	}
	return t.text("timeline/after", lang.Args{"distance": distance})
}

// cell is a When in a cell: a day, or what short says.
func (t teller) cell(w timeline.When) table.Cell {
	if w.Known() {
		return table.Of(lang.ShortDay(w.Date))
	}
	return table.Of(t.short(w))
}

// live is a go-live in a cell.
func (t teller) live(w timeline.When) table.Cell {
	if w.Known() {
		return table.Of(lang.ShortDay(w.Date))
	}
	return table.Of(t.text("timeline/unknown", nil))
}

// dateOf is one of a milestone's dates in a cell: unknown for the one that
// others are counted from.
func (t teller) dateOf(m *timeline.Milestone, w timeline.When) table.Cell {
	if w.Milestone == m.ID {
		return t.live(w)
	}
	return t.cell(w)
}

// span writes the days from the one to the other for a narrow column.
func (t teller) span(first, last timeline.When) lang.Text {
	from, to := t.short(first), t.short(last)
	switch {
	case from == to:
		return from
	case first.Kind == timeline.RelativeTo && last.Kind == timeline.RelativeTo && (first.Days < 0) == (last.Days < 0):
		a := first.Distance()
		if b := last.Distance(); a.Unit == b.Unit && (a.Count == 1) == (b.Count == 1) && last.Days != 0 {
			counts := lang.Both(strconv.Itoa(a.Count) + "–" + strconv.Itoa(b.Count))
			return t.sided(first, t.DistanceSaid(a.Unit, counts))
		}
	}
	return lang.Joined("–", from, to)
}

// planned is the cell of the days from the one to the other.
func (t teller) planned(first, last timeline.When) table.Cell {
	if first.Known() && last.Known() {
		return table.Of(lang.ShortDays{First: first.Date, Last: last.Date})
	}
	return table.Of(t.span(first, last))
}

// between is the cell of the days from the one to the other, a distance in words.
func (t teller) between(first, last timeline.When) table.Cell {
	if !first.Known() || !last.Known() {
		return table.Of(t.whenText(last))
	}
	return t.planned(first, last)
}

func shortDay(day date.Date) lang.Text { return lang.Written(lang.ShortDay(day)) }

// isPast reports whether a date lies before the day that the schedule is seen
// from.
func (t teller) isPast(w timeline.When) bool { return w.Known() && w.Date < t.SeenFrom() }

// needed says when something is needed, or was.
func (t teller) needed(latest timeline.When) lang.Text {
	if t.isPast(latest) {
		return t.text("timeline/was-needed-by", lang.Args{"day": t.whenText(latest)})
	}
	return t.text("timeline/needed-by", lang.Args{"day": t.whenText(latest)})
}

// mark shows what is critical or late.
func mark(late, critical bool) string {
	switch {
	case late:
		return "!"
	case critical:
		return "*"
	}
	return ""
}

// left is the float that is left of a task, a dash for what has none.
func (t teller) left(task *timeline.Task) lang.Text {
	if !task.HasFloat() {
		return lang.Dash()
	}
	return lang.Written(lang.Whole(task.FloatLeft()))
}
