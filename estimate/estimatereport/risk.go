package estimatereport

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/outlook"
)

// Risk tells how sure the dates and the money of an estimate are, and the two together:
// chances to the nearest five in a hundred, never none and never all. Its tables are
// gates, decides, budgetYears and reserve. Pictures, such as RiskPictures, stand below the head. The
// document of what nobody computed is empty.
func Risk(j *outlook.Joint, pictures ...document.Picture) *document.Document {
	t, ok := tell(j.Estimate())
	if !ok {
		return &t.Document
	}
	t.Title, t.Subject = t.text("risk/title", nil), lang.Both(t.est.Kommune.FullName())
	t.Tell(
		t.text("risk/assumed", lang.Args{
			"reach": t.goLiveReach(j), "share": lang.WholePercent(t.est.AssumedShare()),
			"one": lang.Whole(1), "of": lang.Whole(100),
		}),
		t.text("risk/drawn", lang.Args{
			"day": lang.Day(t.est.AsOf), "times": lang.Whole(j.Samples), "seed": lang.Both(strconv.FormatUint(j.Seed, 10)), "step": lang.Percent(lang.Whole(step)),
			"error": rounded(math.Ceil(10*mostError/math.Sqrt(float64(j.Samples)))/10, 1),
		}),
	)
	if n := len(t.est.NotEstimable); n > 0 {
		t.Tell(t.text("uncertainty/not-in-it", lang.Args{"n": lang.Whole(n)}))
	}
	t.Tell(t.est.UndatedText())
	for _, p := range pictures {
		t.Add(p)
	}
	t.gates(j)
	t.riskByYear(j)
	t.dateAndMoney(j)
	t.reserve(j)
	t.risks(j)
	return &t.Document
}

// goLiveReach says from when to when a go-live is drawn.
func (t *telling) goLiveReach(j *outlook.Joint) lang.Text {
	reach := t.est.Assumptions().GoLive
	later := t.months(reach.LaterMonths)
	day := t.text("risk/reach-of-day", lang.Args{"earlier": t.months(reach.EarlierMonths), "later": later})
	period := t.text("risk/reach-of-period", lang.Args{"later": later})
	switch onDays, inPeriods := j.DrawsGoLives(); {
	case !inPeriods:
		return day
	case !onDays:
		return period
	}
	return t.text("risk/reach-of-both", lang.Args{"day": day, "period": period})
}

func (t *telling) months(n int) lang.Text {
	return t.text("common/months", lang.Args{"n": lang.Whole(n)})
}

// risks tells the plan's own risks, and those whose delay is not counted.
func (t *telling) risks(j *outlook.Joint) {
	p := t.sched.Plan
	if len(p.Risks) == 0 {
		return
	}
	t.Section(t.text("risk/of-the-plan", nil))
	var points []lang.Text
	for _, id := range slices.Sorted(maps.Keys(p.Risks)) {
		r := p.Risks[id]
		told := t.text("risk/one", lang.Args{"what": lang.Both(r.What), "chance": lang.WholePercent(r.Probability)})
		if slices.Contains(j.Unmoved, id) {
			told = lang.Joined(" ", told, t.text("risk/unmoved", nil))
		}
		points = append(points, told)
	}
	t.Points(points...)
}

// sure is how often a date or an amount that one can be sure of holds.
const sure = 0.8

// mostError is the standard error, in a hundred, of one draw of a chance of a half: no
// chance has a greater one.
const mostError = 50

// step is what chances are rounded to, in a hundred.
const step = 5

// chance is a share of samples as a chance, to the nearest five in a hundred.
func (t *telling) chance(share float64) lang.Text {
	n := int(math.Round(100*share/step)) * step
	switch {
	case n <= 0:
		return t.text("risk/under", lang.Args{"least": lang.Percent(lang.Whole(step))})
	case n >= 100:
		return t.text("risk/over", lang.Args{"most": lang.Percent(lang.Whole(100 - step))})
	}
	return lang.Written(lang.Percent(lang.Whole(n)))
}

