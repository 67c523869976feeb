package cpm

// The arithmetic of a Batch on eight lanes, written out lane by lane: no
// counting, no test of bounds, and nothing else that wants a register.

// laneStarts are the starts that three links and the project's start demand.
func laneStarts(start, e0, e1, e2 *[Lanes]Work, from, l0, l1, l2 Work) {
	start[0] = max(from, e0[0]+l0, e1[0]+l1, e2[0]+l2)
	start[1] = max(from, e0[1]+l0, e1[1]+l1, e2[1]+l2)
	start[2] = max(from, e0[2]+l0, e1[2]+l1, e2[2]+l2)
	start[3] = max(from, e0[3]+l0, e1[3]+l1, e2[3]+l2)
	start[4] = max(from, e0[4]+l0, e1[4]+l1, e2[4]+l2)
	start[5] = max(from, e0[5]+l0, e1[5]+l1, e2[5]+l2)
	start[6] = max(from, e0[6]+l0, e1[6]+l1, e2[6]+l2)
	start[7] = max(from, e0[7]+l0, e1[7]+l1, e2[7]+l2)
}

// laneStartsWith does the same where links bind the finish: less masks the
// durations of those that do.
func laneStartsWith(start, e0, e1, e2 *[Lanes]Work, from, l0, l1, l2 Work, d *[Lanes]Work, less *[rowSlots]Work) {
	for k, n := range d {
		start[k] = max(from, e0[k]+l0-n&less[0], e1[k]+l1-n&less[1], e2[k]+l2-n&less[2])
	}
}

// laneFinishes adds the durations to the starts, which stop at the horizon,
// takes the finishes into latest, and returns the bits of all durations, each
// less one.
func laneFinishes(start, finish, latest, d *[Lanes]Work) (less uint32) {
	finish[0] = laneFinish(&start[0], &latest[0], d[0])
	finish[1] = laneFinish(&start[1], &latest[1], d[1])
	finish[2] = laneFinish(&start[2], &latest[2], d[2])
	finish[3] = laneFinish(&start[3], &latest[3], d[3])
	finish[4] = laneFinish(&start[4], &latest[4], d[4])
	finish[5] = laneFinish(&start[5], &latest[5], d[5])
	finish[6] = laneFinish(&start[6], &latest[6], d[6])
	finish[7] = laneFinish(&start[7], &latest[7], d[7])
	return uint32(d[0]-1) | uint32(d[1]-1) | uint32(d[2]-1) | uint32(d[3]-1) |
		uint32(d[4]-1) | uint32(d[5]-1) | uint32(d[6]-1) | uint32(d[7]-1)
}

func laneFinish(start, latest *Work, d Work) Work {
	s := min(*start, Work(Horizon))
	*start = s
	*latest = max(*latest, s+d)
	return s + d
}
