package cpm

// A Cut says which activities to shorten, and by how much, so that an activity
// is finished by an instant.
type Cut struct {
	// Target, By and Limits are the question.
	Target int
	By     Instant
	Limits []Crash

	// Met says that the date is met by the shortening. Where it is false and
	// Exact, no shortening within the limits meets it; where it is false and not
	// Exact, none was found.
	Met bool

	// Shorten lists what to shorten, in the order of the activities. It is empty
	// where the date is met already, or not met at all. No tick of it can be
	// given back: with any one of them a tick longer, the date is missed.
	Shorten []Shortening

	// Cost is what the shortening costs, and Bound what every one that meets
	// the date costs at least; never more than Cost where the date is met.
	Cost, Bound int64

	// Exact says that nothing cheaper meets the date (Cost and Bound are equal),
	// or that nothing at all does.
	Exact bool

	// Finish is the early finish of the target: shortened, or as it is where
	// the date was not met.
	Finish Instant

	// Proof are weighted chains to the target from which Bound follows, or one
	// chain that by itself is too long however much it is shortened; Verify
	// checks it. It is nil where there is nothing to prove, and where the bound
	// rests on more than working time on one calendar.
	Proof []WeightedPath
}

// Shortening is by how many working ticks an activity is to be shorter; if it
// is under way, what remains of it.
type Shortening struct {
	Activity int
	Ticks    Work
}

// A WeightedPath is a chain of links to an activity, with a weight: what it is
// worth to have the chain one tick shorter. Together the weights are a flow in
// the network. Each chain has to become as short as the date asks, and an
// activity that is shortened by a tick shortens each chain through its start
// and its finish by one tick at most. So no shortening costs less than the sum
// of weight times excess, less, for each activity with more weight on it than
// its price, the difference for each tick of its limit.
type WeightedPath struct {
	Path
	Weight int64

	// FromFinish says that the chain begins with the finish of its first
	// activity, which a constraint or progress holds, not with its start.
	FromFinish bool
}

// ToMeet finds what to shorten so that the early finish of an activity (of a
// milestone, its instant) is no later than by, at the least price. Limits says
// how far each activity can be shortened and at what price; what it does not
// name keeps its length. Constraints, lags and calendars stand. What is to be
// as late as possible counts as if it were not.
//
// Where every activity and lag of what precedes the target counts in working
// time on one calendar, the answer is exact and has a proof. This is the linear
// time-cost trade-off, the dual of a flow of least cost (D. R. Fulkerson, A
// network flow computation for project cost curves, 1961; J. E. Kelley,
// Critical-path planning and scheduling: mathematical basis, 1961; by cuts that
// give back what was shortened before: S. Phillips and M. I. Dessouky, Solving
// the project time/cost tradeoff problem using the minimal cut concept, 1977).
// It reckons with shortening that hurts, because a finish is held and a start
// is waited for.
//
// Elsewhere (several calendars, elapsed time, months, percentages, dates that
// constraints pull) the answer meets the date, no tick of it can be given back,
// and Bound is proved: at least that of a chain that drives the target, by
// itself, and that of the network in which whatever leaves its calendar is
// taken at its shortest. A search goes on from there for as long as it takes to
// look at some millions of activities, and Exact says whether the two have met.
//
// The error is of type Faults: of the input, of an activity that does not
// exist, a limit or price out of range, two limits for one activity, or what it
// does not reckon with: delays, pauses, scheduling from the finish, and progress
// under LagFromEarlyStart or FinishedCarries (Unsupported, one for each Part).
func (g *Graph) ToMeet(in *Input, target int, by Instant, limits []Crash) (*Cut, error) {
	if g == nil || in == nil {
		return nil, Faults{fault(WrongResult)}
	}
	faults := append(g.checkCrash(target, by, limits), in.unsupported()...)
	if len(faults) > 0 {
		return nil, faults
	}
	m := newMeeting(g, in, target, by, limits)
	if err := g.Solve(&m.in, &m.r); err != nil {
		return nil, err
	}
	m.limit()
	m.cut.Finish = m.finish()
	if m.isMet() {
		m.cut.Met, m.cut.Exact = true, true
		return m.cut, nil
	}
	if m.relax() {
		m.search()
	}
	return m.cut, nil
}

// relax finds the bound of the relaxed network and shortens by what it says,
// until the date is met. It returns false where nothing is left to search for.
func (m *meeting) relax() bool {
	x := newRelaxation(m)
	if proof, impossible := x.tooLong(); impossible {
		m.cut.Exact, m.cut.Proof = true, proof
		return false
	}
	f := x.makeFlow()
	reached := f.reduce(0)
	m.cut.Bound = f.costAt(m.costOf(x.amounts()), 0)
	if reached {
		m.cut.Proof = x.chains()
	}
	m.shorten(x.amounts())
	m.chase()
	if !m.isMet() {
		m.shorten(m.most())
	}
	if m.isMet() {
		m.keep()
	}
	return !m.cut.Exact
}

// keep takes what is tried, which meets the date, less what it can give back.
func (m *meeting) keep() {
	if m.cost() > m.cut.Bound {
		m.giveBack()
	}
	m.take()
}

// chase shortens the cheapest of what holds the target, again and again, until
// the date is met or nothing is left that could be shortened.
func (m *meeting) chase() {
	for !m.isMet() {
		best := int32(-1)
		for _, c := range m.walkBack().choices {
			if m.amount[c] < m.choices[c].limit && (best < 0 || m.choices[c].price < m.choices[best].price) {
				best = c
			}
		}
		if best < 0 {
			return
		}
		m.set(int(best), min(m.amount[best]+1+Work(m.late()/8), m.choices[best].limit))
		m.solve()
	}
}
