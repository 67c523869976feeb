package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hardDate returns one of the hard dates that lie ahead, or nil.
func hardDate(s *timeline.Schedule, id string) *timeline.HardDate {
	for _, hard := range s.HardDates() {
		if hard.ID == id {
			return &hard
		}
	}
	return nil
}

func TestTheNearestHardDateAndTheSlackToIt(t *testing.T) {
	for name, c := range map[string]struct {
		lines, id, date string
		slack           int
	}{
		"the budget decision":       {"", "4.4/beslut-2015", "2014-10-15", 51},
		"as planned, a day before":  {"tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-14}}", "4.4/beslut-2015", "2014-10-15", 1},
		"as planned, a day after":   {"tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-16}}", "4.4/beslut-2015", "2014-10-15", -1},
		"seen from the year before": {"asOf: 2013-09-20", "4.4/tilpas-2014", "2013-10-15", 17},
	} {
		t.Run(name, func(t *testing.T) {
			s := compute(t, warned(t, "kommune: Roskilde\n"+c.lines))
			next := s.Summary().Next
			require.NotNil(t, next)
			assert.Equal(t, c.id, next.ID)
			assert.Equal(t, c.slack, next.Slack)
			assert.Equal(t, c.date, next.Date.String())
		})
	}
}

func TestHardDatesThatArePassedDoneOrUndatedAreNotAhead(t *testing.T) {
	s := compute(t, planOf(t, "dataDate: 2014-06-27", "tasks:",
		"  4.4/tilpas-2015: {actualStart: 2014-05-19, actualFinish: 2014-06-11}"))
	assert.Nil(t, hardDate(s, "4.15/kontaktperson@stoettesystemerne"), "1 June has passed")
	assert.Nil(t, hardDate(s, "4.4/tilpas-2015"), "done")
	assert.NotNil(t, hardDate(s, "4.8/bekraeftet@sapa"))
	unknown := compute(t, goLive("sapa", &plan.When{Unknown: true}))
	assert.Nil(t, hardDate(unknown, "4.8/bekraeftet@sapa"), "no date")
	assert.NotNil(t, hardDate(unknown, "4.8/bekraeftet@ky"))
}

func TestTheLastDayOfNoticeIsAHardDate(t *testing.T) {
	standard := hardDate(compute(t, plan.New("Roskilde")), "6.3/opsigelse@kmd-aktiv")
	require.NotNil(t, standard)
	assert.Equal(t, "2015-06-30", standard.Date.String(), "six months before the end of 2015")
	assert.Positive(t, standard.Slack, "notice can be given long before")

	contract := "contracts: {aktiv: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 9, noticeTo: quarter}}"
	own := compute(t, planOf(t, contract))
	assert.Nil(t, hardDate(own, "6.3/opsigelse@kmd-aktiv"), "the contract stands for it")
	assert.Equal(t, "2015-03-31", hardDate(own, "contracts/aktiv").Date.String())
	given := func(asOf string) *timeline.Schedule {
		return compute(t, warned(t, "kommune: Roskilde\nasOf: "+asOf+"\n"+
			"contracts: {aktiv: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 9, noticeTo: quarter, noticeGiven: 2015-03-02}}"))
	}
	assert.NotNil(t, hardDate(given("2015-03-01"), "contracts/aktiv"), "notice is to be given")
	assert.Nil(t, hardDate(given("2015-03-02"), "contracts/aktiv"), "notice is given")
}

func TestASummaryCountsBreachesAndSaysWhatItRestsOn(t *testing.T) {
	empty := compute(t, plan.New("Roskilde")).Summary()
	assert.False(t, empty.Local)
	assert.Empty(t, empty.Breaches)
	assert.Equal(t, 1, empty.Warnings, "KY's contribution has not come")
	assert.Len(t, empty.GoLives, 5)
	broken := compute(t, warned(t, "kommune: Roskilde\ntasks: {4.4/beslut-2015: {plannedFinish: 2014-10-16}}")).Summary()
	assert.True(t, broken.Local)
	require.Len(t, broken.Breaches, 1)
	assert.Equal(t, "DB-101", broken.Breaches[0].Code)
}
