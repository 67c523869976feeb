package cpm_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// kinds say what a problem has; the reference must have seen enough of each.
var kinds = []struct {
	name string
	has  func(p *problem, r *cpm.Result) bool
}{
	{"several calendars", func(p *problem, _ *cpm.Result) bool { return len(p.net.Calendars) > 1 }},
	{"several ticks a day", func(p *problem, _ *cpm.Result) bool { return p.net.TicksPerDay > 1 }},
	{"a milestone", func(p *problem, _ *cpm.Result) bool {
		return p.anyActivity(func(a cpm.Activity) bool { return a.Milestone })
	}},
	{"a milestone at the end of a day, in months", func(p *problem, _ *cpm.Result) bool {
		return p.anyLink(func(l *cpm.Link) bool { return inMonths(l) && (p.endsDay(l.From) || p.endsDay(l.To)) })
	}},
	{"work of no length", func(p *problem, _ *cpm.Result) bool {
		return p.anyActivity(func(a cpm.Activity) bool { return a.Duration == 0 && !a.Milestone })
	}},
	{"a summary", func(p *problem, _ *cpm.Result) bool { return p.net.Parents != nil }},
	{"a link to a summary", func(p *problem, _ *cpm.Result) bool {
		return p.anyLink(func(l *cpm.Link) bool { return isParent(p.net, l.To) })
	}},
	{"a link from a summary's finish", func(p *problem, _ *cpm.Result) bool {
		return p.anyLink(func(l *cpm.Link) bool { return isParent(p.net, l.From) && fromFinish(l) })
	}},
	{"a link from a summary's start", func(p *problem, _ *cpm.Result) bool {
		return p.anyLink(func(l *cpm.Link) bool { return isParent(p.net, l.From) && !fromFinish(l) })
	}},
	{"months to a summary", func(p *problem, _ *cpm.Result) bool {
		return p.anyLink(func(l *cpm.Link) bool { return isParent(p.net, l.To) && inMonths(l) })
	}},
	{"months from a summary", func(p *problem, _ *cpm.Result) bool {
		return p.anyLink(func(l *cpm.Link) bool { return isParent(p.net, l.From) && inMonths(l) })
	}},
	{"months", func(p *problem, _ *cpm.Result) bool { return p.anyLink(inMonths) }},
	{"elapsed time", func(p *problem, _ *cpm.Result) bool { return p.anyLag(cpm.Elapsed, cpm.PercentElapsed) }},
	{"a percentage", func(p *problem, _ *cpm.Result) bool { return p.anyLag(cpm.Percent, cpm.PercentElapsed) }},
	{"minutes", func(p *problem, _ *cpm.Result) bool { return p.net.TicksPerDay == 1440 }},
	{"a constraint on a summary", func(p *problem, _ *cpm.Result) bool {
		return p.anyConstraint(func(c cpm.Constraint) bool { return isParent(p.net, c.Activity) })
	}},
	{"as late as possible, of the free float", func(p *problem, _ *cpm.Result) bool { return p.late(cpm.ALAPFreeFloat) }},
	{"as late as possible, of the total float", func(p *problem, _ *cpm.Result) bool { return p.late(cpm.ALAPTotalFloat) }},
	{"as late as possible, by early dates", func(p *problem, _ *cpm.Result) bool { return p.late(cpm.ALAPEarlyDates) }},
	{"Microsoft Project's options", func(p *problem, _ *cpm.Result) bool { return p.in.Options == cpm.MicrosoftProject() }},
	{"Primavera's options", func(p *problem, _ *cpm.Result) bool { return p.in.Options == cpm.Primavera() }},
	{"finished work that carries what it did not wait for", func(p *problem, _ *cpm.Result) bool { return p.carries() }},
	{"a lag from where started work goes on", func(p *problem, _ *cpm.Result) bool {
		return p.in.Options.StartLag == cpm.LagFromEarlyStart && p.linkAfter(func(x cpm.Progress) bool {
			return x.ActualFinish == nil && p.isPlain(x.Activity) && !p.net.Activities[x.Activity].Milestone
		}, func(l *cpm.Link) bool { return l.Type == cpm.SS })
	}},
	{"something odd", func(_ *problem, r *cpm.Result) bool { return len(r.Warnings()) > 0 }},
	{"dates that logic does not move", func(p *problem, _ *cpm.Result) bool {
		return slices.ContainsFunc(p.in.Fixed, func(f cpm.Fixed) bool { return p.isPlain(f.Activity) })
	}},
	{"dates that bind forward only", func(p *problem, _ *cpm.Result) bool {
		return slices.ContainsFunc(p.in.Fixed, func(f cpm.Fixed) bool { return f.EarlyOnly && p.isPlain(f.Activity) })
	}},
	{"a link to or from one of those", func(p *problem, _ *cpm.Result) bool {
		return slices.ContainsFunc(p.in.Fixed, func(f cpm.Fixed) bool {
			return f.EarlyOnly && p.isPlain(f.Activity) && p.anyLink(func(l *cpm.Link) bool { return l.From == f.Activity || l.To == f.Activity })
		})
	}},
	{"a level of effort", func(p *problem, _ *cpm.Result) bool {
		return p.anyActivity(func(a cpm.Activity) bool { return a.LevelOfEffort })
	}},
	{"a link of a level of effort", func(p *problem, _ *cpm.Result) bool {
		return p.anyLink(func(l *cpm.Link) bool {
			return p.net.Activities[l.From].LevelOfEffort || p.net.Activities[l.To].LevelOfEffort
		})
	}},
	{"a delay", func(p *problem, _ *cpm.Result) bool {
		return slices.ContainsFunc(p.in.Delays, func(d cpm.Delay) bool { return d.Ticks > 0 && p.isPlain(d.Activity) })
	}},
	{"a pause", func(p *problem, _ *cpm.Result) bool {
		return slices.ContainsFunc(p.in.Pauses, func(x cpm.Pause) bool { return x.Stop < x.Resume && p.isPlain(x.Activity) })
	}},
	{"a schedule from the finish", func(p *problem, _ *cpm.Result) bool { return p.in.FromFinish }},
	{"a constraint", func(p *problem, _ *cpm.Result) bool { return len(p.in.Constraints) > 0 }},
	{"starts of their own", func(p *problem, _ *cpm.Result) bool { return p.in.Starts != nil }},
	{"a data date", func(p *problem, _ *cpm.Result) bool { return p.in.DataDate != nil }},
	{"finished work", func(p *problem, _ *cpm.Result) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return x.ActualFinish != nil })
	}},
	{"work in progress", func(p *problem, _ *cpm.Result) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return x.ActualFinish == nil })
	}},
	{"an actual date outside working time", func(p *problem, _ *cpm.Result) bool { return p.anyProgress(p.isOutside) }},
	{"something done before it began", func(p *problem, _ *cpm.Result) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return x.ActualFinish != nil && *x.ActualFinish < x.ActualStart })
	}},
	{"something begun after the data date", func(p *problem, _ *cpm.Result) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return p.in.DataDate != nil && x.ActualStart > *p.in.DataDate })
	}},
	{"a link from one of those", func(p *problem, _ *cpm.Result) bool { return p.afterProgress(p.isOutside, anyLag) }},
	{"elapsed time after what has happened", func(p *problem, _ *cpm.Result) bool {
		return p.afterProgress(anyEntry, func(l cpm.Lag) bool { return l.Unit == cpm.Elapsed })
	}},
	{"months after what has happened", func(p *problem, _ *cpm.Result) bool {
		return p.afterProgress(anyEntry, func(l cpm.Lag) bool { return l.Unit >= cpm.MonthsFromPredecessor })
	}},
	{"a percentage after what has happened", func(p *problem, _ *cpm.Result) bool {
		return p.afterProgress(anyEntry, func(l cpm.Lag) bool { return l.Unit == cpm.Percent || l.Unit == cpm.PercentElapsed })
	}},
}

