package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
)

// wrong are what is not right about a schedule.
type wrong []string

// day holds that a When is a day.
func (w *wrong) day(what string, got timeline.When, want string) {
	if !got.Known() || got.Date.String() != want {
		w.say("%s: %v, not %s", what, said(got), want)
	}
}

// noEarlier and noLater hold on which side of a day a When lies.
func (w *wrong) noEarlier(what string, got timeline.When, than string) {
	if !got.Known() || got.Date < day(than) {
		w.say("%s: %v, before %s", what, said(got), than)
	}
}

func (w *wrong) noLater(what string, got timeline.When, than string) {
	if !got.Known() || got.Date > day(than) {
		w.say("%s: %v, after %s", what, said(got), than)
	}
}

func (w *wrong) say(format string, args ...any) { *w = append(*w, fmt.Sprintf(format, args...)) }

func (w *wrong) hold(ok bool, what string, about ...any) {
	if !ok {
		w.say("%s", fmt.Sprint(append([]any{what, " "}, about...)...))
	}
}

func said(w timeline.When) string {
	if w.Known() {
		return w.Date.String()
	}
	return fmt.Sprint(w.Kind, " ", w.Milestone, " ", w.Days)
}

// told are the codes and subjects of the findings of a severity or more that name all
// the words, in their subject or text.
func told(s *timeline.Schedule, least drejebog.Severity, words ...string) []string {
	var list []string
	for _, f := range s.Findings {
		all := f.Code + " " + f.Subject + " " + f.Text.DA
		if f.Severity >= least && !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(all, word) }) {
			list = append(list, f.Code+" "+f.Subject)
		}
	}
	return list
}

// situation is a case that people met, with its right answer.
type situation struct {
	name, lines string
	right       func(s *timeline.Schedule, w *wrong)
	open        bool // it is not right yet
}

const note, warning, fault = drejebog.SeverityNote, drejebog.SeverityWarning, drejebog.SeverityError

func TestSituationsThatPeopleMetHaveTheirRightAnswer(t *testing.T) {
	right, names := 0, map[string]bool{}
	for _, c := range slices.Concat(casesOfTime, casesOfTargets, casesOfContracts, casesThatContradict, casesOfTheDataDate) {
		assert.False(t, names[c.name], c.name)
		names[c.name] = true
		found := answered(t, &c)
		switch {
		case c.open && len(found) == 0:
			t.Errorf("%s: it is right now, and no more open", c.name)
		case c.open:
			t.Logf("OPEN %s: %s", c.name, strings.Join(found, "; "))
		case len(found) > 0:
			t.Errorf("%s: %s", c.name, strings.Join(found, "; "))
		default:
			right++
		}
	}
	t.Logf("%d of %d are right", right, len(names))
}

// answered is what is wrong about a case; a panic is.
func answered(t *testing.T, c *situation) (found wrong) {
	defer func() {
		if x := recover(); x != nil {
			found.say("panic: %v", x)
		}
	}()
	c.right(compute(t, warned(t, "kommune: Roskilde\n"+c.lines)), &found)
	return found
}

// dates are all days of a schedule's tasks and milestones.
func dates(s *timeline.Schedule) (first, last date.Date) {
	first = date.New(2100, 1, 1)
	take := func(whens ...timeline.When) {
		for _, when := range whens {
			if when.Known() {
				first, last = min(first, when.Date), max(last, when.Date)
			}
		}
	}
	for i := range s.Tasks {
		x := &s.Tasks[i]
		take(x.Start, x.Finish, x.EarlyStart, x.EarlyFinish, x.LateStart, x.LateFinish)
	}
	for i := range s.Milestones {
		x := &s.Milestones[i]
		take(x.Date, x.Early, x.Latest)
	}
	return first, last
}

