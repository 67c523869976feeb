package cpm

import "slices"

// Lanes is how many sets of durations a Batch computes at once.
const Lanes = 32

// A Batch computes early dates for many sets of durations at once, as a
// simulation needs them: activity by activity, all lanes of one beside each other.
// The zero value with Durations set is ready for Result.ForwardBatch, which reuses
// its memory.
type Batch struct {
	// Durations are the durations by activity and lane, in working ticks; of
	// work in progress, what remains of it. Values of milestones, summaries,
	// levels of effort and finished work are ignored.
	Durations [][Lanes]Work

	// Finish is the latest early finish, by lane.
	Finish [Lanes]Instant

	result  *Result
	solved  solve
	rows    []batchRow
	edges   []batchEdge
	memos   []memo
	ends    [][Lanes]Work // by position: starts at 2p, finishes at 2p+1
	carried [][Lanes]Work // by special: what finished work carries through
	given   []Work        // by clock: the last number of what has its dates given
	latest  [][Lanes]Work // by clock
	long    uint32        // at least MaxWork if a duration is longer
	short   []int32       // positions that have a duration of 0 in a lane, or less
	isShort []bool        // by position: whether it is among them
	buf     []arrival

	leads  []uint32 // by position: the lanes in which it is on a chain that is asked for
	known  []uint32 // by position: the lanes in which it is known what drives it
	drives []uint32 // by edge: those in which it does
}

// ForwardBatch computes the early dates of all lanes, under the lags, the
// constraints and the progress of the last Solve of r; the methods of b are to
// be called before the next one. It allocates nothing once b has been used for
// that Solve. The error, of type Faults, says that Durations has the wrong
// length or holds a duration out of range, or that the Solve was one from the
// finish, where early dates depend on late ones.
func (r *Result) ForwardBatch(b *Batch) error {
	if !r.isSolved() || b == nil {
		return Faults{fault(WrongResult)}
	}
	if r.fromFinish {
		return Faults{unsupported(PartFromFinish)}
	}
	if len(b.Durations) != len(r.graph.activities) {
		f := fault(DurationsLength)
		f.Value = int64(len(b.Durations))
		return Faults{f}
	}
	b.adopt(r)
	for c := range b.latest {
		fill(&b.latest[c], b.given[c])
	}
	b.long, b.short = 0, b.short[:0]
	clear(b.known)
	b.forward(r)
	var points [Lanes]Instant
	for k := range points {
		points[k] = -Horizon
	}
	b.shortOnes(r.graph, &points)
	if b.long >= uint32(MaxWork) {
		return b.faults(r.graph)
	}
	b.finish(r, &points)
	return nil
}

// EarlyStart returns the early start of an activity, no summary, in a lane; of
// finished work the actual one, of work in progress the start of what remains.
func (b *Batch) EarlyStart(activity, lane int) Instant {
	if !b.has(activity, lane) {
		return 0
	}
	p := b.result.graph.position[activity]
	if s := b.result.specialFor(int(p)); s != nil && s.state.isGiven() {
		return s.actualStart
	}
	w := b.result.graph.calendars[b.rows[p].clock]
	return w.Start(b.startFor(int(p), lane, b.ends[2*p+1][lane]))
}

// EarlyFinish returns the early finish of an activity, no summary, in a lane.
func (b *Batch) EarlyFinish(activity, lane int) Instant {
	if !b.has(activity, lane) {
		return 0
	}
	p := int(b.result.graph.position[activity])
	s, k := b.result.specialFor(p), b.ends[2*p+1][lane]
	if s != nil && s.state.isGiven() {
		return s.actualFinish
	}
	x := clockEnds{b.result.graph.calendars[b.rows[p].clock], b.isPoint(p, lane)}.finish(k)
	if s != nil && s.state == inProgress {
		return s.endOfRest(x, k)
	}
	return x
}

