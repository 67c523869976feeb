package gantt

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// The measures of the poster, in pixels. It has about the shape of an A3 sheet
// for the usual number of rows.
const (
	posterWidth  = 2000
	margin       = 20
	labelWidth   = 400
	trackLeft    = margin + labelWidth
	trackWidth   = posterWidth - trackLeft - margin
	firstLine    = 72 // of the head, under the title
	headLine     = 22
	axisHeight   = 70 // flags, years, quarters
	yearHeight   = 24
	laneHeight   = 11
	rowPadding   = 3
	bandLine     = 16 // one line of a band's head
	bandPadding  = 6
	bandGap      = 6
	bottomMargin = 14
	rowText      = 12 // size of letters
	pointText    = 12
	flagText     = 11
	legendLine   = 24
	barHeight    = 8
	footOfEffort = 4 // room for level of effort under the lanes
)

// poster is the picture on one sheet: a band for each project, a row for each
// section in it.
type poster struct {
	words
	Title         string
	Lines         []line
	Width, Height int
	NoteX         int // where a text begins that stands in place of bars
	BandWidth     int

	// Places of the axis, counted from the top.
	SeenText, SeenLine, FlagText, YearTop, YearText, YearHeight, YearFoot int
	QuarterTop, QuarterText, Bottom                                       int

	Years    []tick
	Quarters []tick
	Budgets  []flag
	AsOf     flag
	Bands    []band
	Legend   []legendEntry
}

// line is a line of text.
type line struct {
	Text string
	Y    int
}

// flag is a vertical line with a label.
type flag struct {
	X      string
	Label  string
	Anchor string // "end" at the left of the line, "start" at its right
}

// band is one project on the poster.
type band struct {
	Name      string
	Y, Height int // of its head
	NameY     int
	Points    []labelled
	Rows      []row
	Undated   string // what has no dates, in a sentence
}

// row is one section of a band.
type row struct {
	Label, Full string
	Y, Height   int
	Inner       int // height of a window
	Shade       bool
	Windows     []box
	Bars        []laneBar
	Points      []point
	Text        string // in place of bars: why there are none
}

// laneBar is a bar in its lane, Y counted from the row's top.
type laneBar struct {
	bar
	Y, H         int
	Middle       int // of the bar
	HardY, HardH int // of its deadline
}

func inLane(b bar, y, height int) laneBar {
	return laneBar{bar: b, Y: y, H: height, Middle: y + height/2, HardY: y - 2, HardH: height + 4}
}

// point is a symbol.
type point struct {
	Symbol string
	X      string
	Y      int
	Class  string
	Title  string
}

// newPoster lays out the picture.
func newPoster(s *timeline.Schedule, own []timeline.Mark, lang drejebog.Lang) *poster {
	list := items(s, own)
	w := words{lang}
	sc := scale{left: trackLeft, width: trackWidth}
	sc.first, sc.last = axisOf(s, list)
	p := &poster{
		words: w, Title: w.title(s), Width: posterWidth, NoteX: trackLeft + 8, BandWidth: posterWidth - 2*margin,
		Years: w.years(sc), Quarters: w.quarters(sc),
		Budgets: budgets(s, sc, w.adopted, func(day date.Date, label string) string {
			return sc.side(day, seenFrom(s), textWidth(label, flagText))
		}),
		AsOf: flag{sc.at(seenFrom(s)), w.seen(s), "middle"},
	}
	y := firstLine
	for _, text := range append(w.head(s), w.broken(s)) {
		p.Lines = append(p.Lines, line{text, y})
		y += headLine
	}
	y = p.placeAxis(y)
	for _, group := range byProject(s, list) {
		b := newBand(s, sc, w, group, y)
		y = b.bottom() + bandGap
		p.Bands = append(p.Bands, b)
	}
	p.Bottom, p.YearFoot = y, y+16
	p.YearHeight = y + yearHeight - p.YearTop
	var lines int
	p.Legend, lines = w.legend(y + yearHeight + legendLine)
	p.Height = y + yearHeight + (lines+1)*legendLine + bottomMargin - legendLine/2
	return p
}

// placeAxis sets the places of the axis, from a height downwards, and returns
// where it ends.
func (p *poster) placeAxis(y int) int {
	p.SeenText = y + 4
	p.SeenLine = y + 8
	p.FlagText = y + 20
	p.YearTop = y + 25
	p.YearText = p.YearTop + 18
	p.QuarterTop = p.YearTop + yearHeight
	p.QuarterText = p.QuarterTop + 12
	return y + axisHeight
}

