package overview_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inWave is a kommune of one wave of SAPA that begins and goes live on two days.
func inWave(t *testing.T, kommune string, wave int, impl, goLive string) *readiness.Assessment {
	t.Helper()
	p := plan.New(kommune)
	p.Projects = map[string]plan.Rollout{"sapa": {Wave: &wave, Implementation: plan.On(on(impl)), GoLive: plan.On(on(goLive))}}
	return assess(t, p)
}

func TestASlipTakesOfTheSlackOfTheWavesBehindAndPushesOn(t *testing.T) {
	all := []*readiness.Assessment{
		inWave(t, "Roskilde", 1, "2015-09-01", "2015-10-01"),
		inWave(t, "Vejen", 1, "2015-09-01", "2015-10-01"),
		inWave(t, "Odense", 2, "2015-10-12", "2015-11-12"),
		inWave(t, "Esbjerg", 3, "2015-11-16", "2015-12-16"),
	}
	assert.Empty(t, overview.Propagate(all), "nobody slips")
	delays := overview.Propagate(all, overview.Slip{Kommune: "0265", Project: "sapa", Days: 7})
	assert.Equal(t, []overview.Delay{
		{Project: "sapa", From: "0265", To: "0461", Slip: 5, Slack: 7, Left: 2, Live: on("2015-10-08")},
		{Project: "sapa", From: "0265", To: "0561", Slip: 5, Slack: 32, Left: 27, Live: on("2015-10-08")},
	}, delays, "a week of Odense's seven working days")
	delays = overview.Propagate(all, overview.Slip{Kommune: "0265", Project: "sapa", Days: 21})
	require.Len(t, delays, 3)
	assert.Equal(t, overview.Delay{Project: "sapa", From: "0265", To: "0461", Slip: 15, Slack: 7, Left: -8, Live: on("2015-10-22")}, delays[0])
	assert.True(t, delays[0].AtRisk())
	assert.Equal(t, overview.Delay{Project: "sapa", From: "0461", To: "0561", Slip: 7, Slack: 2, Left: -5, Live: on("2015-11-22")}, delays[1], "ten calendar days pushed, passed on")
	assert.Empty(t, overview.Propagate(all, overview.Slip{Kommune: "0561", Project: "sapa", Days: 90}), "nobody is behind the last wave")
	assert.Empty(t, overview.Propagate(all, overview.Slip{Kommune: "0265", Project: "ky", Days: 90}), "nobody has a wave there")
}

func TestALateConfirmationKnocksOnByItself(t *testing.T) {
	lists := sampleLists(t)
	all := []*readiness.Assessment{assess(t, sample(t, "struer.yaml"), lists...), assess(t, sample(t, "odense.yaml"), lists...)}
	delays := overview.Propagate(all)
	require.Len(t, delays, 1)
	assert.Equal(t, "ksd", delays[0].Project)
	assert.Equal(t, "0461", delays[0].To)
	assert.Equal(t, "2016-02-19", delays[0].Live.String(), "Struer's implementation and go-live, three months after its forecast")
	assert.True(t, delays[0].AtRisk())
}

// Whose own plan, or a delivery of KOMBIT's that the plan knows to be late, puts
// the confirmation after its deadline cannot begin as planned, though the
// deadline lies ahead.
func TestAConfirmationThatThePlanPutsTooLateKnocksOn(t *testing.T) {
	behind := inWave(t, "Kolding", 2, "2016-01-04", "2016-02-01")
	for name, row := range map[string]struct{ line, impl, page string }{
		"its own dates":      {"tasks: {4.8/bekraeftelse@sapa: {plannedStart: 2015-11-16}}", "2016-02-20", "20. februar 2016: 3 måneder efter den dag, hvor planen når bekræftelsen"},
		"KOMBIT comes late":  {"deliverables: {ext/parathedskrav@sapa: {promised: 2015-11-30}}", "2016-04-06", "6. april 2016: 3 måneder efter den dag, hvor planen når bekræftelsen"},
		"nothing comes late": {"deliverables: {ext/parathedskrav@sapa: {delivered: 2015-06-15}}", "", ""},
	} {
		a := assess(t, planOf(t, "asOf: 2015-06-25", "projects: {sapa: {goLive: 2016-01-01, wave: 1}}", row.line))
		x := projectOf(t, a, "sapa")
		delays := overview.Propagate([]*readiness.Assessment{a, behind})
		if row.impl == "" {
			assert.Nil(t, x.EarliestImpl, name)
			assert.Empty(t, delays, name)
			continue
		}
		assert.Equal(t, row.impl, x.EarliestImpl.String(), name)
		require.Len(t, delays, 1, name)
		assert.True(t, delays[0].AtRisk(), name)
		assert.Contains(t, strings.Join(strings.Fields(textOf(t, a, "da")), " "), "Implementeringen kan tidligst begynde "+row.page, name)
	}
}

// Whoever told KOMBIT in time is not behind, with or without the list, nor for
// what KOMBIT owes or what the plan is silent on.
func TestNobodyIsBehindForWhatKombitOwes(t *testing.T) {
	told := []string{"asOf: 2015-10-09", "dataDate: 2015-10-09", "tasks: {4.8/bekraeftelse@ky: {actualStart: 2015-09-17, actualFinish: 2015-09-23, status: done}}"}
	for name, deliverables := range map[string]string{
		"silent on the others":      "deliverables: {ext/parathedskrav@ky: {delivered: 2015-06-15}}",
		"KOMBIT was late elsewhere": "deliverables: {ext/parathedskrav@ky: {delivered: 2015-06-15}, ext/parathedskrav@ksd: {delivered: 2015-09-30}, ext/parathedskrav@sapa: {promised: 2015-11-30}}",
	} {
		a := assess(t, planOf(t, append(told, deliverables)...))
		ky := projectOf(t, a, "ky")
		assert.Equal(t, readiness.GatePassed, ky.Gates[1].State, name)
		assert.Equal(t, "2015-09-23", ky.Gates[1].Passed.String(), name)
		assert.NotEqual(t, readiness.Red, ky.Time.Light, "%s: %s", name, ky.Time.Reason.In(lang.Danish))
		assert.Empty(t, overview.New(booktest.Book(t), []*readiness.Assessment{a}).Rows[0].Behind, name)
	}
	late := assess(t, planOf(t, "asOf: 2015-10-09", "deliverables: {ext/parathedskrav@ky: {delivered: 2015-06-15}}",
		"tasks: {4.8/bekraeftelse@ky: {actualStart: 2015-09-17, actualFinish: 2015-10-05}}"))
	assert.Equal(t, []string{"ky"}, overview.New(booktest.Book(t), []*readiness.Assessment{late}).Rows[0].Behind, "told too late, by its own word")
}

func TestASlipThatEatsTheSlackExactlyPushesNobody(t *testing.T) {
	for left, want := range map[int]bool{1: false, 0: false, -1: true} {
		assert.Equal(t, want, overview.Delay{Slip: 5, Slack: 5 + left, Left: left}.AtRisk(), left)
	}
}
