package cpm

// chainCheck adds up one chain of a proof, in working ticks of one calendar.
type chainCheck struct {
	*cutCheck
	chain   *WeightedPath
	through map[int]int64 // by activity: 1 from its start to its finish, -1 back

	clock  uint16
	w      *WorkingTime
	at     Work // where the chain has come to
	finish bool // at the finish of the activity
	begins bool // of a milestone: it stands where a working tick begins, not where one ends
}

// excess is by how much the chain is too long as it is; false if it is no
// chain, or none of working time on one calendar, or does not hold the target.
func (k *chainCheck) excess() (int64, bool) {
	c := k.chain
	if len(c.Activities) == 0 || len(c.Links) != len(c.Activities)-1 {
		return 0, false
	}
	for i, a := range c.Activities {
		if a < 0 || a >= len(k.n.Activities) || !k.g.isLeaf(a) {
			return 0, false
		}
		if i > 0 && (c.Links[i-1] < 0 || c.Links[i-1] >= len(k.n.Links)) {
			return 0, false
		}
	}
	k.clock = k.g.clocks[k.n.Activities[c.Activities[0]].Calendar]
	k.w = k.g.calendars[k.clock]
	k.begin()
	for i, l := range c.Links {
		if !k.follow(c.Activities[i], c.Activities[i+1], &k.n.Links[l], k.value(l)) {
			return 0, false
		}
	}
	return k.end(c.Activities[len(c.Activities)-1])
}

func (k *chainCheck) value(link int) int32 {
	if k.in.Lags != nil {
		return k.in.Lags[link]
	}
	return k.n.Links[link].Lag.Value
}

// begin is where the first activity is held, whatever comes before it.
func (k *chainCheck) begin() {
	a := k.chain.Activities[0]
	k.finish = k.chain.FromFinish
	milestone := k.n.Activities[a].Milestone
	switch p := k.progress(a); {
	case p == nil:
		k.at = k.held(a)
	case p.ActualFinish != nil || milestone:
		// It has happened; a link says from which end it goes on.
		k.finish = len(k.chain.Links) > 0 && k.n.Links[k.chain.Links[0]].Type.fromFinish()
		k.at = k.w.Rank(p.ActualStart)
		if k.finish && p.ActualFinish != nil {
			k.at = k.w.Rank(*p.ActualFinish)
		}
	case len(k.chain.Links) > 0 && !k.n.Links[k.chain.Links[0]].Type.fromFinish():
		k.finish, k.at = false, k.w.Rank(p.ActualStart)
	case k.finish:
		k.at = k.held(a)
	case k.in.DataDate != nil:
		k.at = k.w.Rank(*k.in.DataDate)
	default:
		k.at = k.w.Rank(p.ActualStart) + max(k.duration(a)-max(p.Remaining, 0), 0)
	}
}

// held is what constraints and the project's start hold the first activity to,
// at the end where the chain begins.
func (k *chainCheck) held(a int) Work {
	at := longAgo
	if !k.finish {
		at = k.w.Rank(k.in.Start)
		if k.in.DataDate != nil {
			at = max(at, k.w.Rank(*k.in.DataDate))
		}
	}
	for _, c := range k.in.Constraints {
		if !k.isOn(c.Activity, a) {
			continue
		}
		x := k.w.Rank(c.At)
		switch c.Kind {
		case MustStartOn, MustFinishOn:
			if k.progress(a) == nil {
				if (c.Kind == MustFinishOn) != k.finish {
					return longAgo
				}
				return x
			}
		case StartNoEarlierThan:
			if !k.finish {
				at = max(at, x)
			}
		case FinishNoEarlierThan:
			if k.finish || k.n.Activities[a].Milestone {
				at = max(at, x)
			}
		}
	}
	return at
}

// isOn reports whether an activity is one or lies below it.
func (k *chainCheck) isOn(top, a int) bool {
	for ; a >= 0; a = k.n.Parents[a] {
		if a == top {
			return true
		}
		if k.n.Parents == nil {
			break
		}
	}
	return false
}

