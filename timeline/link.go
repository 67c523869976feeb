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
		edge := &s.network.edges[i]
		d := edge.Dependency
		links[i] = Link{
			From: s.network.nodes[edge.From].ID, To: s.network.nodes[edge.To].ID,
			Type: d.Type, Lag: s.network.lag(edge), Drives: s.drives(i), Certainty: d.Certainty, Dependency: d,
		}
	}
	return links
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
