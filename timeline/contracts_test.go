package timeline_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// several is a plan with a contract on two legacy systems, of which KMD Sag ends
// last, a quarter after KMD Aktiv, and what else is said.
func several(t *testing.T, more string, lines string) *timeline.Schedule {
	return compute(t, warned(t, "kommune: Vejen\ncontracts:\n"+
		"  a: {name: Begge, systems: [kmd-aktiv, kmd-sag], noticeMonths: 6, noticeTo: month"+more+"}\n"+lines))
}

// contractCodes are the findings on that contract.
func contractCodes(s *timeline.Schedule) []string {
	var list []string
	for _, f := range s.Findings {
		if f.Subject == "contracts/a" {
			list = append(list, f.Code)
		}
	}
	return list
}

func TestAContractOfSeveralSystemsHasOneNoticeUntilTheLastEnds(t *testing.T) {
	s := several(t, "", "")
	require.Len(t, s.Notices, 1)
	k := &s.Notices[0]
	assert.Equal(t, "kmd-sag", k.System)
	assert.Equal(t, "2016-03-31", k.Needed.String())
	assert.Equal(t, "2015-09-30", k.Latest.String())
	for _, system := range []string{"kmd-aktiv", "kmd-sag"} {
		task := s.Task("6.3/opsigelse@" + system)
		assert.Equal(t, "2015-09-30", task.LateFinish.Date.String(), system)
		assert.Equal(t, "2015-09-16", task.Finish.Date.String(), "ten working days before: %s", system)
	}
	data, err := json.Marshal(k)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"systems":["kmd-aktiv","kmd-sag"]`)
}

func TestOneNoticeDateIsInTimeForAllSystemsOfAContract(t *testing.T) {
	for given, found := range map[string][]string{
		"2015-06-30": nil, // the old KMD Sag ends with the year; SAPA is live
		"2015-09-30": nil,
		"2015-10-01": {"DB-131"},
	} {
		s := several(t, ", noticeGiven: "+given, "")
		assert.Equal(t, found, contractCodes(s), given)
		assert.Equal(t, "2015-12-31", s.Milestone("end@kmd-aktiv").Date.Date.String(), "not held back: %s", given)
	}
	late := several(t, ", noticeGiven: 2015-10-01", "")
	assert.Equal(t, "2016-03-31", late.Milestone("end@kmd-sag").Date.Date.String(), "the last use waits for no notice")
	assert.Equal(t, "2016-04-30", late.Milestone("contract/"+late.Notices[0].Contract).Date.Date.String())
}

func TestAContractThatEndsEarlyForOneOfItsSystemsIsFoundForThat(t *testing.T) {
	// SAPA goes live in October and KMD Sag is used until the end of the year;
	// KY goes live with the year and KMD Aktiv ends then.
	s := several(t, ", noticeGiven: 2015-04-15", "projects: {sapa: {goLive: 2015-10-01}}")
	assert.Equal(t, "2015-10-31", s.Notices[0].Ends.String())
	var projects []string
	for _, f := range s.Findings {
		if f.Code == "DB-132" {
			projects = append(projects, f.Project)
			assert.Contains(t, f.Text.DA, "før KY sættes i drift 1. januar 2016")
		}
	}
	assert.Equal(t, []string{"ky"}, projects)
	assert.True(t, s.Notices[0].EndsEarly())
	assert.Contains(t, explained(t, s, "end@kmd-aktiv"), "Men kontrakten Begge slutter 31. oktober 2015.")
	assert.NotContains(t, explained(t, s, "end@kmd-sag"), "Men kontrakten")

	open := several(t, ", noticeGiven: 2015-04-15", "projects: {sapa: {goLive: unknown}}")
	assert.Nil(t, open.Notices[0].Needed)
	assert.Equal(t, []string{"DB-132"}, contractCodes(open), "whatever the last system's end")
}

func TestNoticeCountsWhicheverOfTheContractsTasksSaysIt(t *testing.T) {
	for _, system := range []string{"kmd-aktiv", "kmd-sag"} {
		s := several(t, "", "dataDate: 2015-11-02\nasOf: 2015-11-02\n"+
			"tasks: {6.3/opsigelse@"+system+": {actualStart: 2015-09-01, actualFinish: 2015-09-02}}\n")
		k := &s.Notices[0]
		require.NotNil(t, k.Given, system)
		assert.True(t, k.GivenBy(day("2015-11-02")), system)
		assert.Equal(t, "2015-09-02", k.Given.String(), system)
		assert.Empty(t, contractCodes(s), system)
		for _, of := range []string{"kmd-aktiv", "kmd-sag"} {
			assert.Equal(t, "2015-09-02", s.Task("6.3/opsigelse@"+of).Finish.Date.String(), "it is given once: %s by %s", of, system)
			assert.Nil(t, hardDate(s, "6.3/opsigelse@"+of))
		}
	}
}

func TestOfSeveralDaysForAContractsNoticeTheEarliestDoneCounts(t *testing.T) {
	const aktiv, sag = "  6.3/opsigelse@kmd-aktiv: ", "  6.3/opsigelse@kmd-sag: "
	const late = "{plannedStart: 2015-11-02, plannedFinish: 2015-11-03}\n"
	s := several(t, "", "tasks:\n"+aktiv+late+sag+"{plannedStart: 2015-09-01, plannedFinish: 2015-09-02}\n")
	assert.Equal(t, "2015-09-02", s.Notices[0].Given.String())
	assert.Equal(t, "2016-03-31", s.Milestone("end@kmd-sag").Date.Date.String(), "the later day holds nothing")
	both := several(t, "", "tasks:\n"+aktiv+late+sag+late)
	assert.Equal(t, "2016-05-31", both.Milestone("contract/"+both.Notices[0].Contract).Date.Date.String())
	done := several(t, "", "dataDate: 2015-09-15\nasOf: 2015-09-15\ntasks:\n"+aktiv+"{plannedStart: 2015-08-03, plannedFinish: 2015-08-04}\n"+
		sag+"{actualStart: 2015-09-01, actualFinish: 2015-09-02}\n")
	assert.Equal(t, "2015-09-02", done.Notices[0].Given.String(), "what was done counts before what is planned")
	assert.False(t, done.Notices[0].Planned)
	assert.Equal(t, "2015-09-02", done.Task("6.3/opsigelse@kmd-aktiv").Finish.Date.String(), "it is not done again")
}

func TestANoticeWithoutAContractIsAboutItsTaskEverywhere(t *testing.T) {
	s := compute(t, warned(t, "kommune: Vejen\ntasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-01-05, plannedFinish: 2015-01-06}}\n"))
	const subject = "6.3/opsigelse@kmd-aktiv"
	assert.Equal(t, []string{"DB-132 " + subject}, codes(s, drejebog.SeverityError))
	assert.Equal(t, subject, s.Notices[0].Subject())
	var ends []string
	for _, hard := range keydate.HardDates(s) {
		if hard.Kind == keydate.ContractEnd && hard.Actor == "kmd" && hard.Label.DA == "KMD Aktiv" {
			ends = append(ends, hard.ID)
		}
	}
	assert.Equal(t, []string{subject}, ends)
	assert.True(t, slices.ContainsFunc(keydate.Marks(s), func(m keydate.Mark) bool { return m.ID == "notice/kmd-aktiv" }))
}

func TestTheLastUseIsByTheDaysThatSystemsAreNeededAndNotByNotice(t *testing.T) {
	s := compute(t, warned(t, "kommune: Vejen\ncontracts:\n"+
		"  late: {name: Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2016-01-15}\n"))
	require.Greater(t, s.Milestone("contract/late").Date.Date, s.Milestone("end@kmd-sag").Date.Date, "it runs on")
	for want, systems := range map[string][]string{
		"kmd-sag":   {"kmd-aktiv", "unknown", "kmd-sag"},
		"kmd-aktiv": {"kmd-aktiv"},
	} {
		last := s.LastUse(systems)
		require.NotNil(t, last)
		assert.Equal(t, want, last.System)
	}
	assert.Equal(t, "2016-03-31", s.LastUse([]string{"kmd-sag"}).Needed.String())
	assert.Nil(t, s.LastUse([]string{"unknown"}))
	assert.Nil(t, s.LastUse(nil))
	assert.Nil(t, (*timeline.Schedule)(nil).LastUse([]string{"kmd-sag"}))
}

func TestAContractThatAnotherTakesOverFromLeavesNobodyWithoutASystem(t *testing.T) {
	const first, second = "{name: Første, systems: [kmd-dagpenge], end: 2015-06-30}", "{name: Anden, systems: [kmd-dagpenge], start: %s, end: %s}"
	found := func(contracts string) []string {
		return codes(compute(t, warned(t, "kommune: Vejen\nprojects: {ksd: {goLive: 2016-09-01}}\ncontracts:\n"+contracts)), drejebog.SeverityError)
	}
	of := func(start, end string) []string {
		return found("  a: " + first + "\n  b: " + fmt.Sprintf(second, start, end) + "\n")
	}
	assert.Equal(t, []string{"DB-112 contracts/a"}, found("  a: "+first+"\n"))
	assert.Empty(t, of("2015-07-01", "2016-12-31"))
	assert.Empty(t, of("2015-06-15", "2016-12-31"), "they overlap")
	assert.Equal(t, []string{"DB-112 contracts/b"}, of("2015-07-01", "2016-03-31"), "the extension is too short")
	assert.Equal(t, []string{"DB-112 contracts/a"}, of("2015-07-02", "2016-12-31"), "a day between them")
	assert.Equal(t, []string{"DB-112 contracts/a", "DB-112 contracts/b"}, of("2015-06-01", "2015-06-20"), "it is over before")
	assert.Empty(t, found("  a: {name: Begge, systems: [kmd-aktiv, kmd-dagpenge], start: 2010-01-01, end: 2015-06-30}\n"+
		"  b: {name: Aktiv, systems: [kmd-aktiv], start: 2015-07-01}\n  c: {name: Dagpenge, systems: [kmd-dagpenge], start: 2015-07-01}\n"), "one for each of its systems")
}

// KMD Aktiv is used until 31 December 2015. A contract that is given notice of, and ends no
// later than another, takes over from nothing; one that began before stands beside it, and
// whether it covers the same is asked.
func TestOnlyAContractThatGoesOnIsForASystemWhenAnotherEnds(t *testing.T) {
	const notice = "noticeMonths: 6, noticeTo: month, noticeGiven: "
	for name, c := range map[string]struct {
		a, b string
		want []string
	}{
		"takes over":            {"start: 2012-01-01, end: 2015-09-30", "start: 2015-01-01", nil},
		"ends before":           {"start: 2012-01-01, end: 2015-09-30", "start: 2015-01-01, " + notice + "2015-02-02", []string{"DB-112 contracts/a", "DB-458 contracts/b"}},
		"ends with it":          {"start: 2012-01-01, " + notice + "2015-03-02", "start: 2015-01-01, " + notice + "2015-03-02", []string{"DB-112 contracts/a", "DB-112 contracts/b"}},
		"began before":          {"start: 2014-01-01, end: 2015-06-30", "start: 2010-01-01, end: 2015-12-31", []string{"DB-458 contracts/a"}},
		"began the same day":    {"start: 2014-01-01, end: 2015-06-30", "start: 2014-01-01", []string{"DB-458 contracts/a"}},
		"began before and ends": {"start: 2014-01-01, end: 2015-06-30", "start: 2010-01-01, " + notice + "2014-10-01", []string{"DB-112 contracts/a"}},
		"none of it":            {"start: 2014-01-01, end: 2015-12-31", "start: 2010-01-01", nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := compute(t, warned(t, "kommune: Roskilde\nasOf: 2015-07-01\ncontracts:\n  a: {name: A, systems: [kmd-aktiv], "+c.a+"}\n  b: {name: B, systems: [kmd-aktiv], "+c.b+"}\n"))
			var got []string
			for i := range s.Findings {
				if f := &s.Findings[i]; f.Code == "DB-112" || f.Code == "DB-458" {
					got = append(got, f.Code+" "+f.Subject)
				}
			}
			slices.Sort(got)
			assert.Equal(t, c.want, got)
		})
	}
	f := findingOn(t, compute(t, warned(t, "kommune: Roskilde\ncontracts: {a: {name: A, systems: [kmd-aktiv], start: 2014-01-01, end: 2015-06-30}, b: {name: B, systems: [kmd-aktiv], start: 2010-01-01}}")), "DB-458", "contracts/a")
	assert.Contains(t, f.Remedy.DA, "Se efter, om B dækker alt det, som A gælder. Ellers aftal en forlængelse")
	assert.Contains(t, f.Remedy.DA, "mindst til 31. december 2015")
}
