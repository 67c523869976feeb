package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/timeline/cpm"
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
	links := make([]Link, len(s.network.edges))
	for i := range s.network.edges {
		links[i] = s.link(&s.network.edges[i])
		links[i].Drives = s.drives(i)
	}
	return links
}

// Helps returns the dependencies that date nothing: what follows can be done
// without what goes before, and is the better for it.
func (s *Schedule) Helps() []Link {
	if !s.IsComputed() {
		return nil
	}
	links := make([]Link, len(s.network.helps))
	for i := range s.network.helps {
		links[i] = s.link(&s.network.helps[i])
	}
	return links
}

func (s *Schedule) link(edge *drejebog.Edge) Link {
	n, d := s.network, edge.Dependency
	return Link{
		From: n.nodes[edge.From].ID, To: n.nodes[edge.To].ID,
		Type: d.Type, Lag: n.lag(edge), Certainty: d.Certainty, Dependency: d,
	}
}

// MarshalJSON is the link's form.
func (l Link) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// drives reports whether the early date of what follows an edge rests on it: it
// moves with the least delay.
func (s *Schedule) drives(edge int) bool {
	to := s.network.edges[edge].To
	return !s.network.stands(to) && slices.ContainsFunc(s.solved.result.Drivers(s.network.activity[to]), func(d cpm.Driver) bool {
		return d.Kind == cpm.LinkDriver && d.Link == edge
	})
}
