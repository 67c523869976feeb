package cpm

import "slices"

// Lanes is how many sets of durations a Batch computes at once.
const Lanes = 8

// A Batch computes early dates for eight sets of durations at once, as a
// simulation needs them. The zero value with Durations set is ready for
// Result.ForwardBatch, which reuses its memory.
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
	ends    [][Lanes]Work // by position: starts at 2p, finishes at 2p+1
	carried [][Lanes]Work // by special: what finished work carries through
	latest  [][Lanes]Work // by clock
	long    uint32        // at least MaxWork if a duration is longer
	short   []int32       // positions that have a duration of 0 in a lane, or less
	buf     []arrival
	leads   []uint8 // by position: the lanes in which it is on a chain that is asked for
}

// batchRow is a row whose weights are the lags alone, so that it holds for
// any durations.
type batchRow struct {
	ends        [rowSlots]int32
	lags        [rowSlots]int32
	less        [rowSlots]Work // -1 for a link that binds the finish, otherwise 0
	bindsFinish bool           // whether any does
	activity    int32          // whose durations count; -1 where none do
	clock       uint16
	slow        bool // something that the row cannot say
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
		b.latest[c] = everyLane(longAgo)
	}
	b.long, b.short = 0, b.short[:0]
	for i := b.plainRows(r.low, 0); i < len(b.rows); i = b.plainRows(r.low, i+1) {
		b.slowly(r, i, b.lengths(i))
	}
	points := everyInstant(-Horizon)
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

// startFor is the start of what finishes at m in a lane.
func (b *Batch) startFor(p, lane int, m Work) Work {
	return b.result.pauseOf(p).startFor(m, b.lengths(p)[lane], b.isPoint(p, lane))
}

// has reports whether the batch holds dates of an activity in a lane.
func (b *Batch) has(activity, lane int) bool {
	return b != nil && b.result.has(activity) && b.result.graph.position[activity] >= 0 && lane >= 0 && lane < Lanes
}

func everyInstant(x Instant) [Lanes]Instant { return [Lanes]Instant{x, x, x, x, x, x, x, x} }

func everyLane(k Work) [Lanes]Work { return [Lanes]Work{k, k, k, k, k, k, k, k} }

// adopt makes the rows for the last solve of a result.
func (b *Batch) adopt(r *Result) {
	if b.result == r && b.solved == r.solved {
		return
	}
	g := r.graph
	b.result, b.solved = r, r.solved
	b.rows = grown(b.rows, g.nodes)
	b.ends = grown(b.ends, 2*g.nodes+1)
	b.ends[2*g.nodes] = everyLane(longAgo)
	b.latest = grown(b.latest, len(g.calendars))
	b.carried = grown(b.carried, len(r.specials))
	b.short = grown(b.short, g.nodes+1)
	for i := range b.rows {
		b.rows[i] = r.batchRow(i)
	}
}

// batchRow takes the durations out of a row again.
func (r *Result) batchRow(i int) batchRow {
	g := r.graph
	out := batchRow{slow: r.spots[i].flags != 0, activity: g.activity[i], clock: r.spots[i].clock}
	s := r.specialFor(i)
	if r.spots[i].milestone || r.spots[i].flags&isHub != 0 || s != nil && s.state.isGiven() {
		out.activity = -1
	}
	for s, link := range g.rowLink[i] {
		out.ends[s] = int32(2 * g.nodes)
		if link == noLink {
			continue
		}
		a := g.plainArrival(r.spots[i].row[s], link)
		out.ends[s], out.lags[s] = 2*a.from, r.lagOf(a)
		if a.fromFinish {
			out.ends[s]++
		}
		if a.toFinish {
			out.less[s], out.bindsFinish = -1, true
		}
		if link >= 0 && g.links[link].unit.isShare() {
			out.slow = true
		}
	}
	return out
}

