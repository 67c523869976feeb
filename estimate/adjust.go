package estimate

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// adjust puts the plan's adjustments on the lines of contributions and on the
// hours of own tasks. Each stands alone: of two that change the same line in
// the same year neither counts, and a finding says so. What one adds, no other
// changes.
func (c *computation) adjust() {
	var added, changing []*adjusting
	for i := range c.plan.Adjustments {
		a := &adjusting{Adjustment: &c.plan.Adjustments[i], place: c.placeOf("adjustments", i), id: "adjustments[" + digits(i) + "]"}
		if a.Action == plan.Add {
			added = append(added, a)
		} else if c.match(a) {
			changing = append(changing, a)
		}
	}
	c.fights(changing)
	for _, a := range changing {
		c.change(a)
	}
	for _, a := range added {
		c.add(a)
	}
}

// adjusting is an adjustment on its way.
type adjusting struct {
	*plan.Adjustment
	place strict.Place
	id    string // "adjustments[2]"

	items    []*item         // that it changes
	unpriced []NotEstimable  // that it prices or drops
	void     map[string]bool // tasks where it fights with another
	priced   bool            // that it says no prices is told
}

// match finds what an adjustment changes; false, with a finding, when that is
// nothing or cannot be.
func (c *computation) match(a *adjusting) bool {
	for _, it := range c.items {
		if fits(&a.Line, it.Task, it.Line) && it.in(a.Year) {
			a.items = append(a.items, it)
		}
	}
	for _, n := range c.NotEstimable {
		if n.line != nil && fits(&a.Line, n.Task, n.line) {
			a.unpriced = append(a.unpriced, n)
		}
	}
	if a.Action == plan.Scale {
		if len(a.items) == 0 && len(a.unpriced) > 0 {
			c.adjustment("DB-425", a, lang.Args{"task": a.unpriced[0].What})
			return false
		}
		a.unpriced = nil // no figure to scale
	}
	switch {
	case len(a.items)+len(a.unpriced) == 0:
		c.hitsNothing(a)
		return false
	case a.Action == plan.Scale:
		return isSound(a.Factor)
	case a.Action == plan.Replace:
		return c.oneKind(a) && c.usable(c.lineOf(a, a.tasks()[0]))
	}
	return true
}

// fits reports whether a plan's line names a line of the estimate.
func fits(l *plan.Line, task string, line *Line) bool {
	base, _, _ := strings.Cut(task, "@")
	return (l.Step == task || l.Step == base) && (l.Role == "" || l.Role == line.Role) && (l.Kind == 0 || l.Kind.String() == line.Kind.String())
}

// in reports whether any of an item falls in the year; nil is any year.
func (it *item) in(year *int) bool {
	return year == nil || slices.ContainsFunc(it.Parts, func(p Part) bool { return p.Year == *year })
}

// tasks are the tasks that an adjustment changes, each once.
func (a *adjusting) tasks() []string {
	var tasks []string
	for _, it := range a.items {
		tasks = append(tasks, it.Task)
	}
	for i := range a.unpriced {
		tasks = append(tasks, a.unpriced[i].Task)
	}
	slices.Sort(tasks)
	return slices.Compact(tasks)
}

// fights finds the adjustments that change the same line in the same year.
func (c *computation) fights(adjustments []*adjusting) {
	for i, a := range adjustments {
		for _, b := range adjustments[:i] {
			var tasks []string
			for _, it := range a.items {
				if slices.Contains(b.items, it) && (a.Year == nil || b.Year == nil || *a.Year == *b.Year) {
					tasks = append(tasks, it.Task)
				}
			}
			if len(tasks) == 0 {
				continue
			}
			a.lose(tasks)
			b.lose(tasks)
			c.adjustment("DB-413", a, lang.Args{"other": lang.Both(b.name()), "task": lang.Both(tasks[0])})
		}
	}
}

func (a *adjusting) lose(tasks []string) {
	if a.void == nil {
		a.void = map[string]bool{}
	}
	for _, task := range tasks {
		a.void[task] = true
	}
}

