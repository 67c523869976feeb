package plan_test

import (
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestANoticeRunsForItsMonthsToTheEndThatIsAgreed(t *testing.T) {
	for _, c := range []struct {
		months int
		to     plan.NoticeEnd
		end    string // of the agreed term, or ""
		notice string
		ends   string
	}{
		{6, 0, "", "2015-06-30", "2015-12-31"},
		{6, 0, "", "2015-08-31", "2016-02-29"},
		{6, plan.ToMonthEnd, "", "2015-06-30", "2015-12-31"},
		{6, plan.ToMonthEnd, "", "2015-06-01", "2015-12-31"},
		{6, plan.ToMonthEnd, "", "2015-07-01", "2016-01-31"},
		{3, plan.ToQuarterEnd, "", "2015-09-30", "2015-12-31"},
		{3, plan.ToQuarterEnd, "", "2015-10-01", "2016-03-31"},
		{0, plan.ToYearEnd, "", "2015-12-31", "2015-12-31"},
		{12, plan.ToYearEnd, "", "2015-01-01", "2016-12-31"},
		{6, plan.ToMonthEnd, "2016-06-30", "2015-06-01", "2016-06-30"},
		{6, plan.ToAnniversary, "2015-06-30", "2014-12-31", "2015-06-30"},
		{6, plan.ToAnniversary, "2015-06-30", "2015-01-01", "2016-06-30"},
		{3, plan.ToAnniversary, "2012-02-29", "2014-11-30", "2015-02-28"},
		{3, plan.ToAnniversary, "2012-02-29", "2014-12-01", "2016-02-29"},
	} {
		contract := plan.Contract{NoticeMonths: &c.months, NoticeTo: c.to}
		if c.end != "" {
			end := onDay(c.end)
			contract.End = &end
		}
		ends, ok := contract.EndsAfter(onDay(c.notice))
		require.True(t, ok)
		assert.Equal(t, c.ends, ends.String(), "%d months to %s from %s", c.months, c.to, c.notice)
	}
	_, ok := (&plan.Contract{}).EndsAfter(onDay("2015-01-01"))
	assert.False(t, ok, "without a notice period none is given")
}

func TestTheLatestNoticeIsTheLastThatEndsInTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.IntRange(0, 120).Draw(t, "months")
		contract := plan.Contract{NoticeMonths: &months, NoticeTo: plan.NoticeEnd(rapid.IntRange(0, 4).Draw(t, "to"))}
		began := onDay("2009-01-01") + date.Date(rapid.IntRange(0, 900).Draw(t, "start"))
		contract.Start = &began
		end := onDay("2012-01-01") + date.Date(rapid.IntRange(0, 9000).Draw(t, "end"))
		latest, ok := contract.LatestNotice(end)
		require.True(t, ok)
		inTime, _ := contract.EndsAfter(latest)
		tooLate, _ := contract.EndsAfter(latest + 1)
		assert.LessOrEqual(t, inTime, end)
		assert.Greater(t, tooLate, end)
	})
}

func TestTheLatestNoticeToAShortMonthIsTheLastDayOfALongOne(t *testing.T) {
	months := 6
	contract := plan.Contract{NoticeMonths: &months}
	latest, ok := contract.LatestNotice(onDay("2015-02-28"))
	require.True(t, ok)
	assert.Equal(t, "2014-08-31", latest.String())
}

func TestAContractThatIsRenewedOnItsAnniversaryEndsOnOne(t *testing.T) {
	months, began := 6, onDay("2010-04-01")
	contract := plan.Contract{NoticeMonths: &months, NoticeTo: plan.ToAnniversary, Start: &began}
	for notice, ends := range map[string]string{"2015-09-30": "2016-03-31", "2015-10-01": "2017-03-31"} {
		last, ok := contract.EndsAfter(onDay(notice))
		require.True(t, ok)
		assert.Equal(t, ends, last.String(), notice)
	}
	latest, ok := contract.LatestNotice(onDay("2016-12-31"))
	require.True(t, ok)
	assert.Equal(t, "2015-09-30", latest.String(), "a day later renews it beyond")
}

func TestABoundContractHasNoLatestNotice(t *testing.T) {
	months, end := 6, onDay("2017-01-01")
	_, ok := (&plan.Contract{NoticeMonths: &months, End: &end}).LatestNotice(onDay("2016-12-31"))
	assert.False(t, ok)
}

func TestAPersonHoldsARoleForOneProjectOrForAll(t *testing.T) {
	p := plan.New("Roskilde")
	p.People = map[string]plan.Person{
		"bo": {Roles: []string{"projektleder"}}, "anna": {Roles: []string{"jurist", "projektleder@sapa"}},
	}
	assert.Equal(t, []string{"anna", "bo"}, p.Holders("projektleder", "sapa"))
	assert.Equal(t, []string{"bo"}, p.Holders("projektleder", "ky"))
	assert.Empty(t, p.Holders("testperson", "ky"))
}

func TestAContractOfSeveralSystemsHasItsStepsForEach(t *testing.T) {
	p := good(t, `kommune: Roskilde
contracts:
  ydelser: {name: Ydelser, systems: [kmd-aktiv, kmd-dagpenge], noticeMonths: 6}
  aktiv-ekstra: {name: Ekstra, systems: [kmd-aktiv], noticeMonths: 6}
  sag: {name: Sag, systems: [kmd-sag], payment: {amount: 1}}
`)
	nodes, _ := p.Network(book(t))
	var notices []string
	for i := range nodes {
		if nodes[i].Base() == "6.3/opsigelse" {
			notices = append(notices, nodes[i].ID+" "+nodes[i].Instance)
		}
	}
	assert.Equal(t, []string{
		"6.3/opsigelse@aktiv-ekstra aktiv-ekstra", "6.3/opsigelse@kmd-aktiv/ydelser ydelser",
		"6.3/opsigelse@kmd-dagpenge ydelser", "6.3/opsigelse@kmd-sag ",
	}, notices, "of one that says only what is paid there is nothing to give notice of")
}

func TestNoticeCanBeGivenForTheLastDayOfTheTerm(t *testing.T) {
	end := date.New(2016, time.June, 30)
	c := plan.Contract{End: &end, NoticeMonths: new(6)}
	last, ok := c.LatestNotice(end)
	assert.True(t, ok)
	assert.Equal(t, date.New(2015, time.December, 31), last)
	_, ok = c.LatestNotice(end - 1)
	assert.False(t, ok, "it binds to the day after")
}
