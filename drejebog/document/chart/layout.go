package chart

import (
	"slices"
	"unicode/utf8"
)

// TextWidth is about the room that a text needs, in pixels: 0.55 of the size of
// the letters each, which is a little more than the usual fonts need on average.
func TextWidth(text string, size int) int {
	return (utf8.RuneCountInString(text)*size*55 + 99) / 100
}

// Fitting cuts a text to a room, with an ellipsis for what is left out.
func Fitting(text string, room, size int) string {
	if TextWidth(text, size) <= room {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && TextWidth(string(runes)+"…", size) > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// Room is taken on a line, in pixels from the left.
type Room struct{ From, To int }

// TextRoom is the room from a symbol's middle to its label.
const TextRoom = 11

const (
	symbolRoom = 8 // on each side of a symbol's middle
	apart      = 6 // between two labels
)

// Free reports whether a room keeps apart from those that are taken.
func Free(taken []Room, want Room) bool {
	return !slices.ContainsFunc(taken, func(r Room) bool { return want.From < r.To+apart && r.From < want.To+apart })
}

// Layout is the rooms that are taken on each line.
type Layout [][]Room

// Place is where a label stands.
type Place struct {
	Line   int
	Anchor string // "start" at the right of the symbol, "end" at its left
}

// Place takes the room for a symbol and its label on lines of a width: at its right,
// else at its left, else a line further down. Where another point follows close by, the
// left comes first. A label that is wider than any line stands alone and is cut.
func (l *Layout) Place(on Room, x, width int, crowded bool) Place {
	right, left := Room{x - symbolRoom, x + TextRoom + width}, Room{x - TextRoom - width, x + symbolRoom}
	for line := 0; ; line++ {
		if line == len(*l) {
			*l = append(*l, nil)
		}
		take := func(r Room) { (*l)[line] = append((*l)[line], r) }
		fitsRight := right.To <= on.To && Free((*l)[line], right)
		fitsLeft := on.From <= left.From && Free((*l)[line], left)
		switch {
		case fitsLeft && (!fitsRight || crowded && line == 0):
			take(left)
			return Place{line, "end"}
		case fitsRight, len((*l)[line]) == 0:
			take(right)
			return Place{line, "start"}
		}
	}
}