// EarlyStarts returns what EarlyStart does, for all lanes.
func (b *Batch) EarlyStarts(activity int) (starts [Lanes]Instant) {
	if !b.hasSums(activity) {
		for k := range starts {
			starts[k] = b.EarlyStart(activity, k)
		}
		return starts
	}
	p := b.result.graph.position[activity]
	w, ends := b.result.graph.calendars[b.rows[p].clock], &b.ends[2*p]
	w.starts(ends, 0, &starts)
	return starts
}

// EarlyFinishes returns what EarlyFinish does, for all lanes.
func (b *Batch) EarlyFinishes(activity int) (finishes [Lanes]Instant) {
	if !b.hasSums(activity) || b.isShort[b.result.graph.position[activity]] {
		for k := range finishes {
			finishes[k] = b.EarlyFinish(activity, k)
		}
		return finishes
	}
	p := b.result.graph.position[activity]
	w, ends := b.result.graph.calendars[b.rows[p].clock], &b.ends[2*p+1]
	if !w.patterned {
		w.starts(ends, 0, &finishes)
		return finishes
	}
	w.starts(ends, -1, &finishes)
	for k, x := range finishes {
		finishes[k] = min(x+1, Horizon)
	}
	return finishes
}

// starts fills in Start of numbers and a few more, for all lanes.
func (w *WorkingTime) starts(numbers *[Lanes]Work, more Work, into *[Lanes]Instant) {
	if !w.patterned || w.ticks != 1 {
		for k, n := range numbers {
			into[k] = w.Start(n + more)
		}
		return
	}
	worked, from, loDay := w.worked, w.origin-int64(more), Instant(w.loDay)
	for k, n := range numbers {
		if i := int64(n) - from; uint64(i) < uint64(len(worked)) {
			into[k] = Instant(worked[i]) + loDay
		} else {
			into[k] = w.Start(n + more)
		}
	}
}

// hasSums reports whether both ends of an activity are those of its row.
func (b *Batch) hasSums(activity int) bool {
	if !b.has(activity, 0) {
		return false
	}
	kind := b.rows[b.result.graph.position[activity]].kind
	return kind == sumsRow || kind == mixedRow
}

// startFor is the start of what finishes at m in a lane.
func (b *Batch) startFor(p, lane int, m Work) Work {
	return b.result.pauseOf(p).startFor(m, b.lengths(p)[lane], b.isPoint(p, lane))
}

// has reports whether the batch holds dates of an activity in a lane.
func (b *Batch) has(activity, lane int) bool {
	return b != nil && b.result.has(activity) && b.result.graph.position[activity] >= 0 && lane >= 0 && lane < Lanes
}

// noLength are the durations of milestones, hubs and finished work.
var noLength [Lanes]Work

// lengths are the durations of a position.
func (b *Batch) lengths(i int) *[Lanes]Work {
	if a := b.rows[i].activity; a >= 0 {
		return &b.Durations[a]
	}
	return &noLength
}

// isPoint reports whether a position is work of no length in a lane.
func (b *Batch) isPoint(i, lane int) bool {
	a := b.rows[i].activity
	return a >= 0 && b.Durations[a][lane] == 0 && b.result.spots[i].flags&isStarted == 0
}

// forward computes both ends of all positions, in all lanes.
func (b *Batch) forward(r *Result) {
	for i := range b.rows {
		row := &b.rows[i]
		switch row.kind {
		case slowRow:
			b.slowly(r, i, b.lengths(i))
			continue
		case givenRow:
			continue
		}
		d := b.lengths(i)
		start, finish := &b.ends[2*i], &b.ends[2*i+1]
		less := b.sums(r, i, start, finish, d)
		if row.last {
			raise(&b.latest[row.clock], finish, 0)
		}
		if row.activity >= 0 {
			b.note(i, less)
		}
	}
}

