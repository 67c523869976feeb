package gantt

import (
	"html/template"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
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
	effortHeight = 3
)

// poster is the picture on one sheet: a band for each project, a row for each
// section in it.
type poster struct {
	words
	Shapes        template.CSS
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

// newPoster lays out the picture.
func newPoster(s *timeline.Schedule, own []keydate.Mark, shades Shades, language lang.Lang) *poster {
	list := items(s, own)
	draw := newPen(s, list, language, scale{left: trackLeft, width: trackWidth})
	draw.shades = shades
	p := &poster{
		words: draw.words, Shapes: shades.shapes(), Title: draw.title(), Width: posterWidth, NoteX: trackLeft + 8, BandWidth: posterWidth - 2*margin,
		Years: draw.yearTicks(), Quarters: draw.quarterTicks(), AsOf: flag{draw.at(s.SeenFrom()), draw.seen(), "middle"},
		Budgets: draw.budgetFlags(draw.adopted, draw.sides(s.SeenFrom())),
	}
	y := firstLine
	for _, text := range append(p.head(), p.broken(), p.shaded(shades)) {
		if text == "" {
			continue
		}
		p.Lines = append(p.Lines, line{text, y})
		y += headLine
	}
	y = p.placeAxis(y)
	for _, group := range runs(list, projectOf) {
		b := draw.band(group, y)
		y = b.bottom() + bandGap
		p.Bands = append(p.Bands, b)
	}
	p.Bottom, p.YearFoot = y, y+16
	p.YearHeight = y + yearHeight - p.YearTop
	var lines int
	p.Legend, lines = p.legend(y+yearHeight+legendLine, shades)
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
