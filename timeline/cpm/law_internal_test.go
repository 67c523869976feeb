package cpm

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func drawWorkingTime(t *rapid.T, ticks int32) *WorkingTime {
	var c Calendar
	shift := func() []Shift {
		from := rapid.Int32Range(0, ticks-1).Draw(t, "from")
		return []Shift{{from, rapid.Int32Range(from+1, ticks).Draw(t, "to")}}
	}
	if rapid.IntRange(0, 4).Draw(t, "always") == 0 {
		c = Weekdays("", ticks, 0, 1, 2, 3, 4, 5, 6)
	}
	c.Week[rapid.IntRange(0, 6).Draw(t, "first day")] = shift()
	for d := range c.Week {
		if rapid.Bool().Draw(t, "works") {
			c.Week[d] = append(shift(), shift()...)
		}
	}
	for range rapid.IntRange(0, 4).Draw(t, "exceptions") {
		e := Exception{First: Day(rapid.IntRange(-100, 100).Draw(t, "first"))}
		e.Last = e.First + Day(rapid.IntRange(0, 20).Draw(t, "days"))
		if rapid.Bool().Draw(t, "work") {
			e.Shifts = shift()
		}
		c.Exceptions = append(c.Exceptions, e)
	}
	faults, _ := c.check(int64(ticks))
	require.Empty(t, faults)
	return c.compile(Day(rapid.IntRange(-50, 50).Draw(t, "epoch")), int64(ticks))
}

func TestNumbersAndInstantsAreAdjoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkingTime(t, int32(rapid.SampledFrom([]int{1, 3, 24, 1440}).Draw(t, "ticks")))
		x := Instant(rapid.Int32Range(-300_000, 300_000).Draw(t, "x"))
		k := w.Rank(x) + Work(rapid.IntRange(-3, 3).Draw(t, "off"))
		require.Equal(t, w.Rank(x) <= k, x <= w.Start(k), "Rank(%d) = %d, Start(%d) = %d", x, w.Rank(x), k, w.Start(k))
		require.Equal(t, k <= w.Rank(x), w.Finish(k) <= x, "Rank(%d) = %d, Finish(%d) = %d", x, w.Rank(x), k, w.Finish(k))
		require.Equal(t, w.Start(k) <= x, k <= w.lastStart(x))
		require.Zero(t, w.Rank(0))
		far := Instant(rapid.Int32Range(int32(-Horizon), int32(Horizon)).Draw(t, "far"))
		require.LessOrEqual(t, w.Rank(far), w.Rank(min(far+1, Horizon)))
	})
}

func drawBridge(t *rapid.T) ([]*WorkingTime, *bridge, int32) {
	ticks := int32(rapid.SampledFrom([]int{1, 2, 24}).Draw(t, "ticks"))
	first := drawWorkingTime(t, ticks)
	calendars := []*WorkingTime{first}
	for range 2 {
		w := drawWorkingTime(t, ticks)
		if w.epoch != first.epoch {
			w = first
		}
		calendars = append(calendars, w)
	}
	index := func(label string) uint16 { return uint16(rapid.IntRange(0, 2).Draw(t, label)) }
	b := &bridge{
		from: index("from"), to: index("to"), lag: index("lag"),
		step:       step(rapid.IntRange(0, 3).Draw(t, "step")),
		fromFinish: rapid.Bool().Draw(t, "from finish"), toFinish: rapid.Bool().Draw(t, "to finish"),
		endOfMonth: rapid.Bool().Draw(t, "end of month"), roll: Roll(rapid.IntRange(0, 2).Draw(t, "roll")),
	}
	b.fromPoint = b.fromFinish && rapid.Bool().Draw(t, "from point")
	b.toPoint = b.toFinish && rapid.Bool().Draw(t, "to point")
	return calendars, b, rapid.Int32Range(-40, 40).Draw(t, "value")
}

func TestEveryLagObeysTheLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendars, b, value := drawBridge(t)
		k := Work(rapid.Int32Range(-2_000, 2_000).Draw(t, "k"))
		m := b.forward(calendars, k, value) + Work(rapid.IntRange(-2, 2).Draw(t, "off"))
		require.Equal(t, b.forward(calendars, k, value) <= m, k <= b.backward(calendars, m, value),
			"forward(%d) = %d, backward(%d) = %d", k, b.forward(calendars, k, value), m, b.backward(calendars, m, value))
		require.LessOrEqual(t, b.forward(calendars, k, value), b.forward(calendars, k+1, value), "monotone")
	})
}

func TestMonthsOfTheCalendar(t *testing.T) {
	week := MondayToFriday("", Date(2014, time.May, 29)).compile0()
	date := func(y int, m time.Month, d int) int64 { return int64(Date(y, m, d)) }
	for _, c := range []struct {
		claim string
		got   int64
		want  int64
	}{
		{"three months back from go-live", (&monthRule{months: -3}).apply(date(2015, 2, 28)), date(2014, 11, 28)},
		{"latest day three months before go-live", (&monthRule{months: 3}).latest(date(2015, 2, 28)), date(2014, 11, 30)},
		{"31 January and a month", (&monthRule{months: 1}).apply(date(2015, 1, 31)), date(2015, 2, 28)},
		{"30 January and a month in a leap year", (&monthRule{months: 1}).apply(date(2016, 1, 30)), date(2016, 2, 29)},
		{"31 May less three months", (&monthRule{months: -3}).apply(date(2015, 5, 31)), date(2015, 2, 28)},
		{"31 August less six months", (&monthRule{months: -6}).apply(date(2015, 8, 31)), date(2015, 2, 28)},
		{"29 February less a year", (&monthRule{months: -12}).apply(date(2016, 2, 29)), date(2015, 2, 28)},
		{"notice given in mid-month", (&monthRule{months: 6, endOfMonth: true}).apply(date(2015, 1, 15)), date(2015, 7, 31)},
		{"notice given on the last day", (&monthRule{months: 6, endOfMonth: true}).apply(date(2015, 1, 31)), date(2015, 7, 31)},
		{"the last working day before a Sunday", (&monthRule{roll: RollBefore, calendar: week}).apply(date(2014, 6, 1)), date(2014, 5, 30)},
		{"the first working day after Ascension", (&monthRule{roll: RollAfter, calendar: week}).apply(date(2014, 5, 29)), date(2014, 5, 30)},
	} {
		require.Equal(t, Day(c.want), Day(c.got), c.claim)
	}
}

// compile0 compiles a calendar of whole days with the epoch of 1970.
func (c Calendar) compile0() *WorkingTime { return c.compile(0, 1) }

func TestCivilDatesAgreeWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(-3_000_000, 3_000_000).Draw(t, "day"))
		x := time.Unix(int64(d)*86_400, 0).UTC()
		year, month, day := d.Civil()
		require.Equal(t, []int{x.Year(), int(x.Month()), x.Day()}, []int{year, int(month), day})
		require.Equal(t, x.Weekday(), d.Weekday())
		require.Equal(t, d, Date(year, month, day))
		require.Equal(t, Date(year, month+14, day), Date(year+1, month+2, day))
	})
}
