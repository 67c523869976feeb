package interchange_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

func TestWhatBindsATaskIsTakenOverOrTold(t *testing.T) {
	const bound = "DB-613 At »Strategi« (nr. 1) er bundet til »"
	for name, c := range map[string]struct {
		file    mspdi.Task
		want    plan.Task
		finding string
	}{
		"no earlier, and no dates": {
			mspdi.Task{Constraint: mspdi.StartNoEarlierThan, ConstraintDate: june(9, 8), Duration: mspdi.Duration{Minutes: 960}},
			plan.Task{PlannedStart: day(2014, 6, 9), Duration: new(2)}, "",
		},
		"no earlier than its dates": {
			mspdi.Task{Constraint: mspdi.StartNoEarlierThan, ConstraintDate: june(9, 8), Start: june(10, 8), Finish: june(11, 17)},
			plan.Task{PlannedStart: day(2014, 6, 10), PlannedFinish: day(2014, 6, 11)}, "",
		},
		"no later": {
			mspdi.Task{Constraint: mspdi.FinishNoLaterThan, ConstraintDate: june(19, 17)}, plan.Task{},
			"DB-612 Fristen 19. juni 2014 for »Strategi« (nr. 1) er ikke læst: planen har kun frister for egne opgaver.",
		},
		"no later start": {
			mspdi.Task{Constraint: mspdi.StartNoLaterThan, ConstraintDate: june(19, 8)}, plan.Task{},
			bound + "start senest 19. juni 2014«, er ikke læst: planen har ikke plads til det.",
		},
		"as late as possible": {
			mspdi.Task{Constraint: mspdi.AsLateAsPossible}, plan.Task{},
			bound + "så sent som muligt«, er ikke læst: planen har ikke plads til det.",
		},
		"a date that an earlier constraint left": {mspdi.Task{ConstraintDate: june(19, 8)}, plan.Task{}, ""},
		"another finish": {
			mspdi.Task{Constraint: mspdi.MustFinishOn, ConstraintDate: june(13, 0)}, plan.Task{},
			bound + "slut netop 12. juni 2014«, er ikke læst: planen har ikke plads til det.",
		},
	} {
		got, findings := into(t, plan.Task{}, c.file)
		assert.Equal(t, c.want, got, name)
		if c.finding == "" {
			assert.Empty(t, findings, name)
			continue
		}
		assert.Equal(t, []string{c.finding}, findings, name)
	}
}

func TestAConstraintOfAWrittenTaskIsTheUsersWhenItIsChanged(t *testing.T) {
	p, project := linkedFile(t)
	step := taskOf(t, project, "4.10/superbrugere@sapa")
	step.Constraint, step.ConstraintDate = mspdi.StartNoEarlierThan, new(*step.Start-24*60)
	own := taskOf(t, project, "own/b")
	own.Constraint, own.ConstraintDate = mspdi.FinishNoLaterThan, mspdi.At(date.New(2015, time.June, 5), 17*60)
	ready := taskOf(t, project, "4.8/bekraeftet@sapa")
	ready.Constraint, ready.ConstraintDate = mspdi.MustStartOn, ready.Start
	findings := interchange.Into(booktest.Book(t), p, project, "plan.xml")
	assert.Equal(t, []string{"DB-613"}, codes(findings))
	assert.Equal(t, plan.Task{PlannedStart: new(step.Start.Day() - 1)}, p.Tasks["4.10/superbrugere@sapa"])
	assert.Equal(t, day(2015, 6, 5), p.Own["own/b"].Deadline)
}

// closing is a calendar with days off.
func closing(exceptions ...mspdi.Exception) *mspdi.Project {
	p := mspdi.New()
	p.Calendar = 1
	p.Calendars = []mspdi.Calendar{{UID: 1, Name: "Rådhuset", IsBase: true, Base: mspdi.None, Exceptions: exceptions}}
	return p
}

func off(name string, from, to date.Date) mspdi.Exception {
	return mspdi.Exception{Name: name, Type: mspdi.Daily, From: mspdi.At(from, 0), To: mspdi.At(to, 1439)}
}

func TestTheDaysOffOfTheFileBecomeClosures(t *testing.T) {
	p := plan.New("Lemvig")
	p.Calendar = &plan.Calendar{Closed: []plan.Closure{{From: date.New(2015, 2, 9), Why: "Flytning"}}}
	yearly := off("Stiftelsesdag", date.New(1984, 9, 1), date.New(2049, 9, 30))
	yearly.Type, yearly.Month, yearly.MonthDay = mspdi.YearlyByDay, int(time.September)-1, 2
	project := closing(
		off("Ferielukning", date.New(2015, 7, 18), date.New(2015, 7, 31)),
		off("Påske", date.New(2015, 4, 2), date.New(2015, 4, 6)),
		off("Flytning", date.New(2015, 2, 9), date.New(2015, 2, 9)), yearly,
	)
	assert.Empty(t, interchange.Into(booktest.Book(t), p, project, "plan.xml"))
	assert.Equal(t, []plan.Closure{
		{From: date.New(2015, 2, 9), Why: "Flytning"},
		{From: date.New(2015, 7, 20), To: day(2015, 7, 31), Why: "Ferielukning"},
		{From: date.New(2014, 9, 2), Why: "Stiftelsesdag"},
		{From: date.New(2015, 9, 2), Why: "Stiftelsesdag"},
	}, p.Calendar.Closed)
	readable(t, p)
}

