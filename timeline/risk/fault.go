package risk

import (
	"fmt"
	"math"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// FaultCode says what is wrong with a model. The codes are permanent.
type FaultCode string

// What Simulate finds beyond the faults of the engine.
const (
	NoModel          FaultCode = "no-model"          // a nil model or context
	UnknownActivity  FaultCode = "unknown-activity"  // index out of range, a summary or a level of effort
	Twice            FaultCode = "twice"             // a second duration or date of an activity
	SharedKey        FaultCode = "shared-key"        // two of a kind with one key, or one without any
	NoCurve          FaultCode = "no-curve"          // nothing to draw from
	LoadingRange     FaultCode = "loading-range"     // not in 0..1
	ProbabilityRange FaultCode = "probability-range" // not in 0..1
	TimesRange       FaultCode = "times-range"       // below zero, without bound, or of a date
	NoDate           FaultCode = "no-date"           // an effect on a date that the model does not have
	NoLength         FaultCode = "no-length"         // a duration of a milestone
	SamplesRange     FaultCode = "samples-range"     // not in 1..1,000,000
	NoMoney          FaultCode = "no-money"          // amounts without a function, or fewer than none
)

// A Fault is one thing that is wrong, with the activity, or -1, and the key.
type Fault struct {
	Code     FaultCode
	Activity int
	Key      string
}

// Error returns code, activity and key.
func (f *Fault) Error() string {
	return fmt.Sprintf("risk: %s: activity %d, key %q", f.Code, f.Activity, f.Key)
}

// check finds the first thing that is wrong with a model and its options.
func (m *Model) check(o Options) error {
	if o.Samples < 1 || o.Samples > mostSamples {
		return &Fault{SamplesRange, -1, ""}
	}
	if m.Amounts < 0 || m.Amounts > 0 && m.Money == nil && m.Sums == nil {
		return &Fault{NoMoney, -1, ""}
	}
	c := checker{m: m, summary: make([]bool, len(m.Network.Activities)), keys: map[string]bool{}}
	for _, p := range m.Network.Parents {
		if p >= 0 && p < len(c.summary) {
			c.summary[p] = true
		}
	}
	for _, t := range m.Targets {
		c.activity(t, "")
	}
	c.quantities()
	for i := range m.Events {
		c.event(&m.Events[i])
	}
	if c.first == nil {
		return nil
	}
	return c.first
}

type checker struct {
	m       *Model
	summary []bool
	keys    map[string]bool // of streams, with their kind
	dated   map[int]bool
	first   *Fault
}

func (c *checker) fault(wrong bool, code FaultCode, activity int, key string) {
	if wrong && c.first == nil {
		c.first = &Fault{code, activity, key}
	}
}

// activity reports whether there is one that has dates of its own.
func (c *checker) activity(i int, key string) bool {
	ok := i >= 0 && i < len(c.summary) && !c.summary[i] && !c.m.Network.Activities[i].LevelOfEffort
	c.fault(!ok, UnknownActivity, i, key)
	return ok
}

func (c *checker) quantities() {
	timed := map[int]bool{}
	for i := range c.m.Durations {
		d := &c.m.Durations[i]
		if c.activity(d.Activity, d.Key) {
			c.fault(c.m.Network.Activities[d.Activity].Milestone, NoLength, d.Activity, d.Key)
			c.quantity(durationKind, d.Activity, &d.Quantity)
		}
		c.fault(timed[d.Activity], Twice, d.Activity, d.Key)
		timed[d.Activity] = true
	}
	c.dated = map[int]bool{}
	for i := range c.m.Dates {
		d := &c.m.Dates[i]
		if c.activity(d.Activity, d.Key) {
			c.quantity(dateKind, d.Activity, &d.Quantity)
		}
		c.fault(c.dated[d.Activity], Twice, d.Activity, d.Key)
		c.dated[d.Activity] = true
	}
	for i := range c.m.Others {
		c.quantity(otherKind, -1, &c.m.Others[i])
	}
}

func (c *checker) quantity(kind string, activity int, q *Quantity) {
	c.key(kind, activity, c.m.keyOf(q, activity))
	c.fault(q.Of == nil, NoCurve, activity, q.Key)
	c.fault(!(0 <= q.Loading && q.Loading <= 1), LoadingRange, activity, q.Key)
}

func (c *checker) key(kind string, activity int, key string) {
	c.fault(key == "" || c.keys[kind+key], SharedKey, activity, key)
	c.keys[kind+key] = true
}

func (c *checker) event(e *Event) {
	c.key(eventKind, -1, e.Key)
	c.fault(!(0 <= e.Probability && e.Probability <= 1), ProbabilityRange, -1, e.Key)
	for _, f := range e.Effects {
		if !c.activity(f.Activity, e.Key) {
			continue
		}
		c.key("", f.Activity, c.m.effectKey(e, &f))
		c.fault(!(f.Times >= 0) || math.IsInf(f.Times, 1) || f.OnDate && f.Times != 0, TimesRange, f.Activity, e.Key)
		c.fault(f.OnDate && !c.dated[f.Activity], NoDate, f.Activity, e.Key)
		c.fault(!f.OnDate && c.m.Network.Activities[f.Activity].Milestone, NoLength, f.Activity, e.Key)
	}
}

// keyOf is the key of a quantity of an activity, -1 for none.
func (m *Model) keyOf(q *Quantity, activity int) string {
	if q.Key == "" && activity >= 0 {
		return m.Network.Activities[activity].Key
	}
	return q.Key
}

// effectKey is the key of the stream of an effect.
func (m *Model) effectKey(e *Event, f *Effect) string {
	kind := durationKind
	if f.OnDate {
		kind = dateKind
	}
	return effectKind + e.Key + "\x00" + kind + m.Network.Activities[f.Activity].Key
}

// withDates is the network and the input with an activity for each uncertain date: as
// long as it is to the date, in elapsed time, and before what the date holds.
func (m *Model) withDates() (cpm.Network, cpm.Input) {
	net, in := m.Network, m.Input
	n := len(net.Activities)
	if len(m.Dates) == 0 {
		return net, in
	}
	calendar := 0
	if len(net.Calendars) > 0 {
		always := cpm.Calendar{}
		for day := range always.Week {
			always.Week[day] = []cpm.Shift{{From: 0, To: max(net.TicksPerDay, 1)}}
		}
		calendar = len(net.Calendars)
		net.Calendars = append(net.Calendars[:calendar:calendar], always)
	}
	net.Activities = net.Activities[:n:n]
	net.Links = net.Links[:len(net.Links):len(net.Links)]
	for i, d := range m.Dates {
		net.Activities = append(net.Activities, cpm.Activity{Key: dateKind + m.keyOf(&m.Dates[i].Quantity, d.Activity), Calendar: calendar})
		net.Links = append(net.Links, cpm.Link{From: n + i, To: d.Activity})
	}
	extra := len(m.Dates)
	if net.Parents != nil {
		net.Parents = extended(net.Parents, extra, -1)
	}
	if in.Starts != nil {
		in.Starts = extended(in.Starts, extra, in.Start)
	}
	if in.Durations != nil {
		in.Durations = extended(in.Durations, extra, 0)
	}
	if in.Lags != nil {
		in.Lags = extended(in.Lags, extra, 0)
	}
	return net, in
}

// extended is a copy with more entries of one value.
func extended[T any](s []T, more int, value T) []T {
	out := append(make([]T, 0, len(s)+more), s...)
	for range more {
		out = append(out, value)
	}
	return out
}

// meanOf is the mean of a curve, integrated over its score.
func meanOf(c *threepoint.Curve) float64 {
	const end, steps = 8, 32
	sum, weights := 0.0, 0.0
	for i := -end * steps; i <= end*steps; i++ {
		z := float64(i) / steps
		w := math.Exp(-z * z / 2)
		sum += w * c.At(z)
		weights += w
	}
	return sum / weights
}
