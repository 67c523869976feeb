package readinessreport

import (
	"bytes"
	_ "embed"
	"html/template"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/shopspring/decimal"
)

//go:embed steering.svg.tmpl
var steeringSVG string

// steeringPictures is parsed once; it escapes every text by where it stands.
var steeringPictures = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("steering").Parse(steeringSVG))
})

// drawn is a picture in both languages.
func drawn(name string, of func(language lang.Lang) any) lang.Text {
	draw := func(language lang.Lang) string {
		var out bytes.Buffer
		_ = chart.Write(&out, steeringPictures(), name, of(language)) // a buffer takes all, and the template is embedded
		return out.String()
	}
	var text lang.Text
	text.DA, text.EN = draw(lang.Danish), draw(lang.English)
	return text
}

// lamp is one light, with the sign by which those tell it who do not see its colour.
type lamp struct {
	Name, Light, Sign string
	X                 int
}

// lampSign is the sign of a light.
func lampSign(l readiness.Light) string {
	switch l {
	case readiness.Green:
		return "✓"
	case readiness.Yellow:
		return "!"
	case readiness.Red:
		return "✗"
	}
	return "?"
}

// lamps are the lights at a glance, for who sees the page; the table tells them.
func (r sheet) lamps() {
	svg := drawn("lamps", func(language lang.Lang) any {
		var lamps []lamp
		for i := range r.of.Lights {
			l := &r.of.Lights[i]
			name := r.book.Words.Key("subject", l.Subject, nil).In(language)
			lamps = append(lamps, lamp{Name: name, Light: l.Light.String(), Sign: lampSign(l.Light), X: 40 + lampStep*i})
		}
		return lamps
	})
	r.Add(document.Picture{SVG: svg})
}

// The measures of the pictures, in pixels.
const (
	leftFrom  = 104
	leftRoom  = 240
	leftRow   = 18
	loadRoom  = 70
	loadFoot  = 16
	loadStep  = 62
	loadWidth = 36
	lampStep  = 80

	wholePixels = 0
)

// leftBar is the time to a project's go-live, with the gates on the way.
type leftBar struct {
	Name   string
	Y, End int
	Days   string
	Gates  []int
}

func (r sheet) left() {
	var told []lang.Text
	var ahead []*steering.Remaining
	longest := 1
	for i := range r.of.Remaining {
		x := &r.of.Remaining[i]
		if x.Left == nil {
			continue
		}
		ahead, longest = append(ahead, x), max(longest, *x.Left)
		told = append(told, lang.Joined(" ", lang.Both(x.Name), lang.Written(lang.Whole(*x.Left))))
	}
	if len(told) == 0 {
		return
	}
	at := func(days int) int { return leftFrom + days*leftRoom/longest }
	svg := drawn("left", func(language lang.Lang) any {
		var bars []leftBar
		for i, x := range ahead {
			b := leftBar{Name: x.Name, Y: leftRow*i + leftRow/2, End: at(*x.Left), Days: lang.Whole(*x.Left).In(language)}
			for _, g := range x.Gates {
				if g.Left <= *x.Left {
					b.Gates = append(b.Gates, at(g.Left))
				}
			}
			bars = append(bars, b)
		}
		return struct {
			Height int
			Bars   []leftBar
		}{leftRow * len(bars), bars}
	})
	r.Add(document.Picture{Text: r.say("steering-page/remaining-said", lang.Args{"list": lang.Joined(", ", told...)}), SVG: svg})
}

// loadColumn is the load of a month: its height, what is over in it, and where the line
// of what there is stands.
type loadColumn struct {
	Name                                  string
	X, Middle, Top, Rise, Over, Has, Foot int
}

func (r sheet) load() {
	if len(r.of.Load) == 0 {
		return
	}
	var told []lang.Text
	most := decimal.NewFromInt(1)
	for i := range r.of.Load {
		m := &r.of.Load[i]
		most = decimal.Max(most, m.Need.Decimal(), m.Available.Decimal())
		hours := lang.Joined("/", lang.Written(lang.Decimals(m.Need.Decimal(), 0)), lang.Written(lang.Decimals(m.Available.Decimal(), 0)))
		told = append(told, lang.Joined(" ", lang.ShortMonthName(m.First.Month()), hours))
	}
	height := func(hours decimal.Decimal) int {
		return int(hours.Mul(decimal.NewFromInt(loadRoom)).DivRound(most, wholePixels).IntPart())
	}
	svg := drawn("load", func(language lang.Lang) any {
		var columns []loadColumn
		for i := range r.of.Load {
			m := &r.of.Load[i]
			c := loadColumn{
				Name: lang.ShortMonthName(m.First.Month()).In(language), X: 14 + loadStep*i, Middle: 14 + loadStep*i + loadWidth/2,
				Rise: height(m.Need.Decimal()), Over: height(m.Over.Decimal()), Foot: loadRoom + loadFoot - 3,
			}
			c.Top, c.Has = 1+loadRoom-c.Rise, 1+loadRoom-height(m.Available.Decimal())
			columns = append(columns, c)
		}
		return struct {
			Height  int
			Columns []loadColumn
		}{loadRoom + loadFoot, columns}
	})
	r.Add(document.Picture{Text: r.say("steering-page/load-said", lang.Args{"list": lang.Joined(", ", told...)}), SVG: svg})
}
