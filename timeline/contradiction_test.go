package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADateOfThePlansOwnThatAnotherContradictsIsTold(t *testing.T) {
	const platform = "stoettesystemerne: {goLive: 2017-12-31, implementation: 2017-12-20}"
	for name, test := range map[string]struct {
		projects string
		want     map[string]drejebog.Severity
	}{
		"the platform against national dates": {platform, map[string]drejebog.Severity{
			"golive@ky": drejebog.SeverityWarning, "golive@ksd": drejebog.SeverityWarning, "golive@sapa": drejebog.SeverityWarning,
		}},
		"both given, the edge implied": {
			platform + ", sapa: {goLive: 2016-10-01}, ky: {goLive: 2018-02-01}, ksd: {goLive: 2018-02-01}",
			map[string]drejebog.Severity{"golive@sapa": drejebog.SeverityError},
		},
		"one to work with": {
			platform + ", sapa: {goLive: 'ukendt, regn med 2016-10-01'}, ky: {goLive: 2018-02-01}, ksd: {goLive: 2018-02-01}",
			map[string]drejebog.Severity{"golive@sapa": drejebog.SeverityWarning},
		},
		"unknown": {platform + ", sapa: {goLive: ukendt}, ky: {goLive: ukendt}, ksd: {goLive: ukendt}", nil},
		"in order": {
			"stoettesystemerne: {goLive: 2015-12-31}, sapa: {goLive: 2016-10-01}", nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			told := map[string]drejebog.Severity{}
			for _, f := range withCode(compute(t, planOf(t, "projects: {"+test.projects+"}")).Findings, "DB-119") {
				told[f.Subject] = f.Severity
			}
			if test.want == nil {
				test.want = map[string]drejebog.Severity{}
			}
			assert.Equal(t, test.want, told)
		})
	}
}

func TestAnEdgeOfThePlansOwnIsHeldAgainstNationalDates(t *testing.T) {
	for months, want := range map[string]drejebog.Severity{"0": 0, "3": drejebog.SeverityWarning} {
		s := compute(t, planOf(t, "edges: [{from: golive@sapa, to: golive@ky, lag: {value: "+months+", unit: months}}]"))
		if want == 0 {
			assert.Empty(t, codesOf(s, "DB-119"))
			continue
		}
		assert.Equal(t, want, findingOn(t, s, "DB-119", "golive@ky").Severity)
	}
}

// The terms of a contract go before the playbook's months.
func TestANoticeThatItsContractAllowsIsNotLaterThanExpected(t *testing.T) {
	for _, months := range []string{"3", "6", "9"} {
		s := compute(t, planOf(t, "contracts: {a: {name: A, systems: [kmd-sag], noticeMonths: "+months+", noticeTo: quarter}}"))
		assert.Empty(t, codesOf(s, "DB-102"), months)
	}
	late := compute(t, planOf(t, "contracts: {a: {name: A, systems: [kmd-sag], noticeMonths: 3}}\ntasks: {6.3/opsigelse@kmd-sag: {plannedStart: 2016-02-01, plannedFinish: 2016-02-01}}"))
	assert.NotEmpty(t, codes(late, drejebog.SeverityError))
}

// Each contract on a system has a notice of its own: one that is in time excuses no other.
func TestEachContractOnASystemIsGivenNoticeInItsOwnTime(t *testing.T) {
	const both = "contracts:\n  short: {name: A, systems: [kmd-aktiv], noticeMonths: 3}\n  long: {name: B, systems: [kmd-aktiv], noticeMonths: 12}\n"
	s := compute(t, planOf(t, both))
	short, long := s.Task("6.3/opsigelse@short"), s.Task("6.3/opsigelse@long")
	require.NotNil(t, short)
	require.NotNil(t, long)
	assert.Less(t, long.Finish.Date, short.Finish.Date)
	late := compute(t, planOf(t, both+"tasks: {6.3/opsigelse@long: {plannedStart: "+short.Finish.Date.String()+"}}"))
	assert.Equal(t, []string{"DB-131 contracts/long"}, codesOf(late, "DB-131"))
}