// byProject cuts the ordered items where the project changes.
func byProject(s *timeline.Schedule, list []item) [][]item {
	var groups [][]item
	for len(list) > 0 {
		end := slices.IndexFunc(list, func(it item) bool { return it.project != list[0].project })
		if end < 0 {
			end = len(list)
		}
		groups = append(groups, list[:end])
		list = list[end:]
	}
	return groups
}

// newBand lays out one project from a height downwards.
func newBand(s *timeline.Schedule, sc scale, w words, group []item, y int) band {
	b := band{Name: w.project(s, group[0].project), Y: y, Undated: w.undated(s, group)}
	var head []item
	for len(group) > 0 && turning(group[0].kind) {
		head, group = append(head, group[0]), group[1:]
	}
	for i := range group {
		if group[i].kind == timeline.MarkOther && group[i].mark != nil {
			head = append(head, group[i])
		}
	}
	var lines int
	b.Points, lines = placeLabels(sc, w, head)
	b.Height = max(lines, 1)*bandLine + bandPadding
	b.NameY = y + bandPadding/2 + bandLine/2 + 5
	y += b.Height
	for len(group) > 0 {
		end := slices.IndexFunc(group, func(it item) bool { return it.section != group[0].section })
		if end < 0 {
			end = len(group)
		}
		if r, ok := newRow(s, sc, w, group[:end], y); ok {
			r.Shade = len(b.Rows)%2 == 1
			b.Rows = append(b.Rows, r)
			y += r.Height
		}
		group = group[end:]
	}
	return b
}

// bottom is where a band ends.
func (b *band) bottom() int {
	if n := len(b.Rows); n > 0 {
		return b.Rows[n-1].Y + b.Rows[n-1].Height
	}
	return b.Y + b.Height
}

// newRow lays out the items of one section: the tasks in as few lanes as they
// need, level of effort under them, and the points on the first lane. It returns
// false where there is nothing to draw.
func newRow(s *timeline.Schedule, sc scale, w words, group []item, y int) (row, bool) {
	r := row{Y: y, Full: w.rowLabel(s, &group[0])}
	r.Label = fitting(r.Full, labelWidth-16, rowText-1)
	lanes := newLanes()
	effort := false
	for i := range group {
		it := &group[i]
		switch {
		case !it.dated() || it.kind == timeline.MarkBudget || it.kind == timeline.MarkOther && it.mark != nil:
		case it.task == nil:
			r.addPoint(sc, w, s, it)
		case it.task.LevelOfEffort:
			effort = true
		default:
			lane := lanes.take(it.task.Start.Date, it.task.Finish.Date)
			r.Bars = append(r.Bars, inLane(barOf(s, sc, it, w.tooltip(s, it)), rowPadding+lane*laneHeight, barHeight))
			r.addWindow(sc, it.task)
		}
	}
	foot := 0
	if effort {
		foot = footOfEffort
	}
	r.Height = rowPadding + max(lanes.count(), 1)*laneHeight + foot
	r.Inner = r.Height - 2
	for i := range group {
		if it := &group[i]; it.task != nil && it.task.LevelOfEffort && it.dated() {
			r.Bars = append(r.Bars, inLane(barOf(s, sc, it, w.tooltip(s, it)), r.Height-foot-1, 3))
		}
	}
	if len(r.Bars)+len(r.Points) == 0 {
		r.Text = w.rowUndated(s, group)
	}
	lastSlackOnly(r.Bars)
	return r, len(r.Bars)+len(r.Points) > 0 || r.Text != ""
}

func (r *row) addPoint(sc scale, w words, s *timeline.Schedule, it *item) {
	first, _ := it.when()
	if day := it.hard(); day != nil && sc.shows(*day) {
		r.Bars = append(r.Bars, inLane(bar{Hard: sc.at(*day + 1)}, rowPadding, barHeight))
	}
	if sc.shows(first.Date) {
		r.Points = append(r.Points, point{symbols[it.kind], sc.at(first.Date), rowPadding + barHeight/2, class(it), w.tooltip(s, it)})
	}
}

func (r *row) addWindow(sc scale, t *timeline.Task) {
	if window, ok := windowOf(sc, t); ok && !slices.Contains(r.Windows, window) {
		r.Windows = append(r.Windows, window)
	}
}

// lastSlackOnly leaves the slack of the last bar in each lane: that of the ones
// before would run beneath it.
func lastSlackOnly(bars []laneBar) {
	seen := map[int]bool{}
	for i := len(bars) - 1; i >= 0; i-- {
		b := &bars[i]
		if b.X == "" {
			continue
		}
		if seen[b.Y] {
			b.SlackX, b.SlackW, b.SlackEnd = "", "", ""
		}
		seen[b.Y] = true
	}
}
