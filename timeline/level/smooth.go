package level

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Smooth moves activities within what the dates of the network leave them: its finish,
// or the must-finish date if that is later, its constraints and deadlines, and the
// binding dates of the problem, none of which moves (what is late without resources
// stays as late). It looks for the plan in which least is needed above what there is:
// the sum, over ticks and resources, of load less capacity; of these, for the most even
// one, by the sum of the squares of the loads; and of these for the one that moves
// least, by the sum of the ticks, away from the plan that people know.
//
// A number of schedules means as many moves for each activity. Small problems are
// searched to the end (Plan.Proved).
//
// Loads of levels of effort, summaries and what cannot be moved count as they are
// without resources; the plan is compared by what they become.
//
// The error is of type Faults or cpm.Faults, or that of the context.
func Smooth(ctx context.Context, p *Problem, o Options) (*Plan, error) {
	if ctx == nil || p == nil {
		return nil, Faults{fault(NoProblem, 0)}
	}
	if o.Known != nil && len(o.Known) != len(p.Network.Activities) {
		return nil, Faults{fault(KnownLength, int64(len(o.Known)))}
	}
	bound, err := p.keeping()
	if err != nil {
		return nil, err
	}
	s, err := newSite(bound, true)
	if err != nil {
		return nil, err
	}
	m := newSmoother(s, o)
	m.search(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m.plan()
}

// keeping is the problem with its binding dates as deadlines, none of them before what
// the links allow.
func (p *Problem) keeping() (*Problem, error) {
	s, err := newSite(p, true)
	if err != nil {
		return nil, err
	}
	out := *p
	out.Input = s.in
	finish := s.base.Finish()
	if must := p.Input.MustFinish; must != nil {
		finish = max(finish, *must)
	}
	out.Input.MustFinish = &finish
	out.Input.Constraints = slices.Clone(out.Input.Constraints)
	for _, d := range p.Dues {
		out.Input.Constraints = append(out.Input.Constraints, cpm.Constraint{
			Activity: d.Activity, Kind: cpm.Deadline, At: max(d.By, s.base.Dates(d.Activity).EarlyFinish),
		})
	}
	return &out, nil
}

// score is what a smoothed plan is judged by, the first number first.
type score struct{ excess, uneven, moved int64 }

func (a score) less(b score) bool {
	switch {
	case a.excess != b.excess:
		return a.excess < b.excess
	case a.uneven != b.uneven:
		return a.uneven < b.uneven
	}
	return a.moved < b.moved
}

func (a score) plus(b score) score {
	return score{a.excess + b.excess, a.uneven + b.uneven, a.moved + b.moved}
}

// smoother moves activities about by annealing (S. Kirkpatrick, C. D. Gelatt and M. P.
// Vecchi, Optimization by simulated annealing, 1983), each together with what it pushes;
// then it puts one after another where it is best (A. R. Burgess and J. B. Killebrew,
// Variation in activity level on a cyclical arrow diagram, 1962).
type smoother struct {
	s       *site
	w       *cpm.Placement
	o       Options
	rnd     *rand.PCG
	clocks  []*clock
	movable []int32 // positions that can be moved at all
	late    []cpm.Work
	known   []cpm.Work // where they stand in the plan that people know
	after   [][]int32
	loads   [][]int64
	shift   uint // evenness is counted in units of 1<<shift

	now, best score
	bestAt    []cpm.Work
	first     []cpm.Work // where everything stood at first
	proved    bool

	changed []change
	touched []bool
}

// change is a position that has been moved, and from where.
type change struct {
	position int32
	from     cpm.Work
}

func newSmoother(s *site, o Options) *smoother {
	n := s.w.Positions()
	m := &smoother{
		s: s, w: s.w, o: o, rnd: rand.NewPCG(o.Seed, 0x853c49e6748fea9b), clocks: make([]*clock, n),
		late: make([]cpm.Work, n), known: make([]cpm.Work, n), after: make([][]int32, n), touched: make([]bool, n),
	}
	for i := range n {
		m.clocks[i] = s.clockOf(i)
		for _, k := range s.w.Before(i) {
			if !slices.Contains(m.after[k], int32(i)) {
				m.after[k] = append(m.after[k], int32(i))
			}
		}
	}
	m.limit()
	m.begin()
	return m
}

// limit finds the late starts, and what can move.
func (m *smoother) limit() {
	for i := range m.late {
		m.w.Put(i, m.s.early[i])
	}
	m.w.Back(*m.s.in.MustFinish)
	for i := m.w.Positions() - 1; i >= 0; i-- {
		m.late[i] = m.w.Latest(i)
		m.w.PutBack(i, m.late[i])
		end := m.clocks[i].first + cpm.Work(len(m.clocks[i].tick)) - m.w.Length(i)
		m.late[i] = min(m.late[i], end)
		if m.w.Movable(i) && m.late[i] > m.s.early[i] {
			m.movable = append(m.movable, int32(i))
		}
	}
	slices.Sort(m.movable)
}

// begin puts everything where the known plan has it, or as near as links and bounds
// allow, and sums up the loads.
func (m *smoother) begin() {
	for i := range m.late {
		at := m.w.Earliest(i)
		m.known[i] = m.s.early[i]
		if a := m.w.Activity(i); a >= 0 && m.w.Movable(i) {
			if m.o.Known != nil {
				m.known[i] = m.clocks[i].w.Rank(m.o.Known[a])
			}
			at = max(at, min(m.known[i], m.late[i]))
		}
		m.w.Put(i, at)
		m.first = append(m.first, m.w.At(i))
	}
	for r := range m.s.bound {
		m.loads = append(m.loads, slices.Clone(m.s.bound[r]))
	}
	m.shift = m.coarse()
	for i := range m.late {
		m.put(i, 1)
	}
	m.now = m.total()
	m.remember()
}

// coarse is how many bits the loads are shortened by for their squares, so that the sum
// of these is a number: none, as long as a million is needed at most.
func (m *smoother) coarse() uint {
	most := int64(0)
	for r := range m.loads {
		sum := int64(0)
		for _, n := range m.loads[r] {
			sum = max(sum, n)
		}
		for _, wants := range m.s.asked {
			for x := range wants {
				if w := &wants[x]; int(w.resource) == r {
					peak := w.units
					for _, n := range w.each {
						peak = max(peak, n)
					}
					sum += peak
				}
			}
		}
		most = max(most, sum)
	}
	shift := uint(0)
	for most>>shift >= 1<<20 {
		shift++
	}
	return shift
}

// put adds what a position needs where it stands to the loads, or takes it away, and
// returns by how much that changes what counts.
func (m *smoother) put(i int, sign int64) score {
	var out score
	if len(m.s.asked[i]) == 0 {
		return out
	}
	c := m.clocks[i]
	first, rest := m.w.Parts(i, m.w.At(i))
	for x := range m.s.asked[i] {
		w, n := &m.s.asked[i][x], 0
		load, there := m.loads[w.resource], m.s.there[w.resource]
		for _, part := range [2][2]cpm.Work{first, rest} {
			for k := part[0]; k < part[1]; k++ {
				at := int(k - c.first)
				if at < 0 || at >= len(c.tick) {
					continue
				}
				t := c.tick[at]
				was, is := load[t], load[t]+sign*w.of(n)
				load[t] = is
				n++
				out.excess += max(is-there[t], 0) - max(was-there[t], 0)
				out.uneven += m.square(is) - m.square(was)
			}
		}
	}
	return out
}

// square is what a load of a tick counts for evenness.
func (m *smoother) square(load int64) int64 {
	if m.o.Sparing > 0 {
		return 0
	}
	load >>= m.shift
	return load * load
}

// total is the score of everything as it stands.
func (m *smoother) total() score {
	out := m.loaded()
	for i := range m.late {
		out.moved += m.away(i)
		out.excess += m.price(i, m.w.At(i))
	}
	return out
}

// loaded is the part of it that the loads make.
func (m *smoother) loaded() score {
	var out score
	for r, load := range m.loads {
		for t, n := range load {
			out.excess += max(n-m.s.there[r][t], 0)
			out.uneven += m.square(n)
		}
	}
	return out
}

// price is what a position costs that does not stand where it is known.
func (m *smoother) price(i int, at cpm.Work) int64 {
	if m.o.Sparing <= 0 || at == m.known[i] || m.w.Length(i) == 0 || !m.w.Movable(i) {
		return 0
	}
	return m.o.Sparing
}

// away is how far a position stands from where it is known to be.
func (m *smoother) away(i int) int64 {
	if !m.w.Movable(i) {
		return 0
	}
	d := int64(m.w.At(i)) - int64(m.known[i])
	return max(d, -d)
}

func (m *smoother) remember() {
	m.best = m.now
	m.bestAt = m.bestAt[:0]
	for i := range m.late {
		m.bestAt = append(m.bestAt, m.w.At(i))
	}
}

// restore puts everything at starts.
func (m *smoother) restore(at []cpm.Work) {
	for i := range m.late {
		m.put(i, -1)
	}
	for i, k := range at {
		m.w.Put(i, k)
	}
	for i := range m.late {
		m.put(i, 1)
	}
	m.now = m.total()
}

// move puts a position at a start, pulls what it waits for and pushes what waits for it
// as far as the links make that necessary. It is false, and nothing has changed, where
// the links or the bounds do not let it.
func (m *smoother) move(i int32, to cpm.Work) (score, bool) {
	m.changed = m.changed[:0]
	delta := m.shiftTo(i, to)
	if to < m.s.early[i] || to > m.late[i] || !m.pull(int(i), &delta) || !m.push(&delta) {
		clear(m.touched)
		m.takeBack()
		return score{}, false
	}
	return delta, true
}

// push moves on what waits for something that has been put later.
func (m *smoother) push(delta *score) bool {
	for q := range m.touched {
		if !m.touched[q] {
			continue
		}
		m.touched[q] = false
		switch e := m.w.Earliest(q); {
		case e == m.w.At(q):
		case m.w.Activity(q) < 0:
			*delta = delta.plus(m.shiftTo(int32(q), e))
		case !m.w.Movable(q) || e > m.late[q]:
			return false
		case e > m.w.At(q):
			*delta = delta.plus(m.shiftTo(int32(q), e))
		}
	}
	return true
}

// pull moves back what lets a position not start where it has been put.
func (m *smoother) pull(i int, delta *score) bool {
	at := m.w.At(i)
	for n, p := range m.w.Before(i) {
		k := m.w.At(int(p))
		for tries := 0; ; tries++ {
			asked := m.w.Asked(i, n)
			if asked <= at {
				break
			}
			k = min(k, m.w.At(int(p))) - (asked - at)
			if tries == 4 || !m.w.Movable(int(p)) || k < m.s.early[p] {
				return false
			}
			*delta = delta.plus(m.shiftTo(p, k))
		}
		if k < m.w.Earliest(int(p)) && !m.pull(int(p), delta) {
			return false
		}
	}
	return true
}

// shiftTo puts a position at a start and marks what waits for it.
func (m *smoother) shiftTo(i int32, to cpm.Work) score {
	p := int(i)
	m.changed = append(m.changed, change{i, m.w.At(p)})
	delta := m.put(p, -1)
	delta.moved -= m.away(p)
	delta.excess -= m.price(p, m.w.At(p))
	m.w.Put(p, to)
	delta = delta.plus(m.put(p, 1))
	delta.moved += m.away(p)
	delta.excess += m.price(p, m.w.At(p))
	for _, q := range m.after[p] {
		m.touched[q] = true
	}
	return delta
}

// takeBack undoes the last move.
func (m *smoother) takeBack() {
	for _, c := range slices.Backward(m.changed) {
		p := int(c.position)
		m.put(p, -1)
		m.w.Put(p, c.from)
		m.put(p, 1)
	}
}

func (m *smoother) below(n int64) int64 {
	return int64((m.rnd.Uint64() >> 32) * uint64(n) >> 32)
}

// DefaultMoves is how many moves Smooth tries for each activity where no budget is given.
const DefaultMoves = 20_000

// mostMoves bounds what is tried in all where no budget is given.
const mostMoves = 3_000_000

func (m *smoother) moves() int {
	if m.o.Schedules <= 0 {
		return DefaultMoves
	}
	return m.o.Schedules
}

// restarts is how often the annealing begins anew, where there are leastMoves for each
// activity each time; at least twice.
const (
	restarts   = 26
	leastMoves = 50
)

// stresses are how much the annealing looks to what is above capacity, in turn: with
// either alone it stays in the wrong valley of some problem.
var stresses = [2]float64{200, 20}

// search anneals, improves, and looks through small problems to the end.
func (m *smoother) search(ctx context.Context) {
	if len(m.movable) == 0 {
		m.proved = true
		return
	}
	times := restarts
	if m.o.Schedules > 0 {
		times = min(max(m.o.Schedules/leastMoves, 2), restarts)
	}
	moves := min(m.moves(), math.MaxInt32/len(m.movable)) * len(m.movable) / times
	if m.o.Schedules <= 0 {
		moves = min(moves, mostMoves/times)
	}
	for k := range times {
		m.anneal(ctx, moves, stresses[k%len(stresses)])
		m.descend()
	}
	m.levelOut(ctx, moves*times/levellings)
	m.exhaust()
}

// levellings is the share of the moves that levelOut has, the one part of so many.
const levellings = 4

// levelOut begins anew from where everything stood at first, as often as the moves allow, and
// puts one after another, in an order that is drawn, where the squares of the loads are
// least, whatever is above capacity; that ends in valleys that the annealing may not see.
func (m *smoother) levelOut(ctx context.Context, moves int) {
	if m.o.Sparing > 0 {
		return // nobody looks at the squares
	}
	pass := int64(0)
	for _, i := range m.movable {
		pass += min(int64(m.late[i]-m.s.early[i]), 1<<12)
	}
	order := slices.Clone(m.movable)
	for left := int64(moves); left >= pass && ctx.Err() == nil; {
		m.restore(m.first)
		for k := range order {
			other := k + int(m.below(int64(len(order)-k)))
			order[k], order[other] = order[other], order[k]
		}
		for better := true; better && left >= 0; left -= pass {
			better = false
			for _, i := range order {
				better = m.settle(i, score.evener) || better
			}
		}
		m.descend()
		left -= 2 * pass
	}
}

// evener reports whether the loads of a score are more even.
func (a score) evener(b score) bool { return a.uneven < b.uneven }

// anneal moves at random, and ever less to the worse.
func (m *smoother) anneal(ctx context.Context, moves int, stress float64) {
	weight := m.weight(stress)
	hot := m.temperature(weight)
	if hot == 0 {
		return
	}
	heat, cool := hot, math.Pow(1e-3, 1/float64(max(moves, 1)))
	for k := range moves {
		if k%1024 == 0 && ctx.Err() != nil {
			return
		}
		heat *= cool
		delta, ok := m.draw()
		if !ok {
			continue
		}
		worse := m.worse(delta, weight)
		if worse > 0 && float64(m.rnd.Uint64()>>11)/(1<<53) >= math.Exp(-worse/heat) {
			m.takeBack()
			continue
		}
		if m.now = m.now.plus(delta); m.now.less(m.best) {
			m.remember()
		}
	}
}

// worse is by how much a move is to the worse, below zero to the better.
func (m *smoother) worse(delta score, weight float64) float64 {
	second := delta.uneven
	if m.o.Sparing > 0 {
		second = delta.moved
	}
	return float64(delta.excess)*weight + float64(second)
}

// draw moves something at random within its bounds.
func (m *smoother) draw() (score, bool) {
	i := m.movable[m.below(int64(len(m.movable)))]
	low, high := m.s.early[i], m.late[i]
	to := low + cpm.Work(m.below(int64(high-low)+1))
	if to == m.w.At(int(i)) {
		return score{}, false
	}
	return m.move(i, to)
}

// weight is what a unit above capacity counts in squares: so many times half of what it
// makes better to move one from a tick with the highest load to an empty one.
func (m *smoother) weight(stress float64) float64 {
	peak := int64(1)
	for r := range m.loads {
		peak = max(peak, slices.Max(append(m.loads[r], 1)))
	}
	return stress * float64(peak>>m.shift+1)
}

// temperature is the mean of what moves make worse.
func (m *smoother) temperature(weight float64) float64 {
	sum, count := 0.0, 0
	for range 200 {
		if delta, ok := m.draw(); ok {
			m.takeBack()
			if worse := m.worse(delta, weight); worse > 0 {
				sum, count = sum+worse, count+1
			}
		}
	}
	return sum / float64(max(count, 1)) / 5
}

// descend puts each position where it is best until none is better elsewhere.
func (m *smoother) descend() {
	for better := true; better; {
		better = false
		for _, i := range slices.Backward(m.movable) {
			better = m.settle(i, score.less) || better
		}
		for _, i := range m.movable {
			better = m.settle(i, score.less) || better
		}
	}
	if m.now.less(m.best) {
		m.remember()
	}
}

// settle puts a position where it is best.
func (m *smoother) settle(i int32, less func(a, b score) bool) bool {
	at := m.w.At(int(i))
	low, high := m.s.early[i], m.late[i]
	if high-low > 1<<12 {
		low, high = max(low, at-1<<11), min(high, at+1<<11)
	}
	var best score
	to := at
	for k := low; k <= high; k++ {
		if k == at {
			continue
		}
		if delta, ok := m.move(i, k); ok {
			m.takeBack()
			if less(delta, best) {
				best, to = delta, k
			}
		}
	}
	if to == at {
		return false
	}
	delta, _ := m.move(i, to)
	m.now = m.now.plus(delta)
	return true
}

// plan makes the plan of the best starts; the first ones if they are better by what
// follows from them.
func (m *smoother) plan() (*Plan, error) {
	out, err := m.planOf(m.bestAt)
	if err != nil {
		return nil, err
	}
	was, err := m.planOf(m.first)
	if err != nil {
		return nil, err
	}
	if m.judged(was.Result, m.first).less(m.judged(out.Result, m.bestAt)) {
		out = was
	}
	out.Excesses = m.s.excesses(out.Result)
	out.Moves = m.s.moves(out.Result)
	return out, nil
}

// judged is the score of a result, all loads as they become, for starts.
func (m *smoother) judged(r *cpm.Result, at []cpm.Work) score {
	var out score
	for i := range at {
		out.excess += m.price(i, at[i])
	}
	spans := spansOf(m.s.p, m.s.g, r)
	for i := range m.s.p.Resources {
		all, _ := m.s.loads(i, m.s.ticks, spans)
		for t, n := range all {
			out.excess += max(n-m.s.there[i][t], 0)
			out.uneven += m.square(n)
		}
	}
	return out
}

func (m *smoother) planOf(at []cpm.Work) (*Plan, error) {
	in := m.s.in
	in.Starts = startsOf(&in, m.s.g.Activities())
	for i, k := range at {
		if a := m.w.Activity(i); a >= 0 && m.w.Movable(i) {
			in.Starts[a], _ = m.w.Dates(i, k)
		}
	}
	r := new(cpm.Result)
	if err := m.s.g.Solve(&in, r); err != nil {
		return nil, err
	}
	return &Plan{Input: in, Result: r, Schedules: m.moves(), Finish: r.Finish(), Proved: m.proved}, nil
}
