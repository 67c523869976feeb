package staffing_test

import (
	"context"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// in is the staffing of a kommune with people.
func in(t require.TestingT, kommune, people string) *staffing.Staffing {
	p := vejen(t, "asOf: 2014-06-27\npeople: "+people+"\n")
	p.Kommune = kommune
	return of(t, p)
}

// joined are plans together, held to what that promises: each hour of those who are shared
// stands in one plan, there is no more of them than the one plan says, and what is short
// together is no less than what the plans are short of.
func joined(t require.TestingT, plans ...*staffing.Staffing) *staffing.Together {
	got, err := staffing.Join(plans...)
	require.NoError(t, err)
	for i := range got.Shared {
		s := &got.Shared[i]
		var need, over, alone drejebog.Hours
		for k := range s.Months {
			m := &s.Months[k]
			var needs drejebog.Hours
			for _, of := range m.Needs {
				needs = needs.Add(of)
			}
			equal(t, m.Need, needs)
			need, over = need.Add(m.Need), over.Add(m.Over)
			if m.Available != nil && m.Over.Sign() > 0 {
				equal(t, m.Over, m.Need.Sub(*m.Available))
			}
		}
		for _, by := range s.Plans {
			need, alone = need.Sub(by.Need), alone.Add(by.Alone)
		}
		require.True(t, need.IsZero())
		equal(t, s.Over, over)
		equal(t, s.Alone, alone)
		require.True(t, s.Over.Cmp(s.Alone) >= 0)
	}
	return got
}

const leader = "{name: Lis, roles: [programleder], hoursPerWeek: 37}"

func TestAProgrammeManagerOfTwoKommunerHasEachHourOnce(t *testing.T) {
	one, other := in(t, "Ringsted", "{lis: "+leader+"}"), in(t, "Sorø", "{lis: "+leader+"}")
	got := joined(t, one, other)
	require.Len(t, got.Shared, 1)
	s := &got.Shared[0]
	assert.Equal(t, "lis", s.Person)
	assert.Empty(t, got.Findings)
	for _, m := range s.Months {
		if m.First <= one.Estimate().Schedule().SeenFrom() {
			continue // of the month that goes on it is what is left
		}
		var need drejebog.Hours
		for _, of := range []*staffing.Staffing{one, other} {
			for _, row := range person(t, of, "lis").Months {
				if row.First == m.First {
					need = need.Add(row.Need())
					equal(t, *row.Available, *m.Available)
				}
			}
		}
		equal(t, need, m.Need)
	}
	require.NotNil(t, s.Cost)
	assert.Equal(t, s.Over.Sign(), s.Cost.Sign())
}

// What one plan has time for may be too much for two.
func TestTwoKommunerAreShortOfWhomNeitherIsShortOfAlone(t *testing.T) {
	own := func(kommune string) *staffing.Staffing {
		p := vejen(t, "asOf: 2015-03-01\npeople: {lis: {name: Lis, roles: [jurist], hoursPerWeek: 37}}\n"+
			"own: {own/x: {name: X, duration: 20, plannedStart: 2017-03-01, responsible: lis, hours: 100}}\n")
		p.Kommune = kommune
		return of(t, p)
	}
	s := joined(t, own("Ringsted"), own("Sorø")).Shared[0]
	assert.True(t, s.Alone.IsZero())
	for _, m := range s.Months {
		if m.First == day(t, "2017-03-01") { // 23 days of 7.4 hours
			assert.Equal(t, "200.00", m.Need.Decimal().StringFixed(2))
			assert.Equal(t, "170.20", m.Available.Decimal().StringFixed(2))
			assert.Equal(t, "29.80", m.Over.Decimal().StringFixed(2))
		}
	}
}

// Who has hours a week in one plan alone, and no work there in a month, has them in it.
func TestThereIsAsMuchOfSomebodyInAMonthThatOnlyOnePlanHasWorkIn(t *testing.T) {
	with := func(kommune, people, own string) *staffing.Staffing {
		p := vejen(t, "asOf: 2015-03-01\npeople: "+people+"\n"+own)
		p.Kommune = kommune
		return of(t, p)
	}
	one := with("Ringsted", "{lis: {name: Lis, roles: [jurist], hoursPerWeek: 37, absences: [{from: 2030-03-04}]}}", "")
	other := with("Sorø", "{lis: {name: Lis, roles: [jurist]}}", "own: {own/x: {name: X, duration: 20, plannedStart: 2030-03-01, responsible: lis, hours: 100}}\n")
	var told bool
	for _, m := range joined(t, one, other).Shared[0].Months {
		if m.First == day(t, "2030-03-01") { // 20 days of 7.4 hours
			told = true
			assert.Equal(t, "148.00", m.Available.Decimal().StringFixed(2))
			assert.True(t, m.Over.IsZero())
		}
	}
	assert.True(t, told)
}

func TestWhoIsTheSameHasOneIdAndOneName(t *testing.T) {
	for _, c := range []struct {
		name, one, other string
		shared           int
		codes            []string
	}{
		{"id and name", "{lis: " + leader + "}", "{lis: " + leader + "}", 1, nil},
		{"name alone", "{lis: " + leader + "}", "{leder: " + leader + "}", 0, []string{"DB-449"}},
		{"id alone", "{lis: " + leader + "}", "{lis: {name: Lisbet, roles: [programleder]}}", 0, nil},
		{"positions", "{leder: {roles: [programleder]}}", "{leder: {roles: [programleder]}}", 0, nil},
		{"other hours", "{lis: " + leader + "}", "{lis: {name: Lis, roles: [programleder], hoursPerWeek: 20}}", 1, []string{"DB-450"}},
		{"hours in one plan", "{lis: " + leader + "}", "{lis: {name: Lis, roles: [programleder]}}", 1, nil},
		{"a mean in one", "{lis: " + leader + "}", "{lis: {name: Lis, roles: [programleder]}, ann: {name: Ann, roles: [programleder], hoursPerWeek: 60}}", 1, []string{"DB-451"}},
		{"the same mean in one", "{lis: " + leader + "}", "{lis: {name: Lis, roles: [programleder]}, ann: {name: Ann, roles: [programleder], hoursPerWeek: 37}}", 1, nil},
		{"hours in none", "{lis: {name: Lis, roles: [programleder]}}", "{lis: {name: Lis, roles: [programleder]}}", 1, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := joined(t, in(t, "Ringsted", c.one), in(t, "Sorø", c.other))
			assert.Len(t, got.Shared, c.shared)
			assert.Equal(t, c.codes, estimatetest.Codes(got.Findings))
			if c.shared > 0 && c.name != "hours in none" {
				assert.Equal(t, "37", got.Shared[0].PerWeek.Decimal().String())
			}
		})
	}
}

