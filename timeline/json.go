package timeline

import (
	"encoding/json"
	"io"

	"github.com/rickb777/date/v2"
)

// writeJSON writes a value as the module writes JSON for files.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// jsonWhen is a date, or calendar days after a milestone without one.
type jsonWhen struct {
	Date      *string `json:"date"`
	Milestone *string `json:"milestone"`
	Days      *int    `json:"days"`
}

func jsonWhenOf(w When) jsonWhen {
	switch w.Kind {
	case OnDate:
		return jsonWhen{Date: isoOrNull(&w.Date)}
	case RelativeTo:
		return jsonWhen{Milestone: &w.Milestone, Days: &w.Days}
	}
	return jsonWhen{}
}

// isoOrNull is a day as JSON has it.
func isoOrNull(day *date.Date) *string {
	if day == nil {
		return nil
	}
	iso := day.String()
	return &iso
}

// yearOrNull is a budget year, null for Undated.
func yearOrNull(year int) *int {
	if year == Undated {
		return nil
	}
	return &year
}

// daysOrNull is a number of days, null where they cannot be counted.
func daysOrNull(count func() (int, bool)) *int {
	days, ok := count()
	if !ok {
		return nil
	}
	return &days
}

// orNull is a text, null for an empty one.
func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
