package lag_test

import (
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func onDay(t *testing.T, iso string) date.Date {
	t.Helper()
	day, err := date.ParseISO(iso)
	require.NoError(t, err)
	return day
}

func TestMonthsAreCountedToTheSameDayOrTheMonthsLast(t *testing.T) {
	for _, row := range []struct {
		day    string
		months int
		want   string
	}{
		{"2015-01-31", 1, "2015-02-28"},
		{"2016-01-30", 1, "2016-02-29"},
		{"2015-05-31", -3, "2015-02-28"},
		{"2015-08-31", -6, "2015-02-28"},
		{"2016-02-29", -12, "2015-02-28"},
		{"2015-02-28", -3, "2014-11-28"}, // counted back from go-live
		{"2014-11-30", 3, "2015-02-28"},  // the latest start whose three months are over by then
		{"2015-01-15", 6, "2015-07-15"},
		{"2015-12-31", 1, "2016-01-31"},
		{"2016-01-01", -1, "2015-12-01"},
		{"2014-12-31", 12, "2015-12-31"},
		{"2013-10-15", 0, "2013-10-15"},
	} {
		assert.Equal(t, row.want, lag.AddMonths(onDay(t, row.day), row.months).String(), "%s and %d months", row.day, row.months)
	}
}

func TestCountingMonths(t *testing.T) {
	const years = 400 * 365
	rapid.Check(t, func(t *rapid.T) {
		day := date.Date(rapid.IntRange(-years, 3*years).Draw(t, "day")) // around the calendar's first year too
		n := rapid.IntRange(-6000, 6000).Draw(t, "months")
		got := lag.AddMonths(day, n)

		if lag.AddMonths(day, 0) != day {
			t.Fatal("no months are no move")
		}
		if later := lag.AddMonths(day+1, n); later < got {
			t.Fatal("a later day counts to an earlier one")
		}
		months := func(d date.Date) int { return d.Year()*12 + int(d.Month()) }
		if months(got)-months(day) != n {
			t.Fatalf("%s is not %d months from %s", got, n, day)
		}
		lastOfMonth := got.Month() != (got + 1).Month()
		if got.Day() != day.Day() && (!lastOfMonth || got.Day() > day.Day()) {
			t.Fatalf("%s is neither the same day nor its month's last", got)
		}
		if back := lag.AddMonths(got, -n); back > day || day-back > 3 {
			t.Fatalf("there and back from %s is %s", day, back)
		}
	})
}

func TestEveryFirstOfAMonthIsReachedByCounting(t *testing.T) {
	for n := -30; n <= 30; n++ {
		want := date.New(2014, time.Month(6+n), 1) // time's own carrying over of months
		assert.Equal(t, want, lag.AddMonths(onDay(t, "2014-06-01"), n))
	}
}

func TestTheLatestNoticeToAShortMonthIsTheLastDayOfALongOne(t *testing.T) {
	for _, c := range []struct {
		months    int
		by, given string
	}{{6, "2015-02-28", "2014-08-31"}, {3, "2015-02-28", "2014-11-30"}, {6, "2016-02-29", "2015-08-31"}, {6, "2015-06-30", "2014-12-31"}, {1, "2015-03-30", "2015-02-27"}} {
		assert.Equal(t, c.given, lag.Lag{Value: c.months, Unit: lag.Months}.LatestNotice(onDay(t, c.by)).String(), c.by)
	}
}
