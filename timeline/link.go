package timeline

import "github.com/drejebog/monopolbrud/drejebog"

// Link is a dependency that the schedule was computed by.
type Link struct {
	From, To  string // ids of tasks or milestones
	Type      drejebog.LinkType
	Lag       drejebog.Lag
	Certainty drejebog.Certainty
}

// Links returns the dependencies that date something: the playbook's and the
// plan's between tasks and milestones, with the notice that the plan's
// contracts have in the place of the playbook's. Helps and level of effort,
// which date nothing, are left out.
func (s *Schedule) Links() []Link {
	if !s.isComputed() {
		return nil
	}
	links := make([]Link, len(s.network.edges))
	for i := range s.network.edges {
		edge := &s.network.edges[i]
		d := edge.Dependency
		links[i] = Link{
			From: s.network.nodes[edge.From].ID, To: s.network.nodes[edge.To].ID,
			Type: d.Type, Lag: s.network.lag(edge), Certainty: d.Certainty,
		}
	}
	return links
}
