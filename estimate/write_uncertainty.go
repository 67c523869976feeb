package estimate

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// mostItems is how many items are worth splitting next.
const mostItems = 10

// WriteText writes the uncertainty as one page: what the sum stays within, what
// simulation makes of the same inputs, and which items to split next. Amounts
// are whole 1.000 kr.
func (u *Uncertainty) WriteText(w io.Writer, language lang.Lang) error {
	p := u.estimate.telling(language)
	e := u.estimate
	p.Line(p.say("uncertainty/title", lang.Args{"kommune": lang.Both(e.Kommune.FullName())}))
	p.Paragraph("", p.say("uncertainty/head", lang.Args{
		"day": lang.Day(e.AsOf), "years": e.yearsText(), "prices": capital(e.PriceText()), "thousand": thousand,
	}))
	p.Paragraph("", u.Caveat().In(language))
	if n := len(e.NotEstimable); n > 0 {
		p.Paragraph("", p.say("uncertainty/not-in-it", lang.Args{"n": lang.Whole(n)}))
	}
	u.writeSpread(p)
	u.writeSimulated(p)
	u.writeItems(p)
	_, err := io.WriteString(w, p.String())
	return err
}

// yearsText says which budget years an estimate is of.
func (e *Estimate) yearsText() lang.Text {
	if len(e.Years) == 1 {
		return e.text("uncertainty/budget-year", lang.Args{"year": yearText(e.Years[0].Year)})
	}
	return e.text("uncertainty/all-years", nil)
}

func (u *Uncertainty) writeSpread(p telling) {
	p.head(p.text("uncertainty/successive-principle", nil))
	p.Line(wideRow("", lowerFirst(p.say("common/new-money", nil)), lowerFirst(p.say("common/in-all", nil))))
	row := func(name string, of func(*Spread) drejebog.Kroner) {
		p.Line(wideRow(name, thousands(of(&u.NewMoney), p.Lang), thousands(of(&u.InAll), p.Lang)))
	}
	row(p.say("uncertainty/likely", nil), func(s *Spread) drejebog.Kroner { return s.Likely })
	row(p.say("uncertainty/of-lines", nil), func(s *Spread) drejebog.Kroner { return s.OfLines })
	row(p.say("uncertainty/mean", nil), func(s *Spread) drejebog.Kroner { return s.Mean })
	row(p.say("uncertainty/standard-deviation", nil), func(s *Spread) drejebog.Kroner { return s.SD })
	for _, mark := range Marks() {
		row(p.say("uncertainty/within", lang.Args{"percent": wholePercent(mark)}), func(s *Spread) drejebog.Kroner { return s.Within(mark) })
	}
	p.Paragraph("  ", p.say("uncertainty/why-two-means", nil))
}

// wholePercent is a share as whole per cent.
func wholePercent(share float64) lang.Percent { return lang.Percent(rounded(100*share, 0)) }

func (u *Uncertainty) writeSimulated(p telling) {
	if len(u.Simulated) == 0 {
		return
	}
	const mark = 0.8
	p.head(p.text("uncertainty/simulated", lang.Args{"percent": wholePercent(mark)}))
	for i := range u.Simulated {
		s := &u.Simulated[i]
		p.Line(wideRow(s.name(p), thousands(s.NewMoney.Within(mark), p.Lang), thousands(s.InAll.Within(mark), p.Lang)))
	}
	p.Paragraph("  ", p.say("uncertainty/drawn", lang.Args{
		"times": lang.Whole(u.Simulated[0].Samples), "seed": lang.Both(strconv.FormatUint(u.Simulated[0].Seed, 10)),
	}))
}

// name says how a simulation was made.
func (s *Simulated) name(p telling) string {
	shape := p.words.Key("shape", s.Shape.String(), nil)
	if s.Correlation > 0 {
		return p.say("uncertainty/correlated", lang.Args{"shape": shape, "correlation": rounded(s.Correlation, -1)})
	}
	return shape.In(p.Lang)
}

func (u *Uncertainty) writeItems(p telling) {
	p.head(p.text("uncertainty/split-next", nil))
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
			name = p.text("uncertainty/general-condition", lang.Args{"name": item.Name})
		}
		p.Line(wideRow(digits(i+1)+". "+name.In(p.Lang), sharePercent(item.Share, p.Lang), thousands(item.SD, p.Lang)))
	}
	if more := len(u.Items) - n; more > 0 && rest > 0.0005 {
		p.Line(wideRow(p.say("uncertainty/the-others", lang.Args{"n": lang.Whole(more)}), sharePercent(rest, p.Lang), ""))
	}
	p.Paragraph("  ", p.say("uncertainty/share-of-variance", lang.Args{"thousand": thousand}))
}

// sharePercent writes a share with one decimal.
func sharePercent(share float64, language lang.Lang) string {
	return lang.Percent(rounded(100*share, 1)).In(language)
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
