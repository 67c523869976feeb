package timelinereport_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

var languages = []lang.Lang{lang.Danish, lang.English}

func TestNoLineOfAReportIsWiderThanAPage(t *testing.T) {
	for _, name := range plans.Names() {
		for report, d := range reports(t, compute(t, sample(t, name))) {
			for _, language := range languages {
				for line := range strings.Lines(written(t, d, "txt", language)) {
					require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), document.Width, "%s of %s: %s", report, name, line)
				}
			}
		}
	}
}

func TestEachTableOfAReportHasItsOwnNameAndCanBeAFile(t *testing.T) {
	for _, name := range plans.Names() {
		for report, d := range reports(t, compute(t, sample(t, name))) {
			seen := map[string]bool{}
			for _, sheet := range d.Tables() {
				assert.NotEmpty(t, sheet.Name, report)
				assert.False(t, seen[sheet.Name], "%s of %s has two tables %s", report, name, sheet.Name)
				seen[sheet.Name] = true
				for _, language := range languages {
					assert.NoError(t, sheet.In(language).Writable(), "%s of %s: %s", report, name, sheet.Name)
				}
			}
		}
	}
}

func TestNoMessageIsMissingNorItsPlaces(t *testing.T) {
	for report, d := range reports(t, compute(t, sample(t, "odense.yaml"))) {
		for _, language := range languages {
			text := written(t, d, "txt", language)
			assert.NotRegexp(t, `\b(timeline|common|tomeet|column|mark|certainty)(-[a-z]+)*/[a-z]`, text, report)
			assert.NotRegexp(t, `\{[a-z]`, text, report)
			assert.NotContains(t, text, "()", report)
			assert.NotContains(t, text, "..", report)
		}
	}
}

func TestWhatWasNotComputedIsAnEmptyReport(t *testing.T) {
	for name, d := range map[string]*document.Document{
		"schedule":    timelinereport.Schedule(&timeline.Schedule{}),
		"explanation": timelinereport.Explanation(&explain.Explanation{}),
		"comparison":  timelinereport.Comparison(&compare.Comparison{}),
		"update":      timelinereport.Update(&compare.Update{}),
		"view":        timelinereport.View(&view.View{}),
		"agenda":      timelinereport.Agenda(&view.Agenda{}),
		"waiting":     timelinereport.WaitingList(&view.WaitingList{}),
		"quality":     timelinereport.Quality(&quality.Assessment{}),
		"budget":      timelinereport.Budget(&timeline.Budget{}),
		"cut":         timelinereport.Cut(&timeline.Schedule{}, &timeline.Cut{}),
		"nil":         timelinereport.Schedule(nil),
	} {
		assert.Empty(t, written(t, d, "txt", lang.Danish), name)
	}
	s := compute(t, plan.New("Roskilde"))
	careless := &compare.Comparison{Before: s, After: s, Tasks: make([]compare.TaskChange, 1), Milestones: make([]compare.MilestoneChange, 1)}
	assert.NotEmpty(t, written(t, timelinereport.Comparison(careless), "txt", lang.Danish))
	moved := &compare.Update{Before: s, After: s, Moved: make([]compare.TaskChange, 1)}
	assert.NotEmpty(t, written(t, timelinereport.Update(moved), "txt", lang.Danish))
	assert.Empty(t, written(t, timelinereport.View(nil), "txt", lang.Danish))
	assert.Empty(t, written(t, timelinereport.Cut(nil, nil), "txt", lang.Danish))
	assert.Empty(t, written(t, timelinereport.Comparison(nil), "txt", lang.Danish))
}

// Whatever a plan calls its tasks, people and contracts, a page is no wider,
// nothing steers a terminal, and nothing becomes a tag.
func TestNoNameOfAPlanBreaksAPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(
			rapid.SampledFrom([]string{"<script>", "a|b", "\x1b[31m", "\u202Ename", "\nTIDSPLAN", "`*_#", "=1+1", strings.Repeat("ø", 300)}),
			rapid.StringN(1, 40, -1))
		name := word.Draw(t, "name") + " x " + word.Draw(t, "more")
		p := plan.New("Roskilde")
		length := 5
		start := date.New(2014, 7, 1)
		p.Own = map[string]plan.OwnTask{"own/x": {Name: name, Task: plan.Task{Duration: &length, PlannedStart: &start, Responsible: "anna", Note: name}}}
		p.People = map[string]plan.Person{"anna": {Name: name}}
		s, err := timeline.Compute(book(), p)
		require.NoError(t, err)
		for _, d := range []*document.Document{timelinereport.Schedule(s), timelinereport.View(view.Of(s, view.ByRole)), timelinereport.Agenda(view.Ahead(s, 30, 90))} {
			text := written(t, d, "txt", lang.Danish)
			assert.NotContains(t, text, "\x1b")
			assert.NotContains(t, text, "\u202E")
			for line := range strings.Lines(text) {
				assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), document.Width)
			}
			assert.NotContains(t, written(t, d, "html", lang.Danish), "<script")
		}
	})
}
