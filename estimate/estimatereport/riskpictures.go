package estimatereport

import (
	"math"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/rickb777/date/v2"
)

// RiskPictures draws how sure dates and money are: the chance of each go-live by day and
// of the money by amount, what go-lives would gain if something were certain (where
// Joint.Weigh was called), and date against money. There are none of what nobody computed.
func RiskPictures(j *outlook.Joint) []document.Picture {
	t, ok := tell(j.Estimate())
	if !ok {
		return nil
	}
	var out []document.Picture
	add := func(text lang.Text, charts []chart.Chart) {
		if len(charts) > 0 {
			out = append(out, chart.Draw(text, charts...))
		}
	}
	marks := lang.Args{"half": percent(half, 0), "most": percent(sure, 0), "thousand": thousand}
	add(t.text("risk/picture-curves", marks), t.dateCurves(j))
	add(t.text("risk/picture-gains", lang.Args{"percent": percent(sure, 0), "samples": lang.Whole(j.Weighed())}), t.tornadoes(j))
	add(t.text("risk/picture-money", marks), t.moneyCurves(j))
	add(t.text("risk/picture-scatter", lang.Args{"n": lang.Whole(min(mostDots, j.Samples)), "thousand": thousand}), t.scatters(j))
	return out
}

// half is how often what is as likely as not holds.
const half = 0.5

// mostDots is how many samples a scatter shows.
const mostDots = 400

// curve is the chance of a quantity by its percentiles, with its P50 and P80.
func curve(within func(p float64) float64) []chart.Layer {
	var line chart.Curve
	for n := 1; n <= 99; n++ {
		line.Points = append(line.Points, chart.Point{X: within(float64(n) / 100), Y: float64(n)})
	}
	line.Look = chart.First
	layers := []chart.Layer{line, chart.Dots{
		Points: []chart.Point{{X: within(half), Y: 100 * half}, {X: within(sure), Y: 100 * sure}}, Large: true, Look: chart.First,
	}}
	return layers
}

// dateCurves are the go-lives, all on one axis of days.
func (t *telling) dateCurves(j *outlook.Joint) []chart.Chart {
	first, last := date.Max(), date.Min()
	var lives []*outlook.Gate
	for i := range j.Gates {
		if g := &j.Gates[i]; g.GoLive {
			lives = append(lives, g)
			first, last = min(first, g.Planned, g.Within(0.01)), max(last, g.Planned, g.Within(0.99))
		}
	}
	var charts []chart.Chart
	for _, g := range lives {
		layers := append(curve(func(p float64) float64 { return float64(g.Within(p)) }),
			chart.Rule{At: float64(g.Planned), Name: lang.Joined(" ", t.text("risk/line-planned", nil), lang.Written(lang.ShortDay(g.Planned))), Look: chart.Limit})
		for _, p := range []float64{half, sure} {
			layers = append(layers, chart.Words{
				At:   chart.Point{X: float64(g.Within(p)) + 6, Y: 100*p - 6},
				Text: lang.Joined(": ", lang.Written(percent(p, 0)), lang.Written(lang.ShortDay(g.Within(p)))), Anchor: chart.Start,
			})
		}
		charts = append(charts, chart.Chart{
			Title: t.sched.LabelOf(g.ID), Across: chart.Days(first-7, last+40), Up: t.chances("risk/axis-chance"), Layers: layers, Height: 150,
		})
	}
	return charts
}

func (t *telling) chances(id string) chart.Axis {
	a := chart.Numbers(0, 100, chart.InPercent)
	a.Title = t.text(id, nil)
	return a
}

// moneyCurves are new money of each year ahead that has some, and of all years.
func (t *telling) moneyCurves(j *outlook.Joint) []chart.Chart {
	var charts []chart.Chart
	draw := func(title lang.Text, a *outlook.Amounts) {
		within := func(p float64) float64 { return a.NewMoney.Within(p).Decimal().InexactFloat64() }
		planned := a.PlannedMoney.Decimal().InexactFloat64()
		low, high := min(planned, within(0.01)), max(planned, within(0.99))
		if high <= 0 || high-low < 1 {
			return
		}
		layers := append(curve(within), chart.Rule{
			At: planned, Name: lang.Joined(" ", t.text("risk/line-estimate", nil), lang.Written(thousands(a.PlannedMoney))), Look: chart.Limit,
		})
		for _, p := range []float64{half, sure} {
			layers = append(layers, chart.Words{
				At:   chart.Point{X: within(p) + (high-low)/50, Y: 100*p - 6},
				Text: lang.Joined(": ", lang.Written(percent(p, 0)), lang.Written(thousands(a.NewMoney.Within(p)))), Anchor: chart.Start,
			})
		}
		across := chart.Numbers(low, high+(high-low)/4, chart.InThousands)
		charts = append(charts, chart.Chart{Title: title, Across: across, Up: t.chances("risk/axis-enough"), Layers: layers, Height: 150})
	}
	for i := range j.Years {
		if y := &j.Years[i]; y.Year != estimate.Undated && y.Year >= t.sched.SeenFrom().Year() {
			draw(t.text("risk/axis-money", lang.Args{"year": lang.Plain(y.Year), "thousand": thousand}), &y.Amounts)
		}
	}
	draw(t.text("risk/axis-all-money", lang.Args{"thousand": thousand}), &j.InAll)
	return charts
}