// The table of time.
var casesOfTime = []situation{
	{"a status date passes a go-live with no new date", "asOf: 2016-01-04\ndataDate: 2016-01-04", func(s *timeline.Schedule, w *wrong) {
		_, last := dates(s)
		w.hold(last < date.New(2019, 1, 1), "the last day of all is", last)
		for _, id := range []string{"4.10/slutbrugere@ky", "5.2/overgang@ky", "4.10/slutbrugere@sapa"} {
			w.noEarlier(id, s.Task(id).Start, "2016-01-04")
		}
		w.hold(len(s.BudgetYears()) < 10, "budget years:", len(s.BudgetYears()))
		w.hold(len(told(s, note, "golive@ky")) > 0, "the go-live of KY is not told as passed and not reported")
	}, false},
	{"work in progress with a successor from its start, and nothing hard behind", "dataDate: 2015-03-02\nasOf: 2015-03-02\nown:\n" +
		"  own/c: {name: C, duration: 8, actualStart: 2015-02-23, remaining: 3}\n  own/d: {name: D, duration: 5, predecessors: [{task: own/c, type: SS}]}", func(s *timeline.Schedule, w *wrong) {
		for _, id := range []string{"own/c", "own/d"} {
			x := s.Task(id)
			w.hold(!x.HasFloat() && x.TotalFloat == 0, id, "has a float of", x.TotalFloat)
			w.hold(!x.HasFreeFloat(), id, "has a free float of", x.FreeFloat)
		}
	}, false},
	{"an own task without date and predecessor", "asOf: 2015-01-05\nown: {own/x: {name: X, duration: 2}}", func(s *timeline.Schedule, w *wrong) {
		w.noEarlier("own/x", s.Task("own/x").Start, "2015-01-05")
	}, false},
	{"programme management when the last go-live is late", "asOf: 2016-05-01\nprojects: {ky: {goLive: 2017-10-01}}", func(s *timeline.Schedule, w *wrong) {
		for _, id := range []string{"4.5/programledelse", "4.5/projektledelse@ky"} {
			w.noEarlier(id, s.Task(id).Finish, "2017-10-01")
		}
	}, false},
	{"a platform later than what runs on it", "projects: {stoettesystemerne: {goLive: 2017-12-31}, sapa: {goLive: 2016-10-01}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "SAPA", "Støttesystemerne")) > 0, "no finding names both;", told(s, warning))
	}, false},
	{"notice is given, and the go-live slips", "projects: {ky: {goLive: 2016-11-01}}\n" +
		"contracts: {a: {name: Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-10-30}}", func(s *timeline.Schedule, w *wrong) {
		w.day("the contract", s.Milestone("contract/a").Date, "2016-04-30")
		w.day("the system", s.Milestone("end@kmd-aktiv").Date, "2016-10-31")
		w.hold(len(told(s, warning, "DB-132", "contracts/a")) == 1, "the gap is not told")
	}, false},
	{"the old systems as of 2019", "asOf: 2019-08-01\nprojects: {sapa: {goLive: 2019-07-01}, ky: {goLive: 2021-09-01}}", func(s *timeline.Schedule, w *wrong) {
		w.noEarlier("end@kmd-sag", s.Milestone("end@kmd-sag").Date, "2021-08-31")
	}, false},
	{"a confirmation older than the requirements", "asOf: 2016-06-15\ndataDate: 2016-06-15\nprojects: {sapa: {goLive: 2017-04-01}}\n" +
		"deliverables: {ext/parathedskrav@sapa: {promised: 2016-09-30}}\ntasks: {4.8/bekraeftelse@sapa: {actualStart: 2015-09-21, actualFinish: 2015-09-25}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(slices.Contains(told(s, warning), "DB-123 4.8/bekraeftelse@sapa"), "it is not told;", told(s, note, "sapa"))
		w.noEarlier("4.8/bekraeftet@sapa", s.Milestone("4.8/bekraeftet@sapa").Date, "2016-09-30")
	}, false},
	{"a confirmation long before a go-live that was moved", "asOf: 2016-06-15\ndataDate: 2016-06-15\nprojects: {sapa: {goLive: 2017-04-01}}\n" +
		"deliverables: {ext/parathedskrav@sapa: {delivered: 2015-05-29}}\ntasks: {4.8/bekraeftelse@sapa: {actualStart: 2015-09-21, actualFinish: 2015-09-25}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(slices.Contains(told(s, warning), "DB-124 4.8/bekraeftelse@sapa"), "it is not told;", told(s, note, "sapa"))
		w.day("4.8/bekraeftet@sapa", s.Milestone("4.8/bekraeftet@sapa").Date, "2015-09-25")
	}, false},
	{"an agreement signed in its table", "asOf: 2014-08-15\ndataDate: 2014-08-15\nagreements: {sapa: {signed: 2014-08-01}}", func(s *timeline.Schedule, w *wrong) {
		w.day("6.2/underskrift@sapa", s.Task("6.2/underskrift@sapa").Finish, "2014-08-01")
		w.hold(s.IsOver("6.2/underskrift@sapa"), "it is not over")
		w.hold(len(told(s, note, "ext/databehandler-info@sapa")) == 0, "KOMBIT is chased for the text")
	}, false},
	{"a clean-up that is counted down to none", "asOf: 2015-08-15\ndataDate: 2015-08-15\n" +
		"cleanUp: {kmd-aktiv: {counts: [{on: 2015-06-30, left: 400}, {on: 2015-08-14, left: 0}]}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(s.IsOver("4.9/oprydning@kmd-aktiv"), "it is not over")
	}, false},
	{"an organisation confirmed", "asOf: 2014-08-15\ndataDate: 2014-08-15\nreadiness: {organisation@ksd: {state: confirmed, on: 2014-08-01}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(s.IsOver("4.5/organisation@ksd"), "4.5/organisation@ksd is not over")
	}, false},
	{"the kommune's own budget dates", "budget: {2015: {proposal: 2014-08-20, firstReading: 2014-09-03, adopted: 2014-10-07}}", func(s *timeline.Schedule, w *wrong) {
		w.noLater("the latest of 4.4/tilpas-2015", s.Task("4.4/tilpas-2015").LateFinish, "2014-08-19")
		w.noLater("the latest of 4.4/beslut-2015", s.Task("4.4/beslut-2015").LateFinish, "2014-10-07")
	}, false},
	{"superusers later than formentlig", "tasks: {4.10/superbrugere@ky: {plannedStart: 2015-11-02, plannedFinish: 2015-11-11}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "superbrugere@ky")) == 0, "more than a note:", told(s, warning, "superbrugere@ky"))
		w.hold(len(told(s, fault)) == 0, "errors:", told(s, fault))
		w.hold(len(told(s, note, "4.10/superbrugere@ky")) == 1, "no note:", told(s, note, "4.10/superbrugere@ky"))
	}, false},
	{"an own step marked not relevant", "tasks: {4.13/modtager-anskaffelse@sapa: {notRelevant: Vi har et}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, note, "DB-006")) == 0, "the playbook is said to require it")
		for id := "5.5/flyt-sager@sapa"; s.Task(id) != nil; id = s.Task(id).Driver {
			w.hold(s.Task(id).Driver != "budget/2015" && s.Task(id).Driver != "budgetyear/2015", id, "waits for an appropriation")
		}
	}, false},
	{"a deadline on a bridge day", "projects: {ksd: {implementation: 2015-11-02}}", func(s *timeline.Schedule, w *wrong) {
		for id, want := range map[string]string{"4.8/bekraeftet@ksd": "2015-07-31", "ext/parathedskrav@ksd": "2015-04-30"} {
			m := s.Milestone(id)
			w.hold(m.Deadline != nil && m.Deadline.String() == want, id, m.Deadline)
			w.day(id, m.Latest, want)
		}
	}, false},
	{"three lines of a plan", "asOf: 2014-08-15\ndataDate: 2014-08-15", func(s *timeline.Schedule, w *wrong) {
		closed := s.Task("4.4/beslut-2014")
		w.hold(!closed.HasFloat() && !closed.Start.Known(), "4.4/beslut-2014 is planned on", said(closed.Start), closed.TotalFloat)
		w.noLater("4.4/beslut-2015", s.Task("4.4/beslut-2015").Finish, "2014-10-15")
		w.hold(s.Task("4.4/beslut-2015").TotalFloat >= 0, "4.4/beslut-2015 is late by", s.Task("4.4/beslut-2015").TotalFloat)
		w.hold(len(told(s, fault)) == 0, "errors:", told(s, fault))
	}, false},
	{"a past miss that is finished", "asOf: 2014-08-15\ndataDate: 2014-08-15\ntasks: {4.5/organisation@ky: {actualStart: 2014-04-01, actualFinish: 2014-05-16}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "4.5/organisation@ky")) == 0, "more than history:", told(s, warning, "4.5/organisation@ky"))
		w.hold(len(told(s, note, "4.5/organisation@ky")) == 1, "no history")
	}, false},
	{"a stated notice and a duration", "contracts: {kmd-sag: {name: Sag, systems: [kmd-sag], noticeMonths: 6, noticeGiven: 2015-08-03}}\ntasks: {6.3/opsigelse@kmd-sag: {duration: 2}}", func(s *timeline.Schedule, w *wrong) {
		w.day("6.3/opsigelse@kmd-sag", s.Task("6.3/opsigelse@kmd-sag").Finish, "2015-08-03")
		w.hold(s.Notices[0].Given != nil && s.Notices[0].Given.String() == "2015-08-03", "given", s.Notices[0].Given)
	}, false},
	{"an own deadline behind an unknown go-live", "projects: {sapa: {goLive: ukendt}}\n" + pilotBehindSuperusers, heldPilot, false},
	{"an own deadline behind an unknown implementation", "projects: {sapa: {implementation: ukendt}}\n" + pilotBehindSuperusers, heldPilot, false},
	{"a predecessor given twice", "own:\n  own/a: {name: A, duration: 2, plannedStart: 2015-03-02}\n  own/b: {name: B, duration: 2, predecessors: [{task: own/a}, {task: own/a}]}", func(s *timeline.Schedule, w *wrong) {
		count := 0
		for _, l := range s.Links() {
			if l.From == "own/a" && l.To == "own/b" {
				count++
			}
		}
		w.hold(count == 1, "links:", count)
		w.hold(len(told(s, note, "own/b")) >= 1 && slices.ContainsFunc(s.Findings, func(f drejebog.Finding) bool {
			return strings.HasPrefix(f.Code, "DB-0") && strings.Contains(f.Text.DA+f.Subject, "own/")
		}), "it is not told:", told(s, note, "own/"))
	}, false},
}

