package readiness

import (
	"github.com/drejebog/monopolbrud/readiness/rules"
	"slices"
	"strings"
)

// Blocker is a block of a gate that lies ahead.
type Blocker struct {
	Gate string `json:"gate" form:"set"` // id of the milestone
	Block
}

// blockers collects what holds up the gates ahead, each thing once, at the
// first gate that it holds up, the most urgent first. That a gate waits for the
// one before it is no blocker of its own.
func (a *assessor) blockers(p *ProjectAssessment) []Blocker {
	told := map[string]bool{}
	for i := range p.Gates {
		told[p.Gates[i].Milestone] = p.Gates[i].key != rules.RequirementsGate
	}
	count := 0
	for i := range p.Gates {
		count += len(p.Gates[i].Blocks)
	}
	seen, list := make(map[string]bool, count), make([]Blocker, 0, count)
	for i := range p.Gates {
		for _, b := range p.Gates[i].Blocks {
			if !seen[b.Subject] && (!told[b.Subject] || b.Subject == p.Gates[i].Milestone) {
				seen[b.Subject] = true
				list = append(list, Blocker{Gate: p.Gates[i].Milestone, Block: b})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y Blocker) int { return urgency(&x.Block, &y.Block) })
	return list
}

// cutScope divides an id into what it is and what it is for.
func cutScope(id string) (what, scope string, scoped bool) { return strings.Cut(id, "@") }
