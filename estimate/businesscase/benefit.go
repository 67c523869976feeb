package businesscase

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// Benefit is one row of the kommune's plan for its benefits (4.6).
type Benefit struct {
	ID string
	plan.Benefit
	Owner       lang.Text // the name of the person or the role; empty without
	ProjectName string    // name, or ""

	Years    []Measurement    // what was measured, by year
	Progress *decimal.Decimal // how much of the way from baseline to target the last of them is: 1 is all, below 0 the wrong way; four decimals; nil where it cannot be said
}

// Measurement is what a benefit was measured at in one year.
type Measurement struct {
	Year  string          `json:"year"`
	Value decimal.Decimal `json:"value"`
}

func (c *computation) benefitIDs() []string { return slices.Sorted(maps.Keys(c.plan.Benefits)) }

// benefits is the plan's benefits in the order of their ids. One that has no baseline
// or target gives a finding: it cannot be followed. That nobody owns one is readiness's
// to find.
func (c *computation) benefits() []Benefit {
	var out []Benefit
	for _, id := range c.benefitIDs() {
		benefit := c.plan.Benefits[id]
		line := Benefit{ID: id, Benefit: benefit, Owner: c.plan.Spoken(c.book, benefit.Owner), Progress: progress(&benefit)}
		if benefit.Project != "" {
			line.ProjectName = c.book.ScopeName(benefit.Project)
		}
		for _, year := range slices.Sorted(maps.Keys(benefit.Realised)) {
			line.Years = append(line.Years, Measurement{year, benefit.Realised[year]})
		}
		out = append(out, line)
		if missing := c.missingOf(&benefit); missing.DA != "" {
			c.found("DB-444", strict.Join("benefits", id), lang.Args{"benefit": lang.Both(benefit.Name), "missing": missing})
		}
	}
	return out
}

// progress is how much of the way the last measurement is.
func progress(b *plan.Benefit) *decimal.Decimal {
	years := slices.Sorted(maps.Keys(b.Realised))
	if len(years) == 0 || b.Baseline == nil || b.Target == nil || b.Target.Equal(*b.Baseline) {
		return nil
	}
	last := b.Realised[years[len(years)-1]]
	share := last.Sub(*b.Baseline).DivRound(b.Target.Sub(*b.Baseline), 4)
	return &share
}

// missingOf says what a benefit cannot be followed without.
func (c *computation) missingOf(b *plan.Benefit) lang.Text {
	var missing []lang.Text
	if b.Baseline == nil {
		missing = append(missing, c.book.Words.Say("businesscase/a-baseline", nil))
	}
	if b.Target == nil {
		missing = append(missing, c.book.Words.Say("businesscase/a-target", nil))
	}
	return c.book.Listed(missing...)
}
