package cpm_test

import (
	"slices"

	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// problem is a network and what it is solved for.
type problem struct {
	net cpm.Network
	in  cpm.Input
}

// drawProblem draws a network, often with a hierarchy, and all that it can be
// solved for.
func drawProblem(t *rapid.T) problem {
	ticks := int32(rapid.IntRange(1, 3).Draw(t, "ticks a day"))
	if rapid.IntRange(0, 19).Draw(t, "minutes") == 0 {
		ticks = 1440
	}
	p := problem{net: drawNetworkOn(t, ticks)}
	if rapid.Bool().Draw(t, "hierarchy") {
		var leaves int
		p.net, leaves = drawHierarchyOver(t, p.net)
		for l := range p.net.Links {
			if link := &p.net.Links[l]; link.From >= leaves && rapid.Bool().Draw(t, "from its start") {
				link.Type |= cpm.SS
			}
		}
	}
	for l := range p.net.Links {
		if rapid.IntRange(0, 3).Draw(t, "another lag") == 0 {
			p.net.Links[l].Lag = drawLag(t, &p.net)
		}
	}
	p.in = drawInput(t, p.net)
	p.drawOptions(t)
	for range rapid.IntRange(0, 4).Draw(t, "more constraints") {
		p.in.Constraints = append(p.in.Constraints, cpm.Constraint{
			Activity: p.drawActivity(t),
			Kind:     cpm.ConstraintKind(rapid.IntRange(0, int(cpm.Deadline)).Draw(t, "kind")),
			At:       p.in.Start + cpm.Instant(unitOf(ticks)*rapid.Int32Range(-5, 40).Draw(t, "at")),
		})
	}
	drawChanges(t, p.net, &p.in)
	if rapid.IntRange(0, 1).Draw(t, "more") == 0 {
		p.drawMore(t)
	}
	if rapid.IntRange(0, 3).Draw(t, "odd") == 0 {
		p.drawOddities(t)
	}
	return p
}

func (p *problem) drawActivity(t *rapid.T) int {
	return rapid.IntRange(0, len(p.net.Activities)-1).Draw(t, "activity")
}

// drawOptions draws those of a program, or any.
func (p *problem) drawOptions(t *rapid.T) {
	switch o := &p.in.Options; rapid.IntRange(0, 5).Draw(t, "program") {
	case 0:
		*o = cpm.MicrosoftProject()
	case 1:
		*o = cpm.Primavera()
	default:
		o.Float = cpm.FloatKind(rapid.IntRange(0, int(cpm.SmallestFloat)).Draw(t, "float"))
		o.ALAP = cpm.ALAPMode(rapid.IntRange(0, int(cpm.ALAPEarlyDates)).Draw(t, "mode"))
		o.Critical = cpm.Work(rapid.IntRange(-1, 2).Draw(t, "critical"))
		o.StartLag = cpm.StartLagMode(rapid.IntRange(0, int(cpm.LagFromEarlyStart)).Draw(t, "start lag"))
		o.Finished = cpm.FinishedMode(rapid.IntRange(0, int(cpm.FinishedCarries)).Draw(t, "finished work"))
	}
}

// drawMore adds what few plans have.
func (p *problem) drawMore(t *rapid.T) {
	unit := int(unitOf(p.net.TicksPerDay))
	at := func(label string) cpm.Instant {
		return p.in.Start + cpm.Instant(rapid.IntRange(-5*unit, 30*unit).Draw(t, label))
	}
	some := func(label string) bool { return rapid.IntRange(0, 3).Draw(t, label) == 0 }
	if some("fixed") {
		for range rapid.IntRange(1, 3).Draw(t, "fixed") {
			start := at("fixed start")
			finish := start + cpm.Instant(rapid.IntRange(-unit, 6*unit).Draw(t, "fixed length"))
			p.in.Fixed = append(p.in.Fixed, cpm.Fixed{
				Activity: p.drawActivity(t), Start: start, Finish: finish, EarlyOnly: rapid.IntRange(0, 2).Draw(t, "early only") > 0,
			})
		}
	}
	if some("levels of effort") {
		for i := range p.net.Activities {
			p.net.Activities[i].LevelOfEffort = some("level of effort")
		}
	}
	if some("delays") {
		for range rapid.IntRange(1, 3).Draw(t, "delays") {
			p.in.Delays = append(p.in.Delays, cpm.Delay{
				Activity: p.drawActivity(t), Ticks: cpm.Work(rapid.IntRange(-unit, 5*unit).Draw(t, "delay")), Elapsed: rapid.Bool().Draw(t, "elapsed"),
			})
		}
	}
	if some("pauses") {
		for range rapid.IntRange(1, 3).Draw(t, "pauses") {
			stop := at("stop")
			p.in.Pauses = append(p.in.Pauses, cpm.Pause{
				Activity: p.drawActivity(t), Stop: stop, Resume: stop + cpm.Instant(rapid.IntRange(-unit, 12*unit).Draw(t, "pause")),
			})
		}
	}
	if some("from the finish") {
		p.in.FromFinish, p.in.MustFinish = true, new(at("must finish")+cpm.Instant(20*unit))
	}
}

// drawOddities adds what is computed with a warning: durations of what has none,
// lengths below nothing, working time that is none, and progress twice, on
// summaries, or with work that remains of what is done.
func (p *problem) drawOddities(t *rapid.T) {
	p.drawNegatives(t)
	for i := range p.net.Activities {
		a := &p.net.Activities[i]
		if (a.Milestone || isParent(p.net, i)) && rapid.Bool().Draw(t, "a duration") {
			a.Duration = 2
		}
	}
	for i := range p.in.Progress {
		if x := &p.in.Progress[i]; (x.ActualFinish != nil || p.net.Activities[x.Activity].Milestone) && rapid.Bool().Draw(t, "remaining") {
			x.Remaining = 3
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "more progress") {
		x := cpm.Progress{Activity: p.drawActivity(t), ActualStart: p.in.Start + cpm.Instant(rapid.IntRange(-9, 9).Draw(t, "actual start"))}
		if rapid.Bool().Draw(t, "finished") {
			x.ActualFinish = new(x.ActualStart + 4)
		}
		p.in.Progress = append(p.in.Progress, x)
	}
}

func (p *problem) drawNegatives(t *rapid.T) {
	some := func(label string) bool { return rapid.IntRange(0, 5).Draw(t, label) == 0 }
	for i := range p.net.Activities {
		if some("a duration below nothing") {
			p.net.Activities[i].Duration, p.net.Activities[i].Milestone = -2, false
		}
		if p.in.Durations != nil && some("another") {
			p.in.Durations[i] = -1
		}
	}
	for i := range p.in.Progress {
		if some("less than nothing remains") {
			p.in.Progress[i].Remaining = -3
		}
	}
	for i := range p.net.Calendars {
		c := &p.net.Calendars[i]
		if d := rapid.IntRange(0, 6).Draw(t, "weekday"); some("no shift") {
			c.Week[d] = append([]cpm.Shift{{From: 1, To: 1}, {From: 2, To: 0}}, c.Week[d]...)
		} else if len(c.Week[d]) > 0 && some("a shift that is too long") {
			c.Week[d] = []cpm.Shift{{From: c.Week[d][0].From, To: p.net.TicksPerDay + 1}, {From: -2, To: 0}}
		}
		if some("an exception the wrong way round") {
			c.Exceptions = append(c.Exceptions, cpm.Exception{First: windowStart + 9, Last: windowStart + 3})
		}
	}
}

func (p *problem) endsDay(i int) bool {
	a := p.net.Activities[i]
	return a.Milestone && a.Side == cpm.FinishSide
}

func (p *problem) anyLink(is func(*cpm.Link) bool) bool {
	return slices.ContainsFunc(p.net.Links, func(l cpm.Link) bool { return is(&l) })
}

func (p *problem) anyLag(units ...cpm.LagUnit) bool {
	return p.anyLink(func(l *cpm.Link) bool { return slices.Contains(units, l.Lag.Unit) })
}

func (p *problem) anyConstraint(is func(cpm.Constraint) bool) bool {
	return slices.ContainsFunc(p.in.Constraints, is)
}

// late reports whether something is to be as late as possible in a mode.
func (p *problem) late(mode cpm.ALAPMode) bool {
	return p.in.Options.ALAP == mode && p.anyConstraint(func(c cpm.Constraint) bool {
		return c.Kind == cpm.AsLateAsPossible && !isParent(p.net, c.Activity)
	})
}

// isPlain reports whether an activity is neither summary nor level of effort.
func (p *problem) isPlain(i int) bool {
	return !isParent(p.net, i) && !p.net.Activities[i].LevelOfEffort
}

func anyEntry(cpm.Progress) bool { return true }
func anyLag(cpm.Lag) bool        { return true }

func (p *problem) anyActivity(is func(cpm.Activity) bool) bool {
	for _, a := range p.net.Activities {
		if is(a) {
			return true
		}
	}
	return false
}

func (p *problem) anyProgress(is func(cpm.Progress) bool) bool {
	for _, x := range p.in.Progress {
		if is(x) {
			return true
		}
	}
	return false
}

// afterProgress reports whether a link of some lag follows a started activity.
func (p *problem) afterProgress(is func(cpm.Progress) bool, lag func(cpm.Lag) bool) bool {
	return p.linkAfter(is, func(l *cpm.Link) bool { return lag(l.Lag) })
}

func (p *problem) linkAfter(is func(cpm.Progress) bool, has func(*cpm.Link) bool) bool {
	return p.anyProgress(func(x cpm.Progress) bool {
		return is(x) && p.anyLink(func(l *cpm.Link) bool { return l.From == x.Activity && has(l) })
	})
}

// isOutside reports whether work has started where none is worked, or finished
// where the tick before is not.
func (p *problem) isOutside(x cpm.Progress) bool {
	a := p.net.Activities[x.Activity]
	worked := func(at cpm.Instant) bool {
		tick := int32(at - p.net.StartOf(p.net.FirstDay(at)))
		return isWorked(&p.net.Calendars[a.Calendar], p.net.FirstDay(at), tick)
	}
	return !a.Milestone && (!worked(x.ActualStart) || x.ActualFinish != nil && !worked(*x.ActualFinish-1))
}

// carries reports whether work has finished before a predecessor, and lets that
// through to what follows it.
func (p *problem) carries() bool {
	o := p.in.Options
	return o.Finished == cpm.FinishedCarries && o.Progress == cpm.RetainedLogic && p.linkAfter(p.isDone, func(l *cpm.Link) bool {
		return p.anyLink(func(into *cpm.Link) bool {
			return into.To == l.From && p.isPlain(into.From) && !p.anyProgress(func(x cpm.Progress) bool { return x.Activity == into.From && p.isDone(x) })
		})
	})
}

func (p *problem) isDone(x cpm.Progress) bool {
	return p.isPlain(x.Activity) && (x.ActualFinish != nil || p.net.Activities[x.Activity].Milestone)
}
