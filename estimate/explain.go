package estimate

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/product"
)

// Explanation is how one line came to its amounts for one task.
type Explanation struct {
	*Basis
	Cells []*Cell // of the line for the task, by year; what the plan drops has none
	Sum   Amount  // of the cells

	Inputs []*product.Input // whose product the figure is; nil for one that was stated
}

// Factors are what the amount is a product of: the named inputs of the figure, or the
// figure that was stated without a name, then driver and rate.
func (x *Explanation) Factors() []product.Factor {
	var factors []product.Factor
	for _, n := range x.Inputs {
		factors = append(factors, product.Factor{Name: n.Name, Low: n.Low, Likely: n.Likely, High: n.High})
	}
	if len(x.Inputs) == 0 {
		low, likely, high := x.Figures()
		factors = append(factors, product.Factor{Low: low, Likely: likely, High: high})
	}
	for _, input := range []*Input{x.Driver, x.Rate} {
		if input != nil {
			factors = append(factors, product.Factor{Name: input.Name, Low: input.Low, Likely: input.Likely, High: input.High})
		}
	}
	return factors
}

// Largest are the two factors with a name that move the amount most.
func (x *Explanation) Largest() []product.Factor { return product.Largest(x.Factors()) }

// SumOf is what explained lines come to together.
func SumOf(explained []Explanation) Amount {
	var sum Amount
	for i := range explained {
		sum.add(explained[i].Sum)
	}
	return sum
}

// UnknownLineError says that no line of an estimate is for what was asked.
type UnknownLineError struct {
	Word    string
	Suggest string // the nearest id, or ""
}

// Error returns kind and values.
func (e *UnknownLineError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *UnknownLineError) Fault() (kind string, values map[string]any) {
	if e.Suggest == "" {
		return "estimate/unknown-line", map[string]any{"word": e.Word}
	}
	return "estimate/unknown-line-near", map[string]any{"word": e.Word, "near": e.Suggest}
}

// Explain tells how the lines came about that are for a task or milestone
// ("4.10/slutbrugere@sapa"), for a step in all its scopes ("4.10/slutbrugere"),
// for a section ("4.10") or under a line's Key; none where there is only
// something that cannot be estimated. The error is an *UnknownLineError.
func (e *Estimate) Explain(what string) ([]Explanation, error) {
	if e == nil || e.how == nil {
		return nil, ErrNotComputed
	}
	var explanations []Explanation
	var known []string
	for _, it := range e.how.items {
		names := append(namesOfTask(it.Task), it.Line.Key())
		known = append(known, names[:2]...)
		if slices.Contains(names, what) {
			explanations = append(explanations, e.explain(it))
		}
	}
	if len(explanations)+len(e.NotEstimableFor(what)) == 0 {
		return nil, &UnknownLineError{Word: what, Suggest: lang.Nearest(what, known)}
	}
	return explanations, nil
}

// namesOfTask is what a task can be asked for by: its id, its step and its
// section.
func namesOfTask(task string) []string {
	base, _, _ := strings.Cut(task, "@")
	section := drejebog.SectionOf(base)
	return []string{task, base, section}
}

// NotEstimableFor is what cannot be estimated of what Explain can be asked for.
func (e *Estimate) NotEstimableFor(what string) []NotEstimable {
	var list []NotEstimable
	for _, n := range e.NotEstimable {
		if slices.Contains(namesOfTask(n.Task), what) || n.line != nil && n.line.Key() == what {
			list = append(list, n)
		}
	}
	return list
}

func (e *Estimate) explain(it *item) Explanation {
	x := Explanation{Basis: &it.Basis, Inputs: it.inputs}
	for _, id := range it.Line.Of {
		if n := e.how.assumptions.Input(id); n != nil && it.inputs == nil {
			x.Inputs = append(x.Inputs, n)
		}
	}
	for i := range e.how.Cells { // of all years, where the estimate is of one
		if c := &e.how.Cells[i]; c.Basis == x.Basis {
			x.Cells = append(x.Cells, c)
			x.Sum.add(Amount{c.Low, c.Likely, c.High, c.Hours})
		}
	}
	return x
}
