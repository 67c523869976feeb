package chart

import "github.com/drejebog/monopolbrud/drejebog/lang"

// Chart is layers between two axes.
type Chart struct {
	Title      lang.Text // none where the picture says it
	Across, Up Axis
	Layers     []Layer // the first is drawn first
	Height     int     // of what lies between the axes, in pixels; 0 for the usual one
}

// Layer is a Curve, a Rule, Dots, Bars or Words.
type Layer interface{ layer() }

// Point is a place by both axes.
type Point struct{ X, Y float64 }

// Curve is a line through points.
type Curve struct {
	Points []Point
	Steps  bool      // it goes across, then up or down
	Name   lang.Text // in the legend; none for no entry
	Look   Look
}

// Rule is a straight line over the whole chart.
type Rule struct {
	At     float64
	Across bool      // it lies across, at a height; else it stands
	Name   lang.Text // at the line
	Look   Look
}

// Dots are points each by itself.
type Dots struct {
	Points []Point
	Large  bool
	Name   lang.Text
	Look   Look
}

// Bars are rectangles.
type Bars struct {
	Bars []Bar
	Name lang.Text
	Look Look
}

// Bar is a rectangle from one point to the opposite one.
type Bar struct{ From, To Point }

// Words are a text at a point, in a corner of the chart or beside what it names.
type Words struct {
	At     Point
	Text   lang.Text
	Anchor Anchor
}

// Anchor is which end of a text stands at its point.
type Anchor string

// The anchors.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

func (Curve) layer() {}
func (Rule) layer()  {}
func (Dots) layer()  {}
func (Bars) layer()  {}
func (Words) layer() {}

// Look is how a layer is drawn: a colour, and dashes or a pattern of its own.
type Look string

// The looks.
const (
	First  Look = "first"  // blue; a whole line, a plain area
	Second Look = "second" // orange; dashes, dots
	Third  Look = "third"  // green; points, stripes
	Fourth Look = "fourth" // purple; dashes and points, crossed stripes
	Fifth  Look = "fifth"  // light blue; long dashes, level stripes
	Limit  Look = "limit"  // black
	Excess Look = "excess" // red; wide stripes
	Quiet  Look = "quiet"  // grey and thin
)

// Series are the looks of several layers of a kind, in order.
func Series() []Look { return []Look{First, Second, Third, Fourth, Fifth} }
