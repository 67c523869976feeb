package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/price"
)

// Fillable is a figure that a kommune can hand in, with what stands in its place: a
// line of a contribution, an hourly rate or a driver, or an index. It holds exactly one
// of Line, Input and Index.
type Fillable struct {
	Key string // of the Figure

	Line         *Line // as published
	Contribution *Contribution
	For          []*drejebog.Node // the tasks or milestones that the line is for

	Input *Input

	Index *price.Index // its Certainty is zero where no estimate of it is known
}

// Fillable lists what can be handed in: lines in the order of their contributions,
// then rates, drivers and the indices between the years that the estimate is of. What
// it points to belongs to the estimate and is not to be changed.
func (e *Estimate) Fillable() []Fillable {
	c := e.how
	if c == nil {
		return nil
	}
	var list []Fillable
	nodes := c.nodesOfLines()
	for i := range c.given {
		for j := range c.given[i].Lines {
			line := &c.given[i].Lines[j]
			if of, ok := nodes[line.Key()]; ok {
				list = append(list, Fillable{Key: line.Key(), Line: line, Contribution: &c.given[i], For: of})
			}
		}
	}
	for _, kind := range []InputKind{RateInput, DriverInput} {
		for _, input := range c.used {
			if input.Kind == kind {
				list = append(list, Fillable{Key: input.ID, Input: input})
			}
		}
	}
	return append(list, c.fillableIndices()...)
}

// nodesOfLines is, for the key of each line that counts, the nodes that it is for.
func (c *computation) nodesOfLines() map[string][]*drejebog.Node {
	nodes := map[string][]*drejebog.Node{}
	for _, it := range c.items {
		if it.Adjustment == nil {
			nodes[it.Line.Key()] = append(nodes[it.Line.Key()], c.sched.Node(it.Task))
		}
	}
	for i := range c.unpricedLines {
		n := &c.unpricedLines[i]
		nodes[n.line.Key()] = append(nodes[n.line.Key()], c.sched.Node(n.Task))
	}
	return nodes
}

// fillableIndices are those of wages and of prices between the years that the
// estimate is of and that of the rates.
func (c *computation) fillableIndices() []Fillable {
	first, last := c.assumptions.PriceLevel, c.assumptions.PriceLevel
	for i := range c.Years {
		if year := c.Years[i].Year; year != Undated {
			first, last = min(first, year), max(last, year)
		}
	}
	var list []Fillable
	for from := first; from < last; from++ {
		for _, kind := range []drejebog.PriceKind{drejebog.Wages, drejebog.Prices} {
			index, ok := c.indices.of(kind, from)
			if !ok {
				index = price.Index{Kind: kind, From: from}
			}
			list = append(list, Fillable{Key: price.Key(kind, from), Index: &index})
		}
	}
	return list
}
