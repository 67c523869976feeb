package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// PriceText says which year's prices and wages the amounts are in: "prisniveau
// 2014", or of current prices which years are not at their own level.
func (e *Estimate) PriceText() lang.Text {
	if !e.Current {
		return e.PriceName()
	}
	levels := []lang.Text{e.text("estimate/own-level", nil)}
	for i := 0; i < len(e.Years); i++ {
		first := &e.Years[i]
		level := lang.Plain(first.PriceLevel)
		switch {
		case first.Year == Undated:
			levels = append(levels, e.text("estimate/undated-level", lang.Args{"level": level}))
		case first.Year != first.PriceLevel:
			for i+1 < len(e.Years) && e.Years[i+1].PriceLevel == first.PriceLevel && e.Years[i+1].Year > first.Year && e.Years[i+1].Year != first.PriceLevel {
				i++
			}
			years := digits(first.Year)
			if last := e.Years[i].Year; last != first.Year {
				years += "–" + digits(last)
			}
			levels = append(levels, e.text("estimate/other-level", lang.Args{"years": lang.Both(years), "level": level}))
		}
	}
	return e.text("estimate/current-prices-at", lang.Args{"levels": lang.Joined("; ", levels...)})
}

// PriceName is the price level in two words.
func (e *Estimate) PriceName() lang.Text {
	if e.Current {
		return e.text("estimate/current-prices", nil)
	}
	return e.text("estimate/price-level", lang.Args{"year": lang.Plain(e.PriceLevel)})
}
