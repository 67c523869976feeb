package risk

import (
	"context"
	"slices"
	"strings"
)

// A Removal is what each target gains if one uncertainty is taken away and all else is
// drawn as before: the bars of a tornado.
type Removal struct {
	Uncertainty
	Gains []Gain // by target; below zero where it loses
}

// An Uncertainty is one that can be taken away.
type Uncertainty struct {
	Kind Kind
	Key  string // of the quantity, the event or the factor
}

// A Gain is how many ticks earlier a target finishes on average and at its 80th
// percentile, and how many ticks of standard deviation go.
type Gain struct{ Mean, P80, SD float64 }

// A Kind is one of what can be taken away.
type Kind string

// The kinds.
const (
	DurationKind Kind = "duration" // a duration is its mean, before events
	DateKind     Kind = "date"     // a date is its mean, before events
	EventKind    Kind = "event"    // an event does not happen
	FactorKind   Kind = "factor"   // a common factor stands in its middle; what is each one's own is left
)

// Removals simulates the model once for each of its uncertainties, or for those alone
// that are named, in the order durations, dates, events, factors, each in that of the
// model. What correlation adds is the difference to the same model with loadings of 0.
// The error is as that of Simulate.
func Removals(ctx context.Context, m *Model, o Options, named ...Uncertainty) ([]Removal, error) {
	o.DatesOnly = true
	s, err := prepare(ctx, m, o)
	if err != nil {
		return nil, err
	}
	bare := *m // money is not asked for
	bare.Amounts, bare.Money, bare.Sums = 0, nil, nil
	s.m = &bare
	with, err := s.run(ctx)
	if err != nil {
		return nil, err
	}
	whole := s.drawing
	var out []Removal
	for _, key := range whole.keys(m) {
		kind, name, _ := strings.Cut(key, "/")
		one := Removal{Uncertainty: Uncertainty{Kind(kind), name}}
		if len(named) > 0 && !slices.Contains(named, one.Uncertainty) {
			continue
		}
		s.drawing = whole.hold(key)
		without, err := s.run(ctx)
		if err != nil {
			return nil, err
		}
		for i := range with.Targets {
			a, b := with.Targets[i].Finish, without.Targets[i].Finish
			one.Gains = append(one.Gains, Gain{Mean: a.Mean - b.Mean, P80: a.Percentile(0.8) - b.Percentile(0.8), SD: a.SD() - b.SD()})
		}
		out = append(out, one)
	}
	return out, nil
}

// keys are those of what can be held.
func (d *drawing) keys(m *Model) []string {
	var out []string
	for _, q := range d.quantities[:len(m.Durations)+len(m.Dates)] {
		out = append(out, q.key)
	}
	out = append(out, d.events...)
	return append(out, d.factors...)
}
