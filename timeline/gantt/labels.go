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
// so that no label lies over another: at the right of the symbol, else at its
// left, else a line further down. It returns how many lines they need.
func placeLabels(sc scale, w words, head []item) (placed []labelled, lines int) {
	var taken [][]room
	groups := byDay(sc, head)
	for i, group := range groups {
		first, _ := group[0].when()
		x := sc.pixels(first.Date)
		text := w.points(group)
		width := textWidth(text, pointText)
		line, anchor := 0, "start"
		crowded := i+1 < len(groups) && sc.pixels(groups[i+1][0].day()) < x+width+3*textRoom
		for ; ; line++ {
			if line == len(taken) {
				taken = append(taken, nil)
			}
			right, left := room{x - symbolRoom, x + textRoom + width}, room{x - textRoom - width, x + symbolRoom}
			if !(crowded && line == 0) && right.to <= sc.left+sc.width && free(taken[line], right) {
				taken[line] = append(taken[line], right)
				break
			}
			if left.from >= sc.left && free(taken[line], left) {
				taken[line], anchor = append(taken[line], left), "end"
				break
			}
			if len(taken[line]) == 0 { // wider than the axis: it is cut
				text = fitting(text, max(sc.left+sc.width-x-symbolRoom, 0), pointText)
				taken[line] = append(taken[line], right)
				break
			}
		}
		y := bandPadding/2 + line*bandLine + bandLine/2
		l := labelled{Label: text, Anchor: anchor, TextY: y + 4}
		l.X = sc.format(sc.thousandths(first.Date) + textRoom*1000)
		if anchor == "end" {
			l.X = sc.format(sc.thousandths(first.Date) - textRoom*1000)
		}
		l.Symbol = point{symbols[group[0].kind], sc.at(first.Date), y, class(&group[0]), ""}
		placed = append(placed, l)
	}
	return placed, len(taken)
}

// byDay groups the dated points that the axis shows, by date.
func byDay(sc scale, head []item) [][]item {
	days := map[date.Date][]item{}
	var order []date.Date
	for i := range head {
		first, _ := head[i].when()
		if !head[i].dated() || !sc.shows(first.Date) {
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
