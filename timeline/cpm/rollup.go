package cpm

// A summary is what is known of an activity that has others below it.
type summary struct {
	Dates
	// firstEarly and firstLate are the leaves below that start first, by early
	// and by late dates; the lowest index on ties.
	firstEarly, firstLate int32
}

// rollUp gives every summary the dates of what lies below it: the earliest
// starts, the latest finishes, the smallest floats. It is critical when
// something below it is.
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
		if parent < 0 {
			continue
		}
		below := summary{r.Dates(int(i)), i, i}
		if g.summary[i] {
			below = r.summaries[i]
		}
		if g.summary[i] {
			r.floats(i, &below.Dates)
			r.summaries[i] = below
		}
		r.summaries[parent].add(&below)
	}
	for i := range r.summaries {
		if g.summary[i] && g.parents[i] < 0 {
			r.floats(int32(i), &r.summaries[i].Dates)
		}
	}
}

// floats gives a summary the total float that lies between its own dates, at
// the end that Options.Float says.
func (r *Result) floats(i int32, d *Dates) {
	w := r.graph.calendars[r.graph.activities[i].calendar]
	start, finish := w.Between(d.EarlyStart, d.LateStart), w.Between(d.EarlyFinish, d.LateFinish)
	switch r.options.Float {
	case StartFloat:
		d.TotalFloat = start
	case SmallestFloat:
		d.TotalFloat = min(start, finish)
	default:
		d.TotalFloat = finish
	}
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
