package gantt

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

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

// row lays out the items of one section: the tasks in as few lanes as they need,
// level of effort under them, and the points on the first lane. It returns false
// where there is nothing to draw.
func (p pen) row(group []item, y int) (row, bool) {
	r := row{Y: y, Full: p.rowLabel(&group[0])}
	r.Label = chart.Fitting(r.Full, labelWidth-16, rowText-1)
	lanes := newLanes()
	var effort []laneBar
	for i := range group {
		it := &group[i]
		switch {
		case !it.dated() || it.kind == keydate.Budget: // budgets are lines of the axis
		case it.task == nil:
			p.addPoint(&r, it)
		case it.task.LevelOfEffort:
			effort = append(effort, p.titled(it, 0, effortHeight))
		default:
			lane := lanes.take(it.task.Start.Date, it.task.Finish.Date)
			r.Bars = append(r.Bars, p.titled(it, rowPadding+lane*laneHeight, barHeight))
			if window, ok := p.window(it.task); ok && !slices.Contains(r.Windows, window) {
				r.Windows = append(r.Windows, window)
			}
		}
	}
	lastSlackOnly(r.Bars)
	r.Height = rowPadding + max(lanes.count(), 1)*laneHeight
	for i := range effort {
		effort[i].Y = r.Height - 1
	}
	if len(effort) > 0 {
		r.Height += footOfEffort
	}
	r.Inner = r.Height - 2
	r.Bars = append(r.Bars, effort...)
	if len(r.Bars)+len(r.Points) == 0 {
		r.Text = p.rowUndated(group)
	}
	return r, len(r.Bars)+len(r.Points) > 0 || r.Text != ""
}

// titled is a bar in its lane with what it is.
func (p pen) titled(it *item, y, height int) laneBar {
	b := inLane(p.bar(it), y, height)
	b.Title = p.tooltip(it)
	return b
}

// addPoint adds a symbol and the deadline that it has.
func (p pen) addPoint(r *row, it *item) {
	if day := it.hard(); day != nil && p.shows(*day) {
		r.Bars = append(r.Bars, inLane(bar{Hard: p.at(*day + 1)}, rowPadding, barHeight))
	}
	if p.shows(it.day()) {
		r.Points = append(r.Points, point{symbols[it.kind], p.at(it.day()), rowPadding + barHeight/2, class(it), p.tooltip(it)})
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