// sums computes both ends of a position whose row says all, and returns the bits
// of its durations, each less one.
func (b *Batch) sums(r *Result, i int, start, finish, d *[Lanes]Work) uint32 {
	row := &b.rows[i]
	edges := b.edges[row.first:row.end]
	if row.kind == sumsRow {
		switch len(edges) {
		case 1:
			e := &edges[0]
			return afterTwo(start, finish, d, row.low, &b.ends[e.end], e.lag, &b.ends[e.end], e.lag)
		case 2:
			e, f := &edges[0], &edges[1]
			return afterTwo(start, finish, d, row.low, &b.ends[e.end], e.lag, &b.ends[f.end], f.lag)
		case 3:
			e, f, g := &edges[0], &edges[1], &edges[2]
			return afterThree(start, finish, d, row.low, &b.ends[e.end], e.lag, &b.ends[f.end], f.lag, &b.ends[g.end], g.lag)
		}
	}
	fill(start, row.low)
	for x := range edges {
		switch e := &edges[x]; {
		case e.memo >= 0:
			b.raiseOver(r, e, i, start, d)
		case e.binds:
			raiseLess(start, &b.ends[e.end], e.lag, d)
		default:
			raise(start, &b.ends[e.end], e.lag)
		}
	}
	return finishes(start, finish, d, min(row.by, Work(Horizon)))
}

// slowly does the same for positions that a row does not describe, lane by
// lane.
func (b *Batch) slowly(r *Result, i int, d *[Lanes]Work) {
	b.buf = r.arrivals(i, b.buf)
	spot := &r.spots[i]
	s := r.specialFor(i)
	if d != &noLength {
		b.note(i, lessOne(d))
	}
	for k := range Lanes {
		if uint32(d[k]) > uint32(MaxWork) {
			continue
		}
		logic, first := longAgo, never
		for _, a := range b.buf {
			x := b.demands(r, i, a, k)
			logic, first = max(logic, x), min(first, x)
		}
		if spot.flags&waitsForOne != 0 {
			logic = first
		}
		start := b.laneStart(r, i, s, d[k], logic)
		begun := start
		if s != nil && s.state != notStarted {
			begun = s.start
		}
		if r.carries(s) {
			through := &b.carried[r.specialAt[i]][k]
			if *through = longAgo; logic > s.finish {
				*through = min(logic, Work(Horizon))
			}
		}
		done := r.pauseOf(i).finish(start, d[k], b.isPoint(i, k))
		b.ends[2*i][k], b.ends[2*i+1][k] = begun, done
		if spot.flags&isHub == 0 {
			b.latest[spot.clock][k] = max(b.latest[spot.clock][k], done)
		}
	}
}

// laneStart is what Result.earlyStart is to a single solve.
func (b *Batch) laneStart(r *Result, i int, s *special, d, logic Work) Work {
	spot := &r.spots[i]
	low := r.lowest(i)
	switch {
	case spot.flags&isHub != 0:
		return min(logic, Work(Horizon))
	case s == nil:
		return min(max(logic, low), Work(Horizon))
	case s.state.isGiven():
		return s.finish
	case s.state == inProgress:
		x := max(s.base, s.from(d))
		if r.options.Progress == RetainedLogic {
			x = max(x, logic)
		}
		return min(s.pause.up(x), Work(Horizon))
	}
	return r.putOff(s, max(min(s.pause.up(max(logic, low, s.from(d))), Work(Horizon), s.by(d)), -Work(Horizon)))
}

