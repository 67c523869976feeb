package cpm

// outline is a hierarchy seen from its leaves: what lies below an activity, and
// on which of those above there are links.
type outline struct {
	isSummary []bool
	isEffort  []bool // it is a level of effort, or there is nothing else below it
	topDown   []int  // activities, each after its parent

	// below lists the leaves so that those at or below activity i run from
	// first[i] to before first[i]+count[i].
	below        []int
	first, count []int

	into, outOf [][]int // links by the activity at their end
	aboveInto   []int   // the nearest activity above with a link to it, or -1
	aboveOutOf  []int   // the same for links from it
}

func outlineOf(n *Network) outline {
	size := len(n.Activities)
	o := outline{
		isSummary: make([]bool, size), isEffort: make([]bool, size), first: make([]int, size), count: make([]int, size),
		into: make([][]int, size), outOf: make([][]int, size), aboveInto: make([]int, size), aboveOutOf: make([]int, size),
	}
	children, tops := make([][]int, size), []int(nil)
	for i := range size {
		if n.Parents == nil || n.Parents[i] < 0 {
			tops = append(tops, i)
		} else {
			o.isSummary[n.Parents[i]] = true
			children[n.Parents[i]] = append(children[n.Parents[i]], i)
		}
	}
	o.topDown = tops
	for head := 0; head < len(o.topDown); head++ {
		o.topDown = append(o.topDown, children[o.topDown[head]]...)
	}
	o.findEfforts(n)
	for l := range n.Links {
		from, to := n.Links[l].From, n.Links[l].To
		if !o.isEffort[from] && !o.isEffort[to] {
			o.outOf[from], o.into[to] = append(o.outOf[from], l), append(o.into[to], l)
		}
	}
	o.spread(n.Parents)
	for _, i := range o.topDown {
		o.aboveInto[i], o.aboveOutOf[i] = linkedAbove(n.Parents, i, o.into, o.aboveInto), linkedAbove(n.Parents, i, o.outOf, o.aboveOutOf)
	}
	return o
}

func (o *outline) isLeaf(i int) bool { return !o.isSummary[i] && !o.isEffort[i] }

func (o *outline) findEfforts(n *Network) {
	for i := range o.isEffort {
		o.isEffort[i] = o.isSummary[i] || n.Activities[i].LevelOfEffort
	}
	for at := len(o.topDown) - 1; at >= 0; at-- {
		i := o.topDown[at]
		if !o.isEffort[i] && n.Parents != nil && n.Parents[i] >= 0 {
			o.isEffort[n.Parents[i]] = false
		}
	}
}

// spread lists the leaves below each activity side by side.
func (o *outline) spread(parents []int) {
	for at := len(o.topDown) - 1; at >= 0; at-- {
		i := o.topDown[at]
		if o.isLeaf(i) {
			o.count[i] = 1
		}
		if parents != nil && parents[i] >= 0 {
			o.count[parents[i]] += o.count[i]
		}
	}
	o.below = make([]int, len(o.count)) // as many at most
	free, used := 0, make([]int, len(o.count))
	for _, i := range o.topDown {
		if parents == nil || parents[i] < 0 {
			o.first[i] = free
			free += o.count[i]
		} else {
			p := parents[i]
			o.first[i] = o.first[p] + used[p]
			used[p] += o.count[i]
		}
		if o.isLeaf(i) {
			o.below[o.first[i]] = i
		}
	}
}

// linkedAbove is the parent if it has links, or else the parent's own nearest.
func linkedAbove(parents []int, i int, links [][]int, above []int) int {
	switch {
	case parents == nil || parents[i] < 0:
		return -1
	case len(links[parents[i]]) > 0:
		return parents[i]
	}
	return above[parents[i]]
}

// leavesOf are the leaves at or below an activity.
func (o *outline) leavesOf(i int) []int { return o.below[o.first[i] : o.first[i]+o.count[i]] }

// linksInto are the links that hold a leaf: its own and those of the summaries
// above.
func (o *outline) linksInto(i int) []int { return climb(i, o.into, o.aboveInto) }

// linksOutOf are the links that count from a leaf.
func (o *outline) linksOutOf(i int) []int { return climb(i, o.outOf, o.aboveOutOf) }

func climb(i int, links [][]int, above []int) []int {
	out := links[i]
	for a := above[i]; a >= 0; a = above[a] {
		out = append(out[:len(out):len(out)], links[a]...)
	}
	return out
}
