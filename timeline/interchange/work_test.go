package interchange_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWorkBecomesAssignmentsAndChangesNothingElse(t *testing.T) {
	b := booktest.Book(t)
	hours := func(n int64) drejebog.Hours { return drejebog.NewHours(decimal.NewFromInt(n)) }
	for name, s := range schedules(t) {
		const task = "4.10/slutbrugere@ky"
		bare := interchange.FromSchedule(s, lang.Danish)
		project := interchange.FromSchedule(s, lang.Danish,
			interchange.Work{Task: task, Who: "projektleder", Hours: hours(30)}, interchange.Work{Task: task, Who: "projektleder", Hours: hours(10)},
			interchange.Work{Task: "none", Who: "projektleder", Hours: hours(9)}, interchange.Work{Task: task, Who: "superbruger", Hours: hours(0)})
		require.Len(t, project.Assignments, 1, name)
		a, of := project.Assignments[0], taskOf(t, project, task)
		assert.Equal(t, of.UID, a.Task)
		assert.Equal(t, new(40*60), a.Work)
		assert.Equal(t, new(40*60), of.Work)
		assert.InDelta(t, 40*60, a.Units*float64(of.Duration.Minutes), 5, "spread evenly")
		assert.Equal(t, of.Start, a.Start)
		assert.Equal(t, b.Role("projektleder").Name.DA, project.Resources[0].Name)
		assert.Empty(t, project.Network().NotHonoured, name)

		of.Work, project.Resources, project.Assignments = nil, nil, nil
		assert.Equal(t, bare, project, name)
	}
}

func TestWorkThatWasWrittenIsNoNewsOfWhoAnswers(t *testing.T) {
	b := booktest.Book(t)
	s := schedules(t)["odense.yaml"]
	var work []interchange.Work
	for i := range s.Tasks {
		work = append(work, interchange.Work{Task: s.Tasks[i].ID, Who: "superbruger", Hours: drejebog.NewHours(decimal.NewFromInt(8))})
	}
	project := interchange.FromSchedule(s, lang.Danish, work...)
	require.Greater(t, len(project.Assignments), 100)
	p := readable(t, s.Plan)
	assert.Empty(t, interchange.Into(b, p, project, "plan.xml"))
	assert.Equal(t, yaml(t, s.Plan), yaml(t, p))
}
