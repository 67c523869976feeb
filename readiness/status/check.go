package status

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/rickb777/date/v2"
)

// Check returns what every part finds in a plan, each finding once, as Sort orders
// them. Of a plan that cannot be scheduled it has the findings of plan.Check, which
// say why.
func Check(book *drejebog.Playbook, p *plan.Plan, contributions []estimate.Contribution, lists ...requirements.List) []drejebog.Finding {
	if s, err := Compute(book, p, contributions, lists...); err == nil {
		return s.Findings
	}
	return once(plan.Check(book, p))
}

// Sort puts findings in the order of Check: the worst first, then by date with the
// undated last, then by place in the file, subject and code; what is alike in all
// of them stays as it was.
func Sort(findings []drejebog.Finding) {
	slices.SortStableFunc(findings, func(a, b drejebog.Finding) int {
		return cmp.Or(
			-cmp.Compare(a.Severity, b.Severity),
			compareDates(a.Date, b.Date),
			cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Code, b.Code),
		)
	})
}

func compareDates(a, b *date.Date) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Compare(*a, *b)
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
	Sort(list)
	return list
}
