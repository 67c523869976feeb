package cpm

// special is what the passes know of a position that is constrained or has
// started. All bounds are numbers on the position's clock.
type special struct {
	position int32

	lower      Work // the start is no earlier than this
	pull       Work // nor later than this, whatever the links demand
	lateStart  Work // the late start is no later than this
	lateFinish Work // the late finish is no later than this
	fixed      bool // the late start is exactly lateStart
	alap       bool

	state        progressState
	entry        int32 // index in Input.Progress
	whole        Work  // the duration of which some remains
	base         Work  // remaining work starts no earlier than this
	start        Work  // actual start
	finish       Work  // actual finish
	actualStart  Instant
	actualFinish Instant

	// demanded is the start that the links and lower demand, before pull; of
	// work in progress, where the remaining work starts.
	demanded Work
}

type progressState uint8

const (
	notStarted progressState = iota
	inProgress
	finished
)

// forwardSpecial computes the early dates of a special position or a hub. A
// hub is bound by nothing but its links.
func (r *Result) forwardSpecial(i int) {
	if r.flags[i]&isHub != 0 {
		b := min(r.logic(i, longAgo, r.early), Work(Horizon))
		r.early[2*i], r.early[2*i+1] = b, b
		return
	}
	s := &r.specials[r.specialAt[i]]
	start, finish := &r.early[2*i], &r.early[2*i+1]
	switch s.state {
	case finished:
		*start, *finish = s.start, s.finish
	case inProgress:
		s.demanded = max(s.base, s.lower)
		if r.options.Progress == RetainedLogic {
			s.demanded = max(s.demanded, r.logic(i, longAgo, r.early))
		}
		s.demanded = min(s.demanded, Work(Horizon))
		*start, *finish = s.start, s.demanded+r.duration[i]
	default:
		s.demanded = min(max(r.logic(i, r.low[r.graph.clock[i]], r.early), s.lower), Work(Horizon))
		*start = min(s.demanded, s.pull)
		*finish = *start + r.duration[i]
	}
}

// backwardSpecial computes the late dates of a special position or a hub and
// tells its predecessors.
//
// Finished work asks nothing of its predecessors any more, nor does work in
// progress that goes on regardless of them. A hub hands the free float that
// lies behind it on to its predecessors.
func (r *Result) backwardSpecial(i int) {
	d := r.duration[i]
	start, finish := &r.late[2*i], &r.late[2*i+1]
	lf := min(*finish, r.high[r.graph.clock[i]])
	if r.flags[i]&isSpecial == 0 { // a hub
		ls := max(min(*start, lf), -Work(Horizon))
		es := r.early[2*i]
		if r.free[i] < never {
			es += max(r.free[i], 0)
		} else {
			es = ls
		}
		*start, *finish = ls, ls
		r.push(i, ls, es)
		return
	}
	s := &r.specials[r.specialAt[i]]
	lf = min(lf, s.lateFinish)
	switch s.state {
	case finished:
		*start, *finish, r.free[i] = s.start, s.finish, 0
	case inProgress:
		lf = max(lf, -Work(Horizon))
		*start, *finish = s.start, lf
		if r.options.Progress == RetainedLogic {
			r.push(i, lf-d, s.demanded)
		}
	default:
		ls := max(min(*start, s.lateStart, lf-d), -Work(Horizon))
		if s.fixed {
			ls = s.lateStart
		}
		*start, *finish = ls, ls+d
		r.push(i, ls, r.early[2*i])
	}
}
