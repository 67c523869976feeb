package cpm

// A Violation is an invariant that a Result breaks.
type Violation struct {
	Invariant Invariant

	// Activity and Link are what it is about, or -1.
	Activity, Link int
}

// Invariant names an invariant.
type Invariant string

// The invariants.
const (
	InvariantInput     Invariant = "input"      // the result is one of this network and of an input without faults
	InvariantLength    Invariant = "length"     // start and finish bound working ticks and lie the duration apart
	InvariantStart     Invariant = "start"      // nothing that is left starts before its lowest date, the data date or what is done
	InvariantFinish    Invariant = "finish"     // Result.Finish is the latest early finish, and bounds late ones
	InvariantFloat     Invariant = "float"      // total float is what lies between early and late dates
	InvariantFreeFloat Invariant = "free-float" // free float is what the successors leave
	InvariantCritical  Invariant = "critical"   // critical means a total float of at most Options.Critical
	InvariantActual    Invariant = "actual"     // actual and fixed dates stand
	InvariantEarly     Invariant = "early"      // early dates keep links and constraints, and could not be earlier
	InvariantLate      Invariant = "late"       // late dates keep links and constraints, and could not be later
	InvariantScheduled Invariant = "scheduled"  // a link holds for scheduled dates, which are not before early ones
	InvariantSummary   Invariant = "summary"    // a summary spans what lies below it
	InvariantDrivers   Invariant = "drivers"    // the drivers are what holds the early start, and all of it
	InvariantEffort    Invariant = "effort"     // a level of effort spans what its links say, and is in nobody's way
)

// Check compares a result with the network and the input that it was solved
// for, rule by rule, and returns what does not hold; nil when all is well. It
// reads what the result says, and shares nothing with the passes that made it:
// it has its own calendars, months and shares, and reckons in instants. So it
// can watch over results in tests and tools; it is some hundred times slower
// than Solve.
//
// Dates have to keep every link and every constraint, and to be tight: one
// working tick earlier, an early date would break something, and so would a
// late date one tick later. Three things are left open. The drivers of an activity
// with more than thirty constraints on it and the summaries above it are not looked
// at. Where a link counts from the start of a summary, it is not known how late
// early dates may be moved that are to be as late as possible (ALAPEarlyDates), and
// the start of what is scheduled from a finish is only known to be no later than
// the earliest late start. A Result that has met the horizon is not checked.
//
// A result that has not been solved, one of another network, or an input that
// Solve refuses is a violation of InvariantInput.
func Check(n Network, in *Input, r *Result) []Violation {
	if in == nil || !r.isSolved() || !r.graph.isOf(&n) || len(r.graph.faults(in)) > 0 {
		return []Violation{{InvariantInput, -1, -1}}
	}
	if r.Saturated() {
		return nil
	}
	return check(&n, in, r.figures())
}

// figures are what a result says.
type figures struct {
	start   Instant
	finish  Instant
	dates   []Dates            // by activity
	drivers func(int) []Driver // of an activity
}

func (r *Result) figures() figures {
	f := figures{r.Start(), r.Finish(), make([]Dates, len(r.graph.activities)), r.Drivers}
	for i := range f.dates {
		f.dates[i] = r.Dates(i)
	}
	return f
}

// The sets of dates that an activity has.
const (
	earlySet = iota
	lateSet
	scheduledSet
	dateSets

	// unmovedSet is early dates before anything to be late moved them.
	unmovedSet = dateSets
	sets       = dateSets + 1
)

type checker struct {
	n    *Network
	in   *Input
	says figures
	out  []Violation

	calendars []*checkCalendar
	outline
	leaves []leafCheck // by activity; those of summaries stay empty
	links  []linkCheck
	on     [][]int // constraints, by the activity they stand on
	late   bool    // something is to be as late as possible

	forward int // the set of dates that early dates follow from

	// countsFirst: a link counts from the start of a summary. Which leaf that is
	// depends on early dates, which from a finish come last.
	countsFirst bool
}

func check(n *Network, in *Input, says figures) []Violation {
	c := &checker{n: n, in: in, says: says, outline: outlineOf(n)}
	for i := range n.Calendars {
		c.calendars = append(c.calendars, newCheckCalendar(&n.Calendars[i], n.Epoch, n.ticksPerDay()))
	}
	if len(n.Calendars) == 0 {
		always := Weekdays("", n.TicksPerDay, 0, 1, 2, 3, 4, 5, 6)
		c.calendars = append(c.calendars, newCheckCalendar(&always, n.Epoch, n.ticksPerDay()))
	}
	c.makeLeaves()
	c.makeLinks()
	if c.late && !in.FromFinish && in.Options.ALAP == ALAPEarlyDates {
		c.forward = unmovedSet
	}
	for _, i := range c.topDown {
		if c.isLeaf(i) {
			c.activity(&c.leaves[i])
		}
	}
	c.start()
	c.finish()
	c.summaries()
	c.efforts()
	return c.out
}

func (c *checker) add(rule Invariant, activity, link int) {
	c.out = append(c.out, Violation{rule, activity, link})
}

