package cpm

import "slices"

// NearCritical returns the activities that are not critical but have a total
// float of at most within, least float first and by index on ties. Summaries
// and finished work are left out.
func (r *Result) NearCritical(within Work) []int {
	var out []int
	for a, p := range r.graph.position {
		if p < 0 {
			continue
		}
		if s := r.specialFor(int(p)); s != nil && s.state == finished {
			continue
		}
		if f := r.TotalFloat(a); f > r.options.Critical && f <= within {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return int(r.TotalFloat(a)) - int(r.TotalFloat(b)) })
	return out
}

// OutOfSequence returns the links, by index, that progress has broken: the
// successor started, or finished, earlier than the predecessor's dates allow.
func (r *Result) OutOfSequence() []int {
	var out []int
	var buf []arrival
	for i := range r.specials {
		s := &r.specials[i]
		if s.state == notStarted {
			continue
		}
		todo := []int{int(s.position)}
		for len(todo) > 0 {
			p := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			buf = r.arrivals(p, buf)
			for _, a := range buf {
				switch {
				case !r.breaks(s, p, a):
				case a.link < 0:
					todo = append(todo, int(a.from))
				default:
					out = append(out, int(a.link))
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// breaks reports whether an edge into position p, which is that of s or a
// gate before it, demands more than what has happened.
func (r *Result) breaks(s *special, p int, a arrival) bool {
	if a.toFinish && s.state != finished {
		return false
	}
	happened := s.start
	if a.toFinish {
		happened = s.finish
	}
	bound := r.demands(p, a, r.early)
	if p == int(s.position) {
		return bound > happened
	}
	return r.graph.calendars[r.graph.spots[s.position].clock].Rank(Instant(bound)) > happened
}
