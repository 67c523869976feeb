package chart

import (
	"cmp"
	"embed"
	"html/template"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// The measures of a picture, in pixels.
const (
	pictureWidth = 800
	usualHeight  = 210
	letters      = 13
	lineHeight   = 17
	gap          = 26 // between two charts, and to the picture's edge on the right
	edge         = 8
	tickRoom     = 6
	sample       = 28 // of a look in the legend
	longestName  = 180
)

//go:embed chart.tmpl
var files embed.FS

var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(files, "chart.tmpl"))
})

// Draw is charts as one picture, two beside each other and in a small window below each
// other, with what it shows in words.
func Draw(text lang.Text, charts ...Chart) document.Picture {
	p := document.Picture{Text: text}
	p.SVG.DA, p.SVG.EN = drawn(text, charts, 2, lang.Danish), drawn(text, charts, 2, lang.English)
	p.Narrow.DA, p.Narrow.EN = drawn(text, charts, 1, lang.Danish), drawn(text, charts, 1, lang.English)
	return p
}

// drawn is charts in rows of so many.
func drawn(text lang.Text, charts []Chart, beside int, language lang.Lang) string {
	s := sheet{language: language, Title: text.In(language), Lang: language.Tag(), Width: pictureWidth}
	if beside == 1 {
		s.Width = (pictureWidth - gap) / 2
	}
	y := edge
	for i := 0; i < len(charts); i += beside {
		row := charts[i:min(i+beside, len(charts))]
		width := (s.Width - (len(row)-1)*gap) / len(row)
		bottom := y
		for k := range row {
			bottom = max(bottom, s.chart(&row[k], Room{k * (width + gap), k*(width+gap) + width}, y))
		}
		y = bottom + gap/2
	}
	s.Height = y
	var out strings.Builder
	_ = Write(&out, templates(), "chart.tmpl", &s) // a builder takes everything
	return out.String()
}

// sheet is a picture on its way, in one language.
type sheet struct {
	Title         string
	Lang          string
	Width, Height int
	Shapes        []shape
	Texts         []text

	language lang.Lang
}

// shape is lines or an area.
type shape struct {
	Class string
	Path  string
}

// text is a line of text.
type text struct {
	Class  string
	X, Y   string
	Anchor Anchor
	Text   string
	Full   string // what it is cut from; "": it is whole
}

func (s *sheet) path(class string, parts ...string) {
	s.Shapes = append(s.Shapes, shape{class, strings.Join(parts, "")})
}

func (s *sheet) write(class string, x, y float64, anchor Anchor, words string) {
	if words != "" {
		s.Texts = append(s.Texts, text{class, place(x), place(y), anchor, words, ""})
	}
}

// from says what the text that was written last is cut from, if it is.
func (s *sheet) from(full string) {
	if last := &s.Texts[len(s.Texts)-1]; last.Text != full && strings.HasSuffix(last.Text, "…") {
		last.Full = full
	}
}

// place is a number of pixels to the tenth.
func place(x float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(math.Round(x*10)/10, 'f', 1, 64), ".0")
}

func at(x, y float64) string { return place(x) + " " + place(y) }

// frame is where a chart's axes lie.
type frame struct {
	*Chart
	left, right, top, bottom float64
}

// x is where a number stands across; one outside stands at the edge.
func (f *frame) x(v float64) float64 {
	return f.left + float64((f.right-f.left)*share(v, f.Across))
}

// y is where a number stands upwards.
func (f *frame) y(v float64) float64 {
	return f.bottom - float64((f.bottom-f.top)*share(v, f.Up))
}

func share(v float64, a Axis) float64 {
	s := (v - a.From) / (a.To - a.From)
	if !(s > 0 && a.To > a.From) {
		return 0
	}
	return min(s, 1)
}

// chart draws one in a room from a height downwards, and returns where it ends.
func (s *sheet) chart(c *Chart, in Room, y int) int {
	f := &frame{Chart: c}
	if title := c.Title.In(s.language); title != "" {
		s.write("title", float64(in.From), float64(y+lineHeight-4), Start, Fitting(title, in.To-in.From, letters+1)) // bold is wider
		s.from(title)
		y += lineHeight + 4
	}
	if up := c.Up.Title.In(s.language); up != "" {
		s.write("quiet", float64(in.From), float64(y+lineHeight-4), Start, Fitting(up, in.To-in.From, letters))
		s.from(up)
		y += lineHeight
	}
	widest := 0
	for _, t := range c.Up.Ticks {
		for _, line := range s.name(t) {
			widest = max(widest, TextWidth(line, letters))
		}
	}
	f.left, f.right = float64(in.From+widest+tickRoom+2), float64(in.To-gap)
	labels := s.ruleNames(f)
	f.top = float64(y + labels*lineHeight + tickRoom)
	height := c.Height
	if height == 0 {
		height = usualHeight
	}
	f.bottom = f.top + float64(height)
	s.axes(f)
	for _, l := range c.Layers {
		s.layer(f, l)
	}
	s.ruleLabels(f, float64(y))
	y = int(f.bottom) + tickRoom + lineHeight
	if across := c.Across.Title.In(s.language); across != "" {
		y += lineHeight
		s.write("quiet", f.right, float64(y-4), End, across)
	}
	return s.legend(c, in, y)
}

// name is what stands at a tick, in two lines at most.
func (s *sheet) name(t Tick) []string {
	name := t.Name.In(s.language)
	if TextWidth(name, letters) <= longestName {
		return []string{name}
	}
	first := ""
	for _, word := range strings.Fields(name) {
		longer := strings.TrimPrefix(first+" "+word, " ")
		if TextWidth(longer, letters) > longestName {
			break
		}
		first = longer
	}
	return []string{Fitting(cmp.Or(first, name), longestName, letters), Fitting(strings.TrimPrefix(strings.TrimPrefix(name, first), " "), longestName, letters)}
}

