package quality

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// Measured says what was measured: "12 af 80 (15,0 %)", "0", "1,030".
func (m *Metric) Measured() lang.Series {
	if m == nil || m.Check == nil || m.words == nil {
		return lang.Series{}
	}
	return lang.SeriesOf("", []lang.Value{m.measured()})
}

func (m *Metric) measured() lang.Value {
	count, of := decimal.NewFromInt(int64(m.Count)), decimal.NewFromInt(int64(m.Of))
	shown := lang.Args{"n": lang.Plain(m.Count), "of": lang.Plain(m.Of)}
	switch m.Check.Unit {
	case drejebog.QualityPercent:
		share := decimal.Zero
		if m.Of > 0 {
			share = count.Shift(2).DivRound(of, 1)
		}
		return m.words.Message("timeline/measured-percent", lang.Args{"n": shown["n"], "of": shown["of"], "share": lang.Decimals(share, 1)})
	case drejebog.QualityRatio:
		if m.Of <= 0 {
			return lang.Dash()
		}
		return lang.Decimals(count.DivRound(of, 3), 3)
	case drejebog.QualityDays:
		return m.words.Message("timeline/measured-days", lang.Args{"n": shown["n"], "of": shown["of"]})
	}
	return lang.Plain(m.Count)
}

// Limit says what the check asks for: "højst 5 %", "mindst 0,95".
func (m *Metric) Limit() lang.Said {
	if m == nil || m.Check == nil || m.words == nil {
		return lang.Said{}
	}
	limit, most := m.Check.AtLeast, m.Check.AtMost != nil
	if most {
		limit = m.Check.AtMost
	}
	var bound lang.Value = lang.Decimals(*limit, -limit.Exponent())
	if m.Check.Unit == drejebog.QualityPercent {
		bound = lang.SeriesOf(" ", []lang.Value{bound, lang.Both("%")})
	}
	if most {
		return m.words.Message("timeline/at-most", lang.Args{"limit": bound})
	}
	return m.words.Message("timeline/at-least", lang.Args{"limit": bound})
}
