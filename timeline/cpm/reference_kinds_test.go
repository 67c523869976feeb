package cpm_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// problem is a network and what it is solved for.
type problem struct {
	net cpm.Network
	in  cpm.Input
}

// kinds say what a problem has; the reference must have seen enough of each.
var kinds = []struct {
	name string
	has  func(p *problem) bool
}{
	{"several calendars", func(p *problem) bool { return len(p.net.Calendars) > 1 }},
	{"several ticks a day", func(p *problem) bool { return p.net.TicksPerDay > 1 }},
	{"a milestone", func(p *problem) bool { return p.anyActivity(func(a cpm.Activity) bool { return a.Milestone }) }},
	{"a milestone at the end of a day, in months", func(p *problem) bool {
		for _, l := range p.net.Links {
			if l.Lag.Unit >= cpm.MonthsFromPredecessor && (p.endsDay(l.From) || p.endsDay(l.To)) {
				return true
			}
		}
		return false
	}},
	{"work of no length", func(p *problem) bool {
		return p.anyActivity(func(a cpm.Activity) bool { return a.Duration == 0 && !a.Milestone })
	}},
	{"a constraint", func(p *problem) bool { return len(p.in.Constraints) > 0 }},
	{"starts of their own", func(p *problem) bool { return p.in.Starts != nil }},
	{"a data date", func(p *problem) bool { return p.in.DataDate != nil }},
	{"finished work", func(p *problem) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return x.ActualFinish != nil })
	}},
	{"work in progress", func(p *problem) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return x.ActualFinish == nil })
	}},
	{"an actual date outside working time", func(p *problem) bool { return p.anyProgress(p.isOutside) }},
	{"something done before it began", func(p *problem) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return x.ActualFinish != nil && *x.ActualFinish < x.ActualStart })
	}},
	{"something begun after the data date", func(p *problem) bool {
		return p.anyProgress(func(x cpm.Progress) bool { return p.in.DataDate != nil && x.ActualStart > *p.in.DataDate })
	}},
	{"a link from one of those", func(p *problem) bool { return p.afterProgress(p.isOutside, anyLag) }},
	{"elapsed time after what has happened", func(p *problem) bool {
		return p.afterProgress(anyEntry, func(l cpm.Lag) bool { return l.Unit == cpm.Elapsed })
	}},
	{"months after what has happened", func(p *problem) bool {
		return p.afterProgress(anyEntry, func(l cpm.Lag) bool { return l.Unit >= cpm.MonthsFromPredecessor })
	}},
	{"a percentage after what has happened", func(p *problem) bool {
		return p.afterProgress(anyEntry, func(l cpm.Lag) bool { return l.Unit == cpm.Percent || l.Unit == cpm.PercentElapsed })
	}},
}

func (p *problem) endsDay(i int) bool {
	a := p.net.Activities[i]
	return a.Milestone && a.Side == cpm.FinishSide
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
	return p.anyProgress(func(x cpm.Progress) bool {
		for _, l := range p.net.Links {
			if l.From == x.Activity && is(x) && lag(l.Lag) {
				return true
			}
		}
		return false
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

func TestTheReferenceAgreesOnEveryKind(t *testing.T) {
	networks, least := 2_000, 50
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		networks, least = 200_000, 5_000
	}
	draw := rapid.Custom(func(t *rapid.T) problem {
		net := drawNetwork(t)
		return problem{net, drawInput(t, net)}
	})
	counts := make([]int, len(kinds))
	var r cpm.Result
	for seed := range networks {
		p := draw.Example(seed)
		g, err := cpm.Build(p.net)
		require.NoError(t, err)
		require.NoError(t, g.Solve(&p.in, &r))
		requireReference(t, p.net, p.in, &r)
		require.Empty(t, cpm.Check(p.net, &p.in, &r), "network %d", seed)
		for k := range kinds {
			if kinds[k].has(&p) {
				counts[k]++
			}
		}
	}
	for k, n := range counts {
		t.Logf("%7d of %d have %s", n, networks, kinds[k].name)
		require.GreaterOrEqual(t, n, least, kinds[k].name)
	}
}
