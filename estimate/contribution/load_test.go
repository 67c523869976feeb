package contribution_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withFile is the built-in files with one of them edited.
func withFile(t testing.TB, name string, edit func(string) string) fs.FS {
	files := fstest.MapFS{}
	for _, file := range []string{"contributions", "reference", "rates", "drivers", "businesscase", "inputs", "yardsticks", "4", "5", "6", "projects", "roles"} {
		path := "estimate/" + file + ".yaml"
		switch {
		case len(file) == 1:
			path = "activities/" + file + ".yaml"
		case file == "projects" || file == "roles":
			path = file + ".yaml"
		}
		data, err := fs.ReadFile(seeds.Files(), path)
		require.NoError(t, err)
		if file == name {
			data = []byte(edit(string(data)))
		}
		files[path] = &fstest.MapFile{Data: data}
	}
	return files
}

func reference(t testing.TB) []contribution.Contribution {
	t.Helper()
	contributions, err := contribution.Reference()
	require.NoError(t, err)
	return contributions
}

func replacing(old, with string) func(string) string {
	return func(text string) string { return strings.Replace(text, old, with, 1) }
}

func withoutFirstWhy(text string) string {
	before, after, _ := strings.Cut(text, "    why: {")
	_, after, _ = strings.Cut(after, "}\n")
	return before + after
}

func TestADamagedFileIsRefusedWithFileAndLine(t *testing.T) {
	tests := map[string]struct {
		file string
		edit func(string) string
		want string
	}{
		"unknown key":         {"rates", replacing("priceLevel", "pricelevel"), "did you mean"},
		"falling figures":     {"rates", replacing("{low: 450", "{low: 9450"), "rise from zero"},
		"twice":               {"rates", replacing("role: programleder, kind: own", "role: styregruppe, kind: own"), "stand twice"},
		"unknown kind":        {"reference", replacing("    kind: own\n", "    kind: owned\n"), "one of own, backfill, external"},
		"no contribution":     {"reference", replacing("contribution: budget-2014", "contribution: budget-2041"), "one of the contributions"},
		"no figure":           {"reference", replacing("    of: [hours-a-day, ordinary-task]\n", ""), "exactly one of hours"},
		"hours bought":        {"reference", replacing("    of: [hours-a-day, ordinary-task]\n    certainty: assumed\n", "    kroner: {low: 1, likely: 1, high: 1}\n    certainty: stated\n"), "kroner for what is bought"},
		"no step":             {"reference", replacing("step: 4.1/overblik", "milestone: golive"), "a milestone with days"},
		"no why":              {"reference", withoutFirstWhy, "without why"},
		"bad factor":          {"drivers", replacing("low: 0.7", "low: 1.7"), "factor"},
		"no figures":          {"drivers", replacing(", low: 0.7, high: 1.7", ""), "factor"},
		"unknown input":       {"reference", replacing("[hours-a-day, ordinary-task]", "[hours-a-day, ordinary-tusk]"), "one of the named inputs"},
		"another unit":        {"reference", replacing("[hours-a-day, ordinary-task]", "[hours-a-day, one-meeting]"), "has the unit hours"},
		"a figure of nobody":  {"reference", replacing("    of: [hours-a-day, ordinary-task]\n", "    hours: {low: 4, likely: 8, high: 16}\n"), "of with the inputs"},
		"no input at all":     {"inputs", replacing("likely: 37\n", "likely: 0\n"), "likely above zero"},
		"a step of nobody":    {"inputs", replacing("step: 5.2/overgang", "step: 5.2/undergang"), "5.2/undergang"},
		"two homes":           {"inputs", replacing("step: 5.2/overgang\n", "step: 5.2/overgang\n    likely: 6.5\n"), "either a step whose length it is"},
		"a fact from nowhere": {"inputs", replacing("    source: https://oes.dk/statsregnskab/oekonomisk-administrativ-vejledning-oeav/effektivt-aarsvaerk/\n", ""), "section or source"},
		"people of cases":     {"drivers", replacing("of: [cash-recipients, share-of-country, staff-a-cash-case]", "of: [cash-recipients, share-of-country]"), "has the unit people/thousands"},
		"neither out":         {"contributions", replacing("    published: 2013-06-19\n", ""), "either published or awaited"},
		"undated price":       {"businesscase", replacing("  published: 2020-01-01\n", ""), "without published"},
		"a target in cent":    {"businesscase", replacing("value: 0.25", "value: 25"), "from 0 to 1"},
		"part of a year":      {"businesscase", replacing("value: 10\n", "value: 9.5\n"), "a whole number of years"},
		"unknown occasion":    {"businesscase", replacing("when: unknown", "when: later"), "end or unknown"},
		"a fall of nobody":    {"businesscase", replacing("- system: kmd-sag", "- system: kmd-sak"), "kmd-sak; expected a legacy system"},
		"a fall by nobody":    {"businesscase", replacing("of: [kmd-aktiv, kmd-dagpenge]", "of: [kmd-aktiv, ksd]"), "ksd; expected a legacy system"},
		"nobody's rule":       {"businesscase", replacing("- system: kmd-dagpenge", "- system: kmd-dagpenke"), "kmd-dagpenke; expected a legacy system"},
		"a lack at no step":   {"businesscase", replacing("step: 6.3/opsigelse", "step: 6.3/opsige"), "6.3/opsige; expected a step"},
		"a lack of nobody":    {"businesscase", replacing("role: kontraktansvarlig", "role: kontraktansvarli"), "kontraktansvarli; expected a role"},
		"unreadable promise":  {"contributions", replacing("første halvdel af maj 2014", "30. februar 2014"), "contributions.yaml"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, _, err := contribution.LoadFS(withFile(t, test.file, test.edit))
			require.Error(t, err)
			seedError, ok := errors.AsType[*drejebog.SeedError](err)
			require.True(t, ok)
			assert.Contains(t, seedError.Told().EN, test.want)
			assert.Contains(t, err.Error(), "estimate/"+test.file+".yaml:")
			assert.Positive(t, seedError.Faults[0].Line)
		})
	}
}

