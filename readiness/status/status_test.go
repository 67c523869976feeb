package status_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// same is what makes two findings one.
func same(a, b *drejebog.Finding) bool {
	return a.Code == b.Code && a.Subject == b.Subject && a.Text == b.Text
}

func TestEveryFindingOfEveryPartIsToldOnce(t *testing.T) {
	for _, name := range plans.Names() {
		s := computed(t, name)
		_, read := booktest.Sample(t, name)
		parts := map[string][]drejebog.Finding{
			"plan": read, "timeline": s.Schedule.Findings, "estimate": s.Estimate.Findings, "business case": s.Case.Findings, "readiness": s.Assessment.Findings,
			"staffing": s.Staffing.Findings,
		}
		told := make([]bool, len(s.Findings))
		for part, findings := range parts {
			for _, f := range findings {
				i := slices.IndexFunc(s.Findings, func(x drejebog.Finding) bool { return same(&x, &f) && (f.Place.Line == 0 || x.Place == f.Place) })
				require.GreaterOrEqual(t, i, 0, "%s: %s of %s is not told", name, f.Code, part)
				told[i] = true
			}
		}
		assert.NotContains(t, told, false, "%s: what no part finds", name)
		for i := range s.Findings {
			for j := range i {
				assert.False(t, same(&s.Findings[i], &s.Findings[j]) && s.Findings[i].Place == s.Findings[j].Place, "%s: %s twice", name, s.Findings[i].Code)
			}
		}
	}
}

func TestCheckGivesTheFindingsOfTheWhole(t *testing.T) {
	p := plan.New("Roskilde")
	p.Drivers = map[string]int{"contracts": 12}
	s, err := status.Compute(booktest.Book(t), p, contributions(t))
	require.NoError(t, err)
	assert.NotEmpty(t, s.Findings)
	assert.Equal(t, s.Findings, status.Check(booktest.Book(t), p, contributions(t)))
}

func TestTheWorstFindingStandsFirstAndTheOrderIsTheSameEveryTime(t *testing.T) {
	for _, name := range plans.Names() {
		p, _ := booktest.Sample(t, name)
		list := status.Check(booktest.Book(t), p, contributions(t))
		for i := range list[1:] {
			assert.GreaterOrEqual(t, list[i].Severity, list[i+1].Severity, name)
		}
		assert.Equal(t, list, status.Check(booktest.Book(t), p, contributions(t)))
	}
}

func TestAPlanThatCannotBeScheduledHasTheFindingsThatSayWhy(t *testing.T) {
	list := status.Check(booktest.Book(t), plan.New("Roskidle"), contributions(t))
	require.Len(t, list, 1)
	assert.Equal(t, "DB-002", list[0].Code)
	_, err := status.Compute(booktest.Book(t), plan.New("Roskidle"), contributions(t))
	require.Error(t, err)
}

func TestNothingIsAnErrorAndNoPanic(t *testing.T) {
	assert.Empty(t, status.Check(nil, nil, nil))
	assert.Empty(t, status.Check(booktest.Book(t), nil, nil))
	assert.NotEmpty(t, status.Check(booktest.Book(t), &plan.Plan{}, nil))
	_, err := status.Compute(nil, nil, nil)
	require.Error(t, err)
	_, err = status.Of(nil, nil)
	require.Error(t, err)
	assert.Empty(t, status.NewPortfolio(booktest.Book(t), []*status.Status{nil, {}}).Rows)
}
