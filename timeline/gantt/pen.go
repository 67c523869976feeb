package gantt

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// pen draws a schedule: in words, and along a time axis.
type pen struct {
	words
	scale
	shades Shades
}

// newPen takes the axis from the items.
func newPen(s *timeline.Schedule, list []item, language lang.Lang, sc scale) pen {
	sc.first, sc.last = axisOf(s, list)
	return pen{words: words{language, s}, scale: sc}
}

// runs cuts ordered items where a key changes.
func runs(list []item, key func(*item) string) [][]item {
	var cut [][]item
	for i := range list {
		if i == 0 || key(&list[i]) != key(&list[i-1]) {
			cut = append(cut, list[i:i])
		}
		last := &cut[len(cut)-1]
		*last = append(*last, list[i])
	}
	return cut
}

func projectOf(it *item) string { return it.project }

// flag is a vertical line with a label.
type flag struct {
	X      string
	Label  string
	Anchor string // "end" at the left of the line, "start" at its right
}

// The room, in pixels, that a budget year's whole name needs, and its figures
// alone.
const (
	budgetYearRoom = 150
	yearRoom       = 38
)

// yearTicks are the budget years of an axis in pixels, named where there is
// room.
func (p pen) yearTicks() []tick {
	ticks := p.years()
	for i := range ticks {
		switch {
		case ticks[i].room >= budgetYearRoom:
			ticks[i].Label = p.say("gantt/budget-year", lang.Args{"year": lang.Both(ticks[i].Label)})
		case ticks[i].room < yearRoom:
			ticks[i].Label = ""
		}
	}
	return ticks
}

// quarterTicks are the quarters of the axis, none where it is too long for them.
func (p pen) quarterTicks() []tick {
	ticks := p.quarters()
	for i := range ticks {
		ticks[i].Label = p.say("gantt/quarter", lang.Args{"quarter": lang.Both(ticks[i].Label)})
	}
	return ticks
}

// budgetFlags are the days that the axis shows of those that budgets are adopted
// on. A label for which side finds no place is left out.
func (p pen) budgetFlags(label func(year int, day date.Date) string, side func(day date.Date, label string) string) []flag {
	var flags []flag
	for _, y := range p.s.BudgetYears() {
		if y.Process == nil || !p.shows(y.Process.Adoption.Day()) {
			continue
		}
		day := y.Process.Adoption.Day()
		f := flag{X: p.at(day + 1), Label: label(y.Year, day)}
		if f.Anchor = side(day+1, f.Label); f.Anchor == "" {
			f.Label = ""
		}
		flags = append(flags, f)
	}
	return flags
}