// pulls counts the constraints that can put an activity before what its links
// demand.
func (k *chainCheck) pulls(a int) int {
	count := 0
	for _, c := range k.in.Constraints {
		if k.progress(a) != nil || !k.isOn(c.Activity, a) {
			continue
		}
		switch c.Kind {
		case MustStartOn, MustFinishOn:
			count++
		case StartNoLaterThan, FinishNoLaterThan:
			if k.in.Options.HonorConstraints {
				count += 2
			}
		}
	}
	return count
}

// follow goes from one activity over a link to the next.
func (k *chainCheck) follow(from, to int, l *Link, value int32) bool {
	if !k.isOn(l.From, from) || !k.isOn(l.To, to) || l.From != from && !l.Type.fromFinish() {
		return false
	}
	if p := k.progress(to); p != nil && (p.ActualFinish != nil || k.n.Activities[to].Milestone || k.in.Options.Progress == ProgressOverride) {
		return false
	}
	if from == k.chain.Activities[0] && k.pulls(from) > 1 || k.pulls(to) > 0 {
		return false
	}
	k.leave(from, l.Type.fromFinish())
	lag, ok := k.lag(l, value)
	if !ok || k.g.clocks[k.n.Activities[to].Calendar] != k.clock {
		return false
	}
	k.at += lag
	if lag != 0 {
		k.begins = lag < 0
	}
	k.finish = l.Type.toFinish()
	return true
}

// leave goes to the end of an activity that a link leaves it at.
func (k *chainCheck) leave(a int, finish bool) {
	if k.n.Activities[a].Milestone {
		return
	}
	started := k.progress(a)
	past := started != nil && (started.ActualFinish != nil || a == k.chain.Activities[0] && !finish)
	switch length := k.length(a); {
	case past || k.finish == finish:
	case finish:
		k.at += length
		k.through[a]++
	default:
		k.at -= length
		k.through[a]--
	}
	k.begins = !past && (!finish || k.length(a) == 0 && started == nil)
}

// lag is that of a link in working ticks of the chain's calendar.
func (k *chainCheck) lag(l *Link, value int32) (Work, bool) {
	counted := l.Lag.Calendar
	switch l.Lag.Unit {
	case WorkOfPredecessor:
		counted = k.n.Activities[l.From].Calendar
	case WorkOfSuccessor:
		counted = k.n.Activities[l.To].Calendar
	case WorkOfCalendar:
	case Percent, PercentElapsed:
		// Of what is shortened the lag may change: the least that it can become.
		long := k.duration(l.From)
		value = min(hundredthsOf(long, value), hundredthsOf(long-k.prices[l.From].Limit, value))
		counted = k.n.Activities[l.From].Calendar
	case Elapsed:
	default:
		return 0, false
	}
	elapsed := l.Lag.Unit == Elapsed || l.Lag.Unit == PercentElapsed
	if value != 0 && (elapsed && k.clock != k.g.everyTick() || !elapsed && k.g.clocks[counted] != k.clock) {
		return 0, false
	}
	return Work(value), true
}

// hundredthsOf is a share in hundredths of a percent, halves away from zero.
func hundredthsOf(d Work, hundredths int32) int32 {
	twice := 2*int64(d)*int64(hundredths) + 10_000
	if hundredths < 0 {
		twice -= 20_000
	}
	return int32(min(max(twice/20_000, -int64(MaxWork)), int64(MaxWork)))
}

// end is by how much the chain reaches beyond the date.
func (k *chainCheck) end(a int) (int64, bool) {
	if !k.isOn(k.c.Target, a) || len(k.chain.Links) == 0 && k.pulls(a) > 1 {
		return 0, false
	}
	k.leave(a, true)
	last := k.w.Rank(k.c.By)
	if k.begins {
		last = k.w.lastStart(k.c.By)
	}
	return int64(k.at) - int64(last), true
}
