package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/xuri/excelize/v2"
)

// look is what a cell looks like.
type look struct {
	role   role
	number number
	wrap   bool
	right  bool
	indent int
	quoted bool // a text that would read as a formula when somebody edits it
}

// role is what a cell is on its sheet.
type role uint8

const (
	plain role = iota
	title
	subtitle
	heading // of a section
	head    // of a column
	label
	total
	entry // may be changed
	note
	notice // what nobody may overlook
	key    // a figure that stands out
)

// number is how a number is written.
type number uint8

const (
	general number = iota
	year
	whole     // "1.234", and an en dash for nothing
	thousands // kroner in 1.000 kr.
	axis      // thousands of a chart's axis
	positions // full-time, of which there may be a small part
	twoDecimals
	perUnit // of hours for one unit, which may be few
	fourDecimals
	percent
	day
	shortDay
)

// The text of a cell: its font, and its measures in points.
const (
	fontFamily = "Arial"
	fontSize   = 10
	lineHeight = 13.5

	titleHeight = 27
)

// The colours, RGB.
const (
	dark    = "1F3A5F"
	pale    = "DCE6F1"
	yellow  = "FFF2CC"
	warning = "FCE4D6"
	grey    = "595959"
	rule    = "BFBFBF"
	inputFg = "1F4E9E"
	newFill = "1F3A5F" // new money in charts
	ownFill = "9DB7D5" // value of own hours in charts
)

// code is the number format, with the separators of the language wherever the
// program that opens the file honours them.
func (n number) code(language lang.Lang) string {
	locale := "[$-406]"
	if language == lang.English {
		locale = "[$-809]"
	}
	signed := func(digits string) string {
		return locale + digits + ";" + locale + "-" + digits + `;"–"`
	}
	switch n {
	case year:
		return "0"
	case whole:
		return signed("#,##0")
	case thousands:
		return signed("#,##0,")
	case axis:
		return locale + "#,##0,"
	case positions:
		return signed("#,##0.0###")
	case twoDecimals:
		return signed("#,##0.00")
	case perUnit:
		return signed("#,##0.00##")
	case fourDecimals:
		return locale + "0.0000"
	case percent:
		return locale + "0.0 %"
	case shortDay:
		return `dd\.mm\.yyyy`
	case day:
		return locale + lang.DayPattern(language)
	default:
		return "General"
	}
}

// style is the look as the file format has it.
func (l look) style(language lang.Lang) *excelize.Style {
	code := l.number.code(language)
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontFamily, Size: fontSize},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap, Indent: l.indent},
	}
	if l.number != general {
		s.CustomNumFmt = &code
	}
	if l.right {
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
	} else if l.number == year || l.number == day || l.number == general {
		s.Alignment.Horizontal = "left"
	}
	l.dress(s)
	return s
}

func (l look) dress(s *excelize.Style) {
	switch l.role {
	case title:
		s.Font.Size, s.Font.Bold, s.Font.Color = 18, true, dark
	case subtitle:
		s.Font.Size, s.Font.Color = 12, dark
	case heading:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, dark
		s.Border = edges("bottom", dark)
	case head:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Fill = solid(dark)
	case label:
		s.Border = edges("bottom", rule)
	case total:
		s.Font.Bold, s.Fill = true, solid(pale)
		s.Border = append(edges("top", dark), edges("bottom", dark)...)
	case entry:
		s.Font.Color, s.Fill = inputFg, solid(yellow)
		s.Border = append(append(edges("top", rule), edges("bottom", rule)...), append(edges("left", rule), edges("right", rule)...)...)
	case note:
		s.Font.Color = grey
	case notice:
		s.Font.Bold, s.Fill = true, solid(warning)
		s.Alignment.Vertical = "center"
	case key:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, dark
		s.Border = edges("bottom", rule)
	}
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func edges(side, colour string) []excelize.Border {
	return []excelize.Border{{Type: side, Color: colour, Style: 1}}
}