// Every kind has to be in a fortieth of the networks. An engine that takes actual
// dates for working ticks next to them is seen here by the reference, and by
// Check in TestCheckFindsNothingWrongWithWhatSolveFinds; a reference that is given
// such dates disagrees with the engine.
func TestTheReferenceAgreesOnEveryKind(t *testing.T) {
	const networks, least = 200_000, 5_000
	counts, all := make([]int, len(kinds)), 0
	eachProblem(t, drawProblem, networks, func(seed int, p problem, r *cpm.Result) {
		requireReference(t, p.net, p.in, r)
		require.Empty(t, cpm.Check(p.net, &p.in, r), "network %d", seed)
		all++
		for k := range kinds {
			if kinds[k].has(&p, r) {
				counts[k]++
			}
		}
	})
	for k, n := range counts {
		t.Logf("%7d of %d have %s", n, all, kinds[k].name)
		require.GreaterOrEqual(t, n*networks, least*all, kinds[k].name)
	}
}

func TestLateDriversAreTheLinksThatLetNothingBeLater(t *testing.T) {
	eachProblem(t, drawProblem, 30_000, func(seed int, p problem, r *cpm.Result) {
		ref := newReference(p.net, p.in)
		ref.solve()
		ref.each(func(i int) {
			if ref.standsStill(i) || ref.isFixed(i) {
				return
			}
			var want []int
			for _, l := range ref.followed(i, false) {
				if !ref.bears(l, i, ref.start(i, ref.late[i]+1), ref.late) {
					want = append(want, l)
				}
			}
			links, _ := driversOf(r.LateDrivers(i))
			require.Equal(t, want, links, "network %d: activity %d", seed, i)
		})
	})
}
