package level

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Loads are what is needed of each resource, by period and by whom.
type Loads struct {
	// Periods are the instants at which the periods begin, and that at which the last
	// one ends, as they were asked for.
	Periods   []cpm.Instant
	Resources []ResourceLoad // in the order of Problem.Resources
}

// A ResourceLoad is what is needed of one resource.
type ResourceLoad struct {
	Periods []PeriodLoad // one less than Loads.Periods

	// Before and After are what is needed outside the periods. With them, the needs of
	// all periods are exactly those of all demands.
	Before, After int64

	// FirstOver is the first tick of the periods in which more is needed than there
	// is; nil if there is none.
	FirstOver *cpm.Instant
}

// A PeriodLoad is what is needed of a resource in a period, what there is of it, and
// what is needed above that: the sum, over the ticks, of load less capacity where that
// is positive. Peak is the largest load of a tick.
type PeriodLoad struct {
	Need, Capacity, Over, Peak int64

	// Parts say whose need it is, by activity, without those that need nothing.
	Parts []Part
}

// A Part is what one activity needs.
type Part struct {
	Activity int
	Need     int64
}

// Load sums up what is needed of each resource, with the activities at the dates to
// work by of a result (Dates.Start, Dates.Finish) of the problem's network and input:
// levels of effort, summaries and what has happened as well. Periods are instants in
// order; each period lasts until the next. The error is of type Faults, or cpm.Faults.
//
// The cost is linear in the ticks from the first to the last instant, for each
// resource; at most MaxCells.
func Load(p *Problem, r *cpm.Result, periods []cpm.Instant) (*Loads, error) {
	if p == nil || r == nil {
		return nil, Faults{fault(NoProblem, 0)}
	}
	g, err := cpm.Build(p.Network)
	if err != nil {
		return nil, err
	}
	faults := append(p.check(), checkPeriods(periods, len(p.Resources))...)
	if len(faults) > 0 {
		return nil, faults
	}
	out := &Loads{Periods: slices.Clone(periods), Resources: make([]ResourceLoad, len(p.Resources))}
	c := counting{p: p, g: g, r: r, out: out, spans: spansOf(p, g, r)}
	for i := range p.Resources {
		c.resource(i)
	}
	return out, nil
}

func checkPeriods(periods []cpm.Instant, resources int) Faults {
	var out Faults
	for i := 1; i < len(periods); i++ {
		if periods[i] < periods[i-1] {
			f := fault(PeriodsUnordered, int64(periods[i]))
			f.Period = i
			out = append(out, f)
		}
	}
	if n := len(periods); n > 0 {
		if cells := (int64(periods[n-1]) - int64(periods[0])) * int64(max(resources, 1)); cells > MaxCells {
			out = append(out, fault(TooLong, cells))
		}
	}
	return out
}

// spansOf are the spans of all activities at the dates of a result.
func spansOf(p *Problem, g *cpm.Graph, r *cpm.Result) []span {
	pauses := make(map[int]*cpm.Pause, len(p.Input.Pauses))
	for i := range p.Input.Pauses {
		if q := &p.Input.Pauses[i]; pauses[q.Activity] == nil {
			pauses[q.Activity] = q
		}
	}
	out := make([]span, len(p.Network.Activities))
	for a := range out {
		d := r.Dates(a)
		out[a] = spanOf(g.Calendar(p.Network.Activities[a].Calendar), d.Start, d.Finish, pauses[a])
	}
	return out
}

// counting is what Load works on.
type counting struct {
	p     *Problem
	g     *cpm.Graph
	r     *cpm.Result
	out   *Loads
	spans []span
}

// resource counts one resource.
func (c *counting) resource(i int) {
	out, periods := &c.out.Resources[i], c.out.Periods
	if len(periods) == 0 {
		for k := range c.p.Demands {
			if d := &c.p.Demands[k]; d.Resource == i {
				out.Before += c.spans[d.Activity].need(d, cpm.Horizon+1)
			}
		}
		return
	}
	out.Periods = make([]PeriodLoad, len(periods)-1)
	first, last := periods[0], periods[len(periods)-1]
	loads := make([]int64, last-first)
	for k := range c.p.Demands {
		d := &c.p.Demands[k]
		if d.Resource != i {
			continue
		}
		s := &c.spans[d.Activity]
		out.Before += s.need(d, first)
		out.After += s.need(d, cpm.Horizon+1) - s.need(d, last)
		out.spread(d, s, periods)
		s.each(d, first, last, func(x cpm.Instant, units int64) { loads[x-first] += units })
	}
	for n := range out.Periods {
		slices.SortFunc(out.Periods[n].Parts, func(a, b Part) int { return a.Activity - b.Activity })
		c.compare(i, n, loads[periods[n]-first:periods[n+1]-first])
	}
}

// spread adds what a demand needs of a span to the periods that it reaches into.
func (l *ResourceLoad) spread(d *Demand, s *span, periods []cpm.Instant) {
	all, so := s.need(d, cpm.Horizon+1), s.need(d, periods[0])
	first, _ := slices.BinarySearch(periods, s.begin)
	for n := max(first-1, 0); n < len(l.Periods) && so < all; n++ {
		upTo := s.need(d, periods[n+1])
		l.Periods[n].add(d.Activity, upTo-so)
		so = upTo
	}
}

// add adds what an activity needs in a period.
func (l *PeriodLoad) add(activity int, need int64) {
	if need == 0 {
		return
	}
	l.Need += need
	for i := range l.Parts {
		if l.Parts[i].Activity == activity {
			l.Parts[i].Need += need
			return
		}
	}
	l.Parts = append(l.Parts, Part{activity, need})
}

// compare counts what there is in a period, and what is needed above it.
func (c *counting) compare(i, n int, loads []int64) {
	out := &c.out.Resources[i]
	l, resource := &out.Periods[n], &c.p.Resources[i]
	w := c.g.Calendar(resource.Calendar)
	for k, load := range loads {
		x := c.out.Periods[n] + cpm.Instant(k)
		units := resource.units(w, x)
		l.Capacity += units
		l.Peak = max(l.Peak, load)
		if load > units {
			l.Over += load - units
			if out.FirstOver == nil {
				out.FirstOver = &x
			}
		}
	}
}
