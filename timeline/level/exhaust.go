package level

// mostTrials bounds the positions that a search to the end puts somewhere.
const mostTrials = 500_000

// exhaust tries all starts of a small problem, and says whether it came to the end: so
// that nothing is better than the best. What has been put counts as a bound, because
// needs only add up.
func (m *smoother) exhaust() {
	ways := 1.0
	for _, i := range m.movable {
		ways *= float64(m.late[i]-m.s.early[i]) + 1
		if ways > 1e12 {
			return
		}
	}
	m.restore(m.bestAt)
	for i := range m.late {
		m.put(i, -1)
	}
	var base score
	fixed := make([]bool, len(m.late))
	for _, i := range m.movable {
		fixed[i] = true
	}
	for i := range m.late {
		if !fixed[i] && m.w.Movable(i) {
			m.w.Put(i, m.s.early[i])
			m.put(i, 1)
			base.moved += m.away(i)
			base.excess += m.price(i, m.w.At(i))
		}
	}
	base = base.plus(m.loaded())
	trials := mostTrials
	if m.tryAll(0, base, fixed, &trials); trials > 0 {
		m.proved = true
	}
	for i := range m.late {
		m.w.Put(i, m.bestAt[i])
	}
}

// tryAll puts the positions from one on at all their starts.
func (m *smoother) tryAll(i int, so score, free []bool, trials *int) {
	if *trials--; *trials <= 0 || !so.less(m.best) {
		return
	}
	if i == len(free) {
		m.now = so
		m.remember()
		return
	}
	if !free[i] {
		if e := m.w.Earliest(i); m.w.Activity(i) < 0 {
			m.w.Put(i, e)
		} else if e > m.w.At(i) {
			return
		}
		m.tryAll(i+1, so, free, trials)
		return
	}
	for k := m.w.Earliest(i); k <= m.late[i] && *trials > 0; k++ {
		m.w.Put(i, k)
		if m.w.At(i) != k {
			continue // in a pause
		}
		add := m.put(i, 1)
		add.moved = m.away(i)
		add.excess += m.price(i, k)
		m.tryAll(i+1, so.plus(add), free, trials)
		m.w.Put(i, k)
		m.put(i, -1)
	}
}
