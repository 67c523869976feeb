package mspdi_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

func at(t *testing.T, text string) *mspdi.Moment {
	t.Helper()
	return new(mspdi.Moment(momentOf(t, text+"T00:00")))
}

// exceptionDays are the days that a calendar's exceptions name.
func exceptionDays(c cpm.Calendar) []string {
	var days []string
	for _, e := range c.Exceptions {
		for day := e.First; day <= e.Last; day++ {
			days = append(days, day.String())
		}
	}
	return days
}

func TestExceptionsRecurAsTheFileSays(t *testing.T) {
	for name, c := range map[string]struct {
		mspdi.Exception
		from, to string
		want     []string
	}{
		"a range":                {mspdi.Exception{Type: mspdi.Daily}, "2014-12-24", "2014-12-26", []string{"2014-12-24", "2014-12-25", "2014-12-26"}},
		"no type":                {mspdi.Exception{}, "2014-12-24", "2014-12-25", []string{"2014-12-24", "2014-12-25"}},
		"every third day":        {mspdi.Exception{Type: mspdi.Daily, Period: 3}, "2014-12-01", "2014-12-08", []string{"2014-12-01", "2014-12-04", "2014-12-07"}},
		"two times, day by day":  {mspdi.Exception{Type: mspdi.Daily, ByOccurrences: true, Occurrences: 2}, "2014-12-01", "", []string{"2014-12-01", "2014-12-02"}},
		"Tuesday, Friday":        {mspdi.Exception{Type: mspdi.Weekly, DaysOfWeek: 4 + 32}, "2014-12-03", "2014-12-12", []string{"2014-12-05", "2014-12-09", "2014-12-12"}},
		"every second Monday":    {mspdi.Exception{Type: mspdi.Weekly, Period: 2, DaysOfWeek: 2, ByOccurrences: true, Occurrences: 3}, "2014-12-01", "", []string{"2014-12-01", "2014-12-15", "2014-12-29"}},
		"the 31st":               {mspdi.Exception{Type: mspdi.MonthlyByDay, MonthDay: 31}, "2014-01-01", "2014-04-30", []string{"2014-01-31", "2014-02-28", "2014-03-31", "2014-04-30"}},
		"the last Friday":        {mspdi.Exception{Type: mspdi.MonthlyByPosition, MonthItem: 8, MonthPosition: 4}, "2014-01-01", "2014-02-28", []string{"2014-01-31", "2014-02-28"}},
		"the second weekday":     {mspdi.Exception{Type: mspdi.MonthlyByPosition, MonthItem: 1, MonthPosition: 1, Period: 2}, "2014-02-01", "2014-04-30", []string{"2014-02-04", "2014-04-02"}},
		"the first of a weekend": {mspdi.Exception{Type: mspdi.MonthlyByPosition, MonthItem: 2}, "2014-02-01", "2014-03-31", []string{"2014-02-01", "2014-03-01"}},
		"Grundlovsdag":           {mspdi.Exception{Type: mspdi.YearlyByDay, Month: 5, MonthDay: 5}, "2013-06-06", "2015-12-31", []string{"2014-06-05", "2015-06-05"}},
		"first Monday in May":    {mspdi.Exception{Type: mspdi.YearlyByPosition, Month: 4, MonthItem: 4, ByOccurrences: true, Occurrences: 2}, "2014-01-01", "", []string{"2014-05-05", "2015-05-04"}},
	} {
		e := c.Exception
		e.From = at(t, c.from)
		if c.to != "" {
			e.To = at(t, c.to)
		}
		p := mspdi.New()
		p.Calendars = []mspdi.Calendar{{UID: 1, Base: mspdi.None, Exceptions: []mspdi.Exception{e}}}
		assert.Equal(t, c.want, exceptionDays(p.WorkingTime(1)), name)
	}
}

