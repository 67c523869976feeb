package interchange

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// mostExpanded bounds the links that those of summaries become, all together.
const mostExpanded = 10_000

// ofSummaries gives the links from and to summaries to their tasks. That a summary
// is finished before something else begins is that each of its tasks is, and that
// something waits to begin or finish until a summary may is that each of its tasks
// does; tasks that wait for another of the same summary do so by that one. A link
// that counts from the start of a summary, whichever of its tasks that is, is told.
func (b *planBuilder) ofSummaries() {
	within := newChains(b.project)
	left := mostExpanded
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		_, isTask := b.ids[t.UID]
		if t.Null || t.Inactive || isTask && !b.fromSummary(t) || !isTask && len(b.below[t.UID]) == 0 {
			continue
		}
		links := t.Links
		if isTask {
			t.Links = nil
		}
		for _, l := range links {
			b.expand(t, l, within, &left)
		}
	}
}

// fromSummary reports whether a task waits for a summary.
func (b *planBuilder) fromSummary(t *mspdi.Task) bool {
	return slices.ContainsFunc(t.Links, func(l mspdi.Link) bool { return len(b.below[l.From]) > 0 })
}

// expand gives a link to the tasks that it is between.
func (b *planBuilder) expand(t *mspdi.Task, l mspdi.Link, within *chains, left *int) {
	befores, afters := []int{l.From}, []int{t.UID}
	if tasks := b.below[l.From]; len(tasks) > 0 {
		if l.Type == cpm.SS || l.Type == cpm.SF || slices.Contains(tasks, t.UID) {
			b.unlinked(t, &l, b.text("interchange/from-summary", nil))
			return
		}
		befores = within.ends(tasks, within.after)
	}
	if tasks := b.below[t.UID]; len(tasks) > 0 {
		if l.Type == cpm.FF || l.Type == cpm.SF || slices.Contains(tasks, l.From) {
			b.unlinked(t, &l, b.text("interchange/from-summary", nil))
			return
		}
		afters = within.ends(tasks, within.before)
	}
	if *left -= len(befores) * len(afters); *left < 0 {
		b.unlinked(t, &l, b.text("interchange/no-room", nil))
		return
	}
	for _, after := range afters {
		to := b.byUID[after]
		for _, before := range befores {
			link := l
			link.From = before
			to.Links = append(slices.Clip(to.Links), link)
		}
	}
}

// chains are the links by which one task keeps another from beginning, or from
// being finished, before it.
type chains struct{ before, after map[int][]int } // UIDs by UID

func newChains(p *mspdi.Project) *chains {
	c := &chains{map[int][]int{}, map[int][]int{}}
	for i := range p.Tasks {
		for _, l := range p.Tasks[i].Links {
			if l.Lag < 0 || p.Tasks[i].Inactive {
				continue
			}
			if l.Type == cpm.FS || l.Type == cpm.SS {
				c.before[p.Tasks[i].UID] = append(c.before[p.Tasks[i].UID], l.From)
			}
			if l.Type == cpm.FS || l.Type == cpm.FF {
				c.after[l.From] = append(c.after[l.From], p.Tasks[i].UID)
			}
		}
	}
	return c
}

// ends are those tasks of a summary that no other of them stands for; all where
// they stand in a ring.
func (c *chains) ends(tasks []int, by map[int][]int) []int {
	in := make(map[int]bool, len(tasks))
	for _, uid := range tasks {
		in[uid] = true
	}
	var ends []int
	for _, uid := range tasks {
		if !slices.ContainsFunc(by[uid], func(other int) bool { return in[other] }) {
			ends = append(ends, uid)
		}
	}
	if len(ends) == 0 {
		return tasks
	}
	return ends
}

// startsItsDay reports whether a link is from a milestone of the kommune's own that
// stands in the morning of its day, to something that may begin that day: in the
// plan it stands at the day's end.
func (b *planBuilder) startsItsDay(l *mspdi.Link) bool {
	before := b.byUID[l.From]
	_, isTask := b.plan.Own[b.ids[l.From]] // what others owe is there from the morning in the plan too
	return before != nil && isTask && isPoint(before) && before.Start != nil &&
		before.Start.Minute() <= b.project.DefaultStart && (l.Type == cpm.FS || l.Type == cpm.SS)
}
