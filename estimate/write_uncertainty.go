package estimate

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// mostItems is how many items are worth splitting next.
const mostItems = 10

// marks are the probabilities that an amount is told for.
var marks = []float64{0.5, 0.8, 0.9}

// caveat says what the figures of an uncertainty are worth.
func (u *Uncertainty) caveat() lang.Text {
	share := u.estimate.AssumedShare()
	one, of := lang.Whole(1), lang.Whole(100)
	if share.IsZero() {
		return u.estimate.text("uncertainty/holds-if-right", lang.Args{"one": one, "of": of})
	}
	return u.estimate.text("uncertainty/holds-if-assumptions-do", lang.Args{"share": percent(share), "one": one, "of": of})
}

// WriteText writes the uncertainty as one page: what the sum stays within, what
// simulation makes of the same inputs, and which items to split next. Amounts
// are whole 1.000 kr.
func (u *Uncertainty) WriteText(w io.Writer, language lang.Lang) error {
	p := u.estimate.telling(language)
	e := u.estimate
	p.Line(p.say("uncertainty/title", lang.Args{"kommune": lang.Both(e.Kommune.FullName())}))
	p.Paragraph("", p.say("uncertainty/head", lang.Args{
		"day": lang.Day(e.AsOf), "years": e.yearsText(), "prices": capital(e.PriceText()), "thousand": thousand,
	}))
	p.Paragraph("", u.caveat().In(language))
	if n := len(e.NotEstimable); n > 0 {
		p.Paragraph("", p.say("uncertainty/not-in-it", lang.Args{"n": lang.Whole(n)}))
	}
	u.writeSpread(p)
	u.writeSimulated(p)
	u.writeItems(p)
	_, err := io.WriteString(w, p.String())
	return err
}

// yearsText says which budget years an estimate is of.
func (e *Estimate) yearsText() lang.Text {
	if len(e.Years) == 1 {
		return e.text("uncertainty/budget-year", lang.Args{"year": yearText(e.Years[0].Year)})
	}
	return e.text("uncertainty/all-years", nil)
}

func (u *Uncertainty) writeSpread(p telling) {
	p.head(p.text("uncertainty/successive-principle", nil))
	p.Line(wideRow("", lowerFirst(p.say("common/new-money", nil)), lowerFirst(p.say("common/in-all", nil))))
	row := func(name string, of func(*Spread) drejebog.Kroner) {
		p.Line(wideRow(name, thousands(of(&u.NewMoney), p.Lang), thousands(of(&u.InAll), p.Lang)))
	}
	row(p.say("uncertainty/likely", nil), func(s *Spread) drejebog.Kroner { return s.Likely })
	row(p.say("uncertainty/of-lines", nil), func(s *Spread) drejebog.Kroner { return s.OfLines })
	row(p.say("uncertainty/mean", nil), func(s *Spread) drejebog.Kroner { return s.Mean })
	row(p.say("uncertainty/standard-deviation", nil), func(s *Spread) drejebog.Kroner { return s.SD })
	for _, mark := range marks {
		row(p.say("uncertainty/within", lang.Args{"percent": wholePercent(mark)}), func(s *Spread) drejebog.Kroner { return s.Within(mark) })
	}
	p.Paragraph("  ", p.say("uncertainty/why-two-means", nil))
}

// wholePercent is a share as whole per cent.
func wholePercent(share float64) lang.Percent { return lang.Percent(rounded(100*share, 0)) }

func (u *Uncertainty) writeSimulated(p telling) {
	if len(u.Simulated) == 0 {
		return
	}
	const mark = 0.8
	p.head(p.text("uncertainty/simulated", lang.Args{"percent": wholePercent(mark)}))
	for i := range u.Simulated {
		s := &u.Simulated[i]
		p.Line(wideRow(s.name(p), thousands(s.NewMoney.Within(mark), p.Lang), thousands(s.InAll.Within(mark), p.Lang)))
	}
	p.Paragraph("  ", p.say("uncertainty/drawn", lang.Args{
		"times": lang.Whole(u.Simulated[0].Samples), "seed": lang.Both(strconv.FormatUint(u.Simulated[0].Seed, 10)),
	}))
}

// name says how a simulation was made.
func (s *Simulated) name(p telling) string {
	shape := p.words.Key("shape", s.Shape.String(), nil)
	if s.Correlation > 0 {
		return p.say("uncertainty/correlated", lang.Args{"shape": shape, "correlation": rounded(s.Correlation, -1)})
	}
	return shape.In(p.Lang)
}

func (u *Uncertainty) writeItems(p telling) {
	p.head(p.text("uncertainty/split-next", nil))
	rest, n := 1.0, 0
	for i := range u.Items {
		item := &u.Items[i]
		if i == mostItems || item.Share == 0 {
			break
		}
		n++
		rest -= item.Share
		name := item.Name
		if item.Input != nil {
			name = p.text("uncertainty/general-condition", lang.Args{"name": item.Name})
		}
		p.Line(wideRow(digits(i+1)+". "+name.In(p.Lang), sharePercent(item.Share, p.Lang), thousands(item.SD, p.Lang)))
	}
	if more := len(u.Items) - n; more > 0 && rest > 0.0005 {
		p.Line(wideRow(p.say("uncertainty/the-others", lang.Args{"n": lang.Whole(more)}), sharePercent(rest, p.Lang), ""))
	}
	p.Paragraph("  ", p.say("uncertainty/share-of-variance", lang.Args{"thousand": thousand}))
}

