package estimate

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// WriteCSV writes the cells, one a row, under the names that WriteJSON gives
// them: commas between, points before the decimals, an empty year for undated
// money. A text that a spreadsheet would take for a formula is written with an
// apostrophe before it.
func (e *Estimate) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"project", "task", "role", "kind", "year", "low", "likely", "high", "hours", "certainty", "source"}}
	for i := range e.Cells {
		c := &e.Cells[i]
		year := ""
		if c.Year != Undated {
			year = strconv.Itoa(c.Year)
		}
		rows = append(rows, []string{
			plainText(c.Project), plainText(c.Task), plainText(c.Role), c.Kind.String(), year,
			fixed(c.Low.Decimal()), fixed(c.Likely.Decimal()), fixed(c.High.Decimal()), fixed(c.Hours.Decimal()),
			c.Certainty.String(), plainText(c.Source),
		})
	}
	return out.WriteAll(rows)
}

// plainText keeps a text from being read as a formula.
func plainText(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}
