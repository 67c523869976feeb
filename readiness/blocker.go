package readiness

import "strings"

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
		told[p.Gates[i].Milestone] = p.Gates[i].key != requirementsGate
	}
	var blocks []Block
	gateOf := map[string]string{}
	for i := range p.Gates {
		for _, b := range p.Gates[i].Blocks {
			if told[b.Subject] && b.Subject != p.Gates[i].Milestone || gateOf[b.Subject] != "" {
				continue
			}
			gateOf[b.Subject] = p.Gates[i].Milestone
			blocks = append(blocks, b)
		}
	}
	a.urgent(blocks)
	list := make([]Blocker, len(blocks))
	for i, b := range blocks {
		list[i] = Blocker{Gate: gateOf[b.Subject], Block: b}
	}
	return list
}

// cutScope divides an id into what it is and what it is for.
func cutScope(id string) (what, scope string, scoped bool) { return strings.Cut(id, "@") }
