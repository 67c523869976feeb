package level

import (
	"cmp"
	"slices"
	"sort"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// latenessBound is a lateness of the binding dates that no plan goes below: each comes no
// earlier than the links let it, nor than what has to be finished by then has had what it needs of
// each resource, from its own early start on.
func (s *site) latenessBound() int64 {
	if len(s.tried) > 0 {
		return 0 // what is free is then less than it may be
	}
	before := make([][]int, s.g.Activities())
	for _, l := range s.p.Network.Links {
		if (l.Type == cpm.FS || l.Type == cpm.FF) && l.Lag.Value >= 0 {
			before[l.To] = append(before[l.To], l.From)
		}
	}
	sums := make([][]int64, len(s.there))
	late := int64(0)
	for _, d := range s.p.Dues {
		if !s.isMovable(d.Activity) {
			continue
		}
		finish := s.base.Dates(d.Activity).EarlyFinish
		needed := s.finishedBefore(d.Activity, before)
		for r := range s.there {
			if sums[r] == nil {
				sums[r] = s.sums(r)
			}
			finish = max(finish, s.from+cpm.Instant(s.hadBy(r, needed, sums[r])))
		}
		late += max(int64(finish-d.By), 0) * d.Weight
	}
	return late
}

func (s *site) isMovable(activity int) bool {
	i := s.positions[activity]
	return i >= 0 && s.w.Movable(int(i))
}

// finishedBefore are an activity and those that finish no later, by way of what can be moved
// and so keeps its links.
func (s *site) finishedBefore(activity int, before [][]int) []int {
	list, seen := []int{activity}, map[int]bool{activity: true}
	for k := 0; k < len(list); k++ {
		for _, b := range before[list[k]] {
			if !seen[b] && s.isMovable(b) {
				seen[b] = true
				list = append(list, b)
			}
		}
	}
	return list
}

// sums are what is free of a resource before each tick, and in all.
func (s *site) sums(r int) []int64 {
	sums := make([]int64, s.ticks+1)
	for t := range s.ticks {
		sums[t+1] = sums[t] + s.free(r, t)
	}
	return sums
}

// hadBy is the first tick by which activities can have had what they want of a resource: of
// those that start in or after any tick, what they want is no more than is free from there on.
func (s *site) hadBy(r int, activities []int, sums []int64) int {
	type asked struct {
		from int
		all  int64
	}
	var list []asked
	for _, a := range activities {
		i := int(s.positions[a])
		for k := range s.wants[i] {
			if w := &s.wants[i][k]; int(w.resource) == r {
				one := asked{from: int(s.base.Dates(a).EarlyStart - s.from)}
				for n := range int(s.w.Length(i)) {
					one.all += w.of(n)
				}
				list = append(list, one)
			}
		}
	}
	slices.SortFunc(list, func(a, b asked) int { return cmp.Compare(b.from, a.from) })
	by, all := 0, int64(0)
	for _, one := range list {
		if one.from < 0 || one.from > s.ticks {
			return by
		}
		all += one.all
		rest := sums[one.from:]
		by = max(by, one.from+min(sort.Search(len(rest), func(n int) bool { return rest[n]-rest[0] >= all }), len(rest)-1))
	}
	return by
}
