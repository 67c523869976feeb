package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// LastUse is the use that ends last of the legacy systems with the ids, by the
// day that each is needed until (Use.Needed): a contract of several systems runs
// and is paid until then. That is the day of the last use, and not the one on
// which the schedule has the end of the system, which a late notice of another
// contract may hold back. One whose day is not known ends after all others, and
// of two that end together the first does. Nil where the playbook knows none of
// the systems.
func (s *Schedule) LastUse(systems []string) *Use {
	if s == nil || s.network == nil {
		return nil
	}
	uses := s.network.uses(&plan.Contract{Systems: systems})
	if len(uses) == 0 {
		return nil
	}
	last := lastUse(uses)
	return &last
}

// lastUse is the one of the uses that ends last: one whose end is not known ends
// after all others, and of two that end together the first does.
func lastUse(uses []Use) Use {
	last := uses[0]
	for _, use := range uses {
		switch {
		case use.Needed == nil:
			return use
		case *use.Needed > *last.Needed:
			last = use
		}
	}
	return last
}
