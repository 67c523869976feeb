package estimate

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Explanation is how one line came to its amounts for one task.
type Explanation struct {
	*Basis
	Cells []*Cell // of the line for the task, by year; what the plan drops has none
	Sum   Amount  // of the cells

	// Text says it in sentences, from the figure by the multiplications to the
	// budget years, each with its source.
	Text []lang.Text
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
	if e.how == nil {
		return nil, errNotComputed
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
	if len(explanations)+len(e.unpricedFor(what)) == 0 {
		return nil, &UnknownLineError{Word: what, Suggest: lang.Nearest(what, known)}
	}
	return explanations, nil
}

// namesOfTask is what a task can be asked for by: its id, its step and its
// section.
func namesOfTask(task string) []string {
	base, _, _ := strings.Cut(task, "@")
	section, _, _ := strings.Cut(base, "/")
	return []string{task, base, section}
}

// unpricedFor is what cannot be estimated of what was asked for.
func (e *Estimate) unpricedFor(what string) []NotEstimable {
	var list []NotEstimable
	for _, n := range e.NotEstimable {
		if slices.Contains(namesOfTask(n.Task), what) || n.line != nil && n.line.Key() == what {
			list = append(list, n)
		}
	}
	return list
}

func (e *Estimate) explain(it *item) Explanation {
	x := Explanation{Basis: &it.Basis}
	for i := range e.how.Cells { // of all years, where the estimate is of one
		if c := &e.how.Cells[i]; c.Basis == x.Basis {
			x.Cells = append(x.Cells, c)
			x.Sum.add(Amount{c.Low, c.Likely, c.High, c.Hours})
		}
	}
	x.Text = append(x.Text, e.whatText(x.Basis))
	if x.Driver != nil {
		x.Text = append(x.Text, e.inputText(x.Driver))
	}
	if x.Months > 0 {
		x.Text = append(x.Text, e.text("estimate/times-months", lang.Args{"n": lang.Whole(x.Months)}))
	}
	if x.Rate != nil {
		x.Text = append(x.Text, e.inputText(x.Rate))
	}
	x.Text = append(x.Text, e.productText(x.Basis))
	for k := range x.Parts {
		x.Text = append(x.Text, e.partText(x.Basis, k, x.Cells))
	}
	return x
}

// levelIn is the price level of a budget year's amounts.
func (e *Estimate) levelIn(year int) int {
	for i := range e.Years {
		if e.Years[i].Year == year {
			return e.Years[i].PriceLevel
		}
	}
	return e.PriceLevel
}