// change puts an adjustment on what it changes.
func (c *computation) change(a *adjusting) {
	factor := decimal.Zero
	if a.Action == plan.Scale {
		factor = *a.Factor
	}
	for _, it := range a.items {
		if a.void[it.Task] {
			continue
		}
		for k := range it.Parts {
			if p := &it.Parts[k]; a.Year == nil || p.Year == *a.Year {
				p.Factor, p.Adjustment = factor, a.Adjustment
			}
		}
	}
	for i := range a.unpriced {
		c.NotEstimable = slices.DeleteFunc(c.NotEstimable, func(n NotEstimable) bool {
			return n.line == a.unpriced[i].line && n.Task == a.unpriced[i].Task && !a.void[n.Task]
		})
	}
	if a.Action != plan.Replace {
		return
	}
	for _, task := range a.tasks() {
		if !a.void[task] {
			c.put(a, c.lineOf(a, task), task)
		}
	}
}

// add makes the lines that an adjustment adds, one for each scope.
func (c *computation) add(a *adjusting) {
	base, _, _ := strings.Cut(a.Step, "@")
	var tasks []string
	for _, t := range c.byStep[base] {
		if (t.ID == a.Step || base == a.Step) && t.NotRelevant == "" {
			tasks = append(tasks, t.ID)
		}
	}
	if len(tasks) == 0 {
		c.hitsNothing(a)
		return
	}
	for i, task := range tasks {
		line := c.lineOf(a, task)
		if i == 0 && !c.usable(line) {
			return
		}
		c.put(a, line, task)
	}
}

// lineOf is the line that an adjustment puts on a task. Where it names no role
// or kind, it has those of what it takes the place of.
func (c *computation) lineOf(a *adjusting, task string) *Line {
	base, _, _ := strings.Cut(task, "@")
	line := Line{Contribution: sourceText(a.place, "plan"), Step: base, Role: a.Role, Kind: a.Kind}.ReadAt(a.place)
	line.Certainty = drejebog.Stated
	if a.Hours != nil {
		hours := *a.Hours
		line.Hours = &hours
	}
	if a.Kroner != nil {
		kroner := *a.Kroner
		line.Kroner = &kroner
	}
	var replaced *Line
	switch {
	case len(a.items) > 0:
		replaced = a.items[0].Line
	case len(a.unpriced) > 0:
		replaced = a.unpriced[0].line
	default:
		return line
	}
	if line.Role == "" {
		line.Role = replaced.Role
	}
	if line.Kind == 0 {
		line.Kind = replaced.Kind
	}
	if replaced.Milestone != "" {
		line.Milestone, line.Days = replaced.Milestone, replaced.Days
		if replaced.Step == "" {
			line.Step = ""
		}
	}
	return line
}

// put adds the item of a plan's line for a task.
func (c *computation) put(a *adjusting, line *Line, task string) {
	parts, node := c.partsOf(task, line), c.sched.Node(task)
	if a.Year != nil {
		parts = []Part{partIn(*a.Year, 1)}
	}
	it := c.item(line, node, parts)
	if it == nil {
		return
	}
	it.Adjustment = a.Adjustment
	if a.Year != nil && a.Kroner != nil && a.PriceLevel == nil && !a.priced && c.indices.level(*a.Year) != *a.Year {
		a.priced = true
		c.adjustment("DB-428", a, lang.Args{"year": lang.Plain(*a.Year), "level": lang.Plain(c.indices.level(*a.Year))})
	}
	if a.Year == nil {
		it.asking = a.askingOf(c, task, node.Project)
	}
	c.lay(it)
}

// oneKind reports whether all that an adjustment replaces is of one role and
// kind, or the adjustment says which; else a finding names them.
func (c *computation) oneKind(a *adjusting) bool {
	var found []string
	for _, it := range a.items {
		found = append(found, it.Line.Role+" "+it.Line.Kind.String())
	}
	for i := range a.unpriced {
		found = append(found, a.unpriced[i].line.Role+" "+a.unpriced[i].Kind.String())
	}
	slices.Sort(found)
	if found = slices.Compact(found); len(found) > 1 {
		c.adjustment("DB-414", a, lang.Args{"lines": lang.Both(strings.Join(found, ", "))})
		return false
	}
	return true
}

