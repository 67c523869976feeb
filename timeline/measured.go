package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// Measured says what a check measured: "12 af 80 (15,0 %)", "0", "1,030".
func (c *Check) Measured() lang.Series {
	if c == nil || c.Rule == nil || c.from == nil {
		return lang.Series{}
	}
	return lang.SeriesOf("", []lang.Value{c.measured()})
}

func (c *Check) measured() lang.Value {
	count, of := decimal.NewFromInt(int64(c.Count)), decimal.NewFromInt(int64(c.Of))
	shown := lang.Args{"n": lang.Plain(c.Count), "of": lang.Plain(c.Of)}
	switch c.Rule.Unit {
	case drejebog.QualityPercent:
		share := decimal.Zero
		if c.Of > 0 {
			share = count.Shift(2).DivRound(of, 1)
		}
		return c.from.schedule.say("timeline/measured-percent", lang.Args{"n": shown["n"], "of": shown["of"], "share": lang.Decimals(share, 1)})
	case drejebog.QualityRatio:
		if c.Of <= 0 {
			return lang.Dash()
		}
		return lang.Decimals(count.DivRound(of, 3), 3)
	case drejebog.QualityDays:
		return c.from.schedule.say("timeline/measured-days", lang.Args{"n": shown["n"], "of": shown["of"]})
	}
	return lang.Plain(c.Count)
}

// Limit says what a check's yardstick is: "højst 5 %", "mindst 0,95".
func (c *Check) Limit() lang.Said {
	if c == nil || c.Rule == nil || c.from == nil {
		return lang.Said{}
	}
	limit, most := c.Rule.AtLeast, c.Rule.AtMost != nil
	if most {
		limit = c.Rule.AtMost
	}
	var bound lang.Value = lang.Decimals(*limit, -limit.Exponent())
	if c.Rule.Unit == drejebog.QualityPercent {
		bound = lang.SeriesOf(" ", []lang.Value{bound, lang.Both("%")})
	}
	if most {
		return c.from.schedule.say("timeline/at-most", lang.Args{"limit": bound})
	}
	return c.from.schedule.say("timeline/at-least", lang.Args{"limit": bound})
}
