package readiness_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithoutAListTheRecommendationIsThatRequirementsAreNotPublishedAndThereIsNoScore(t *testing.T) {
	for _, name := range []string{"Roskilde", "Læsø", "København"} {
		a := assess(t, plan.New(name))
		require.Len(t, a.Projects, 4)
		assert.Empty(t, a.Findings)
		for _, p := range a.Projects {
			assert.Equal(t, readiness.NotAnnounced, p.Recommendation, p.ID)
			assert.False(t, p.Score.Known, p.ID)
			assert.Empty(t, p.Items)
			assert.NotEmpty(t, p.Preparation, "what can be prepared already")
		}
		assert.NotContains(t, textOf(t, a, "da"), "%")
	}
}

func TestOfWhatNobodyAnsweredNothingIsGreen(t *testing.T) {
	p := plan.New("Roskilde")
	day := on("2015-08-03")
	p.AsOf = &day
	a := assess(t, p, small(t))
	x := projectOf(t, a, "sapa")
	assert.Equal(t, readiness.Unanswered, x.Recommendation)
	assert.Equal(t, readiness.Score{Known: true, Applies: 3, All: 3}, x.Score)
	for _, c := range x.Categories {
		assert.Equal(t, readiness.Grey, c.Light, c.Category.ID)
	}
	assert.Equal(t, readiness.Grey, x.Quality.Light)
	for _, m := range append(a.Criteria, x.Criteria...) {
		assert.NotEqual(t, readiness.Green, m.Light, m.Topic.ID)
	}
}

func TestReadinessConfirmedInTimeIsAGo(t *testing.T) {
	a := assess(t, sample(t, "ringsted.yaml"), sampleLists(t)...)
	assert.Empty(t, a.Findings)
	for _, p := range a.Projects {
		assert.Equal(t, readiness.Go, p.Recommendation, "%s: %v", p.ID, p.Reasons)
		assert.Equal(t, readiness.GatePassed, p.Gates[1].State, p.ID)
	}
}

func TestOneProjectMissesTheThreeMonthsAndSaysWhenItCouldBegin(t *testing.T) {
	a := assess(t, sample(t, "struer.yaml"), sampleLists(t)...)
	for _, p := range a.Projects {
		assert.Equal(t, p.ID == "ksd", p.Recommendation == readiness.NoGo, "%s: %v", p.ID, p.Recommendation)
	}
	ksd := projectOf(t, a, "ksd")
	assert.Equal(t, readiness.GateOverdue, ksd.Gates[1].State)
	assert.Equal(t, "2015-10-01", ksd.Gates[1].Deadline.String())
	assert.Equal(t, -6, *ksd.Gates[1].Left, "working days from 2 October to Friday 9 October")
	assert.Equal(t, readiness.Red, ksd.Time.Light)
	assert.Equal(t, "2016-02-19", ksd.EarliestImpl.String(), "three months after 19 November, at six requirements in 85 working days")
}

// The first day must allow the three months counted back from it, also where
// the months differ in length.
func TestTheEarliestImplementationAllowsThreeMonths(t *testing.T) {
	late := func(confirmed string) string {
		p := planOf(t, "asOf: 2015-12-01", "projects: {sapa: {goLive: 2016-01-01}}", "readiness:",
			"  test/testpersoner@sapa: {state: confirmed, on: "+confirmed+"}",
			"  test/testtid@sapa: {state: confirmed, on: "+confirmed+"}",
			"  migrering/plan@sapa: {state: confirmed, on: "+confirmed+"}",
			"tasks: {4.8/bekraeftelse@sapa: {actualStart: 2015-10-01, actualFinish: "+confirmed+"}}")
		x := projectOf(t, assess(t, p, small(t)), "sapa")
		assert.Equal(t, readiness.NoGo, x.Recommendation)
		return x.EarliestImpl.String()
	}
	assert.Equal(t, "2016-01-15", late("2015-10-15"))
	assert.Equal(t, "2016-03-01", late("2015-11-30"), "three months before 29 February lies 29 November")
}

