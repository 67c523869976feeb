package cpm

// checkInput finds what is wrong with an input, except for durations out of
// range, which are seen on taking them over: what is usually sound is looked at
// once.
func (g *Graph) checkInput(in *Input) Faults {
	faults := g.checkValues(in, nil)
	return g.checkEntries(in, faults)
}

// faults finds all that is wrong with an input.
func (g *Graph) faults(in *Input) Faults {
	faults := g.checkValues(in, nil)
	faults = g.checkDurations(in, faults)
	return g.checkEntries(in, faults)
}

func (g *Graph) checkEntries(in *Input, faults Faults) Faults {
	faults = g.checkOptions(in, faults)
	for i := range in.Constraints {
		faults = g.checkConstraint(i, &in.Constraints[i], faults)
	}
	for i := range in.Progress {
		faults = g.checkProgress(i, in, faults)
	}
	for i := range in.Fixed {
		f := &in.Fixed[i]
		faults = g.checkDates(f.Activity, f.Start, f.Finish, faults)
	}
	for i := range in.Delays {
		faults = g.checkDelay(&in.Delays[i], faults)
	}
	for i := range in.Pauses {
		p := &in.Pauses[i]
		faults = g.checkDates(p.Activity, p.Stop, p.Resume, faults)
	}
	return faults
}

func (g *Graph) checkDurations(in *Input, faults Faults) Faults {
	if len(in.Durations) != len(g.activities) {
		return faults
	}
	for a, d := range in.Durations {
		if g.isLeaf(a) && !g.activities[a].milestone && d > MaxWork {
			f := fault(DurationRange)
			f.Activity, f.Keys, f.Value = a, []string{g.keys[a]}, int64(d)
			faults = append(faults, f)
		}
	}
	return faults
}

func inWork(d Work) bool { return d >= 0 && d <= MaxWork }

func inHorizon(x Instant) bool { return x >= -Horizon && x <= Horizon }

func (g *Graph) checkValues(in *Input, faults Faults) Faults {
	date := func(x *Instant) {
		if x != nil && !inHorizon(*x) {
			f := fault(DateRange)
			f.Value = int64(*x)
			faults = append(faults, f)
		}
	}
	date(&in.Start)
	date(in.MustFinish)
	date(in.DataDate)
	if in.FromFinish && in.MustFinish == nil {
		faults = append(faults, fault(FinishMissing))
	}
	faults = g.checkStarts(in, faults)
	if in.Durations != nil && len(in.Durations) != len(g.activities) {
		f := fault(DurationsLength)
		f.Value = int64(len(in.Durations))
		faults = append(faults, f)
	}
	if in.Lags != nil && len(in.Lags) != len(g.links) {
		f := fault(LagsLength)
		f.Value = int64(len(in.Lags))
		return append(faults, f)
	}
	for i, v := range in.Lags {
		if bound := g.links[i].unit.bound(); v < -bound || v > bound {
			f := fault(LagRange)
			f.Link, f.Value = i, int64(v)
			f.Keys = []string{g.keys[g.links[i].from], g.keys[g.links[i].to]}
			faults = append(faults, f)
		}
	}
	return faults
}

func (g *Graph) checkStarts(in *Input, faults Faults) Faults {
	if in.Starts != nil && len(in.Starts) != len(g.activities) {
		f := fault(StartsLength)
		f.Value = int64(len(in.Starts))
		return append(faults, f)
	}
	for a, x := range in.Starts {
		if g.isLeaf(a) && !inHorizon(x) {
			f := fault(DateRange)
			f.Activity, f.Keys, f.Value = a, []string{g.keys[a]}, int64(x)
			faults = append(faults, f)
		}
	}
	return faults
}

// checkDates finds out whether there is an activity, and whether its dates lie
// within the horizon.
func (g *Graph) checkDates(activity int, first, last Instant, faults Faults) Faults {
	if activity < 0 || activity >= len(g.activities) {
		f := fault(UnknownActivity)
		f.Value = int64(activity)
		return append(faults, f)
	}
	for _, x := range [...]Instant{first, last} {
		if !inHorizon(x) {
			f := fault(DateRange)
			f.Activity, f.Keys, f.Value = activity, []string{g.keys[activity]}, int64(x)
			faults = append(faults, f)
		}
	}
	return faults
}

func (g *Graph) checkOptions(in *Input, faults Faults) Faults {
	o := &in.Options
	if o.Float > SmallestFloat || o.FreeFloat > FreeToFinish || o.Progress > ProgressOverride || o.ALAP > ALAPEarlyDates ||
		o.StartLag > LagFromEarlyStart || o.Finished > FinishedCarries {
		faults = append(faults, fault(OptionUnknown))
	}
	return faults
}

func (g *Graph) checkConstraint(i int, c *Constraint, faults Faults) Faults {
	add := func(code FaultCode, value int64) {
		f := fault(code)
		f.Constraint, f.Value = i, value
		if c.Activity >= 0 && c.Activity < len(g.activities) {
			f.Activity, f.Keys = c.Activity, []string{g.keys[c.Activity]}
		}
		faults = append(faults, f)
	}
	switch {
	case c.Activity < 0 || c.Activity >= len(g.activities):
		add(UnknownActivity, int64(c.Activity))
	case c.Kind > Deadline:
		add(ConstraintUnknown, int64(c.Kind))
	case c.Kind.dated() && !inHorizon(c.At):
		add(DateRange, int64(c.At))
	}
	return faults
}

// forSummaries reports whether a constraint has a meaning for all leaves below
// a summary.
func (k ConstraintKind) forSummaries() bool {
	switch k {
	case AsSoonAsPossible, StartNoEarlierThan, FinishNoLaterThan, Deadline:
		return true
	}
	return false
}

// dated reports whether a constraint has a date.
func (k ConstraintKind) dated() bool { return k > AsLateAsPossible }

func (g *Graph) checkProgress(i int, in *Input, faults Faults) Faults {
	p := &in.Progress[i]
	add := func(code FaultCode, value int64) {
		f := fault(code)
		f.Progress, f.Value = i, value
		if p.Activity >= 0 && p.Activity < len(g.activities) {
			f.Activity, f.Keys = p.Activity, []string{g.keys[p.Activity]}
		}
		faults = append(faults, f)
	}
	if p.Activity < 0 || p.Activity >= len(g.activities) {
		add(UnknownActivity, int64(p.Activity))
		return faults
	}
	if !inHorizon(p.ActualStart) {
		add(DateRange, int64(p.ActualStart))
	}
	if p.ActualFinish != nil && !inHorizon(*p.ActualFinish) {
		add(DateRange, int64(*p.ActualFinish))
	}
	if p.ActualFinish == nil && p.Remaining > MaxWork && g.isLeaf(p.Activity) && !g.activities[p.Activity].milestone {
		add(RemainingRange, int64(p.Remaining))
	}
	return faults
}