const pilotBehindSuperusers = "own: {own/pilot: {name: Pilot, duration: 5, deadline: 2015-11-20, predecessors: [{task: 4.10/superbrugere@sapa}]}}"

// heldPilot holds that the deadline of the pilot bounds what it waits for, though it has
// no planned date.
func heldPilot(s *timeline.Schedule, w *wrong) {
	w.day("the latest of own/pilot", s.Task("own/pilot").LateFinish, "2015-11-20")
	w.day("the latest of its predecessor", s.Task("4.10/superbrugere@sapa").LateFinish, "2015-11-13")
}

const ksdBefore = "projects: {ksd: {goLive: 2016-02-01, implementation: 2015-11-02}}"

// What is planned by targets.
var casesOfTargets = []situation{
	{"superusers start three months before New Year", "", func(s *timeline.Schedule, w *wrong) {
		for _, project := range []string{"ky", "sapa"} {
			w.day("4.10/superbrugere@"+project, s.Task("4.10/superbrugere@"+project).Start, "2015-10-01")
		}
	}, false},
	{"superusers start three months before April", "projects: {ky: {goLive: 2016-04-01}}", func(s *timeline.Schedule, w *wrong) {
		w.day("4.10/superbrugere@ky", s.Task("4.10/superbrugere@ky").Start, "2016-01-04")
	}, false},
	{"tests immediately before, end users just before", "projects: {ky: {goLive: 2016-04-01}}", func(s *timeline.Schedule, w *wrong) {
		for _, id := range []string{"5.3/test@ky", "4.10/slutbrugere@ky"} {
			w.noEarlier(id, s.Task(id).Finish, "2016-03-11")
			w.noLater(id, s.Task(id).Finish, "2016-03-31")
		}
	}, false},
	{"no error by an implementation before the go-live", ksdBefore, func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "4.8/bekraeftet@ksd")) == 0, "told:", told(s, warning, "4.8/bekraeftet@ksd"))
	}, false},
	{"the clean-up hangs on the implementation", ksdBefore, cleanedFromApril, false},
	{"the clean-up does not hang on the go-live", "projects: {ksd: {goLive: 2016-06-01, implementation: 2015-11-02}}", cleanedFromApril, false},
	{"notice is planned with its margin, and not told", "", func(s *timeline.Schedule, w *wrong) {
		for _, id := range []string{"6.3/opsigelse@kmd-aktiv", "6.3/opsigelse@kmd-dagpenge", "6.3/opsigelse@kmd-sag"} {
			w.hold(s.Task(id).TotalFloat >= 10, id, s.Task(id).TotalFloat)
			w.hold(len(told(s, note, id)) == 0, "told:", told(s, note, id))
		}
	}, false},
	{"requirements are expected in April", "", func(s *timeline.Schedule, w *wrong) {
		m := s.Milestone("ext/parathedskrav@ky")
		w.day("planned", m.Date, "2015-04-30")
		w.day("the latest", m.Latest, "2015-07-01")
	}, false},
	{"the law's budget dates are broken by one day", "tasks:\n  4.4/tilpas-2015: {plannedStart: 2014-09-16, plannedFinish: 2014-10-06}\n" +
		"  4.4/beslut-2015: {plannedStart: 2014-10-07, plannedFinish: 2014-10-15}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "4.4/tilpas-2015")) > 0, "adapting after the proposal is not told:", told(s, warning, "4.4/"))
	}, false},
	{"a budget of the kommune's own dates", "budget: {2015: {proposal: 2014-09-02, firstReading: 2014-09-15, adopted: 2014-10-06}}", func(s *timeline.Schedule, w *wrong) {
		w.day("budget/2015", s.Milestone("budget/2015").Date, "2014-10-06")
		w.noLater("the latest of 4.4/tilpas-2015", s.Task("4.4/tilpas-2015").LateFinish, "2014-09-01")
	}, false},
	{"the decision waits for no gap analysis of a project without a date", "projects: {sapa: {goLive: ukendt}}", func(s *timeline.Schedule, w *wrong) {
		w.noLater("4.4/beslut-2015", s.Task("4.4/beslut-2015").Finish, "2014-10-15")
	}, false},
}

