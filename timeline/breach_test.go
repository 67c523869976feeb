package timeline_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// warned reads a plan that may have findings but no errors.
func warned(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, findings := plan.Read(book(), "plan.yaml", strings.NewReader(text))
	require.NotNil(t, p, "%v", findings)
	return p
}

// A plan that breaks exactly one hard date or rule, and what is found of
// error severity.
var breaches = map[string]struct{ lines, found string }{
	"the decision on budget 2014": {
		"asOf: 2013-10-01\ntasks: {4.4/beslut-2014: {plannedFinish: 2013-10-16}}", "DB-101 4.4/beslut-2014 kommune",
	},
	"the decision on budget 2015": {
		"tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-16}}", "DB-101 4.4/beslut-2015 kommune",
	},
	"the first of two tasks with the same deadline": {
		"asOf: 2013-10-01\ntasks: {4.4/tilpas-2014: {plannedFinish: 2013-10-16}}", "DB-101 4.4/tilpas-2014 kommune",
	},
	"names on the roles": {
		"asOf: 2013-12-02\ntasks: {4.5/roller@sapa: {plannedFinish: 2014-01-02}}", "DB-101 4.5/roller@sapa kommune",
	},
	"the first administrator": {
		"asOf: 2013-10-18\ntasks: {4.11/administrator@serviceplatformen: {plannedFinish: 2013-10-23}}",
		"DB-101 4.11/administrator@serviceplatformen kommune",
	},
	"the contact for Støttesystemerne": {
		"asOf: 2014-05-20\ntasks: {4.15/kontaktperson@stoettesystemerne: {plannedFinish: 2014-06-02}}",
		"DB-101 4.15/kontaktperson@stoettesystemerne kommune",
	},
	"readiness less than three months before": {
		"tasks: {4.8/bekraeftelse@sapa: {plannedFinish: 2015-10-02}}", "DB-105 4.8/bekraeftet@sapa kommune",
	},
	"requirements less than six months before": {
		"deliverables: {ext/parathedskrav@sapa: {promised: 2015-07-03}}", "DB-104 ext/parathedskrav@sapa kombit",
	},
	"notice without a contract too late": {
		"tasks: {6.3/opsigelse@kmd-aktiv: {plannedFinish: 2015-07-02}}", "DB-131 6.3/opsigelse@kmd-aktiv kommune",
	},
	"notice without a contract that takes effect before go-live": {
		"tasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-02-02, plannedFinish: 2015-02-03}}",
		"DB-132 6.3/opsigelse@kmd-aktiv kommune",
	},
	"notice of a contract too late": {
		"contracts: {aktiv: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-07-01}}",
		"DB-131 contracts/aktiv kommune",
	},
	"notice that takes effect before go-live": {
		"contracts: {aktiv: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-05-29}}",
		"DB-132 contracts/aktiv kommune",
	},
	"notice that was given and takes effect before go-live": {
		"asOf: 2015-06-01\ncontracts: {aktiv: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-05-29}}",
		"DB-112 contracts/aktiv kommune",
	},
	"notice that was given too late": {
		"asOf: 2015-07-01\ncontracts: {aktiv: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-07-01}}",
		"DB-113 contracts/aktiv kommune",
	},
	"a contract that ends by itself before go-live": {
		"contracts: {aktiv: {name: A, systems: [kmd-aktiv], end: 2015-11-30}}", "DB-112 contracts/aktiv kommune",
	},
	"a budget adopted after the law's last day": {
		"budget: {2015: {adopted: 2014-10-16}}", "DB-115 budget/2015 kommune",
	},
	"a budget proposal after the law's last day": {
		"budget: {2015: {proposal: 2014-09-16}}", "DB-115 budget/2015 kommune",
	},
	"a deadline of the kommune's own": {
		"own: {own/pilot: {name: Pilot, duration: 5, plannedStart: 2015-03-02, deadline: 2015-03-05, responsible: projektleder}}",
		"DB-101 own/pilot kommune",
	},
	"an own task that go-live waits for": {
		"own: {own/pilot: {name: Pilot, duration: 5, plannedStart: 2015-12-29, responsible: projektleder}}\n" +
			"edges: [{from: own/pilot, to: golive@sapa}]",
		"DB-301 own/pilot kommune",
	},
}

