package chart_test

import (
	"fmt"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

func Example() {
	picture := chart.Draw(lang.Text{DA: "Timer pr. måned", EN: "Hours by month"}, chart.Chart{
		Across: chart.Numbers(0, 3, nil), Up: chart.Numbers(0, 120, nil),
		Layers: []chart.Layer{
			chart.Bars{Bars: []chart.Bar{{From: chart.Point{X: 0.1}, To: chart.Point{X: 0.9, Y: 80}}}, Look: chart.First},
			chart.Rule{At: 100, Across: true, Name: lang.Text{DA: "der er", EN: "there are"}, Look: chart.Limit},
		},
	})
	fmt.Println(picture.Text.EN)
	fmt.Println(strings.Count(picture.SVG.DA, `class="area first"`), strings.Contains(picture.SVG.DA, ">der er<"))
	// Output:
	// Hours by month
	// 1 true
}
