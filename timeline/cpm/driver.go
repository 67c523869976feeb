package cpm

import "slices"

// A Driver is something that makes an activity start as early as it does and
// no earlier, or as late as it may and no later.
type Driver struct {
	Kind DriverKind

	// Link is the index of the link and From its predecessor, for LinkDriver;
	// a link on a summary drives the leaves below it, and From may be a
	// summary. Otherwise they are -1.
	Link, From int

	// Constraint is the index in Input.Constraints for ConstraintDriver, and
	// Progress that in Input.Progress for ProgressDriver; otherwise -1.
	Constraint, Progress int
}

// DriverKind says what drives.
type DriverKind uint8

const (
	// LinkDriver is a link whose predecessor lets the activity start no
	// earlier.
	LinkDriver DriverKind = iota
	// ConstraintDriver is a constraint that holds the early date, or pulls it;
	// it may stand on a summary above.
	ConstraintDriver
	// ProgressDriver is an actual date, or of work in progress where it would
	// stand today, if the rest waits for nothing else.
	ProgressDriver
	// DataDateDriver is the data date.
	DataDateDriver
	// StartDriver is Input.Start, or the activity's own in Input.Starts.
	StartDriver
	// FinishDriver is the project's finish, for late dates only.
	FinishDriver
	// FixedDriver is a date of Input.Fixed, early or late.
	FixedDriver
	// DelayDriver is a delay, which puts off what the other drivers allow.
	DelayDriver
)

// Drivers returns all that drives the early dates of an activity: links in
// the order of their indices, then constraints, a delay, progress or fixed
// dates, data date and start. The first one is the driver to name where there is
// room for one. Of
// a summary it returns the drivers of the leaf that starts first (the lowest
// index on ties); of unfinished work in progress, what drives the remaining
// work; of a level of effort, nothing.
func (r *Result) Drivers(activity int) []Driver { return r.AppendDrivers(nil, activity) }

// AppendDrivers appends to a list what Drivers returns.
func (r *Result) AppendDrivers(list []Driver, activity int) []Driver {
	if !r.has(activity) || r.graph.isEffort(activity) {
		return list
	}
	p := r.graph.position[activity]
	if p < 0 {
		p = r.graph.position[r.summaries[activity].firstEarly]
	}
	return r.driversAt(int(p), list)
}

// driving lists the edges that make a position start when it does, by their
// links.
func (r *Result) driving(p int, buf []arrival) []arrival {
	s := r.specialFor(p)
	at := r.early[p]
	switch {
	case s == nil:
	case r.carries(s) && s.carried > longAgo:
		at = s.carried
	case s.state.isGiven(), s.state == inProgress && r.options.Progress == ProgressOverride:
		return buf[:0]
	case s.delayed, s.state == notStarted && s.demanded > s.held: // put there by a constraint
		return buf[:0]
	case s.state == notStarted:
		at = s.held
	}
	buf = r.arrivals(p, buf)
	kept := buf[:0]
	for _, a := range buf {
		if !r.stopsAt(p, a) && r.pauseOf(p).up(r.demands(p, a, r.early)) >= at { // more where it has been moved since, to be late
			kept = append(kept, a)
		}
	}
	return kept
}

// driversAt appends the drivers of a position. The edges of the hierarchy
// stand for the links on the summaries above: such a link drives if it alone
// would let the position start no earlier, which it may though another holds
// the summary longer, in time that is not worked.
func (r *Result) driversAt(p int, out []Driver) []Driver {
	g := r.graph
	type visit struct {
		position int
		over     Work // what drives demands more than this
	}
	var todo []visit
	before, held := len(out), r.early[p]
	if s := r.specialFor(p); s != nil && s.state == notStarted {
		held = s.held
	}
	var room [fewArrivals]arrival
	buf := r.driving(p, room[:0])
	if s := r.specialFor(p); r.carries(s) {
		buf = nil // it carries through what did not hold it
	}
	for at := (visit{p, r.pauseOf(p).down(held - 1)}); ; {
		for _, a := range buf {
			switch {
			case r.demands(at.position, a, r.early) <= at.over:
			case a.link < 0:
				todo = append(todo, visit{int(a.from), r.allows(at.position, a, at.over)})
			default:
				out = append(out, Driver{LinkDriver, int(a.link), int(g.links[a.link].from), -1, -1})
			}
		}
		if len(todo) == 0 {
			break
		}
		at, todo = todo[len(todo)-1], todo[:len(todo)-1]
		buf = r.arrivals(at.position, buf)
	}
	slices.SortFunc(out[before:], func(a, b Driver) int { return a.Link - b.Link })
	return r.otherDrivers(p, out)
}

// otherDrivers appends what drives a position beside links.
func (r *Result) otherDrivers(p int, out []Driver) []Driver {
	s := r.specialFor(p)
	low, start := Driver{StartDriver, -1, -1, -1, -1}, r.start
	if s != nil && s.ownLow {
		start = s.lowIs
	}
	if r.dataDate && r.dataDateAt >= start {
		low.Kind = DataDateDriver
	}
	if s == nil {
		if r.early[p] == r.lowest(p) {
			out = append(out, low)
		}
		return out
	}
	var room [fewConstraints]int32
	for _, i := range r.constraintsOn(r.graph.activity[p], room[:0]) {
		if r.binds(s, &r.constraints[i]) {
			out = append(out, Driver{ConstraintDriver, -1, -1, int(i), -1})
		}
	}
	if s.delay > 0 && !s.delayed {
		out = append(out, Driver{DelayDriver, -1, -1, -1, -1})
	}
	switch {
	case s.state == notStarted:
		if !s.delayed && s.demanded == s.held && s.demanded == s.pause.up(r.lowest(p)) {
			out = append(out, low)
		}
	case s.state == standing:
		out = append(out, Driver{FixedDriver, -1, -1, -1, -1})
	case s.state == inProgress && s.demanded > s.base:
		// What has happened does not hold what remains.
	case s.state == inProgress && r.dataDate:
		out = append(out, Driver{DataDateDriver, -1, -1, -1, -1})
	default:
		out = append(out, Driver{ProgressDriver, -1, -1, -1, int(s.entry)})
	}
	return out
}

// binds reports whether a constraint holds or pulls the early dates.
func (r *Result) binds(s *special, c *Constraint) bool {
	p := int(s.position)
	w := r.graph.calendars[r.graph.spots[p].clock]
	at := s.pause.up(w.Rank(c.At))
	from := s.pause.up(r.startFor(p, w.Rank(c.At)))
	if s.state == inProgress {
		return c.Kind == FinishNoEarlierThan && from == s.demanded
	}
	if s.state.isGiven() {
		return false
	}
	start, pulled := s.held, s.held < s.demanded
	switch c.Kind {
	case AsLateAsPossible:
		return s.delayed
	case StartNoEarlierThan:
		return !pulled && at == start
	case FinishNoEarlierThan:
		return !pulled && from == start
	case MustStartOn:
		return at == start
	case MustFinishOn:
		return r.lastBy(s.position, c.At) == start
	case StartNoLaterThan:
		return pulled && s.pause.down(w.lastStart(c.At)) == start
	case FinishNoLaterThan:
		return pulled && r.lastBy(s.position, c.At) == start
	}
	return false
}