func (t *telling) gates(j *outlook.Joint) {
	t.Section(t.text("risk/dates", nil))
	if len(j.Gates) == 0 {
		t.Tell(t.text("risk/no-dates", nil))
		return
	}
	sheet := &table.Sheet{Name: "gates", Columns: []table.Column{
		table.Head("what", t.text("risk/what", nil)), table.Head("planned", t.text("risk/planned", nil)), table.Head("hard", t.text("risk/hard", nil)),
		table.Head("plannedChance", t.text("risk/planned-chance", nil)), table.Head("chance", t.text("risk/chance", nil)), table.Head("p80", t.text("risk/by-then", lang.Args{"percent": percent(sure, 0)})),
	}}
	for i := range j.Gates {
		g := &j.Gates[i]
		sheet.Append(table.Of(t.sched.LabelOf(g.ID)), table.Of(lang.ShortDay(g.Planned)), table.Of(lang.ShortDay(g.Hard)), table.Of(t.chance(g.PlannedChance)), table.Of(t.chance(g.Chance)), table.Of(lang.ShortDay(g.P80)))
	}
	t.Show(sheet)
	t.Tell(t.text("risk/merge", nil))
	if j.Delays > 1 {
		t.Tell(t.text("risk/reference-class", lang.Args{"n": lang.Whole(j.Delays)}))
	}
	t.deciding(j)
}

// unsure is below which chance of a date it is told what it hangs on.
const unsure = 0.9

// onlyOwn reports whether nothing but its own day decides a date.
func onlyOwn(g *outlook.Gate) bool {
	return !slices.ContainsFunc(g.Decides, func(d outlook.Deciding) bool { return !d.Own })
}

// deciding tells what the dates hang on: those of go-lives, and those that are unsure.
func (t *telling) deciding(j *outlook.Joint) {
	sheet := &table.Sheet{Name: "decides", Columns: []table.Column{
		table.Head("date", t.text("risk/date", nil)), table.Head("on", t.text("risk/waits-for", nil)),
		table.Head("decides", t.text("risk/deciding", nil)),
	}}
	sheet.Columns[0].Once = true
	weighed := j.Gains != nil
	if weighed {
		sheet.Columns = append(sheet.Columns, table.Figures("ranks", t.text("risk/ranks", nil)))
	}
	var fixed []lang.Text
	for i := range j.Gates {
		g := &j.Gates[i]
		if !g.GoLive && (g.Chance >= unsure || onlyOwn(g)) {
			continue
		}
		if len(g.Decides) == 0 {
			fixed = append(fixed, t.text("risk/nothing-decides", lang.Args{"name": t.sched.LabelOf(g.ID)}))
		}
		for k := range g.Decides {
			d := &g.Decides[k]
			cells := []table.Cell{table.Of(t.sched.LabelOf(g.ID)), table.Of(t.decider(g, d)), table.Of(t.chance(d.Criticality))}
			if d.Late {
				cells[2] = table.Of(t.text("risk/late", nil))
			}
			if d.Ranks != nil {
				cells = append(cells, table.Of(rounded(*d.Ranks, 2)))
			}
			sheet.Append(cells...)
		}
	}
	if len(sheet.Rows) == 0 && len(fixed) == 0 {
		return
	}
	t.Section(t.text("risk/decides", nil))
	if len(sheet.Rows) > 0 {
		t.Show(sheet)
		t.Tell(t.text("risk/what-deciding-is", nil))
		if weighed {
			t.Tell(t.text("risk/what-ranks-are", nil))
		}
	}
	t.Points(fixed...)
}

// decider names what a date hangs on.
func (t *telling) decider(g *outlook.Gate, d *outlook.Deciding) lang.Text {
	switch {
	case d.Own:
		return t.text("risk/own-date", nil)
	case d.ID == g.ID:
		return t.text("risk/own-length", nil)
	}
	return t.sched.LabelOf(d.ID)
}

