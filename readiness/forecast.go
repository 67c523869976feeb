package readiness

import (
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/rickb777/date/v2"
)

// Forecast is when readiness can be confirmed if the kommune goes on as it has
// since the requirements were published: the open ones that it needs, at as many
// a working day as were confirmed. It is a straight line, not a promise.
type Forecast struct {
	Confirmed int        `json:"confirmed"` // since the list was published
	Workdays  int        `json:"workdays"`  // from the publication to the day of the assessment
	Open      int        `json:"open"`      // requirements that readiness waits for
	On        *date.Date `json:"on"`        // with nothing open, the day of the last confirmation; nil: nothing was confirmed yet, or not within mostForecast working days
	Deadline  *date.Date `json:"deadline"`  // the last working day to confirm readiness; nil: no date
	Needed    int        `json:"-"`         // working days left to the deadline
}

// mostForecast is how many working days ahead a forecast is worth a date: four
// years.
const mostForecast = 1000

// late reports whether the forecast lies after the deadline.
func (f *Forecast) late() bool { return f.On != nil && f.Deadline != nil && *f.On > *f.Deadline }

func (a *assessor) forecast(p *ProjectAssessment) Forecast {
	f := Forecast{Deadline: a.readinessDeadline(p.ID)}
	if f.Deadline != nil {
		f.Needed = a.workdaysLeft(*f.Deadline)
	}
	if p.List == nil {
		return f
	}
	var last date.Date
	for i := range p.Items {
		item := &p.Items[i]
		switch {
		case item.open() && item.Gate == a.rules.At(rules.ReadinessGate):
			f.Open++
		case item.Confirmed():
			f.Confirmed++
			if item.Gate == a.rules.At(rules.ReadinessGate) {
				last = max(last, *item.Since)
			}
		}
	}
	f.Workdays = max(1, a.Workdays(p.List.Published, a.on))
	switch {
	case f.Open == 0 && last > 0:
		f.On = &last
	case f.Confirmed > 0:
		f.On = a.afterWorkdays((f.Open*f.Workdays + f.Confirmed - 1) / f.Confirmed)
	}
	return f
}

// afterWorkdays is the day that so many working days after the assessment are
// over; nil beyond the reach of a forecast.
func (a *assessor) afterWorkdays(n int) *date.Date {
	if n > mostForecast {
		return nil
	}
	low, high := a.on, a.on+date.Date(2*n+400)
	for low < high {
		middle := low + (high-low)/2
		if a.Workdays(a.on+1, middle) >= n {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return &low
}

// readinessDeadline is the last working day to confirm readiness.
func (a *assessor) readinessDeadline(project string) *date.Date {
	m := a.milestones[a.gateID(rules.ReadinessGate, project)]
	if m == nil {
		return nil
	}
	return m.Deadline
}
