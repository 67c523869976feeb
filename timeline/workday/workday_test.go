package workday_test

import (
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

var grundlovsdag = []workday.DayOff{{Month: time.June, Day: 5}}

func TestAYearHasTheWorkingDaysOfTheDanishCalendar(t *testing.T) {
	free := []int{251, 251, 252, 253, 252, 251, 251, 253, 254, 253, 251, 253}
	worked := []int{252, 252, 253, 253, 252, 252, 252, 254, 254, 253, 252, 254}
	for i := range free {
		first, last := date.New(2013+i, 1, 1), date.New(2013+i, 12, 31)
		assert.Equal(t, free[i], workday.New(grundlovsdag, nil).Count(first, last), "%d, 5 June free", 2013+i)
		assert.Equal(t, worked[i], workday.New(nil, nil).Count(first, last), "%d, 5 June worked", 2013+i)
	}
}

func TestADeadlineOnAFreeDayIsMetOnTheWorkingDayBefore(t *testing.T) {
	days := workday.New(grundlovsdag, nil)
	assert.Equal(t, "2014-05-30", days.OnOrBefore(date.New(2014, 6, 1)).String(), "a Sunday, after Ascension Day on the Thursday")
	assert.Equal(t, "2015-10-30", days.OnOrBefore(date.New(2015, 10, 31)).String(), "a Saturday")
	assert.Equal(t, "2014-10-15", days.OnOrBefore(date.New(2014, 10, 15)).String(), "a Wednesday stays")
	assert.Equal(t, "2016-01-04", days.OnOrAfter(date.New(2016, 1, 1)).String(), "New Year's Day, a Friday")
}

func TestTheGeneralPrayerDayEndedIn2023(t *testing.T) {
	days := workday.New(nil, nil)
	assert.False(t, days.Is(date.New(2023, 5, 5)))
	assert.True(t, days.Is(date.New(2024, 4, 26)))
}

func TestClosedDaysAndDaysOffAreFree(t *testing.T) {
	days := workday.New([]workday.DayOff{{Month: time.December, Day: 24}, {Month: time.February, Day: 29}}, []date.Date{date.New(2014, 7, 14)})
	assert.False(t, days.Is(date.New(2014, 12, 24)))
	assert.False(t, days.Is(date.New(2014, 7, 14)))
	assert.False(t, days.Is(date.New(2016, 2, 29)))
	assert.True(t, days.Is(date.New(2017, 3, 1)), "29 February of a common year is no day")
}

func TestWeeksOffAreThoseOfEachYear(t *testing.T) {
	days := workday.New([]workday.DayOff{{FromWeek: 29, ToWeek: 30}}, nil)
	for monday, friday := range map[string]string{"2013-07-15": "2013-07-26", "2015-07-13": "2015-07-24", "2016-07-18": "2016-07-29", "2020-07-13": "2020-07-24"} {
		first, last := date.MustAutoParse(monday), date.MustAutoParse(friday)
		year, week := time.Date(first.Year(), first.Month(), first.Day(), 0, 0, 0, 0, time.UTC).ISOWeek()
		require.Equal(t, []int{first.Year(), 29}, []int{year, week})
		assert.Zero(t, days.Count(first, last))
		assert.True(t, days.Is(first-3) && days.Is(last+3), "the Friday before and the Monday after")
	}
}

func TestCountAddsUpDayByDay(t *testing.T) {
	days := workday.New(grundlovsdag, nil)
	rapid.Check(t, func(t *rapid.T) {
		first := date.New(2010, 1, 1) + date.Date(rapid.IntRange(0, 6000).Draw(t, "first"))
		last := first + date.Date(rapid.IntRange(-5, 400).Draw(t, "length"))
		n := 0
		for day := first; day <= last; day++ {
			if days.Is(day) {
				n++
			}
		}
		assert.Equal(t, n, days.Count(first, last))
	})
}

func TestTheEngineCountsTheSameDays(t *testing.T) {
	days := workday.New(grundlovsdag, nil)
	first, last := date.New(2013, 1, 1), date.New(2016, 12, 31)
	network := cpm.Network{
		Epoch:      workday.Epoch,
		Calendars:  []cpm.Calendar{days.Calendar("danske arbejdsdage")},
		Activities: []cpm.Activity{{Key: "all", Duration: cpm.Work(days.Count(first, last))}},
	}
	graph, err := cpm.Build(network)
	require.NoError(t, err)
	var result cpm.Result
	require.NoError(t, graph.Solve(&cpm.Input{Start: cpm.Instant(first)}, &result))
	dates := result.Dates(0)
	assert.Equal(t, days.OnOrAfter(first), date.Date(dates.EarlyStart))
	assert.Equal(t, days.OnOrBefore(last), date.Date(dates.EarlyFinish)-1)
}
