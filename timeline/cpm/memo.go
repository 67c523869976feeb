package cpm

// memo remembers what a bridge made of numbers, which in a simulation are the same
// few again and again.
type memo struct {
	bridge bridge // of any two positions on its calendars
	lag    int32
	slots  *[memoSlots]memoSlot
}

// memoSlot is a number and what the bridge makes of it. Numbers that are so many
// apart share one.
type memoSlot struct{ from, to Work }

const (
	memoSlots = 4096 // of a tick a day, eleven years
	mostMemos = 256
)

// memoOf is the memo of a bridge, and those after it where points count too: -1 if
// there are too many.
func (b *Batch) memoOf(br bridge, lag int32, fromPoint, toPoint bool) int32 {
	br.end, br.link, br.fromPoint, br.toPoint = 0, 0, false, false
	variants := 1
	switch {
	case toPoint:
		variants = 4
	case fromPoint:
		variants = 2
	}
	for i := range b.memos {
		if b.memos[i].bridge == br && b.memos[i].lag == lag && b.areOf(br, i, variants) {
			return int32(i)
		}
	}
	at := len(b.memos)
	if at+variants > mostMemos {
		return -1
	}
	for v := range variants {
		br.fromPoint, br.toPoint = br.fromFinish && v&1 != 0, br.toFinish && v&2 != 0
		b.memos = append(b.memos, memo{bridge: br, lag: lag, slots: newSlots()})
	}
	return int32(at)
}

// areOf reports whether the memos from one on are the variants of a bridge.
func (b *Batch) areOf(br bridge, at, variants int) bool {
	if at+variants > len(b.memos) {
		return false
	}
	for v := range variants {
		br.fromPoint, br.toPoint = br.fromFinish && v&1 != 0, br.toFinish && v&2 != 0
		if m := &b.memos[at+v]; m.bridge != br || m.lag != b.memos[at].lag {
			return false
		}
	}
	return true
}

func newSlots() *[memoSlots]memoSlot {
	slots := &[memoSlots]memoSlot{}
	for i := range slots {
		slots[i].from = never
	}
	return slots
}

// at is what the bridge makes of a number.
func (m *memo) at(calendars []*WorkingTime, k Work) Work {
	s := &m.slots[uint32(k)%memoSlots]
	if s.from != k {
		s.from, s.to = k, m.bridge.forwardFrom(calendars, m.bridge.leaves(calendars[m.bridge.from], k), m.lag)
	}
	return s.to
}

// raiseOver raises starts to what an edge over a memo demands.
func (b *Batch) raiseOver(r *Result, e *batchEdge, i int, start, d *[Lanes]Work) {
	calendars, ends := r.graph.calendars, &b.ends[e.end]
	if e.fromPoint && b.isShort[e.end>>1] || e.toPoint && lessOne(d)>>31 != 0 {
		for k := range start {
			start[k] = max(start[k], b.over(calendars, e, i, k))
		}
		return
	}
	m := &b.memos[e.memo]
	slots := m.slots
	if !e.binds {
		d = &noLength
	}
	for k := range start {
		x := ends[k]
		s := &slots[uint32(x)%memoSlots]
		to := s.to
		if s.from != x {
			to = m.at(calendars, x)
		}
		start[k] = max(start[k], to-d[k])
	}
}

// over is what an edge over a memo demands in a lane.
func (b *Batch) over(calendars []*WorkingTime, e *batchEdge, i, lane int) Work {
	at, d := e.memo, Work(0)
	if e.fromPoint && b.lengths(int(e.end >> 1))[lane] == 0 {
		at++
	}
	if e.binds {
		d = b.lengths(i)[lane]
		if e.toPoint && d == 0 {
			at += 2
		}
	}
	return b.memos[at].at(calendars, b.ends[e.end][lane]) - d
}