// levelledTogether are plans that are levelled together, held to what that promises: none of
// the go-lives comes before its day, nor, where the search was exhausted, all of them with
// fewer days of delay than each plan has by itself.
func levelledTogether(t require.TestingT, plans ...*staffing.Staffing) *staffing.LevelledTogether {
	got, err := joined(t, plans...).Level(context.Background(), tried)
	require.NoError(t, err)
	require.Len(t, got.Plans, len(plans))
	apart, together, never := 0, 0, false
	for i, s := range plans {
		alone, err := s.Level(context.Background(), tried)
		require.NoError(t, err)
		require.Equal(t, s.Estimate().Kommune.Code, got.Plans[i].Kommune)
		require.Len(t, got.Plans[i].GoLives, len(alone.GoLives))
		for k := range alone.GoLives {
			g := got.Plans[i].GoLives[k]
			apart, together = apart+alone.GoLives[k].Days, together+g.Days
			never = never || g.Levelled == nil
			require.True(t, g.Levelled == nil || *g.Levelled >= g.Date)
		}
		never = never || !alone.Proved
	}
	require.True(t, never || together >= apart, "%d < %d", together, apart)
	return got
}

// Lis has 37 hours of work before the go-live of each of two kommuner, in the same week: the
// one is a week late, or both as many days together.
func TestTheGoLivesOfTwoKommunerWaitForWhomTheyShare(t *testing.T) {
	work := func(kommune, person, more string) *staffing.Staffing {
		p := vejen(t, "asOf: 2015-03-01\nprojects: {sapa: {goLive: 2017-03-06}}\npeople: {lis: {name: "+person+", roles: [jurist], hoursPerWeek: 37"+more+"}}\n"+
			"own: {own/x: {name: X, duration: 5, plannedStart: 2017-02-27, responsible: lis, hours: 37}}\nedges: [{from: own/x, to: golive@sapa}]\n")
		p.Kommune = kommune
		return of(t, p)
	}
	late := func(l *staffing.LevelledTogether) (days []int) {
		for i := range l.Plans {
			g := goLive(t, &staffing.Levelling{GoLives: l.Plans[i].GoLives}, "golive@sapa")
			days = append(days, g.Days)
			if g.Days > 0 {
				assert.Equal(t, []string{"lis"}, g.Waits)
				assert.Empty(t, g.Others)
			}
		}
		slices.Sort(days)
		return days
	}
	assert.Equal(t, []int{0, 0}, late(levelledTogether(t, work("Ringsted", "Lis", ""), work("Sorø", "Lisbet", ""))))
	assert.Equal(t, []int{0, 7}, late(levelledTogether(t, work("Ringsted", "Lis", ""), work("Sorø", "Lis", ""))))
	// Away in the week after, of which only the other plan knows.
	assert.Equal(t, []int{0, 14}, late(levelledTogether(t, work("Ringsted", "Lis", ""), work("Sorø", "Lis", ", absences: [{from: 2017-03-06, to: 2017-03-10}]"))))
}