func (t *telling) riskByYear(j *outlook.Joint) {
	t.Section(t.text("risk/by-year", nil))
	sheet := &table.Sheet{Name: "budgetYears", Columns: []table.Column{
		table.Head("year", t.text("risk/year", nil)), table.Figures("planned", t.text("risk/estimate", nil)), table.Figures("mean", t.text("risk/mean", nil)),
		table.Figures("p80", t.text("risk/money-within", lang.Args{"percent": percent(sure, 0)})), table.Head("enough", t.text("risk/enough", nil)),
		table.Figures("hours", t.text("risk/hours", nil)), table.Figures("meanHours", t.text("risk/mean-hours", nil)),
	}}
	row := func(name lang.Text, a *outlook.Amounts) {
		enough := table.Cell{}
		if a.PlannedMoney.Sign() != 0 || a.NewMoney.Mean.Sign() != 0 {
			enough = table.Of(t.chance(a.Enough))
		}
		sheet.Append(table.Of(name), table.Of(thousands(a.PlannedMoney)), table.Of(thousands(a.NewMoney.Mean)), table.Of(thousands(a.NewMoney.Within(sure))),
			enough, table.Of(a.PlannedHours.Tens()), table.Of(meanHours(a).Tens()))
	}
	for i := range j.Years {
		y := &j.Years[i]
		if showsNothing(&y.Amounts) {
			continue
		}
		name := lang.Written(lang.Plain(y.Year))
		if y.Year == estimate.Undated {
			name = t.text("risk/undated", nil)
		}
		row(name, &y.Amounts)
	}
	row(t.text("risk/all-years", nil), &j.InAll)
	t.Show(sheet)
	t.Tell(t.text("risk/slips", lang.Args{"thousand": thousand, "prices": t.est.PriceLevels().Text().Capital()}))
	switch hours := (lang.Args{"hours": j.Delay.Hours.ToTens(), "amount": j.Delay.Money.ToThousands()}); {
	case !j.Delay.Money.Thousands().Value.IsZero():
		t.Tell(t.text("risk/month-later", hours))
	case j.Delay.Hours.Sign() > 0:
		t.Tell(t.text("risk/month-later-hours", lang.Args{"hours": hours["hours"]}))
	}
}

// meanHours are the hours of the draws at their mean.
func meanHours(a *outlook.Amounts) drejebog.Hours {
	return drejebog.NewHours(a.Hours.Mean.Decimal())
}

// showsNothing reports whether every figure of a row would be told as none.
func showsNothing(a *outlook.Amounts) bool {
	money := a.PlannedMoney.IsZero() && a.NewMoney.Mean.Thousands().Value.IsZero() && a.NewMoney.Within(sure).Thousands().Value.IsZero()
	return money && a.PlannedHours.IsZero() && meanHours(a).Tens().Value.IsZero()
}

func (t *telling) dateAndMoney(j *outlook.Joint) {
	if len(j.Together) == 0 {
		return
	}
	t.Section(t.text("risk/together", nil))
	t.Tell(t.text("risk/which-year", nil))
	var points []lang.Text
	for i := range j.Together {
		b := &j.Together[i]
		name := t.sched.LabelOf(b.Gate)
		told := []lang.Text{t.text("risk/both", lang.Args{"name": name, "year": lang.Plain(b.Year), "date": t.chance(b.Date), "money": t.chance(b.Money), "both": t.chance(b.Chance)})}
		var pairs []lang.Text
		for _, p := range b.SevenIn {
			pairs = append(pairs, t.text("risk/pair", lang.Args{"day": lang.Day(p.By), "amount": p.Money.ToThousands()}))
		}
		if len(pairs) > 0 {
			told = append(told, t.text("risk/seven-in-ten", lang.Args{"year": lang.Plain(b.Year), "list": lang.SeriesOf("; ", pairs)}))
		}
		points = append(points, lang.Joined(" ", told...))
	}
	t.Points(points...)
}

func (t *telling) reserve(j *outlook.Joint) {
	t.Section(t.text("risk/reserve", nil))
	sheet := &table.Sheet{Name: "reserve", Columns: []table.Column{
		table.Head("probability", t.text("risk/enough-in", nil)), table.Figures("drawn", t.text("risk/reserve-drawn", nil)),
		table.Figures("successive", t.text("risk/reserve-closed", nil)),
	}}
	for _, r := range j.Reserve {
		sheet.Append(table.Of(percent(r.Probability, 0)), table.Of(thousands(r.Drawn)), table.Of(thousands(r.Closed)))
	}
	t.Show(sheet)
	t.Tell(t.text("risk/why-they-differ", nil))
}
