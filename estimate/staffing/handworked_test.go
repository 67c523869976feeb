package staffing_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// part is a line of the paper: so many of a task's working days in a year lie in the month,
// and of so many who share the work one is the person.
type part struct {
	task        string
	roles       []string
	kind        estimate.Kind
	days, whole int64
	people      int64
}

// The month in which each of two is short of most, by hand from Odense's plan: 2015 has 261
// weekdays, less New Year's Day, Maundy Thursday, Good Friday, Easter Monday, the day of prayer,
// Ascension, Whit Monday, the 24th, 25th and 31st of December, and ten in July: 241. August has
// 21 of them, December 20, and August to December 106.
func TestWhatTwoOfOdenseNeedAndHaveInAMonthByHand(t *testing.T) {
	p := sample(t, "odense.yaml")
	s := of(t, p)
	leader, lead, test := []string{"projektleder"}, []string{"programleder"}, []string{"testkoordinator", "testperson"}
	for _, c := range []struct {
		person, month   string
		days            int64
		parts           []part
		need, available string
	}{
		// Manages KY and KSD, shares the programme with Bo; KSD's stand-in is from August on.
		{"astrid", "2015-08-01", 21, []part{
			{"4.5/projektledelse@ky", leader, estimate.Own, 21, 241, 1},
			{"4.5/projektledelse@ksd", leader, estimate.Own, 21, 241, 1},
			{"4.5/programledelse", lead, estimate.Own, 21, 241, 2},
			{"4.12/styring", lead, estimate.Own, 21, 241, 2},
			{"5.2/overgangsplan@ky", leader, estimate.Own, 15, 15, 1},
			{"5.2/overgangsplan@ksd", leader, estimate.Own, 15, 15, 1},
			{"5.2/overgangsplan@ksd", leader, estimate.Backfill, 21, 106, 1},
		}, "372.8", "155.40"},
		// Prepares two tests from 1 December and runs a third from the 10th: all in December.
		{"david", "2015-12-01", 20, []part{
			{"5.3/forberedelse@ky", test, estimate.Own, 1, 1, 1},
			{"5.3/forberedelse@ksd", test, estimate.Own, 1, 1, 1},
			{"5.3/test@stoettesystemerne", test, estimate.Own, 1, 1, 1},
		}, "340.3", "80.00"},
	} {
		t.Run(c.person, func(t *testing.T) {
			var need decimal.Decimal
			for _, of := range c.parts {
				hours := hoursOfRoles(s.Estimate(), of.task, 2015, of.kind, of.roles).Decimal()
				require.Positive(t, hours.Sign(), of.task)
				need = need.Add(hours.Mul(decimal.NewFromInt(of.days)).Div(decimal.NewFromInt(of.whole * of.people)))
			}
			available := p.People[c.person].HoursPerWeek.Decimal().Mul(decimal.NewFromInt(c.days)).Div(decimal.NewFromInt(5))
			assert.Equal(t, c.need, need.StringFixed(1))
			assert.Equal(t, c.available, available.StringFixed(2))
			for _, m := range person(t, s, c.person).Months {
				if m.First != day(t, c.month) {
					continue
				}
				assert.InDelta(t, need.InexactFloat64(), m.Need().Decimal().InexactFloat64(), 0.05, "a hundredth of each task and month")
				equal(t, drejebog.NewHours(available), *m.Available)
				equal(t, m.Need().Sub(*m.Available), m.Over)
				return
			}
			require.Fail(t, "no need in "+c.month)
		})
	}
}

// hoursOfRoles are what an estimate has for some roles of a task in a year.
func hoursOfRoles(e *estimate.Estimate, task string, year int, kind estimate.Kind, roles []string) (sum drejebog.Hours) {
	for i := range e.Cells {
		for _, role := range roles {
			if c := &e.Cells[i]; c.Task == task && c.Year == year && c.Kind == kind && c.Role == role {
				sum = sum.Add(c.Hours)
			}
		}
	}
	return sum
}

// What nothing solves in Odense has its price: the hours of all clashes, each at a rate.
func TestEachClashOfOdenseIsPriced(t *testing.T) {
	s := of(t, sample(t, "odense.yaml"))
	require.Len(t, s.Clashes, 10)
	var over, left drejebog.Hours
	for i := range s.Clashes {
		over = over.Add(s.Clashes[i].Over)
	}
	for _, l := range s.LeftOver {
		left = left.Add(l.Hours)
		require.NotNil(t, l.Cost, "%s %d", l.Role, l.Year)
		assert.Equal(t, l.Hours.Times(*l.Rate).Round(2).String(), l.Cost.String())
	}
	equal(t, over, left)
}
