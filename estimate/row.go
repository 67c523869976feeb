package estimate

import (
	"strings"
	"unicode/utf8"
)

// The measures of the tables of years, in characters.
const (
	labelWidth = 30
	cellWidth  = 7
)

// row writes a label and figures in columns, each block of columns a little
// apart from the one before.
func row(p telling, label string, blocks ...[]string) {
	line := padRight(label, labelWidth)
	for i, block := range blocks {
		if i > 0 {
			line += "  "
		}
		for _, figure := range block {
			line += padLeft(figure, cellWidth)
		}
	}
	p.Line(line)
}

func padRight(text string, width int) string {
	if n := utf8.RuneCountInString(text); n < width {
		return text + strings.Repeat(" ", width-n)
	}
	runes := []rune(text)
	return string(runes[:width-2]) + "… "
}

func padLeft(text string, width int) string {
	return strings.Repeat(" ", max(1, width-utf8.RuneCountInString(text))) + text
}