// demands is what an edge demands of the start of position i in a lane.
func (b *Batch) demands(r *Result, i int, a arrival, lane int) Work {
	if a.link < 0 && r.standsIn(i) {
		return longAgo
	}
	if r.countsFromRest(a) {
		return r.afterRest(i, a, b.startFor(int(a.from), lane, b.ends[2*a.from+1][lane]))
	}
	k := b.ends[a.end()][lane]
	lag := r.lagOf(a)
	if a.link >= 0 && r.graph.links[a.link].unit.isShare() {
		lag = b.shareOf(r, a.link, lane)
	}
	if a.bridge >= 0 {
		br := r.graph.bridges[a.bridge]
		br.fromPoint = br.fromFinish && b.isPoint(int(a.from), lane)
		br.toPoint = br.toFinish && (b.isPoint(i, lane) || r.standsIn(i))
		k = r.pauseOf(i).reached(br.forwardFrom(r.graph.calendars, r.leaves(a, &br, k), lag), &br)
	} else {
		k += Work(lag)
	}
	if s := r.specialFor(int(a.from)); a.link >= 0 && r.carries(s) {
		if through := b.carried[r.specialAt[a.from]][lane]; through > longAgo {
			br, _ := r.bridgeOf(i, a)
			k = max(k, r.pauseOf(i).reached(r.carried(i, a, through), &br))
		}
	}
	if a.toFinish {
		k = b.startFor(i, lane, k)
	}
	return k
}

// shareOf is a percentage of the predecessor's duration in a lane; of started
// work, of what it was to be.
func (b *Batch) shareOf(r *Result, link int32, lane int) int32 {
	g := r.graph
	from := g.links[link].from
	p := g.position[from]
	if p < 0 || r.spots[p].flags&isStarted != 0 {
		return r.lag(link)
	}
	value := g.links[link].value
	if len(r.lags) > 0 {
		value = r.lags[link]
	}
	return share(b.lengths(int(p))[lane], value)
}

func (b *Batch) finish(r *Result, points *[Lanes]Instant) {
	g := r.graph
	for k := range b.Finish {
		b.Finish[k] = max(r.done, points[k])
		if g.leaves == 0 {
			b.Finish[k] = r.start
		}
	}
	for c := range b.latest {
		for k, x := range b.latest[c] {
			if x > longAgo {
				b.Finish[k] = max(b.Finish[k], g.calendars[c].Finish(x))
			}
		}
	}
}

// note takes the durations of a position into long and short. Less is what they
// have in bits, each less one: the highest bit if one is 0 or negative, and those
// from MaxWork on if one is too long. It is written without a branch, because
// which durations are 0 cannot be guessed; short has room for every position.
func (b *Batch) note(i int, less uint32) {
	n := len(b.short)
	b.short = b.short[:n+1]
	b.short[n] = int32(i)
	sign := less >> 31
	b.long |= less & (sign - 1)
	b.short = b.short[:n+int(sign)]
	b.isShort[i] = sign != 0
}

// shortOnes looks at the positions that have work of no length, which finishes
// where it starts. That is later than the end of the tick before, and so it
// matters only where it is last. What else is wrong with their durations is seen
// here too.
func (b *Batch) shortOnes(g *Graph, points *[Lanes]Instant) {
	for _, i := range b.short {
		row := &b.rows[i]
		d := &b.Durations[row.activity]
		if uint32(allBits(d)) > uint32(MaxWork) && slices.ContainsFunc(d[:], func(d Work) bool { return !inWork(d) }) {
			b.long = uint32(MaxWork)
		}
		if !row.last {
			continue
		}
		finish, latest := &b.ends[2*i+1], &b.latest[row.clock]
		for k := range points {
			if x := finish[k]; x == latest[k] && b.isPoint(int(i), k) {
				points[k] = max(points[k], g.calendars[row.clock].Start(x))
			}
		}
	}
}

func (b *Batch) faults(g *Graph) error {
	var out Faults
	for a := range b.Durations {
		p := g.position[a]
		if p < 0 {
			continue
		}
		for _, d := range b.lengths(int(p)) {
			if !inWork(d) {
				f := fault(DurationRange)
				f.Activity, f.Keys, f.Value = a, []string{g.keys[a]}, int64(d)
				out = append(out, f)
				break
			}
		}
	}
	return out.orNil()
}
