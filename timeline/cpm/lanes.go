package cpm

// The arithmetic of a Batch on all lanes of one position, four at a time: arrays of a
// length that the compiler knows need no tests of bounds, and four steps in a row cost
// a third less than a loop of one.

const atOnce = 4

// four are some lanes of an end.
func four(of *[Lanes]Work, k int) *[atOnce]Work { return (*[atOnce]Work)(of[k : k+atOnce]) }

func fill(into *[Lanes]Work, k Work) {
	for i := range into {
		into[i] = k
	}
}

// raise raises starts to what an edge demands.
func raise(start, from *[Lanes]Work, lag Work) {
	for k := 0; k <= Lanes-atOnce; k += atOnce {
		s, x := four(start, k), four(from, k)
		s[0], s[1] = max(s[0], x[0]+lag), max(s[1], x[1]+lag)
		s[2], s[3] = max(s[2], x[2]+lag), max(s[3], x[3]+lag)
	}
}

// raiseLess does the same for an edge that binds the finish.
func raiseLess(start, from *[Lanes]Work, lag Work, d *[Lanes]Work) {
	for k := 0; k <= Lanes-atOnce; k += atOnce {
		s, x, n := four(start, k), four(from, k), four(d, k)
		s[0], s[1] = max(s[0], x[0]+lag-n[0]), max(s[1], x[1]+lag-n[1])
		s[2], s[3] = max(s[2], x[2]+lag-n[2]), max(s[3], x[3]+lag-n[3])
	}
}

// finishes adds the durations to the starts, which are no later than by, and
// returns the bits of all durations, each less one.
func finishes(start, finish, d *[Lanes]Work, by Work) (less uint32) {
	for k := range start {
		s := max(min(start[k], by), -Work(Horizon))
		start[k], finish[k] = s, s+d[k]
		less |= uint32(d[k] - 1)
	}
	return less
}

// afterTwo and afterThree are both ends of what has that many edges, none of them
// over a memo or to a finish: starts stop at the horizon.
func afterTwo(start, finish, d *[Lanes]Work, low Work, e0 *[Lanes]Work, l0 Work, e1 *[Lanes]Work, l1 Work) (less uint32) {
	for k := 0; k <= Lanes-atOnce; k += atOnce {
		s, f, n, x, y := four(start, k), four(finish, k), four(d, k), four(e0, k), four(e1, k)
		s0, s1 := min(max(low, x[0]+l0, y[0]+l1), Work(Horizon)), min(max(low, x[1]+l0, y[1]+l1), Work(Horizon))
		s2, s3 := min(max(low, x[2]+l0, y[2]+l1), Work(Horizon)), min(max(low, x[3]+l0, y[3]+l1), Work(Horizon))
		s[0], s[1], s[2], s[3] = s0, s1, s2, s3
		f[0], f[1], f[2], f[3] = s0+n[0], s1+n[1], s2+n[2], s3+n[3]
		less |= uint32(n[0]-1) | uint32(n[1]-1) | uint32(n[2]-1) | uint32(n[3]-1)
	}
	return less
}

func afterThree(start, finish, d *[Lanes]Work, low Work, e0 *[Lanes]Work, l0 Work, e1 *[Lanes]Work, l1 Work, e2 *[Lanes]Work, l2 Work) (less uint32) {
	for k := 0; k <= Lanes-atOnce; k += atOnce {
		s, f, n, x, y, z := four(start, k), four(finish, k), four(d, k), four(e0, k), four(e1, k), four(e2, k)
		s0, s1 := min(max(low, x[0]+l0, y[0]+l1, z[0]+l2), Work(Horizon)), min(max(low, x[1]+l0, y[1]+l1, z[1]+l2), Work(Horizon))
		s2, s3 := min(max(low, x[2]+l0, y[2]+l1, z[2]+l2), Work(Horizon)), min(max(low, x[3]+l0, y[3]+l1, z[3]+l2), Work(Horizon))
		s[0], s[1], s[2], s[3] = s0, s1, s2, s3
		f[0], f[1], f[2], f[3] = s0+n[0], s1+n[1], s2+n[2], s3+n[3]
		less |= uint32(n[0]-1) | uint32(n[1]-1) | uint32(n[2]-1) | uint32(n[3]-1)
	}
	return less
}

// lessOne are the bits of durations, each less one.
func lessOne(d *[Lanes]Work) (less uint32) {
	for _, n := range d {
		less |= uint32(n - 1)
	}
	return less
}

// allBits are those that any duration has.
func allBits(d *[Lanes]Work) (all Work) {
	for _, n := range d {
		all |= n
	}
	return all
}
