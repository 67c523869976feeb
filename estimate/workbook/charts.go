package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/xuri/excelize/v2"
)

// chart is a chart of two stacked series: new money, and the value of own
// hours.
type chart struct {
	at            pos
	title         string
	categories    string
	series        [2]series
	width, height uint // pixels
}

// series is where its name and its values stand, and its colour.
type series struct{ name, values, colour string }

// yearsChart shows the budget years side by side.
func (m *model) yearsChart(on *sheet, row, last int) chart {
	years := func(r int) string { return area(pos{m.years, 2, r}, pos{m.years, m.allColumn() - 1, r}) }
	width := 0.0
	for _, w := range on.widths[:last] {
		width += w * pixelsPerCharacter
	}
	return chart{
		at: pos{on, 1, row}, title: m.say("workbook/chart-years", lang.Args{"thousand": thousand}),
		categories: years(yearsHead), width: uint(width), height: 300,
		series: m.series(years(rowNewMoney.row()), years(rowOwnValue.row())),
	}
}

// The width of a digit, which columns are measured in: what excelize takes it
// for when it anchors a chart over several columns, and what it is.
const (
	pixelsPerCharacter = 8
	pixelsDrawn        = 7
)

func (m *model) series(money, own string) [2]series {
	name := func(i measure) string { return pos{m.byProject, 1, m.measures[i].head}.everywhere() }
	return [2]series{{name(newMoney), money, newFill}, {name(ownValue), own, ownFill}}
}

// chartSheet makes the sheet with a chart for each budget year.
func (m *model) chartSheet() *sheet {
	s := &sheet{name: m.say("workbook/sheet-charts", nil), onePage: true, widths: []float64{76, 76}}
	s.titled(m.say("workbook/charts-title", nil), m.unitNote())
	const rowsEach = 21
	for i := range m.est.Years {
		if len(m.projects) > 0 {
			s.charts = append(s.charts, m.yearChart(pos{s, 1 + i%2, 4 + i/2*rowsEach}, i))
		}
	}
	return s
}

// yearChart shows one budget year by project.
func (m *model) yearChart(at pos, year int) chart {
	column := func(i measure, col int) string {
		return area(pos{m.byProject, col, m.measures[i].first}, pos{m.byProject, col, m.measures[i].last})
	}
	name := m.say("workbook/chart-year", lang.Args{"year": lang.Plain(m.est.Years[year].Year), "thousand": thousand})
	if m.est.Years[year].Year == estimate.Undated {
		name = m.say("workbook/chart-undated", lang.Args{"thousand": thousand})
	}
	return chart{
		at: at, title: name,
		categories: column(newMoney, 1), width: uint(at.sheet.widths[0]*pixelsDrawn) - 8, height: 340,
		series: m.series(column(newMoney, year+2), column(ownValue, year+2)),
	}
}

var axisFont = excelize.Font{Family: fontFamily, Size: 8, Color: "262626"}

// add draws the chart on its sheet.
func (c *chart) add(e *emitter) error {
	overlap, gap := 100, uint(60)
	drawn := &excelize.Chart{
		Type: excelize.ColStacked, Overlap: &overlap, GapWidth: &gap,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Family: fontFamily, Size: 11, Bold: true, Color: dark}}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: c.width, Height: c.height},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: axis.code(e.language)}, Font: axisFont},
		XAxis:     excelize.ChartAxis{Font: axisFont},
		Format:    excelize.GraphicOptions{AltText: c.title},
	}
	for _, s := range c.series {
		drawn.Series = append(drawn.Series, excelize.ChartSeries{
			Name: s.name, Categories: c.categories, Values: s.values,
			Fill: solid(s.colour),
		})
	}
	return e.file.AddChart(c.at.sheet.name, c.at.local(), drawn)
}
