package keydate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hardDate returns one of the hard dates that lie ahead, or nil.
func hardDate(s *timeline.Schedule, id string) *keydate.HardDate {
	for _, hard := range keydate.HardDates(s) {
		if hard.ID == id {
			return &hard
		}
	}
	return nil
}

func TestTheNearestHardDateAndItsFloat(t *testing.T) {
	for name, c := range map[string]struct {
		lines, id, date string
		float           int
	}{
		"the budget decision":       {"", "4.4/beslut-2015", "2014-10-15", 0},
		"as planned, a day before":  {"tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-14}}", "4.4/beslut-2015", "2014-10-15", 1},
		"as planned, a day after":   {"tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-16}}", "4.4/beslut-2015", "2014-10-15", -1},
		"seen from the year before": {"asOf: 2013-09-20", "4.4/beslut-2014", "2013-10-15", 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := compute(t, booktest.Plan(t, c.lines))
			next := keydate.Of(s).Next
			require.NotNil(t, next)
			assert.Equal(t, c.id, next.ID)
			assert.Equal(t, c.float, *next.Float)
			assert.Equal(t, c.date, next.Date.String())
		})
	}
}

func TestHardDatesThatArePassedDoneOrUndatedAreNotAhead(t *testing.T) {
	s := compute(t, booktest.Plan(t, "dataDate: 2014-06-27", "tasks:",
		"  4.4/tilpas-2015: {actualStart: 2014-05-19, actualFinish: 2014-06-11}"))
	assert.Nil(t, hardDate(s, "4.15/kontaktperson@stoettesystemerne"), "1 June has passed")
	assert.Nil(t, hardDate(s, "4.4/tilpas-2015"), "done")
	assert.NotNil(t, hardDate(s, "4.8/bekraeftet@sapa"))
	unknown := compute(t, booktest.Plan(t, "projects: {sapa: {goLive: unknown}}"))
	assert.Nil(t, hardDate(unknown, "4.8/bekraeftet@sapa"), "no date")
	assert.NotNil(t, hardDate(unknown, "4.8/bekraeftet@ky"))
}

func TestTheLastDayOfNoticeIsAHardDate(t *testing.T) {
	standard := hardDate(compute(t, plan.New("Roskilde")), "6.3/opsigelse@kmd-aktiv")
	require.NotNil(t, standard)
	assert.Equal(t, "2015-06-30", standard.Date.String(), "six months before the end of 2015")
	assert.Positive(t, *standard.Float, "notice can be given long before")

	contract := "contracts: {aktiv: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 9, noticeTo: quarter}}"
	own := compute(t, booktest.Plan(t, contract))
	assert.Equal(t, "2015-03-31", hardDate(own, "6.3/opsigelse@kmd-aktiv").Date.String(), "by the terms of the contract")
	given := func(asOf string) *timeline.Schedule {
		return compute(t, booktest.Plan(t, "asOf: "+asOf+"\n"+
			"contracts: {aktiv: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 9, noticeTo: quarter, noticeGiven: 2015-03-02}}"))
	}
	assert.NotNil(t, hardDate(given("2015-03-01"), "6.3/opsigelse@kmd-aktiv"), "notice is to be given")
	assert.Nil(t, hardDate(given("2015-03-02"), "6.3/opsigelse@kmd-aktiv"), "notice is given")
}

// What stands by itself binds too, but no work of the kommune's own meets it.
func TestAHardDateSaysWhatItIsAndWhoseItIs(t *testing.T) {
	s := compute(t, booktest.Plan(t, "contracts: {a: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2014-12-29}}"))
	for id, want := range map[string]struct {
		kind  keydate.Kind
		actor string
		own   bool
	}{
		"4.4/beslut-2015":        {keydate.Deadline, "kommune", true},
		"4.8/bekraeftet@sapa":    {keydate.Deadline, "kommune", true},
		"6.3/opsigelse@kmd-sag":  {keydate.Notice, "kommune", true},
		"ext/parathedskrav@sapa": {keydate.Deadline, "kombit", false},
		"golive@sapa":            {keydate.GoLive, "kombit", false},
		"end@kmd-sag":            {keydate.SystemEnd, "kmd", false},
		"contracts/a":            {keydate.ContractEnd, "kmd", false},
	} {
		hard := hardDate(s, id)
		require.NotNil(t, hard, id)
		assert.Equal(t, want.kind, hard.Kind, id)
		assert.Equal(t, want.actor, hard.Actor, id)
		assert.Equal(t, want.own, hard.IsOwn(), id)
		assert.Equal(t, want.own || want.kind == keydate.Deadline, hard.Float != nil, id)
	}
	assert.Nil(t, hardDate(s, "impl@sapa"), "the same day as the go-live")
	assert.Nil(t, hardDate(s, "budget/2015"), "the budgets have their own")
}

func TestASummarySaysWhatItRestsOn(t *testing.T) {
	empty := keydate.Of(compute(t, plan.New("Roskilde")))
	assert.False(t, empty.Local)
	assert.Len(t, empty.GoLives, 5)
	broken := keydate.Of(compute(t, booktest.Plan(t, "tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-16}}")))
	assert.True(t, broken.Local)
}