func TestAKommuneThatAnsweredNothingIsToldWhatAndByWhen(t *testing.T) {
	p := sample(t, "solroed.yaml")
	day := on("2015-10-09")
	p.AsOf = &day
	a := assess(t, p, sampleLists(t)...)
	for _, x := range a.Projects {
		assert.Equal(t, readiness.Unanswered, x.Recommendation, "silence breaks no rule: %s", x.ID)
		assert.Equal(t, readiness.GateUnstated, x.Gates[1].State)
		assert.Equal(t, readiness.Yellow, x.Time.Light)
		assert.Zero(t, x.Score.Percent)
		for _, c := range x.Categories {
			assert.Equal(t, readiness.Grey, c.Light)
		}
	}
	for _, f := range a.Findings {
		assert.Equal(t, "DB-514", f.Code, "silence is a note, no error: %s", f.Text.DA)
	}
	assert.Len(t, a.Findings, 4)
}

// A plan that says nothing has done nothing wrong, whichever day it is seen from
// and whether KOMBIT's lists are read in or not.
func TestSilenceIsNeverAnErrorNorANoGo(t *testing.T) {
	for day := on("2013-10-01"); day < on("2017-01-01"); day += 31 {
		for _, lists := range [][]requirements.List{nil, sampleLists(t)} {
			p := plan.New("Solrød")
			p.AsOf = &day
			if day%2 == 0 {
				p.DataDate = &day
			}
			a := assess(t, p, lists...)
			assert.False(t, drejebog.HasFault(a.Findings), "%s: %v", day, codes(a))
			for _, m := range a.Criteria {
				assert.NotEqual(t, readiness.Red, m.Light, "%s: %s", day, m.Says.In(lang.Danish))
			}
			for _, x := range a.Projects {
				assert.NotEqual(t, readiness.NoGo, x.Recommendation, "%s: %s: %v", day, x.ID, x.Reasons)
				assert.NotEqual(t, readiness.Red, x.Time.Light, "%s: %s: %s", day, x.ID, x.Time.Reason.In(lang.Danish))
				for _, m := range x.Criteria {
					assert.Empty(t, m.Code, "%s: %s: %s", day, x.ID, m.Says.In(lang.Danish))
				}
			}
		}
	}
}

// What is confirmed in time, and not told to KOMBIT by the plan's word, may have
// been told; what is answered as open was not met.
func TestWhetherReadinessWasToldIsNotStatedWhereThePlanIsSilent(t *testing.T) {
	confirmed := []string{"projects: {sapa: {goLive: 2016-01-01}}", "readiness:",
		"  test/testpersoner@sapa: {state: confirmed, on: 2015-09-10}", "  test/testtid@sapa: {state: confirmed, on: 2015-09-10}"}
	for name, row := range map[string]struct {
		lines  []string
		state  readiness.GateState
		want   readiness.Recommendation
		reason string
	}{
		"all confirmed": {
			[]string{"  migrering/plan@sapa: {state: confirmed, on: 2015-09-10}"}, readiness.GateUnstated, readiness.ConditionalGo,
			"Alle krav er bekræftet. Om det er meldt til KOMBIT senest 1. oktober 2015, er ikke oplyst.",
		},
		"one unanswered": {nil, readiness.GateUnstated, readiness.ConditionalGo, "Om det sidste krav var bekræftet senest 1. oktober 2015, er ikke oplyst."},
		"one in progress": {
			[]string{"  migrering/plan@sapa: {state: inProgress}"}, readiness.GateOverdue, readiness.NoGo,
			"Parathed bekræftet: fristen var 1. oktober 2015; 1 krav er ikke bekræftet.",
		},
		"one confirmed late": {
			[]string{"  migrering/plan@sapa: {state: confirmed, on: 2015-10-02}"}, readiness.GateOverdue, readiness.NoGo,
			"Parathed bekræftet: fristen var 1. oktober 2015; det sidste krav blev bekræftet 2. oktober 2015.",
		},
		"the task not begun": {
			[]string{"  migrering/plan@sapa: {state: confirmed, on: 2015-09-10}", "tasks: {4.8/bekraeftelse@sapa: {status: notStarted}}"},
			readiness.GateOverdue, readiness.NoGo, "Parathed bekræftet: fristen var 1. oktober 2015; kommunen har ikke meldt det til KOMBIT.",
		},
	} {
		x := projectOf(t, assess(t, planOf(t, slices.Concat([]string{"asOf: 2015-10-09"}, confirmed, row.lines)...), small(t)), "sapa")
		assert.Equal(t, row.state, x.Gates[1].State, name)
		assert.Equal(t, row.want, x.Recommendation, name)
		assert.Equal(t, row.reason, lang.Sentences(x.Reasons).In(lang.Danish), name)
	}
}

