// Package chart draws numbers as pictures of a document: curves, bars, dots and lines
// between two axes. It has no words of its own and knows nothing of what it shows.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog/document"
//		"github.com/drejebog/monopolbrud/drejebog/document/chart"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//	)
//
//	func main() {
//		curve := chart.Curve{Points: []chart.Point{{X: 0, Y: 10}, {X: 5, Y: 40}, {X: 10, Y: 90}}, Look: chart.First}
//		picture := chart.Draw(lang.Both("Growth"), chart.Chart{
//			Across: chart.Numbers(0, 10, nil), Up: chart.Numbers(0, 100, chart.InPercent),
//			Layers: []chart.Layer{curve, chart.Rule{At: 50, Name: lang.Both("half"), Look: chart.Limit}},
//		})
//		d := document.Document{Title: picture.Text}
//		d.Add(picture)
//		if err := d.WriteHTML(os.Stdout, lang.Danish); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # A chart
//
// A Chart is two axes and Layers, drawn in order: Curve, Rule, Dots, Bars. Draw makes
// one picture of several charts, two beside each other. An axis counts in numbers; Days,
// Numbers, Months and Names give it marks and what stands at them. What a layer is, is
// told in a legend below, where it has a name; what a Rule is, at its line.
//
// # To be read by everybody
//
// A Look is a colour with a way to draw that differs too: dashes of a line, stripes or
// dots of an area. The colours are those of M. Okabe and K. Ito (Color Universal Design,
// 2008), which the colour-blind tell apart. Letters are 13 pixels of 800 across: about 8
// points on an A4 sheet.
//
// # For other drawings
//
// TextWidth, Fitting, Layout and Write are for whoever draws by a template of its own:
// how much room a text takes, where labels do not lie over each other, and what XML can
// hold.
//
// # Promises
//
// Places are rounded to tenths of a pixel, each product by itself, so that the same chart
// gives the same bytes. Texts are escaped. What lies outside an axis is drawn at its edge.
// Nothing is kept: any number of goroutines may draw, and a chart is only read.
package chart
