package timeline_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// aktiv is a plan with a go-live and one contract on the system that it
// replaces, and what else is said of that.
func aktiv(t testing.TB, live date.Date, months int, to, more string) *timeline.Schedule {
	return compute(t, warned(t, fmt.Sprintf("kommune: Vejen\nasOf: 2014-06-27\nprojects: {ky: {goLive: %s}}\n"+
		"contracts: {d: {name: Aktiv D, systems: [kmd-aktiv], noticeMonths: %d, noticeTo: %s%s}}\n", live, months, to, more)))
}

// noticeCodes are the findings on the contract.
func noticeCodes(s *timeline.Schedule) []string {
	list := []string{}
	for _, f := range s.Findings {
		if f.Subject == "contracts/d" {
			list = append(list, f.Code)
		}
	}
	return list
}

func TestNoticeOnTheLastDayLeavesNoGapAndAWorkingDayLaterIsTooLate(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		live := day("2015-10-01") + date.Date(rapid.IntRange(0, 900).Draw(r, "go-live"))
		months := rapid.IntRange(0, 18).Draw(r, "months")
		to := rapid.SampledFrom([]string{"month", "quarter", "year"}).Draw(r, "to")
		s := aktiv(t, live, months, to, "")
		latest := s.Notices[0].Latest
		require.NotNil(r, latest)
		next := later(s, *latest, 1)
		given := func(on date.Date) []string {
			return noticeCodes(aktiv(t, live, months, to, ", noticeGiven: "+on.String()))
		}
		assert.Empty(r, given(*latest), "on %s", latest)
		late := "DB-131"
		if next <= s.SeenFrom() {
			late = "DB-113"
		}
		assert.Equal(r, []string{late}, given(next), "the working day after %s", latest)
	})
}

func TestAContractThatCannotEndWithTheOldSystemEndsNext(t *testing.T) {
	s := aktiv(t, day("2016-02-15"), 6, "month", "")
	assert.Equal(t, "2015-08-31", s.Notices[0].Latest.String(), "31 July would end it on 31 January, before the go-live")
	assert.Equal(t, "2015-08-31", s.Task("6.3/opsigelse@kmd-aktiv").LateFinish.Date.String())
	given := aktiv(t, day("2016-02-15"), 6, "month", ", noticeGiven: 2015-08-31")
	assert.Equal(t, "2016-02-29", given.Milestone("contract/"+given.Notices[0].Contract).Date.Date.String(), "the contract runs on beyond the go-live")
	assert.Equal(t, "2016-02-14", given.Milestone("end@kmd-aktiv").Date.Date.String())
}

func TestNoticeThatThePlanDatesOnTheTaskIsHeldAgainstTheContract(t *testing.T) {
	contract := "contracts: {a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}"
	early := compute(t, planOf(t, contract, "tasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-01-05, plannedFinish: 2015-01-06}}"))
	assert.Equal(t, []string{"DB-132 contracts/a"}, codes(early, drejebog.SeverityError))
	assert.Equal(t, "2015-07-31", early.Notices[0].Ends.String())

	late := compute(t, planOf(t, contract, "tasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-09-01, plannedFinish: 2015-09-10}}"))
	require.Contains(t, codes(late, drejebog.SeverityWarning), "DB-131 contracts/a")
	for _, f := range late.Findings {
		if f.Code == "DB-131" {
			assert.Contains(t, f.Text.DA, "Opsigelsen af kontrakten Aktiv A er planlagt til 10. september 2015, efter sidste dag 30. juni 2015: kontrakten løber da til 31. marts 2016")
			assert.Contains(t, f.Remedy.DA, "med KMD")
		}
	}
}

func TestAContractThatEndsTooEarlyIsToldWhereTheSystemsEndIs(t *testing.T) {
	s := compute(t, warned(t, "kommune: Vejen\ncontracts: {a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-04-15}}"))
	assert.Contains(t, schedText(t, s), "31.10.2015  Kontrakten Aktiv A slutter, før det nye system er i drift")
	assert.Contains(t, explained(t, s, "end@kmd-aktiv"), "Men kontrakten Aktiv A slutter 31. oktober 2015.")
	assert.Contains(t, explained(t, s, "6.3/opsigelse@kmd-aktiv"), "Opsagt 15. april 2015 slutter kontrakten 31. oktober 2015.")
}

