package businesscase

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Head is what the case's JSON begins with. Its findings are all there are:
// those of schedule and estimate, then the case's own.
func (b *Case) Head() drejebog.Head {
	if b.est == nil {
		return drejebog.Head{}
	}
	return b.est.HeadOf("businesscase/2", b.Findings...)
}

// MarshalJSON is the form that seeds/schema/businesscase.schema.json describes.
func (b Case) MarshalJSON() ([]byte, error) { return form.JSON(b) }

type caseForm struct {
	drejebog.Head
	Complete       bool             `json:"complete"`
	Covers         []Category       `json:"covers"` // all there are, but for a case that could not be computed
	PriceLevel     int              `json:"priceLevel"`
	PaymentLevel   int              `json:"paymentLevel"`
	Baseline       drejebog.Kroner  `json:"baseline"`
	Future         drejebog.Kroner  `json:"future"`
	OnTarget       bool             `json:"onTarget"`
	DiscountRate   Figure           `json:"discountRate"`
	PresentValue   *drejebog.Kroner `json:"presentValue"` // nil, as the next three, for a case that could not be computed
	WithOwnTime    *drejebog.Kroner `json:"withOwnTime"`
	Saving         *drejebog.Kroner `json:"saving"`
	SavingShare    *form.Fraction   `json:"savingShare"` // nil also where nothing is paid today
	Payback        *running.Month   `json:"payback"`
	Infrastructure *Infrastructure  `json:"infrastructure"`
	Years          []Year           `json:"years"`
	InAll          Sums             `json:"inAll"`
	Rows           []Row            `json:"rows"`
	Sensitivity    []Sensitivity    `json:"sensitivity"`
	AddOns         []AddOn          `json:"addOns"`
	Benefits       []Benefit        `json:"benefits"`
}

// Form has no present value of a case that could not be computed.
func (b Case) Form() any {
	f := caseForm{
		Head: b.Head(), Complete: b.complete, Covers: b.Covers(), PriceLevel: b.PriceLevel, PaymentLevel: b.PaymentLevel,
		Baseline: b.Baseline, Future: b.Future, OnTarget: b.OnTarget, DiscountRate: b.DiscountRate,
		Payback: b.Payback, Infrastructure: b.Infrastructure, Years: b.Years, InAll: b.InAll,
		Rows: b.Rows, Sensitivity: b.Sensitivity, AddOns: b.AddOns, Benefits: b.Benefits,
	}
	if b.SavingShare != nil {
		f.SavingShare = &form.Fraction{Decimal: *b.SavingShare}
	}
	if b.complete {
		f.PresentValue, f.WithOwnTime, f.Saving = &b.PresentValue, &b.WithOwnTime, &b.Saving
	}
	return f
}

// MarshalJSON is the form of what falls in a year of the case.
func (y Year) MarshalJSON() ([]byte, error) { return form.JSON(y) }

// MarshalJSON is the form of what the case's rows come to.
func (s Sums) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the figure's form.
func (c Figure) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has the value with four decimals: it is a share.
func (c Figure) Form() any {
	return struct {
		Value     form.Fraction      `json:"value"`
		Certainty drejebog.Certainty `json:"certainty" form:"set"`
		Source    string             `json:"source"`
	}{form.Fraction{Decimal: c.Value}, c.Certainty, c.Source}
}

// MarshalJSON is the form of the price of the infrastructure.
func (i Infrastructure) MarshalJSON() ([]byte, error) { return form.JSON(i) }

// Form has since when the price is billed, and where it stands.
func (i Infrastructure) Form() any {
	return struct {
		Yearly drejebog.Kroner `json:"yearly"`
		From   date.Date       `json:"from"`
		Source string          `json:"source"`
	}{i.Yearly, i.Tariff.From, i.Tariff.Address}
}

// MarshalJSON is the row's form.
func (r Row) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// Form has the last month that is paid for, and no yearly amount for what
// differs from year to year.
func (r Row) Form() any {
	f := struct {
		ID        string             `json:"id" form:"set"`
		Group     Category           `json:"group" form:"set"`
		Name      lang.Text          `json:"name" form:"set"`
		Yearly    *drejebog.Kroner   `json:"yearly"`
		From      running.Month      `json:"from"`
		To        running.Month      `json:"to"`
		Years     []drejebog.Kroner  `json:"years"`
		Certainty drejebog.Certainty `json:"certainty" form:"set"`
		Source    string             `json:"source"`
	}{ID: r.ID, Group: r.Category, Name: r.Name, From: r.From, To: r.To - 1, Years: r.Years, Certainty: r.Certainty, Source: r.Source}
	if !r.Yearly.IsZero() {
		f.Yearly = &r.Yearly
	}
	return f
}

// MarshalJSON is the form of what one input does to the case.
func (s Sensitivity) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Form has the ends of the range as texts: months of a go-live, amounts of the
// costs, and shares of all else.
func (s Sensitivity) Form() any {
	f := struct {
		ID     Input           `json:"id" form:"set"`
		Low    string          `json:"low" form:"set"`
		AtLow  drejebog.Kroner `json:"atLow"` // present value
		High   string          `json:"high" form:"set"`
		AtHigh drejebog.Kroner `json:"atHigh"`
	}{s.Of, s.Low.StringFixed(4), s.AtLow, s.High.StringFixed(4), s.AtHigh}
	switch s.Of {
	case ofImplementation:
		f.Low, f.High = s.Low.StringFixed(2), s.High.StringFixed(2)
	case ofGoLive:
		f.Low, f.High = s.Early.ISO(), s.Late.ISO()
	}
	return f
}

// MarshalJSON is the form of an add-on's case.
func (c AddOn) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has nothing earned or lost as long as it is not known when the system is
// replaced.
func (c AddOn) Form() any {
	f := struct {
		ID       string           `json:"id"`
		Name     string           `json:"name" form:"set"`
		Verdict  Verdict          `json:"verdict" form:"set"`
		Replaced *date.Date       `json:"replaced"`
		Payback  *running.Month   `json:"payback"`
		ExitCost drejebog.Kroner  `json:"exitCost"`
		Net      *drejebog.Kroner `json:"net"`
		Reasons  []Reason         `json:"reasons"`
	}{ID: c.ID, Name: c.Name, Verdict: c.Verdict, Replaced: c.Replaced, Payback: c.Payback, ExitCost: c.ExitCost, Reasons: c.Reasons}
	if c.Replaced != nil {
		f.Net = &c.Net
	}
	return f
}

// MarshalJSON is the benefit's form.
func (l Benefit) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// Form has what the plan says of the benefit beside what was measured.
func (l Benefit) Form() any {
	f := struct {
		ID       string           `json:"id" form:"set"`
		Name     string           `json:"name" form:"set"`
		Project  string           `json:"project"` // id
		Owner    lang.Text        `json:"owner"`
		Unit     string           `json:"unit"`
		Baseline *decimal.Decimal `json:"baseline"`
		Target   *decimal.Decimal `json:"target"`
		From     *date.Date       `json:"from"`
		Value    drejebog.Kroner  `json:"value"`
		Realised []Measurement    `json:"realised"`
		Progress *form.Fraction   `json:"progress"`
	}{
		ID: l.ID, Name: l.Name, Project: l.Project, Owner: l.Owner, Unit: l.Unit,
		Baseline: l.Baseline, Target: l.Target, From: l.From, Value: l.Value, Realised: l.Years,
	}
	if l.Progress != nil {
		f.Progress = &form.Fraction{Decimal: *l.Progress}
	}
	return f
}
