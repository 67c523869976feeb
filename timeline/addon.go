package timeline

import "github.com/drejebog/monopolbrud/drejebog"

// addOnFindings says which add-ons have not earned their price back when the
// solution that they are for is replaced: when its implementation starts.
func (s *Schedule) addOnFindings() {
	for _, id := range sortedKeys(s.Plan.AddOns) {
		addOn := s.Plan.AddOns[id]
		system := s.Book.System(addOn.System)
		if system == nil || addOn.PayBack == nil {
			continue
		}
		impl := s.Milestone(implID(system.Project))
		if impl == nil || !impl.Date.Known() || *addOn.PayBack < impl.Date.Date {
			continue
		}
		s.raise(rule{
			code: "DB-119", subject: "addOns/" + id, project: system.Project, actor: "kommune", section: "6.4",
			day: *addOn.PayBack, path: []string{"addOns", id, "payBack"},
		}, drejebog.Args{
			"task": drejebog.Both(addOn.Name), "date": drejebog.DayText(*addOn.PayBack), "start": drejebog.DayText(impl.Date.Date),
		})
	}
}
