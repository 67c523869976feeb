package cpm_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// broken lists the links that what has happened, or is fixed, has broken: an end
// lies before where the link puts it, and there is work to be done in between.
func (ref *reference) broken() []int {
	var out []int
	for l := range ref.net.Links {
		link := &ref.net.Links[l]
		if ref.isEffort(link.From) || ref.isEffort(link.To) {
			continue
		}
		if slices.ContainsFunc(ref.leaves[link.To], func(i int) bool { return ref.breaksOff(l, i) }) {
			out = append(out, l)
		}
	}
	return out
}

// breaksOff reports whether an activity at or below the end of a link breaks it.
func (ref *reference) breaksOff(l, i int) bool {
	link := &ref.net.Links[l]
	to, finish, given := ref.given(i)
	switch p := ref.progress(i); {
	case !given && (p == nil || toFinish(link)):
		return false
	case !given:
		to = p.ActualStart
	case toFinish(link):
		to = finish
	}
	holds := func(from int) bool { return ref.holdsAt(l, from, i, to) }
	if fromFinish(link) {
		return slices.ContainsFunc(ref.leaves[link.From], func(from int) bool { return !holds(from) })
	}
	return !slices.ContainsFunc(ref.leaves[link.From], holds)
}

// holdsAt reports whether a link allows an end at an instant, up to time in which
// nothing is worked.
func (ref *reference) holdsAt(l, from, i int, to cpm.Instant) bool {
	link := &ref.net.Links[l]
	left, exact := ref.leaving(link, from, ref.early[from], ref.lastly), ref.net.Activities[i].Milestone
	lag := link.Lag
	if ref.in.Lags != nil {
		lag.Value = ref.in.Lags[l]
	}
	if !inMonths(link) {
		x := ref.lagged(link, lag, cpm.Instant(left))
		return to >= x || !exact && ref.plain(i).isIdle(to, x)
	}
	on := func(to cpm.Instant) bool {
		return ref.monthsHold(link, int(lag.Value), cpm.Day(left), ref.arrivalDay(i, to, toFinish(link) && !exact))
	}
	return on(to) || !exact && !toFinish(link) && on(ref.plain(i).next(to))
}

func TestOutOfSequenceAreTheLinksThatWhatHasHappenedHasBroken(t *testing.T) {
	const networks = 60_000
	with, all := 0, 0
	eachProblem(t, drawProblem, networks, func(seed int, p problem, r *cpm.Result) {
		if p.in.Options.Finished == cpm.FinishedCarries && p.in.Options.Progress == cpm.RetainedLogic {
			return // what is carried through breaks links as well
		}
		ref := newReference(p.net, p.in)
		ref.solve()
		want := ref.broken()
		require.Equal(t, want, r.OutOfSequence(), "network %d", seed)
		all++
		if len(want) > 0 {
			with++
		}
	})
	require.Greater(t, with*10, all, "few of %d networks have any", all)
}

func TestAFinishOnADayOffIsOnItsDateForALagInMonths(t *testing.T) {
	lag := cpm.Lag{Unit: cpm.MonthsFromPredecessor, Value: 1}
	for _, summary := range []bool{false, true} {
		net := cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "before", Duration: 1}, {Key: "done", Duration: 1}, {Key: "all"}},
			Links:      []cpm.Link{{From: 0, To: 1, Type: cpm.FF, Lag: lag}}, // by Saturday 28 February 2026
		}
		if summary {
			net.Parents, net.Links[0].To = []int{-1, 2, -1}, 2
		}
		for finish, want := range map[cpm.Instant][]int{
			day(2026, 2, 28): {0}, // the end of Friday
			day(2026, 3, 1):  nil, // that of Saturday
			day(2026, 3, 3):  nil,
		} {
			in := cpm.Input{
				Start:    day(2026, 1, 28),
				Progress: []cpm.Progress{{Activity: 1, ActualStart: day(2026, 2, 2), ActualFinish: &finish}},
			}
			require.Equal(t, want, solved(t, net, in).OutOfSequence())
		}
	}
}
