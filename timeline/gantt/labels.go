package gantt

import (
	"slices"
	"unicode/utf8"

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

// textWidth is about the room that a text needs, in pixels: 0.55 of the size of
// the letters each, which is a little more than the usual fonts need on average.
func textWidth(text string, size int) int {
	return (utf8.RuneCountInString(text)*size*55 + 99) / 100
}

// fitting cuts a text to a room, with an ellipsis for what is left out.
func fitting(text string, room, size int) string {
	if textWidth(text, size) <= room {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && textWidth(string(runes)+"…", size) > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// room is taken on a line, in pixels from the left.
type room struct{ from, to int }

const (
	symbolRoom = 8  // on each side of a symbol's middle
	textRoom   = 11 // from a symbol's middle to its label
)

// placeLabels lays out the points of a band's head, those of one day together,
// so that no label lies over another, and returns how many lines they need.
func (p pen) placeLabels(head []item) (placed []labelled, lines int) {
	var taken layout
	groups := p.byDay(head)
	for i, group := range groups {
		x := p.pixels(group[0].day())
		text := p.points(group)
		crowded := i+1 < len(groups) && p.pixels(groups[i+1][0].day()) < x+textWidth(text, pointText)+3*textRoom
		place := taken.place(p.scale, x, textWidth(text, pointText), crowded)
		l := labelled{Label: text, Anchor: place.anchor, X: p.format(p.thousandths(group[0].day()) + textRoom*1000)}
		if place.anchor == "end" {
			l.X = p.format(p.thousandths(group[0].day()) - textRoom*1000)
		}
		if place.cut {
			l.Label = fitting(text, p.left+p.width-x-textRoom, pointText)
		}
		y := bandPadding/2 + place.line*bandLine + bandLine/2
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
	taken := []room{{p.pixels(other), p.pixels(other)}}
	return func(day date.Date, label string) string {
		x, width := p.pixels(day), textWidth(label, flagText)
		left, right := room{x - width, x}, room{x, x + width}
		switch {
		case p.left <= left.from && free(taken, left):
			taken = append(taken, left)
			return "end"
		case right.to <= p.left+p.width && free(taken, right):
			taken = append(taken, right)
			return "start"
		}
		return ""
	}
}

// layout is the rooms that are taken on each line.
type layout [][]room

// place is where a label stands.
type place struct {
	line   int
	anchor string // "start" at the right of the symbol, "end" at its left
	cut    bool   // there is no room for all of it
}

// place takes the room for a symbol and its label: at its right, else at its
// left, else a line further down. Where another point follows close by, the left
// comes first. A label that is wider than any line stands alone and is cut.
func (l *layout) place(sc scale, x, width int, crowded bool) place {
	right, left := room{x - symbolRoom, x + textRoom + width}, room{x - textRoom - width, x + symbolRoom}
	for line := 0; ; line++ {
		if line == len(*l) {
			*l = append(*l, nil)
		}
		take := func(r room) { (*l)[line] = append((*l)[line], r) }
		fitsRight := right.to <= sc.left+sc.width && free((*l)[line], right)
		fitsLeft := sc.left <= left.from && free((*l)[line], left)
		switch {
		case fitsLeft && (!fitsRight || crowded && line == 0):
			take(left)
			return place{line, "end", false}
		case fitsRight:
			take(right)
			return place{line, "start", false}
		case len((*l)[line]) == 0:
			take(right)
			return place{line, "start", true}
		}
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

func free(taken []room, want room) bool {
	return !slices.ContainsFunc(taken, func(r room) bool { return want.from < r.to+6 && r.from < want.to+6 })
}
