package cpm

// A Move is an activity whose early dates two results put differently.
type Move struct {
	// Activity is its index in the network of the second result.
	Activity int

	// Start and Finish are by how much its early start and finish have moved,
	// in working ticks of its calendar in the second result; negative for
	// earlier.
	Start, Finish Work

	// Link is the link through which it moved, and From its predecessor: of
	// what moved later, a link of the second result that drives it there; of
	// what moved earlier, one of the first that held it. One whose predecessor
	// has moved too comes first, then the lowest index. Both are -1 where no
	// link says why: its own duration, a constraint, progress or the start
	// have changed.
	Link, From int
}

// Diff returns what has moved from one result to another, by the index of the
// activities: of one graph solved for two inputs, or of two networks, whose
// activities are then paired by key (the first of equal keys); what only one
// of them has is left out. Results of networks that count time otherwise (Epoch,
// TicksPerDay) cannot be compared: there is nothing of them, nor of one that has
// not been solved.
func Diff(a, b *Result) []Move {
	if !a.isSolved() || !b.isSolved() || a.graph.epoch != b.graph.epoch || a.graph.ticks != b.graph.ticks {
		return nil
	}
	before := a.graph.paired(b.graph)
	var moves []Move
	moved := make(map[int]bool)
	for i, j := range before {
		if j < 0 {
			continue
		}
		x, y := a.Dates(j), b.Dates(i)
		if x.EarlyStart == y.EarlyStart && x.EarlyFinish == y.EarlyFinish {
			continue
		}
		w := b.graph.calendars[b.graph.activities[i].calendar]
		moves = append(moves, Move{i, w.Between(x.EarlyStart, y.EarlyStart), w.Between(x.EarlyFinish, y.EarlyFinish), -1, -1})
		moved[i] = true
	}
	forward := b.graph.paired(a.graph)
	for m := range moves {
		move := &moves[m]
		i := move.Activity
		x, y := a.Dates(before[i]), b.Dates(i)
		switch later := y.EarlyStart > x.EarlyStart; {
		case later, y.EarlyStart == x.EarlyStart && y.EarlyFinish > x.EarlyFinish && b.isUnderway(i):
			move.through(b.Drivers(i), func(from int) bool { return moved[from] })
		case y.EarlyStart < x.EarlyStart, y.EarlyFinish < x.EarlyFinish && a.isUnderway(before[i]):
			move.through(a.Drivers(before[i]), func(from int) bool { return moved[forward[from]] })
		}
	}
	return moves
}

// through names the first link of the drivers, one from what has moved if
// there is any.
func (m *Move) through(drivers []Driver, moved func(int) bool) {
	for _, d := range drivers {
		if d.Kind == LinkDriver && (m.Link < 0 || moved(d.From) && !moved(m.From)) {
			m.Link, m.From = d.Link, d.From
		}
	}
}

// isUnderway reports whether an activity has started and not finished, so that
// its drivers are those of what remains.
func (r *Result) isUnderway(activity int) bool {
	p := r.graph.position[activity]
	if p < 0 {
		return false
	}
	s := r.specialFor(int(p))
	return s != nil && s.state == inProgress
}

// paired returns, for each activity of another graph, its index in this one,
// or -1.
func (g *Graph) paired(other *Graph) []int {
	out := make([]int, len(other.keys))
	if g == other {
		for i := range out {
			out[i] = i
		}
		return out
	}
	index := make(map[string]int, len(g.keys))
	for i := len(g.keys) - 1; i >= 0; i-- {
		index[g.keys[i]] = i
	}
	for i, key := range other.keys {
		j, ok := index[key]
		if !ok {
			j = -1
		}
		out[i] = j
	}
	return out
}
