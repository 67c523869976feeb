package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
)

// Link is a dependency that the schedule was computed by.
type Link struct {
	From      string             `json:"from" form:"set"` // id of a task or milestone
	To        string             `json:"to" form:"set"`
	Type      drejebog.LinkType  `json:"type" form:"set"`
	Lag       drejebog.Lag       `json:"lag"`
	Drives    bool               `json:"drives"` // the early date of what follows rests on it
	Certainty drejebog.Certainty `json:"certainty" form:"set"`

	// Dependency is the playbook's or the plan's own word of it, with the reason.
	// Its lag is the one that they say: Lag may count a day more, where one of them
	// holds from the beginning of its day and the other is over at the end.
	Dependency *drejebog.Dependency `json:"-"`
}

// Links returns the dependencies that date something: the playbook's and the
// plan's between tasks and milestones, with the notice that the plan's
// contracts have in the place of the playbook's. Helps and level of effort,
// which date nothing, are left out.
func (s *Schedule) Links() []Link {
	if !s.IsComputed() {
		return nil
	}
	links := make([]Link, len(s.solved.Edges))
	for i := range s.solved.Edges {
		links[i] = s.link(&s.solved.Edges[i])
		links[i].Drives = s.solved.IsDriven(i)
	}
	return links
}

// Helps returns the dependencies that date nothing: what follows can be done
// without what goes before, and is the better for it.
func (s *Schedule) Helps() []Link {
	if !s.IsComputed() {
		return nil
	}
	links := make([]Link, len(s.solved.Helps))
	for i := range s.solved.Helps {
		links[i] = s.link(&s.solved.Helps[i])
	}
	return links
}

func (s *Schedule) link(edge *drejebog.Edge) Link {
	n, d := s.solved, edge.Dependency
	return Link{
		From: n.Nodes[edge.From].ID, To: n.Nodes[edge.To].ID,
		Type: d.Type, Lag: n.Lag(edge), Certainty: d.Certainty, Dependency: d,
	}
}

// MarshalJSON is the link's form.
func (l Link) MarshalJSON() ([]byte, error) { return form.JSON(l) }
