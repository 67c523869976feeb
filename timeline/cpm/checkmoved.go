package cpm

// Where what is to be late moves its early dates, a delay counts from what the
// links had demanded before: the early dates that the forward pass finds, of which
// the result holds those of all that has not moved.

// unmoved finds the early start of a leaf before anything moved, and of what it
// follows as far as it takes.
func (c *checker) unmoved(x *leafCheck) {
	if x.unmovedKnown {
		return
	}
	x.unmovedKnown, x.at[unmovedSet] = true, x.at[earlySet]
	if !x.isGiven && c.movesEarly(x) {
		c.followUnmoved(x)
		x.at[unmovedSet] = x.putOff(min(c.demanded(x, c.forward), x.by))
	}
}

// followUnmoved finds what left all that a leaf follows before anything moved.
func (c *checker) followUnmoved(x *leafCheck) {
	for _, l := range c.linksInto(x.index) {
		c.links[l].leaveUnmoved()
	}
}

// leaveUnmoved finds what left the predecessor before anything moved.
func (k *linkCheck) leaveUnmoved() {
	if k.unmovedKnown {
		return
	}
	k.unmovedKnown = true
	for _, i := range k.c.leavesOf(k.link.From) {
		k.c.unmoved(&k.c.leaves[i])
	}
	if x := &k.c.leaves[k.link.From]; x.carries != nil {
		for _, l := range k.c.into[x.index] {
			k.c.links[l].leaveUnmoved()
		}
	}
	k.source[unmovedSet] = k.leavingAll(unmovedSet)
	k.carried[unmovedSet] = k.through(unmovedSet)
}
