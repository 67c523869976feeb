package estimatereport

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
)

// Prices says which year's prices and wages an estimate's amounts are in:
// "prisniveau 2014", or of current prices which years are not at their own
// level. It is empty for an estimate that nobody computed.
func Prices(e *estimate.Estimate) lang.Text {
	t, ok := tell(e)
	if !ok {
		return lang.Text{}
	}
	if !e.Current {
		return t.priceName()
	}
	levels := []lang.Text{t.text("estimate/own-level", nil)}
	for i := 0; i < len(e.Years); i++ {
		first := &e.Years[i]
		level := lang.Plain(first.PriceLevel)
		switch {
		case first.Year == estimate.Undated:
			levels = append(levels, t.text("estimate/undated-level", lang.Args{"level": level}))
		case first.Year != first.PriceLevel:
			for i+1 < len(e.Years) && follows(&e.Years[i], &e.Years[i+1]) {
				i++
			}
			levels = append(levels, t.text("estimate/other-level", lang.Args{"years": span(first.Year, e.Years[i].Year), "level": level}))
		}
	}
	return t.text("estimate/current-prices-at", lang.Args{"levels": lang.Joined("; ", levels...)})
}

// follows reports whether the next year stands at the same level of another.
func follows(y, next *estimate.Year) bool {
	return next.Year > y.Year && next.PriceLevel == y.PriceLevel && next.Year != next.PriceLevel
}

// span is a year, or the first and the last of several.
func span(first, last int) lang.Text {
	if first == last {
		return lang.Both(strconv.Itoa(first))
	}
	return lang.Both(strconv.Itoa(first) + "–" + strconv.Itoa(last))
}

// priceName is the price level in two words.
func (t *telling) priceName() lang.Text {
	if t.est.Current {
		return t.text("estimate/current-prices", nil)
	}
	return t.text("estimate/price-level", lang.Args{"year": lang.Plain(t.est.PriceLevel)})
}
