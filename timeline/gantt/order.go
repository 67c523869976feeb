package gantt

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// inOrder sorts items as they are read: the kommune as such first and then by
// project, in each the turning points, then by section and within it what comes
// in, what is done, and what is reported; the plan's own tasks and the caller's
// marks last.
func inOrder(s *timeline.Schedule, list []item) []item {
	projects, sections := map[string]int{"": 0}, map[string]int{}
	for i := range s.Book.Projects {
		projects[s.Book.Projects[i].ID] = i + 1
	}
	for i := range s.Book.Activities {
		sections[s.Book.Activities[i].ID] = i + 1
	}
	place := func(it *item) (section, within int) {
		switch it.kind {
		case keydate.GoLive, keydate.Implementation, keydate.SystemEnd, keydate.ContractEnd:
			return 0, int(it.kind)
		case keydate.Deliverable, keydate.Budget:
			within = -1
		case keydate.Gate, keydate.Notice:
			within = 1
		}
		section, ok := sections[it.section]
		if !ok {
			section = len(sections) + 1
		}
		return section, within
	}
	slices.SortStableFunc(list, func(a, b item) int {
		sectionA, withinA := place(&a)
		sectionB, withinB := place(&b)
		return cmp.Or(
			cmp.Compare(projects[a.project], projects[b.project]),
			cmp.Compare(sectionA, sectionB),
			cmp.Compare(withinA, withinB),
		)
	})
	return list
}