func TestAContractThatEndsOnTheDayItMayIsNotTold(t *testing.T) {
	const prolonged = "own: {own/x: {name: X, duration: 10, plannedStart: 2016-03-01, responsible: projektleder}}\nedges: [{from: own/x, to: end@kmd-aktiv}]\n"
	for name, c := range map[string]struct {
		lines, code string
		want        int
	}{
		"with the last use":     {prolonged + "contracts: {a: {name: A, systems: [kmd-aktiv], end: 2016-03-14}}", "DB-122", 0},
		"the day before":        {prolonged + "contracts: {a: {name: A, systems: [kmd-aktiv], end: 2016-03-13}}", "DB-122", 1},
		"bound to the last use": {"contracts: {a: {name: A, systems: [kmd-aktiv], end: 2015-12-31, noticeMonths: 6}}", "DB-118", 0},
		"bound for longer":      {"contracts: {a: {name: A, systems: [kmd-aktiv], end: 2016-01-01, noticeMonths: 6}}", "DB-118", 1},
		"beside one that ends with it": {"contracts: {a: {name: A, systems: [kmd-aktiv], start: 2010-01-01, end: 2015-06-30}, " +
			"b: {name: B, systems: [kmd-aktiv], start: 2014-01-01, end: 2015-06-30}}", "DB-112", 2},
		"before one that goes on": {"contracts: {a: {name: A, systems: [kmd-aktiv], start: 2010-01-01, end: 2015-06-30}, " +
			"b: {name: B, systems: [kmd-aktiv], start: 2014-01-01, end: 2015-12-31}}", "DB-112", 0},
	} {
		s := compute(t, warned(t, "kommune: Roskilde\n"+c.lines))
		assert.Len(t, codesOf(s, c.code), c.want, name)
	}
}

func TestABrokenRuleIsHistoryOnlyOnceWhatItAsksForHasComeOrCanComeNoMore(t *testing.T) {
	const before = "asOf: 2015-10-09\ndataDate: 2015-10-09\n"
	for name, test := range map[string]struct {
		lines string
		code  string
		want  drejebog.Severity
	}{
		"still to come":                {before, "DB-105", drejebog.SeverityWarning},
		"came late":                    {before + "tasks: {4.8/bekraeftelse@ksd: {actualStart: 2015-09-14, actualFinish: 2015-10-05}}", "DB-134", drejebog.SeverityNote},
		"the day itself":               {"asOf: 2015-10-01\ndataDate: 2015-10-01\ntasks: {4.8/bekraeftelse@ksd: {plannedFinish: 2015-10-06}}", "DB-105", drejebog.SeverityError},
		"the implementation has begun": {"asOf: 2016-01-04\ndataDate: 2016-01-04", "DB-105", drejebog.SeverityNote},
	} {
		t.Run(name, func(t *testing.T) {
			f := findingOn(t, compute(t, planOf(t, test.lines)), test.code, "4.8/bekraeftet@ksd")
			assert.Equal(t, test.want, f.Severity)
		})
	}
}

func TestWhoOnceOwedWhatHasComeNeedNotAct(t *testing.T) {
	s := compute(t, planOf(t, "deliverables: {ext/kravliste@sapa: {promised: 2014-05-01, delivered: 2014-05-20}}"))
	f := findingOn(t, s, "DB-202", "ext/kravliste@sapa")
	assert.Equal(t, "kommune", f.Actor)
	assert.Contains(t, f.Text.EN, "KOMBIT", "who promised it")
}

