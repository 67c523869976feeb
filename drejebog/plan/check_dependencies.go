package plan

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// placedEdge is a dependency of the plan with where it stands.
type placedEdge struct {
	Edge
	from, to string // paths of its two ends in the document
}

func (c *checker) placedEdges() []placedEdge {
	var edges []placedEdge
	for _, id := range c.words.own {
		path := strict.Join("own", id)
		for i, before := range c.plan.Own[id].Predecessors {
			at := strict.Index(path+".predecessors", i)
			edges = append(edges, placedEdge{Edge{From: before.Task, To: id, Type: before.Type, Lag: before.Lag}, at + ".task", path})
		}
	}
	for i, edge := range c.plan.Edges {
		at := strict.Index("edges", i)
		edges = append(edges, placedEdge{edge, at + ".from", at + ".to"})
	}
	return edges
}

// maxEdges bounds the dependencies of a plan, and maxLagMonths a lag of months,
// which has no other direction: ten years.
const (
	maxEdges     = 10_000
	maxLagMonths = 120
)

func (c *checker) dependencies() {
	edges := c.placedEdges()
	if n := len(edges); n > maxEdges {
		if len(c.plan.Edges) <= maxEdges { // or it is told already
			c.between("", "edges", n, 0, maxEdges)
		}
		return
	}
	sound, linkable := edges[:0:0], map[string]bool{}
	for _, id := range c.words.linkable {
		linkable[id] = true
	}
	for _, edge := range edges {
		if linkable[edge.From] && linkable[edge.To] {
			sound = append(sound, edge)
		}
		if edge.Lag != nil && edge.Lag.Unit == drejebog.Months {
			c.between(edge.from[:strings.LastIndexByte(edge.from, '.')]+".lag", "value", edge.Lag.Value, 0, maxLagMonths)
		}
	}
	c.rings(sound)
}

// maxRings bounds how many rings are told apart.
const maxRings = 20

// rings notes each edge of the plan that closes a ring with the playbook's
// edges and the plan's earlier ones.
func (c *checker) rings(edges []placedEdge) {
	if len(edges) == 0 {
		return // the playbook has none
	}
	after := map[string][]string{}
	for _, edge := range c.edges {
		from, to := &c.nodes[edge.From], &c.nodes[edge.To]
		if !edge.Dependency.Soft && dated(from) && dated(to) {
			after[from.ID] = append(after[from.ID], to.ID)
		}
	}
	all := map[string][]string{}
	for id, ids := range after {
		all[id] = slices.Clone(ids)
	}
	for _, edge := range edges {
		all[edge.From] = append(all[edge.From], edge.To)
	}
	if acyclic(all) {
		return
	}
	rings := 0
	for _, edge := range edges {
		if ring := way(after, edge.To, edge.From); ring != nil {
			c.found("DB-021", edge.from, lang.Args{"ring": lang.Both(shortened(append(ring, edge.To)))})
			if rings++; rings == maxRings {
				return
			}
			continue
		}
		after[edge.From] = append(after[edge.From], edge.To)
	}
}

// shortened writes a chain of ids; the middle of a long one is left out.
func shortened(ids []string) string {
	const most = 8
	if len(ids) > most {
		ids = slices.Concat(ids[:most/2], []string{"…"}, ids[len(ids)-most/2:])
	}
	return strings.Join(ids, " → ")
}

// acyclic reports whether all can be put in order (Kahn, 1962).
func acyclic(after map[string][]string) bool {
	waiting := map[string]int{}
	for from, ids := range after {
		waiting[from] += 0
		for _, to := range ids {
			waiting[to]++
		}
	}
	var ready []string
	for id, n := range waiting {
		if n == 0 {
			ready = append(ready, id)
		}
	}
	done := 0
	for ; len(ready) > 0; done++ {
		id := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		for _, to := range after[id] {
			if waiting[to]--; waiting[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	return done == len(waiting)
}

// way returns the shortest way from one id to another, both included, or nil.
func way(after map[string][]string, from, to string) []string {
	before := map[string]string{from: ""}
	queue := []string{from}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		if id == to {
			var ids []string
			for ; id != ""; id = before[id] {
				ids = append(ids, id)
			}
			slices.Reverse(ids)
			return ids
		}
		for _, next := range after[id] {
			if _, seen := before[next]; !seen {
				before[next] = id
				queue = append(queue, next)
			}
		}
	}
	return nil
}
