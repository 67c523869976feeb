package gantt

import (
	"strconv"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/rickb777/date/v2"
)

// scale turns days into places along the time axis. It counts in whole
// thousandths, so that the same days give the same bytes on every machine.
type scale struct {
	first, last date.Date // both are drawn; first begins a quarter, last ends one
	left, width int       // where first begins and how much room first to last have
	unit        string    // "%" or "" for pixels
}

// at is the place where a day begins; a day outside is drawn at the edge.
func (s scale) at(day date.Date) string { return s.format(s.thousandths(day)) }

// thousandths is at, in thousandths of the unit.
func (s scale) thousandths(day date.Date) int64 {
	day = min(max(day, s.first), s.last+1)
	days, all := int64(day-s.first), int64(s.last-s.first+1)
	return int64(s.left)*1000 + (days*int64(s.width)*1000+all/2)/all
}

// inside is where a label stands at a line so that neither edge of the axis cuts
// it, whatever its width: as wanted, but not beyond the first and last fifth.
func (s scale) inside(day date.Date, wanted string) string {
	switch at := s.thousandths(day) - int64(s.left)*1000; {
	case at < int64(s.width)*200:
		return "start"
	case at > int64(s.width)*800:
		return "end"
	}
	return wanted
}

// pixels is at in whole pixels, to reckon room for text with.
func (s scale) pixels(day date.Date) int { return int((s.thousandths(day) + 500) / 1000) }

// span is the room from the beginning of one day to the end of another.
func (s scale) span(first, last date.Date) string {
	return s.format(s.thousandths(last+1) - s.thousandths(first))
}

func (s scale) format(thousandths int64) string {
	text := strconv.FormatInt(thousandths/1000, 10) + "." + strconv.FormatInt(1000+thousandths%1000, 10)[1:]
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".") + s.unit
}

// track is the room of the axis.
func (s scale) track() chart.Room { return chart.Room{From: s.left, To: s.left + s.width} }

// shows reports whether a day lies on the axis.
func (s scale) shows(day date.Date) bool { return s.first <= day && day <= s.last }

// quarterOf returns the first day of the quarter that a day lies in.
func quarterOf(day date.Date) date.Date {
	year, month, _ := day.Date()
	return date.New(year, month-(month-1)%3, 1)
}

// nextQuarter returns the first day of the quarter after the one of a day.
func nextQuarter(day date.Date) date.Date {
	year, month, _ := quarterOf(day).Date()
	return date.New(year, month+3, 1)
}

// tick is a period on the time axis.
type tick struct {
	Label string
	X, W  string
	Mid   string
	Odd   bool
	room  int // as W, whole
}

// years are the calendar years of the axis.
func (s scale) years() []tick {
	var ticks []tick
	for year := s.first.Year(); year <= s.last.Year(); year++ {
		ticks = append(ticks, s.tick(strconv.Itoa(year), date.New(year, time.January, 1), date.New(year, time.December, 31), year%2 == 1))
	}
	return ticks
}

// mostQuarters is how many quarters an axis has room to name.
const mostQuarters = 40

// quarters are the quarters of the axis, none where it is too long for them.
func (s scale) quarters() []tick {
	var ticks []tick
	for day := s.first; day <= s.last; day = nextQuarter(day) {
		if len(ticks) == mostQuarters {
			return nil
		}
		number := (int(day.Month()) + 2) / 3
		ticks = append(ticks, s.tick(strconv.Itoa(number), day, nextQuarter(day)-1, false))
	}
	return ticks
}

func (s scale) tick(label string, first, last date.Date, odd bool) tick {
	first, last = max(first, s.first), min(last, s.last)
	from, to := s.thousandths(first), s.thousandths(last+1)
	return tick{Label: label, X: s.at(first), W: s.span(first, last), Mid: s.format((from + to) / 2), Odd: odd, room: int((to - from) / 1000)}
}
