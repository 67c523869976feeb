package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func everything() chart.Chart {
	return chart.Chart{
		Title: lang.Text{DA: "Alt", EN: "Everything"}, Across: chart.Days(date.New(2015, 11, 20), date.New(2016, 8, 1)), Up: chart.Numbers(0, 100, chart.InPercent),
		Layers: []chart.Layer{
			chart.Bars{Bars: []chart.Bar{{From: chart.Point{X: 16_800, Y: 0}, To: chart.Point{X: 16_830, Y: 40}}}, Name: lang.Both("søjle"), Look: chart.Excess},
			chart.Curve{Points: []chart.Point{{X: 16_800, Y: 10}, {X: 16_900, Y: 70}}, Steps: true, Name: lang.Both("trin"), Look: chart.Second},
			chart.Dots{Points: []chart.Point{{X: 16_850, Y: 50}}, Name: lang.Both("prik"), Look: chart.Third},
			chart.Rule{At: 16_850, Name: lang.Both("planlagt"), Look: chart.Limit}, chart.Rule{At: 16_852, Name: lang.Both("senest"), Look: chart.Limit},
			chart.Rule{At: 80, Across: true, Name: lang.Both("80 %"), Look: chart.Quiet},
			chart.Words{At: chart.Point{X: 16_820, Y: 20}, Text: lang.Both("<b>&"), Anchor: chart.Middle},
		},
	}
}

// isXML reads a picture as XML.
func isXML(t require.TestingT, p document.Picture) {
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		for _, svg := range []string{p.SVG.In(language), p.Narrow.In(language)} {
			require.NotEmpty(t, svg)
			d := xml.NewDecoder(strings.NewReader(svg))
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				require.NoError(t, err)
			}
			require.NotContains(t, svg, "NaN")
			require.NotContains(t, svg, "Inf")
		}
	}
}

func TestTheNamesOfLinesStandApart(t *testing.T) {
	svg := chart.Draw(lang.Both("x"), everything()).SVG.DA
	heights := map[string]string{}
	for _, m := range regexp.MustCompile(`y="([\d.]+)" text-anchor="\w+">(planlagt|senest)<`).FindAllStringSubmatch(svg, -1) {
		heights[m[2]] = m[1]
	}
	assert.Len(t, heights, 2)
	assert.NotEqual(t, heights["planlagt"], heights["senest"], "two days from each other, they are on lines of their own")
}

func TestWhatIsCutIsWholeInItsTitle(t *testing.T) {
	const name = "Implementeringen i kommunen begynder af sig selv (Støttesystemerne)"
	bars := chart.Chart{Title: lang.Both(strings.Repeat(name, 3)), Up: chart.Axis{To: 2, Ticks: []chart.Tick{{At: 1, Name: lang.Both(name)}, {At: 2, Name: lang.Both("kort …")}}}}
	svg := chart.Draw(lang.Both("x"), bars).SVG.DA
	assert.Contains(t, svg, "…<title>"+strings.Repeat(name, 3)+"</title></text>")
	assert.Contains(t, svg, "…<title>"+name+"</title></text>")
	assert.Equal(t, 3, strings.Count(svg, "<title"), "with that of the drawing")
}

func TestNoTextBecomesMarkup(t *testing.T) {
	p := chart.Draw(lang.Both(`</title><script>`), everything())
	isXML(t, p)
	assert.NotContains(t, p.SVG.DA, "<script>")
	assert.NotContains(t, p.SVG.DA, "<b>")
}

func TestWhatIsOddIsDrawnAtTheEdge(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1e300, 1e300, 1}
	rapid.Check(t, func(t *rapid.T) {
		x := func() float64 { return rapid.SampledFrom(odd).Draw(t, "x") }
		c := everything()
		c.Across, c.Up = chart.Axis{From: x(), To: x()}, chart.Axis{From: x(), To: x(), Ticks: []chart.Tick{{At: x(), Name: lang.Both("et meget langt navn, som ikke kan stå på en linje, og heller ikke på to")}}, Lines: true}
		c.Layers = append(c.Layers, chart.Curve{Points: []chart.Point{{X: x(), Y: x()}, {X: x(), Y: x()}}})
		isXML(t, chart.Draw(lang.Both("x"), c, chart.Chart{}, c))
	})
	isXML(t, chart.Draw(lang.Text{}))
}

func TestTicksAreRoundAndFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.Float64Range(-1e6, 1e6).Draw(t, "from")
		a := chart.Numbers(from, from+rapid.Float64Range(0, 1e7).Draw(t, "span"), nil)
		require.LessOrEqual(t, a.From, from)
		require.GreaterOrEqual(t, len(a.Ticks), 2)
		require.LessOrEqual(t, len(a.Ticks), 9)
		first := date.Date(rapid.IntRange(10_000, 20_000).Draw(t, "day"))
		days := chart.Days(first, first+date.Date(rapid.IntRange(0, 4000).Draw(t, "days")))
		require.LessOrEqual(t, len(days.Ticks), 12)
	})
}

// Who sees no colours tells the areas and lines apart by their patterns, which no two
// share, and all stand out from the paper.
func TestNoTwoLooksShareAPattern(t *testing.T) {
	css, err := os.ReadFile("chart.tmpl")
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, look := range append(chart.Series(), chart.Excess) {
		fill := regexp.MustCompile(`(?m)^\.area\.` + string(look) + `\{fill:([^;}]+)`).FindSubmatch(css)
		require.NotNil(t, fill, look)
		assert.False(t, seen[string(fill[1])], look)
		seen[string(fill[1])] = true
		stroke := regexp.MustCompile(`\.line\.` + string(look) + `[^{]*\{stroke:#([0-9a-f]{6})`).FindSubmatch(css)
		require.NotNil(t, stroke, look)
		assert.Greater(t, 1.05/(luminance(t, string(stroke[1]))+0.05), 2.5, look)
	}
	dashes := map[string]bool{}
	for _, m := range regexp.MustCompile(`stroke-dasharray:([^}]+)\}`).FindAllSubmatch(css, -1) {
		assert.False(t, dashes[string(m[1])])
		dashes[string(m[1])] = true
	}
}

// luminance is that of a colour by WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	n, err := strconv.ParseUint(hex, 16, 32)
	require.NoError(t, err)
	linear := func(c uint64) float64 {
		return math.Pow((float64(c&0xff)/255+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}
