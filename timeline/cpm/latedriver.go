package cpm

import "slices"

// LateDrivers returns all that lets an activity start no later than it does at
// its latest: links in the order of their indices, whose successors could not
// wait; then constraints; then the project's finish. Of a summary it returns
// those of the leaf that must start first (the lowest index on ties), of
// finished work and of a level of effort nothing.
func (r *Result) LateDrivers(activity int) []Driver { return r.AppendLateDrivers(nil, activity) }

// AppendLateDrivers appends to a list what LateDrivers returns.
func (r *Result) AppendLateDrivers(list []Driver, activity int) []Driver {
	if !r.has(activity) || r.graph.isEffort(activity) {
		return list
	}
	p := r.graph.position[activity]
	if p < 0 {
		p = r.graph.position[r.summaries[activity].firstLate]
	}
	switch s := r.specialFor(int(p)); {
	case s == nil:
	case s.state == finished:
		return list
	case s.state == standing && !s.earlyOnly:
		return append(list, Driver{FixedDriver, -1, -1, -1, -1})
	}
	if s := r.specialFor(int(p)); s == nil || !s.fixed {
		list = r.lateLinks(p, list)
	}
	return r.otherLateDrivers(int(p), list)
}

// lateLinks appends the links that leave a position no later start. The edges
// of the hierarchy stand for the links of the summaries above: such a link bounds
// if it alone would let the position start no later, which it may though another
// bounds the summary more, in time that is not worked.
func (r *Result) lateLinks(p int32, out []Driver) []Driver {
	g := r.graph
	type visit struct {
		position int32
		under    Work // what bounds allows less than this
	}
	before := len(out)
	var room [fewArrivals]arrival
	buf, todo := room[:0], []visit{{p, r.pauseOf(int(p)).up(r.askedBy(int(p)).late + 1)}}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		seen := int32(-1)
		g.successors(at.position, func(q int32) {
			if q == seen || !r.asks(int(q)) {
				return
			}
			seen = q
			buf = r.edgesBetween(at.position, int(q), buf)
			for _, a := range buf {
				a.late = true
				if r.idle(int(q), a) || r.allows(int(q), a, r.askedBy(int(q)).late) >= at.under {
					continue
				}
				if a.link < 0 {
					todo = append(todo, visit{q, r.lateDemand(int(q), a, at.under)})
					continue
				}
				out = append(out, Driver{LinkDriver, int(a.link), int(g.links[a.link].from), -1, -1})
			}
		})
	}
	links := out[before:]
	slices.SortFunc(links, func(a, b Driver) int { return a.Link - b.Link })
	return out[:before+len(slices.Compact(links))]
}

// askedBy is what a position asks of its predecessors.
func (r *Result) askedBy(q int) after {
	if s := r.specialFor(q); r.carries(s) {
		return s.handed
	}
	return r.behind[q]
}

// asks reports whether a position still asks anything of its predecessors.
func (r *Result) asks(q int) bool {
	if r.spots[q].flags&isHub != 0 {
		return r.behind[q].late < never
	}
	s := r.specialFor(q)
	if r.carries(s) {
		return s.handed.late < never
	}
	return s == nil || s.state == notStarted || s.state == standing || s.state == inProgress && r.options.Progress == RetainedLogic
}

// otherLateDrivers appends what bounds a late start beside links.
func (r *Result) otherLateDrivers(p int, out []Driver) []Driver {
	late := r.behind[p].late
	if s := r.specialFor(p); s != nil && s.lateStart == late {
		var room [fewConstraints]int32
		for _, i := range r.constraintsOn(r.graph.activity[p], room[:0]) {
			if r.boundBy(s, &r.constraints[i]) == late {
				out = append(out, Driver{ConstraintDriver, -1, -1, int(i), -1})
			}
		}
	}
	if late == r.highest(p) {
		out = append(out, Driver{FinishDriver, -1, -1, -1, -1})
	}
	return out
}

// boundBy is the latest start that a constraint allows; never for one that
// bounds none.
func (r *Result) boundBy(s *special, c *Constraint) Work {
	if s.earlyOnly {
		k, bounds := r.lateBound(s, c)
		if !bounds {
			return never
		}
		return k
	}
	w := r.graph.calendars[r.spots[s.position].clock]
	switch c.Kind {
	case StartNoLaterThan:
		if s.state == notStarted {
			return s.pause.down(w.lastStart(c.At))
		}
	case MustStartOn:
		if s.state == notStarted {
			return s.pause.up(w.Rank(c.At))
		}
	case FinishNoLaterThan, MustFinishOn, Deadline:
		return r.lastBy(s.position, c.At)
	}
	return never
}