// Readiness is confirmed when KOMBIT has been told and the last requirement is
// confirmed, whichever comes last.
func TestReadinessIsConfirmedOnTheLaterOfTheTwoDays(t *testing.T) {
	for name, row := range map[string]struct {
		last, told string
		passed     string
		state      readiness.GateState
		want       readiness.Recommendation
	}{
		"both in time":                {"2015-09-10", "2015-09-23", "2015-09-23", readiness.GatePassed, readiness.Go},
		"told first, in time":         {"2015-09-28", "2015-09-23", "2015-09-28", readiness.GatePassed, readiness.Go},
		"told in time, met too late":  {"2015-10-08", "2015-09-23", "2015-10-08", readiness.GatePassedLate, readiness.NoGo},
		"met in time, told too late":  {"2015-09-10", "2015-10-05", "2015-10-05", readiness.GatePassedLate, readiness.NoGo},
		"not relevant, told in time":  {"", "2015-09-23", "2015-09-23", readiness.GatePassed, readiness.Go},
		"both late, the later counts": {"2015-10-02", "2015-10-05", "2015-10-05", readiness.GatePassedLate, readiness.NoGo},
	} {
		plan := "{state: notRelevant, reason: x}"
		if row.last != "" {
			plan = "{state: confirmed, on: " + row.last + "}"
		}
		x := projectOf(t, assess(t, planOf(t, "asOf: 2015-10-09", "projects: {sapa: {goLive: 2016-01-01}}", "readiness:",
			"  test/testpersoner@sapa: {state: confirmed, on: 2015-09-10}", "  test/testtid@sapa: {state: confirmed, on: 2015-09-10}",
			"  migrering/plan@sapa: "+plan, "tasks: {4.8/bekraeftelse@sapa: {actualStart: 2015-09-17, actualFinish: "+row.told+"}}"), small(t)), "sapa")
		assert.Equal(t, row.state, x.Gates[1].State, name)
		assert.Equal(t, row.passed, x.Gates[1].Passed.String(), name)
		assert.Equal(t, row.want, x.Recommendation, "%s: %v", name, x.Reasons)
		assert.NotContains(t, x.Time.Reason.In(lang.Danish), "tempo", name)
	}
}

