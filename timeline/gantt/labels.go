package gantt

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/rickb777/date/v2"
)

// labelled is a symbol with a label at its side; of several points of one day
// it is the first.
type labelled struct {
	Symbol point
	Label  string
	X      string // of the label
	Anchor string // "start" at the right of the symbol, "end" at the left
	TextY  int    // of the label, counted from the band's top
}

// placeLabels lays out the points of a band's head, those of one day together,
// so that no label lies over another, and returns how many lines they need.
func (p pen) placeLabels(head []item) (placed []labelled, lines int) {
	var taken chart.Layout
	groups := p.byDay(head)
	for i, group := range groups {
		x := p.pixels(group[0].day())
		text := p.points(group, max(x-p.left, p.left+p.width-x)-2*chart.TextRoom)
		crowded := i+1 < len(groups) && p.pixels(groups[i+1][0].day()) < x+chart.TextWidth(text, pointText)+3*chart.TextRoom
		place := taken.Place(p.track(), x, chart.TextWidth(text, pointText), crowded)
		l := labelled{Label: text, Anchor: place.Anchor, X: p.format(p.thousandths(group[0].day()) + chart.TextRoom*1000)}
		if place.Anchor == "end" {
			l.X = p.format(p.thousandths(group[0].day()) - chart.TextRoom*1000)
		}
		y := bandPadding/2 + place.Line*bandLine + bandLine/2
		l.TextY = y + 4
		l.Symbol = point{Symbol: symbols[group[0].kind], X: p.at(group[0].day()), Y: y, Class: class(&group[0])}
		placed = append(placed, l)
	}
	return placed, len(taken)
}

// sides finds on which side of its line a flag's label stands, the left first:
// not over another's, not across the line of another day, and on the axis. It is
// "" where neither side has room.
func (p pen) sides(other date.Date) func(day date.Date, label string) string {
	taken := []chart.Room{{From: p.pixels(other), To: p.pixels(other)}}
	return func(day date.Date, label string) string {
		x, width := p.pixels(day), chart.TextWidth(label, flagText)
		left, right := chart.Room{From: x - width, To: x}, chart.Room{From: x, To: x + width}
		switch {
		case p.left <= left.From && chart.Free(taken, left):
			taken = append(taken, left)
			return "end"
		case right.To <= p.left+p.width && chart.Free(taken, right):
			taken = append(taken, right)
			return "start"
		}
		return ""
	}
}

// byDay groups the dated points that the axis shows, by date.
func (s scale) byDay(head []item) [][]item {
	days := map[date.Date][]item{}
	var order []date.Date
	for i := range head {
		first, _ := head[i].when()
		if !head[i].dated() || !s.shows(first.Date) {
			continue
		}
		if _, known := days[first.Date]; !known {
			order = append(order, first.Date)
		}
		days[first.Date] = append(days[first.Date], head[i])
	}
	slices.Sort(order)
	groups := make([][]item, len(order))
	for i, day := range order {
		groups[i] = days[day]
	}
	return groups
}
