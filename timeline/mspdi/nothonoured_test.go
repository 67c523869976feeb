package mspdi_test

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// notHonoured is what is not honoured of each file of another program; those
// that are not named are honoured in all that they say.
var notHonoured = map[string][]mspdi.NotHonoured{
	"ms-crossproject-links": {{UID: 1, Field: "PredecessorLink.PredecessorUID", Why: mspdi.OtherProject}},
}

func TestWhatIsNotHonouredOfAFileIsToldWhole(t *testing.T) {
	for _, file := range oracleFiles(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".xml")
		project, _ := load(t, file)
		assert.Equal(t, notHonoured[name], project.Network().NotHonoured, name)
	}
}

// read reads a project that may have faults.
func read(within string) *mspdi.Project {
	p, _ := mspdi.Read("f.xml", reader(document(within)))
	return p
}

// started is the start of the planted projects, a Monday.
const started = "<StartDate>2026-01-05T08:00:00</StartDate>"

// standard is a calendar from 8 to 17, Monday to Friday, with exceptions.
func standard(within string) string {
	return "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID>" + within + "</Calendar></Calendars>"
}

// task is a task of some hours that says more.
func task(uid int, hours int, more string) string {
	return fmt.Sprintf("<Task><UID>%d</UID><OutlineLevel>1</OutlineLevel><Duration>PT%dH0M0S</Duration><DurationFormat>7</DurationFormat>%s</Task>", uid, hours, more)
}

// linkFrom is a link from a task, with tenths of minutes of lag.
func linkFrom(uid int, kind, lag int) string {
	return fmt.Sprintf("<PredecessorLink><PredecessorUID>%d</PredecessorUID><Type>%d</Type><LinkLag>%d</LinkLag></PredecessorLink>", uid, kind, lag)
}

// The types of links by their number in the file.
const (
	ff = iota
	fs
	sf
	ss
)

const begun = "<ActualStart>2026-01-05T08:00:00</ActualStart>"

const fromFinish = "<ScheduleFromStart>0</ScheduleFromStart>"

const late = "<ConstraintType>1</ConstraintType>"

func after(uid int) string { return linkFrom(uid, fs, 0) }

// dates are the scheduled start and finish of the tasks, "2026-01-05T08:00 2026-01-05T17:00".
func dates(t *testing.T, p *mspdi.Project) map[int]string {
	t.Helper()
	n := p.Network()
	graph, err := cpm.Build(n.Network)
	require.NoError(t, err)
	var result cpm.Result
	require.NoError(t, graph.Solve(&n.Input, &result))
	assert.Empty(t, result.Warnings(), "what is odd is told once, by the network")
	out := map[int]string{}
	for uid, i := range n.Index {
		d := result.Dates(i)
		out[uid] = mspdi.Moment(d.Start).String()[:16] + " " + mspdi.Moment(d.Finish).String()[:16]
	}
	return out
}

func told(uid int, field string, why mspdi.Reason) []mspdi.NotHonoured {
	return []mspdi.NotHonoured{{UID: uid, Field: field, Why: why}}
}