// That all is confirmed is said of what applies, and of what is due by the
// confirmation.
func TestWhatIsConfirmedIsSaidOfWhatAppliesOnly(t *testing.T) {
	const net, people = "  it/net@sapa: ", "  test/personer@sapa: "
	const confirmed, waived = "{state: confirmed, on: 2015-07-20}", "{state: waived, on: 2015-07-20, reason: x}"
	for _, row := range []struct {
		due, reason string
		answers     []string
	}{
		{"impl, months: 3", "Alle krav er bekræftet. Meld det til KOMBIT senest 1. oktober 2015.", []string{net + confirmed, people + confirmed}},
		{"impl, months: 3", "Alle de krav, der gælder, er bekræftet. Meld det til KOMBIT senest 1. oktober 2015.", []string{net + waived, people + confirmed}},
		{"impl, months: 3", "Ingen af kravene gælder. Meld det til KOMBIT senest 1. oktober 2015.", []string{net + waived, people + waived}},
		{"golive", "Alle krav til paratheden er bekræftet. Meld det til KOMBIT senest 1. oktober 2015.", []string{people + confirmed}},
		{"golive", "Ingen krav til paratheden gælder. Meld det til KOMBIT senest 1. oktober 2015.", []string{people + waived}},
		{"impl, months: 3", "2 krav venter på svar; de skal være bekræftet senest 1. oktober 2015.", nil},
		{"golive", "1 krav venter på svar; det skal være bekræftet senest 1. oktober 2015.", nil},
	} {
		lines := []string{"asOf: 2015-08-03", "projects: {sapa: {goLive: 2016-01-01}}"}
		if row.answers != nil {
			lines = append(append(lines, "readiness:"), row.answers...)
		}
		assert.Equal(t, row.reason, lang.Sentences(projectOf(t, assess(t, planOf(t, lines...), dueAt(t, row.due)), "sapa").Reasons).In(lang.Danish))
	}
	late := listOf(t, "project: sapa", "published: 2015-06-15", "requirements: [{id: net, category: it, text: x, due: {milestone: golive}}]")
	assert.Equal(t, "1 krav venter på svar; idriftsættelsen er 1. januar 2016.",
		projectOf(t, assess(t, planOf(t, "asOf: 2015-08-03", "projects: {sapa: {goLive: 2016-01-01}}"), late), "sapa").Reasons[0].In(lang.Danish))
}

// The list is the delivery: whether the plan says so too makes no difference, and
// nothing is reckoned as if the requirements were still to come.
func TestAListIsTheDeliveryOfItsRequirements(t *testing.T) {
	lines := []string{"asOf: 2015-09-25", "dataDate: 2015-09-25", "projects: {sapa: {goLive: 2016-01-01}}",
		"tasks: {4.8/gennemgang@sapa: {actualStart: 2015-06-22, actualFinish: 2015-06-26}}"}
	silent := planOf(t, lines...)
	a := assess(t, silent, small(t))
	said := assess(t, planOf(t, append(lines, "deliverables: {ext/parathedskrav@sapa: {delivered: 2015-06-15}}")...), small(t))
	x, y := projectOf(t, a, "sapa"), projectOf(t, said, "sapa")
	for i := range x.Gates {
		assert.Equal(t, y.Gates[i].Expected, x.Gates[i].Expected, x.Gates[i].Milestone)
	}
	assert.Equal(t, textOf(t, said, lang.Danish), textOf(t, a, lang.Danish))
	assert.NotContains(t, x.Time.Reason.In(lang.Danish), "parathedskrav")
	assert.Empty(t, silent.Deliverables, "the plan of the caller stays as it is")
	assert.False(t, assess(t, plan.New("Roskilde"), listOf(t, "project: sapa", "published: 2014-06-20", "requirements: [{id: net, category: it, text: x}]")).Local, "nor is a list local data")
	promised := planOf(t, append(lines, "deliverables: {ext/parathedskrav@sapa: {promised: 2015-11-30}}")...)
	assert.Equal(t, y.Gates[1].Expected, projectOf(t, assess(t, promised, small(t)), "sapa").Gates[1].Expected, "what was promised has come")
}