// isSound reports whether a factor can be computed with. What is none, below zero or
// beyond bounds plan.Check tells of, and the line stands as it was.
func isSound(factor *decimal.Decimal) bool {
	return factor != nil && !factor.IsNegative() && product.InBounds(*factor) && factor.LessThanOrEqual(decimal.NewFromInt(mostFactor))
}

// mostFactor is what plan.Adjustment lets a line be scaled by.
const mostFactor = 1000

// hitsNothing says which lines there are where an adjustment hits none.
func (c *computation) hitsNothing(a *adjusting) {
	var there []string
	for _, it := range c.items {
		switch {
		case !sameStep(a.Step, it.Task):
		case a.Year == nil:
			there = append(there, lineIn(&it.Basis, Undated))
		default:
			for k := range it.Parts {
				there = append(there, lineIn(&it.Basis, it.Parts[k].Year))
			}
		}
	}
	c.adjustment("DB-412", a, lang.Args{"task": lang.Both(a.Step), "lines": c.thereText(a.Step, there, c.text("estimate/no-lines-there", nil))})
}

// sameStep reports whether a task is of the step that a plan names, in any
// scope.
func sameStep(step, task string) bool {
	step, _, _ = strings.Cut(step, "@")
	base, _, _ := strings.Cut(task, "@")
	return step == base
}

// lineIn names a line as a plan does, with the year where it is of one.
func lineIn(b *Basis, year int) string {
	name := b.Task + " " + b.Line.Role + " " + b.Line.Kind.String()
	if year != Undated {
		name += " " + digits(year)
	}
	return name
}

// thereText lists the lines that the plan could have meant, those of the very
// scope that it names where there are any, or says that there are none.
func (e *Estimate) thereText(step string, lines []string, none lang.Text) lang.Text {
	if len(lines) == 0 {
		return none
	}
	here := func(line string) bool { return strings.HasPrefix(line, step+" ") }
	if slices.ContainsFunc(lines, here) {
		lines = slices.DeleteFunc(lines, func(line string) bool { return !here(line) })
	}
	slices.Sort(lines)
	list := strings.Join(slices.Compact(lines), "; ")
	return e.text("estimate/lines-there", lang.Args{"list": lang.Both(list)})
}

// adjustment notes a finding about an adjustment.
func (c *computation) adjustment(code string, a *adjusting, args lang.Args) {
	args["id"] = lang.Both(a.name())
	c.raise(code, drejebog.Finding{Subject: a.id, Section: c.book.SectionOf(a.Step), Place: a.place}, args)
}

// name says which adjustment it is: what it does, where, and on which line of
// the plan.
func (a *adjusting) name() string {
	name := a.Action.String() + " " + a.Step
	if a.place.Line > 0 {
		name += " (" + a.place.String() + ")"
	}
	return name
}

func (c *computation) placeOf(list string, i int) strict.Place {
	place, _ := c.plan.Where(strict.Index(list, i))
	return place
}

// sourceText says where a figure of the kommune's own stands: "plan:12", or the
// word alone for a plan that was not read from a file.
func sourceText(place strict.Place, word string) string {
	if place.Line == 0 {
		return word
	}
	return word + ":" + digits(place.Line)
}

// sourceOf is where a part's amount comes from, with the adjustment that
// scales it.
func (b *Basis) sourceOf(part int, c *computation) string {
	a := b.Parts[part].Adjustment
	if a == nil {
		return b.Source
	}
	for i := range c.plan.Adjustments {
		if &c.plan.Adjustments[i] == a {
			return b.Source + "; " + sourceText(c.placeOf("adjustments", i), "plan")
		}
	}
	return b.Source
}
