package steering_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The lights of each sample as its director would set them by the rows of
// readiness/steering.yaml: time, money, readiness, benefits, resources.
func TestTheLightsOfEachSample(t *testing.T) {
	const green, grey, yellow, red = readiness.Green, readiness.Grey, readiness.Yellow, readiness.Red
	for name, want := range map[string][]readiness.Light{
		"hjoerring.yaml": {green, yellow, grey, grey, grey},
		"lemvig.yaml":    {green, yellow, grey, green, red},
		"odense.yaml":    {green, yellow, grey, yellow, red},
		"ringsted.yaml":  {yellow, red, yellow, green, red}, // without KOMBIT's lists; notice is due within a week
		"skive.yaml":     {red, yellow, red, grey, red},
		"solroed.yaml":   {grey, grey, grey, grey, grey},
		"struer.yaml":    {red, red, red, yellow, red},
	} {
		r, err := steering.Of(computed(t, name), nil)
		require.NoError(t, err)
		var got []readiness.Light
		for _, l := range r.Lights {
			got = append(got, l.Light)
		}
		assert.Equal(t, want, got, name)
	}
}

// A light is read off its measures and the tolerances alone.
func TestALightIsTheWorstOfItsMeasures(t *testing.T) {
	for _, name := range plans.Names() {
		r, err := steering.Of(computed(t, name), nil)
		require.NoError(t, err)
		for _, l := range r.Lights {
			worst := readiness.Green
			for _, m := range l.Measures {
				at := slices.IndexFunc(r.Tolerances, func(x steering.Tolerance) bool { return x.ID == m.ID })
				row := &r.Tolerances[at]
				beyond := func(limit int) bool { return m.Value > limit != row.Below && m.Value != limit }
				want := readiness.Green
				switch {
				case row.Red != nil && beyond(*row.Red):
					want = readiness.Red
				case beyond(row.Yellow):
					want = readiness.Yellow
				}
				assert.Equal(t, want, m.Light, "%s %s", name, m.ID)
				assert.Equal(t, l.Subject, row.Light)
				worst = max(worst, m.Light)
			}
			if l.Light != readiness.Grey {
				assert.Equal(t, worst, l.Light, "%s %s", name, l.Subject)
			} else {
				assert.LessOrEqual(t, worst, readiness.Green, "%s %s: grey hides nothing", name, l.Subject)
			}
			assert.NotEmpty(t, l.Why.In(lang.Danish))
		}
	}
}

