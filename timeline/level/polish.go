package level

import "slices"

// polish improves the best schedules by moving a few activities of a stretch of their
// lists, with a pass back and a pass on for each.
func (s *search) polish(early []individual, child *individual) {
	slices.SortStableFunc(early, func(a, b individual) int {
		switch {
		case a.cost.less(b.cost):
			return -1
		case b.cost.less(a.cost):
			return 1
		}
		return 0
	})
	elite := early[:max(1, len(early)*polished/100)]
	late := s.newIndividual()
	for !s.done() {
		x := &elite[s.below(len(elite))]
		copy(s.list, x.list)
		s.kick(s.list)
		if s.backwards(&late, s.list, x); s.done() {
			return
		}
		if s.forwards(child, late.list); !x.cost.less(child.cost) {
			*x, *child = *child, *x
		}
		s.ask()
	}
}

// kick moves some activities of a stretch of a list a little.
func (s *search) kick(list []int32) {
	width := max(1, len(list)*window/100)
	from := s.below(len(list) - width + 1)
	for range 1 + s.below(kicks) {
		s.move(list, from+s.below(width), reach)
	}
}
