package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inOctober is a plan seen on 1 October 2015.
const inOctober = "kommune: Roskilde\nasOf: 2015-10-01\ndataDate: 2015-10-01\n"

func TestATableOfThePlanClosesItsTask(t *testing.T) {
	for name, c := range map[string]struct{ lines, id, on string }{
		"a signature":       {"agreements: {ky: {signed: 2015-02-02}}", "6.2/underskrift@ky", "2015-02-02"},
		"no cases left":     {"cleanUp: {kmd-aktiv: {counts: [{on: 2015-06-01, left: 5}, {on: 2015-07-01, left: 0}, {on: 2015-12-01, left: 9}]}}", "4.9/oprydning@kmd-aktiv", "2015-07-01"},
		"all superusers":    {"drivers: {superusers@ky: 5}\ntraining: [{project: ky, who: superusers, on: 2015-09-20, people: 2}, {project: ky, who: superusers, on: 2015-09-10, people: 3}]", "4.10/superbrugere@ky", "2015-09-20"},
		"all users":         {"drivers: {users@ky: 5}\ntraining: [{project: ky, who: users, on: 2015-09-10, people: 9}]", "4.10/slutbrugere@ky", "2015-09-10"},
		"a test passed":     {"tests: [{project: ky, kind: own, on: 2015-09-01, cases: 9, passed: 3}, {project: ky, kind: own, on: 2015-09-11, cases: 9, passed: 9}]", "5.3/test@ky", "2015-09-11"},
		"a trial passed":    {"tests: [{project: ky, kind: trial, on: 2015-09-11, cases: 9, passed: 9}]", "5.4/driftsproeve@ky", "2015-09-11"},
		"the gaps closed":   {"environment: {a: {name: A, gap: none}, b: {name: B, project: ky, gap: adapt, closed: 2015-09-02}, c: {name: C, project: ksd}}", "5.1/tilpasning@ky", "2015-09-02"},
		"described":         {"processes: {a: {name: A, project: ky, toBe: 2015-09-03}, b: {name: B, project: ky, toBe: 2015-09-02}, c: {name: C, project: ksd}}", "4.7/arbejdsgange@ky", "2015-09-03"},
		"decided":           {"drivers: {processes@ky: 1}\nprocesses: {a: {name: A, project: ky, decided: 2015-09-03}}", "4.7/tilretning@ky", "2015-09-03"},
		"the task says too": {"agreements: {ky: {signed: 2015-02-02}}\ntasks: {6.2/underskrift@ky: {actualStart: 2015-02-03, actualFinish: 2015-02-03}}", "6.2/underskrift@ky", "2015-02-03"},
	} {
		s := compute(t, warned(t, inOctober+c.lines))
		require.NotNil(t, s.Facts(c.id).ActualFinish, name)
		assert.Equal(t, c.on, s.Facts(c.id).ActualFinish.String(), name)
		assert.True(t, s.IsOver(c.id), name)
	}
}

func TestATableTellsWhatIsDoneWhereThePlanHasNoDataDate(t *testing.T) {
	s := compute(t, warned(t, "kommune: Roskilde\nasOf: 2015-10-01\nagreements: {ky: {signed: 2015-02-02}, ksd: {signed: 2015-10-02}}"))
	require.NotNil(t, s.Facts("6.2/underskrift@ky").ActualFinish)
	assert.Equal(t, "2015-02-02", s.Facts("6.2/underskrift@ky").ActualFinish.String(), "as a task's own word does")
	assert.Nil(t, s.Facts("6.2/underskrift@ksd").ActualFinish, "it lies ahead")
}

func TestATableWithoutDaysClosesItsTaskOnADayThatNobodyTells(t *testing.T) {
	for _, c := range []struct{ lines, id string }{
		{"environment: {a: {name: A, asIs: Version 9}}", "5.1/as-is@ky"},
		{"environment: {a: {name: A, gap: purchase}}", "5.1/gap@ky"},
		{"sagExit: {a: {name: A, receiver: ESDH}}", "4.13/modtager-valg@sapa"},
		{"sagExit: {a: {name: A, cases: 9, casesMoved: 9}}", "5.5/flyt-sager@sapa"},
		{"sagExit: {a: {name: A, users: 9, usersMoved: 9}}", "5.5/flyt-brugere@sapa"},
	} {
		s := compute(t, warned(t, inOctober+c.lines))
		assert.True(t, s.IsOver(c.id), c.id)
		assert.Equal(t, timeline.Open, s.Task(c.id).Finish.Kind, c.id)
	}
}

