package drejebog

import (
	"slices"
	"strings"
)

// Node is a step or a milestone for one scope: a point of a kommune's network.
type Node struct {
	ID        string     // "4.10/superbrugere@sapa", "golive@sapa", "4.1/overblik"
	Activity  *Activity  // nil for a milestone
	Step      *Step      // nil for a milestone
	Milestone *Milestone // nil for a step
	Project   string     // id of the project that it is for; for a legacy system the one that replaces it; "" for the kommune as such
	System    string     // id of the legacy system that it is for, or ""
}

// Base returns the id without scope: "4.10/superbrugere".
func (n *Node) Base() string {
	base, _, _ := strings.Cut(n.ID, "@")
	return base
}

// Edge is a dependency between two nodes, by their indexes.
type Edge struct {
	From, To   int
	Dependency *Dependency
}

// Network returns the steps and milestones of a kommune without local
// contracts or add-ons, each for every scope that it is for, in the
// playbook's order with the milestones last, and the edges between them in
// the order of the dependencies. A step per contract comes once per legacy
// system; a step per add-on does not come.
func (b *Playbook) Network() ([]Node, []Edge) {
	nodes := b.nodes()
	byBase := map[string][]int{}
	byID := map[string]int{}
	for i := range nodes {
		byBase[nodes[i].Base()] = append(byBase[nodes[i].Base()], i)
		byID[nodes[i].ID] = i
	}
	instances := func(id string) []int {
		if strings.Contains(id, "@") {
			if i, ok := byID[id]; ok {
				return []int{i}
			}
			return nil
		}
		return byBase[id]
	}
	var edges []Edge
	for d := range b.Dependencies {
		dependency := &b.Dependencies[d]
		explicit := strings.Contains(dependency.From, "@") || strings.Contains(dependency.To, "@")
		for _, from := range instances(dependency.From) {
			for _, to := range instances(dependency.To) {
				if explicit || joined(&nodes[from], &nodes[to]) {
					edges = append(edges, Edge{from, to, dependency})
				}
			}
		}
	}
	return nodes, edges
}

// joined reports whether an edge joins the two instances: they share the
// legacy system, or else the project; one without a project joins all.
func joined(a, b *Node) bool {
	if a.System != "" && b.System != "" {
		return a.System == b.System
	}
	return a.Project == "" || b.Project == "" || a.Project == b.Project
}

func (b *Playbook) nodes() []Node {
	var nodes []Node
	for i := range b.Activities {
		activity := &b.Activities[i]
		for j := range activity.Steps {
			step := &activity.Steps[j]
			scope, projects, systems := activity.ScopeOf(step)
			for _, node := range b.spread(activity.StepID(step), scope, projects, systems) {
				node.Activity, node.Step = activity, step
				nodes = append(nodes, node)
			}
		}
	}
	for i := range b.Milestones {
		milestone := &b.Milestones[i]
		for _, node := range b.spread(milestone.ID, milestone.Scope, milestone.Projects, milestone.Systems) {
			node.Milestone = milestone
			nodes = append(nodes, node)
		}
	}
	return nodes
}

// spread makes the bare nodes of an entry, one for each instance of its scope.
func (b *Playbook) spread(id string, scope Scope, projects, systems []string) []Node {
	switch scope {
	case PerKommune:
		return []Node{{ID: id}}
	case PerProject:
		nodes := make([]Node, len(projects))
		for i, project := range projects {
			nodes[i] = Node{ID: id + "@" + project, Project: project}
		}
		return nodes
	case PerSystem, PerContract:
		nodes := make([]Node, len(systems))
		for i, system := range systems {
			nodes[i] = Node{ID: id + "@" + system, System: system}
			if s := b.System(system); s != nil {
				nodes[i].Project = s.Project
			}
		}
		return nodes
	}
	return nil
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