// A list that does not count is never passed over in silence, and what it asks
// is not asked for as if it had not been handed in.
func TestAListThatDoesNotCountIsFound(t *testing.T) {
	answered := planOf(t, "asOf: 2015-06-10", "readiness:", "  test/testtid@sapa: {state: inProgress, on: 2015-06-09}", "  test/testtd@sapa: {state: inProgress, on: 2015-06-09}")
	a := assess(t, answered, small(t))
	assert.Equal(t, []string{"DB-516 plan.yaml:5:3", "DB-535 krav.yaml:1:10"}, codes(a))
	assert.Equal(t, "Læs listen ind, eller ret nøglen. Mente du »test/testtid«?", a.Findings[0].Remedy.DA)
	assert.Equal(t, "Kravlisten for SAPA er udmeldt 15. juni 2015, efter den dag siden ses fra, 10. juni 2015. Den tæller ikke endnu.", a.Findings[1].Text.DA)
	silent := planOf(t, "asOf: 2015-08-03")
	for project, want := range map[string]string{
		"serviceplatformen": "En kravliste er for »serviceplatformen«, som kommunen ikke skal bekræfte parathed til. Den tæller ikke.",
		"nope":              "En kravliste er for »nope«, som kommunen ikke skal bekræfte parathed til. Den tæller ikke.",
		"saba":              "En kravliste er for »saba«, som kommunen ikke skal bekræfte parathed til. Den tæller ikke.",
	} {
		a := assess(t, silent, requirements.List{Project: project, Requirements: small(t).Requirements})
		require.Len(t, a.Findings, 1, project)
		assert.Equal(t, "DB-536", a.Findings[0].Code)
		assert.Equal(t, want, a.Findings[0].Text.DA)
		assert.Len(t, a.Of("ky").Findings, 1, "it is of no project")
	}
	empty := assess(t, silent, listOf(t, "project: sapa", "published: 2015-06-15", "requirements: []"))
	assert.Equal(t, []string{"DB-537 krav.yaml:1:10"}, codes(empty))
	assert.Equal(t, readiness.NotAnnounced, projectOf(t, empty, "sapa").Recommendation)
	assert.Nil(t, projectOf(t, empty, "sapa").Gates[0].Passed, "an empty list publishes nothing")
}

// A row for each finding about answers and lists: the plan's lines after the
// kommune's, which is line 1, and the codes with their places.
func TestEachFaultOfTheAnswersIsFoundAllAtOnceWithItsPlace(t *testing.T) {
	for name, row := range map[string]struct {
		lines []string
		want  []string
	}{
		"a requirement that the list does not have": {
			[]string{"readiness:", "  test/testperson@sapa: {state: inProgress}"},
			[]string{"DB-507 plan.yaml:4:3"},
		},
		"a question that the requirement does not have": {
			[]string{"readiness:", "  migrering/plan@sapa: {state: inProgress, questions: {d: confirmed}}"},
			[]string{"DB-508 plan.yaml:4:59"},
		},
		"confirmed before its evidence": {
			[]string{"readiness:", "  test/testpersoner@sapa: {state: confirmed, on: 2015-07-01, evidence: [{what: Liste, on: 2015-07-02}]}"},
			[]string{"DB-509 plan.yaml:4:73"},
		},
		"evidence before the requirement existed": {
			[]string{"readiness:", "  test/testpersoner@sapa: {state: confirmed, on: 2015-07-01, evidence: [{what: Liste, on: 2015-06-14}]}"},
			[]string{"DB-510 plan.yaml:4:73"},
		},
		"confirmed with an open question": {
			[]string{"readiness:", "  migrering/plan@sapa: {state: confirmed, on: 2015-07-01, questions: {a: inProgress}}"},
			[]string{"DB-512 plan.yaml:4:59"},
		},
		"a whole category after the list": {
			[]string{"readiness:", "  test@sapa: {state: inProgress}"},
			[]string{"DB-515 plan.yaml:4:3"},
		},
		"a project without a list": {
			[]string{"readiness:", "  test/noget@ky: {state: inProgress}"},
			[]string{"DB-516 plan.yaml:4:3"},
		},
		"all at once": {
			[]string{"readiness:", "  test/testperson@sapa: {state: inProgress}", "  test@sapa: {state: inProgress}", "  test/noget@ky: {state: inProgress}"},
			[]string{"DB-507 plan.yaml:4:3", "DB-516 plan.yaml:6:3", "DB-515 plan.yaml:5:3"},
		},
	} {
		a := assess(t, planOf(t, append([]string{"asOf: 2015-08-03"}, row.lines...)...), small(t))
		assert.Equal(t, row.want, codes(a), name)
	}
}