func cleanedFromApril(s *timeline.Schedule, w *wrong) {
	w.day("4.9/forberedelse@kmd-dagpenge", s.Task("4.9/forberedelse@kmd-dagpenge").Start, "2015-04-07")
	w.day("4.9/oprydning@kmd-dagpenge", s.Task("4.9/oprydning@kmd-dagpenge").Start, "2015-04-17")
}

// Contracts and what they end with.
var casesOfContracts = []situation{
	{"a contract binds to the end of March 2017", "projects: {ksd: {goLive: 2016-02-01}}\n" +
		"contracts: {d: {name: Dagpenge, systems: [kmd-dagpenge], end: 2017-03-31, noticeMonths: 6}}", func(s *timeline.Schedule, w *wrong) {
		w.day("contract/d", s.Milestone("contract/d").Date, "2017-03-31")
		w.day("end@kmd-dagpenge", s.Milestone("end@kmd-dagpenge").Date, "2016-01-31")
	}, false},
	{"a contract that ends with a quarter", "contracts: {d: {name: Dagpenge, systems: [kmd-dagpenge], noticeMonths: 5, noticeTo: quarter}}", func(s *timeline.Schedule, w *wrong) {
		w.day("contract/d", s.Milestone("contract/d").Date, "2015-12-31")
	}, false},
	{"notice follows an edge of the plan's own", "own: {own/x: {name: X, duration: 10, plannedStart: 2016-03-01}}\nedges: [{from: own/x, to: end@kmd-aktiv}]", func(s *timeline.Schedule, w *wrong) {
		w.day("end@kmd-aktiv", s.Milestone("end@kmd-aktiv").Date, "2016-03-14")
		w.noLater("the latest notice", s.Task("6.3/opsigelse@kmd-aktiv").LateFinish, "2015-09-30")
		w.noEarlier("the latest notice", s.Task("6.3/opsigelse@kmd-aktiv").LateFinish, "2015-07-01")
	}, false},
	{"notice follows what an edge of the plan's own moves by logic", "own: {own/x: {name: X, duration: 10, predecessors: [{task: golive@ky, lag: {value: 60, unit: workdays}}]}}\n" +
		"edges: [{from: own/x, to: end@kmd-aktiv}]\ncontracts: {a: {name: Aktiv, systems: [kmd-aktiv], noticeMonths: 6}}", func(s *timeline.Schedule, w *wrong) {
		w.noEarlier("end@kmd-aktiv", s.Milestone("end@kmd-aktiv").Date, "2016-04-01")
		w.noEarlier("the latest notice", s.Task("6.3/opsigelse@kmd-aktiv").LateFinish, "2015-10-01")
		w.noEarlier("the contract", s.Milestone("contract/a").Date, s.Milestone("end@kmd-aktiv").Date.Date.String())
	}, false},
	{"the last day for notice is one, of the contract and of its task", "own: {own/x: {name: X, duration: 10, predecessors: [{task: golive@ky, lag: {value: 60, unit: workdays}}]}}\n" +
		"edges: [{from: own/x, to: end@kmd-aktiv}]\ncontracts: {a: {name: Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}\n" +
		"tasks: {6.3/opsigelse@kmd-aktiv: {plannedStart: 2015-09-01, plannedFinish: 2015-09-01}}", func(s *timeline.Schedule, w *wrong) {
		latest := s.Notices[0].Latest
		w.hold(latest != nil && *latest == s.Task("6.3/opsigelse@kmd-aktiv").LateFinish.Date, "it is", latest, "and", s.Task("6.3/opsigelse@kmd-aktiv").LateFinish.Date)
		w.hold(len(told(s, fault)) == 0, "told:", told(s, warning, "contracts/a"))
	}, false},
	{"the margin of a notice ends no contract early", "contracts: {a: {name: Aktiv, systems: [kmd-aktiv], noticeMonths: 6}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, fault)) == 0, "errors:", told(s, fault))
		w.noEarlier("the contract", s.Milestone("contract/a").Date, "2015-12-31")
	}, false},
	{"a late chain before a notice is told", "tasks: {6.3/vilkaar@kmd-aktiv: {plannedStart: 2015-10-01}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(s.Task("6.3/opsigelse@kmd-aktiv").TotalFloat < 0, "it is not late")
		w.hold(len(told(s, warning, "kmd-aktiv")) > 0, "no finding")
	}, false},
	{"a late chain before the notice of a contract is told", "contracts: {a: {name: Aktiv, systems: [kmd-aktiv], noticeMonths: 6}}\n" +
		"tasks: {6.3/vilkaar@kmd-aktiv: {plannedStart: 2015-10-01}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "contracts/a")) > 0, "no finding:", told(s, note, "aktiv"))
	}, false},
}

