package level_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

var monday = cpm.Date(2026, time.January, 5)

// worksOn says, for the calendars of drawn problems, whether a day is worked.
func worksOn(calendar int, d cpm.Day) bool {
	weekday := (int(d) + 4) % 7 // 1 January 1970 was a Thursday
	switch calendar {
	case 0:
		return weekday >= 1 && weekday <= 5
	case 1:
		return weekday >= 1 && weekday <= 4
	}
	return true
}

// drawProblem draws a network with what the engine can do, and resources in which each
// activity by itself finds room.
func drawProblem(t *rapid.T) *level.Problem {
	p := &level.Problem{Input: cpm.Input{Start: cpm.Instant(monday)}}
	p.Network.Calendars = []cpm.Calendar{
		cpm.MondayToFriday("week"), cpm.Weekdays("four days", 1, time.Monday, time.Tuesday, time.Wednesday, time.Thursday), cpm.Weekdays("all", 1, 0, 1, 2, 3, 4, 5, 6),
	}
	n := rapid.IntRange(1, 8).Draw(t, "activities")
	for i := range n {
		a := cpm.Activity{Calendar: rapid.IntRange(0, 2).Draw(t, "calendar"), Duration: cpm.Work(rapid.IntRange(0, 5).Draw(t, "duration"))}
		a.Milestone = a.Duration == 0 && rapid.Bool().Draw(t, "milestone")
		a.LevelOfEffort = rapid.IntRange(0, 7).Draw(t, "effort") == 0
		p.Network.Activities = append(p.Network.Activities, a)
		if i > 0 && rapid.Bool().Draw(t, "linked") {
			p.Network.Links = append(p.Network.Links, drawLink(t, i))
		}
	}
	drawParents(t, p)
	drawInput(t, p)
	for r := range rapid.IntRange(1, 2).Draw(t, "resources") {
		p.Resources = append(p.Resources, level.Resource{Calendar: -1, Units: 4})
		if rapid.Bool().Draw(t, "leave") {
			from := cpm.Instant(monday) + cpm.Instant(rapid.IntRange(0, 20).Draw(t, "from"))
			p.Resources[r].Changes = []level.Change{{From: from, Until: from + 4, Units: int64(rapid.IntRange(0, 3).Draw(t, "units"))}}
		}
		for i := range p.Network.Activities {
			if rapid.IntRange(0, 2).Draw(t, "needs") > 0 {
				p.Demands = append(p.Demands, drawDemand(t, i, r))
			}
		}
	}
	return p
}

func drawLink(t *rapid.T, to int) cpm.Link {
	l := cpm.Link{From: rapid.IntRange(0, to-1).Draw(t, "predecessor"), To: to, Type: cpm.LinkType(rapid.IntRange(0, 3).Draw(t, "type"))}
	l.Lag.Unit = rapid.SampledFrom([]cpm.LagUnit{cpm.WorkOfPredecessor, cpm.WorkOfSuccessor, cpm.Elapsed, cpm.MonthsFromPredecessor}).Draw(t, "unit")
	l.Lag.Value = int32(rapid.IntRange(-1, 2).Draw(t, "lag"))
	if l.Lag.Unit == cpm.MonthsFromPredecessor {
		l.Lag.Value = min(max(l.Lag.Value, 0), 1)
	}
	return l
}

// drawParents puts some of the activities under a summary.
func drawParents(t *rapid.T, p *level.Problem) {
	if !rapid.Bool().Draw(t, "summary") {
		return
	}
	n := len(p.Network.Activities)
	p.Network.Activities = append(p.Network.Activities, cpm.Activity{Key: "all"})
	for range n {
		p.Network.Parents = append(p.Network.Parents, []int{-1, n}[rapid.IntRange(0, 1).Draw(t, "below")])
	}
	p.Network.Parents[0] = n
	p.Network.Parents = append(p.Network.Parents, -1)
}

// drawInput draws what is known of single activities.
func drawInput(t *rapid.T, p *level.Problem) {
	for i := range p.Network.Activities {
		at := cpm.Instant(monday) + cpm.Instant(rapid.IntRange(0, 15).Draw(t, "at"))
		switch rapid.IntRange(0, 12).Draw(t, "known") {
		case 0:
			p.Input.Progress = append(p.Input.Progress, cpm.Progress{Activity: i, ActualStart: at - 5, Remaining: 2})
		case 1:
			finish := at - 2
			p.Input.Progress = append(p.Input.Progress, cpm.Progress{Activity: i, ActualStart: at - 5, ActualFinish: &finish})
		case 2:
			p.Input.Fixed = append(p.Input.Fixed, cpm.Fixed{Activity: i, Start: at, Finish: at + 3})
		case 3:
			p.Input.Pauses = append(p.Input.Pauses, cpm.Pause{Activity: i, Stop: at, Resume: at + 4})
		case 4:
			p.Input.Constraints = append(p.Input.Constraints, cpm.Constraint{Activity: i, Kind: cpm.ConstraintKind(rapid.IntRange(1, 8).Draw(t, "kind")), At: at})
		case 5:
			p.Dues = append(p.Dues, level.Due{Activity: i, By: at, Weight: int64(rapid.IntRange(1, 3).Draw(t, "weight"))})
		case 6:
			p.Input.Delays = append(p.Input.Delays, cpm.Delay{Activity: i, Ticks: 2})
		}
	}
}