func (c *checker) calendar(i int) *checkCalendar { return c.calendars[c.n.Activities[i].Calendar] }

// limit is what late dates are counted from.
func (c *checker) limit() int64 {
	if c.in.MustFinish != nil {
		return int64(*c.in.MustFinish)
	}
	return int64(c.says.finish)
}

// start compares Result.Start with the input, or what is scheduled back from a
// finish with the leaves.
func (c *checker) start() {
	want, found := c.in.Start, false
	if c.in.FromFinish {
		want = *c.in.MustFinish
		for i := range c.leaves {
			if x := &c.leaves[i]; c.isLeaf(i) && !x.isGiven && x.progress == nil && (!found || x.says.LateStart < want) {
				want, found = x.says.LateStart, true
			}
		}
	}
	if c.says.start != want && (!c.in.FromFinish || c.says.start > want || !c.countsFirst) {
		c.add(InvariantStart, -1, -1)
	}
}

// finish compares Result.Finish with the leaves.
func (c *checker) finish() {
	want := -Horizon
	for i := range c.says.dates {
		if c.isLeaf(i) {
			want = max(want, c.says.dates[i].EarlyFinish)
		}
	}
	if want == -Horizon {
		want = c.says.start
	}
	if c.says.finish != want {
		c.add(InvariantFinish, -1, -1)
	}
}

// activity checks an activity that is no summary.
func (c *checker) activity(x *leafCheck) {
	d := x.says
	if x.isGiven {
		c.driven(x)
		c.given(x)
		return
	}
	c.put(x)
	c.driven(x)
	if p := x.progress; p != nil {
		c.hold(x, d.EarlyStart == p.ActualStart && d.LateStart == p.ActualStart && d.Start == p.ActualStart, InvariantActual)
	}
	c.hold(x, x.hasLength(), InvariantLength)
	c.early(x)
	c.lateDates(x)
	c.scheduled(x)
	c.floats(x)
	c.hold(x, d.Critical == (d.TotalFloat <= c.in.Options.Critical), InvariantCritical)
}

// hold adds a violation unless all is well.
func (c *checker) hold(x *leafCheck, ok bool, rule Invariant) {
	if !ok {
		c.add(rule, x.index, -1)
	}
}

// given checks what has no date left to compute.
func (c *checker) given(x *leafCheck) {
	for set, ends := range x.says.ends() {
		c.hold(x, set == lateSet && x.leans || int64(ends[0]) == x.start && int64(ends[1]) == x.stop, InvariantActual)
	}
	if x.leans {
		c.leaning(x)
		return
	}
	c.hold(x, x.says.TotalFloat == 0, InvariantFloat)
	c.hold(x, x.says.FreeFloat == 0, InvariantFreeFloat)
	c.hold(x, x.says.Critical == (x.stands && c.in.Options.Critical >= 0), InvariantCritical)
}

// leaning checks the late dates and the floats of what has fixed early dates only.
func (c *checker) leaning(x *leafCheck) {
	late := x.at[lateSet]
	c.hold(x, x.first(late) == late && x.end(late) == int64(x.says.LateFinish), InvariantLength)
	c.lateDates(x)
	c.hold(x, int64(x.says.TotalFloat) == x.slip(x.at[earlySet], late), InvariantFloat)
	c.hold(x, x.says.Critical == (x.says.TotalFloat <= c.in.Options.Critical), InvariantCritical)
	c.hold(x, int64(x.says.FreeFloat) == c.freeFloat(x), InvariantFreeFloat)
}

// ends are the starts and finishes of all sets of dates.
func (d *Dates) ends() [dateSets][2]Instant {
	return [dateSets][2]Instant{
		earlySet: {d.EarlyStart, d.EarlyFinish}, lateSet: {d.LateStart, d.LateFinish}, scheduledSet: {d.Start, d.Finish},
	}
}

// isOf reports whether a network has the form of the one that a graph was
// built from; durations and lags may differ.
func (g *Graph) isOf(n *Network) bool {
	if len(n.Activities) != len(g.activities) || len(n.Links) != len(g.links) ||
		max(len(n.Calendars), 1) != len(g.calendars)-1 || n.ticksPerDay() != g.ticks || n.Epoch != g.epoch ||
		len(n.Parents) != len(g.parents) {
		return false
	}
	for i := range n.Activities {
		a := &n.Activities[i]
		f := &g.activities[i]
		point, effort := a.Milestone && g.isLeaf(i), a.LevelOfEffort && !g.isSummary(i)
		if effort != (g.isEffort(i) && !g.isSummary(i)) || a.Calendar != int(f.calendar) || point != f.milestone || a.Side != f.side {
			return false
		}
	}
	for i, p := range n.Parents {
		if p != int(g.parents[i]) {
			return false
		}
	}
	for i := range n.Links {
		l, f := &n.Links[i], &g.links[i]
		if l.From != int(f.from) || l.To != int(f.to) || l.Type != f.kind || l.Lag.Unit != f.unit ||
			l.Lag.Calendar < 0 || l.Lag.Unit == WorkOfCalendar && l.Lag.Calendar >= len(g.calendars)-1 {
			return false
		}
	}
	return true
}