// lagOf is the lag of a plain edge; the hierarchy has none.
func (r *Result) lagOf(a arrival) int32 {
	if a.link < 0 {
		return 0
	}
	return r.lag(a.link)
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

// plainRows computes both ends of the positions from i on, in all lanes, up to
// the first that its row does not describe, and returns that one.
func (b *Batch) plainRows(low []Work, i int) int {
	rows, ends, durations, latest := b.rows, b.ends, b.Durations, b.latest
	long, short := b.long, b.short
	for ; i < len(rows) && !rows[i].slow; i++ {
		row, d := &rows[i], &noLength
		if row.activity >= 0 {
			d = &durations[row.activity]
		}
		from, start := low[row.clock], &ends[2*i]
		e0, e1, e2 := &ends[row.ends[0]], &ends[row.ends[1]], &ends[row.ends[2]]
		l0, l1, l2 := Work(row.lags[0]), Work(row.lags[1]), Work(row.lags[2])
		if row.bindsFinish {
			laneStartsWith(start, e0, e1, e2, from, l0, l1, l2, d, &row.less)
		} else {
			laneStarts(start, e0, e1, e2, from, l0, l1, l2)
		}
		less := laneFinishes(start, &ends[2*i+1], &latest[row.clock], d)
		if row.activity >= 0 {
			long, short = noteLengths(int32(i), less, long, short)
		}
	}
	b.long, b.short = long, short
	return i
}

// slowly does the same for positions that a row does not describe, lane by
// lane.
func (b *Batch) slowly(r *Result, i int, d *[Lanes]Work) {
	b.buf = r.arrivals(i, b.buf)
	spot := &r.spots[i]
	s := r.specialFor(i)
	if d != &noLength {
		less := uint32(0)
		for _, n := range d {
			less |= uint32(n - 1)
		}
		b.long, b.short = noteLengths(int32(i), less, b.long, b.short)
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
	g := r.graph
	end := 2 * a.from
	if a.fromFinish {
		end++
	}
	k := b.ends[end][lane]
	lag := r.lagOf(a)
	if a.link >= 0 && g.links[a.link].unit.isShare() {
		lag = b.shareOf(r, a.link, lane)
	}
	if a.bridge >= 0 {
		br := g.bridges[a.bridge]
		br.fromPoint = br.fromFinish && b.isPoint(int(a.from), lane)
		br.toPoint = br.toFinish && (b.isPoint(i, lane) || r.standsIn(i))
		k = r.pauseOf(i).reached(br.forwardFrom(g.calendars, r.leaves(a, &br, k), lag), &br)
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

// noteLengths takes the durations of a position into long and short. Less is
// what they have in bits, each less one: the highest bit if one is 0 or
// negative, and those from MaxWork on if one is too long. It is written without
// a branch, because which durations are 0 cannot be guessed; short has room for
// every position.
func noteLengths(i int32, less, long uint32, short []int32) (uint32, []int32) {
	n := len(short)
	short = short[:n+1]
	short[n] = i
	sign := less >> 31
	return long | less&(sign-1), short[:n+int(sign)]
}

// shortOnes looks at the positions that have work of no length, which finishes
// where it starts. That is later than the end of the tick before, and so it
// matters only where it is last. What else is wrong with their durations is seen
// here too.
func (b *Batch) shortOnes(g *Graph, points *[Lanes]Instant) {
	for _, i := range b.short {
		row := &b.rows[i]
		d, f, at := &b.Durations[row.activity], &b.ends[2*i+1], &b.latest[row.clock]
		if uint32(d[0]|d[1]|d[2]|d[3]|d[4]|d[5]|d[6]|d[7]) > uint32(MaxWork) && slices.ContainsFunc(d[:], func(d Work) bool { return !inWork(d) }) {
			b.long = uint32(MaxWork)
		}
		if f[0] == at[0] || f[1] == at[1] || f[2] == at[2] || f[3] == at[3] ||
			f[4] == at[4] || f[5] == at[5] || f[6] == at[6] || f[7] == at[7] {
			b.lastPoints(g, int(i), points)
		}
	}
}

func (b *Batch) lastPoints(g *Graph, i int, points *[Lanes]Instant) {
	clock := b.rows[i].clock
	for k := range points {
		if x := b.ends[2*i+1][k]; x == b.latest[clock][k] && b.isPoint(i, k) {
			points[k] = max(points[k], g.calendars[clock].Start(x))
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
