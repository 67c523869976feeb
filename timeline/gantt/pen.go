package gantt

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// pen draws a schedule: in words, and along a time axis.
type pen struct {
	words
	scale
}

// newPen takes the axis from the items.
func newPen(s *timeline.Schedule, list []item, lang drejebog.Lang, sc scale) pen {
	sc.first, sc.last = axisOf(s, list)
	return pen{words{lang, s}, sc}
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
func sectionOf(it *item) string { return it.section }

// flag is a vertical line with a label.
type flag struct {
	X      string
	Label  string
	Anchor string // "end" at the left of the line, "start" at its right
}

// budgetYearRoom is the room, in pixels, that a budget year's whole name needs.
const budgetYearRoom = 150

// yearTicks are the budget years of the axis.
func (p pen) yearTicks() []tick {
	ticks := p.years()
	for i := range ticks {
		if ticks[i].room >= budgetYearRoom {
			ticks[i].Label = p.say("Budgetår ", "Budget year ") + ticks[i].Label
		}
	}
	return ticks
}

// quarterTicks are the quarters of the axis, none where it is too long for them.
func (p pen) quarterTicks() []tick {
	ticks := p.quarters()
	for i := range ticks {
		ticks[i].Label = p.say(ticks[i].Label+". kv.", "Q"+ticks[i].Label)
	}
	return ticks
}

// budgetFlags are the days that the axis shows of those that budgets are adopted
// on.
func (p pen) budgetFlags(label func(year int, day date.Date) string, side func(day date.Date, label string) string) []flag {
	var flags []flag
	for _, y := range p.s.BudgetYears() {
		if y.Process == nil || !p.shows(y.Process.Adoption.Day()) {
			continue
		}
		day := y.Process.Adoption.Day()
		text := label(y.Year, day)
		flags = append(flags, flag{p.at(day + 1), text, side(day+1, text)})
	}
	return flags
}