// planted are files that say what the visible ones do not: the dates of their
// tasks, and what is told, whole.
var planted = map[string]struct {
	within string
	dates  map[int]string
	told   []mspdi.NotHonoured
}{
	"nothing odd": {started + "<Tasks>" + task(1, 8, "") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00", 2: "2026-01-06T08:00 2026-01-06T17:00"}, nil},
	"no start": {"<Tasks>" + task(1, 8, "<Start>2026-01-06T08:00:00</Start>") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-06T17:00"}, told(-1, "StartDate", mspdi.Missing)},
	"a day for a start": {"<StartDate>2026-01-06</StartDate><Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-06T17:00"}, told(-1, "StartDate", mspdi.TimeAssumed)},
	"a day for a finish": {started + "<Tasks>" + task(1, 8, "<ActualStart>2026-01-05T08:00:00</ActualStart><ActualFinish>2026-01-06</ActualFinish>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-07T00:00", 2: "2026-01-07T08:00 2026-01-07T17:00"}, told(1, "ActualFinish", mspdi.TimeAssumed)},
	"a time zone": {"<StartDate>2026-01-06T06:00:00.000Z</StartDate><Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-06T17:00"}, told(-1, "StartDate", mspdi.ZoneDropped)},
	"another zone": {"<StartDate>2026-01-06T12:00:00+02:00</StartDate><Tasks>" + task(1, 4, "") + "</Tasks>",
		map[int]string{1: "2026-01-06T13:00 2026-01-06T17:00"}, told(-1, "StartDate", mspdi.ZoneDropped)},
	"a finish in 2099": {started + "<Tasks>" + task(1, 8, "<Finish>2099-12-31T17:00:00</Finish>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a moment that cannot be read": {started + "<Tasks>" + task(1, 8, "<Start>i morgen</Start>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "Start", mspdi.Unreadable)},
	"settings that cannot be": {started + "<MinutesPerDay>0</MinutesPerDay><DaysPerMonth>0</DaysPerMonth><Tasks>" + task(1, 8, "<PercentComplete>101</PercentComplete><ConstraintType>9</ConstraintType><CalendarUID>-65533</CalendarUID>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, []mspdi.NotHonoured{
			{UID: -1, Field: "MinutesPerDay", Why: mspdi.OutOfBounds}, {UID: -1, Field: "DaysPerMonth", Why: mspdi.OutOfBounds},
			{UID: 1, Field: "PercentComplete", Why: mspdi.OutOfBounds}, {UID: 1, Field: "ConstraintType", Why: mspdi.OutOfBounds},
			{UID: 1, Field: "CalendarUID", Why: mspdi.OutOfBounds},
		}},
	"a base that cannot be": {started + standard("<BaseCalendarUID>-65533</BaseCalendarUID>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].BaseCalendarUID", mspdi.OutOfBounds)},
	"a fraction of a percent": {started + "<Tasks>" + task(1, 10, "<PercentComplete>49.5</PercentComplete><ActualStart>2026-01-05T08:00:00</ActualStart>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-06T10:00"}, told(1, "PercentComplete", mspdi.Rounded)},
	"a lag with a fraction": {started + "<Tasks>" + task(1, 8, "") + task(2, 8, strings.Replace(linkFrom(1, fs, 599), "599", "599.5", 1)) + "</Tasks>",
		map[int]string{2: "2026-01-06T09:00 2026-01-07T09:00"}, told(2, "PredecessorLink.LinkLag", mspdi.Rounded)},
	"hours with a fraction": {started + "<Tasks><Task><UID>1</UID><OutlineLevel>1</OutlineLevel><Duration>PT1.5H</Duration></Task></Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T09:30"}, nil},
	"half a minute": {started + "<Tasks><Task><UID>1</UID><OutlineLevel>1</OutlineLevel><Duration>PT7H59M30S</Duration></Task></Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a date without a constraint": {started + "<Tasks>" + task(1, 8, "<ConstraintDate>2026-02-05T08:00:00</ConstraintDate>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a constraint without a date": {started + "<Tasks>" + task(1, 8, "<ConstraintType>4</ConstraintType>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "ConstraintDate", mspdi.Missing)},
	"a constraint on a summary": {started + "<Tasks>" + task(1, 0, "<Summary>1</Summary><ConstraintType>2</ConstraintType><ConstraintDate>2026-01-07T08:00:00</ConstraintDate>") + strings.Replace(task(2, 8, ""), "Level>1", "Level>2", 1) + "</Tasks>",
		map[int]string{2: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "ConstraintType", mspdi.OfSummary)},
	"no earlier than before the project's start": {started + "<Tasks>" + task(1, 8, "<ConstraintType>4</ConstraintType><ConstraintDate>2026-01-01T08:00:00</ConstraintDate>") + task(2, 8, after(1)) + task(3, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-01T08:00 2026-01-01T17:00", 2: "2026-01-02T08:00 2026-01-02T17:00", 3: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"no earlier than before the start, and links": {started + "<Tasks>" + task(1, 8, "") + task(2, 8, "<ConstraintType>4</ConstraintType><ConstraintDate>2026-01-01T08:00:00</ConstraintDate>"+after(1)) + "</Tasks>",
		map[int]string{2: "2026-01-06T08:00 2026-01-06T17:00"}, nil},
	"a finish no earlier than before the project's start": {started + "<Tasks>" + task(1, 16, "<ConstraintType>6</ConstraintType><ConstraintDate>2026-01-02T17:00:00</ConstraintDate>") + "</Tasks>",
		map[int]string{1: "2026-01-01T08:00 2026-01-02T17:00"}, nil},
	"a start fixed before the project's": {started + "<Tasks>" + task(1, 8, "<ConstraintType>2</ConstraintType><ConstraintDate>2026-01-01T08:00:00</ConstraintDate>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-01T08:00 2026-01-01T17:00", 2: "2026-01-02T08:00 2026-01-02T17:00"}, nil},
	"a lead to before the project's start": {started + "<Tasks>" + task(1, 8, "") + task(2, 8, linkFrom(1, fs, -9600)) + "</Tasks>",
		map[int]string{2: "2026-01-02T08:00 2026-01-02T17:00"}, nil},
	"a lead of a summary": {started + "<Tasks>" + task(1, 8, "") + task(2, 0, "<Summary>1</Summary>"+linkFrom(1, fs, -9600)) + strings.Replace(task(3, 8, ""), "Level>1", "Level>2", 1) + "</Tasks>",
		map[int]string{3: "2026-01-02T08:00 2026-01-02T17:00"}, nil},
	"a finish when the first task starts": {started + "<Tasks>" + task(1, 8, "") + task(2, 8, linkFrom(1, sf, 0)) + "</Tasks>",
		map[int]string{2: "2026-01-02T08:00 2026-01-02T17:00"}, nil},
	"a finish that would start before the project": {started + "<Tasks>" + task(1, 8, "") + task(2, 16, linkFrom(1, ff, 0)) + "</Tasks>",
		map[int]string{2: "2026-01-05T08:00 2026-01-06T17:00"}, nil},
	"a link to itself": {started + "<Tasks>" + task(1, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "PredecessorLink.PredecessorUID", mspdi.OwnSummary)},
	"a link to a summary above": {started + "<Tasks>" + task(1, 0, "<Summary>1</Summary>"+after(2)) + strings.Replace(task(2, 8, after(1)), "Level>1", "Level>2", 1) + "</Tasks>",
		map[int]string{2: "2026-01-05T08:00 2026-01-05T17:00"}, []mspdi.NotHonoured{
			{UID: 1, Field: "PredecessorLink.PredecessorUID", Why: mspdi.OwnSummary}, {UID: 2, Field: "PredecessorLink.PredecessorUID", Why: mspdi.OwnSummary},
		}},
	"a link from nothing": {started + "<Tasks>" + task(1, 8, after(7)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "PredecessorLink.PredecessorUID", mspdi.UnknownTask)},
	"a link from another project, before this one begins": {started + "<Tasks>" + task(1, 8, "<Start>2026-01-01T08:00:00</Start>"+strings.Replace(after(7), "<Type>", "<CrossProject>1</CrossProject><Type>", 1)) + "</Tasks>",
		map[int]string{1: "2026-01-01T08:00 2026-01-01T17:00"}, told(1, "PredecessorLink.PredecessorUID", mspdi.OtherProject)},
	"a link from an inactive task": {started + "<Tasks>" + task(1, 8, "<Active>0</Active>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{2: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a number twice": {started + "<Tasks>" + task(1, 8, "") + task(1, 16, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "UID", mspdi.Twice)},
	"finished, but never begun": {started + "<Tasks>" + task(1, 8, "<Start>2026-01-06T08:00:00</Start><ActualFinish>2026-01-07T17:00:00</ActualFinish>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-07T17:00", 2: "2026-01-08T08:00 2026-01-08T17:00"}, told(1, "ActualStart", mspdi.Missing)},
	"half done, but never begun": {started + "<Tasks>" + task(1, 16, "<Start>2026-01-06T08:00:00</Start><PercentComplete>50</PercentComplete>") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-07T17:00"}, told(1, "ActualStart", mspdi.Missing)},
	"done in full, but never finished": {started + "<Tasks>" + task(1, 8, begun+"<Finish>2026-01-07T12:00:00</Finish><PercentComplete>100</PercentComplete>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-07T12:00", 2: "2026-01-07T13:00 2026-01-08T12:00"}, told(1, "ActualFinish", mspdi.Missing)},
	"done in full, without dates": {started + "<Tasks>" + task(1, 8, "<PercentComplete>100</PercentComplete>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00", 2: "2026-01-06T08:00 2026-01-06T17:00"}, []mspdi.NotHonoured{
			{UID: 1, Field: "ActualStart", Why: mspdi.Missing}, {UID: 1, Field: "ActualFinish", Why: mspdi.Missing},
		}},
	"finished, and no more is known": {started + "<Tasks>" + task(1, 16, "<ActualFinish>2026-01-07T17:00:00</ActualFinish>") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-07T17:00"}, told(1, "ActualStart", mspdi.Missing)},
	"half done, without dates": {started + "<Tasks>" + task(1, 8, "<PercentComplete>50</PercentComplete>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "ActualStart", mspdi.Missing)},
	"done in full, and something left": {started + "<Tasks>" + task(1, 16, begun+"<PercentComplete>100</PercentComplete><RemainingDuration>PT8H0M0S</RemainingDuration>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-06T17:00"}, nil},
	"finished before it began": {started + "<Tasks>" + task(1, 8, "<ActualStart>2026-01-06T08:00:00</ActualStart><ActualFinish>2026-01-05T17:00:00</ActualFinish>") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-06T17:00"}, told(1, "ActualFinish", mspdi.Reversed)},
	"work left of a milestone": {started + "<Tasks>" + task(1, 0, "<ActualStart>2026-01-06T08:00:00</ActualStart><RemainingDuration>PT8H0M0S</RemainingDuration>") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-06T08:00"}, told(1, "RemainingDuration", mspdi.OutOfBounds)},
	"a project from its finish": {fromFinish + "<FinishDate>2026-01-09T17:00:00</FinishDate><Tasks>" + task(1, 8, late) + task(2, 16, late+after(1)) + task(3, 8, late) + task(4, 8, "") + task(5, 8, late+"<ConstraintType>4</ConstraintType><ConstraintDate>2026-01-12T08:00:00</ConstraintDate>") + "</Tasks>",
		map[int]string{
			1: "2026-01-07T08:00 2026-01-07T17:00", 2: "2026-01-08T08:00 2026-01-09T17:00", 3: "2026-01-09T08:00 2026-01-09T17:00",
			4: "2026-01-07T08:00 2026-01-07T17:00", // as soon as possible
			5: "2026-01-12T08:00 2026-01-12T17:00",
		}, nil},
	"a project from a finish that is not there": {started + "<ScheduleFromStart>0</ScheduleFromStart><Tasks>" + task(1, 8, late) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "FinishDate", mspdi.Missing)},
	"many critical paths": {started + "<MultipleCriticalPaths>1</MultipleCriticalPaths><Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "MultipleCriticalPaths", mspdi.ManyPaths)},
	"a manual task": {started + "<Tasks>" + task(1, 8, "") + task(2, 16, "<Manual>1</Manual><Start>2026-01-03T10:00:00</Start><Finish>2026-01-04T12:00:00</Finish>"+after(1)) + task(3, 8, after(2)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00", 2: "2026-01-03T10:00 2026-01-04T12:00", 3: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a manual task without a finish": {started + "<Tasks>" + task(1, 16, "<Manual>1</Manual><Start>2026-01-08T08:00:00</Start>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-08T08:00 2026-01-09T17:00", 2: "2026-01-12T08:00 2026-01-12T17:00"}, nil},
	"a manual task without a start": {started + "<Tasks>" + task(1, 16, "<Manual>1</Manual><Finish>2026-01-09T17:00:00</Finish>") + "</Tasks>",
		map[int]string{1: "2026-01-08T08:00 2026-01-09T17:00"}, nil},
	"a manual task without dates": {started + "<Tasks>" + task(1, 8, "") + task(2, 8, "<Manual>1</Manual>"+after(1)) + "</Tasks>",
		map[int]string{2: "2026-01-06T08:00 2026-01-06T17:00"}, told(2, "Start", mspdi.Missing)},
	"a manual task the wrong way round": {started + "<Tasks>" + task(1, 8, "<Manual>1</Manual><Start>2026-01-08T08:00:00</Start><Finish>2026-01-07T17:00:00</Finish>") + "</Tasks>",
		map[int]string{1: "2026-01-08T08:00 2026-01-08T17:00"}, told(1, "Finish", mspdi.Reversed)},
	"a manual task with a constraint, begun": {started + "<Tasks>" + task(1, 24, "<Manual>1</Manual><ConstraintType>2</ConstraintType><ConstraintDate>2026-01-05T08:00:00</ConstraintDate><Start>2026-01-06T08:00:00</Start><Finish>2026-01-07T17:00:00</Finish><ActualStart>2026-01-06T08:00:00</ActualStart><PercentComplete>50</PercentComplete>") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-07T17:00"}, nil},
	"a manual task that has finished": {started + "<Tasks>" + task(1, 8, "<Manual>1</Manual><Start>2026-01-06T08:00:00</Start><Finish>2026-01-07T17:00:00</Finish><ActualStart>2026-01-06T08:00:00</ActualStart><ActualFinish>2026-01-07T12:00:00</ActualFinish>") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-07T12:00"}, nil},
	"a manual summary": {started + "<Tasks>" + task(1, 0, "<Summary>1</Summary><Manual>1</Manual><Start>2026-01-08T08:00:00</Start><Finish>2026-01-09T17:00:00</Finish>") + strings.Replace(task(2, 8, ""), "Level>1", "Level>2", 1) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00", 2: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "Manual", mspdi.OfSummary)},
	"a task of another project": {started + "<Tasks>" + task(1, 8, "<ExternalTask>1</ExternalTask><Start>2026-01-01T08:00:00</Start><Finish>2026-01-01T17:00:00</Finish>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-01T08:00 2026-01-01T17:00", 2: "2026-01-02T08:00 2026-01-02T17:00"}, nil},
	"a pause": {started + "<Tasks>" + task(1, 24, begun+"<RemainingDuration>PT16H0M0S</RemainingDuration><Stop>2026-01-05T17:00:00</Stop><Resume>2026-01-13T08:00:00</Resume><Start>2026-01-05T08:00:00</Start><Finish>2026-01-14T17:00:00</Finish>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-14T17:00", 2: "2026-01-15T08:00 2026-01-15T17:00"}, nil},
	"a pause by the percentage": {started + "<Tasks>" + task(1, 40, begun+"<PercentComplete>25</PercentComplete><Resume>2026-01-13T10:00:00</Resume>") + "</Tasks>", // 10 hours are done
		map[int]string{1: "2026-01-05T08:00 2026-01-16T17:00"}, nil},
	"work that goes on at once": {started + "<Tasks>" + task(1, 24, begun+"<RemainingDuration>PT16H0M0S</RemainingDuration><Stop>2026-01-05T17:00:00</Stop><Resume>2026-01-06T08:00:00</Resume><Start>2026-01-05T08:00:00</Start><Finish>2026-01-07T17:00:00</Finish>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-07T17:00"}, nil},
	"work that goes on before it began": {started + "<Tasks>" + task(1, 24, "<Start>2026-01-05T08:00:00</Start><Resume>2026-01-13T08:00:00</Resume>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-07T17:00"}, told(1, "ActualStart", mspdi.Missing)},
	"a pause and a split": {started + "<Tasks>" + task(1, 24, begun+"<RemainingDuration>PT16H0M0S</RemainingDuration><Resume>2026-01-13T08:00:00</Resume><Start>2026-01-05T08:00:00</Start><Finish>2026-01-15T17:00:00</Finish>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-14T17:00"}, told(1, "Finish", mspdi.Split)},
	"a split": {started + "<Tasks>" + task(1, 16, "<Start>2026-01-05T08:00:00</Start><Finish>2026-01-07T17:00:00</Finish>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-06T17:00"}, told(1, "Finish", mspdi.Split)},
	"a finish after a weekend": {started + "<Tasks>" + task(1, 40, "<Start>2026-01-05T08:00:00</Start><Finish>2026-01-12T08:00:00</Finish>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-09T17:00"}, nil},
	"a levelling delay": {started + "<Tasks>" + task(1, 8, "<LevelingDelay>4800</LevelingDelay><LevelingDelayFormat>7</LevelingDelayFormat>") + task(2, 8, after(1)) + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-06T17:00", 2: "2026-01-07T08:00 2026-01-07T17:00"}, nil},
	"an elapsed levelling delay": {started + "<Tasks>" + task(1, 40, "") + task(2, 8, "<LevelingDelay>14400</LevelingDelay><LevelingDelayFormat>8</LevelingDelayFormat>"+after(1)) + "</Tasks>",
		map[int]string{2: "2026-01-13T08:00 2026-01-13T17:00"}, nil},
	"a levelling delay of started work": {started + "<Tasks>" + task(1, 8, begun+"<LevelingDelay>4800</LevelingDelay>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a levelling delay the wrong way": {started + "<Tasks>" + task(1, 8, "<LevelingDelay>-4800</LevelingDelay>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "LevelingDelay", mspdi.OutOfBounds)},
	"a levelling delay of a summary": {started + "<Tasks>" + task(1, 0, "<Summary>1</Summary><LevelingDelay>4800</LevelingDelay>") + strings.Replace(task(2, 8, ""), "Level>1", "Level>2", 1) + "</Tasks>",
		map[int]string{2: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "LevelingDelay", mspdi.OfSummary)},
	"a subproject with dates": {started + "<Tasks>" + task(1, 8, "") + task(2, 8, "<IsSubproject>1</IsSubproject><Start>2026-01-07T08:00:00</Start><Finish>2026-01-08T17:00:00</Finish>"+after(1)) + task(3, 8, after(2)) + "</Tasks>",
		map[int]string{2: "2026-01-07T08:00 2026-01-08T17:00", 3: "2026-01-09T08:00 2026-01-09T17:00"}, told(2, "IsSubproject", mspdi.Subproject)},
	"a subproject": {started + "<Tasks>" + task(1, 8, "<IsSubproject>1</IsSubproject>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "IsSubproject", mspdi.Subproject)},
	"a calendar that is not there": {started + "<Tasks>" + task(1, 8, "<CalendarUID>7</CalendarUID>") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "CalendarUID", mspdi.UnknownCalendar)},
	"a project's calendar that is not there": {started + "<CalendarUID>7</CalendarUID><Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "CalendarUID", mspdi.UnknownCalendar)},
	"what is told comes in the order of the tasks": {started + "<MultipleCriticalPaths>1</MultipleCriticalPaths><Tasks>" + task(1, 8, after(7)) + task(2, 8, "<CalendarUID>7</CalendarUID><PercentComplete>x</PercentComplete>"+after(8)) + "</Tasks>",
		nil, []mspdi.NotHonoured{
			{UID: 2, Field: "PercentComplete", Why: mspdi.Unreadable}, {UID: -1, Field: "MultipleCriticalPaths", Why: mspdi.ManyPaths},
			{UID: 1, Field: "PredecessorLink.PredecessorUID", Why: mspdi.UnknownTask},
			{UID: 2, Field: "CalendarUID", Why: mspdi.UnknownCalendar}, {UID: 2, Field: "PredecessorLink.PredecessorUID", Why: mspdi.UnknownTask},
		}},
	"a base that is not there": {started + standard("<BaseCalendarUID>7</BaseCalendarUID>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].BaseCalendarUID", mspdi.UnknownCalendar)},
	"a calendar on itself": {started + standard("<BaseCalendarUID>1</BaseCalendarUID>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].BaseCalendarUID", mspdi.UnknownCalendar)},
	"a week without work": {started + standard("<WeekDays>"+daysOff(2, 3, 4, 5, 6)+"</WeekDays>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].WeekDays", mspdi.NoWorkingTime)},
	"an exception that ends before it begins": {started + standard("<Exceptions>"+exception("2026-01-06", "2026-01-05", "<Type>1</Type>")+"</Exceptions>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].Exception.TimePeriod", mspdi.Reversed)},
	"an exception without days": {started + standard("<Exceptions><Exception><Type>1</Type></Exception></Exceptions>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].Exception.TimePeriod", mspdi.Missing)},
	"an exception of an unknown kind": {started + standard("<Exceptions>"+exception("2026-01-05", "2026-01-05", "<Type>8</Type>")+"</Exceptions>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-06T08:00 2026-01-06T17:00"}, told(-1, "Calendar[1].Exception.Type", mspdi.UnknownRecurrence)},
	"more days than are taken": {started + standard("<Exceptions>"+strings.Repeat(exception("1900-01-01", "2100-12-31", "<Type>1</Type>"), 100)+"</Exceptions>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].Exceptions", mspdi.TooMany)},
	"a working time of no length": {started + standard("<WeekDays>"+worked(2, "08:00:00", "08:00:00")+"</WeekDays>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].WorkingTime", mspdi.Reversed)},
	"a working time without an end": {started + standard("<WeekDays>"+strings.Replace(worked(2, "08:00:00", ""), "<ToTime></ToTime>", "", 1)+"</WeekDays>") + "<Tasks>" + task(1, 8, "") + "</Tasks>",
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(-1, "Calendar[1].WorkingTime", mspdi.Missing)},
	"a resource that works on Tuesdays": {started + "<Calendars><Calendar><UID>2</UID><WeekDays>" + daysOff(2, 4, 5, 6) + "</WeekDays></Calendar></Calendars><Tasks>" + task(1, 8, "") + "</Tasks>" + assigned(2, 0),
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "Assignment.ResourceUID", mspdi.ResourceCalendar)},
	"a resource that works as its task": {started + "<Calendars><Calendar><UID>2</UID><WeekDays>" + worked(2, "08:00:00", "12:00:00", "13:00:00", "17:00:00") + "</WeekDays></Calendar></Calendars><Tasks>" + task(1, 8, "") + "</Tasks>" + assigned(2, 0),
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a resource that works on Tuesdays, and a task that runs on": {started + "<Calendars><Calendar><UID>2</UID><WeekDays>" + daysOff(2, 4, 5, 6) + "</WeekDays></Calendar></Calendars><Tasks>" + strings.Replace(task(1, 24, ""), "Format>7", "Format>8", 1) + "</Tasks>" + assigned(2, 0),
		map[int]string{1: "2026-01-05T08:00 2026-01-06T08:00"}, nil},
	"a resource whose calendar is to be ignored": {started + standard("") + "<Calendars><Calendar><UID>2</UID><WeekDays>" + daysOff(2) + "</WeekDays></Calendar></Calendars><Tasks>" + task(1, 8, "<CalendarUID>1</CalendarUID><IgnoreResourceCalendar>1</IgnoreResourceCalendar>") + "</Tasks>" + assigned(2, 0),
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, nil},
	"a resource that is levelled": {started + "<Tasks>" + task(1, 8, "") + "</Tasks>" + assigned(-1, -4800),
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "Assignment.Delay", mspdi.AssignmentDelay)},
	"a resource that comes later": {started + "<Tasks>" + task(1, 8, "") + "</Tasks>" + assigned(-1, 4800),
		map[int]string{1: "2026-01-05T08:00 2026-01-05T17:00"}, told(1, "Assignment.Delay", mspdi.AssignmentDelay)},
}

func assigned(calendar, delay int) string {
	if delay < 0 { // by levelling
		return strings.ReplaceAll(assigned(calendar, -delay), "Delay>", "LevelingDelay>")
	}
	return fmt.Sprintf("<Resources><Resource><UID>3</UID><CalendarUID>%d</CalendarUID></Resource></Resources><Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>3</ResourceUID><Delay>%d</Delay></Assignment></Assignments>", calendar, delay)
}

// daysOff are days of the week without work, Sunday 1.
func daysOff(days ...int) string {
	var out string
	for _, day := range days {
		out += fmt.Sprintf("<WeekDay><DayType>%d</DayType><DayWorking>0</DayWorking></WeekDay>", day)
	}
	return out
}

// workingTimes are pairs of times of day.
func workingTimes(times ...string) string {
	out := "<WorkingTimes>"
	for i := 0; i < len(times); i += 2 {
		out += "<WorkingTime><FromTime>" + times[i] + "</FromTime><ToTime>" + times[i+1] + "</ToTime></WorkingTime>"
	}
	return out + "</WorkingTimes>"
}

func worked(day int, times ...string) string {
	return fmt.Sprintf("<WeekDay><DayType>%d</DayType><DayWorking>1</DayWorking>%s</WeekDay>", day, workingTimes(times...))
}

func exception(from, to, more string) string {
	return "<Exception><TimePeriod><FromDate>" + from + "</FromDate><ToDate>" + to + "</ToDate></TimePeriod>" + more + "</Exception>"
}

func TestWhatAPlantedFileSaysIsHonouredOrTold(t *testing.T) {
	for name, c := range planted {
		t.Run(name, func(t *testing.T) {
			p := read(c.within)
			got := dates(t, p)
			for uid, want := range c.dates {
				assert.Equal(t, want, got[uid], "task %d", uid)
			}
			assert.Equal(t, c.told, p.Network().NotHonoured)
		})
	}
}

func TestWorkAfterAMilestoneBeginsOnItsDay(t *testing.T) {
	for name, more := range map[string]string{
		"with a time":        "<ConstraintType>2</ConstraintType><ConstraintDate>2014-08-15T08:00:00</ConstraintDate>",
		"without a time":     "<ConstraintType>4</ConstraintType><ConstraintDate>2014-08-15</ConstraintDate>",
		"reached that day":   "<ActualStart>2014-08-15T08:00:00</ActualStart><ActualFinish>2014-08-15T08:00:00</ActualFinish>",
		"of another project": "<ExternalTask>1</ExternalTask><Start>2014-08-15T08:00:00</Start>",
	} {
		p := read("<StartDate>2014-08-01T08:00:00</StartDate><Tasks>" + task(1, 0, more) + task(2, 8, after(1)) + "</Tasks>")
		assert.Equal(t, "2014-08-15T08:00 2014-08-15T17:00", dates(t, p)[2], name)
	}
}

func TestADelayBeyondTheEngineIsToldAndTheRestIsScheduled(t *testing.T) {
	p := read(started + "<Tasks>" + task(1, 8, "") + "</Tasks>")
	p.Tasks[0].LevelingDelay = math.MaxInt
	assert.Equal(t, told(1, "LevelingDelay", mspdi.OutOfBounds), p.Network().NotHonoured)
	assert.Equal(t, "2026-01-05T08:00 2026-01-05T17:00", dates(t, p)[1])
}
