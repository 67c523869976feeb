package status

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

// Check returns what every part finds in a plan, each finding once, as drejebog.SortFindings
// orders them. Of a plan that cannot be scheduled it has the findings of plan.Check, which
// say why.
func Check(book *drejebog.Playbook, p *plan.Plan, contributions []estimate.Contribution, lists ...requirements.List) []drejebog.Finding {
	if s, err := Compute(book, p, contributions, lists...); err == nil {
		return s.Findings
	}
	return once(plan.Check(book, p))
}

// told is what makes a finding the same as another.
type told struct {
	code, subject string
	text          lang.Text
	line, column  int // 0 where it has no place, or another of its kind has none
}

// once joins the findings of parts, each once, in the order of Check. One with a
// place is the same as one without.
func once(parts ...[]drejebog.Finding) []drejebog.Finding {
	all := slices.Concat(parts...)
	slices.SortStableFunc(all, func(a, b drejebog.Finding) int { return cmp.Compare(min(b.Place.Line, 1), min(a.Place.Line, 1)) })
	met := map[told]bool{}
	list := make([]drejebog.Finding, 0, len(all))
	for _, f := range all {
		anywhere := told{f.Code, f.Subject, f.Text, 0, 0}
		at := told{f.Code, f.Subject, f.Text, f.Place.Line, f.Place.Column}
		if met[at] {
			continue
		}
		met[at], met[anywhere] = true, true
		list = append(list, f)
	}
	drejebog.SortFindings(list)
	return list
}