func TestPlannedNoticeIsNotGivenNotice(t *testing.T) {
	contract := "contracts: {a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}"
	planned := compute(t, planOf(t, "asOf: 2015-06-25", contract, "tasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-06-01, plannedFinish: 2015-06-02}}"))
	assert.False(t, planned.Notices[0].GivenBy(day("2015-06-25")))
	assert.NotNil(t, hardDate(planned, "6.3/opsigelse@kmd-aktiv"), "nobody says that it was done")
	done := compute(t, warned(t, "kommune: Roskilde\nasOf: 2015-06-25\n"+contract+"\ntasks: {6.3/opsigelse@kmd-aktiv: {actualStart: 2015-06-01, actualFinish: 2015-06-02}}"))
	assert.True(t, done.Notices[0].GivenBy(day("2015-06-25")))
	assert.False(t, done.Notices[0].GivenBy(day("2015-06-01")))
	assert.Nil(t, hardDate(done, "6.3/opsigelse@kmd-aktiv"))
}

func TestALateNoticeIsLateForTheEndThatItIsFor(t *testing.T) {
	s := compute(t, planOf(t, "own: {own/aftale: {name: Aftale, duration: 20, plannedStart: 2015-07-01, responsible: projektleder}}",
		"edges: [{from: own/aftale, to: 6.3/opsigelse@kmd-aktiv}, {from: 6.3/opsigelse@kmd-aktiv, to: golive@stoettesystemerne}]"))
	assert.Equal(t, []string{"DB-131 6.3/opsigelse@kmd-aktiv"}, codes(s, drejebog.SeverityError), "and for no go-live that it does not miss")
}

func TestAContractThatEndsEarlyIsProlongedToTheLastUse(t *testing.T) {
	s := compute(t, planOf(t, "contracts: {sag: {name: Sag, systems: [kmd-sag], end: 2015-11-30}}"))
	last := s.LastUse([]string{"kmd-sag"}).Needed
	require.Greater(t, *last, s.Milestone("golive@sapa").Date.Date, "the old system is used after the new one is live")
	assert.Contains(t, findingOn(t, s, "DB-112", "contracts/sag").Remedy.DA, "mindst til 31. marts 2016")
}

// KMD Aktiv is used until 30 April 2016, and notice is due by 30 October 2015. What the plan
// says of the notice decides when the contract ends: as-of moves it to no later day, the data
// date does, since what is not done by then is yet to come.
func TestANoticeThatIsNotGivenInTimeEndsTheContractByTheDayItIsPlannedOn(t *testing.T) {
	const (
		december = "tasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-12-10, plannedFinish: 2015-12-11}}"
		contract = "contracts: {a: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}"
	)
	for name, c := range map[string]struct{ lines, contract, given, ends string }{
		"silent":                               {"asOf: 2015-09-01", contract, "", "2016-04-30"},
		"silent when it is late":               {"asOf: 2015-12-15", contract, "", "2016-04-30"},
		"planned late":                         {"asOf: 2015-09-01\n" + december, contract, "2015-12-11", "2016-06-30"},
		"planned for a day that as-of is past": {"asOf: 2015-12-15\n" + december, contract, "2015-12-11", "2016-06-30"},
		"planned before what it waits for":     {"dataDate: 2015-12-01\n" + december, contract, "2016-03-01", "2016-09-30"},
		"planned for a day that went by":       {"dataDate: 2016-01-04\n" + december, contract, "2016-04-04", "2016-10-31"},
		"the same without a contract":          {"dataDate: 2016-01-04\n" + december, "", "2016-04-04", "2016-10-04"},
		"planned late, and without a contract": {"asOf: 2015-09-01\n" + december, "", "2015-12-11", "2016-06-11"},
	} {
		t.Run(name, func(t *testing.T) {
			s := compute(t, warned(t, "kommune: Roskilde\n"+c.lines+"\nprojects: {ky: {goLive: 2016-05-01}}\n"+c.contract+"\n"))
			require.Len(t, s.Notices, 1)
			k := &s.Notices[0]
			assert.Equal(t, c.ends, k.Ends.String())
			if c.given == "" {
				assert.Nil(t, k.Given)
				return
			}
			assert.Equal(t, c.given, k.Given.String())
			assert.Contains(t, codesOf(s, "DB-131"), "DB-131 "+k.Subject())
		})
	}
}