func TestAPeriodBeyondWhatAFileCanSayEnds(t *testing.T) {
	period := math.MaxInt &^ math.MaxUint32 // no days at all, if it were taken for 32 bits
	if period == 0 {
		period = math.MaxInt // an int has no more
	}
	for _, e := range []mspdi.Exception{
		{Type: mspdi.Daily, Period: period},
		{Type: mspdi.Weekly, Period: period, DaysOfWeek: 2},
		{Type: mspdi.MonthlyByDay, Period: period, MonthDay: 5},
	} {
		e.From, e.To = at(t, "2026-01-05"), at(t, "2030-12-31")
		p := mspdi.New()
		p.Calendars = []mspdi.Calendar{{UID: 1, Base: mspdi.None, Exceptions: []mspdi.Exception{e}}}
		assert.Equal(t, []string{"2026-01-05"}, exceptionDays(p.WorkingTime(1)), "%d", e.Type)
	}
}

func TestACalendarSaysOnlyWhereItDiffersFromItsBase(t *testing.T) {
	p := mspdi.New()
	short := &mspdi.Day{Working: true, Shifts: []mspdi.Shift{{From: 480, To: 720}}}
	p.Calendars = []mspdi.Calendar{
		{UID: 1, Base: mspdi.None, Week: [7]*mspdi.Day{5: short}, Exceptions: []mspdi.Exception{{From: at(t, "2014-12-24"), To: at(t, "2014-12-24")}}},
		{UID: 2, Base: 1, Week: [7]*mspdi.Day{1: {}}, WorkWeeks: []mspdi.WorkWeek{
			{From: at(t, "2014-12-22"), To: at(t, "2014-12-28"), Week: [7]*mspdi.Day{2: short, 0: short}},
		}},
		{UID: 3, Base: 4},
		{UID: 4, Base: 3},
	}
	c := p.WorkingTime(2)
	assert.Empty(t, c.Week[1], "closed by the calendar itself")
	assert.Len(t, c.Week[2], 2, "as in the standard calendar, since nobody says it")
	assert.Equal(t, []cpm.Shift{{From: 480, To: 720}}, c.Week[5], "short by the base")
	assert.Equal(t, []string{"2014-12-24", "2014-12-23", "2014-12-28"}, exceptionDays(c))
	require.NotPanics(t, func() { p.WorkingTime(3) }, "a ring of calendars ends")
}

func TestTheWorkingDayEndsAtMidnightWhenTheFileSaysSo(t *testing.T) {
	p, faults := mspdi.Read("f.xml", reader(document(`<Calendars><Calendar><UID>1</UID><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>
		<WorkingTimes><WorkingTime><FromTime>00:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime><WorkingTime></WorkingTime></WorkingTimes></WeekDay>
		<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2014-12-24T00:00:00</FromDate><ToDate>2014-12-24T23:59:00</ToDate></TimePeriod></WeekDay>
		</WeekDays></Calendar></Calendars>`)))
	require.Empty(t, faults)
	c := p.WorkingTime(1)
	assert.Equal(t, []cpm.Shift{{From: 0, To: 1440}}, c.Week[1])
	assert.Equal(t, []string{"2014-12-24"}, exceptionDays(c), "as files of before 2007 write exceptions")
}

// otherFridays is off every other Friday from 2 January 2026, and one worked
// Friday of them.
var otherFridays = []string{
	exception("2026-01-02T00:00:00", "2026-12-31T23:59:00", "<Type>6</Type><Period>2</Period><DaysOfWeek>32</DaysOfWeek><DayWorking>0</DayWorking>"),
	exception("2026-01-16T00:00:00", "2026-01-16T23:59:00", "<Type>1</Type><Occurrences>1</Occurrences><DayWorking>1</DayWorking>"),
}