func TestAPlanThatBreaksOneRuleGetsExactlyThatFinding(t *testing.T) {
	for name, breach := range breaches {
		t.Run(name, func(t *testing.T) {
			s := compute(t, warned(t, "kommune: Roskilde\n"+breach.lines))
			var found []string
			for _, f := range s.Findings {
				if f.Severity == drejebog.SeverityError {
					found = append(found, f.Code+" "+f.Subject+" "+f.Actor)
					assert.NotZero(t, f.Place.Line, "it stands somewhere in the file")
					assert.NotContains(t, f.Text.DA+f.Text.EN+f.Remedy.DA+f.Remedy.EN, "{", "every place is filled")
				}
			}
			assert.Equal(t, []string{breach.found}, found)
		})
	}
}

// What is worth knowing but breaks nothing.
func TestWarningsAndNotesOfAPlan(t *testing.T) {
	for name, c := range map[string]struct{ lines, found string }{
		"requirements that came less than six months before": {
			"asOf: 2015-07-03\ndeliverables: {ext/parathedskrav@sapa: {delivered: 2015-07-03}}", "DB-133 ext/parathedskrav@sapa",
		},
		"what was finished later than expected": {
			"asOf: 2015-06-01\ndataDate: 2015-06-01\ntasks: {4.14/strategi: {actualStart: 2015-04-01, actualFinish: 2015-05-29}}", "DB-130 4.14/strategi",
		},
		"a task that began before what it waits for was done": {
			"asOf: 2015-03-09\ndataDate: 2015-03-09\nown:\n  own/x: {name: X, duration: 5, plannedStart: 2015-03-02, responsible: projektleder}\n" +
				"  own/y: {name: Y, duration: 5, actualStart: 2015-03-06, responsible: projektleder, predecessors: [{task: own/x}]}", "DB-135 own/y",
		},
		"a project that nobody leads": {
			"people: {a: {roles: [projektleder@ky, projektleder@ksd, projektleder@stoettesystemerne]}}", "DB-306 sapa",
		},
		"an own task without responsible": {
			"own: {own/x: {name: X, duration: 5, plannedStart: 2015-03-02}}", "DB-307 own/x",
		},
		"an own task that has begun without responsible": {
			"asOf: 2015-03-09\ndataDate: 2015-03-09\nown: {own/x: {name: X, duration: 10, actualStart: 2015-03-02}}", "DB-136 own/x",
		},
		"an own task without responsible that should have begun": {
			"asOf: 2015-03-09\nown: {own/x: {name: X, duration: 10, plannedStart: 2015-03-02}}", "DB-137 own/x",
		},
		"a task before what it waits for": {
			"own:\n  own/x: {name: X, duration: 5, plannedStart: 2015-03-02, responsible: projektleder}\n" +
				"  own/y: {name: Y, duration: 5, plannedStart: 2015-03-06, responsible: projektleder, predecessors: [{task: own/x}]}", "DB-302 own/y",
		},
		"a planned finish that cannot be met": {
			"own: {own/x: {name: X, duration: 10, plannedStart: 2015-03-02, plannedFinish: 2015-03-06, responsible: projektleder}}", "DB-117 own/x",
		},
		"a deliverable that is late for what needs it": {
			"deliverables: {ext/overgangsliste-egen@sapa: {promised: 2015-12-29}}", "DB-204 ext/overgangsliste-egen@sapa",
		},
		"a last day of notice that has passed in silence": {
			"asOf: 2014-06-27\nprojects: {ky: {goLive: 2014-12-01}}\ncontracts: {a: {name: A, systems: [kmd-aktiv], noticeMonths: 6}}", "DB-114 contracts/a",
		},
		"a contract that binds for longer": {
			"contracts: {a: {name: A, systems: [kmd-aktiv], end: 2017-01-01, noticeMonths: 6}}", "DB-118 contracts/a",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := compute(t, warned(t, "kommune: Roskilde\n"+c.lines))
			assert.Contains(t, codes(s, drejebog.SeverityNote), c.found)
			code, _, _ := strings.Cut(c.found, " ")
			assert.Len(t, codesOf(s, code), 1, "once")
		})
	}
}