// What is given and contradicts.
var casesThatContradict = []situation{
	{"a link whose both ends are given", "projects: {ksd: {goLive: 2015-06-01}, stoettesystemerne: {goLive: 2016-06-01}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "KSD", "Støttesystemerne")) > 0, "no finding names both:", told(s, warning))
	}, false},
	{"an edge of the plan's own between two given dates", "projects: {ky: {goLive: 2016-06-01}, sapa: {goLive: 2016-02-01}}\nedges: [{from: golive@ky, to: golive@sapa}]", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, warning, "golive@")) > 0, "no finding:", told(s, warning))
	}, false},
	{"a late chain through a deliverable without a date", "tasks: {6.5/krav@stoettesystemerne: {plannedStart: 2016-06-01}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(s.Task("6.6/kontrakter@sapa").TotalFloat < 0, "it is not late")
		w.hold(len(told(s, warning, "6.6/kontrakter@sapa"))+len(told(s, warning, "6.5/krav")) > 0, "no finding")
	}, false},
	{"finished work between own dates that contradict", "own:\n  own/x: {name: X, duration: 5, plannedStart: 2015-03-02}\n  own/y: {name: Y, duration: 5, plannedStart: 2015-03-04, predecessors: [{task: own/x}]}", func(s *timeline.Schedule, w *wrong) {
		w.hold(slices.Contains(told(s, warning), "DB-302 own/y"), "no finding:", told(s, warning))
	}, false},
}