func TestAConfirmationAfterItsLastDayIsAnErrorAndSilenceAfterItIsANote(t *testing.T) {
	p := planOf(t, "asOf: 2015-10-05", "readiness:", "  test/testpersoner@sapa: {state: confirmed, on: 2015-10-02}", "  test/testtid@sapa: {state: inProgress}")
	a := assess(t, p, small(t))
	assert.Equal(t, []string{"DB-511 plan.yaml:4:50", "DB-513 plan.yaml:5:3", "DB-514 "}, codes(a))
}

// dueAt is a list of SAPA with one requirement that is due at a milestone and
// one that is due when readiness has to be confirmed.
func dueAt(t *testing.T, milestone string) requirements.List {
	return listOf(t, "project: sapa", "published: 2015-06-15", "requirements:",
		"  - {id: net, category: it, text: Netværket er klar, due: {milestone: "+milestone+"}}",
		"  - {id: personer, category: test, text: Testpersoner er udpeget}")
}

// A requirement that is due at a milestone is due by its last day: a schedule
// that slips moves no due day.
func TestASlipNeverMovesADueDay(t *testing.T) {
	for milestone, due := range map[string]string{
		"4.8/bekraeftet": "2015-10-01", "5.3/klarmelding": "2015-12-18", "ext/parathedskrav": "2015-07-01", "impl": "2015-12-31", "golive": "2015-12-31",
	} {
		for _, slip := range []string{
			"{}", "{4.8/bekraeftelse@sapa: {plannedStart: 2015-11-16}, 5.3/test@sapa: {plannedStart: 2016-01-18}}",
			"{4.8/bekraeftelse@sapa: {plannedStart: 2016-02-15}}",
		} {
			p := planOf(t, "asOf: 2015-08-03", "dataDate: 2015-08-03", "projects: {sapa: {goLive: 2016-01-01}}", "tasks: "+slip)
			item := projectOf(t, assess(t, p, dueAt(t, milestone)), "sapa").Items[0]
			assert.Equal(t, due, item.Due.String(), "%s: %s", milestone, slip)
			assert.Equal(t, due <= "2015-10-01", item.Gate == "4.8/bekraeftet", milestone)
		}
	}
}

func TestWhatIsDueAtTheConfirmationHoldsItUp(t *testing.T) {
	p := planOf(t, "asOf: 2015-11-20", "dataDate: 2015-11-20", "projects: {sapa: {goLive: 2016-01-01}}", "readiness:",
		"  it/net@sapa: {state: inProgress}", "  test/personer@sapa: {state: confirmed, on: 2015-09-10}")
	a := assess(t, p, dueAt(t, "4.8/bekraeftet"))
	x := projectOf(t, a, "sapa")
	assert.Equal(t, []string{"DB-513 plan.yaml:6:3"}, codes(a))
	assert.Equal(t, readiness.NoGo, x.Recommendation)
	assert.Equal(t, "Parathed bekræftet: fristen var 1. oktober 2015; 1 krav er ikke bekræftet.", x.Reasons[0].In(lang.Danish))
	unknown := projectOf(t, assess(t, planOf(t, "projects: {sapa: {goLive: unknown}}", "asOf: 2015-08-03"), dueAt(t, "4.8/bekraeftet")), "sapa")
	assert.Equal(t, "4.8/bekraeftet", unknown.Items[0].Gate, "also while nobody knows when")
}

