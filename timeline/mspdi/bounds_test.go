package mspdi_test

import (
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// whole is a project with something of all that a network takes.
func whole() *mspdi.Project {
	p := read(started + standard("<Exceptions>"+exception("2026-01-06", "2026-01-06", "<Type>1</Type>")+"</Exceptions>") +
		"<Tasks>" + task(1, 8, "") + task(2, 8, after(1)) + "</Tasks>" + assigned(-1, 0))
	p.Calendars[0].WorkWeeks = []mspdi.WorkWeek{{From: p.Start, To: p.Start}}
	p.Calendars[0].Week[1] = &mspdi.Day{Working: true, Shifts: []mspdi.Shift{{From: 480, To: 960}}}
	return p
}

// beyond are the changes to a project that no file can hold, the element that is
// told, and of which task.
var beyond = []struct {
	uid    int
	field  string
	change func(p *mspdi.Project)
}{
	{-1, "CriticalSlackLimit", func(p *mspdi.Project) { p.CriticalSlack = 100_001 }},
	{-1, "CriticalSlackLimit", func(p *mspdi.Project) { p.CriticalSlack = math.MinInt }},
	{-1, "MinutesPerDay", func(p *mspdi.Project) { p.MinutesPerDay = 0 }},
	{-1, "MinutesPerDay", func(p *mspdi.Project) { p.MinutesPerDay = math.MaxInt }},
	{-1, "MinutesPerWeek", func(p *mspdi.Project) { p.MinutesPerWeek = -1 }},
	{-1, "DaysPerMonth", func(p *mspdi.Project) { p.DaysPerMonth = 32 }},
	{-1, "DefaultStartTime", func(p *mspdi.Project) { p.DefaultStart = -1 }},
	{-1, "StatusDate", func(p *mspdi.Project) { p.StatusDate = new(mspdi.Moment(math.MaxInt32)) }},
	{-1, "FinishDate", func(p *mspdi.Project) { p.FromFinish, p.Finish = true, new(mspdi.Moment(math.MaxInt32)) }},
	{1, "Start", func(p *mspdi.Project) { p.Tasks[0].Start = new(mspdi.Moment(math.MinInt32)) }},
	{1, "Start", func(p *mspdi.Project) { p.Tasks[0].Manual, p.Tasks[0].Start = true, new(mspdi.Moment(math.MaxInt32)) }},
	{1, "Finish", func(p *mspdi.Project) { p.Tasks[0].Finish = new(mspdi.Moment(math.MaxInt32)) }},
	{1, "ActualStart", func(p *mspdi.Project) { p.Tasks[0].ActualStart = new(mspdi.Moment(math.MaxInt32)) }},
	{1, "ActualFinish", func(p *mspdi.Project) { p.Tasks[0].ActualFinish = new(mspdi.Moment(math.MinInt32)) }},
	{1, "Resume", func(p *mspdi.Project) { p.Tasks[0].Resume = new(mspdi.Moment(math.MaxInt32)) }},
	{1, "ConstraintDate", func(p *mspdi.Project) {
		p.Tasks[0].Constraint, p.Tasks[0].ConstraintDate = mspdi.MustStartOn, new(mspdi.Moment(math.MaxInt32))
	}},
	{1, "Deadline", func(p *mspdi.Project) { p.Tasks[0].Deadline = new(mspdi.Moment(math.MinInt32)) }},
	{1, "ConstraintType", func(p *mspdi.Project) { p.Tasks[0].Constraint = 8 }},
	{1, "Duration", func(p *mspdi.Project) { p.Tasks[0].Duration.Minutes = math.MaxInt }},
	{1, "Duration", func(p *mspdi.Project) { p.Tasks[0].Duration.Minutes = int(cpm.MaxWork) + 1 }},
	{1, "DurationFormat", func(p *mspdi.Project) { p.Tasks[0].Duration.Format = -3 }},
	{1, "RemainingDuration", func(p *mspdi.Project) { p.Tasks[0].Remaining = new(math.MinInt) }},
	{1, "PercentComplete", func(p *mspdi.Project) { p.Tasks[0].PercentComplete = 101 }},
	{1, "LevelingDelay", func(p *mspdi.Project) { p.Tasks[0].LevelingDelay = math.MaxInt }},
	{1, "LevelingDelay", func(p *mspdi.Project) { p.Tasks[0].LevelingDelay = math.MinInt }},
	{1, "TotalSlack", func(p *mspdi.Project) { p.Tasks[0].TotalSlack = new(math.MaxInt) }},
	{1, "CalendarUID", func(p *mspdi.Project) { p.Tasks[0].Calendar = math.MinInt }},
	{1, "OutlineLevel", func(p *mspdi.Project) { p.Tasks[0].Level = math.MaxInt }},
	{2, "PredecessorLink.LinkLag", func(p *mspdi.Project) { p.Tasks[1].Links[0].Lag = math.MaxInt }},
	{2, "PredecessorLink.LinkLag", func(p *mspdi.Project) { p.Tasks[1].Links[0].Lag = math.MinInt }},
	{2, "PredecessorLink.LagFormat", func(p *mspdi.Project) { p.Tasks[1].Links[0].Format = math.MaxInt }},
	{2, "PredecessorLink.Type", func(p *mspdi.Project) { p.Tasks[1].Links[0].Type = 4 }},
	{1, "Assignment.Delay", func(p *mspdi.Project) { p.Assignments[0].Delay = math.MaxInt }},
	{-1, "Calendar[1].Exception.Month", func(p *mspdi.Project) { p.Calendars[0].Exceptions[0].Month = math.MinInt }},
	{-1, "Calendar[1].Exception.Period", func(p *mspdi.Project) { p.Calendars[0].Exceptions[0].Period = math.MaxInt }},
	{-1, "Calendar[1].Exception.Type", func(p *mspdi.Project) { p.Calendars[0].Exceptions[0].Type = 77 }},
	{-1, "Calendar[1].Exception.Occurrences", func(p *mspdi.Project) { p.Calendars[0].Exceptions[0].Occurrences = -1 }},
	{-1, "Calendar[1].Exception.MonthItem", func(p *mspdi.Project) { p.Calendars[0].Exceptions[0].MonthItem = 10 }},
	{-1, "Calendar[1].Exception.TimePeriod", func(p *mspdi.Project) { p.Calendars[0].Exceptions[0].To = new(mspdi.Moment(math.MaxInt32)) }},
	{-1, "Calendar[1].WorkWeek.TimePeriod", func(p *mspdi.Project) { p.Calendars[0].WorkWeeks[0].From = new(mspdi.Moment(math.MinInt32)) }},
	{-1, "Calendar[1].WorkingTime", func(p *mspdi.Project) { p.Calendars[0].Week[1].Shifts[0].To = math.MaxInt }},
	{-1, "Calendar[1].WorkingTime", func(p *mspdi.Project) { p.Calendars[0].Week[1].Shifts[0].From = -1 }},
}

func TestWhatNoFileCanHoldIsToldAndTheRestIsScheduled(t *testing.T) {
	p := whole()
	require.Empty(t, p.Network().NotHonoured)
	for _, k := range beyond {
		p := whole()
		k.change(p)
		n := p.Network()
		assert.Contains(t, n.NotHonoured, mspdi.NotHonoured{UID: k.uid, Field: k.field, Why: mspdi.OutOfBounds}, k.field)
		isScheduled(t, n)
	}
}

// isScheduled requires that the engine takes a network as it is.
func isScheduled(t *testing.T, n *mspdi.Network) {
	t.Helper()
	graph, err := cpm.Build(n.Network)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, graph.Solve(&n.Input, &r))
	require.Empty(t, cpm.Check(n.Network, &n.Input, &r))
}

