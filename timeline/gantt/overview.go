package gantt

import (
	"html/template"
	"io"

	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// WriteOverview draws what a steering group sees in ten seconds, from the day that the
// schedule is seen from: a row for the kommune and one for each project, with its phases,
// gates, go-live, ends and notices, and the days of the budgets. The errors are those of
// the writer.
func WriteOverview(w io.Writer, s *timeline.Schedule, language lang.Lang) error {
	return render(w, "overview.tmpl", newOverview(s, language))
}

// The measures of the overview, in pixels: the whole of it stands on a screen.
const (
	overviewWidth = 1280
	overviewLabel = 150
	overviewLeft  = margin + overviewLabel
	overviewFirst = 56 // line of the head, under the title
	overviewLine  = 14
	overviewGap   = 4
	overviewLeast = 36 // name and float
	phaseHeight   = 16
	phaseText     = 11
)

// overview is the picture on its way.
type overview struct {
	words
	Shapes        template.CSS
	Title         string
	Lines         []line
	Width, Height int
	BandWidth     int
	NoteX         int

	FlagText, YearTop, YearText, QuarterTop, QuarterText, Bottom int

	Years    []tick
	Quarters []tick
	Budgets  []flag
	AsOf     flag
	Bands    []overviewBand
	Legend   []legendEntry
}

// overviewBand is the row of one project.
type overviewBand struct {
	band
	Float  string // the least, in words; "" for none
	Phases []phase
}

// phase is a stretch of work.
type phase struct {
	X, W  string
	Y     int
	Label string // "" where there is no room
	TextX string
	Class string
	Title string
}

func newOverview(s *timeline.Schedule, language lang.Lang) *overview {
	list := ahead(s, items(s, nil))
	sc := scale{left: overviewLeft, width: overviewWidth - overviewLeft - margin}
	draw := newPen(s, list, language, sc)
	draw.first = quarterOf(s.SeenFrom())
	p := &overview{
		words: draw.words, Shapes: Shades(nil).shapes(), Title: draw.title(), Width: overviewWidth, BandWidth: overviewWidth - 2*margin, NoteX: overviewLeft + 8,
		Years: draw.yearTicks(), Quarters: draw.quarterTicks(), AsOf: flag{X: draw.at(s.SeenFrom())},
		Budgets: draw.budgetFlags(draw.adopted, draw.sides(s.SeenFrom())),
	}
	y := overviewFirst
	for _, text := range append(p.head(), p.broken()) {
		p.Lines = append(p.Lines, line{text, y})
		y += headLine - bandPadding/2
	}
	p.FlagText, p.YearTop = y+2, y+8
	p.YearText, p.QuarterTop = p.YearTop+18, p.YearTop+yearHeight
	p.QuarterText = p.QuarterTop + 12
	y = p.QuarterTop + bandLine
	for _, group := range runs(list, projectOf) {
		b := draw.overviewBand(group, y)
		y = b.Y + b.Height + overviewGap
		p.Bands = append(p.Bands, b)
	}
	p.Bottom = y
	p.Legend = p.overviewLegend(y + bandLine)
	p.Height = p.Legend[len(p.Legend)-1].Y + bandLine
	return p
}

// ahead is what the overview shows of the items: from the day that the schedule is seen
// from, the tasks that are left, for their phases, and the days that decide.
func ahead(s *timeline.Schedule, all []item) []item {
	var list []item
	for _, it := range all {
		_, last := it.when()
		switch {
		case it.kind == keydate.GoLive && it.milestone != nil && !it.dated():
			list = append(list, it) // so that its project has its row
		case it.kind == keydate.ContractEnd: // its system's end says it
		case !it.dated() || last.Date < s.SeenFrom() || it.done || it.task != nil && it.task.LevelOfEffort:
		case it.task != nil || turning(it.kind) || it.kind == keydate.Gate || it.kind == keydate.Notice:
			list = append(list, it)
		}
	}
	return list
}

// overviewBand lays out the row of one project: its days above its phases.
func (p pen) overviewBand(group []item, y int) overviewBand {
	b := overviewBand{band: band{Name: p.projectShort(group[0].project), Y: y}}
	if group[0].project == "" {
		b.Name = p.project("")
	}
	var points []item
	for i := range group {
		if group[i].task == nil {
			points = append(points, group[i])
		}
	}
	var lines int
	b.Points, lines = p.placeLabels(points)
	for i := range b.Points { // closer than in a band's head
		l := &b.Points[i]
		up := l.Symbol.Y / bandLine * (bandLine - overviewLine)
		l.Symbol.Y, l.TextY = l.Symbol.Y-up, l.TextY-up
	}
	b.Height = max(lines*overviewLine+phaseHeight+2*bandPadding, overviewLeast)
	b.NameY = y + bandPadding + phaseText
	b.Phases = p.phases(group, lines*overviewLine+bandPadding)
	b.Float = p.leastFloat(group)
	return b
}

// leastFloat says how far a project is from its hard end, or that nobody knows its
// go-live; nothing of the kommune as such.
func (p pen) leastFloat(group []item) string {
	for i := range group {
		if group[i].kind == keydate.GoLive && group[i].milestone != nil && !group[i].dated() {
			return p.say("gantt/go-live-unknown", nil)
		}
	}
	for i := range p.s.ProjectPaths {
		path := &p.s.ProjectPaths[i]
		switch days := path.Float; {
		case path.Project != group[0].project:
		case days < 0:
			return p.say("portfolio/too-late", lang.Args{"days": p.s.Book.Words.Say("common/days", lang.Args{"n": lang.Whole(-days)})})
		default:
			return p.say("common/float", lang.Args{"days": lang.Whole(days)})
		}
	}
	return ""
}

// phases are the stretches of a project that lie ahead: what is prepared until the
// implementation begins, the implementation until the go-live, and what follows it; of
// the kommune as such, all that is left.
func (p pen) phases(group []item, y int) []phase {
	first, last := p.s.SeenFrom(), p.s.SeenFrom()
	var start, live date.Date
	for i := range group {
		it := &group[i]
		_, ends := it.when()
		switch {
		case it.task != nil:
			last = max(last, ends.Date)
		case !it.dated():
		case it.kind == keydate.Implementation:
			start = it.day()
		case it.kind == keydate.GoLive:
			live = it.day()
		}
	}
	switch {
	case group[0].project == "":
		return p.phase(nil, group, first, last, p.say("gantt/phase-work", nil), y)
	case live == 0:
		return p.phase(nil, group, first, last, p.say("gantt/phase-prepare", nil), y)
	}
	if start == 0 || start > live {
		start = live
	}
	list := p.phase(nil, group, first, start-1, p.say("gantt/phase-prepare", nil), y)
	list = p.phase(list, group, start, live-1, p.say("gantt/phase-implement", nil), y)
	return p.phase(list, group, live, last, p.say("gantt/phase-after", nil), y)
}

// phase adds a stretch of days, if it has any.
func (p pen) phase(list []phase, group []item, first, last date.Date, name string, y int) []phase {
	if last < first {
		return list
	}
	f := phase{X: p.at(first), W: p.span(first, last), Y: y, Title: name}
	if p.pixels(last+1)-p.pixels(first) > chart.TextWidth(f.Title, phaseText)+2*chart.TextRoom {
		f.Label, f.TextX = f.Title, p.format(p.thousandths(first)+6000)
	}
	for i := range group {
		if from, to := group[i].when(); group[i].task != nil && group[i].critical() && from.Date <= last && to.Date >= first {
			f.Class = "critical"
		}
	}
	return append(list, f)
}

// overviewLegend explains the signs, in one line.
func (w words) overviewLegend(y int) []legendEntry {
	entries := []legendEntry{
		{Sample: "bar", Text: w.say("gantt/legend-phase", nil)},
		{Sample: "bar", Class: "critical", Text: w.say("gantt/legend-critical", nil)},
		{Symbol: "impl", Text: w.say("gantt/legend-implementation", nil)},
		{Symbol: "golive", Text: w.mark(keydate.GoLive)},
		{Symbol: "end", Text: w.say("gantt/legend-end", nil)},
		{Symbol: "gate", Text: w.say("gantt/legend-gate", nil)},
		{Symbol: "notice", Text: w.say("gantt/legend-notice", nil)},
	}
	const sampleWidth, gap = 40, 10
	x := margin
	for i := range entries {
		width := sampleWidth + chart.TextWidth(entries[i].Text, rowText) + gap
		if x+width > overviewWidth-margin && x > margin {
			x, y = margin, y+headLine
		}
		entries[i].X, entries[i].Y = x, y
		x += width
	}
	return entries
}