// What the data date closes.
var casesOfTheDataDate = []situation{
	{"what is left is planned from it", "asOf: 2015-03-02\ndataDate: 2015-03-02", func(s *timeline.Schedule, w *wrong) {
		for i := range s.Tasks {
			if x := &s.Tasks[i]; !x.LevelOfEffort && x.NotRelevant == "" && x.Start.Known() && x.Duration.Likely > 0 && x.Section() != "4.4" {
				w.noEarlier(x.ID, x.Start, "2015-03-03")
			}
		}
	}, false},
	{"a deadline that passed in silence is no error when a date is stated", "asOf: 2014-06-27\ntasks: {4.5/organisation@ky: {plannedStart: 2014-08-04}}", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, fault, "4.5/organisation@ky")) == 0, "an error:", told(s, fault, "4.5/"))
	}, false},
	{"a start of implementation that has passed", "asOf: 2016-06-01\ndataDate: 2016-06-01", func(s *timeline.Schedule, w *wrong) {
		w.hold(len(told(s, fault)) == 0, "errors:", told(s, fault))
		for i := range s.Tasks {
			if x := &s.Tasks[i]; x.HasFloat() {
				end := s.HardEnd(x.BoundBy)
				w.hold(end != nil && *end >= s.SeenFrom(), x.ID, x.TotalFloat, " bound by ", x.BoundBy, " on ", end)
			}
		}
	}, false},
	{"a cut-over keeps the length of its closed days", "projects: {ksd: {goLive: 2016-01-01}}\nmigrations: {ksd: {closed: [{from: 2015-12-30, to: 2015-12-31}]}}\n" +
		"tasks: {5.2/overgang@ksd: {plannedStart: 2015-12-30}}", func(s *timeline.Schedule, w *wrong) {
		w.day("5.2/overgang@ksd", s.Task("5.2/overgang@ksd").Finish, "2015-12-31")
	}, false},
}
