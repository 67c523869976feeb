package risk

import (
	"cmp"
	"slices"
	"sync"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// The kinds of streams: what their keys begin with.
const (
	durationKind = "duration/"
	dateKind     = "date/"
	otherKind    = "other/"
	factorKind   = "factor/"
	eventKind    = "event/"
	effectKind   = "effect/"
)

const lanes = cpm.Lanes

// drawn is a quantity on its way.
type drawn struct {
	key      string
	activity int                   // of the network with dates; -1 for no duration
	curve    *threepoint.Curve     // nil: base alone
	table    *threepoint.Quantiles // of the curve, where nothing is correlated with it
	base     float64               // added to what is drawn
	factor   int                   // -1 for none
	weights  threepoint.Factor
	effects  []effect
}

type effect struct {
	event  int
	times  float64
	curve  *threepoint.Curve // of what it adds; nil for nothing
	stream int
}

// drawing is all that is drawn, in order: factors, events, quantities.
type drawing struct {
	seed       uint64
	factors    []string // keys of streams
	events     []string
	chances    []float64
	quantities []drawn // those with an activity first
	timed      int     // how many have one
	order      []int   // of the others, so that those of one table follow each other
	effects    []string
	fixed      map[string]bool // keys of streams that are held
}

// newDrawing lists what a model draws; lengths are the durations of the network with
// dates where nothing is drawn, origin the instant from which dates count.
func newDrawing(m *Model, seed uint64, lengths []cpm.Work, origin []cpm.Instant) *drawing {
	d := &drawing{seed: seed}
	at, tables := map[string]int{}, tablesOf(m)
	add := func(kind string, activity, on int, q *Quantity, base float64) {
		one := drawn{key: kind + m.keyOf(q, activity), activity: on, curve: q.Of, base: base, factor: -1}
		if q.Factor != "" && q.Loading > 0 {
			i, ok := at[q.Factor]
			if !ok {
				i = len(d.factors)
				at[q.Factor] = i
				d.factors = append(d.factors, factorKind+q.Factor)
			}
			one.factor, one.weights = i, threepoint.NewFactor(q.Loading*q.Loading)
		} else {
			one.table = tables[q.Of]
		}
		d.quantities = append(d.quantities, one)
	}
	of := map[int]int{} // by activity of the network with dates, the quantity
	for i := range m.Durations {
		q := &m.Durations[i]
		of[q.Activity] = len(d.quantities)
		add(durationKind, q.Activity, q.Activity, &q.Quantity, 0)
	}
	n := len(m.Network.Activities)
	dateOf := map[int]int{}
	for i := range m.Dates {
		q := &m.Dates[i]
		dateOf[q.Activity] = len(d.quantities)
		add(dateKind, q.Activity, n+i, &q.Quantity, -float64(origin[i]))
	}
	for i := range m.Events {
		d.event(m, &m.Events[i], of, dateOf, lengths)
	}
	d.timed = len(d.quantities)
	rank := map[*threepoint.Quantiles]int{}
	for i := range m.Others {
		add(otherKind, -1, -1, &m.Others[i], 0)
		if table := d.quantities[d.timed+i].table; table != nil && rank[table] == 0 {
			rank[table] = i + 1
		}
		d.order = append(d.order, i)
	}
	slices.SortStableFunc(d.order, func(a, b int) int {
		return cmp.Compare(rank[d.quantities[d.timed+a].table], rank[d.quantities[d.timed+b].table])
	})
	return d
}

// tablesOf tabulates the curves of a model that nothing is correlated with, side by side.
func tablesOf(m *Model) map[*threepoint.Curve]*threepoint.Quantiles {
	tables := map[*threepoint.Curve]*threepoint.Quantiles{}
	var curves []*threepoint.Curve
	add := func(q *Quantity) {
		if _, ok := tables[q.Of]; !ok && (q.Factor == "" || q.Loading <= 0) {
			tables[q.Of], curves = nil, append(curves, q.Of)
		}
	}
	for i := range m.Durations {
		add(&m.Durations[i].Quantity)
	}
	for i := range m.Dates {
		add(&m.Dates[i].Quantity)
	}
	for i := range m.Others {
		add(&m.Others[i])
	}
	made := make([]*threepoint.Quantiles, len(curves))
	var tabulating sync.WaitGroup
	for i, c := range curves {
		tabulating.Go(func() { made[i] = threepoint.NewQuantiles(c) })
	}
	tabulating.Wait()
	for i, c := range curves {
		tables[c] = made[i]
	}
	return tables
}

// event adds an event and its effects to what they bear on.
func (d *drawing) event(m *Model, e *Event, of, dateOf map[int]int, lengths []cpm.Work) {
	at := len(d.events)
	d.events, d.chances = append(d.events, eventKind+e.Key), append(d.chances, e.Probability)
	for _, f := range e.Effects {
		where, key := of, m.Network.Activities[f.Activity].Key
		if f.OnDate {
			where = dateOf
		}
		i, ok := where[f.Activity]
		if !ok { // certain but for events
			i = len(d.quantities)
			where[f.Activity] = i
			d.quantities = append(d.quantities, drawn{
				key: durationKind + key, activity: f.Activity, base: float64(lengths[f.Activity]), factor: -1,
			})
		}
		one := effect{event: at, times: f.Times, curve: f.Plus, stream: len(d.effects)}
		if f.Times == 0 {
			one.times = 1
		}
		d.effects = append(d.effects, m.effectKey(e, &f))
		d.quantities[i].effects = append(d.quantities[i].effects, one)
	}
}

// hold is the drawing with one stream held: a quantity at its mean, an event that does
// not happen, a factor at its middle.
func (d *drawing) hold(key string) *drawing {
	out := *d
	out.fixed = map[string]bool{key: true}
	out.quantities = append([]drawn(nil), d.quantities...)
	for i := range out.quantities {
		if q := &out.quantities[i]; q.key == key && q.curve != nil {
			q.base, q.curve, q.table = q.base+meanOf(q.curve), nil, nil
		}
	}
	out.chances = append([]float64(nil), d.chances...)
	for i := range out.events {
		if out.events[i] == key {
			out.chances[i] = 0
		}
	}
	return &out
}

// values are those of one quantity in the lanes of a batch.
type values [lanes]float64

// room is the memory of one core for what it draws.
type room struct {
	factors, events, quantities, effects []threepoint.Stream
	common                               []values // scores of factors
	happens                              [][lanes]bool
	others                               []values
}

func (d *drawing) room() *room {
	return &room{
		factors: make([]threepoint.Stream, len(d.factors)), events: make([]threepoint.Stream, len(d.events)),
		quantities: make([]threepoint.Stream, len(d.quantities)), effects: make([]threepoint.Stream, len(d.effects)),
		common: make([]values, len(d.factors)), happens: make([][lanes]bool, len(d.events)),
		others: make([]values, len(d.quantities)-d.timed),
	}
}

// begin starts all streams for a block.
func (d *drawing) begin(r *room, block int) {
	for i, key := range d.factors {
		r.factors[i].Begin(d.seed, key, block)
	}
	for i, key := range d.events {
		r.events[i].Begin(d.seed, key, block)
	}
	for i := range d.quantities {
		r.quantities[i].Begin(d.seed, d.quantities[i].key, block)
	}
	for i, key := range d.effects {
		r.effects[i].Begin(d.seed, key, block)
	}
}

// next draws the next samples, one for each lane, into durations.
func (d *drawing) next(r *room, durations [][lanes]cpm.Work) {
	for i, key := range d.factors {
		for k := range lanes {
			r.common[i][k] = r.factors[i].Score()
		}
		if d.fixed[key] {
			r.common[i] = values{}
		}
	}
	for i := range d.events {
		for k := range lanes {
			r.happens[i][k] = r.events[i].Uniform() < d.chances[i]
		}
	}
	for i := range d.quantities[:d.timed] {
		q := &d.quantities[i]
		if len(q.effects) == 0 && q.table != nil {
			threepoint.WholeDraws(q.table, &r.quantities[i], q.base, cpm.MaxWork, durations[q.activity][:])
			continue
		}
		var x, rest values
		q.draw(r, i, &x, &rest)
		q.affect(r, &x)
		for k := range lanes {
			durations[q.activity][k] = threepoint.WholePart(x[k]+rest[k], cpm.MaxWork)
		}
	}
	for _, i := range d.order {
		q := &d.quantities[d.timed+i]
		if q.table != nil {
			q.table.Draws(&r.quantities[d.timed+i], r.others[i][:])
			continue
		}
		var rest values
		q.draw(r, d.timed+i, &r.others[i], &rest)
	}
}

// draw draws a quantity before events, and the rest that rounds it.
func (q *drawn) draw(r *room, at int, x, rest *values) {
	stream := &r.quantities[at]
	switch {
	case q.table != nil:
		for k := range lanes {
			bits := stream.Bits()
			x[k], rest[k] = q.base+q.table.At(bits), threepoint.Rest(bits)
		}
	case q.curve == nil:
		for k := range lanes {
			x[k], rest[k] = q.base, threepoint.Rest(stream.Bits())
		}
	default:
		q.curve.Draws(stream, q.weights, r.common[q.factor][:], x[:], rest[:])
		for k := range x {
			x[k] += q.base
		}
	}
}

// affect adds what events do, one after the other.
func (q *drawn) affect(r *room, x *values) {
	for i := range q.effects {
		e := &q.effects[i]
		for k := range lanes {
			plus := 0.0
			if e.curve != nil {
				plus = e.curve.At(r.effects[e.stream].Score())
			}
			if r.happens[e.event][k] {
				x[k] = x[k]*e.times + plus
			}
		}
	}
}
