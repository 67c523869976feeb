package level_test

import (
	"context"
	"math/rand"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

// likePSPLIB is an instance of so many activities as ProGen makes them: up to three
// successors, ten ticks and ten units, resources that are scarce.
func likePSPLIB(activities int, seed int64) instance {
	rnd := rand.New(rand.NewSource(seed))
	x := instance{name: "drawn", capacity: make([]int, 4)}
	n := activities + 2
	x.follow = make([][]int, n)
	for i := range n {
		d, needs := 1+rnd.Intn(10), make([]int, 4)
		if i == 0 || i == n-1 {
			d = 0
		} else {
			for r := range needs {
				if rnd.Intn(2) == 0 {
					needs[r] = 1 + rnd.Intn(10)
				}
			}
		}
		x.lengths, x.needs = append(x.lengths, d), append(x.needs, needs)
	}
	for i := 1; i < n-1; i++ {
		from := 0
		if i > 4 && rnd.Intn(8) > 0 {
			from = max(1, i-1-rnd.Intn(activities/3))
		}
		x.follow[from] = append(x.follow[from], i)
		if j := i + 1 + rnd.Intn(activities/4); j < n-1 {
			x.follow[i] = append(x.follow[i], j)
		}
		x.follow[i] = append(x.follow[i], n-1)
	}
	for r := range x.capacity {
		x.capacity[r] = 16
	}
	return x
}

// months is a network of 150 activities on three calendars, some of whose links count
// months, elapsed time or from starts, with three people.
func months() *level.Problem {
	rnd := rand.New(rand.NewSource(7))
	monday := cpm.Date(2026, time.January, 5)
	p := &level.Problem{Input: cpm.Input{Start: cpm.Instant(monday)}}
	p.Network.Calendars = []cpm.Calendar{
		cpm.MondayToFriday("week"), cpm.MondayToFriday("closed in April", monday+90, monday+91, monday+92),
		cpm.Weekdays("four days", 1, time.Monday, time.Tuesday, time.Wednesday, time.Thursday),
	}
	for i := range 150 {
		p.Network.Activities = append(p.Network.Activities, cpm.Activity{Calendar: i % 3, Duration: cpm.Work(1 + rnd.Intn(10))})
		p.Demands = append(p.Demands, level.Demand{Activity: i, Resource: rnd.Intn(3), Units: int64(1 + rnd.Intn(3))})
		if i < 10 {
			continue
		}
		for range 2 {
			l := cpm.Link{From: rnd.Intn(i), To: i}
			switch rnd.Intn(12) {
			case 0:
				l.Lag = cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}
			case 1:
				l.Lag = cpm.Lag{Value: 3, Unit: cpm.Elapsed}
			case 2:
				l.Type = cpm.SS
			}
			p.Network.Links = append(p.Network.Links, l)
		}
	}
	for range 3 {
		p.Resources = append(p.Resources, level.Resource{Units: 4, Changes: []level.Change{{From: cpm.Instant(monday + 30), Until: cpm.Instant(monday + 40), Units: 0}}})
	}
	return p
}

func benchmarkLevel(b *testing.B, p *level.Problem, schedules int) {
	made := 0
	for range b.N {
		plan, err := level.Level(context.Background(), p, level.Options{Schedules: schedules, Seed: 1})
		require.NoError(b, err)
		made += plan.Schedules
	}
	b.ReportMetric(float64(made)/b.Elapsed().Seconds(), "schedules/s")
}

func BenchmarkLevelOneCalendar60(b *testing.B) {
	x := likePSPLIB(60, 2)
	benchmarkLevel(b, x.problem(), 50_000)
}

func BenchmarkLevelOneCalendar120(b *testing.B) {
	x := likePSPLIB(120, 2)
	benchmarkLevel(b, x.problem(), 20_000)
}

func BenchmarkLevelThreeCalendarsAndMonths(b *testing.B) { benchmarkLevel(b, months(), 10_000) }
