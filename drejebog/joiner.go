package drejebog

import (
	"slices"
	"strings"
)

// joiner finds the edges between nodes. What it tries grows with the number of
// nodes, not with its square: a node of a contract is held against the nodes of the
// same contract, and against those of none.
type joiner struct {
	nodes  []Node
	byID   map[string]int
	byBase map[string]*instances
	tried  int // pairs of nodes
}

// instances are the nodes of one step or milestone, by their indexes, each list in
// its order.
type instances struct {
	all   []int
	apart []int                // for no contract or add-on
	of    map[instanceOf][]int // for one
}

// instanceOf names a contract or add-on and the legacy system for which a node is.
type instanceOf struct{ instance, system string }

func (j *joiner) edges(dependencies []Dependency) []Edge {
	j.index()
	var edges []Edge
	for d := range dependencies {
		dependency := &dependencies[d]
		explicit := strings.Contains(dependency.From, "@") || strings.Contains(dependency.To, "@")
		to := j.instances(dependency.To)
		for _, from := range j.instances(dependency.From).all {
			for _, i := range to.near(&j.nodes[from], explicit) {
				j.tried++
				if explicit || joined(&j.nodes[from], &j.nodes[i]) {
					edges = append(edges, Edge{from, i, dependency})
				}
			}
		}
	}
	return edges
}

func (j *joiner) index() {
	j.byID, j.byBase = make(map[string]int, len(j.nodes)), map[string]*instances{}
	for i := range j.nodes {
		node := &j.nodes[i]
		j.byID[node.ID] = i
		of := j.byBase[node.Base()]
		if of == nil {
			of = &instances{of: map[instanceOf][]int{}}
			j.byBase[node.Base()] = of
		}
		of.add(i, node)
	}
}

func (in *instances) add(i int, node *Node) {
	in.all = append(in.all, i)
	if node.Instance == "" {
		in.apart = append(in.apart, i)
		return
	}
	of := instanceOf{node.Instance, node.System}
	in.of[of] = append(in.of[of], i)
}

// instances are those of an id: one node where it names its scope.
func (j *joiner) instances(id string) *instances {
	if !strings.Contains(id, "@") {
		if of := j.byBase[id]; of != nil {
			return of
		}
	} else if i, ok := j.byID[id]; ok {
		return &instances{all: []int{i}}
	}
	return &instances{}
}

// near are the nodes that an edge from a node may lead to, in their order: all that
// there are for a node of no contract or add-on, and where the edge names its scope.
func (in *instances) near(from *Node, explicit bool) []int {
	if explicit || from.Instance == "" {
		return in.all
	}
	same := in.of[instanceOf{from.Instance, from.System}]
	if len(in.apart) == 0 {
		return same
	}
	near := slices.Concat(in.apart, same)
	slices.Sort(near)
	return near
}

// joined reports whether an edge joins the two instances: they share the
// contract or add-on, or the legacy system, or else the project; one without a
// project joins all.
func joined(a, b *Node) bool {
	if a.Instance != "" && b.Instance != "" {
		return a.Instance == b.Instance && a.System == b.System
	}
	if a.System != "" && b.System != "" {
		return a.System == b.System
	}
	return a.Project == "" || b.Project == "" || a.Project == b.Project
}
