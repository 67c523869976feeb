package join

import (
	"slices"
	"strings"
)

// Node is a point of a network for one scope.
type Node struct {
	ID, Base string // with its scope, "4.10/superbrugere@sapa", and without
	Project  string // "" for one that all projects share
	System   string // id of the legacy system that it is for, or ""
	Instance string // id of the contract or add-on that it is for, or ""
}

// Edge is a dependency by the ids of its ends, each with a scope or without.
type Edge struct{ From, To string }

// Pair is an edge between two nodes, all by their indexes.
type Pair struct{ Edge, From, To int }

// Pairs are the nodes that edges join, in the order of the edges and then of the nodes;
// tried is how many pairs were held against each other. That grows with the number of
// nodes, not with its square: a node of a contract is held against the nodes of the
// same contract, and against those of none.
func Pairs(nodes []Node, edges []Edge) (pairs []Pair, tried int) {
	j := newIndex(nodes)
	for e := range edges {
		edge := &edges[e]
		explicit := strings.Contains(edge.From, "@") || strings.Contains(edge.To, "@")
		to := j.instances(edge.To)
		for _, from := range j.instances(edge.From).all {
			for _, i := range to.near(&nodes[from], explicit) {
				tried++
				if explicit || Joined(&nodes[from], &nodes[i]) {
					pairs = append(pairs, Pair{e, from, i})
				}
			}
		}
	}
	return pairs, tried
}

// index finds nodes by their ids.
type index struct {
	byID   map[string]int
	byBase map[string]*instances
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

func newIndex(nodes []Node) index {
	j := index{make(map[string]int, len(nodes)), map[string]*instances{}}
	for i := range nodes {
		node := &nodes[i]
		j.byID[node.ID] = i
		of := j.byBase[node.Base]
		if of == nil {
			of = &instances{of: map[instanceOf][]int{}}
			j.byBase[node.Base] = of
		}
		of.add(i, node)
	}
	return j
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
func (j *index) instances(id string) *instances {
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

// Joined reports whether an edge joins the two instances: they share the
// contract or add-on, or the legacy system, or else the project; one without a
// project joins all.
func Joined(a, b *Node) bool {
	if a.Instance != "" && b.Instance != "" {
		return a.Instance == b.Instance && a.System == b.System
	}
	if a.System != "" && b.System != "" {
		return a.System == b.System
	}
	return a.Project == "" || b.Project == "" || a.Project == b.Project
}