// sharePercent writes a share with one decimal.
func sharePercent(share float64, language lang.Lang) string {
	return lang.Percent(rounded(100*share, 1)).In(language)
}

// wideRow is a row of two figures behind a long name.
func wideRow(name string, figures ...string) string {
	const nameWidth, figureWidth = 82, 9
	row := "  " + name
	if utf8.RuneCountInString(row) > nameWidth {
		row = padRight(row, nameWidth)
	}
	row += strings.Repeat(" ", nameWidth-utf8.RuneCountInString(row))
	for _, figure := range figures {
		row += padLeft(figure, figureWidth)
	}
	return row
}

// WriteJSON writes the uncertainty with stable fields in a fixed order: amounts
// as strings in whole kroner with two decimals, shares and probabilities as
// strings with four; year is null where all budget years are in it, and
// priceLevel where each is in its own prices.
func (u *Uncertainty) WriteJSON(w io.Writer) error {
	e := u.estimate
	out := jsonUncertainty{
		Kommune: jsonKommune{e.Kommune.Code, e.Kommune.Name, e.Population.Count}, AsOf: e.AsOf.String(), PriceLevel: e.jsonPriceLevel(),
		AssumedShare: e.AssumedShare().StringFixed(4), Caveat: jsonTextOf(u.caveat()),
		NotEstimable: len(e.NotEstimable),
		InAll:        jsonSpreadOf(&u.InAll), NewMoney: jsonSpreadOf(&u.NewMoney),
		Items: mapTo(u.Items, jsonItemOf), Simulated: mapTo(u.Simulated, jsonSimulatedOf),
	}
	if len(e.Years) == 1 {
		out.Year = jsonYearNumber(e.Years[0].Year)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

type jsonUncertainty struct {
	Kommune      jsonKommune     `json:"kommune"`
	AsOf         string          `json:"asOf"`
	PriceLevel   *int            `json:"priceLevel"`
	Year         *int            `json:"year"`
	AssumedShare string          `json:"assumedShare"`
	Caveat       jsonText        `json:"caveat"`
	NotEstimable int             `json:"notEstimable"`
	InAll        jsonSpread      `json:"inAll"`
	NewMoney     jsonSpread      `json:"newMoney"`
	Items        []jsonItem      `json:"items"`
	Simulated    []jsonSimulated `json:"simulated"`
}

type jsonSpread struct {
	Likely  drejebog.Kroner `json:"likely"`
	OfLines drejebog.Kroner `json:"ofLines"`
	Mean    drejebog.Kroner `json:"mean"`
	SD      drejebog.Kroner `json:"sd"`
	Within  []jsonWithin    `json:"within"`
}

type jsonWithin struct {
	Probability string          `json:"probability"`
	Amount      drejebog.Kroner `json:"amount"`
}

func jsonSpreadOf(s *Spread) jsonSpread {
	return jsonSpread{Likely: s.Likely, OfLines: s.OfLines, Mean: s.Mean, SD: s.SD, Within: jsonWithinOf(s.Within)}
}

func jsonWithinOf(within func(float64) drejebog.Kroner) []jsonWithin {
	var out []jsonWithin
	for _, mark := range marks {
		out = append(out, jsonWithin{fourDecimals(mark), within(mark)})
	}
	return out
}

func fourDecimals(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }

type jsonItem struct {
	ID      string          `json:"id"`
	Kind    string          `json:"kind"`
	Project string          `json:"project"`
	Task    *string         `json:"task"`
	Name    jsonText        `json:"name"`
	Mean    drejebog.Kroner `json:"mean"`
	SD      drejebog.Kroner `json:"sd"`
	Share   string          `json:"share"`
}

func jsonItemOf(item *UncertainItem) jsonItem {
	out := jsonItem{
		ID: item.ID, Kind: "line", Project: item.Project, Name: jsonTextOf(item.Name),
		Mean: item.Mean, SD: item.SD, Share: fourDecimals(item.Share),
	}
	if item.Input != nil {
		out.Kind = item.Input.Kind.String()
	} else {
		out.Task = &item.Basis.Task
	}
	return out
}

type jsonSimulated struct {
	Shape       string    `json:"shape"`
	Samples     int       `json:"samples"`
	Seed        string    `json:"seed"`
	Correlation string    `json:"correlation"`
	InAll       jsonDrawn `json:"inAll"`
	NewMoney    jsonDrawn `json:"newMoney"`
}

type jsonDrawn struct {
	Mean   drejebog.Kroner `json:"mean"`
	SD     drejebog.Kroner `json:"sd"`
	Within []jsonWithin    `json:"within"`
}

func jsonSimulatedOf(s *Simulated) jsonSimulated {
	drawn := func(d *Drawn) jsonDrawn { return jsonDrawn{d.Mean, d.SD, jsonWithinOf(d.Within)} }
	return jsonSimulated{
		Shape: s.Shape.String(), Samples: s.Samples, Seed: strconv.FormatUint(s.Seed, 10),
		Correlation: fourDecimals(s.Correlation), InAll: drawn(&s.InAll), NewMoney: drawn(&s.NewMoney),
	}
}