func TestNothingHasPassedOnItsOwnDay(t *testing.T) {
	on := func(day string, lines string) *timeline.Schedule {
		return compute(t, warned(t, "kommune: Roskilde\nasOf: "+day+"\ndataDate: "+day+"\n"+lines))
	}
	const late = "own: {own/x: {name: Egen, duration: 3, plannedStart: 2014-10-20, deadline: 2014-10-15}}"
	for day, want := range map[string]drejebog.Severity{"2014-10-15": drejebog.SeverityError, "2014-10-16": drejebog.SeverityNote} {
		assert.Equal(t, want, findingOn(t, on(day, late), "DB-101", "own/x").Severity, day)
	}

	const promised = "deliverables: {ext/bidrag-2015@ky: {promised: 2014-09-15}}"
	for day, want := range map[string]int{"2014-09-15": 0, "2014-09-16": 1} {
		found := 0
		for _, f := range withCode(on(day, promised).Findings, "DB-201") {
			if f.Subject == "ext/bidrag-2015@ky" {
				found++
			}
		}
		assert.Equal(t, want, found, day)
	}
	for _, c := range []struct{ last, code, id string }{
		{"2016-01-01", "DB-120", "golive@ky"},
		{"2015-07-01", "DB-205", "ext/parathedskrav@ky"},
	} {
		last, err := date.ParseISO(c.last)
		require.NoError(t, err)
		known := func(day date.Date) []string {
			return codesOf(compute(t, warned(t, "kommune: Roskilde\nasOf: "+day.String())), c.code)
		}
		assert.NotContains(t, known(last), c.code+" "+c.id)
		assert.Contains(t, known(last+1), c.code+" "+c.id)
	}
	const lateFor = "deliverables: {ext/overgangsliste-egen@sapa: {promised: 2015-12-29}}"
	assert.Contains(t, codesOf(on("2015-12-29", lateFor), "DB-204"), "DB-204 ext/overgangsliste-egen@sapa")
	assert.NotContains(t, codesOf(on("2015-12-30", lateFor), "DB-204"), "DB-204 ext/overgangsliste-egen@sapa", "it is overdue, which says as much")
	const begins = "projects: {ksd: {goLive: 2016-02-01, implementation: 2015-11-02}}"
	for day, want := range map[string]drejebog.Severity{"2015-11-02": drejebog.SeverityWarning, "2015-11-03": drejebog.SeverityNote} {
		assert.Equal(t, want, findingOn(t, on(day, begins), "DB-105", "4.8/bekraeftet@ksd").Severity, day)
	}
	done := compute(t, warned(t, "kommune: Roskilde\nasOf: 2014-10-15\ntasks: {4.4/beslut-2015: {status: done}}"))
	assert.NotContains(t, codes(done, drejebog.SeverityNote), "DB-101 4.4/beslut-2015", "it is done, and its deadline is today")
}

func TestABudgetThatIsAdoptedOnTheLawsLastDayIsInTime(t *testing.T) {
	for day, want := range map[string]int{"2014-10-15": 0, "2014-10-16": 1} {
		s := compute(t, warned(t, "kommune: Roskilde\nbudget: {2015: {adopted: "+day+"}}"))
		assert.Len(t, withCode(s.Findings, "DB-115"), want, day)
	}
}

// Nobody can agree on another day than the law's, and a decision spans the readings.
func TestADecisionOnABudgetIsBoundByItsAdoptionAlone(t *testing.T) {
	for _, days := range [][2]string{{"2014-09-15", "2014-10-06"}, {"2014-09-09", "2014-10-07"}, {"2014-09-02", "2014-10-10"}, {"2014-08-27", "2014-10-15"}} {
		s := compute(t, warned(t, "kommune: Roskilde\nbudget: {2015: {proposal: 2014-08-20, firstReading: "+days[0]+", adopted: "+days[1]+"}}"))
		decision := s.Task("4.4/beslut-2015")
		assert.Equal(t, days[1], decision.LateFinish.Date.String())
		assert.Equal(t, days[1], decision.Finish.Date.String())
		assert.LessOrEqual(t, decision.Start.Date.String(), days[0])
	}
	late := compute(t, warned(t, "kommune: Roskilde\ntasks: {4.4/beslut-2015: {plannedFinish: 2014-10-20}}"))
	f := findingOn(t, late, "DB-101", "4.4/beslut-2015")
	assert.NotContains(t, f.Remedy.DA, "aftal")
	assert.NotContains(t, f.Remedy.EN, "agree")
	mine := compute(t, warned(t, "kommune: Roskilde\nown: {own/x: {name: X, duration: 3, plannedStart: 2014-10-20, deadline: 2014-10-15}}"))
	assert.Contains(t, findingOn(t, mine, "DB-101", "own/x").Remedy.DA, "styregruppen")
}
