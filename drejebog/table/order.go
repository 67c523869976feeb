package table

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// slashed is a cell with a day in digits.
type slashed struct {
	place         strict.Place
	first, second int // the numbers before the year
}

var inDigits = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)$`)

// noteOrder keeps a day in digits, for what its column tells of the order.
func (r Record) noteOrder(key, text string) {
	parts := inDigits.FindStringSubmatch(text)
	if parts == nil {
		return
	}
	first, _ := strconv.Atoi(parts[1])
	second, _ := strconv.Atoi(parts[2])
	if r.of.slashed == nil {
		r.of.slashed = map[string][]slashed{}
	}
	r.of.slashed[key] = append(r.of.slashed[key], slashed{r.Place(key), first, second})
}

// MonthFirst is a column of days in digits where one cell can only have the month
// before the day, and others, which were read with the day first, may have.
type MonthFirst struct {
	Column string         // its header
	Only   strict.Place   // the first cell with the month first
	Others []strict.Place // those that may be another day than was read
}

// MonthsFirst returns the columns of which the days that have been asked for may
// have the month first, in the order of the sheet. A column with a cell that can
// only have the day first is in no doubt.
func (r *Records) MonthsFirst() []MonthFirst {
	const months = 12
	var found []MonthFirst
	for key, cells := range r.slashed {
		column := MonthFirst{Column: r.header(key)}
		dayFirst, monthFirst := false, false
		for _, cell := range cells {
			switch {
			case cell.first > months:
				dayFirst = true
			case cell.second > months:
				if !monthFirst {
					column.Only, monthFirst = cell.place, true
				}
			case cell.first != cell.second:
				column.Others = append(column.Others, cell.place)
			}
		}
		if !dayFirst && monthFirst && len(column.Others) > 0 {
			found = append(found, column)
		}
	}
	slices.SortFunc(found, func(a, b MonthFirst) int { return a.Only.Column - b.Only.Column })
	return found
}