func drawDemand(t *rapid.T, activity, resource int) level.Demand {
	d := level.Demand{Activity: activity, Resource: resource}
	switch rapid.IntRange(0, 2).Draw(t, "form") {
	case 0:
		d.Units = int64(rapid.IntRange(0, 4).Draw(t, "units"))
	case 1:
		d.Total = int64(rapid.IntRange(0, 4).Draw(t, "total"))
	default:
		d.Profile = []level.Stretch{{Ticks: 1, Units: int64(rapid.IntRange(0, 4).Draw(t, "first"))}, {Ticks: 2, Units: int64(rapid.IntRange(0, 4).Draw(t, "then"))}}
	}
	return d
}

// days are the days on which an activity is worked between its dates, less its pause.
func days(p *level.Problem, d cpm.Dates, activity int) []cpm.Day {
	var out []cpm.Day
	for x := d.Start; x < d.Finish; x++ {
		paused := false
		for _, q := range p.Input.Pauses {
			paused = paused || q.Activity == activity && q.Stop <= x && x < q.Resume
		}
		if worksOn(p.Network.Activities[activity].Calendar, cpm.Day(x)) && !paused {
			out = append(out, cpm.Day(x))
		}
	}
	return out
}

// needOn is what a demand needs on the n-th of so many days.
func needOn(d level.Demand, n, days int) int64 {
	if d.Profile != nil {
		if n < 1 {
			return d.Profile[0].Units
		}
		return d.Profile[1].Units
	}
	if d.Total != 0 {
		return d.Total*int64(n+1)/int64(days) - d.Total*int64(n)/int64(days)
	}
	return d.Units
}

// isHeld reports whether nothing but links, its calendar and the resources hold an
// activity.
func isHeld(p *level.Problem, activity int) bool {
	a := p.Network.Activities[activity]
	held := a.Duration > 0 && !a.LevelOfEffort && a.Key != "all"
	for _, x := range p.Input.Progress {
		held = held && x.Activity != activity
	}
	for _, x := range p.Input.Fixed {
		held = held && x.Activity != activity
	}
	for _, x := range p.Input.Constraints {
		held = held && (x.Activity != activity || x.Kind != cpm.MustStartOn && x.Kind != cpm.MustFinishOn)
	}
	return held
}

// follow reports whether the dates of an activity follow from those of what is moved: it
// may come to need what others have taken, and go along with them wherever they go.
func follow(p *level.Problem, activity int) bool {
	a := p.Network.Activities[activity]
	follows := a.LevelOfEffort || a.Key == "all" || a.Duration == 0
	for _, x := range p.Input.Progress {
		follows = follows || x.Activity == activity && x.ActualFinish == nil
	}
	return follows
}

// requireCapacity fails where what is held takes part in needing more than there is, and
// where more is needed and no excess names it.
func requireCapacity(t *rapid.T, p *level.Problem, plan *level.Plan) {
	for r, resource := range p.Resources {
		all, held, named := map[cpm.Day]int64{}, map[cpm.Day]int64{}, map[cpm.Day]bool{}
		for _, e := range plan.Excesses {
			for x := e.From; x < e.Until && e.Resource == r; x++ {
				named[cpm.Day(x)] = len(e.Activities) > 0
			}
		}
		follows := map[cpm.Day]bool{}
		for _, d := range p.Demands {
			worked := days(p, plan.Result.Dates(d.Activity), d.Activity)
			if len(worked) == 0 && d.Total != 0 {
				worked = []cpm.Day{cpm.Day(plan.Result.Dates(d.Activity).Start)}
			}
			for n, day := range worked {
				if need := needOn(d, n, len(worked)); d.Resource == r {
					all[day] += need
					follows[day] = follows[day] || follow(p, d.Activity)
					if isHeld(p, d.Activity) {
						held[day] += need
					}
				}
			}
		}
		for day, need := range all {
			there := resource.Units
			for _, c := range resource.Changes {
				if c.From <= cpm.Instant(day) && cpm.Instant(day) < c.Until {
					there = c.Units
				}
			}
			if require.Equal(t, need > there, named[day], "%v", day); need > there && !follows[day] {
				require.Zero(t, held[day], "%v", day)
			}
		}
	}
}

