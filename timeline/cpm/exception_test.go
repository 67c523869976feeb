package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestTheLastExceptionOfADayCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := cpm.MondayToFriday("week")
		want := map[cpm.Day]bool{}
		for d := cpm.Day(-60); d < 60; d++ {
			want[d] = d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
		}
		for range rapid.IntRange(0, 12).Draw(t, "exceptions") {
			first := cpm.Day(rapid.IntRange(-40, 40).Draw(t, "first"))
			e := cpm.Exception{First: first, Last: first + cpm.Day(rapid.IntRange(0, 15).Draw(t, "length"))}
			works := rapid.Bool().Draw(t, "works")
			if works {
				e.Shifts = []cpm.Shift{{From: 0, To: 1}}
			}
			c.Exceptions = append(c.Exceptions, e)
			for d := e.First; d <= e.Last; d++ {
				want[d] = works
			}
		}
		g, err := cpm.Build(cpm.Network{Calendars: []cpm.Calendar{c}})
		require.NoError(t, err)
		for d, works := range want {
			require.Equal(t, works, g.Calendar(0).Between(cpm.Instant(d), cpm.Instant(d+1)) == 1, "%v", d)
		}
	})
}

func TestExceptionsBeyondTheHorizonCountForNothing(t *testing.T) {
	// With 1440 ticks a day the horizon is day 745,654.
	c := cpm.MondayToFriday("week")
	c.Exceptions = []cpm.Exception{{First: 740_000, Last: 740_000}, {First: 750_000, Last: 750_009}}
	g, err := cpm.Build(cpm.Network{Calendars: []cpm.Calendar{c}, TicksPerDay: 1440})
	require.NoError(t, err)
	require.Zero(t, g.Calendar(0).Between(740_000*1440, 740_001*1440))
	require.Equal(t, cpm.Work(5), g.Calendar(0).Between(740_001*1440, 740_008*1440))
}

// longExceptions is a calendar with so many exceptions of the full span, every
// other one of them worked.
func longExceptions(n int) cpm.Calendar {
	c := cpm.MondayToFriday("week")
	for i := range n {
		e := cpm.Exception{First: 0, Last: cpm.MaxExceptionSpan - 1}
		if i%2 == 0 {
			e.Shifts = []cpm.Shift{{From: 0, To: 1}}
		}
		c.Exceptions = append(c.Exceptions, e)
	}
	return c
}

// The time for each exception on its own would be ten thousand times that for
// one; what is allowed is twenty times, in the best of up to ten rounds.
func TestManyLongExceptionsCostLittleMoreThanOne(t *testing.T) {
	timed := func(n int) time.Duration {
		c, begun := longExceptions(n), time.Now()
		_, err := cpm.Build(cpm.Network{Calendars: []cpm.Calendar{c}})
		require.NoError(t, err)
		return time.Since(begun)
	}
	one, many := time.Hour, time.Hour
	for round := 0; round < 10 && (round == 0 || many >= 20*one); round++ {
		one, many = min(one, timed(1)), min(many, timed(10_000))
	}
	require.Less(t, many, 20*one)
}

func BenchmarkBuildWithLongExceptions(b *testing.B) {
	net := cpm.Network{Calendars: []cpm.Calendar{longExceptions(10_000)}}
	for b.Loop() {
		if _, err := cpm.Build(net); err != nil {
			b.Fatal(err)
		}
	}
}
