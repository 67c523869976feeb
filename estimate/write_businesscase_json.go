package estimate

import (
	"encoding/json"
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
)

// WriteJSON writes the case with stable fields in a fixed order. Amounts are
// strings with two decimals, rates and shares strings with four, dates ISO,
// months "2018-04"; what is not known is null, and no list is. Of a case that
// could not be computed presentValue, withOwnTime and payback are null.
func (b *BusinessCase) WriteJSON(w io.Writer) error {
	out := jsonCase{
		Kommune: jsonKommune{b.Kommune.Code, b.Kommune.Name, b.Population.Count}, AsOf: b.AsOf.String(), Complete: b.complete,
		PriceLevel: b.PriceLevel, PaymentLevel: b.PaymentLevel, Baseline: b.Baseline, Future: b.Future, OnTarget: b.OnTarget,
		DiscountRate: jsonCaseFigure{b.DiscountRate.Value.StringFixed(4), b.DiscountRate.Certainty, b.DiscountRate.Source},
		Payback:      isoMonth(b.Payback), Infrastructure: jsonInfrastructureOf(b.Infrastructure),
		Years: b.jsonYears(), Rows: mapTo(b.Rows, jsonRowOf), Sensitivity: mapTo(b.Sensitivity, jsonSensitivityOf),
		AddOns: mapTo(b.AddOns, b.jsonAddOn), Benefits: mapTo(b.Benefits, jsonBenefitOf), Findings: mapTo(b.Findings, jsonCaseFindingOf),
	}
	if b.complete {
		out.PresentValue, out.WithOwnTime = &b.PresentValue, &b.WithOwnTime
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

type jsonCase struct {
	Kommune        jsonKommune         `json:"kommune"`
	AsOf           string              `json:"asOf"`
	Complete       bool                `json:"complete"`
	PriceLevel     int                 `json:"priceLevel"`
	PaymentLevel   int                 `json:"paymentLevel"`
	Baseline       drejebog.Kroner     `json:"baseline"`
	Future         drejebog.Kroner     `json:"future"`
	OnTarget       bool                `json:"onTarget"`
	DiscountRate   jsonCaseFigure      `json:"discountRate"`
	PresentValue   *drejebog.Kroner    `json:"presentValue"`
	WithOwnTime    *drejebog.Kroner    `json:"withOwnTime"`
	Payback        *string             `json:"payback"`
	Infrastructure *jsonInfrastructure `json:"infrastructure"`
	Years          []jsonCaseYear      `json:"years"`
	Rows           []jsonRow           `json:"rows"`
	Sensitivity    []jsonSensitivity   `json:"sensitivity"`
	AddOns         []jsonAddOn         `json:"addOns"`
	Benefits       []jsonBenefit       `json:"benefits"`
	Findings       []jsonCaseFinding   `json:"findings"`
}

type jsonCaseFigure struct {
	Value     string             `json:"value"`
	Certainty drejebog.Certainty `json:"certainty"`
	Source    string             `json:"source"`
}

type jsonInfrastructure struct {
	Yearly drejebog.Kroner `json:"yearly"`
	From   string          `json:"from"`
	Source string          `json:"source"`
}

func jsonInfrastructureOf(i *Infrastructure) *jsonInfrastructure {
	if i == nil {
		return nil
	}
	return &jsonInfrastructure{i.Yearly, i.Tariff.From.String(), i.Tariff.Address}
}

type jsonCaseYear struct {
	Year    int             `json:"year"`
	Total   drejebog.Kroner `json:"total"`
	OwnTime drejebog.Kroner `json:"ownTime"`
}

func (b *BusinessCase) jsonYears() []jsonCaseYear {
	years := []jsonCaseYear{}
	for k := range b.Total {
		years = append(years, jsonCaseYear{b.FirstYear + k, b.Total[k], b.OwnTime[k]})
	}
	return years
}

type jsonRow struct {
	ID        string             `json:"id"`
	Group     string             `json:"group"`
	Name      jsonText           `json:"name"`
	Yearly    *drejebog.Kroner   `json:"yearly"`
	From      string             `json:"from"`
	To        string             `json:"to"`
	Years     []drejebog.Kroner  `json:"years"`
	Certainty drejebog.Certainty `json:"certainty"`
	Source    string             `json:"source"`
}

func jsonRowOf(r *CaseRow) jsonRow {
	out := jsonRow{
		ID: r.ID, Group: r.Group.String(), Name: jsonTextOf(r.Name), From: r.From.ISO(), To: (r.To - 1).ISO(),
		Years: r.Years, Certainty: r.Certainty, Source: r.Source,
	}
	if !r.Yearly.IsZero() {
		out.Yearly = &r.Yearly
	}
	return out
}

type jsonSensitivity struct {
	ID     string          `json:"id"`
	Name   jsonText        `json:"name"`
	Low    jsonText        `json:"low"`
	AtLow  drejebog.Kroner `json:"atLow"`
	High   jsonText        `json:"high"`
	AtHigh drejebog.Kroner `json:"atHigh"`
}

func jsonSensitivityOf(s *Sensitivity) jsonSensitivity {
	return jsonSensitivity{s.ID, jsonTextOf(s.Name), jsonTextOf(s.Low), s.AtLow, jsonTextOf(s.High), s.AtHigh}
}

type jsonAddOn struct {
	ID       string           `json:"id"`
	Name     string           `json:"name"`
	Verdict  string           `json:"verdict"`
	Replaced *string          `json:"replaced"`
	Payback  *string          `json:"payback"`
	ExitCost drejebog.Kroner  `json:"exitCost"`
	Net      *drejebog.Kroner `json:"net"`
	Reasons  []jsonText       `json:"reasons"`
}

func (b *BusinessCase) jsonAddOn(a *AddOnCase) jsonAddOn {
	out := jsonAddOn{
		ID: a.ID, Name: a.Name, Verdict: a.Verdict.String(), Replaced: isoDate(a.Replaced), Payback: isoMonth(a.Payback), ExitCost: a.ExitCost,
		Reasons: mapTo(a.Reasons, func(r *AddOnReason) jsonText { return jsonTextOf(b.estimate.reasonText(a, *r)) }),
	}
	if a.Replaced != nil {
		out.Net = &a.Net
	}
	return out
}

type jsonBenefit struct {
	ID       string          `json:"id"`
	Name     string          `json:"name"`
	Project  string          `json:"project"`
	Owner    jsonText        `json:"owner"`
	Unit     string          `json:"unit"`
	Baseline *string         `json:"baseline"`
	Target   *string         `json:"target"`
	From     *string         `json:"from"`
	Value    drejebog.Kroner `json:"value"`
	Realised []jsonRealised  `json:"realised"`
	Progress *string         `json:"progress"`
}

type jsonRealised struct {
	Year  string `json:"year"`
	Value string `json:"value"`
}

func jsonBenefitOf(l *BenefitLine) jsonBenefit {
	out := jsonBenefit{
		ID: l.ID, Name: l.Name, Project: l.Project, Owner: jsonTextOf(l.Owner), Unit: l.Unit, From: isoDate(l.From), Value: l.Value,
		Realised: mapTo(l.Years, func(y *RealisedYear) jsonRealised { return jsonRealised{y.Year, y.Value.String()} }),
	}
	if l.Baseline != nil {
		text := l.Baseline.String()
		out.Baseline = &text
	}
	if l.Target != nil {
		text := l.Target.String()
		out.Target = &text
	}
	if l.Progress != nil {
		text := l.Progress.StringFixed(4)
		out.Progress = &text
	}
	return out
}

type jsonCaseFinding struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Subject  string   `json:"subject"`
	Text     jsonText `json:"text"`
	Remedy   jsonText `json:"remedy"`
	Line     int      `json:"line"`
}

func jsonCaseFindingOf(f *drejebog.Finding) jsonCaseFinding {
	return jsonCaseFinding{f.Code, f.Severity.String(), f.Subject, jsonTextOf(f.Text), jsonTextOf(f.Remedy), f.Place.Line}
}

func isoMonth(m *Month) *string {
	if m == nil {
		return nil
	}
	text := m.ISO()
	return &text
}