func (s *sheet) axes(f *frame) {
	for _, t := range f.Up.Ticks {
		y := f.y(t.At)
		if f.Up.Lines {
			s.path("grid", "M", at(f.left, y), "H", place(f.right))
		}
		lines := s.name(t)
		for i, line := range lines {
			s.write("tick", f.left-tickRoom, y+4+float64(float64(i)-float64(len(lines)-1)/2)*(lineHeight-2), End, line)
			s.from(t.Name.In(s.language))
		}
	}
	free := math.Inf(-1)
	for _, t := range f.Across.Ticks {
		x, half := f.x(t.At), float64(TextWidth(t.Name.In(s.language), letters))/2
		if f.Across.Lines {
			s.path("grid", "M", at(x, f.top), "V", place(f.bottom))
		}
		if x-half > free { // a label that would touch the one before is left out
			s.write("tick", x, f.bottom+lineHeight, Middle, t.Name.In(s.language))
			free = x + half + apart
		}
	}
	s.path("axis", "M", at(f.left, f.top), "V", place(f.bottom), "H", place(f.right))
}

func (s *sheet) layer(f *frame, l Layer) {
	switch l := l.(type) {
	case Curve:
		s.path("line "+string(l.Look), f.curve(l))
	case Rule:
		if l.Across {
			s.path("rule "+string(l.Look), "M", at(f.left, f.y(l.At)), "H", place(f.right))
		} else {
			s.path("rule "+string(l.Look), "M", at(f.x(l.At), f.top), "V", place(f.bottom))
		}
	case Dots:
		class := "dots "
		if l.Large {
			class = "dots large "
		}
		var d strings.Builder
		for _, p := range l.Points {
			d.WriteString("M" + at(f.x(p.X), f.y(p.Y)) + "h0")
		}
		s.path(class+string(l.Look), d.String())
	case Bars:
		var d strings.Builder
		for _, b := range l.Bars {
			x0, x1 := f.x(b.From.X), f.x(b.To.X)
			d.WriteString("M" + at(x0, f.y(b.From.Y)) + "H" + place(x1) + "V" + place(f.y(b.To.Y)) + "H" + place(x0) + "Z")
		}
		s.path("area "+string(l.Look), d.String())
	case Words:
		s.write("words", f.x(l.At.X), f.y(l.At.Y)+4, l.Anchor, l.Text.In(s.language))
	}
}

func (f *frame) curve(c Curve) string {
	var d strings.Builder
	for i, p := range c.Points {
		switch {
		case i == 0:
			d.WriteString("M" + at(f.x(p.X), f.y(p.Y)))
		case c.Steps:
			d.WriteString("H" + place(f.x(p.X)) + "V" + place(f.y(p.Y)))
		default:
			d.WriteString("L" + at(f.x(p.X), f.y(p.Y)))
		}
	}
	return d.String()
}

// standing lays out the names of the rules that stand, above the chart.
func (s *sheet) standing(f *frame, give func(l *Rule, x float64, p Place)) int {
	var taken Layout
	on := Room{int(f.left), int(f.right) + gap}
	for _, l := range f.Layers {
		if r, ok := l.(Rule); ok && !r.Across && !r.Name.IsZero() {
			give(&r, f.x(r.At), taken.Place(on, int(f.x(r.At)), TextWidth(r.Name.In(s.language), letters), false))
		}
	}
	return len(taken)
}

// ruleNames is how many lines the names of the rules that stand need.
func (s *sheet) ruleNames(f *frame) int { return s.standing(f, func(*Rule, float64, Place) {}) }

func (s *sheet) ruleLabels(f *frame, y float64) {
	s.standing(f, func(r *Rule, x float64, p Place) {
		by := float64(TextRoom) / 2
		if p.Anchor == "end" {
			by = -by
		}
		top := y + float64(p.Line*lineHeight)
		s.path("rule "+string(r.Look), "M", at(x, top+2), "V", place(f.top))
		s.write("words", x+by, top+lineHeight-4, Anchor(p.Anchor), r.Name.In(s.language))
	})
	for _, l := range f.Layers {
		if r, ok := l.(Rule); ok && r.Across {
			s.write("words", f.right-2, f.y(r.At)-4, End, r.Name.In(s.language))
		}
	}
}

// legend names the layers that have a name, and returns where it ends.
func (s *sheet) legend(c *Chart, in Room, y int) int {
	x, lines := in.From, 0
	for _, l := range c.Layers {
		name, look, kind := named(l)
		if name.IsZero() {
			continue
		}
		words := name.In(s.language)
		width := sample + TextWidth(words, letters) + gap
		if lines == 0 || x+width > in.To+gap && x > in.From {
			x, lines, y = in.From, lines+1, y+lineHeight+2
		}
		middle := float64(y - 8)
		switch kind {
		case "area":
			s.path("area "+string(look), "M", at(float64(x), middle-5), "h20v10h-20Z")
		case "dots":
			s.path("dots large "+string(look), "M", at(float64(x+10), middle), "h0")
		default:
			s.path("line "+string(look), "M", at(float64(x), middle), "h22")
		}
		s.write("words", float64(x+sample), float64(y-4), Start, Fitting(words, in.To-x-sample, letters))
		s.from(words)
		x += width
	}
	return y
}

// named is what a legend says of a layer.
func named(l Layer) (name lang.Text, look Look, kind string) {
	switch l := l.(type) {
	case Curve:
		return l.Name, l.Look, "line"
	case Dots:
		return l.Name, l.Look, "dots"
	case Bars:
		return l.Name, l.Look, "area"
	}
	return lang.Text{}, "", ""
}
