package interchange_test

import (
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
)

const strategy = "4.14/strategi"

// june is a moment of a day of June 2014.
func june(of, hour int) *mspdi.Moment { return mspdi.At(date.New(2014, time.June, of), hour*60) }

// into takes one task of the playbook over into a plan with a data date, and
// returns what the plan has of it and the findings.
func into(t *testing.T, had plan.Task, task mspdi.Task) (plan.Task, []string) {
	t.Helper()
	p := plan.New("Lemvig")
	p.DataDate = day(2014, 6, 20)
	p.People = map[string]plan.Person{"karen": {Name: "Karen", Roles: []string{"projektleder"}}}
	p.Tasks = map[string]plan.Task{strategy: had}
	task.UID, task.ID, task.WBS, task.Name, task.Level = 1, 1, strategy, "Strategi", 1
	project := mspdi.New()
	project.Tasks = []mspdi.Task{task}
	var texts []string
	for _, f := range interchange.Into(booktest.Book(t), p, project, "plan.xml") {
		assert.NotContains(t, f.Text.DA+f.Text.EN, "{")
		texts = append(texts, f.Code+" "+f.Text.DA)
	}
	readable(t, p)
	return p.Tasks[strategy], texts
}

func TestProgressOfTheFileTakesThePlaceOfThePlans(t *testing.T) {
	started, finished := day(2014, 6, 2), day(2014, 6, 19)
	underWay := plan.Task{ActualStart: started, Status: plan.InProgress, Remaining: new(3)}
	done := plan.Task{ActualStart: started, ActualFinish: finished, Status: plan.Done}
	for name, c := range map[string]struct {
		had  plan.Task
		file mspdi.Task
		want plan.Task
	}{
		"finished": {underWay, mspdi.Task{ActualStart: june(2, 8), ActualFinish: june(19, 17), PercentComplete: 100}, done},
		"under way again": {
			done, mspdi.Task{ActualStart: june(2, 8), Remaining: new(960), PercentComplete: 50},
			plan.Task{ActualStart: started, Status: plan.InProgress, Remaining: new(2)},
		},
		"put on hold": {
			plan.Task{ActualStart: started, Status: plan.OnHold, Remaining: new(3)},
			mspdi.Task{ActualStart: june(2, 8), Remaining: new(960)}, plan.Task{ActualStart: started, Status: plan.OnHold, Remaining: new(2)},
		},
		"not spoken of": {done, mspdi.Task{}, done},
	} {
		got, findings := into(t, c.had, c.file)
		assert.Equal(t, c.want, got, name)
		assert.Empty(t, findings, name)
	}
}

func TestAScheduleOfAPlanWithoutDataDateKeepsItsProgress(t *testing.T) {
	p := plan.New("Lemvig")
	done := plan.Task{ActualStart: day(2014, 5, 1), ActualFinish: day(2014, 6, 10), Status: plan.Done}
	underWay := plan.Task{ActualStart: day(2013, 6, 3), Remaining: new(4), Status: plan.InProgress}
	p.Tasks = map[string]plan.Task{strategy: done, "4.1/overblik": underWay}
	s, err := timeline.Compute(booktest.Book(t), p)
	assert.NoError(t, err)
	interchange.Into(booktest.Book(t), p, interchange.FromSchedule(s, lang.Danish), "plan.xml")
	for id, want := range map[string]plan.Task{strategy: done, "4.1/overblik": underWay} {
		got := p.Tasks[id]
		want.PlannedStart, want.PlannedFinish = got.PlannedStart, got.PlannedFinish
		assert.Equal(t, want, got, id)
	}
	readable(t, p)
}

