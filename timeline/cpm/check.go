package cpm

// A Violation is an invariant that a Result breaks.
type Violation struct {
	Rule Rule

	// Activity and Link are what it is about, or -1.
	Activity, Link int
}

// Rule names an invariant.
type Rule string

// The invariants.
const (
	RuleInput     Rule = "input"      // the result is one of this network and of an input without faults
	RuleLength    Rule = "length"     // start and finish bound working ticks and lie the duration apart
	RuleStart     Rule = "start"      // nothing that is left starts before its lowest date, the data date or what is done
	RuleFinish    Rule = "finish"     // Result.Finish is the latest early finish, and bounds late ones
	RuleFloat     Rule = "float"      // total float is what lies between early and late dates
	RuleFreeFloat Rule = "free-float" // free float is what the successors leave
	RuleCritical  Rule = "critical"   // critical means a total float of at most Options.Critical
	RuleActual    Rule = "actual"     // actual and fixed dates stand
	RuleEarly     Rule = "early"      // early dates keep links and constraints, and could not be earlier
	RuleLate      Rule = "late"       // late dates keep links and constraints, and could not be later
	RuleScheduled Rule = "scheduled"  // a link holds for scheduled dates, which are not before early ones
	RuleSummary   Rule = "summary"    // a summary spans what lies below it
)

