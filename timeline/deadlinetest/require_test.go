package deadlinetest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/deadlinetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestASamplePlanMeetsItsDeadlines(t *testing.T) {
	schedule := deadlinetest.RequireMet(t, filepath.Join("..", "..", "examples", "plans", "lemvig.yaml"))
	assert.Equal(t, "Lemvig", schedule.Kommune.Name)
}

// told notes how a test was ended.
type told struct {
	testing.TB
	message string
}

func (t *told) Helper()                           {}
func (t *told) Fatalf(format string, args ...any) { t.message = fmt.Sprintf(format, args...) }

func TestABrokenDeadlineIsToldWithItsPlaceAndWhoMustAct(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\nasOf: 2014-05-20\ntasks:\n  4.15/kontaktperson@stoettesystemerne: {plannedFinish: 2014-06-02}\n"), 0o600))
	test := &told{}
	assert.Nil(t, deadlinetest.RequireMet(test, file))
	assert.Contains(t, test.message, "the plan of Roskilde does not meet its deadlines:\n")
	assert.Contains(t, test.message, file+":4: DB-101 ")
	assert.Contains(t, test.message, "after the deadline 30 May 2014.")
	assert.Contains(t, test.message, "Must act: The kommune.")
}

func TestAPlanThatCannotBeReadEndsTheTest(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskidle\n"), 0o600))
	test := &told{}
	assert.Nil(t, deadlinetest.RequireMet(test, file))
	assert.Contains(t, test.message, "DB-002")
	assert.Contains(t, test.message, "Did you mean “Roskilde”?")

	missing := &told{}
	assert.Nil(t, deadlinetest.RequireMet(missing, filepath.Join(t.TempDir(), "none.yaml")))
	assert.Contains(t, missing.message, "cannot be opened")
}

func TestAPlanBuiltInGoThatNamesATaskThatIsNoneEndsTheTest(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	for id, want := range map[string]string{"4.4/beslut2015": "Did you mean “4.4/beslut-2015”?", "4.4/beslut-2015": ""} {
		p := plan.New("Roskilde")
		p.Tasks = map[string]plan.Task{id: {Note: "Under way"}}
		test := &told{}
		schedule := deadlinetest.RequirePlanMet(test, book, p)
		if want == "" {
			assert.Empty(t, test.message)
			continue
		}
		assert.Nil(t, schedule)
		assert.Contains(t, test.message, "DB-001")
		assert.Contains(t, test.message, want)
	}
}