func TestEachMeasureTurnsItsLight(t *testing.T) {
	const green, grey, yellow, red = readiness.Green, readiness.Grey, readiness.Yellow, readiness.Red
	const vejen = "kommune: Vejen\nasOf: 2014-06-27\n"
	const anna = "people: {anna: {name: Anna, roles: [programleder, projektleder, it-arkitekt], hoursPerWeek: 4}}\n"
	const decided = `decisions:
  - {step: 4.10/slutbrugere, role: slutbruger, kind: backfill, state: setAside}
  - {step: 4.13/modtager-opsaetning, role: it-chef, kind: external, state: setAside}
  - {step: 5.1/tilpasning, kind: external, state: setAside}
  - {step: 5.2/overgangsplan, kind: backfill, state: withinFrame}
  - {step: 5.5/flyt-sager, kind: backfill, state: withinFrame}
  - {step: 6.6/kontrakter, kind: external, state: setAside}
`
	const others = `  bo: {name: Bo, roles: [styregruppe, forretningsejer, jurist, sapakontakt], hoursPerWeek: 37}
  carl: {name: Carl, roles: [kontraktansvarlig, budgetansvarlig, it-chef], hoursPerWeek: 37}
  dorte: {name: Dorte, roles: [it-arkitekt, systemadministrator, stoettesystemkontakt], hoursPerWeek: 37}
`
	for name, c := range map[string]struct {
		plan, subject string
		want          readiness.Light
		says          string
	}{
		"float left":            {vejen + "drivers: {contracts: 12}\n", steering.Time, green, "Mindste slæk er"},
		"nothing said":          {vejen, steering.Time, grey, "Ingen dato af betydning er kendt."},
		"a deadline missed":     {vejen + "own: {own/x: {name: X, duration: 5, plannedStart: 2014-09-01, deadline: 2014-09-02}}\n", steering.Time, red, "1 hård dato eller regel brydes: X"},
		"a go-live as agreed":   {vejen + "projects: {sapa: {goLive: 2016-02-01}}\nbaseline: {agreed: 2014-05-01, milestones: {golive@sapa: 2016-02-01}}\n", steering.Time, green, ""},
		"a go-live a day later": {vejen + "projects: {sapa: {goLive: 2016-02-02}}\nbaseline: {agreed: 2014-05-01, milestones: {golive@sapa: 2016-02-01}}\n", steering.Time, yellow, "1 dag senere end aftalt"},
		"a go-live two months later": {
			vejen + "projects: {sapa: {goLive: 2016-04-01}}\nbaseline: {agreed: 2014-05-01, milestones: {golive@sapa: 2016-02-01}}\n", steering.Time, red, "60 dage senere end aftalt",
		},
		"money to decide before summer":      {"kommune: Vejen\nasOf: 2014-06-27\ndrivers: {contracts: 12}\n", steering.Money, yellow, "Budget 2015 foreslås"},
		"money to decide after the proposal": {"kommune: Vejen\nasOf: 2014-09-22\ndrivers: {contracts: 12}\n", steering.Money, red, "Budget 2015 foreslås"},
		"money without cover":                {"kommune: Vejen\nasOf: 2015-06-27\ndrivers: {contracts: 12}\n", steering.Money, red, "har ingen dækning"},
		"more spent than granted": {
			vejen + "spent: [{step: 5.1/tilpasning@sapa, role: it-chef, kind: external, year: 2014, kroner: 500000}]\n", steering.Money, red, "mere end bevilget",
		},
		"a benefit without target": {vejen + "benefits: {a: {name: A, owner: programleder, baseline: 10}}\n", steering.Benefits, yellow, "1 af 1 gevinster mangler ejer"},
		"a benefit that is whole":  {vejen + "benefits: {a: {name: A, owner: programleder, baseline: 10, target: 8}}\n", steering.Benefits, green, "Den ene gevinst har"},
		"a benefit half reached": {
			"kommune: Vejen\nasOf: 2016-12-31\nbenefits: {a: {name: A, owner: programleder, baseline: 10, target: 8, realised: {2016: 9}, from: 2016-01-01}}\n", steering.Benefits, yellow, "A manglede 50 % af vejen",
		},
		"a benefit hardly reached": {
			"kommune: Vejen\nasOf: 2016-12-31\nbenefits: {a: {name: A, owner: programleder, baseline: 10, target: 8, realised: {2016: \"9.5\"}, from: 2016-01-01}}\n", steering.Benefits, red, "A manglede 75 % af vejen",
		},
		"a benefit due last year and not measured": {
			"kommune: Vejen\nasOf: 2016-01-02\nbenefits: {a: {name: A, owner: programleder, baseline: 10, target: 8, from: 2015-03-01}}\n", steering.Benefits, yellow, "A« skulle være hentet",
		},
		"a benefit of this year": {
			"kommune: Vejen\nasOf: 2016-01-02\nbenefits: {a: {name: A, owner: programleder, baseline: 10, target: 8, from: 2016-01-01}}\n", steering.Benefits, green, "Den ene gevinst har",
		},
		"go-lives passed in silence": {"kommune: Vejen\nasOf: 2016-04-15\ndrivers: {contracts: 12}\n", steering.Time, yellow, "om den skete: KY, KSD, SAPA og Støttesystemerne."},
		"a year that is decided":     {vejen + decided, steering.Money, green, "De nye penge i 2015 er afsat"},
		"hours that nobody knows": {
			vejen + "people:\n  anna: {name: Anna, roles: [programleder, projektleder]}\n" + others, steering.Resources, grey, "hvor mange timer om ugen de har: Anna.",
		},
		"the larger share counts, not more hours": {
			vejen + "people: {anna: {name: Anna, roles: [programleder, projektleder], hoursPerWeek: 25}, bo: {name: Bo, roles: [jurist], hoursPerWeek: 1}}\n", steering.Resources, red, "Bo mangler",
		},
		"nobody named":         {vejen + "drivers: {contracts: 12}\n", steering.Resources, grey, "Planen nævner ingen personer."},
		"one person for three": {vejen + anna, steering.Resources, red, "Anna mangler"},
		"a project behind":     {"kommune: Vejen\nasOf: 2015-10-09\ndataDate: 2015-10-09\ntasks: {4.8/bekraeftelse@ky: {plannedStart: 2015-11-02}}\n", steering.Readiness, red, "KY"},
	} {
		t.Run(name, func(t *testing.T) {
			l := light(reported(t, c.plan, ""), c.subject)
			assert.Equal(t, c.want, l.Light, "%s: %+v", l.Why.In(lang.Danish), l.Measures)
			assert.Contains(t, l.Why.In(lang.Danish), c.says)
			assert.NotEmpty(t, l.Why.In(lang.English))
		})
	}
}

// Requirements are read in, and the plan answers none of them.
func TestUnansweredIsNeverGreen(t *testing.T) {
	const text = "kommune: Vejen\nasOf: %s\ndrivers: {contracts: 12}\n"
	const answered = "readiness: {organisation/roller@ky: {state: confirmed, on: 2015-06-20}}\n"
	for name, c := range map[string]struct {
		plan string
		want readiness.Light
		says string
	}{
		"before it is due":          {fmt.Sprintf(text, "2015-06-27"), readiness.Grey, "KY: 9 krav venter på svar"},
		"one of them is answered":   {fmt.Sprintf(text, "2015-06-27") + answered, readiness.Green, ""},
		"one deadline has passed":   {fmt.Sprintf(text, "2015-09-27"), readiness.Yellow, "Støttesystemerne: bekræftelsen af parathed senest 21. september 2015."},
		"all deadlines have passed": {fmt.Sprintf(text, "2016-04-15"), readiness.Yellow, "4 projekters frister er passeret"},
	} {
		p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader(c.plan))
		require.NotNil(t, p, "%v", findings)
		s, err := status.Compute(booktest.Book(t), p, contributions(t), lists(t)...)
		require.NoError(t, err)
		r, err := steering.Of(s, nil)
		require.NoError(t, err)
		l := light(r, steering.Readiness)
		assert.Equal(t, c.want, l.Light, "%s: %+v", name, l.Measures)
		assert.Contains(t, l.Why.In(lang.Danish), c.says, name)
	}
}
