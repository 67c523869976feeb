package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/rickb777/date/v2"
)

// Head begins the JSON of a result that was made from the schedule: the name of
// the document, what it was made from, and the findings. It is zero for a schedule
// that was not computed.
func (s *Schedule) Head(name string) drejebog.Head {
	if s == nil || s.Book == nil {
		return drejebog.Head{}
	}
	return s.Book.HeadOf(name, s.Kommune, s.AsOf, s.dataDate(), s.Findings)
}

// dataDate is the plan's, nil where it has none.
func (s *Schedule) dataDate() *date.Date {
	if s.Plan == nil {
		return nil
	}
	return s.Plan.DataDate
}

// Dated is the date, and what it is counted from where that has none.
func (w When) Dated() (*date.Date, *form.From) {
	switch w.Kind {
	case OnDate:
		return &w.Date, nil
	case RelativeTo:
		return nil, &form.From{Milestone: w.Milestone, Days: w.Days}
	}
	return nil, nil
}

// MarshalJSON is the date's form when it stands alone.
func (w When) MarshalJSON() ([]byte, error) { return form.JSON(w) }

// Form has the two keys that a date has in the object that holds it: "date" and,
// where it is counted from a milestone without date, "dateFrom".
func (w When) Form() any {
	return struct {
		Date When `json:"date"`
	}{w}
}

// counted is a number, nil where it cannot be counted.
func counted(n int, ok bool) *int {
	if !ok {
		return nil
	}
	return &n
}

// yearOf is a budget year, nil for Undated.
func yearOf(year int) *int { return counted(year, year != Undated) }
