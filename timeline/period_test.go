package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAGoLiveWithinAPeriodGivesTheEarliestAndTheLatestSchedule(t *testing.T) {
	s := compute(t, planOf(t, "projects: {sapa: {goLive: 3. kvartal 2016}}"))
	require.NotNil(t, s.Latest)
	assert.Nil(t, s.Latest.Latest)
	first := compute(t, planOf(t, "projects: {sapa: {goLive: 2016-07-01}}"))
	last := compute(t, planOf(t, "projects: {sapa: {goLive: 2016-09-30}}"))
	for i := range s.Tasks {
		assert.Equal(t, first.Tasks[i].Finish, s.Tasks[i].Finish, s.Tasks[i].ID)
		assert.Equal(t, last.Tasks[i].Finish, s.Latest.Tasks[i].Finish, s.Tasks[i].ID)
		assert.Equal(t, last.Tasks[i].LateFinish, s.Latest.Tasks[i].LateFinish, s.Tasks[i].ID)
	}
	assert.Equal(t, "2016-04-01", s.Milestone("4.8/bekraeftet@sapa").Latest.Date.String())
	assert.Equal(t, "2016-06-30", s.Latest.Milestone("4.8/bekraeftet@sapa").Latest.Date.String())
	assert.Nil(t, compute(t, planOf(t, "projects: {sapa: {goLive: 2016-07-01}}")).Latest, "a day has but one schedule")
}

func TestAStartOfImplementationHoldsAGoLiveWithinAPeriod(t *testing.T) {
	s := compute(t, planOf(t, "projects: {sapa: {goLive: 3. kvartal 2016, implementation: 2016-08-01}}"))
	assert.Equal(t, "2016-08-01", s.Milestone("golive@sapa").Date.Date.String(), "not before the implementation starts")
	assert.Equal(t, "2016-09-30", s.Latest.Milestone("golive@sapa").Date.Date.String())
	s = compute(t, planOf(t, "projects: {sapa: {goLive: 2016-08-01, implementation: 3. kvartal 2016}}"))
	assert.Equal(t, "2016-07-01", s.Milestone("impl@sapa").Date.Date.String())
	assert.Equal(t, "2016-08-01", s.Latest.Milestone("impl@sapa").Date.Date.String(), "not after the go-live")
}

func TestWhatOnlyTheLastDayOfAPeriodBreaksIsFoundAndSaysSo(t *testing.T) {
	s := compute(t, planOf(t,
		"projects: {ky: {goLive: 3. kvartal 2016}}",
		"contracts: {a: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-12-29}}"))
	assert.Equal(t, "2016-06-30", s.Notices[0].Ends.String(), "in time for 1 July")
	assert.Equal(t, []string{"DB-132 contracts/a"}, codes(s, drejebog.SeverityError))
	for _, f := range s.Findings {
		if f.Code == "DB-132" {
			assert.Contains(t, f.Text.DA, "sidste dag i planens periode")
			assert.Contains(t, f.Data, "ifLast", "its days are not those of the schedule")
		}
	}
}
