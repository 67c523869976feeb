package drejebog_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// targetDays are the days of targets with their milestones on the base, the end that
// lies on them, and what they move with.
var targetDays = map[string]string{
	"4.7/arbejdsgange@ky":                "start 2015-01-01 impl",
	"4.8/gennemgang@ky":                  "start 2015-04-01 impl",
	"4.8/gennemgang@stoettesystemerne":   "start 2015-04-01 impl",
	"4.8/bekraeftelse@ky":                "finish 2015-10-02 impl",
	"4.8/bekraeftelse@stoettesystemerne": "finish 2015-09-21 impl",
	"4.9/forberedelse@kmd-aktiv":         "start 2015-06-01 impl",
	"5.1/as-is@sapa":                     "start 2013-09-01 impl",
	"4.10/superbrugere@sapa":             "start 2015-10-01 golive",
	"4.10/slutbrugere@sapa":              "finish 2015-12-18 golive",
	"5.2/overgangsplan@ksd":              "start 2015-07-01 golive",
	"5.2/overgang@ksd":                   "finish 2016-01-01 golive",
	"5.3/forberedelse@ksd":               "start 2015-11-01 golive",
	"5.3/test@ksd":                       "finish 2015-12-25 golive",
	"5.3/test@stoettesystemerne":         "finish 2015-12-24 golive",
	"5.4/driftsproeve@ky":                "start 2016-01-29 golive",
	"4.13/strategi@sapa":                 "start 2014-05-01 end",
	"5.5/non-tsa@sapa":                   "start 2014-05-01 end",
	"6.2/underskrift@sapa":               "finish 2014-10-31 ext/udvikling",
	"6.3/vilkaar@kmd-sag":                "start 2013-10-01 contract",
	"6.3/opsigelse@kmd-sag":              "finish 2015-06-30 contract",
	"4.1/overblik":                       "start 2013-06-01 ",
	"4.4/tilpas-2015":                    "start 2014-05-01 ",
	"4.15/aktiviteter@stoettesystemerne": "start 2014-01-01 ",
}

func TestEachTargetHasItsMilestoneItsEndAndItsDay(t *testing.T) {
	b := book(t)
	nodes, _ := b.Network()
	for id, want := range targetDays {
		n := node(t, nodes, id)
		target := n.Step.TargetOf(n.Project)
		require.NotNil(t, target, id)
		day, counted := b.OnBase(target)
		if days := n.Activity.DaysOf(n.Step); !counted && target.End == drejebog.TargetStart {
			day = days.First
		} else if !counted {
			day = days.Last
		}
		assert.Equal(t, want, target.End.String()+" "+day.String()+" "+target.Milestone, id)
	}
}

func TestTheFirstStepOfEveryWindowHasATargetAndTheOthersFollow(t *testing.T) {
	b := book(t)
	for i := range b.Activities {
		a := &b.Activities[i]
		for _, w := range a.Windows {
			var with, steps int
			for j := range a.Steps {
				s := &a.Steps[j]
				if a.WindowOf(s).ID != w.ID || s.Effort != nil || s.Expected != nil {
					continue
				}
				steps++
				if len(s.Targets) > 0 {
					with++
				}
			}
			if w.Start == nil || a.Scope == drejebog.PerAddOn {
				continue // nothing is printed, or it is planned with what is on offer
			}
			assert.Positive(t, with, w.ID)
			assert.True(t, with < steps || steps <= 2, "%s: %d of %d", w.ID, with, steps)
		}
	}
}

func TestALengthWithoutANumberIsCountedAndUsed(t *testing.T) {
	b := book(t)
	for _, v := range b.VagueLengths {
		days, ok := b.LengthDays(v.Words)
		assert.True(t, ok && days == v.Days, v.Words)
	}
	_, ok := b.LengthDays("en rum tid")
	assert.False(t, ok)
	for i := range b.Dependencies {
		if d := &b.Dependencies[i]; d.Length != "" {
			assert.Equal(t, drejebog.Assumed, d.Weakest(), "%s: the text has no number", d.From)
		}
	}
	counted := 0
	for i := range b.Activities {
		for j := range b.Activities[i].Steps {
			for _, target := range b.Activities[i].Steps[j].Targets {
				if target.Length != "" {
					counted++
					assert.Equal(t, drejebog.Assumed, target.Certainty, "%s: the text has no number", b.Activities[i].Steps[j].ID)
				}
			}
		}
	}
	assert.Positive(t, counted)
}

func TestDamagedTargetsAndSpansAreFoundWithTheirPlace(t *testing.T) {
	for _, row := range []struct{ name, file, pattern, new, at, want string }{
		{
			"a base that the milestone does not have", "activities/5.yaml", `milestone: golive, base: 2016-01-01, end: finish, side: before, length: umiddelbart`,
			"milestone: golive, base: 2016-01-02, end: finish, side: before, length: umiddelbart", "base: 2016-01-02",
			"base is 2016-01-02; expected the day that the playbook gives golive@ky: 2016-01-01",
		},
		{
			"a target outside its window", "activities/4.yaml", `side: before, length: kort,`, "side: after, length: kort,",
			"side: after, length: kort", "targets[0] is 2016-01-15; expected a day in the window, 2015-08-01 to 2015-12-31",
		},
		{
			"a milestone that there is not", "activities/6.yaml", `milestone: ext/udvikling,`, "milestone: ext/udviklingen,",
			"ext/udviklingen", "targets[0].milestone is ext/udviklingen; expected a milestone",
		},
		{
			"a length that no row has", "milestones.yaml", `length: tids nok`, "length: tids nokk",
			"tids nokk", "target.length is tids nokk; expected one of the vague lengths of the calendar; did you mean “tids nok”?",
		},
		{
			"a notice of other months than its edge", "activities/6.yaml", `side: before, months: 6,`, "side: before, months: 5,",
			"months: 5", "targets[0].months is 5; expected the notice that the dependency of the notice has: 6 months",
		},
		{
			"a target without base", "activities/4.yaml", `milestone: end, base: 2016-04-01, end: start`, "milestone: end, end: start",
			"milestone: end, end: start", "targets[0] is half a target; expected milestone and base together",
		},
		{
			"days that are not those of the length", "dependencies.yaml", `value: 28, unit: days\}\n    length: nogle uger`, "value: 27, unit: days}\n    length: nogle uger",
			"value: 27", "lag is 27; expected the 28 days that “nogle uger” counts as",
		},
		{
			"a span that does not hold its length", "dependencies.yaml", `low: 9\n      high: 24`, "low: 15\n      high: 24",
			"low: 15", "span",
		},
		{
			"an assumed scope of another project", "activities/4.yaml", `assumedFor:\n      projects: \[stoettesystemerne\]`, "assumedFor:\n      projects: [serviceplatformen]",
			"projects: [serviceplatformen]", "assumedFor.projects[0] is serviceplatformen; expected a project that the section is for",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			files := seedFiles(t)
			rewrite(t, files, row.file, row.pattern, row.new)
			got := faultsOf(t, files)
			require.NotEmpty(t, got)
			assert.Contains(t, strings.Join(got, "\n"), placeOf(t, files, row.file, row.at)[:len(row.file)+1])
			assert.Contains(t, strings.Join(got, "\n"), row.want)
		})
	}
}