func TestAPercentageWithoutActualDatesIsReadByThePlannedOnes(t *testing.T) {
	for name, c := range map[string]struct {
		file    mspdi.Task
		want    plan.Task
		finding string
	}{
		"finished": {
			mspdi.Task{Start: june(2, 8), Finish: june(6, 17), PercentComplete: 100},
			plan.Task{ActualStart: day(2014, 6, 2), ActualFinish: day(2014, 6, 6)},
			"DB-610 »Strategi« (nr. 1) er 100 % færdig, men filen mangler faktiske datoer. Ud fra de planlagte er den læst som begyndt 2. juni 2014 og afsluttet 6. juni 2014.",
		},
		"finished ahead of its dates": {
			mspdi.Task{Start: june(24, 8), Finish: june(27, 17), PercentComplete: 100},
			plan.Task{ActualStart: day(2014, 6, 20), ActualFinish: day(2014, 6, 20)},
			"DB-610 »Strategi« (nr. 1) er 100 % færdig, men filen mangler faktiske datoer. Ud fra de planlagte er den læst som begyndt 20. juni 2014 og afsluttet 20. juni 2014.",
		},
		"half done, length unsaid": {
			mspdi.Task{Start: june(16, 8), Finish: june(27, 17), PercentComplete: 50},
			plan.Task{ActualStart: day(2014, 6, 16), Remaining: new(5)},
			"DB-610 »Strategi« (nr. 1) er 50 % færdig, men filen mangler faktiske datoer. Ud fra de planlagte er den læst som begyndt 16. juni 2014.",
		},
		"half done at no time": {
			mspdi.Task{Duration: mspdi.Duration{Minutes: 960}, PercentComplete: 50}, plan.Task{Duration: new(2)},
			"DB-611 Fremdriften for »Strategi« (nr. 1) er ikke læst: filen siger ikke, hvornår opgaven begyndte eller sluttede.",
		},
	} {
		got, findings := into(t, plan.Task{}, c.file)
		c.want.PlannedStart, c.want.PlannedFinish = got.PlannedStart, got.PlannedFinish
		assert.Equal(t, c.want, got, name)
		assert.Equal(t, []string{c.finding}, findings, name)
	}
}

func TestValuesThatCannotBeAreToldAndNotReplaced(t *testing.T) {
	had := plan.Task{PlannedStart: day(2014, 7, 1), PlannedFinish: day(2014, 7, 4)}
	for finding, file := range map[string]mspdi.Task{
		"DB-611 Start og slut for »Strategi« (nr. 1) er ikke læst: opgaven slutter 3. juni 2014, før den begynder 9. juni 2014.": {Start: june(9, 8), Finish: june(3, 16)},
		"DB-611 Varigheden for »Strategi« (nr. 1) er ikke læst: den er negativ.":                                                 {Duration: mspdi.Duration{Minutes: -480}},
		"DB-611 Fremdriften for »Strategi« (nr. 1) er ikke læst: opgaven slutter 3. juni 2014, før den begynder 9. juni 2014.":   {ActualStart: june(9, 8), ActualFinish: june(3, 16)},
	} {
		got, findings := into(t, had, file)
		assert.Equal(t, had, got, finding)
		assert.Equal(t, []string{finding}, findings)
	}
	got, findings := into(t, plan.Task{}, mspdi.Task{ActualStart: june(2, 8), Remaining: new(-480), Duration: mspdi.Duration{Minutes: 4800}, PercentComplete: 40})
	assert.Equal(t, new(6), got.Remaining, "by the percentage")
	assert.Equal(t, []string{"DB-611 Resten for »Strategi« (nr. 1) er ikke læst: den er negativ."}, findings)
}

func TestADeadlineOfAPlaybooksTaskIsToldUnlessItIsThePlaybooks(t *testing.T) {
	_, findings := into(t, plan.Task{}, mspdi.Task{Deadline: june(30, 16)})
	assert.Equal(t, []string{"DB-612 Fristen 30. juni 2014 for »Strategi« (nr. 1) er ikke læst: planen har kun frister for egne opgaver."}, findings)
	b := booktest.Book(t)
	s, err := timeline.Compute(b, plan.New("Lemvig"))
	assert.NoError(t, err)
	project := interchange.FromSchedule(s, lang.Danish)
	_, quiet := interchange.NewPlan(b, "Lemvig", project, "plan.xml")
	assert.Empty(t, quiet)
	moved := 0
	for i := range project.Tasks {
		if at := project.Tasks[i].Deadline; at != nil {
			moved++
			*at -= 7 * 24 * 60
		}
	}
	_, told := interchange.NewPlan(b, "Lemvig", project, "plan.xml")
	assert.Greater(t, moved, 10)
	assert.Len(t, told, moved, "each that was moved in the other program")
}

func TestThePlansPeopleAreKnown(t *testing.T) {
	for who, want := range map[string]string{"Karen": "karen", "karen": "karen", "Projektleder": "projektleder"} {
		got, findings := into(t, plan.Task{}, mspdi.Task{Contact: who})
		assert.Equal(t, plan.Task{Responsible: want}, got)
		assert.Empty(t, findings)
	}
	got, findings := into(t, plan.Task{}, mspdi.Task{Contact: "Bo"})
	assert.Equal(t, plan.Task{Note: "Ansvarlig: Bo"}, got)
	assert.Len(t, findings, 1)
}