// To confirm again is the remedy of a confirmation before its evidence: it takes
// nothing back from one that had it.
func TestAConfirmationStandsFromTheFirstThatNothingBroke(t *testing.T) {
	for name, row := range map[string]struct{ answer, since, code string }{
		"once":                        {"on: 2015-10-20", "2015-10-20", "DB-511"},
		"confirmed again":             {"on: 2015-10-20, history: [{state: confirmed, on: 2015-09-20}]", "2015-09-20", ""},
		"twice again":                 {"on: 2015-10-20, history: [{state: inProgress, on: 2015-08-03}, {state: confirmed, on: 2015-09-20}, {state: confirmed, on: 2015-10-02}]", "2015-09-20", ""},
		"taken back between":          {"on: 2015-10-20, history: [{state: confirmed, on: 2015-09-20}, {state: inProgress, on: 2015-10-02}]", "2015-10-20", "DB-511"},
		"again, with its evidence":    {"on: 2015-10-20, evidence: [{what: Liste, on: 2015-10-19}], history: [{state: confirmed, on: 2015-09-20}]", "2015-10-20", "DB-511"},
		"again, with evidence before": {"on: 2015-10-20, evidence: [{what: Liste, on: 2015-09-18}, {what: Ny liste, on: 2015-10-19}], history: [{state: confirmed, on: 2015-09-20}]", "2015-09-20", ""},
	} {
		a := assess(t, planOf(t, "asOf: 2015-11-02", "projects: {sapa: {goLive: 2016-01-01}}", "readiness:", "  test/testpersoner@sapa: {state: confirmed, "+row.answer+"}"), small(t))
		item := projectOf(t, a, "sapa").Items[0]
		assert.Equal(t, row.since, item.Since.String(), name)
		assert.Equal(t, row.code != "", item.Due != nil && *item.Since > *item.Due, name)
		assert.Equal(t, row.code != "", slices.ContainsFunc(a.Findings, func(f drejebog.Finding) bool { return f.Code == "DB-511" }), name)
	}
}

// What was answered to the questions stands in the history with the answer.
func TestALookBackShowsTheScoreOfThatDay(t *testing.T) {
	score := func(answer string) int {
		p := planOf(t, "asOf: 2015-12-01", "readiness:", "  migrering/plan@sapa: {"+answer+"}")
		day := on("2015-09-01")
		p.AsOf = &day
		for _, item := range projectOf(t, assess(t, p, small(t)), "sapa").Items {
			if item.Key == "migrering/plan@sapa" {
				return item.Share
			}
		}
		return -1
	}
	assert.Equal(t, 5000, score("state: inProgress, on: 2015-07-20, questions: {a: confirmed, b: confirmed}"))
	assert.Equal(t, 5000, score("state: confirmed, on: 2015-09-20, questions: {a: confirmed, b: confirmed, c: confirmed}, history: [{state: inProgress, on: 2015-07-20, questions: {a: confirmed, b: confirmed}}]"))
}

func TestWhatIsUnansweredIsToldByItsOwnLastDay(t *testing.T) {
	p := plan.New("Vejen")
	day := on("2015-12-21")
	p.AsOf = &day
	var told []string
	for _, f := range assess(t, p, sampleLists(t)...).Findings {
		if f.Project == "ky" {
			told = append(told, f.Text.DA)
		}
	}
	assert.Equal(t, []string{
		"9 krav fra KY skulle være bekræftet senest 1. oktober 2015. Om de er, er ikke oplyst.",
		"1 krav fra KY skulle være bekræftet senest 18. december 2015. Om de er, er ikke oplyst.",
	}, told)
}

// Neither the gate nor what is missing says that KOMBIT is late where the plan
// does not.
func TestWhetherTheRequirementsAreOutIsNotStatedAnywhereOnThePage(t *testing.T) {
	day := on("2015-12-01")
	p := plan.New("Solrød")
	p.AsOf = &day
	page := textOf(t, assess(t, p), lang.Danish)
	assert.NotContains(t, page, "overskredet")
	assert.NotContains(t, page, "er ikke udmeldt")
	p.Deliverables = map[string]plan.Deliverable{"ext/parathedskrav@ky": {Promised: &day}}
	page = textOf(t, assess(t, p).Of("ky"), lang.Danish)
	assert.Regexp(t, `overskredet +Parathedskravene er ikke udmeldt`, page)
}

