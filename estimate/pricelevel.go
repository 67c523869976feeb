package estimate

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// PriceLevels says which year's prices and wages the amounts are in: "prisniveau
// 2014", or of current prices which years are not at their own level. Nothing is
// said of an estimate that nobody computed.
func (e *Estimate) PriceLevels() lang.Said {
	if e == nil || e.sched == nil {
		return lang.Said{}
	}
	if !e.Current {
		return e.PriceName()
	}
	levels := []lang.Value{e.say("estimate/own-level", nil)}
	for i := 0; i < len(e.Years); i++ {
		first := &e.Years[i]
		level := lang.Plain(first.PriceLevel)
		switch {
		case first.Year == Undated:
			levels = append(levels, e.say("estimate/undated-level", lang.Args{"level": level}))
		case first.Year != first.PriceLevel:
			for i+1 < len(e.Years) && follows(&e.Years[i], &e.Years[i+1]) {
				i++
			}
			levels = append(levels, e.say("estimate/other-level", lang.Args{"years": years(first.Year, e.Years[i].Year), "level": level}))
		}
	}
	return e.say("estimate/current-prices-at", lang.Args{"levels": lang.SeriesOf("; ", levels)})
}

// follows reports whether the next year stands at the same level of another.
func follows(y, next *Year) bool {
	return next.Year > y.Year && next.PriceLevel == y.PriceLevel && next.Year != next.PriceLevel
}

// years is a year, or the first and the last of several.
func years(first, last int) lang.Text {
	if first == last {
		return lang.Both(strconv.Itoa(first))
	}
	return lang.Both(strconv.Itoa(first) + "–" + strconv.Itoa(last))
}

// PriceName is the price level in two words. Nothing is said of an estimate that
// nobody computed.
func (e *Estimate) PriceName() lang.Said {
	switch {
	case e == nil || e.sched == nil:
		return lang.Said{}
	case e.Current:
		return e.say("estimate/current-prices", nil)
	}
	return e.say("estimate/price-level", lang.Args{"year": lang.Plain(e.PriceLevel)})
}
