package plan

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/internal/join"
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
	if len(edges) == 0 {
		return
	}
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
	c.twice(sound)
	c.rings(sound)
}

// twice notes each dependency that the plan has more than once, where it first comes
// again.
func (c *checker) twice(edges []placedEdge) {
	seen := make(map[edgeKey]int, len(edges))
	for i := range edges {
		key := edges[i].key()
		if seen[key]++; seen[key] == 2 {
			c.found("DB-047", edges[i].from, lang.Args{"task": lang.Both(key.to), "before": lang.Both(key.from)})
		}
	}
}

// maxRings bounds how many rings are told apart.
const maxRings = 20

// rings notes each edge of the plan that closes a ring with the playbook's edges
// and the plan's earlier ones. Of more than maxRings all that lie on one are noted
// where every error is asked for.
func (c *checker) rings(edges []placedEdge) {
	book := map[string][]string{}
	for _, edge := range c.network.edges {
		from, to := &c.network.nodes[edge.From], &c.network.nodes[edge.To]
		if !edge.Dependency.Soft && dated(from) && dated(to) {
			book[from.ID] = append(book[from.ID], to.ID)
		}
	}
	first := 0
	for range maxRings {
		if len(join.Knotted(withEdges(book, edges))) == 0 {
			return
		}
		first += sort.Search(len(edges)-first, func(n int) bool {
			return len(join.Knotted(withEdges(book, edges[:first+n+1]))) > 0
		})
		edge := edges[first]
		c.ring(&edge, join.Way(withEdges(book, edges[:first]), edge.To, edge.From))
		edges = slices.Delete(slices.Clone(edges), first, first+1)
	}
	if c.most == math.MaxInt {
		on := join.Knotted(withEdges(book, edges))
		for i := range edges {
			if on[edges[i].From] && on[edges[i].To] {
				c.ring(&edges[i], nil)
			}
		}
	}
}

func (c *checker) ring(edge *placedEdge, ring []string) {
	c.found("DB-021", edge.from, lang.Args{"ring": lang.Both(shortened(append(ring, edge.To)))})
}

// withEdges is what follows each id in the playbook and by edges of the plan.
func withEdges(book map[string][]string, edges []placedEdge) map[string][]string {
	after := make(map[string][]string, len(book)+len(edges))
	for id, ids := range book {
		after[id] = ids[:len(ids):len(ids)]
	}
	for i := range edges {
		after[edges[i].From] = append(after[edges[i].From], edges[i].To)
	}
	return after
}

// shortened writes a chain of ids; the middle of a long one is left out.
func shortened(ids []string) string {
	const most = 8
	if len(ids) > most {
		ids = slices.Concat(ids[:most/2], []string{"…"}, ids[len(ids)-most/2:])
	}
	return strings.Join(ids, " → ")
}