func TestAGoLiveThatHasPassedWithOpenGatesIsAnError(t *testing.T) {
	a := assess(t, planOf(t, "asOf: 2016-02-01", "projects:", "  sapa: {goLive: 2016-01-04}"), small(t))
	assert.Contains(t, codes(a), "DB-517 plan.yaml:4:18")
	for _, f := range a.Findings {
		if f.Code == "DB-517" {
			assert.Equal(t, "SAPA skulle være sat i drift 4. januar 2016, men 1. februar 2016 mangler stadig: bekræftelsen af parathed, klarmeldingen.", f.Text.DA)
		}
	}
	assert.Equal(t, "Idriftsættelsen var sat til 4. januar 2016, men planen siger ikke, at portene før den er passeret.", projectOf(t, a, "sapa").Reasons[0].In(lang.Danish))
	silent := assess(t, planOf(t, "asOf: 2016-02-01"), small(t))
	for _, code := range codes(silent) {
		assert.NotContains(t, code, "DB-517", "the national date is no promise of the kommune's")
	}
}

// What a list has a step for says how far that step is: its confirmed requirements close
// it, and what the task says otherwise is told.
func TestTheAnswersForAStepAndItsTaskAreHeldTogether(t *testing.T) {
	list := listOf(t, "project: ky", "published: 2015-06-15", "requirements:",
		"  - {id: gange, category: data, text: Gangene er lagt om, step: 4.7/tilretning}",
		"  - {id: ledelse, category: data, text: Ledelsen er med, step: 4.7/tilretning}")
	const gange, ledelse = "  data/gange@ky: {state: confirmed, on: 2015-08-20}", "  data/ledelse@ky: {state: confirmed, on: 2015-08-27}"
	for name, c := range map[string]struct {
		lines []string
		want  string // the finding
		open  bool   // the task still holds up a gate
	}{
		"both, and the plan is silent":     {[]string{"readiness:", gange, ledelse}, "DB-313", false},
		"both, and the task is begun":      {[]string{"readiness:", gange, ledelse, "tasks: {4.7/tilretning@ky: {status: inProgress}}"}, "DB-313", false},
		"both, and the task is done":       {[]string{"readiness:", gange, ledelse, "tasks: {4.7/tilretning@ky: {status: done, actualFinish: 2015-08-19}}"}, "", false},
		"one":                              {[]string{"readiness:", gange}, "", true},
		"one open, and the task is done":   {[]string{"readiness:", gange, "  data/ledelse@ky: {state: inProgress, on: 2015-08-27}", "tasks: {4.7/tilretning@ky: {status: done, actualFinish: 2015-08-19}}"}, "DB-314", false},
		"one waived":                       {[]string{"readiness:", gange, "  data/ledelse@ky: {state: waived, reason: r, on: 2015-08-27}"}, "DB-313", false},
		"all set aside":                    {[]string{"readiness:", "  data/gange@ky: {state: notRelevant, reason: r}", "  data/ledelse@ky: {state: notRelevant, reason: r}"}, "", true},
		"confirmed after the day":          {[]string{"readiness:", gange, "  data/ledelse@ky: {state: confirmed, on: 2015-09-27}"}, "", true},
		"no answer, and the task is done":  {[]string{"tasks: {4.7/tilretning@ky: {status: done, actualFinish: 2015-08-19}}"}, "", false},
		"both, and the task is not wanted": {[]string{"readiness:", gange, ledelse, "tasks: {4.7/tilretning@ky: {notRelevant: r}}"}, "", false},
	} {
		a := assess(t, planOf(t, append(c.lines, "asOf: 2015-09-25", "dataDate: 2015-09-25")...), list)
		var found []string
		for _, f := range a.Findings {
			if f.Code == "DB-313" || f.Code == "DB-314" {
				found = append(found, f.Code)
				assert.Equal(t, "4.7/tilretning@ky", f.Subject, name)
			}
		}
		assert.Equal(t, c.want, strings.Join(found, " "), name)
		at := slices.IndexFunc(a.Projects, func(p readiness.ProjectAssessment) bool { return p.ID == "ky" })
		silent := slices.ContainsFunc(a.Projects[at].Criteria, func(m readiness.Criterion) bool { return m.Task == "4.7/tilretning@ky" && m.Light == readiness.Grey })
		assert.Equal(t, c.open, silent, name)
	}
}