func TestAMissingFileIsAFault(t *testing.T) {
	_, _, err := contribution.LoadFS(fstest.MapFS{})
	assert.ErrorContains(t, err, "strict/no-such-file")
}

func TestWhatReferenceReturnsBelongsToTheCaller(t *testing.T) {
	mine := reference(t)
	mine[0].ID, mine[0].Lines[0].Role = "mine", "mine"
	assert.NotEqual(t, "mine", reference(t)[0].ID)
	assert.NotEqual(t, "mine", reference(t)[0].Lines[0].Role)
}

func TestEveryFigureOfTheReferenceSetIsAssumedAndSaysWhy(t *testing.T) {
	count := 0
	for _, c := range reference(t) {
		for _, line := range c.Lines {
			if line.NotEstimable != nil {
				continue
			}
			count++
			assert.Equal(t, drejebog.Assumed, line.Certainty, line.ID())
			assert.NotEmpty(t, line.Why.DA, line.ID())
			assert.NotEmpty(t, line.Why.EN, line.ID())
		}
	}
	assert.Greater(t, count, 100)
}

func FuzzReferenceFile(f *testing.F) {
	f.Add("lines:\n  - {step: 4.1/overblik, contribution: budget-2014, role: it-chef, kind: own, hours: {low: 1, likely: 2, high: 3}, certainty: stated}\n")
	f.Add("lines:\n  - {milestone: golive, days: 3, contribution: budget-2014, kind: external, kroner: {low: 0, likely: 0, high: 0}, certainty: stated}\n")
	f.Add("lines: []\n")
	f.Add("lines:\n  - {step: =1+1, contribution: x, kind: own, notEstimable: {owes: kmd, reason: {da: x, en: y}}, certainty: implied}\n")
	f.Fuzz(func(t *testing.T, text string) {
		contributions, _, err := contribution.LoadFS(withFile(t, "reference", func(string) string { return text }))
		if err != nil {
			require.Nil(t, contributions)
			return
		}
		for _, c := range contributions {
			for _, line := range c.Lines {
				require.Equal(t, c.ID, line.Contribution)
				require.NotEmpty(t, line.ID())
			}
		}
	})
}

func TestTheHoursOfTeachersAreThoseOfTheirClasses(t *testing.T) {
	// Two teachers as long as the class lasts are the least, without preparation.
	classes := map[string]struct{ people, least int64 }{"ky": {10, 2 * 7}, "sapa": {15, 2 * 2}}
	for _, c := range reference(t) {
		for i := range c.Lines {
			line := &c.Lines[i]
			if line.Step != "4.10/slutbrugere" || line.Role != "underviser" {
				continue
			}
			class, ok := classes[line.Projects[0]]
			require.True(t, ok, line.ID())
			delete(classes, line.Projects[0])
			ofClass := line.Hours.Likely.Mul(decimal.NewFromInt(class.people))
			assert.Positive(t, ofClass.Cmp(drejebog.NewHours(decimal.NewFromInt(class.least))), line.ID())
		}
	}
	assert.Empty(t, classes)
}

func TestAFigureIsAProductOfSeveralInputsAndNoWiderThanSixTimes(t *testing.T) {
	tests := map[string]struct {
		edit func(string) string
		want string
	}{
		"one input of the figure's own unit": {
			strings.NewReplacer("workdays\n    low: 0.16", "hours\n    low: 0.16", "unit: hours/workdays", `unit: "1"`).Replace, "none of which has the figure's own unit hours",
		},
		"one input of the figure's own unit, for each contract": {
			strings.NewReplacer("unit: documents/contracts", "unit: hours/contracts", "unit: hours/documents\n    low: 0.17", "unit: \"1\"\n    low: 0.17").Replace, "none of which has the figure's own unit hours/contracts",
		},
		"too wide": {replacing("low: 0.16", "low: 0.016"), "not yet estimable"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, _, err := contribution.LoadFS(withFile(t, "inputs", test.edit))
			seedError, ok := errors.AsType[*drejebog.SeedError](err)
			require.True(t, ok)
			assert.Contains(t, seedError.Told().EN, test.want)
			assert.Contains(t, err.Error(), "estimate/reference.yaml:")
			assert.Positive(t, seedError.Faults[0].Line)
		})
	}
}

func TestALineIsNoWiderThanSixTimesWithWhatItsDriverMayBe(t *testing.T) {
	_, _, err := contribution.LoadFS(withFile(t, "drivers", replacing("low: 0.5, high: 2,", "low: 0.3, high: 2.5,")))
	seedError, ok := errors.AsType[*drejebog.SeedError](err)
	require.True(t, ok)
	assert.Contains(t, seedError.Told().EN, "not yet estimable")
	require.Len(t, seedError.Faults, 2, "the share of caseworkers and that of temps")
	assert.Equal(t, "estimate/drivers.yaml", seedError.Faults[0].File)
	assert.Positive(t, seedError.Faults[0].Line)
}