// tornadoes are what each go-live would gain.
func (t *telling) tornadoes(j *outlook.Joint) []chart.Chart {
	least, most := 0.0, 1.0
	for i := range j.Gains {
		least, most = min(least, j.Gains[i].Days, j.Gains[i].Solo), max(most, j.Gains[i].Days, j.Gains[i].Solo)
	}
	across := chart.Numbers(math.Floor(least), math.Ceil(most), nil)
	across.Title = t.text("risk/axis-gain", nil)
	var charts []chart.Chart
	for i := range j.Gates {
		g := &j.Gates[i]
		var names []lang.Text
		together, solo := chart.Bars{Name: t.text("risk/gain-together", nil), Look: chart.First}, chart.Bars{Name: t.text("risk/gain-solo", nil), Look: chart.Second}
		for _, of := range j.Gains {
			if of.Gate != g.ID {
				continue
			}
			y := -float64(len(names))
			names = append(names, t.gainOf(&of))
			together.Bars = append(together.Bars, chart.Bar{From: chart.Point{X: 0, Y: y - 0.12}, To: chart.Point{X: of.Days, Y: y - 0.5}})
			if of.Kind != risk.FactorKind {
				solo.Bars = append(solo.Bars, chart.Bar{From: chart.Point{X: 0, Y: y - 0.5}, To: chart.Point{X: of.Solo, Y: y - 0.85}})
			}
		}
		if len(names) == 0 {
			continue
		}
		charts = append(charts, chart.Chart{
			Title: t.sched.LabelOf(g.ID), Across: across, Up: chart.Names(names...), Layers: []chart.Layer{together, solo}, Height: 34 * len(names),
		})
	}
	return charts
}

// gainOf names what would be certain.
func (t *telling) gainOf(g *outlook.Gain) lang.Text {
	switch {
	case g.Own:
		return t.text("risk/own-date", nil)
	case g.Kind == risk.EventKind:
		return lang.Both(t.sched.Plan.Risks[g.ID].What)
	case g.Kind == risk.FactorKind:
		party, role, _ := strings.Cut(g.ID, "/")
		who := t.sched.Book.PartyShortName(party)
		if role != "" {
			who = lang.Joined(", ", who, t.sched.Book.RoleName(role))
		}
		return t.text("risk/shared", lang.Args{"who": who})
	}
	return t.sched.LabelOf(g.ID)
}

// scatters are date against money of each go-live.
func (t *telling) scatters(j *outlook.Joint) []chart.Chart {
	var charts []chart.Chart
	for i := range j.Together {
		b := &j.Together[i]
		draws := b.Draws(mostDots)
		if len(draws) == 0 {
			continue
		}
		money := func(k drejebog.Kroner) float64 { return k.Decimal().InexactFloat64() }
		planned, budget := date.Date(0), 0.0
		for k := range j.Gates {
			if j.Gates[k].ID == b.Gate {
				planned = j.Gates[k].Hard
			}
		}
		for k := range j.Years {
			if j.Years[k].Year == b.Year {
				budget = money(j.Years[k].PlannedMoney)
			}
		}
		first, last, low, high := planned, planned, budget, budget
		dots, iso := chart.Dots{Name: t.text("risk/drawn-once", nil), Look: chart.Fifth}, chart.Curve{Name: t.text("risk/iso-line", nil), Look: chart.Excess}
		for _, d := range draws {
			dots.Points = append(dots.Points, chart.Point{X: float64(d.By), Y: money(d.Money)})
			first, last, low, high = min(first, d.By), max(last, d.By), min(low, money(d.Money)), max(high, money(d.Money))
		}
		for _, p := range b.SevenIn {
			iso.Points = append(iso.Points, chart.Point{X: float64(p.By), Y: money(p.Money)})
		}
		up := chart.Numbers(low, high, chart.InThousands)
		up.Title = t.text("risk/axis-money", lang.Args{"year": lang.Plain(b.Year), "thousand": thousand})
		across := chart.Days(first-7, last+7)
		up.Lines, across.Lines = false, false
		layers := []chart.Layer{
			dots, iso, chart.Rule{At: float64(planned), Name: lang.Joined(" ", t.text("risk/hard", nil), lang.Written(lang.ShortDay(planned))), Look: chart.Limit},
			chart.Rule{At: budget, Across: true, Name: t.text("risk/line-estimate", nil), Look: chart.Limit},
		}
		corner := func(x, y float64, anchor chart.Anchor, share float64) {
			layers = append(layers, chart.Words{At: chart.Point{X: x, Y: y}, Text: t.text("risk/quadrant", lang.Args{"chance": t.chance(share)}), Anchor: anchor})
		}
		step := (up.To - up.From) / 16
		corner(across.From+3, up.From+step, chart.Start, b.Chance)
		corner(across.From+3, up.To-step, chart.Start, b.Date-b.Chance)
		corner(across.To-3, up.From+step, chart.End, b.Money-b.Chance)
		corner(across.To-3, up.To-step, chart.End, 1-b.Date-b.Money+b.Chance)
		charts = append(charts, chart.Chart{Title: t.sched.LabelOf(b.Gate), Across: across, Up: up, Layers: layers})
	}
	return charts
}