// Two contracts on one system have each the last day of its own terms, and the playbook's
// is for a system whose contract nobody knows.
func TestANoticeRowHasTheDeadlineOfItsContract(t *testing.T) {
	s := compute(t, planOf(t, `contracts:
  a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 12, noticeTo: month}
  b: {name: Aktiv B, systems: [kmd-aktiv], noticeMonths: 3, noticeTo: quarter}
  c: {name: Sag, systems: [kmd-sag], noticeMonths: 9, noticeTo: month, end: 2018-02-28}`))
	for id, last := range map[string]string{"a": "2014-12-31", "b": "2015-09-30", "kmd-dagpenge": "2015-06-30", "kmd-sag": "2017-05-31"} {
		for _, step := range []string{"vilkaar", "beslutning", "opsigelse"} {
			row := s.Task("6.3/" + step + "@" + id)
			require.NotNil(t, row, id)
			assert.Equal(t, last, row.Deadline.String(), row.ID)
			assert.Equal(t, drejebog.Forventet, row.DeadlineKind, row.ID)
		}
	}
	off := compute(t, planOf(t, `contracts: {a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 7, noticeTo: month}}`))
	row := off.Task("6.3/opsigelse@kmd-aktiv")
	assert.Equal(t, []string{"2015-05-31", "2015-05-29"}, []string{row.DeadlineSet.String(), row.Deadline.String()}, "a Sunday is met on the Friday")
	assert.Equal(t, row.Deadline, off.Notices[0].Latest)
}

// What the plan has for a notice and the day that it is scheduled on are told each by its
// own word.
func TestAPlannedNoticeThatIsScheduledLaterIsToldWithBothDays(t *testing.T) {
	const contract = "contracts: {a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}"
	says := func(more ...string) string {
		s := compute(t, planOf(t, append([]string{contract}, more...)...))
		for _, f := range s.Findings {
			if f.Code == "DB-131" {
				return f.Text.DA
			}
		}
		return ""
	}
	assert.Contains(t, says("tasks: {6.3/opsigelse@kmd-aktiv: {plannedFinish: 2015-09-10}}"), "Aktiv A er planlagt til 10. september 2015, efter sidste dag 30. juni 2015")
	assert.Contains(t, says("dataDate: 2015-10-01", "tasks: {6.3/opsigelse@kmd-aktiv: {plannedFinish: 2015-09-10}}"), "Aktiv A er planlagt til 10. september 2015, men kan tidligst gives ")
	assert.Contains(t, says("tasks: {6.3/beslutning@kmd-aktiv: {plannedFinish: 2015-09-10}}"), "Aktiv A kan tidligst gives ")
}

// A notice that is late is told as that, and not once more as later than expected: with a
// contract or without, planned by the plan or pushed by what comes before it.
func TestALateNoticeIsToldOnce(t *testing.T) {
	for _, more := range [][]string{
		{"tasks: {6.3/opsigelse@kmd-aktiv: {plannedFinish: 2015-09-10}}"},
		{"contracts: {a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}", "tasks: {6.3/beslutning@kmd-aktiv: {plannedFinish: 2015-09-10}}"},
	} {
		told := map[string]int{}
		for _, f := range compute(t, planOf(t, more...)).Findings {
			if f.Task == "6.3/opsigelse@kmd-aktiv" || f.Code == "DB-131" {
				told[f.Code]++
			}
		}
		assert.Equal(t, map[string]int{"DB-131": 1}, told, more)
	}
}