func TestTheLastThatAFileCanHoldIsNotTold(t *testing.T) {
	p := whole()
	p.CriticalSlack, p.MinutesPerDay = 100_000, 1440
	p.Tasks[0].Deadline = mspdi.At(date.New(2199, 12, 31), 1440)
	p.Tasks[1].Deadline = mspdi.At(date.New(1900, 1, 1), 0)
	p.Tasks[1].Links[0].Lag = 10 * int(cpm.MaxWork/2)
	n := p.Network()
	require.Empty(t, n.NotHonoured)
	require.Equal(t, cpm.Work(144_000_000), n.Input.Options.Critical)
	isScheduled(t, n)
}

// FuzzBounds puts numbers wherever a project has some: whatever they are, the
// engine takes the network.
func FuzzBounds(f *testing.F) {
	for i := range beyond {
		f.Add(uint8(i), uint8(i*7), int64(math.MaxInt64), int64(math.MinInt64))
	}
	for _, n := range []int64{0, -1, 1, 480, 1440, 1 << 28, 1<<28 + 1, 1 << 30, 1 << 31, math.MaxInt32, math.MinInt32, 1 << 40} {
		f.Add(uint8(n), uint8(n>>3), n, -n)
	}
	f.Fuzz(func(t *testing.T, which, also uint8, x, y int64) {
		p := whole()
		for _, k := range [...]struct {
			at uint8
			n  int64
		}{{which, x}, {also, y}} {
			numbers, moments := places(p)
			if at := int(k.at) % (len(numbers) + len(moments)); at < len(numbers) {
				*numbers[at] = int(k.n)
			} else {
				*moments[at-len(numbers)] = new(mspdi.Moment(k.n))
			}
		}
		isScheduled(t, p.Network())
	})
}

