package estimatereport

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/shopspring/decimal"
)

// mostItems is how many items are worth splitting next.
const mostItems = 10

// Uncertainty tells what the sum of an estimate stays within, what simulation
// makes of the same inputs, and which items to split next. Amounts are whole
// 1.000 kr. Its tables are spread, simulated and items.
func Uncertainty(u *outlook.Uncertainty) *document.Document {
	t, ok := tell(u.Estimate())
	if !ok {
		return &t.Document
	}
	t.Title, t.Subject = t.text("uncertainty/title", nil), lang.Both(t.est.Kommune.FullName())
	t.Tell(t.text("uncertainty/head", lang.Args{
		"day": lang.Day(t.est.AsOf), "years": t.ofYears(), "prices": t.est.PriceLevels().Text().Capital(), "thousand": thousand,
	}), t.caveat())
	if n := len(t.est.NotEstimable); n > 0 {
		t.Tell(t.text("uncertainty/not-in-it", lang.Args{"n": lang.Whole(n)}))
	}
	t.spread(u)
	t.simulated(u)
	t.items(u)
	return &t.Document
}

// caveat says what the figures are worth. Low and high are taken as the 1 % and
// the 99 % marks.
func (t *telling) caveat() lang.Text {
	one, of := lang.Whole(1), lang.Whole(100)
	share := t.est.AssumedShare()
	if share.IsZero() {
		return t.text("uncertainty/holds-if-right", lang.Args{"one": one, "of": of})
	}
	return t.text("uncertainty/holds-if-assumptions-do", lang.Args{"share": lang.WholePercent(share), "one": one, "of": of})
}

// ofYears says which budget years an estimate is of.
func (t *telling) ofYears() lang.Text {
	if len(t.est.Years) == 1 {
		return t.text("uncertainty/budget-year", lang.Args{"year": lang.Plain(t.est.Years[0].Year)})
	}
	return t.text("uncertainty/all-years", nil)
}

// moneySheet is a table of new money and of all, by what its rows are.
func (t *telling) moneySheet(name string) *table.Sheet {
	return &table.Sheet{Name: name, Columns: []table.Column{
		table.Head("of", lang.Text{}), table.Figures("newMoney", t.text("common/new-money", nil).Lower()),
		table.Figures("inAll", t.text("common/in-all", nil).Lower()),
	}}
}

func (t *telling) spread(u *outlook.Uncertainty) {
	t.Section(t.text("uncertainty/successive-principle", nil))
	sheet := t.moneySheet("spread")
	row := func(name lang.Text, of func(*outlook.Spread) drejebog.Kroner) {
		sheet.Append(table.Of(name), table.Of(thousands(of(&u.NewMoney))), table.Of(thousands(of(&u.InAll))))
	}
	row(t.text("uncertainty/likely", nil), func(s *outlook.Spread) drejebog.Kroner { return s.Likely })
	row(t.text("uncertainty/of-lines", nil), func(s *outlook.Spread) drejebog.Kroner { return s.OfLines })
	row(t.text("uncertainty/mean", nil), func(s *outlook.Spread) drejebog.Kroner { return s.Mean })
	row(t.text("uncertainty/standard-deviation", nil), func(s *outlook.Spread) drejebog.Kroner { return s.SD })
	for _, mark := range outlook.Marks() {
		row(t.text("uncertainty/within", lang.Args{"percent": percent(mark, 0)}), func(s *outlook.Spread) drejebog.Kroner { return s.Within(mark) })
	}
	t.Show(sheet)
	t.Tell(t.text("uncertainty/why-two-means", nil))
}

func (t *telling) simulated(u *outlook.Uncertainty) {
	if len(u.Simulated) == 0 {
		return
	}
	const mark = 0.8
	t.Section(t.text("uncertainty/simulated", lang.Args{"percent": percent(mark, 0)}))
	sheet := t.moneySheet("simulated")
	for i := range u.Simulated {
		s := &u.Simulated[i]
		sheet.Append(table.Of(t.shape(s)), table.Of(thousands(s.NewMoney.Within(mark))), table.Of(thousands(s.InAll.Within(mark))))
	}
	t.Show(sheet)
	t.Tell(t.text("uncertainty/drawn", lang.Args{
		"times": lang.Whole(u.Simulated[0].Samples), "seed": lang.Both(strconv.FormatUint(u.Simulated[0].Seed, 10)),
	}))
}

// shape says how a simulation was made.
func (t *telling) shape(s *outlook.Simulated) lang.Text {
	shape := t.book.Words.Key("shape", s.Shape.String(), nil)
	if s.Correlation > 0 {
		return t.text("uncertainty/correlated", lang.Args{"shape": shape, "correlation": rounded(s.Correlation, -1)})
	}
	return shape
}

func (t *telling) items(u *outlook.Uncertainty) {
	t.Section(t.text("uncertainty/split-next", nil))
	sheet := &table.Sheet{Name: "items", Columns: []table.Column{
		table.Figures("rank", lang.Text{}), table.Head("item", lang.Text{}), table.Figures("share", t.text("uncertainty/share", nil)),
		table.Figures("sd", t.text("uncertainty/own-deviation", nil)),
	}}
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
			name = t.text("uncertainty/general-condition", lang.Args{"name": item.Name})
		}
		sheet.Append(table.Whole(n), table.Of(name), table.Of(percent(item.Share, 1)), table.Of(thousands(item.SD)))
	}
	if more := len(u.Items) - n; more > 0 && rest > 0.0005 {
		sheet.Append(table.Cell{}, table.Of(t.text("uncertainty/the-others", lang.Args{"n": lang.Whole(more)})), table.Of(percent(rest, 1)), table.Cell{})
	}
	t.Show(sheet)
	t.Tell(t.text("uncertainty/share-of-variance", lang.Args{"thousand": thousand}))
}

// percent is a simulated share as per cent with so many decimals.
func percent(share float64, places int) lang.Percent { return lang.Percent(rounded(100*share, places)) }

// rounded is a simulated number with so many decimals, or with as many as tell
// it from others for -1; 0 for what is no number.
func rounded(number float64, places int) lang.Number {
	exact, err := decimal.NewFromString(strconv.FormatFloat(number, 'f', places, 64))
	if err != nil {
		return lang.Number{}
	}
	return lang.Decimals(exact, -exact.Exponent())
}
