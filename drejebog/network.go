package drejebog

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/internal/join"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Node is a step or a milestone for one scope: a point of a kommune's network.
type Node struct {
	ID        string     // "4.10/superbrugere@sapa", "golive@sapa", "4.1/overblik"
	Activity  *Activity  // nil for a milestone
	Step      *Step      // nil for a milestone
	Milestone *Milestone // nil for a step
	Project   string     // id of the project that it is for; for a legacy system the one that replaces it; "" for the kommune as such
	System    string     // id of the legacy system that it is for, or ""
	Instance  string     // id of the kommune's contract or add-on that it is for, or ""
}

// Base returns the id without scope: "4.10/superbrugere".
func (n *Node) Base() string {
	base, _, _ := strings.Cut(n.ID, "@")
	return base
}

// IsEffort reports whether the node is a level of effort, which spans others and is
// dated by them.
func (n *Node) IsEffort() bool { return n.Step != nil && n.Step.Effort != nil }

// Name is what the step or the milestone is called, without its scope.
func (n *Node) Name() lang.Text {
	switch {
	case n.Step != nil:
		return n.Step.Name
	case n.Milestone != nil:
		return n.Milestone.Name
	}
	return lang.Text{}
}

// Edge is a dependency between two nodes, by their indexes.
type Edge struct {
	From, To   int
	Dependency *Dependency
}

// Instance is something of a kommune's own that steps are done for: a contract
// on a legacy system, or an add-on.
type Instance struct {
	ID     string // the kommune's own
	Suffix string // what stands behind the "@" of its steps' ids
	System string // id of the legacy system; of an add-on "" where it is for none
}

// Local is what a kommune has of its own that steps are done for.
type Local struct{ Contracts, AddOns []Instance }

// Network returns the network of a kommune without contracts or add-ons.
func (b *Playbook) Network() ([]Node, []Edge) { return b.NetworkWith(Local{}) }

// NetworkWith returns the steps and milestones of a kommune, each for every
// scope that it is for, in the playbook's order with the milestones last, and
// the edges between them in the order of the dependencies. A step per contract
// comes once per contract on each of its legacy systems, or once for a system
// without any; a step per add-on once per add-on.
func (b *Playbook) NetworkWith(local Local) ([]Node, []Edge) {
	nodes := b.nodes(local)
	edges, _ := b.edges(nodes)
	return nodes, edges
}

// edges are the edges between nodes; tried is how many pairs of them were held against
// each other.
func (b *Playbook) edges(nodes []Node) (edges []Edge, tried int) {
	points, ends := make([]join.Node, len(nodes)), make([]join.Edge, len(b.Dependencies))
	for i := range nodes {
		points[i] = nodes[i].point()
	}
	for d := range b.Dependencies {
		ends[d] = join.Edge{From: b.Dependencies[d].From, To: b.Dependencies[d].To}
	}
	pairs, tried := join.Pairs(points, ends)
	edges = make([]Edge, len(pairs))
	for i, p := range pairs {
		edges[i] = Edge{p.From, p.To, &b.Dependencies[p.Edge]}
	}
	return edges, tried
}

// point is what of a node says which others an edge joins it with.
func (n *Node) point() join.Node {
	return join.Node{ID: n.ID, Base: n.Base(), Project: n.Project, System: n.System, Instance: n.Instance}
}

func (b *Playbook) nodes(local Local) []Node {
	var nodes []Node
	for i := range b.Activities {
		activity := &b.Activities[i]
		for j := range activity.Steps {
			step := &activity.Steps[j]
			scope, projects, systems := activity.ScopeOf(step)
			for _, node := range b.spread(activity.StepID(step), scope, projects, systems, local) {
				node.Activity, node.Step = activity, step
				nodes = append(nodes, node)
			}
		}
	}
	for i := range b.Milestones {
		milestone := &b.Milestones[i]
		for _, node := range b.spread(milestone.ID, milestone.Scope, milestone.Projects, milestone.Systems, local) {
			node.Milestone = milestone
			nodes = append(nodes, node)
		}
	}
	return nodes
}

// spread makes the bare nodes of an entry, one for each instance of its scope.
func (b *Playbook) spread(id string, scope Scope, projects, systems []string, local Local) []Node {
	var nodes []Node
	switch scope {
	case PerKommune:
		nodes = append(nodes, Node{ID: id})
	case PerProject:
		for _, project := range projects {
			nodes = append(nodes, Node{ID: id + "@" + project, Project: project})
		}
	case PerSystem:
		for _, system := range systems {
			nodes = append(nodes, b.ofSystem(id, Instance{Suffix: system, System: system}))
		}
	case PerContract:
		for _, system := range systems {
			without := len(nodes)
			for _, contract := range local.Contracts {
				if contract.System == system {
					nodes = append(nodes, b.ofSystem(id, contract))
				}
			}
			if len(nodes) == without {
				nodes = append(nodes, b.ofSystem(id, Instance{Suffix: system, System: system}))
			}
		}
	case PerAddOn:
		for _, addOn := range local.AddOns {
			nodes = append(nodes, b.ofSystem(id, addOn))
		}
	}
	return nodes
}

// ofSystem makes the bare node of an instance, which belongs to the project
// that replaces its legacy system.
func (b *Playbook) ofSystem(id string, of Instance) Node {
	node := Node{ID: id + "@" + of.Suffix, System: of.System, Instance: of.ID}
	if s := b.System(of.System); s != nil {
		node.Project = s.Project
	}
	return node
}

// ScopeOf returns how often a step is done and for which projects and legacy
// systems: its own where it says so, else the activity's.
func (a *Activity) ScopeOf(s *Step) (scope Scope, projects, systems []string) {
	scope, projects, systems = a.Scope, a.Projects, a.Systems
	if s.Scope != 0 {
		scope = s.Scope
	}
	if s.Projects != nil {
		projects = s.Projects
	}
	if s.Systems != nil {
		systems = s.Systems
	}
	return scope, projects, systems
}

// ProjectsOf returns the ids of the projects that an activity is for, in the
// order of the book's projects: its own, those that replace its legacy
// systems, and those that single steps are for. Empty for the kommune as such.
func (b *Playbook) ProjectsOf(a *Activity) []string {
	named := slices.Clone(a.Projects)
	systems := slices.Clone(a.Systems)
	for i := range a.Steps {
		named = append(named, a.Steps[i].Projects...)
		systems = append(systems, a.Steps[i].Systems...)
	}
	for _, id := range systems {
		if s := b.System(id); s != nil {
			named = append(named, s.Project)
		}
	}
	var projects []string
	for i := range b.Projects {
		if slices.Contains(named, b.Projects[i].ID) {
			projects = append(projects, b.Projects[i].ID)
		}
	}
	return projects
}
