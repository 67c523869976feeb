package estimate

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// mostItems is how many items are worth splitting next.
const mostItems = 10

// marks are the probabilities that an amount is told for.
var marks = []float64{0.5, 0.8, 0.9}

// caveat says what the figures of an uncertainty are worth.
func (u *Uncertainty) caveat() lang.Text {
	share := u.estimate.AssumedShare()
	if share.IsZero() {
		return lang.Text{
			DA: "Fraktilerne gælder, hvis lav, sandsynlig og høj er sat rigtigt: 1 ud af 100 under lav og 1 ud af 100 over høj.",
			EN: "The percentiles hold if low, likely and high are set right: 1 in 100 below low and 1 in 100 above high.",
		}
	}
	return lang.Text{
		DA: percent(share, lang.Danish) + " af kronerne hviler på antagelser. Fraktilerne gælder, hvis antagelserne om lav, sandsynlig og høj holder " +
			"(1 ud af 100 under lav, 1 ud af 100 over høj); de siger intet om, at antagelserne er rigtige.",
		EN: percent(share, lang.English) + " of the money rests on assumptions. The percentiles hold if the assumed low, likely and high do " +
			"(1 in 100 below low, 1 in 100 above high); they say nothing on whether the assumptions are right.",
	}
}

// WriteText writes the uncertainty as one page: what the sum stays within, what
// simulation makes of the same inputs, and which items to split next. Amounts
// are whole 1.000 kr.
func (u *Uncertainty) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
	e := u.estimate
	p.Line(p.Say("USIKKERHEDEN I BUDGETOVERSLAGET: ", "UNCERTAINTY OF THE BUDGET ESTIMATE: ") + e.Kommune.FullName())
	p.Paragraph("", p.Say("Set fra ", "Seen from ")+dayText(e.AsOf, language)+". "+e.yearsText(p)+" "+
		upperFirst(e.PriceText().In(language))+". "+p.Say("Kroner i hele 1.000.", "Amounts in DKK 1,000."))
	p.Paragraph("", u.caveat().In(language))
	if n := len(e.NotEstimable); n > 0 {
		p.Paragraph("", digits(n)+p.Say(" poster, der ikke kan estimeres endnu, er ikke med.", " items that cannot be estimated yet are not in it."))
	}
	u.writeSpread(p)
	u.writeSimulated(p)
	u.writeItems(p)
	_, err := io.WriteString(w, p.String())
	return err
}

// yearsText says which budget years an estimate is of.
func (e *Estimate) yearsText(p *page.Page) string {
	if len(e.Years) == 1 {
		return p.Say("Budgetår ", "Budget year ") + digits(e.Years[0].Year) + "."
	}
	return p.Say("Alle budgetår.", "All budget years.")
}

func (u *Uncertainty) writeSpread(p *page.Page) {
	p.Heading("Det successive princip (Lichtenberg)", "The successive principle (Lichtenberg)")
	p.Line(wideRow("", p.Say("nye penge", "new money"), p.Say("i alt", "in all")))
	row := func(name string, of func(*Spread) drejebog.Kroner) {
		p.Line(wideRow(name, thousands(of(&u.NewMoney), p.Lang), thousands(of(&u.InAll), p.Lang)))
	}
	row(p.Say("Sandsynligt, lagt sammen", "Likely, added up"), func(s *Spread) drejebog.Kroner { return s.Likely })
	row(p.Say("Forventet af linjerne alene (middelværdi)", "Expected of the lines alone (mean)"), func(s *Spread) drejebog.Kroner { return s.OfLines })
	row(p.Say("Forventet med generelle forhold (middelværdi)", "Expected with the general conditions (mean)"), func(s *Spread) drejebog.Kroner { return s.Mean })
	row(p.Say("Standardafvigelse", "Standard deviation"), func(s *Spread) drejebog.Kroner { return s.SD })
	for _, mark := range marks {
		row(withinText(p, mark), func(s *Spread) drejebog.Kroner { return s.Within(mark) })
	}
	p.Paragraph("  ", p.Say("Linjerne alene, som overslaget og regnearket viser dem, er regnet med de sandsynlige drivtal og timepriser. "+
		"Her tæller de også som generelle forhold med deres egen lav og høj; derfor er de to forventede tal ikke ens.",
		"The lines alone, as the estimate and the workbook show them, are computed with the likely drivers and hourly rates. "+
			"Here those count too, as general conditions with a low and a high of their own; the two expected figures therefore differ."))
}

