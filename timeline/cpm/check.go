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
	RuleLength    Rule = "length"     // start and finish lie the duration apart
	RuleStart     Rule = "start"      // nothing unstarted starts before Input.Start or the data date
	RuleFinish    Rule = "finish"     // Result.Finish is the latest early finish, and bounds late ones
	RuleFloat     Rule = "float"      // total float is what lies between early and late dates
	RuleFreeFloat Rule = "free-float" // free float is not negative
	RuleCritical  Rule = "critical"   // critical means a total float of at most Options.Critical
	RuleActual    Rule = "actual"     // actual dates stand
	RuleEarly     Rule = "early"      // a link or constraint holds for early dates
	RuleLate      Rule = "late"       // a link or constraint holds for late dates
	RuleScheduled Rule = "scheduled"  // a link holds for scheduled dates, which are not before early ones
	RuleSummary   Rule = "summary"    // a summary spans what lies below it
)

// Check compares a result with the network and the input that it was solved
// for, rule by rule, and returns what does not hold; nil when all is well. It
// reads the dates only, by way of calendars, and shares nothing with the
// passes that made them, so that it can watch over them in tests and tools.
// A Result that has met the horizon is not checked.
func Check(n Network, in *Input, r *Result) []Violation {
	if r.graph == nil || len(n.Activities) != r.graph.Activities() || len(n.Links) != r.graph.Links() || r.Saturated() {
		return nil
	}
	c := newChecker(&n, in, r)
	for i := range n.Activities {
		if !r.graph.isSummary(i) {
			c.activity(i)
		}
	}
	c.summaries()
	for i := range in.Constraints {
		c.constraint(&in.Constraints[i])
	}
	for l := range n.Links {
		c.link(l)
	}
	return c.out
}

type checker struct {
	n   *Network
	in  *Input
	r   *Result
	out []Violation

	dates    []Dates
	progress []*Progress
	pulled   []bool // a constraint may put the early start before its links
	fixed    []bool // a constraint fixes the late start
}

func newChecker(n *Network, in *Input, r *Result) *checker {
	k := len(n.Activities)
	c := &checker{
		n: n, in: in, r: r,
		dates: make([]Dates, k), progress: make([]*Progress, k),
		pulled: make([]bool, k), fixed: make([]bool, k),
	}
	for i := range n.Activities {
		c.dates[i] = r.Dates(i)
	}
	for i := range in.Progress {
		c.progress[in.Progress[i].Activity] = &in.Progress[i]
	}
	for _, x := range in.Constraints {
		switch x.Kind {
		case MustStartOn, MustFinishOn:
			c.pulled[x.Activity], c.fixed[x.Activity] = true, true
		case StartNoLaterThan, FinishNoLaterThan:
			if in.Options.HonorConstraints {
				c.pulled[x.Activity] = true
			}
		}
	}
	c.pullBelow()
	return c
}