// Check compares a result with the network and the input that it was solved
// for, rule by rule, and returns what does not hold; nil when all is well. It
// reads the dates only, by way of calendars, and shares nothing with the
// passes that made them, so that it can watch over them in tests and tools.
//
// Dates have to keep every link and every constraint, and to be tight: one
// working tick earlier, an early date would break something, and so would a
// late date one tick later. Three things it does not know: how late
// AsLateAsPossible puts an activity, of which it only sees that links hold; the
// float at the start of what a constraint has pulled, which it only knows to
// be no more than that at the finish; and how far the free float goes under
// FreeOfOwnLinks. A Result that has met the horizon is not checked.
//
// A result that has not been solved, one of another network, or an input that
// Solve refuses is a violation of RuleInput.
func Check(n Network, in *Input, r *Result) []Violation {
	if in == nil || !r.isSolved() || !r.graph.isOf(&n) || len(r.graph.faults(in)) > 0 {
		return []Violation{{RuleInput, -1, -1}}
	}
	if r.Saturated() {
		return nil
	}
	c := newChecker(&n, in, r)
	for l := range n.Links {
		if !r.graph.isEffort(n.Links[l].From) && !r.graph.isEffort(n.Links[l].To) {
			c.link(l)
		}
	}
	for i := range c.leaves {
		if r.graph.isLeaf(i) {
			c.activity(i)
		}
	}
	c.begin()
	c.finish()
	c.summaries()
	return c.out
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

// The sets of dates that an activity has.
const (
	earlySet = iota
	lateSet
	scheduledSet
	dateSets
)

type checker struct {
	n   *Network
	in  *Input
	r   *Result
	out []Violation

	leaves []leafCheck // by activity; those of summaries stay empty
	late   bool        // something is to be as late as possible

	// below lists the leaves so that those at or below activity i run from
	// first[i] to before first[i]+count[i].
	below        []int
	first, count []int
}

// leafCheck is what is known of an activity that is no summary. Numbers are
// on its clock, and those of started work are about what remains.
type leafCheck struct {
	dates    Dates
	progress *Progress
	standing bool    // its dates are fixed, as its progress says
	start    Instant // its lowest date, before the data date is looked at
	clock    ownTime // the calendar; every tick of a milestone
	length   Work
	point    bool           // start and finish are one instant
	day      bool           // whose date is the day it begins: a milestone at the start of one
	over     bool           // which is reached when its date is over: a milestone at the end of one
	at       [dateSets]Work // starts

	from, by Work // bounds of constraints on the early start
	lateBy   Work // and on the late start
	fixed    bool // the late start is exactly that

	delayed             bool // as late as possible, by early dates too
	putOff              bool // by a delay, so that it starts later than what it waits for
	heldEarly, heldLate bool // a link lets it be no earlier, no later

	asked       bool // a link asks something of it
	slips       [2]Work
	slipStopped [2]bool // a link does not let it slip by its free float; by a tick more
}

func newChecker(n *Network, in *Input, r *Result) *checker {
	c := &checker{n: n, in: in, r: r, leaves: make([]leafCheck, len(n.Activities))}
	progress := make([]*Progress, len(n.Activities))
	for _, p := range in.Progress {
		if progress[p.Activity] != nil {
			continue // the first entry counts
		}
		if n.Activities[p.Activity].Milestone && p.ActualFinish == nil {
			p.ActualFinish = &p.ActualStart // a point in time has been reached
		}
		if f := p.ActualFinish; f != nil {
			p.ActualStart = min(p.ActualStart, *f)
		}
		progress[p.Activity] = &p
	}
	pauses := c.pauses()
	for i := range c.leaves {
		c.leaves[i].dates = r.Dates(i)
		if r.graph.isLeaf(i) {
			c.leaf(i, progress[i])
			c.rest(&c.leaves[i], pauses[i])
		}
	}
	c.fixed()
	for _, d := range in.Delays {
		x := &c.leaves[d.Activity]
		x.putOff = d.Ticks > 0 && x.progress == nil
	}
	c.late = in.FromFinish
	c.constraints()
	c.outline()
	return c
}

// fixed takes dates that logic does not move for what has happened, but they
// still ask.
func (c *checker) fixed() {
	for _, f := range c.in.Fixed {
		if x := &c.leaves[f.Activity]; x.progress == nil && c.r.graph.isLeaf(f.Activity) {
			c.leaf(f.Activity, &Progress{f.Activity, min(f.Start, f.Finish), &f.Finish, 0})
			x.standing = true
		}
	}
}

// leaf fills in what the dates say.
func (c *checker) leaf(i int, p *Progress) {
	a, x := &c.n.Activities[i], &c.leaves[i]
	d := &x.dates
	x.progress, x.clock, x.length = p, ownTime{clock: c.calendar(i)}, c.duration(i)
	x.start = c.in.Start
	switch {
	case c.in.FromFinish:
		x.start = c.r.Start()
	case c.in.Starts != nil:
		x.start = c.in.Starts[i]
	}
	if a.Milestone {
		x.clock.clock = c.r.graph.calendars[c.r.graph.everyTick()]
	}
	x.day, x.over = a.Milestone && a.Side != FinishSide, a.Milestone && a.Side == FinishSide
	x.point = a.Milestone || x.length == 0 && p == nil
	x.from, x.by, x.lateBy = longAgo, never, never
	if p != nil {
		x.length = p.Remaining
		if p.ActualFinish != nil {
			x.length = 0
		}
	}
	c.place(x)
	x.slips = [2]Work{x.at[earlySet] + d.FreeFloat, x.at[earlySet] + d.FreeFloat + 1}
	if a.Milestone {
		own := c.calendar(i)
		k := own.Rank(Instant(x.at[earlySet])) + d.FreeFloat
		x.slips = [2]Work{Work(own.Finish(k)), Work(own.Finish(k + 1))}
	}
}

// place turns the dates of a leaf into numbers.
func (c *checker) place(x *leafCheck) {
	w, d := x.clock, &x.dates
	if x.progress == nil {
		x.at = [dateSets]Work{w.Rank(d.EarlyStart), w.Rank(d.LateStart), w.Rank(d.Start)}
		return
	}
	x.at = [dateSets]Work{w.Rank(d.EarlyFinish) - x.length, w.Rank(d.LateFinish) - x.length, w.Rank(d.Finish) - x.length}
}

func (x *leafCheck) isFinished() bool { return x.progress != nil && x.progress.ActualFinish != nil }

// finishAt is the finish of what starts at a number. What has started does not
// finish before, in time that is not worked.
func (x *leafCheck) finishAt(k Work) Instant {
	f := x.tickEnd(k)
	if x.progress != nil && !x.isFinished() && x.clock.Between(f, x.progress.ActualStart) == 0 {
		return max(f, x.progress.ActualStart)
	}
	return f
}

// tickEnd is the end of the last tick of what starts at a number.
func (x *leafCheck) tickEnd(k Work) Instant {
	if x.point {
		return x.clock.Start(k)
	}
	return x.clock.Finish(k + x.length)
}

// lastBy is the last start with which it finishes by an instant.
func (x *leafCheck) lastBy(at Instant) Work {
	if x.point {
		return x.clock.lastStart(at)
	}
	return x.clock.Rank(at) - x.length
}

func (c *checker) add(rule Rule, activity, link int) {
	c.out = append(c.out, Violation{rule, activity, link})
}

func (c *checker) calendar(i int) *WorkingTime {
	return c.r.graph.calendars[c.n.Activities[i].Calendar]
}

// duration is that of the input, or of the network.
func (c *checker) duration(i int) Work {
	if c.n.Activities[i].Milestone {
		return 0
	}
	if c.in.Durations != nil {
		return c.in.Durations[i]
	}
	return c.n.Activities[i].Duration
}

// constraints turns the constraints into bounds of the leaves, once for each
// leaf and kind where they stand on summaries.
func (c *checker) constraints() {
	g := c.r.graph
	var onSummaries []above
	if g.summary != nil {
		onSummaries = make([]above, len(c.leaves))
		for i := range onSummaries {
			onSummaries[i] = unasked
		}
	}
	for i := range c.in.Constraints {
		x := &c.in.Constraints[i]
		if g.isEffort(x.Activity) {
			continue
		}
		if g.isSummary(x.Activity) {
			onSummaries[x.Activity].take(x)
		} else {
			c.constrain(&c.leaves[x.Activity], x.Kind, x.At)
		}
	}
	for _, i := range g.topDown {
		a := &onSummaries[i]
		if p := g.parents[i]; p >= 0 {
			a.take(&Constraint{Kind: StartNoEarlierThan, At: onSummaries[p].startFrom})
			a.take(&Constraint{Kind: FinishNoLaterThan, At: onSummaries[p].finishBy})
			a.take(&Constraint{Kind: Deadline, At: onSummaries[p].deadline})
		}
		if !g.isLeaf(int(i)) || *a == unasked {
			continue
		}
		c.constrain(&c.leaves[i], StartNoEarlierThan, a.startFrom)
		c.constrain(&c.leaves[i], FinishNoLaterThan, a.finishBy)
		c.constrain(&c.leaves[i], Deadline, a.deadline)
	}
}

func (c *checker) constrain(x *leafCheck, kind ConstraintKind, at Instant) {
	if kind == AsLateAsPossible {
		c.late, x.delayed = true, c.in.Options.ALAP == ALAPEarlyDates
	}
	if x.isFinished() || !inHorizon(at) {
		return
	}
	if x.progress != nil {
		switch kind {
		case StartNoEarlierThan, StartNoLaterThan, MustStartOn:
			return // its start has happened
		case MustFinishOn:
			kind = Deadline
		}
	}
	w, honor := x.clock, c.in.Options.HonorConstraints && x.progress == nil
	switch kind {
	case StartNoEarlierThan:
		x.from = max(x.from, w.Rank(at))
	case FinishNoEarlierThan:
		x.from = max(x.from, w.Rank(at)-x.length)
	case StartNoLaterThan:
		x.lateBy = min(x.lateBy, w.lastStart(at))
		if honor {
			x.by = min(x.by, w.lastStart(at))
		}
	case FinishNoLaterThan:
		x.lateBy = min(x.lateBy, x.lastBy(at))
		if honor {
			x.by = min(x.by, x.lastBy(at))
		}
	case Deadline:
		x.lateBy = min(x.lateBy, x.lastBy(at))
	case MustStartOn:
		k := w.Rank(at)
		x.from, x.by, x.lateBy, x.fixed = max(x.from, k), min(x.by, k), min(x.lateBy, k), true
	case MustFinishOn:
		k := x.lastBy(at)
		x.from, x.by, x.lateBy, x.fixed = max(x.from, k), min(x.by, k), min(x.lateBy, k), true
	}
}

// outline lists the leaves below each activity side by side.
func (c *checker) outline() {
	n, g := len(c.leaves), c.r.graph
	c.below, c.first, c.count = make([]int, n), make([]int, n), make([]int, n)
	if g.parents == nil {
		for i := range n {
			c.below[i], c.first[i], c.count[i] = i, i, 1
		}
		return
	}
	for x := n - 1; x >= 0; x-- {
		i := g.topDown[x]
		if g.isLeaf(int(i)) {
			c.count[i] = 1
		}
		if p := g.parents[i]; p >= 0 {
			c.count[p] += c.count[i]
		}
	}
	free, used := 0, make([]int, n)
	for _, i := range g.topDown {
		if p := g.parents[i]; p >= 0 {
			c.first[i] = c.first[p] + used[p]
			used[p] += c.count[i]
		} else {
			c.first[i] = free
			free += c.count[i]
		}
		if g.isLeaf(int(i)) {
			c.below[c.first[i]] = int(i)
		}
	}
}

// activity checks an activity after the links have been looked at.
func (c *checker) activity(i int) {
	x := &c.leaves[i]
	d := &x.dates
	hold := func(ok bool, rule Rule) {
		if !ok {
			c.add(rule, i, -1)
		}
	}
	if p := x.progress; p != nil {
		hold(d.EarlyStart == p.ActualStart && d.LateStart == p.ActualStart && d.Start == p.ActualStart, RuleActual)
	}
	if x.isFinished() {
		f := *x.progress.ActualFinish
		hold(d.EarlyFinish == f && d.LateFinish == f && d.Finish == f, RuleActual)
		hold(d.Critical == (x.standing && c.in.Options.Critical >= 0), RuleCritical)
		hold(d.TotalFloat == 0, RuleFloat)
		hold(d.FreeFloat == 0, RuleFreeFloat)
		return
	}
	for set, ends := range [dateSets][2]Instant{{d.EarlyStart, d.EarlyFinish}, {d.LateStart, d.LateFinish}, {d.Start, d.Finish}} {
		k := x.at[set]
		hold((x.progress != nil || ends[0] == x.clock.Start(k)) && ends[1] == x.finishAt(k), RuleLength)
	}
	c.early(x, hold)
	c.lateOf(x, hold)
	hold(d.Start >= d.EarlyStart && d.Finish >= d.EarlyFinish, RuleScheduled)
	hold(c.late || d.Start == d.EarlyStart && d.Finish == d.EarlyFinish, RuleScheduled)
	c.floats(i, x, hold)
	hold(d.Critical == (d.TotalFloat <= c.in.Options.Critical), RuleCritical)
}

// low is the earliest start of what is left, whatever links and constraints
// say.
func (c *checker) low(x *leafCheck) Work {
	p, w := x.progress, x.clock
	switch {
	case p == nil && c.in.DataDate != nil:
		return w.Rank(max(x.start, *c.in.DataDate))
	case p == nil:
		return w.Rank(x.start)
	case c.in.DataDate != nil:
		return w.Rank(max(*c.in.DataDate, p.ActualStart))
	}
	return w.Rank(p.ActualStart) + max(c.duration(p.Activity)-x.length, 0)
}

// early checks the early start against what is no link, and that something
// holds it. Where a constraint has pulled it, what it was pulled from demanded
// as much or more.
func (c *checker) early(x *leafCheck, hold func(bool, Rule)) {
	k, low := x.at[earlySet], c.low(x)
	pulled := x.isPulled(k)
	hold(k >= low || pulled, RuleStart)
	hold(k >= x.from || pulled, RuleEarly)
	hold(k <= x.by || x.putOff, RuleEarly)
	hold(k <= max(low, x.from) || x.heldEarly || x.delayed || x.putOff, RuleEarly)
}

// isPulled reports whether a constraint may have put a leaf where it starts, or
// where a delay has put it off from.
func (x *leafCheck) isPulled(at Work) bool { return at == x.by || x.putOff && x.by < never }

func (c *checker) lateOf(x *leafCheck, hold func(bool, Rule)) {
	k := x.at[lateSet]
	if x.fixed {
		hold(k == x.lateBy, RuleLate)
		return
	}
	last := x.lastBy(c.limit())
	hold(k <= last, RuleFinish)
	hold(k <= x.lateBy, RuleLate)
	hold(k >= min(last, x.lateBy) || x.heldLate, RuleLate)
}

// limit is what late dates are counted from.
func (c *checker) limit() Instant {
	if c.in.MustFinish != nil {
		return *c.in.MustFinish
	}
	return c.r.Finish()
}

func (c *checker) floats(i int, x *leafCheck, hold func(bool, Rule)) {
	w := c.calendar(i)
	slip := func(from, to Work) Work { return w.Between(x.tickEnd(from), x.tickEnd(to)) }
	early, late := x.at[earlySet], x.at[lateSet]
	between := slip(early, late)
	if start := w.Between(x.clock.Start(early), x.clock.Start(late)); x.progress == nil {
		switch c.in.Options.Float {
		case StartFloat:
			between = start
		case SmallestFloat:
			between = min(start, between)
		}
	}
	total, free := x.dates.TotalFloat, x.dates.FreeFloat
	switch kind := c.in.Options.Float; {
	case x.progress != nil && kind == StartFloat:
		hold(total == 0, RuleFloat)
	case x.progress == nil && kind != FinishFloat && x.isPulled(x.at[earlySet]):
		hold(total <= between, RuleFloat)
	default:
		hold(total == between, RuleFloat)
	}
	switch {
	case free < 0:
		hold(false, RuleFreeFloat)
	case c.in.Options.FreeFloat == FreeOfOwnLinks:
	case x.asked:
		hold((free == 0 || !x.slipStopped[0]) && x.slipStopped[1], RuleFreeFloat)
	case c.in.Options.FreeFloat == FreeToFinish:
		hold(free == max(slip(early, x.lastBy(c.limit())), 0), RuleFreeFloat)
	default:
		hold(free == max(slip(early, late), 0), RuleFreeFloat)
	}
}

// begin compares the start of what is scheduled back from a finish with the
// leaves.
func (c *checker) begin() {
	first := Horizon
	for i := range c.leaves {
		if x := &c.leaves[i]; x.progress == nil && c.r.graph.isLeaf(i) {
			first = min(first, x.dates.LateStart)
		}
	}
	if c.in.FromFinish && first < Horizon && c.r.Start() != first {
		c.add(RuleStart, -1, -1)
	}
}

// finish compares Result.Finish with the leaves.
func (c *checker) finish() {
	want := -Horizon
	for i := range c.leaves {
		if !c.r.graph.isEffort(i) {
			want = max(want, c.leaves[i].dates.EarlyFinish)
		}
	}
	if want == -Horizon {
		want = c.in.Start
	}
	if c.r.Finish() != want {
		c.add(RuleFinish, -1, -1)
	}
}

// summaries compares each summary with what lies below it.
func (c *checker) summaries() {
	if c.n.Parents == nil {
		return
	}
	want := make([]Dates, len(c.leaves))
	for i := range want {
		want[i] = noDates
	}
	for i, parent := range c.n.Parents {
		if parent >= 0 && !c.r.graph.isEffort(i) {
			want[parent].include(c.leaves[i].dates)
		}
	}
	for i := range want {
		if !c.r.graph.isSummary(i) || c.r.graph.isEffort(i) {
			continue
		}
		want[i].TotalFloat = c.in.Options.Float.of(&want[i], c.calendar(i))
		if c.in.Options.FreeFloat == FreeOfOwnLinks {
			want[i].FreeFloat = c.leaves[i].dates.FreeFloat
		}
		if c.leaves[i].dates != want[i] {
			c.add(RuleSummary, i, -1)
		}
	}
}