// A plan has whole days off and no more: the rest that a calendar says is told.
func TestWhatACalendarSaysBeyondDaysOffIsTold(t *testing.T) {
	short := off("Kort dag", date.New(2015, 7, 22), date.New(2015, 7, 22))
	short.Working, short.Shifts = true, []mspdi.Shift{{From: 480, To: 720}}
	saturdays := closing()
	saturdays.Calendars[0].Week[time.Saturday] = &mspdi.Day{Working: true}
	for name, project := range map[string]*mspdi.Project{"a short day": closing(short), "a week with Saturdays": saturdays} {
		p := plan.New("Lemvig")
		assert.Equal(t, []string{"DB-614"}, codes(interchange.Into(booktest.Book(t), p, project, "plan.xml")), name)
		assert.Nil(t, p.Calendar, name)
	}
}

func TestADayThatTheFileWorksIsNoClosureWhateverTheOrder(t *testing.T) {
	worked := off("Flytning", date.New(2015, 7, 22), date.New(2015, 7, 22))
	worked.Working = true
	fridays := off("Hver anden fredag", date.New(2015, 8, 7), date.New(2015, 8, 21))
	fridays.Type, fridays.DaysOfWeek, fridays.Period = mspdi.Weekly, 32, 2
	open := off("Åbent", date.New(2015, 8, 21), date.New(2015, 8, 21))
	open.Working = true
	yearly := off("Hvert år", date.New(2014, 8, 7), date.New(2015, 12, 31))
	yearly.Type, yearly.Month, yearly.MonthDay, yearly.Working = mspdi.YearlyByDay, int(time.August)-1, 7, true
	closed := off("Ferielukning", date.New(2015, 7, 20), date.New(2015, 7, 24))
	last := off("Sommerferie", date.New(2015, 8, 7), date.New(2015, 8, 7))
	for name, c := range map[string]struct {
		exceptions []mspdi.Exception
		want       []plan.Closure
	}{
		"of two that do not recur the later": {[]mspdi.Exception{closed, worked}, []plan.Closure{
			{From: date.New(2015, 7, 20), To: day(2015, 7, 21), Why: "Ferielukning"}, {From: date.New(2015, 7, 23), To: day(2015, 7, 24), Why: "Ferielukning"},
		}},
		"one that does not recur":            {[]mspdi.Exception{open, fridays}, []plan.Closure{{From: date.New(2015, 8, 7), Why: "Hver anden fredag"}}},
		"one that recurs less":               {[]mspdi.Exception{yearly, fridays}, []plan.Closure{{From: date.New(2015, 8, 21), Why: "Hver anden fredag"}}},
		"one that does not recur, it is off": {[]mspdi.Exception{yearly, last}, []plan.Closure{{From: date.New(2015, 8, 7), Why: "Sommerferie"}}},
	} {
		orders := [][]mspdi.Exception{c.exceptions, {c.exceptions[1], c.exceptions[0]}}
		if name == "of two that do not recur the later" {
			orders = orders[:1]
		}
		for _, exceptions := range orders {
			p, project := plan.New("Lemvig"), closing(exceptions...)
			project.Tasks = []mspdi.Task{{UID: 1, Level: 1, Name: "Noget", Start: mspdi.At(date.New(2015, 8, 3), 480), Duration: mspdi.Duration{Minutes: 480}}}
			interchange.Into(booktest.Book(t), p, project, "plan.xml")
			assert.Equal(t, c.want, p.Calendar.Closed, name)
		}
	}
}

func TestOtherWorkingTimesAreTold(t *testing.T) {
	saturday := off("Lørdagsåbent", date.New(2015, 1, 10), date.New(2015, 1, 10))
	saturday.Working = true
	project := closing(saturday, off("Nedlagt", date.New(2015, 1, 1), date.New(2017, 1, 1)))
	project.Calendars[0].Week[time.Friday] = &mspdi.Day{}
	p := plan.New("Lemvig")
	var texts []string
	for _, f := range interchange.Into(booktest.Book(t), p, project, "plan.xml") {
		assert.Equal(t, drejebog.SeverityWarning, f.Severity)
		assert.NotContains(t, f.Text.DA+f.Text.EN, "{")
		texts = append(texts, f.Text.DA)
	}
	assert.Equal(t, []string{
		"»Rådhuset« i filens kalender er ikke læst: planen regner med arbejde fra mandag til fredag.",
		"»Lørdagsåbent« i filens kalender er ikke læst: planen regner i hele arbejdsdage og har kun lukkedage.",
		"»Nedlagt« i filens kalender er ikke læst: planens lukkedage kan højst vare et år ad gangen.",
	}, texts)
	assert.Nil(t, p.Calendar)
}