func TestAWorkedFridayCountsBeforeEveryOtherFridayOffInEitherOrder(t *testing.T) {
	for _, exceptions := range []string{otherFridays[0] + otherFridays[1], otherFridays[1] + otherFridays[0]} {
		p := read("<StartDate>2026-01-16T08:00:00</StartDate>" + standard("<Exceptions>"+exceptions+"</Exceptions>") + "<Tasks>" + task(1, 8, "") + "</Tasks>")
		assert.Equal(t, "2026-01-16T08:00 2026-01-16T17:00", dates(t, p)[1])
		assert.Empty(t, p.Network().NotHonoured)
	}
}

func TestOfTwoExceptionsOnADayTheOneThatRecursLessCounts(t *testing.T) {
	const once, yearly, monthly, weekly, daily = 1, 2, 3, 4, 5 // hours at which they end
	of := func(hour int, e mspdi.Exception) mspdi.Exception {
		e.From, e.To, e.Working = at(t, "2026-06-05"), at(t, "2026-06-05"), true
		e.Shifts = []mspdi.Shift{{From: 0, To: hour * 60}}
		return e
	}
	byRank := []mspdi.Exception{ // the first counts before the next
		of(once, mspdi.Exception{Type: mspdi.Daily}),
		of(yearly, mspdi.Exception{Type: mspdi.YearlyByDay, Month: 5, MonthDay: 5}),
		of(monthly, mspdi.Exception{Type: mspdi.MonthlyByPosition, MonthItem: 8}),
		of(weekly, mspdi.Exception{Type: mspdi.Weekly, DaysOfWeek: 32}),
		of(daily, mspdi.Exception{Type: mspdi.Daily, Period: 2}),
	}
	for i := range byRank {
		for j := range i {
			for _, pair := range [][]mspdi.Exception{{byRank[i], byRank[j]}, {byRank[j], byRank[i]}} {
				p := mspdi.New()
				p.Calendars = []mspdi.Calendar{{UID: 1, Base: mspdi.None, Exceptions: pair}}
				c := p.WorkingTime(1)
				assert.Equal(t, int32(byRank[j].Shifts[0].To), c.Exceptions[len(c.Exceptions)-1].Shifts[0].To, "%d before %d", j, i)
			}
		}
	}
}

func TestAShiftThatPassesMidnightIsWorkedOnBothDays(t *testing.T) {
	night := standard("<WeekDays>" + worked(2, "22:00:00", "06:00:00") + daysOff(3) + worked(4, "22:00:00", "06:00:00") + daysOff(5, 6) + "</WeekDays><Exceptions>" +
		exception("2026-01-07T00:00:00", "2026-01-07T23:59:00", "<Type>1</Type><DayWorking>0</DayWorking>") +
		exception("2026-01-13T00:00:00", "2026-01-13T23:59:00", "<Type>1</Type><DayWorking>0</DayWorking>") +
		exception("2026-01-17T00:00:00", "2026-01-17T23:59:00", "<Type>1</Type><DayWorking>1</DayWorking>"+workingTimes("20:00:00", "02:00:00")) + "</Exceptions>")
	p := read(started + night + "<Tasks>" + task(1, 8, "") + task(2, 8, after(1)) + task(3, 8, after(2)) + task(4, 6, after(3)) + "</Tasks>")
	assert.Empty(t, p.Network().NotHonoured)
	assert.Equal(t, map[int]string{
		1: "2026-01-05T22:00 2026-01-06T06:00", // the night to Tuesday, which is off
		2: "2026-01-12T22:00 2026-01-13T06:00", // Wednesday 7 January is off; Tuesday the 13th is closed, and its morning is Monday's
		3: "2026-01-14T22:00 2026-01-15T06:00",
		4: "2026-01-17T20:00 2026-01-18T02:00", // a worked Saturday
	}, dates(t, p))
	again, faults := mspdi.Read("f.xml", bytes.NewReader(written(t, p)))
	assert.Empty(t, faults)
	assert.Equal(t, unplaced(p), unplaced(again))
}