// Ann has two weeks of work in the last one before Lis's in Sorø, which two go-lives wait for:
// Lis is there from the 6th of March instead of the 27th of February, when she is to work for
// Ringsted too. Sorø first is 7 days late there twice and 7 in Ringsted, Ringsted first 14
// twice. So Ringsted waits for Lis, and through her for Ann, whom it does not have.
func TestAGoLiveTellsWhomOfAnotherKommuneItWaitsFor(t *testing.T) {
	work := func(kommune, goLives, people, own string) *staffing.Staffing {
		p := vejen(t, "asOf: 2015-03-01\nprojects: "+goLives+"\npeople: {lis: {name: Lis, roles: [jurist], hoursPerWeek: 37}"+people+"}\n"+own)
		p.Kommune = kommune
		return of(t, p)
	}
	got := levelledTogether(t,
		work("Ringsted", "{sapa: {goLive: 2017-03-13}}", "",
			"own: {own/x: {name: X, duration: 5, plannedStart: 2017-03-06, responsible: lis, hours: 37}}\nedges: [{from: own/x, to: golive@sapa}]\n"),
		work("Sorø", "{sapa: {goLive: 2017-03-06}, ky: {goLive: 2017-03-06}}", ", ann: {name: Ann, roles: [jurist], hoursPerWeek: 37}",
			"own: {own/a: {name: A, duration: 5, plannedStart: 2017-02-20, responsible: ann, hours: 37}, own/b: {name: B, duration: 5, plannedStart: 2017-02-20, responsible: ann, hours: 37}, own/y: {name: Y, duration: 5, plannedStart: 2017-02-27, responsible: lis, hours: 37}}\n"+
				"edges: [{from: own/a, to: own/y}, {from: own/b, to: own/y}, {from: own/y, to: golive@sapa}, {from: own/y, to: golive@ky}]\n"))
	for _, c := range []struct {
		plan   int
		id     string
		waits  []string
		others []staffing.Waited
	}{
		{0, "golive@sapa", []string{"lis"}, []staffing.Waited{{Kommune: "0340", Person: "ann"}}},
		{1, "golive@sapa", []string{"ann"}, nil},
		{1, "golive@ky", []string{"ann"}, nil},
	} {
		g := goLive(t, &staffing.Levelling{GoLives: got.Plans[c.plan].GoLives}, c.id)
		assert.Equal(t, 7, g.Days, "%d %s", c.plan, c.id)
		assert.Equal(t, c.waits, g.Waits, "%d %s", c.plan, c.id)
		assert.Equal(t, c.others, g.Others, "%d %s", c.plan, c.id)
	}
}

func TestLevellingTogetherOfOnePlanIsItsOwn(t *testing.T) {
	s := of(t, sample(t, "odense.yaml"))
	alone, err := s.Level(context.Background(), tried)
	require.NoError(t, err)
	assert.Equal(t, alone.GoLives, levelledTogether(t, s).Plans[0].GoLives)
}

func TestWhatCannotBeJoinedIsRefused(t *testing.T) {
	one := in(t, "Ringsted", "{lis: "+leader+"}")
	_, err := staffing.Join(one, in(t, "Ringsted", "{}"))
	require.ErrorIs(t, err, staffing.ErrTwice)
	_, err = staffing.Join(one, nil)
	require.ErrorIs(t, err, estimate.ErrNotComputed)
	none, err := staffing.Join()
	require.NoError(t, err)
	assert.Empty(t, none.Head().Schema)
}

func TestPlansTogetherHoldToTheirSchema(t *testing.T) {
	two := joined(t, in(t, "Ringsted", "{lis: "+leader+", ann: {name: Ann, roles: [jurist], hoursPerWeek: 5}}"), in(t, "Sorø", "{lis: "+leader+"}"), of(t, plan.New("Vejen")))
	var err error
	two.Levelling, err = two.Level(context.Background(), tried)
	require.NoError(t, err)
	schema, err := form.Schema("The staffing plans of several kommuner, with the people whom they share", staffing.Together{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/staffing-together.schema.json", schema, estimatetest.JSON(t, two))
	estimatetest.HasOneForm(t, *two)
	estimatetest.HasOneForm(t, two.Shared[0])
	estimatetest.HasOneForm(t, two.Shared[0].Months[0])
	estimatetest.HasOneForm(t, two.Shared[0].Plans[0])
	estimatetest.HasOneForm(t, *two.Levelling)
	estimatetest.HasOneForm(t, two.Levelling.Plans[0])
	estimatetest.HasOneForm(t, staffing.Waited{Kommune: "0329", Person: "lis"})
	estimatetest.HasOneForm(t, staffing.Together{})
}
