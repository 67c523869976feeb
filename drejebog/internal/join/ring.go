package join

import "slices"

// Knotted are the ids that cannot be put in order (Kahn, 1962): those on rings, and what
// lies behind them. after is what follows each.
func Knotted[ID comparable](after map[ID][]ID) map[ID]bool {
	waiting := make(map[ID]int, len(after))
	for from, ids := range after {
		waiting[from] += 0
		for _, to := range ids {
			waiting[to]++
		}
	}
	var ready []ID
	for id, n := range waiting {
		if n == 0 {
			ready = append(ready, id)
		}
	}
	for len(ready) > 0 {
		id := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		delete(waiting, id)
		for _, to := range after[id] {
			if waiting[to]--; waiting[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	knots := make(map[ID]bool, len(waiting))
	for id := range waiting {
		knots[id] = true
	}
	return knots
}

// Way returns the shortest way from one id to another, both included, or nil.
func Way[ID comparable](after map[ID][]ID, from, to ID) []ID {
	before := map[ID]ID{from: from}
	for queue := []ID{from}; len(queue) > 0; queue = queue[1:] {
		id := queue[0]
		if id == to {
			ids := []ID{id}
			for ; id != from; id = before[id] {
				ids = append(ids, before[id])
			}
			slices.Reverse(ids)
			return ids
		}
		for _, next := range after[id] {
			if _, seen := before[next]; !seen {
				before[next] = id
				queue = append(queue, next)
			}
		}
	}
	return nil
}
