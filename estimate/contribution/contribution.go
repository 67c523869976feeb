package contribution

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Contribution is a dated set of lines, as it was published for the kommuner's
// budgets. Later ones supplement earlier ones; none replaces another.
type Contribution struct {
	ID         string    `yaml:"id,required"` // "budget-2015-sapa"
	Name       lang.Text `yaml:"name,required"`
	BudgetYear int       `yaml:"budgetYear,required"` // the budget that it was made for
	Projects   []string  `yaml:"projects,required"`   // ids: those that are charged where a line names none; nil: all
	By         string    `yaml:"by,required"`         // id of the party that publishes it
	Covers     lang.Text `yaml:"covers,required"`
	Awaited    *Awaited  `yaml:"awaited"` // promised and not known to have come

	drejebog.Provenance `yaml:",inline"` // Published is nil for one that never came

	Lines []Line `yaml:"-"`
}

// Awaited is the promise of a contribution.
type Awaited struct {
	Announced date.Date       `yaml:"announced,required"` // when it was promised
	When      drejebog.Period `yaml:"when,required"`      // for when

	Deliverable string `yaml:"deliverable"` // id of the milestone under which a plan can say that it came; "" for none
}

// AwaitedOn reports whether the contribution was promised by the end of the
// day and had not come.
func (c *Contribution) AwaitedOn(day date.Date) bool {
	return c.Awaited != nil && c.Awaited.Announced <= day && !c.PublishedBy(day)
}

// Copy is a copy that shares nothing with the contribution which an owner of either can
// change. An estimate makes one each time, so it is written out.
func (c *Contribution) Copy() Contribution {
	own := *c
	own.Projects, own.Lines = slices.Clone(c.Projects), slices.Clone(c.Lines)
	own.Awaited, own.Published = apart(c.Awaited), apart(c.Published)
	for i := range own.Lines {
		line := &own.Lines[i]
		line.Hours, line.Kroner, line.NotEstimable = apart(line.Hours), apart(line.Kroner), apart(line.NotEstimable)
		line.Projects, line.Of, line.Published = slices.Clone(line.Projects), slices.Clone(line.Of), apart(line.Published)
	}
	return own
}

// apart is a copy of what is pointed to, nil for nil.
func apart[T any](value *T) *T {
	if value == nil {
		return nil
	}
	return new(*value)
}