func TestClosedDaysAndSwitchedDaysOffMoveTheFinish(t *testing.T) {
	const own = "own: {own/x: {name: X, duration: 5, plannedStart: 2015-06-01, responsible: projektleder}}\n"
	finish := func(calendar string) string {
		return compute(t, warned(t, "kommune: Roskilde\n"+own+calendar)).Task("own/x").Finish.Date.String()
	}
	assert.Equal(t, "2015-06-05", finish(""), "5 June is free from noon only")
	assert.Equal(t, "2015-06-08", finish("calendar: {daysOff: {grundlovsdag: true}}"))
	assert.Equal(t, "2015-06-09", finish("calendar: {closed: [{from: 2015-06-03, to: 2015-06-04}]}"))
}

func TestChristmasEveIsFreeAndTheSummerClosureWhereAPlanSaysSo(t *testing.T) {
	finish := func(start, calendar string) string {
		own := "own: {own/x: {name: X, duration: 2, plannedStart: " + start + ", responsible: projektleder}}\n"
		return compute(t, warned(t, "kommune: Roskilde\n"+own+calendar)).Task("own/x").Finish.Date.String()
	}
	assert.Equal(t, "2015-12-28", finish("2015-12-23", ""))
	assert.Equal(t, "2015-12-24", finish("2015-12-23", "calendar: {daysOff: {juleaftensdag: false}}"))
	assert.Equal(t, "2015-07-13", finish("2015-07-10", ""))
	assert.Equal(t, "2015-07-27", finish("2015-07-10", "calendar: {daysOff: {sommerlukning: true}}"), "weeks 29 and 30 are 13 to 26 July")
}

func TestAnOwnTaskWaitsForItsPredecessors(t *testing.T) {
	s := compute(t, warned(t, `kommune: Roskilde
own:
  own/a: {name: A, duration: 5, plannedStart: 2015-03-02, responsible: projektleder}
  own/b: {name: B, duration: 5, responsible: projektleder, predecessors: [{task: own/a, lag: {value: 2, unit: workdays}}]}
edges:
  - {from: own/b, to: 4.7/arbejdsgange@sapa}
`))
	assert.Equal(t, "2015-03-11", s.Task("own/b").Start.Date.String())
	assert.Equal(t, "own/a", s.Task("own/b").Driver)
	assert.Equal(t, drejebog.Stated, s.Task("own/b").Certainty)
	assert.Equal(t, "2015-03-18", s.Task("4.7/arbejdsgange@sapa").Start.Date.String())
}

func TestAContractsNoticeTakesTheStandardTermsPlace(t *testing.T) {
	s := compute(t, warned(t, "kommune: Roskilde\ncontracts:\n  aktiv: {name: A, systems: [kmd-aktiv], noticeMonths: 3, noticeTo: quarter}\n"))
	assert.Equal(t, "2015-09-30", s.Task("6.3/opsigelse@kmd-aktiv").LateFinish.Date.String(), "three months to the end of the year")
	assert.Equal(t, "2015-09-16", s.Task("6.3/opsigelse@kmd-aktiv").Finish.Date.String(), "ten working days before")
	require.Len(t, s.Notices, 1)
	assert.Equal(t, "2015-09-30", s.Notices[0].Latest.String())
	assert.Equal(t, "2015-12-31", s.Notices[0].Needed.String())
	given := compute(t, warned(t, "kommune: Roskilde\ndataDate: 2015-10-01\nasOf: 2014-06-27\n"+
		"contracts:\n  aktiv: {name: A, systems: [kmd-aktiv], noticeMonths: 3, noticeTo: quarter, noticeGiven: 2015-09-28}\n"))
	assert.Equal(t, "2015-09-28", given.Task("6.3/opsigelse@kmd-aktiv").Finish.Date.String())
	assert.Equal(t, "2015-12-31", given.Notices[0].Ends.String())
}

func TestABudgetAdoptedEarlierMovesWhatWaitsForIt(t *testing.T) {
	s := compute(t, warned(t, "kommune: Roskilde\nbudget: {2015: {adopted: 2014-10-07}}\n"))
	assert.Equal(t, "2014-10-07", s.Milestone("budget/2015").Date.Date.String())
	assert.Equal(t, driver.PlanID, s.Milestone("budget/2015").Driver)
}

