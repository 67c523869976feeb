package cpm

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
			r.summaries[i] = Dates{
				EarlyStart: Horizon, LateStart: Horizon, Start: Horizon,
				EarlyFinish: -Horizon, LateFinish: -Horizon, Finish: -Horizon,
				TotalFloat: never, FreeFloat: never,
			}
		}
	}
	for x := len(g.topDown) - 1; x >= 0; x-- {
		i := g.topDown[x]
		parent := g.parents[i]
		if parent < 0 {
			continue
		}
		r.summaries[parent].include(r.Dates(int(i)))
	}
}

func (d *Dates) include(c Dates) {
	d.EarlyStart, d.EarlyFinish = min(d.EarlyStart, c.EarlyStart), max(d.EarlyFinish, c.EarlyFinish)
	d.LateStart, d.LateFinish = min(d.LateStart, c.LateStart), max(d.LateFinish, c.LateFinish)
	d.Start, d.Finish = min(d.Start, c.Start), max(d.Finish, c.Finish)
	d.TotalFloat, d.FreeFloat = min(d.TotalFloat, c.TotalFloat), min(d.FreeFloat, c.FreeFloat)
	d.Critical = d.Critical || c.Critical
}
