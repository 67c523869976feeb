package cpm

// summaries compares each summary with its children.
func (c *checker) summaries() {
	spans := make([]Dates, len(c.leaves))
	seen := make([]bool, len(c.leaves))
	for i, parent := range c.n.Parents {
		switch {
		case parent < 0 || c.isEffort[i] != c.isEffort[parent]:
		case !seen[parent]:
			spans[parent], seen[parent] = c.says.dates[i], true
		default:
			spans[parent] = together(&spans[parent], &c.says.dates[i])
		}
	}
	for i := range spans {
		if c.isSummary[i] && c.says.dates[i] != c.summary(i, spans[i]) {
			c.add(InvariantSummary, i, -1)
		}
	}
}

// together is what two activities span.
func together(a, b *Dates) Dates {
	return Dates{
		EarlyStart: min(a.EarlyStart, b.EarlyStart), EarlyFinish: max(a.EarlyFinish, b.EarlyFinish),
		LateStart: min(a.LateStart, b.LateStart), LateFinish: max(a.LateFinish, b.LateFinish),
		Start: min(a.Start, b.Start), Finish: max(a.Finish, b.Finish),
		FreeFloat: min(a.FreeFloat, b.FreeFloat), Critical: a.Critical || b.Critical,
	}
}

// summary is what a summary with those dates has to say.
func (c *checker) summary(i int, d Dates) Dates {
	if c.isEffort[i] {
		return d
	}
	t := c.calendar(i)
	d.TotalFloat = Work(floatOf(c.in.Options.Float,
		t.count(int64(d.EarlyStart), int64(d.LateStart)), t.count(int64(d.EarlyFinish), int64(d.LateFinish))))
	if c.in.Options.FreeFloat != FreeOfOwnLinks {
		return d
	}
	free := max(int64(d.TotalFloat), 0)
	for _, l := range c.outOf[i] {
		if k := &c.links[l]; k.asks {
			free = min(free, k.summarySlip(t, &d))
		}
	}
	d.FreeFloat = Work(free)
	return d
}

// summarySlip is by how much a summary can slip as one before a link from it
// moves what follows. Where the lag is in months, it may slip to the end of a
// day.
func (k *linkCheck) summarySlip(t *checkCalendar, d *Dates) int64 {
	end := int64(d.EarlyStart)
	if k.fromFinish() {
		end = int64(d.EarlyFinish)
	}
	if !k.inMonths() {
		return turn(0, func(n int64) bool { return !k.isBorne(t.forth(end, n+1), earlySet) })
	}
	day := k.source[earlySet]
	if !k.isBorne(day, earlySet) {
		return 0
	}
	last := day + turn(0, func(n int64) bool { return !k.isBorne(day+n+1, earlySet) })
	by := t.dayStart(last+1) - 1
	if ends, _ := t.dayOf(end - 1); k.fromFinish() && ends == day {
		by++ // it counts on its last day, and may have the whole of it
	}
	return max(t.count(end, by), 0)
}