func TestADeadlinePassedInSilenceIsNoErrorWithADataDate(t *testing.T) {
	s := compute(t, warned(t, "kommune: Roskilde\ndataDate: 2014-06-27\n"))
	assert.Empty(t, codes(s, drejebog.SeverityError))
	assert.Contains(t, codes(s, drejebog.SeverityNote), "DB-103 4.4/beslut-2014")
}

func TestNoticeOnTheLastDayShownLeavesNobodyWithoutASystem(t *testing.T) {
	latest := compute(t, plan.New("Roskilde")).Task("6.3/opsigelse@kmd-aktiv").LateFinish
	require.Equal(t, day("2015-06-30"), latest.Date)
	s := compute(t, planOf(t, "tasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-06-30, plannedFinish: 2015-06-30}}"))
	require.Len(t, s.Notices, 1)
	assert.Equal(t, "2015-12-31", s.Notices[0].Ends.String())
	assert.Equal(t, "2015-06-30", s.Notices[0].Latest.String())
	assert.Empty(t, codes(s, drejebog.SeverityError))
}

func TestADeadlineHasNotPassedOnItsOwnDay(t *testing.T) {
	told := func(asOf string) []string {
		return codesOf(compute(t, warned(t, "kommune: Roskilde\nasOf: "+asOf+"\n")), "DB-103")
	}
	assert.NotContains(t, told("2014-10-15"), "DB-103 4.4/beslut-2015")
	assert.Contains(t, told("2014-10-16"), "DB-103 4.4/beslut-2015")
}

func TestOneBreachIsToldOnce(t *testing.T) {
	s := compute(t, warned(t, "kommune: Roskilde\nown:\n"+
		"  own/a: {name: A, duration: 5, plannedStart: 2015-03-02, deadline: 2015-03-04, responsible: projektleder}\n"+
		"  own/b: {name: B, duration: 5, deadline: 2015-03-04, predecessors: [{task: own/a}], responsible: projektleder}\n"))
	assert.Equal(t, []string{"DB-101 own/a"}, codesOf(s, "DB-101"), "B is late only because A is")
}

func TestANoticeThatIsGivenIsNotToldAsLaterThanExpectedToo(t *testing.T) {
	const contract = "contracts: {a: {name: A, systems: [kmd-aktiv], noticeMonths: 6"
	s := compute(t, warned(t, "kommune: Roskilde\nprojects: {ky: {goLive: 2016-01-01}}\n"+contract+", noticeGiven: 2017-06-01}}"))
	assert.Contains(t, codesOf(s, "DB-131"), "DB-131 contracts/a")
	assert.NotContains(t, codesOf(s, "DB-102"), "DB-102 6.3/opsigelse@kmd-aktiv")
	planned := compute(t, warned(t, "kommune: Roskilde\ntasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2017-06-01}}"))
	assert.Contains(t, codesOf(planned, "DB-102"), "DB-102 6.3/opsigelse@kmd-aktiv", "without a contract the window says it")
}

func TestTheLastDayForNoticeHasNotPassedOnThatDay(t *testing.T) {
	told := func(asOf string) []string {
		return codesOf(compute(t, warned(t, "kommune: Roskilde\nasOf: "+asOf+"\ncontracts: {a: {name: A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}")), "DB-114")
	}
	assert.Empty(t, told("2015-06-30"))
	assert.Equal(t, []string{"DB-114 contracts/a"}, told("2015-07-01"))
}

func TestALateTaskIsToldOfTheMilestoneThatItMissesFirst(t *testing.T) {
	s := compute(t, warned(t, "kommune: Roskilde\nprojects: {ky: {goLive: 2016-03-01}, sapa: {goLive: 2016-02-01}}\n"+
		"own: {own/x: {name: X, duration: 5, plannedStart: 2016-06-01, responsible: projektleder}}\n"+
		"edges: [{from: own/x, to: golive@ky}, {from: own/x, to: golive@sapa}]"))
	for _, f := range s.Findings {
		if f.Code == "DB-301" && f.Subject == "own/x" {
			assert.Contains(t, f.Text.DA, "SAPA")
			return
		}
	}
	t.Error("it is not told")
}
