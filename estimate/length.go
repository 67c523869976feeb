package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/shopspring/decimal"
)

// stepLengths are the named inputs that are the length of a step.
func stepLengths(inputs []product.Input) []*product.Input {
	var lengths []*product.Input
	for i := range inputs {
		if inputs[i].Step != "" {
			lengths = append(lengths, &inputs[i])
		}
	}
	return lengths
}

// lengthened is a line for a task whose figure counts the days of a step of the task's own
// project that the plan says the length of, by the plan's length, with the inputs that it
// is the product of; the line itself, and nil, where the plan says nothing.
func (c *computation) lengthened(line *Line, t *timeline.Task) (*Line, []*product.Input) {
	var inputs []*product.Input
	for _, n := range c.lengths {
		at := slices.Index(line.Of, n.ID)
		if at < 0 {
			continue
		}
		own := c.lengthOf(n, t)
		if own == nil {
			continue
		}
		if inputs == nil {
			for _, id := range line.Of {
				n := c.assumptions.Input(id)
				if n == nil { // of assumptions that the line was not written with
					return line, nil
				}
				inputs = append(inputs, n)
			}
		}
		inputs[at] = own
	}
	if inputs == nil {
		return line, nil
	}
	changed := *line
	changed.Measure(product.Of(inputs))
	return &changed, inputs
}

// lengthOf is an input that is the length of a step as the plan has it for the project of a
// task; nil where it says nothing.
func (c *computation) lengthOf(n *product.Input, t *timeline.Task) *product.Input {
	for _, step := range c.byStep[n.Step] {
		if step.Project != t.Project || step.NotRelevant != "" {
			continue
		}
		days, place, said := c.saidLength(step)
		if !said || days == 0 {
			return nil
		}
		own := *n
		own.Low = decimal.NewFromInt(int64(days))
		own.Likely, own.High = own.Low, own.Low
		own.Provenance = drejebog.Provenance{Certainty: drejebog.Stated, Address: sourceText(place, "plan")}
		own.Why = lang.Text{}
		return &own
	}
	return nil
}

// saidLength are the working days of a task that the plan states: those on which it was
// done, else those that it is to take.
func (c *computation) saidLength(t *timeline.Task) (days int, place strict.Place, said bool) {
	facts := c.plan.Tasks[t.ID]
	task := strict.Join("tasks", t.ID)
	if facts.ActualStart != nil && facts.ActualFinish != nil {
		place, _ = c.plan.Where(task + ".actualFinish")
		return c.sched.Workdays(*facts.ActualStart, *facts.ActualFinish), place, true
	}
	if d := t.Step.Duration; d == nil || t.Duration == (timeline.Span{Low: d.Low, Likely: d.Likely, High: d.High}) {
		return 0, place, false
	}
	for _, path := range []string{task + ".duration", task + ".plannedFinish", strict.Join("migrations", t.Project) + ".closed"} {
		if place, said = c.plan.Where(path); said {
			break
		}
	}
	return t.Duration.Likely, place, true
}
