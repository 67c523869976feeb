package estimate

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/estimate/internal/vocabulary"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// takes holds a contribution that was handed in against the playbook, and reports
// whether it can be used: one for a budget year that no plan can be about is not.
func (c *computation) takes(contribution *Contribution) bool {
	if year := contribution.BudgetYear; !isYear(year) {
		c.handedIn("DB-055", contribution.ID, strict.Place{}, yearArgs(year))
		return false
	}
	known := func(word string, words *vocabulary.Words) {
		if !words.Has(word) {
			c.handedIn("DB-056", contribution.ID, strict.Place{}, lang.Args{"word": lang.Both(word), "suggest": c.book.Suggestion(word, words.All())})
		}
	}
	for _, project := range contribution.Projects {
		known(project, &c.words.Projects)
	}
	known(contribution.By, &c.words.Parties)
	return true
}

func isYear(year int) bool { return year >= plan.FirstYear && year <= plan.LastYear }

func yearArgs(year int) lang.Args {
	return lang.Args{"year": lang.Plain(year), "least": lang.Plain(plan.FirstYear), "most": lang.Plain(plan.LastYear)}
}

// certainty is that of a figure: assumed, and noted, where it says none, or no source
// and the whole that it belongs to neither.
func (c *computation) certainty(p drejebog.Provenance, whole string, place strict.Place, id string) drejebog.Certainty {
	sourced := p.Address != "" || p.Section != "" || !p.Why.IsZero() || whole != "" || place.File != ""
	if sourced && p.Certainty.String() != "" {
		return p.Certainty
	}
	c.unsourced = append(c.unsourced, id)
	return drejebog.Assumed
}

// tellUnsourced notes the figures that count as assumed because they say nothing else.
func (c *computation) tellUnsourced() {
	if len(c.unsourced) == 0 {
		return
	}
	c.handedIn("DB-054", c.unsourced[0], strict.Place{}, lang.Args{"n": lang.Whole(len(c.unsourced))})
}

// chargedBy are the projects that a line is for: its own, else its contribution's; nil
// for all.
func chargedBy(line *Line, contribution *Contribution) []string {
	if len(line.Projects) > 0 {
		return line.Projects
	}
	return contribution.Projects
}

// within notes the projects of a line that its contribution is not for, and reports
// whether there is none.
func (c *computation) within(line *Line, contribution *Contribution) bool {
	if len(contribution.Projects) == 0 {
		return true
	}
	all := true
	for _, project := range line.Projects {
		if !slices.Contains(contribution.Projects, project) && c.words.Projects.Has(project) {
			c.found("DB-057", line, lang.Args{
				"project": lang.Both(c.book.ScopeName(project)), "projects": lang.Both(c.book.ScopeNames(contribution.Projects)),
			})
			all = false
		}
	}
	return all
}

// rises notes an input whose figures are beyond bounds or do not rise from zero, and
// reports whether it can be used.
func (c *computation) rises(low, likely, high decimal.Decimal, id string, name lang.Text, place strict.Place) bool {
	if isUsable(low, likely, high) {
		return true
	}
	args, code := lang.Args{"id": name, "most": lang.Plain(contribution.MostDays)}, "DB-410"
	if product.InBounds(low, likely, high) {
		args, code = lang.Args{"id": name, "low": lang.Both(low.String()), "likely": lang.Both(likely.String()), "high": lang.Both(high.String())}, "DB-405"
	}
	c.raise(code, drejebog.Finding{Subject: id, Place: place}, args)
	return false
}

// isUsable reports whether figures are within bounds and rise from zero.
func isUsable(low, likely, high decimal.Decimal) bool {
	return product.InBounds(low, likely, high) && product.IsRising(low, likely, high)
}