// withinText is the words for an amount that is not passed with a probability.
func withinText(p *page.Page, mark float64) string {
	number := strconv.FormatFloat(100*mark, 'f', -1, 64)
	return p.Say(number+" % sikkert inden for", number+"% sure to be within")
}

func (u *Uncertainty) writeSimulated(p *page.Page) {
	if len(u.Simulated) == 0 {
		return
	}
	p.Heading("Simuleret på de samme tal: 80 % sikkert inden for", "Simulated on the same figures: 80% sure to be within")
	for i := range u.Simulated {
		s := &u.Simulated[i]
		p.Line(wideRow(s.name(p), thousands(s.NewMoney.Within(0.8), p.Lang), thousands(s.InAll.Within(0.8), p.Lang)))
	}
	p.Paragraph("  ", p.Say("Tallene er trukket, ikke beregnet: ", "These figures are drawn, not computed: ")+
		lang.Whole(u.Simulated[0].Samples).In(p.Lang)+p.Say(" gange med frø ", " times with seed ")+
		strconv.FormatUint(u.Simulated[0].Seed, 10)+p.Say("; samme frø giver samme tal. Alle fordelinger går gennem de samme tre tal, men lægger ikke lige meget vægt på det midterste.",
		"; the same seed gives the same figures. All distributions go through the same three points, with different weight on the middle one."))
}

// name says how a simulation was made.
func (s *Simulated) name(p *page.Page) string {
	name := map[string]lang.Text{
		"triangular": {DA: "Trekantfordelt", EN: "Triangular"},
		"pert":       {DA: "PERT", EN: "PERT"},
		"lognormal":  {DA: "Lognormal", EN: "Lognormal"},
	}[s.Shape.String()].In(p.Lang)
	if s.Correlation > 0 {
		name += p.Say(", linjer med samme drivtal følges ad (", ", lines of one driver move together (") +
			floatText(s.Correlation, -1, p.Lang) + ")"
	}
	return name
}

func (u *Uncertainty) writeItems(p *page.Page) {
	p.Heading("Del op næste gang: det, der bidrager mest til usikkerheden", "Split next: what adds most to the uncertainty")
	rest, n := 1.0, 0
	for i := range u.Items {
		item := &u.Items[i]
		if i == mostItems || item.Share == 0 {
			break
		}
		n++
		rest -= item.Share
		name := item.Name.In(p.Lang)
		if item.Input != nil {
			name += p.Say(" (generelt forhold)", " (general condition)")
		}
		p.Line(wideRow(digits(i+1)+". "+name, sharePercent(item.Share, p.Lang), thousands(item.SD, p.Lang)))
	}
	if more := len(u.Items) - n; more > 0 && rest > 0.0005 {
		p.Line(wideRow(p.Say("De øvrige ", "The other ")+digits(more), sharePercent(rest, p.Lang), ""))
	}
	p.Paragraph("  ", p.Say("Andel af variansen, og postens egen standardafvigelse i 1.000 kr. Del de øverste op i mindre poster, eller skaf bedre tal for dem.",
		"Share of the variance, and the item's own standard deviation in DKK 1,000. Split the first ones into smaller items, or find better figures for them."))
}

// sharePercent writes a share with one decimal.
func sharePercent(share float64, language lang.Lang) string {
	number := floatText(100*share, 1, language)
	if language == lang.English {
		return number + "%"
	}
	return number + " %"
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