func TestNothingThatCanBeMovedIsAboveCapacityInAnyNetwork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		_, err := cpm.Build(p.Network)
		require.NoError(t, err)
		plan, err := level.Level(context.Background(), p, level.Options{Schedules: 60})
		require.NoError(t, err)
		require.Empty(t, cpm.Check(p.Network, &plan.Input, plan.Result))
		requireCapacity(t, p, plan)
		require.LessOrEqual(t, plan.BoundFinish, plan.Finish)
		require.LessOrEqual(t, plan.BoundLateness, plan.Lateness)
		again, err := level.Level(context.Background(), p, level.Options{Schedules: 60})
		require.NoError(t, err)
		require.Equal(t, plan.Input.Starts, again.Input.Starts)
	})
}

func TestSmoothingMovesNoBindingDateAndBreaksNoLink(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		g, err := cpm.Build(p.Network)
		require.NoError(t, err)
		p.Input.Delays = nil
		for i := range p.Input.Constraints {
			if p.Input.Constraints[i].Kind == cpm.AsLateAsPossible {
				p.Input.Constraints[i].Kind = cpm.AsSoonAsPossible
			}
		}
		var before cpm.Result
		require.NoError(t, g.Solve(&p.Input, &before))
		plan, err := level.Smooth(context.Background(), p, level.Options{Schedules: 50})
		require.NoError(t, err)
		require.Empty(t, cpm.Check(p.Network, &plan.Input, plan.Result))
		require.LessOrEqual(t, plan.Result.Finish(), before.Finish())
		for _, d := range p.Dues {
			if !p.Network.Activities[d.Activity].LevelOfEffort {
				require.LessOrEqual(t, plan.Result.Dates(d.Activity).Finish, max(d.By, before.Dates(d.Activity).Finish))
			}
		}
		for _, c := range p.Input.Constraints {
			if late := plan.Result.Dates(c.Activity); c.Kind == cpm.Deadline && !p.Network.Activities[c.Activity].LevelOfEffort && before.Dates(c.Activity).Finish <= c.At {
				require.LessOrEqual(t, late.Finish, c.At)
			}
		}
		require.LessOrEqual(t, over(t, p, plan.Result), over(t, p, &before))
	})
}

// over is what is needed above what there is, in all.
func over(t *rapid.T, p *level.Problem, r *cpm.Result) int64 {
	l, err := level.Load(p, r, []cpm.Instant{cpm.Instant(monday) - 100, cpm.Instant(monday) + 1000})
	require.NoError(t, err)
	sum := int64(0)
	for _, x := range l.Resources {
		sum += x.Periods[0].Over
	}
	return sum
}

func TestALoadIsWhatTheDaysOfItsActivitiesNeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		g, err := cpm.Build(p.Network)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&p.Input, &r))
		var periods []cpm.Instant
		for x, k := cpm.Instant(monday)-7, rapid.IntRange(0, 6).Draw(t, "periods"); k > 0; k-- {
			periods = append(periods, x)
			x += cpm.Instant(rapid.IntRange(0, 9).Draw(t, "length"))
		}
		l, err := level.Load(p, &r, periods)
		require.NoError(t, err)
		for i, got := range l.Resources {
			want := needs(p, &r, i)
			sum := got.Before + got.After
			for n, period := range got.Periods {
				need, parts := int64(0), int64(0)
				for day, units := range want {
					if periods[n] <= cpm.Instant(day) && cpm.Instant(day) < periods[n+1] {
						need += units
					}
				}
				for _, part := range period.Parts {
					parts += part.Need
				}
				require.Equal(t, need, period.Need)
				require.Equal(t, need, parts)
				sum += period.Need
			}
			all := int64(0)
			for _, units := range want {
				all += units
			}
			require.Equal(t, all, sum)
		}
	})
}

// needs are what a result needs of a resource, by day.
func needs(p *level.Problem, r *cpm.Result, resource int) map[cpm.Day]int64 {
	out := map[cpm.Day]int64{}
	for _, d := range p.Demands {
		dates := r.Dates(d.Activity)
		worked := days(p, dates, d.Activity)
		if len(worked) == 0 && d.Total != 0 {
			worked = []cpm.Day{cpm.Day(dates.Start)}
		}
		for n, day := range worked {
			if d.Resource == resource {
				out[day] += needOn(d, n, len(worked))
			}
		}
	}
	return out
}