// pullBelow lets what pulls a summary pull all that lies below it.
func (c *checker) pullBelow() {
	for _, i := range c.r.graph.topDown {
		if p := c.r.graph.parents[i]; p >= 0 && c.pulled[p] {
			c.pulled[i] = true
		}
	}
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

// isPoint reports whether start and finish are one instant, whose day is the
// one it begins.
func (c *checker) isPoint(i int) bool {
	return c.n.Activities[i].Milestone || c.duration(i) == 0 && c.progress[i] == nil
}

func (c *checker) activity(i int) {
	d, w := c.dates[i], c.calendar(i)
	hold := func(ok bool, rule Rule) {
		if !ok {
			c.add(rule, i, -1)
		}
	}
	hold(d.FreeFloat >= 0, RuleFreeFloat)
	hold(d.EarlyFinish <= c.r.Finish() || w.Rank(d.EarlyFinish) == w.Rank(c.r.Finish()), RuleFinish)
	if p := c.progress[i]; p != nil {
		hold(d.EarlyStart == p.ActualStart && d.LateStart == p.ActualStart && d.Start == p.ActualStart, RuleActual)
		if p.ActualFinish != nil {
			hold(d.EarlyFinish == *p.ActualFinish && d.LateFinish == *p.ActualFinish && !d.Critical, RuleActual)
			return
		}
		hold(w.Between(d.EarlyFinish, d.LateFinish) == d.TotalFloat || c.in.Options.Float == StartFloat, RuleFloat)
	} else {
		length := c.duration(i)
		hold(w.Between(d.EarlyStart, d.EarlyFinish) == length, RuleLength)
		hold(w.Between(d.LateStart, d.LateFinish) == length, RuleLength)
		hold(w.Between(d.Start, d.Finish) == length, RuleLength)
		hold(d.Start >= d.EarlyStart, RuleScheduled)
		hold(c.pulled[i] || d.EarlyStart >= c.in.Start, RuleStart)
		hold(c.pulled[i] || c.in.DataDate == nil || d.EarlyStart >= *c.in.DataDate, RuleStart)
		hold(w.Between(d.EarlyStart, d.LateStart) == d.TotalFloat || c.pulled[i], RuleFloat)
	}
	limit := c.r.Finish()
	if c.in.MustFinish != nil {
		limit = *c.in.MustFinish
	}
	hold(c.fixed[i] || w.Rank(d.LateFinish) <= w.Rank(limit), RuleFinish)
	hold(d.Critical == (d.TotalFloat <= c.in.Options.Critical), RuleCritical)
}

// summaries compares each summary with what lies below it.
func (c *checker) summaries() {
	if c.n.Parents == nil {
		return
	}
	want := make([]Dates, len(c.dates))
	for i := range want {
		want[i] = noDates
	}
	for i, parent := range c.n.Parents {
		if parent >= 0 {
			want[parent].include(c.dates[i])
		}
	}
	for i := range want {
		if c.r.graph.isSummary(i) && c.dates[i] != want[i] {
			c.add(RuleSummary, i, -1)
		}
	}
}

func (c *checker) constraint(x *Constraint) {
	if c.r.graph.isSummary(x.Activity) || c.progress[x.Activity] != nil {
		return
	}
	d, w := c.dates[x.Activity], c.calendar(x.Activity)
	if c.n.Activities[x.Activity].Milestone {
		w = c.r.graph.calendars[c.r.graph.everyTick()]
	}
	early, late := true, true
	single := c.fixed[x.Activity] || c.pulled[x.Activity]
	switch x.Kind {
	case StartNoEarlierThan:
		early = single || w.Rank(d.EarlyStart) >= w.Rank(x.At)
	case FinishNoEarlierThan:
		early = single || w.Rank(d.EarlyFinish) >= w.Rank(x.At)
	case StartNoLaterThan:
		late = c.fixed[x.Activity] || d.LateStart <= x.At
	case FinishNoLaterThan, Deadline:
		late = c.fixed[x.Activity] || w.Rank(d.LateFinish) <= w.Rank(x.At)
	}
	if !early {
		c.add(RuleEarly, x.Activity, -1)
	}
	if !late {
		c.add(RuleLate, x.Activity, -1)
	}
}

// link checks a link for early, late and scheduled dates.
func (c *checker) link(l int) {
	link := &c.n.Links[l]
	for set, rule := range [...]Rule{RuleEarly, RuleLate, RuleScheduled} {
		for _, from := range c.sources(link, set) {
			for _, to := range c.leaves(link.To) {
				if c.applies(link, set, from, to) && !c.holds(l, set, from, to) {
					c.add(rule, to, l)
				}
			}
		}
	}
}

// sources are the leaves that a link leaves from: all at or below its
// predecessor, but the first one alone to start.
func (c *checker) sources(link *Link, set int) []int {
	all := c.leaves(link.From)
	if link.Type.fromFinish() || len(all) == 1 {
		return all
	}
	first, at := all[0], Horizon
	for _, i := range all {
		if x, _ := c.ends(i, set); x < at {
			first, at = i, x
		}
	}
	return []int{first}
}

// leaves are the leaves at or below an activity.
func (c *checker) leaves(i int) []int {
	if !c.r.graph.isSummary(i) {
		return []int{i}
	}
	var out []int
	for a := range c.n.Activities {
		if !c.r.graph.isSummary(a) && c.r.graph.isBelow(a, i) {
			out = append(out, a)
		}
	}
	return out
}

// applies reports whether a link means something for a set of dates: what has
// happened and what a constraint puts elsewhere is beyond it.
func (c *checker) applies(link *Link, set, from, to int) bool {
	if c.progress[to] != nil {
		return false
	}
	if set == 1 {
		return c.progress[from] == nil && !c.fixed[from]
	}
	return !c.pulled[to]
}

// ends are the dates of an activity in a set, as its clock counts them.
func (c *checker) ends(i, set int) (start, finish Instant) {
	d := c.dates[i]
	switch set {
	case 0:
		start, finish = d.EarlyStart, d.EarlyFinish
	case 1:
		start, finish = d.LateStart, d.LateFinish
	default:
		start, finish = d.Start, d.Finish
	}
	if w := c.calendar(i); !c.isPoint(i) {
		start, finish = w.Start(w.Rank(start)), w.Finish(w.Rank(finish))
	}
	return start, finish
}

// holds reports whether the successor's end lies where the lag puts it or
// later, up to time in which the successor is not worked.
func (c *checker) holds(l, set, from, to int) bool {
	link := &c.n.Links[l]
	start, finish := c.ends(from, set)
	x, last := start, false
	if link.Type.fromFinish() {
		x, last = finish, !c.isPoint(from)
	}
	start, finish = c.ends(to, set)
	y, lastTo := start, false
	if link.Type.toFinish() {
		y, lastTo = finish, !c.isPoint(to)
	}
	value := link.Lag.Value
	if len(c.in.Lags) > 0 {
		value = c.in.Lags[l]
	}
	if link.Lag.Unit >= MonthsFromPredecessor {
		return c.monthsHold(link, int64(value), c.day(x, last), c.day(y, lastTo))
	}
	due := c.lagged(link, value, x)
	if c.n.Activities[to].Milestone {
		return y >= due
	}
	return c.calendar(to).Rank(due) <= c.calendar(to).Rank(y)
}

func (c *checker) day(x Instant, last bool) int64 {
	if last {
		return int64(c.n.LastDay(x))
	}
	return int64(c.n.FirstDay(x))
}

func (c *checker) lagged(link *Link, value int32, x Instant) Instant {
	if link.Lag.Unit.isShare() {
		value = share(c.duration(link.From), value)
		if c.r.graph.isSummary(link.From) {
			value = 0
		}
	}
	switch link.Lag.Unit {
	case Elapsed, PercentElapsed:
		return Instant(clamp(int64(x) + int64(value)))
	case WorkOfSuccessor:
		return c.calendar(link.To).Add(x, Work(value))
	case WorkOfCalendar:
		return c.r.graph.calendars[link.Lag.Calendar].Add(x, Work(value))
	}
	return c.calendar(link.From).Add(x, Work(value))
}

func (c *checker) monthsHold(link *Link, n int64, from, to int64) bool {
	rule := monthRule{months: n, endOfMonth: link.Lag.EndOfMonth, roll: link.Lag.Roll}
	if link.Lag.Unit == MonthsFromPredecessor {
		rule.calendar = c.calendar(link.To)
		return to >= rule.apply(from)
	}
	rule.months, rule.calendar = -n, c.calendar(link.From)
	return from <= rule.apply(to)
}
