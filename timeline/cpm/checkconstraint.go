package cpm

// constraints turns the constraints into bounds on starts. Those on a summary
// are handed down, the strictest of each kind.
func (c *checker) constraints() {
	kinds := [...]ConstraintKind{StartNoEarlierThan, FinishNoLaterThan, Deadline}
	handed := make([][len(kinds)]*Constraint, len(c.leaves))
	c.on = make([][]int, len(c.leaves))
	for i := range c.in.Constraints {
		x := &c.in.Constraints[i]
		c.on[x.Activity] = append(c.on[x.Activity], i)
		if c.isLeaf(x.Activity) {
			c.constrain(&c.leaves[x.Activity], x)
			continue
		}
		for k, kind := range kinds {
			if x.Kind == kind && c.isSummary[x.Activity] {
				handed[x.Activity][k] = stricter(handed[x.Activity][k], x)
			}
		}
	}
	for _, i := range c.topDown {
		for k := range kinds {
			if c.n.Parents != nil && c.n.Parents[i] >= 0 {
				handed[i][k] = stricter(handed[i][k], handed[c.n.Parents[i]][k])
			}
			if x := handed[i][k]; x != nil && c.isLeaf(i) {
				c.constrain(&c.leaves[i], x)
			}
		}
	}
}

// stricter is the one of two constraints of a kind that binds more.
func stricter(a, b *Constraint) *Constraint {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case (a.At < b.At) == (a.Kind == StartNoEarlierThan):
		return b
	}
	return a
}

func (c *checker) constrain(x *leafCheck, k *Constraint) {
	at, honor := int64(k.At), c.in.Options.HonorConstraints && x.progress == nil
	if x.isGiven && (!x.leans || k.Kind == AsLateAsPossible) {
		return
	}
	if x.progress != nil && k.Kind != FinishNoEarlierThan {
		if k.Kind == FinishNoLaterThan || k.Kind == MustFinishOn || k.Kind == Deadline {
			x.lateBy = min(x.lateBy, x.lastBy(at))
		}
		return // its start has happened
	}
	switch k.Kind {
	case AsSoonAsPossible:
		x.asap = true
	case AsLateAsPossible:
		c.late, x.alap = true, true
	case StartNoEarlierThan:
		x.from = max(x.from, x.first(at))
	case FinishNoEarlierThan:
		x.from = max(x.from, x.firstFrom(at))
	case StartNoLaterThan:
		x.noLater(x.last(at), honor)
	case FinishNoLaterThan:
		x.noLater(x.lastBy(at), honor)
	case Deadline:
		x.noLater(x.lastBy(at), false)
	case MustStartOn:
		x.must(x.first(at))
	case MustFinishOn:
		x.must(x.lastBy(at))
	}
}

func (x *leafCheck) noLater(s int64, early bool) {
	x.lateBy = min(x.lateBy, s)
	if early {
		x.by = min(x.by, s)
	}
}

func (x *leafCheck) must(s int64) {
	x.from, x.fixed = max(x.from, s), true
	x.noLater(s, true)
}
