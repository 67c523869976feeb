package cpm

// batchRow is a position in numbers that hold for any durations: its start is the
// latest of low and what its edges demand, and no later than by.
type batchRow struct {
	kind       rowKind
	last       bool // it may be the last of all to finish
	clock      uint16
	activity   int32 // whose durations count; -1 where none do
	low, by    Work
	first, end int32 // of its edges
}

// rowKind says how the ends of a position are computed.
type rowKind uint8

const (
	sumsRow  rowKind = iota // from low, lags and its duration alone
	mixedRow                // from by, and memos, and what binds its finish, too
	givenRow                // not at all: they are the same in each lane
	slowRow                 // lane by lane, in general
)

// batchEdge is an edge into a position: it demands lag ticks after an end, or what
// a memo makes of that.
type batchEdge struct {
	end   int32 // index in ends
	lag   Work
	memo  int32 // index in memos; -1 for none
	binds bool  // the finish, so that the duration comes off

	// Whether the predecessor, and the position itself, may be work of no length,
	// for which the memos after that one count: one, two, or both on.
	fromPoint, toPoint bool
}

// adopt makes the rows for the last solve of a result.
func (b *Batch) adopt(r *Result) {
	if b.result == r && b.solved == r.solved {
		return
	}
	g := r.graph
	b.result, b.solved = r, r.solved
	b.rows = grown(b.rows, g.nodes)
	b.ends = grown(b.ends, 2*g.nodes)
	b.given, b.latest = grown(b.given, len(g.calendars)), grown(b.latest, len(g.calendars))
	for c := range b.given {
		b.given[c] = longAgo
	}
	b.carried = grown(b.carried, len(r.specials))
	b.short, b.isShort = grown(b.short, g.nodes+1), grown(b.isShort, g.nodes)
	clear(b.isShort)
	b.edges, b.memos = b.edges[:0], b.memos[:0]
	b.leads, b.known = grown(b.leads, g.nodes), grown(b.known, g.nodes)
	for i := range b.rows {
		b.row(r, i)
	}
	b.drives = grown(b.drives, len(b.edges))
	for i := range b.rows {
		b.leaveOut(i)
	}
}

// row describes a position.
func (b *Batch) row(r *Result, i int) {
	spot, s := &r.spots[i], r.specialFor(i)
	row := &b.rows[i]
	*row = batchRow{kind: sumsRow, last: true, clock: spot.clock, activity: r.graph.activity[i], low: longAgo, by: never, first: int32(len(b.edges))}
	if spot.milestone || spot.flags&isHub != 0 || s != nil && s.state.isGiven() {
		row.activity = -1
	}
	row.end = row.first
	switch {
	case spot.flags&isHub != 0 || r.carries(s):
		row.kind = slowRow
		return
	case s != nil && s.state.isGiven():
		row.kind = givenRow
		fill(&b.ends[2*i], s.start)
		fill(&b.ends[2*i+1], s.finish)
		b.given[row.clock] = max(b.given[row.clock], s.finish)
		return
	case s != nil && !row.bounds(s):
		row.kind = slowRow
		return
	}
	row.low = max(row.low, r.lowest(i))
	if row.by < never {
		row.kind = mixedRow
	}
	b.buf = r.arrivals(i, b.buf)
	for _, a := range b.buf {
		e, ok := b.edge(r, i, a)
		if !ok {
			row.kind = slowRow
			b.edges = b.edges[:row.first]
			return
		}
		if e.memo >= 0 || e.binds {
			row.kind = mixedRow
		}
		b.edges = append(b.edges, e)
	}
	row.end = int32(len(b.edges))
}

// bounds takes the constraints of what has not started; false where they depend on
// its duration, or are no bounds.
func (row *batchRow) bounds(s *special) bool {
	row.low, row.by = s.startFrom, s.startBy
	if row.activity < 0 {
		row.low, row.by = s.from(0), s.by(0)
		return s.state == notStarted && !s.pauses && !s.putsOff
	}
	return s.state == notStarted && !s.pauses && !s.putsOff &&
		s.finishFrom == longAgo && s.pointFrom == longAgo && s.finishBy == never && s.pointBy == never
}

// edge describes an edge; false where what it demands depends on more than an end
// and the duration of the position.
func (b *Batch) edge(r *Result, i int, a arrival) (batchEdge, bool) {
	from := r.specialFor(int(a.from))
	e := batchEdge{end: a.end(), lag: Work(r.lagOf(a)), memo: -1, binds: a.toFinish && b.rows[i].activity >= 0}
	switch {
	case a.link < 0 || r.graph.links[a.link].unit.isShare() || r.carries(from):
		return e, false
	case from != nil && (from.state == inProgress || from.pauses):
		return e, false
	case a.bridge < 0:
		return e, true
	case from != nil && from.state.isGiven():
		if e.binds {
			return e, false
		}
		e.lag = b.demands(r, i, a, 0) - b.ends[e.end][0]
		return e, true
	}
	br := r.graph.bridges[a.bridge]
	e.fromPoint = br.fromFinish && b.rows[a.from].activity >= 0
	e.toPoint = br.toFinish && e.binds
	e.memo = b.memoOf(br, int32(e.lag), e.fromPoint, e.toPoint)
	return e, e.memo >= 0
}

// end is the index of the end that an edge leaves, among those of all positions.
func (a *arrival) end() int32 {
	if a.fromFinish {
		return 2*a.from + 1
	}
	return 2 * a.from
}

// leaveOut says of the predecessors of a position which it is never earlier than.
func (b *Batch) leaveOut(i int) {
	row := &b.rows[i]
	if row.kind > mixedRow || row.by < never {
		return
	}
	for x := range b.edges[row.first:row.end] {
		e := &b.edges[row.first+int32(x)]
		from := &b.rows[e.end>>1]
		if e.end&1 != 0 && e.memo < 0 && !e.binds && e.lag >= 0 && from.clock == row.clock {
			from.last = false
		}
	}
}

// lagOf is the lag of a plain edge; the hierarchy has none.
func (r *Result) lagOf(a arrival) int32 {
	if a.link < 0 {
		return 0
	}
	return r.lag(a.link)
}
