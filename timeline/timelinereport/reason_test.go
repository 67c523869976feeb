package timelinereport_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// explained are the explanations of everything in some of the sample plans and in
// some that say what these do not.
func explained(t *testing.T) []*explain.Explanation {
	t.Helper()
	list := []*plan.Plan{
		plan.New("Roskilde"), goLive("sapa", &plan.When{Unknown: true}), goLive("sapa", plan.On(date.New(2016, 3, 1))), undated(t),
		seen(date.New(2015, 7, 15)), shared(t), read(t, "projects: {ky: {goLive: 1. kvartal 2016}}", "contracts:",
			"  sag: {name: KMD Sag 2009, systems: [kmd-sag], noticeMonths: 3, noticeTo: month, noticeGiven: 2016-02-01}",
			"  aktiv: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 9, noticeTo: quarter, end: 2018-01-31}"),
	}
	for _, name := range []string{"odense.yaml", "skive.yaml"} {
		list = append(list, sample(t, name))
	}
	var all []*explain.Explanation
	for _, p := range list {
		s := compute(t, p)
		for i := range s.Tasks {
			all = append(all, why(t, s, s.Tasks[i].ID))
		}
		for i := range s.Milestones {
			all = append(all, why(t, s, s.Milestones[i].ID))
		}
	}
	return all
}

func why(t *testing.T, s *timeline.Schedule, id string) *explain.Explanation {
	t.Helper()
	e, err := explain.Of(s, id)
	require.NoError(t, err)
	return e
}

func TestEveryDateIsExplainedInWholeSentences(t *testing.T) {
	said := map[string]string{} // who says it first
	say := func(e *explain.Explanation, texts ...lang.Text) {
		for _, text := range texts {
			said[text.DA], said[text.EN] = e.ID, e.ID
		}
	}
	for _, e := range explained(t) {
		require.Len(t, timelinereport.Replies(e), 4)
		for _, chain := range [][]timeline.Reason{e.Early, e.Late, e.Scheduled} {
			texts := timelinereport.Chain(e, chain)
			require.Len(t, texts, len(chain))
			require.False(t, slices.ContainsFunc(texts, lang.Text.IsZero), e.ID)
			say(e, texts...)
		}
		for _, a := range timelinereport.Replies(e) {
			say(e, append(a.Lines, a.Question, a.Short)...)
		}
	}
	delete(said, "") // not everything needs a short answer
	odd := regexp.MustCompile(`^\P{Lu}{3}|[^.?)]\s*$|  |\.\.|\(\)|\{|timeline/| \.`)
	for text, id := range said {
		assert.NotRegexp(t, odd, text, id)
	}
}

// What is first told of each rule, of what was asked about and of what comes
// further on.
func TestEachRuleIsToldAsItsGoldenSays(t *testing.T) {
	first := map[string]string{}
	for _, e := range explained(t) {
		for _, chain := range [][]timeline.Reason{e.Early, e.Late, e.Scheduled} {
			for i, text := range timelinereport.Chain(e, chain) {
				r := &chain[i]
				key := fmt.Sprintf("%s late=%t milestone=%t asked=%t", r.By, r.Late, e.Schedule.Milestone(r.ID) != nil, r.ID == e.ID)
				if r.Edge != nil {
					key += " " + r.Edge.Type.String()
				}
				if _, told := first[key]; !told {
					first[key] = text.DA + "\n  " + text.EN
				}
			}
		}
	}
	var out strings.Builder
	for _, key := range slices.Sorted(maps.Keys(first)) {
		fmt.Fprintf(&out, "%s\n  %s\n", key, first[key])
	}
	golden.File(t, "testdata/reasons.txt", out.String())
}

func TestAPeriodIsExplainedWithBothOfItsEnds(t *testing.T) {
	s := compute(t, read(t, "projects: {sapa: {goLive: 3. kvartal 2016}}"))
	told := func(s *timeline.Schedule) string {
		e := why(t, s, "golive@sapa")
		return timelinereport.Chain(e, e.Early)[0].DA
	}
	assert.Contains(t, told(s), "»3. kvartal 2016«; dagen er den første")
	assert.Contains(t, told(s.Latest), "»3. kvartal 2016«; dagen er den sidste")
	assert.Contains(t, timelinereport.Replies(why(t, s, "5.3/test@sapa"))[1].Short.DA, "Bliver det den sidste dag i planens periode: ")
}

func TestWhatCannotBeToldIsToldWithNothing(t *testing.T) {
	assert.Empty(t, timelinereport.Replies(nil))
	assert.Empty(t, timelinereport.Replies(&explain.Explanation{}))
	assert.Empty(t, timelinereport.Chain(nil, nil))
	s := compute(t, plan.New("Roskilde"))
	e := why(t, s, "4.8/bekraeftelse@ky")
	for rule := range driver.Finish + 2 {
		for _, late := range []bool{false, true} {
			for _, id := range []string{"4.8/bekraeftelse@ky", "golive@ky", "ext/kravliste@sapa", "own/none"} {
				timelinereport.Chain(e, []timeline.Reason{{ID: id, By: rule, Late: late}, {ID: id, By: rule, Late: late, On: "golive@ky"}})
			}
		}
	}
}