func TestATableThatIsNotFullAdvancesItsTask(t *testing.T) {
	for name, c := range map[string]struct {
		lines, id, begun string
		left             int
	}{
		"half of the cases":  {"cleanUp: {kmd-aktiv: {counts: [{on: 2015-09-01, left: 400}, {on: 2015-09-30, left: 200}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {duration: 30}}", "4.9/oprydning@kmd-aktiv", "2015-09-01", 15},
		"some of the people": {"drivers: {superusers@ky: 4}\ntraining: [{project: ky, who: superusers, on: 2015-09-10, people: 3}]\ntasks: {4.10/superbrugere@ky: {duration: 8}}", "4.10/superbrugere@ky", "2015-09-10", 2},
		"a failed test":      {"tests: [{project: ky, kind: own, on: 2015-09-11, cases: 10, passed: 5}]\ntasks: {5.3/test@ky: {duration: 10}}", "5.3/test@ky", "2015-09-11", 5},
		"cases not all moved": {"sagExit: {a: {name: A, cases: 10, casesMoved: 4}}\ntasks: {5.5/flyt-sager@sapa: {duration: 10, actualStart: 2015-08-03}}",
			"5.5/flyt-sager@sapa", "2015-08-03", 6},
	} {
		facts := compute(t, warned(t, inOctober+c.lines)).Facts(c.id)
		require.NotNil(t, facts.Remaining, name)
		assert.Equal(t, c.left, *facts.Remaining, name)
		require.NotNil(t, facts.ActualStart, name)
		assert.Equal(t, c.begun, facts.ActualStart.String(), name)
	}
	known := compute(t, warned(t, inOctober+"processes: {a: {name: A, project: ky, decided: 2015-09-03}}\ndrivers: {processes@ky: 4}\ntasks: {4.7/tilretning@ky: {duration: 40}}"))
	assert.Equal(t, 30, *known.Facts("4.7/tilretning@ky").Remaining, "three of four are not even listed")
	assert.Empty(t, codesOf(known, "DB-125"))
	uncounted := compute(t, warned(t, inOctober+"sagExit: {a: {name: A, casesMoved: 4}}"))
	assert.False(t, uncounted.IsOver("5.5/flyt-sager@sapa"), "nobody has counted them")
}

func TestClassesThatArePlannedDateTheirTask(t *testing.T) {
	const classes = "training: [{project: ky, who: superusers, on: 2015-10-20, people: 3}, {project: ky, who: superusers, on: 2015-11-03, people: 3}]\n"
	finish := func(lines string) string {
		return compute(t, warned(t, "kommune: Roskilde\n"+classes+lines)).Task("4.10/superbrugere@ky").Finish.Date.String()
	}
	assert.Equal(t, "2015-11-03", finish("asOf: 2015-12-01"), "they have been held, and no data date says that it counts")
	assert.Equal(t, "2015-11-03", finish(""), "the last of them where nobody says how many need it")
	assert.Equal(t, "2015-10-20", finish("drivers: {superusers@ky: 3}"), "the one that is enough")
	assert.Equal(t, "2015-12-01", finish("tasks: {4.10/superbrugere@ky: {plannedFinish: 2015-12-01}}"), "the task's own date goes before")
}

func TestATableAndATaskThatDisagreeAreFound(t *testing.T) {
	const counts = "cleanUp: {kmd-aktiv: {counts: [{on: 2015-09-01, left: 400}, {on: 2015-09-30, left: "
	for name, c := range map[string]struct{ lines, found string }{
		"done, and cases left":           {counts + "200}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {actualStart: 2015-06-01, actualFinish: 2015-09-02}}", "DB-125 4.9/oprydning@kmd-aktiv"},
		"done without a day":             {counts + "200}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {status: done}}", "DB-125 4.9/oprydning@kmd-aktiv"},
		"begun, and no cases left":       {counts + "0}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {status: inProgress}}", "DB-126 4.9/oprydning@kmd-aktiv"},
		"days left, and no cases":        {counts + "0}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {actualStart: 2015-06-01, remaining: 4}}", "DB-126 4.9/oprydning@kmd-aktiv"},
		"two days of one signature":      {"agreements: {ky: {signed: 2015-02-02}}\ntasks: {6.2/underskrift@ky: {actualStart: 2015-02-01, actualFinish: 2015-02-01}}", "DB-126 6.2/underskrift@ky"},
		"confirmed, and cases left":      {counts + "200}]}}\nreadiness: {data@ky: {state: confirmed, on: 2015-09-15}}", "DB-126 4.9/oprydning@kmd-aktiv"},
		"confirmed before it was done":   {"readiness: {it@ky: {state: confirmed, on: 2015-09-15}}\ntasks: {5.1/tilpasning@ky: {actualStart: 2015-06-01, actualFinish: 2015-09-20}}", "DB-126 5.1/tilpasning@ky"},
		"done, and the last test failed": {"tests: [{project: ky, kind: own, on: 2015-09-11, cases: 9, passed: 3}]\ntasks: {5.3/test@ky: {actualStart: 2015-09-01, actualFinish: 2015-09-11}}", "DB-125 5.3/test@ky"},
	} {
		s := compute(t, warned(t, inOctober+c.lines))
		assert.Equal(t, []string{c.found}, append(codesOf(s, "DB-125"), codesOf(s, "DB-126")...), name)
	}
	for name, lines := range map[string]string{
		"done before the last count": counts + "0}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {actualStart: 2015-06-01, actualFinish: 2015-09-12}}",
		"begun, and no cases left":   counts + "0}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {actualStart: 2015-06-01}}",
		"not relevant":               counts + "200}]}}\ntasks: {4.9/oprydning@kmd-aktiv: {notRelevant: Alt er nyt}}",
	} {
		s := compute(t, warned(t, inOctober+lines))
		assert.Empty(t, append(codesOf(s, "DB-125"), codesOf(s, "DB-126")...), name)
	}
}
