package request

import (
	"errors"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/staffing"
)

// Uncovered are the hours of a year that the people of the plan have no time for, and what
// a stand-in for them costs. None of it is in any other amount.
type Uncovered struct {
	Year      int                `json:"year"`
	Hours     drejebog.Hours     `json:"hours"`
	Cost      *drejebog.Kroner   `json:"cost"` // of those with a rate; nil where none has one
	Certainty drejebog.Certainty `json:"certainty" form:"set"`
}

// MarshalJSON is the form of hours that nobody covers.
func (u Uncovered) MarshalJSON() ([]byte, error) { return form.JSON(u) }

// uncovered sums what is left over in the staffing plan up by year, of the years of the
// request.
func (r *Request) uncovered(e *estimate.Estimate) error {
	s, err := staffing.Of(e)
	if errors.Is(err, staffing.ErrTooMuch) {
		return nil // a fault of the estimate's hours: nobody could have the time for them
	} else if err != nil {
		return err
	}
	for i := range s.LeftOver {
		l := &s.LeftOver[i]
		if l.Year < r.Years[0].Year || l.Year > r.Years[len(r.Years)-1].Year {
			continue
		}
		k := slices.IndexFunc(r.Uncovered, func(u Uncovered) bool { return u.Year == l.Year })
		if k < 0 {
			k = len(r.Uncovered)
			r.Uncovered = append(r.Uncovered, Uncovered{Year: l.Year, Certainty: drejebog.Stated})
		}
		u := &r.Uncovered[k]
		u.Hours, u.Certainty = u.Hours.Add(l.Hours), u.Certainty.Weaker(l.Certainty)
		if l.Cost != nil {
			cost := *l.Cost
			if u.Cost != nil {
				cost = cost.Add(*u.Cost)
			}
			u.Cost = &cost
		}
	}
	return nil
}
