package cpm

import (
	"cmp"
	"slices"
)

// meeting is the work on one question to ToMeet.
type meeting struct {
	g    *Graph
	cut  *Cut
	ends []int32 // the positions of the target, or of the leaves below it
	in   Input   // durations and progress are its own, shortened by what is tried
	r    Result

	whole     []Work // durations of the question, by activity
	remaining []Work // by entry of progress

	choices  []choice
	choiceOf []int32 // by position: its choice, or -1
	amount   []Work  // by choice: what is tried
	stale    stale

	work int // activities and links looked at by solving
}

// choice is an activity that can be shortened.
type choice struct {
	activity int
	position int32
	entry    int // its progress, or -1
	limit    Work
	price    int64
}

func newMeeting(g *Graph, in *Input, target int, by Instant, limits []Crash) *meeting {
	m := &meeting{g: g, in: *in, ends: g.leavesOf(target), cut: &Cut{Target: target, By: by, Limits: slices.Clone(limits)}}
	m.in.Constraints = slices.Clone(in.Constraints)
	for i := range m.in.Constraints {
		if m.in.Constraints[i].Kind == AsLateAsPossible {
			m.in.Constraints[i].Kind = AsSoonAsPossible
		}
	}
	m.in.Progress = slices.Clone(in.Progress)
	m.in.Durations = g.durationsFor(in)
	return m
}

// limit turns the limits of the question into choices, once the input has been
// solved.
func (m *meeting) limit() {
	g := m.g
	m.whole = slices.Clone(m.in.Durations)
	entry := make(map[int]int, len(m.in.Progress))
	for i, p := range m.in.Progress {
		m.remaining = append(m.remaining, p.Remaining)
		if _, twice := entry[p.Activity]; !twice { // the first counts
			entry[p.Activity] = i
		}
	}
	for _, c := range m.cut.Limits {
		p := g.position[c.Activity]
		if p < 0 {
			continue
		}
		if limit := m.r.Room(c); limit > 0 {
			e, started := entry[c.Activity]
			if !started {
				e = -1
			}
			m.choices = append(m.choices, choice{c.Activity, p, e, limit, c.Price})
		}
	}
	slices.SortFunc(m.choices, func(a, b choice) int { return cmp.Compare(a.activity, b.activity) })
	m.choiceOf = make([]int32, g.nodes)
	for p := range m.choiceOf {
		m.choiceOf[p] = -1
	}
	for i, c := range m.choices {
		m.choiceOf[c.position] = int32(i)
	}
	m.amount = make([]Work, len(m.choices))
	m.stale = newStale(m.ends)
}

// shorten solves again with the activities shorter by the given amounts.
func (m *meeting) shorten(amounts []Work) {
	for i, n := range amounts {
		if n != m.amount[i] {
			m.set(i, n)
		}
	}
	m.solve()
}

func (m *meeting) set(i int, n Work) {
	c := &m.choices[i]
	m.amount[i] = n
	m.stale.moved = append(m.stale.moved, c.position)
	m.in.Durations[c.activity] = max(m.whole[c.activity]-n, 0)
	if c.entry >= 0 {
		m.in.Progress[c.entry].Remaining = m.remaining[c.entry] - n
	}
}

func (m *meeting) solve() {
	// The input was sound with longer durations, and so it is with shorter ones.
	// Of its dates, only the early ones are read, and only up to the target.
	_ = m.r.prepare(m.g, &m.in)
	m.work += m.g.nodes/64 + m.stale.renew(&m.r) + 1
}

// finish is the early finish of the target.
func (m *meeting) finish() Instant { return m.r.finishAt(m.lastEnd()) }

// lastEnd is the position of the target, or of the leaf below it that finishes
// last.
func (m *meeting) lastEnd() int32 {
	last := m.ends[0]
	for _, p := range m.ends {
		if m.r.finishAt(p) > m.r.finishAt(last) {
			last = p
		}
	}
	return last
}

func (m *meeting) isMet() bool { return m.finish() <= m.cut.By }

// late is by how many working ticks of its calendar the target is too late.
func (m *meeting) late() int64 {
	w := m.g.calendars[m.g.activities[m.cut.Target].calendar]
	return int64(w.Between(m.cut.By, m.finish()))
}

func (m *meeting) cost() int64 { return m.costOf(m.amount) }

func (m *meeting) costOf(amounts []Work) int64 {
	sum := int64(0)
	for i, n := range amounts {
		sum += int64(n) * m.choices[i].price
	}
	return sum
}

// most is the most that each activity can be shortened by.
func (m *meeting) most() []Work {
	out := make([]Work, len(m.choices))
	for i := range out {
		out[i] = m.choices[i].limit
	}
	return out
}

// leavesOf are the positions of an activity, or of the leaves below it.
func (g *Graph) leavesOf(activity int) []int32 {
	if p := g.position[activity]; p >= 0 {
		return []int32{p}
	}
	var out []int32
	for a, p := range g.position {
		if p >= 0 && g.isBelow(a, activity) {
			out = append(out, p)
		}
	}
	return out
}

// take keeps what is tried, which meets the date, if it is cheaper than what
// was found before.
func (m *meeting) take() {
	c := m.cut
	if c.Met && m.cost() >= c.Cost {
		return
	}
	c.Met, c.Cost, c.Finish = true, m.cost(), m.finish()
	c.Shorten = nil
	for i, n := range m.amount {
		if n > 0 {
			c.Shorten = append(c.Shorten, Shortening{m.choices[i].activity, n})
		}
	}
	c.Exact = c.Cost == c.Bound
}

// giveBack lengthens again what need not be so short, the dearest first, until
// not one tick can be given back.
func (m *meeting) giveBack() {
	var order []int
	for i, n := range m.amount {
		if n > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.choices[b].price, m.choices[a].price) })
	order = m.giveBackWhole(order)
	// Where shortening hurts, what is lengthened may free what was tried before.
	held := 0 // how many in a row have been found to give nothing more
	for i := 0; held < len(order); i = (i + 1) % len(order) {
		if m.lengthen(order[i]) {
			held = 0
		}
		held++
	}
	m.solve()
}

// giveBackWhole gives back all that it can of as many activities as it can,
// half of them at a time, and returns those that are left.
func (m *meeting) giveBackWhole(order []int) []int {
	kept := make([]Work, len(order))
	for i, c := range order {
		kept[i] = m.amount[c]
		m.set(c, 0)
	}
	m.solve()
	if m.isMet() {
		return nil
	}
	for i, c := range order {
		m.set(c, kept[i])
	}
	m.stale.undo(&m.r)
	if len(order) < 2 {
		return order
	}
	half := len(order) / 2
	return append(m.giveBackWhole(order[:half]), m.giveBackWhole(order[half:])...)
}

// lengthen gives back what it can of one activity, and reports whether that is
// anything.
func (m *meeting) lengthen(i int) bool {
	given, step := false, Work(1)
	for m.amount[i] > 0 {
		before := m.amount[i]
		m.set(i, before-min(step, before))
		m.solve()
		if m.isMet() {
			given, step = true, min(2*step, MaxWork)
			continue
		}
		m.set(i, before)
		m.stale.undo(&m.r)
		if step == 1 {
			break
		}
		step = 1
	}
	return given
}
