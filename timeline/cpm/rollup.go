package cpm

// A summary is what is known of an activity that has others below it.
type summary struct {
	Dates
	// firstEarly and firstLate are the leaves below that start first, by early
	// and by late dates; the lowest index on ties.
	firstEarly, firstLate int32
}

// rollUp gives every summary the dates of what lies below it: the earliest
// starts and the latest finishes. It is critical when something below it is.
func (r *Result) rollUp() {
	g := r.graph
	if g.parents == nil {
		return
	}
	r.summaries = grown(r.summaries, len(g.activities))
	for i := range r.summaries {
		if g.summary[i] {
			r.summaries[i] = summary{Dates: noDates, firstEarly: -1, firstLate: -1}
		}
	}
	for x := len(g.topDown) - 1; x >= 0; x-- {
		i := g.topDown[x]
		parent := g.parents[i]
		if parent < 0 || g.isEffort(int(i)) {
			continue
		}
		below := summary{r.Dates(int(i)), i, i}
		if g.summary[i] {
			below = r.summaries[i]
		}
		r.summaries[parent].add(&below)
	}
	r.floatSummaries()
}

// floatSummaries gives every summary the total float that lies between its own
// dates and, under FreeOfOwnLinks, the free float that its own links leave of
// it.
func (r *Result) floatSummaries() {
	g := r.graph
	own := r.options.FreeFloat == FreeOfOwnLinks
	for i := range r.summaries {
		if !g.summary[i] || g.isEffort(i) {
			continue
		}
		d := &r.summaries[i].Dates
		d.TotalFloat = r.options.Float.of(d, g.calendars[g.activities[i].calendar])
		if own {
			d.FreeFloat = max(d.TotalFloat, 0)
		}
	}
	if !own {
		return
	}
	for _, l := range g.hubLinks {
		from := g.links[l.link].from
		if !g.summary[from] {
			continue
		}
		float, buf, asks := r.linkFloat(l.link, l.to, r.scratch)
		r.scratch = buf
		if d := &r.summaries[from].Dates; asks {
			d.FreeFloat = max(min(d.FreeFloat, float), 0)
		}
	}
}

// of is the total float between early and late dates on a calendar.
func (k FloatKind) of(d *Dates, w *WorkingTime) Work {
	start, finish := w.Between(d.EarlyStart, d.LateStart), w.Between(d.EarlyFinish, d.LateFinish)
	switch k {
	case StartFloat:
		return start
	case SmallestFloat:
		return min(start, finish)
	}
	return finish
}

// noDates include nothing yet.
var noDates = Dates{
	EarlyStart: Horizon, LateStart: Horizon, Start: Horizon,
	EarlyFinish: -Horizon, LateFinish: -Horizon, Finish: -Horizon,
	TotalFloat: never, FreeFloat: never,
}

func (s *summary) add(c *summary) {
	if s.firstEarly < 0 || c.EarlyStart < s.EarlyStart || c.EarlyStart == s.EarlyStart && c.firstEarly < s.firstEarly {
		s.firstEarly = c.firstEarly
	}
	if s.firstLate < 0 || c.LateStart < s.LateStart || c.LateStart == s.LateStart && c.firstLate < s.firstLate {
		s.firstLate = c.firstLate
	}
	s.include(c.Dates)
}

func (d *Dates) include(c Dates) {
	d.EarlyStart, d.EarlyFinish = min(d.EarlyStart, c.EarlyStart), max(d.EarlyFinish, c.EarlyFinish)
	d.LateStart, d.LateFinish = min(d.LateStart, c.LateStart), max(d.LateFinish, c.LateFinish)
	d.Start, d.Finish = min(d.Start, c.Start), max(d.Finish, c.Finish)
	d.TotalFloat, d.FreeFloat = min(d.TotalFloat, c.TotalFloat), min(d.FreeFloat, c.FreeFloat)
	d.Critical = d.Critical || c.Critical
}
