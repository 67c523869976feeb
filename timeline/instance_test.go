package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEachOfSeveralContractsOnASystemHasItsOwnTasks(t *testing.T) {
	s := compute(t, planOf(t, "contracts:",
		"  kmd-sag-2009: {name: Hovedaftale, systems: [kmd-sag], noticeMonths: 6, noticeTo: month}",
		"  kmd-sag-arkiv: {name: Arkivmodul, systems: [kmd-sag], noticeMonths: 3, noticeTo: quarter}",
		"  aktiv: {name: Kontanthjælp, systems: [kmd-aktiv], noticeMonths: 6}"))
	for id, finish := range map[string]string{
		"6.3/opsigelse@kmd-sag-2009":  "2015-09-30", // six months to 31 March 2016
		"6.3/opsigelse@kmd-sag-arkiv": "2015-12-31", // three months to the end of a quarter
		"6.3/opsigelse@kmd-aktiv":     "2015-06-30", // the only one on its system
		"6.3/opsigelse@kmd-dagpenge":  "2015-06-30", // none stated: the standard terms
	} {
		require.NotNil(t, s.Task(id), id)
		assert.Equal(t, finish, s.Task(id).LateFinish.Date.String(), id)
	}
	assert.Nil(t, s.Task("6.3/opsigelse@kmd-sag"))
	assert.Equal(t, "6.3/vilkaar@kmd-sag-arkiv", s.Task("6.3/beslutning@kmd-sag-arkiv").Driver, "each by its own terms")
	assert.Equal(t, "Opsig kontrakten (Arkivmodul)", s.Label(&s.Task("6.3/opsigelse@kmd-sag-arkiv").Node).DA)
}

func TestAContractWithTheNameOfAnotherSystemDoesNotTakeItsTasks(t *testing.T) {
	s := compute(t, planOf(t, "contracts:",
		"  kmd-aktiv: {name: A, systems: [kmd-sag], noticeMonths: 6}",
		"  b: {name: B, systems: [kmd-sag], noticeMonths: 6}"))
	assert.Equal(t, "kmd-sag", s.Task("6.3/opsigelse@kmd-sag/kmd-aktiv").System)
	assert.Equal(t, "kmd-aktiv", s.Task("6.3/opsigelse@kmd-aktiv").System)
}

func TestEachAddOnHasItsBusinessCaseAndItsDecision(t *testing.T) {
	s := compute(t, planOf(t, "addOns:",
		"  sms: {name: Påmindelser på sms, system: kmd-dagpenge, from: 2014-10-01}", "  kort: {name: Kortmodul, system: kmd-aktiv, from: 2014-10-01}"))
	assert.Equal(t, "ksd", s.Task("6.4/business-case@sms").Project, "of the project that replaces the system")
	assert.Equal(t, "6.4/business-case@kort", s.Task("6.4/beslutning@kort").Driver)
	assert.Equal(t, "Vurder og beslut tilkøbet (Kortmodul)", s.Label(&s.Task("6.4/beslutning@kort").Node).DA)
	assert.Nil(t, compute(t, planOf(t)).Task("6.4/business-case@sms"))
}

func TestALateNoticeLeavesTheContractRunningBeyondTheLastUse(t *testing.T) {
	// Nine months to the end of a quarter, given in August: the contract runs to
	// the end of June, not nine months to the day.
	s := compute(t, warned(t, "kommune: Roskilde\ncontracts:\n"+
		"  kmd-sag: {name: KMD Sag, systems: [kmd-sag], noticeMonths: 9, noticeTo: quarter, noticeGiven: 2015-08-03}"))
	assert.Equal(t, "2016-03-31", s.Milestone("end@kmd-sag").Date.Date.String(), "the last use waits for no notice")
	assert.Equal(t, "2016-06-30", s.Milestone("contract/kmd-sag").Date.Date.String())
	assert.Equal(t, "2016-06-30", s.Notices[0].Ends.String())
	assert.Equal(t, "2015-06-30", s.Task("6.3/opsigelse@kmd-sag").LateFinish.Date.String(), "the last day that was in time")
}

func TestAContractThatBindsForLongerIsTerminatedForItsTerm(t *testing.T) {
	s := compute(t, planOf(t, "contracts:",
		"  arkiv: {name: Arkiv, systems: [kmd-sag], end: 2016-12-31, noticeMonths: 6, noticeTo: year}",
		"  sag: {name: Sag, systems: [kmd-sag], noticeMonths: 6}"))
	arkiv := s.Task("6.3/opsigelse@arkiv")
	assert.Equal(t, "2016-06-30", arkiv.LateFinish.Date.String(), "six months before its term ends with the year")
	assert.Equal(t, "2016-06-16", arkiv.Finish.Date.String(), "ten working days before")
	assert.Equal(t, "2016-12-31", s.Milestone("contract/arkiv").Date.Date.String())
	assert.Equal(t, "2016-06-30", s.Notices[0].Latest.String())
	e := why(t, s, "6.3/opsigelse@arkiv")
	assert.Equal(t, driver.Term, e.Late[0].By)
	assert.True(t, e.Bound.Frist)
	assert.Equal(t, "2015-09-30", s.Task("6.3/opsigelse@sag").LateFinish.Date.String())
	assert.Equal(t, "2016-03-31", s.Milestone("end@kmd-sag").Date.Date.String(), "the system itself is needed no longer")
	assert.Equal(t, []string{"DB-118 contracts/arkiv"}, codesOf(s, "DB-118"))
}

func TestACutOverBeginsWithTheDaysThatTheOldSystemIsClosed(t *testing.T) {
	s := compute(t, planOf(t, "projects: {sapa: {goLive: 2016-02-01}}", "migrations: {sapa: {closed: [{from: 2016-01-27, to: 2016-01-31}]}}"))
	cutOver := s.Task("5.2/overgang@sapa")
	assert.Equal(t, "2016-01-27", cutOver.Start.Date.String())
	assert.Equal(t, "2016-01-29", cutOver.Finish.Date.String(), "the last working day before the go-live")
	assert.Equal(t, driver.PlanID, cutOver.Driver)
}

func TestClosedDaysOfAnEarlierGoLiveSayHowLongAndNotWhen(t *testing.T) {
	s := compute(t, planOf(t, "projects: {sapa: {goLive: 2020-02-01}}", "migrations: {sapa: {closed: [{from: 2016-01-28, to: 2016-01-31}]}}"))
	cutOver := s.Task("5.2/overgang@sapa")
	assert.Equal(t, "2020-01-30", cutOver.Start.Date.String())
	assert.Equal(t, "2020-01-31", cutOver.Finish.Date.String(), "two days, right before the go-live")
}
