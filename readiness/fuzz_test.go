package readiness_test

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

// seen is a schedule late enough for any list to be known.
func seen(t require.TestingT) *timeline.Schedule {
	p := plan.New("Roskilde")
	day := on("2015-10-09")
	p.AsOf = &day
	s, err := timeline.Compute(book(), p)
	require.NoError(t, err)
	return s
}

func FuzzReadList(f *testing.F) {
	for _, name := range plans.Requirements() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add([]byte("project: sapa\npublished: 2015-06-15\nrequirements: [{id: a, category: test, text: x, due: {milestone: golive, months: 60, days: 1000}}]"))
	s := seen(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		list, findings := requirements.Read(book(), "krav.yaml", bytes.NewReader(data))
		if list == nil {
			require.NotEmpty(t, findings)
			return
		}
		again, findings := requirements.FromSheet(book(), list.Sheet(book()))
		_, err := readiness.Assess(s, *list)
		require.NoError(t, err)
		if again != nil && len(findings) == 0 {
			require.Len(t, again.Requirements, len(list.Requirements))
		}
	})
}

func FuzzAnswersFromSheet(f *testing.F) {
	f.Add([]byte("Nøgle;Svar;Dato\ntest/testpersoner@sapa;bekræftet;3. juli 2015\n"))
	f.Add([]byte("Nøgle;Spørgsmål;Svar\nmigrering/plan@sapa;;i gang\nmigrering/plan@sapa;a;bekræftet\n"))
	list, s := small(f), seen(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, _ := table.ReadCSV("svar.csv", bytes.NewReader(data))
		if sheet == nil {
			return
		}
		answers, _ := requirements.AnswersFromSheet(book(), sheet)
		answered := *s
		p := *s.Plan
		requirements.TakeAnswers(&p, answers)
		answered.Plan = &p
		_, err := readiness.Assess(&answered, list)
		require.NoError(t, err)
	})
}
