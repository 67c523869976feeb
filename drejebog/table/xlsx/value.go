package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// cell is a cell as the file has it. ECMA-376, part 1, 18.3.1.4.
type cell struct {
	kind       string // of the value
	style      int
	value      string
	hasFormula bool
}

// read returns what the cell holds. The error is a strict.Part that says why
// that cannot be told: a formula has no value until a program works it out.
func (c *cell) read(w *workbook) (table.Cell, error) {
	if c.hasFormula && c.value == "" && c.kind != "str" {
		return table.Cell{}, strict.Part{Kind: "xlsx/no-value"}
	}
	held, err := c.held(w)
	if err == nil && table.IsTooLong(held.Text) {
		return table.Cell{}, strict.Part{Kind: "table/too-long", Values: map[string]any{"n": table.MaxText}}
	}
	return held, err
}

func (c *cell) held(w *workbook) (table.Cell, error) {
	switch c.kind {
	case "s":
		at, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || at < 0 || at >= len(w.shared) {
			return table.Cell{}, damaged{}
		}
		return table.Text(w.shared[at]), nil
	case "inlineStr", "str":
		return table.Text(unescaped(c.value)), nil
	case "b":
		return table.YesNo(isTrue(c.value)), nil
	case "e":
		return table.Cell{}, strict.Part{Kind: "xlsx/error-value", Values: map[string]any{"text": c.value}}
	case "d":
		day, _, _ := strings.Cut(c.value, "T")
		return dayOrText(day), nil
	}
	return c.number(w), nil
}

// number makes a number, or a day, of what stands in the file. Excel shows and
// keeps 15 digits, so what a sum of fractions has beyond them is noise.
func (c *cell) number(w *workbook) table.Cell {
	value, err := strconv.ParseFloat(strings.TrimSpace(c.value), 64)
	if err != nil {
		return table.Text(c.value)
	}
	if c.style >= 0 && c.style < len(w.showsDay) && w.showsDay[c.style] {
		if day, ok := dayOf(value, w.is1904); ok {
			return table.Day(day)
		}
	}
	const most = 1e15 // digits before the comma, as lang.MaxWhole
	if !(value > -most && value < most) {
		return table.Text(c.value)
	}
	number, err := decimal.NewFromString(strconv.FormatFloat(value, 'g', Digits, 64))
	if err != nil {
		return table.Text(c.value)
	}
	return table.Number(number.Round(lang.MaxFraction))
}

// dayOf is the day of a number, whose fraction is the time of the day; half a
// second of that is noise. The day 60 is 29 February 1900, which there never was.
// ECMA-376, part 1, 18.17.4.1.
func dayOf(value float64, is1904 bool) (date.Date, bool) {
	const halfSecond = 0.5 / (24 * 60 * 60)
	const lastDay = 2_958_465 // 31 December 9999
	n := math.Floor(value + halfSecond)
	switch {
	case !(n >= 1 && n <= lastDay) || n == 60 && !is1904:
		return 0, false
	case is1904:
		return date.New(1904, time.January, 1) + date.Date(n), true
	case n < 60:
		return date.New(1899, time.December, 31) + date.Date(n), true
	}
	return date.New(1899, time.December, 30) + date.Date(n), true
}

func dayOrText(iso string) table.Cell {
	day, err := lang.ParseISO(iso)
	if err != nil {
		return table.Text(iso)
	}
	return table.Day(day)
}
