package gantt

import (
	"strconv"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestBarsOfOneLaneDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newLanes()
		type taken struct{ first, last date.Date }
		byLane := map[int][]taken{}
		for range rapid.IntRange(0, 30).Draw(t, "bars") {
			first := date.Date(rapid.IntRange(0, 100).Draw(t, "first"))
			bar := taken{first, first + date.Date(rapid.IntRange(0, 20).Draw(t, "days"))}
			lane := l.take(bar.first, bar.last)
			for _, other := range byLane[lane] {
				if bar.first <= other.last && other.first <= bar.last {
					t.Fatalf("%v over %v", bar, other)
				}
			}
			byLane[lane] = append(byLane[lane], bar)
		}
		assert.Len(t, byLane, l.count())
	})
}

func TestLabelsOfABandKeepApartAndInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sc := scale{first: 16_000, last: 17_000, left: trackLeft, width: trackWidth}
		var head []item
		for range rapid.IntRange(0, 12).Draw(t, "points") {
			head = append(head, item{kind: keydate.Other, mark: &keydate.Mark{
				Date:  date.Date(rapid.IntRange(15_990, 17_010).Draw(t, "day")),
				Label: lang.Both(rapid.StringN(0, 60, -1).Draw(t, "label")),
			}})
			head[len(head)-1].name = head[len(head)-1].mark.Label
		}
		placed, lines := pen{words: words{Lang: lang.Danish}, scale: sc}.placeLabels(head)
		byLine := map[int][]chart.Room{}
		for _, l := range placed {
			x := pixelsOf(t, l.X)
			width := chart.TextWidth(l.Label, pointText)
			r := chart.Room{From: x, To: x + width}
			if l.Anchor == "end" {
				r = chart.Room{From: x - width, To: x}
			}
			if r.From < sc.left-1 || r.To > sc.left+sc.width+1 {
				t.Fatalf("%q runs out of the axis", l.Label)
			}
			for _, other := range byLine[l.TextY] {
				if r.From < other.To && other.From < r.To {
					t.Fatalf("%q lies over another", l.Label)
				}
			}
			byLine[l.TextY] = append(byLine[l.TextY], r)
		}
		assert.Len(t, byLine, lines)
	})
}

func TestPlacesAreExact(t *testing.T) {
	sc := scale{first: date.New(2014, 1, 1), last: date.New(2014, 12, 31), width: 100, unit: "%"}
	assert.Equal(t, "0%", sc.at(date.New(2014, 1, 1)))
	assert.Equal(t, "0%", sc.at(date.New(2013, 1, 1)), "what lies before stands at the edge")
	assert.Equal(t, "49.589%", sc.at(date.New(2014, 7, 1)), "181 of 365 days")
	assert.Equal(t, "100%", sc.at(date.New(2015, 1, 1)))
	assert.Equal(t, "100%", sc.span(date.New(2014, 1, 1), date.New(2014, 12, 31)))
	assert.Equal(t, "0.274%", sc.span(date.New(2014, 1, 1), date.New(2014, 1, 1)), "one day")
	pixels := scale{first: sc.first, last: sc.last, left: 100, width: 730}
	assert.Equal(t, "102", pixels.at(date.New(2014, 1, 2)))
}

func pixelsOf(t *rapid.T, x string) int {
	at, err := strconv.ParseFloat(x, 64)
	if err != nil {
		t.Fatal(err)
	}
	return int(at)
}
