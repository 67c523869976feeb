package national

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/shopspring/decimal"
)

// Book is the playbook whose kommuner were summed; nil for what nobody computed.
func (n *National) Book() *drejebog.Playbook {
	if n == nil {
		return nil
	}
	return n.book
}

// MarshalJSON is the form that seeds/schema/yardsticks.schema.json describes.
func (n National) MarshalJSON() ([]byte, error) { return form.JSON(n) }

type nationalForm struct {
	drejebog.Head
	PriceLevel  int        `json:"priceLevel"`
	Kommuner    int        `json:"kommuner"`
	Inhabitants int        `json:"inhabitants"`
	Total       Money      `json:"total"`
	Years       []Year     `json:"years"`
	Sizes       []Size     `json:"sizes"`
	Yardsticks  []Measured `json:"yardsticks"`
}

// Form is the sums behind the head that every result has.
func (n National) Form() any {
	f := nationalForm{
		PriceLevel: n.PriceLevel, Kommuner: n.Kommuner, Inhabitants: n.Inhabitants, Total: n.Total, Years: n.Years, Sizes: n.Sizes, Yardsticks: n.Measured,
	}
	if n.book != nil {
		f.Head = n.book.Head("yardsticks")
		f.AsOf = &n.AsOf
	}
	return f
}

// MarshalJSON is the year's form.
func (y Year) MarshalJSON() ([]byte, error) { return form.JSON(y) }

// Form is the year with its sums.
func (y Year) Form() any {
	return struct {
		Year int `json:"year"`
		Money
	}{y.Year, y.Money}
}

// MarshalJSON is the form of a class.
func (s Size) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Form is the class with its sums and what they are for each inhabitant.
func (s Size) Form() any {
	var below *int
	if s.Below > 0 {
		below = &s.Below
	}
	return struct {
		From        int  `json:"from"`
		Below       *int `json:"below"` // nil for the class without an end
		Kommuner    int  `json:"kommuner"`
		Inhabitants int  `json:"inhabitants"`
		Money
		NewMoneyEach drejebog.Kroner `json:"newMoneyPerInhabitant"`
		OwnTimeEach  drejebog.Kroner `json:"ownTimePerInhabitant"`
		InAllEach    drejebog.Kroner `json:"inAllPerInhabitant"`
	}{
		s.From, below, s.Kommuner, s.Inhabitants, s.Money,
		s.PerInhabitant(s.NewMoney), s.PerInhabitant(s.OwnTimeValue), s.PerInhabitant(s.Likely),
	}
}

// MarshalJSON is the form of a sum beside its yardstick.
func (m Measured) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// Form is the yardstick with the sum, and whether it lies within.
func (m Measured) Form() any {
	if m.Yardstick == nil {
		m.Yardstick = &assumed.Yardstick{}
	}
	return struct {
		assumed.Yardstick
		Low      decimal.Decimal `json:"low"`
		Likely   decimal.Decimal `json:"likely"`
		High     decimal.Decimal `json:"high"`
		Multiple decimal.Decimal `json:"multiple"` // of the public high
		Within   bool            `json:"within"`
	}{*m.Yardstick, m.Low, m.Likely, m.High, m.Multiple(), m.Within()}
}