// places are where a project has numbers and moments that date something.
func places(p *mspdi.Project) ([]*int, []**mspdi.Moment) {
	a, b, c := &p.Tasks[0], &p.Tasks[1], &p.Calendars[0]
	a.Remaining = new(100)
	return []*int{
			&p.CriticalSlack, &p.MinutesPerDay, &p.Calendar, &a.Duration.Minutes, &a.Duration.Format, a.Remaining, &a.PercentComplete,
			&a.LevelingDelay, &a.LevelingDelayFormat, (*int)(&a.Constraint), &a.Calendar, &a.Level, &b.Level, &a.UID, &b.Links[0].From,
			&b.Links[0].Lag, &b.Links[0].Format, &c.Base, &c.Week[1].Shifts[0].From, &c.Week[1].Shifts[0].To,
			(*int)(&c.Exceptions[0].Type), &c.Exceptions[0].Period, &c.Exceptions[0].Occurrences, &c.Exceptions[0].DaysOfWeek,
			&c.Exceptions[0].Month, &c.Exceptions[0].MonthDay, &c.Exceptions[0].MonthItem, &c.Exceptions[0].MonthPosition,
			&p.Assignments[0].Delay,
		}, []**mspdi.Moment{
			&p.Start, &p.Finish, &a.Start, &a.Finish, &a.ActualStart, &a.ActualFinish, &a.Resume, &a.ConstraintDate, &a.Deadline,
			&c.Exceptions[0].From, &c.Exceptions[0].To, &c.WorkWeeks[0].From, &c.WorkWeeks[0].To,
		}
}

func TestWhatNoFileCanHoldIsNotWrittenAndToldToAPlan(t *testing.T) {
	require.NoError(t, whole().Write(io.Discard))
	playbook := booktest.Book(t)
	for _, k := range beyond {
		p := whole()
		k.change(p)
		var refused *mspdi.BoundsError
		require.ErrorAs(t, p.Write(io.Discard), &refused, k.field)
		require.Equal(t, k.field, refused.Beyond[0].Field)
		_, findings := interchange.NewPlan(playbook, "Roskilde", p, "f.xml")
		require.True(t, slices.ContainsFunc(findings, func(f drejebog.Finding) bool { return f.Code == "DB-611" }), k.field)
	}
}

func TestAHundredFaultsAreListedTheRestCountedAndTheEndOfTheReadingTold(t *testing.T) {
	tasks := "<Tasks>" + strings.Repeat("<Task><PercentComplete>x</PercentComplete></Task>", 150)
	_, faults := mspdi.Read("f.xml", strings.NewReader("<Project>"+tasks+"</Tasks></Project>"))
	require.Len(t, faults, 101)
	assert.Equal(t, 50, faults[100].Got)
	_, faults = mspdi.Read("f.xml", strings.NewReader("<Project>"+tasks))
	require.Len(t, faults, 102)
	assert.Equal(t, 50, faults[100].Got)
	assert.Equal(t, strict.KindUnreadable, faults[101].Kind)
}
