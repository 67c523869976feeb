package drejebog_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// faultsOf reads damaged data files and returns what was found, a line each.
func faultsOf(t *testing.T, files fstest.MapFS) []string {
	t.Helper()
	b, err := drejebog.LoadFS(files)
	require.Nil(t, b, "damaged data gives no playbook")
	seedError, ok := errors.AsType[*drejebog.SeedError](err)
	require.True(t, ok, "%T: %v", err, err)
	lines := make([]string, len(seedError.Faults))
	for i, fault := range seedError.Faults {
		says := drejebog.BuiltInWords().Of(fault)
		lines[i] = fault.Place().String() + ": " + says.EN
		assert.NotZero(t, fault.Line, "%s has no line", fault)
		assert.NotZero(t, fault.Column, "%s has no column", fault)
		assert.NotEmpty(t, says.DA)
	}
	assert.Equal(t, strings.Join(lines, "\n"), seedError.Told().EN, "the faults are told one on a line")
	assert.Equal(t, len(lines), 1+strings.Count(err.Error(), "\n"), "the error lists them for programmers")
	return lines
}

// An option and a dependency of the tests' own, whole and right, to damage.
const (
	anOption = `
  - id: proevesejlads
    name: {da: Prøvesejlads, en: Trial sail}
    projects: [ky, sapa]
    section: "4.10"
    since: "2.0"
    certainty: stated
`
	aDependency = `
  - from: ext/kitos
    to: 4.14/strategi
    type: FS
    lag: {value: 1, unit: months}
    section: "4.14"
    since: "4.0"
    certainty: stated
`
	aMilestone = `
  - id: ext/proeve
    name: {da: Prøve, en: Trial}
    kind: deliverable
    actor: kombit
    scope: project
    projects: [ky]
    section: "4.10"
    since: "2.0"
    certainty: stated
    offset: {milestone: golive, months: -2, certainty: assumed, why: {da: a, en: b}}
`
)

func TestTheEntriesThatTheTestsDamageAreRight(t *testing.T) {
	files := seedFiles(t)
	extend(files, "options.yaml", anOption)
	extend(files, "dependencies.yaml", aDependency)
	extend(files, "milestones.yaml", aMilestone)
	_, err := drejebog.LoadFS(files)
	require.NoError(t, err)
}

func extend(files fstest.MapFS, file, entry string) {
	files[file] = &fstest.MapFile{Data: append([]byte(strings.TrimRight(string(files[file].Data), "\n")+"\n"), entry...)}
}

// Each row damages an entry of the tests' own in one place. The fault stands
// at the first mention of a text in the damaged entry.
func TestADamagedEntryIsFoundWithItsPlaceAndWhatWasExpected(t *testing.T) {
	options, dependencies, milestones := "options.yaml", "dependencies.yaml", "milestones.yaml"
	for _, row := range []struct {
		name, file, entry, old, new string
		at, want                    string
	}{
		{
			"an unknown key", options, anOption, `since: "2.0"`, `sinc: "2.0"`,
			"sinc: ", "unknown key “sinc” in options[N]; did you mean “since”?",
		},
		{
			"a missing key", options, anOption, "\n    certainty: stated", "",
			"id: proevesejlads", "the key “certainty” is missing in options[N]; add it",
		},
		{
			"a misspelt word of a fixed list", options, anOption, "certainty: stated", "certainty: state",
			"state\n", "options[N].certainty is “state”; expected one of assumed, implied, stated; did you mean “stated”?",
		},
		{
			"a duplicate id", options, anOption, "id: proevesejlads", "id: ekstra-undervisning",
			"ekstra-undervisning\n    name: {da: Prøve", "options[N].id is ekstra-undervisning; expected an id that no other entry of the list has",
		},
		{
			"an unknown project", options, anOption, "[ky, sapa]", "[ky, saba]",
			"saba", "options[N].projects[1] is saba; expected a project; did you mean “sapa”?",
		},
		{
			"an unknown section", options, anOption, `section: "4.10"`, `section: "4.99"`,
			`"4.99"`, "options[N].section is 4.99; expected a section of the playbook; did you mean “4.9”?",
		},
		{
			"an unknown edition", options, anOption, `since: "2.0"`, `since: "9.9"`,
			`"9.9"`, "options[N].since is 9.9; expected an edition",
		},
		{
			"a fact without source", options, anOption, "    section: \"4.10\"\n", "",
			"id: proevesejlads", "options[N] is an entry without source; expected section or source",
		},
		{
			"an implied fact without why", options, anOption, "stated", "implied",
			"id: proevesejlads", "options[N] is an entry that is implied without why; expected why, in both languages",
		},
		{
			"an assumed fact without why", options, anOption, "stated", "assumed",
			"id: proevesejlads", "options[N] is an entry that is assumed without why; expected why, in both languages",
		},
		{
			"an edge to an unknown step", dependencies, aDependency, "to: 4.14/strategi", "to: 4.14/strategy",
			"4.14/strategy", "dependencies[N].to is 4.14/strategy; expected a step or milestone; did you mean “4.14/strategi”?",
		},
		{
			"an edge from an instance that there is not", dependencies, aDependency, "from: ext/kitos", "from: golive@kmd",
			"golive@kmd", "dependencies[N].from is golive@kmd; expected a step or milestone; did you mean “golive@ksd”?",
		},
		{
			"an edge to level of effort", dependencies, aDependency, "to: 4.14/strategi", "to: 4.12/styring",
			"4.12/styring", "dependencies[N].to is 4.12/styring; expected a step with a duration: level of effort spans others and has no edges",
		},
		{
			"a negative lag", dependencies, aDependency, "value: 1", "value: -1",
			"-1, unit", "dependencies[N].lag.value is -1; expected a number from 0 to 2,000",
		},
		{
			"a lag beyond all dates", dependencies, aDependency, "value: 1", "value: 2000000000",
			"2000000000", "dependencies[N].lag.value is 2000000000; expected a number from 0 to 2,000",
		},
		{
			"an edge that the windows cannot hold", dependencies, aDependency, "value: 1", "value: 3",
			"from: ext/kitos\n    to: 4.14/strategi\n",
			"dependencies[N] is ext/kitos → 4.14/strategi; expected an edge that can hold with its predecessor as early and its successor as late as their windows allow",
		},
		{
			"a cycle", dependencies, aDependency, "from: ext/kitos\n    to: 4.14/strategi", "from: 4.1/udbudsplan\n    to: 4.1/overblik",
			"from: 4.1/udbudsplan\n    to: 4.1/overblik", "dependencies[N] is 4.1/udbudsplan → 4.1/overblik → 4.1/udbudsplan; expected edges that make no cycle",
		},
		{
			"an unknown actor", milestones, aMilestone, "actor: kombit", "actor: kombitt",
			"kombitt", "milestones[N].actor is kombitt; expected a party; did you mean “kombit”?",
		},
		{
			"a milestone that there is already", milestones, aMilestone, "ext/proeve", "golive",
			"golive\n    name: {da: Prøve", "milestones[N].id is golive@ky; expected an id that no other entry of the list has",
		},
		{
			"an offset from nothing", milestones, aMilestone, "milestone: golive", "milestone: go-live",
			"go-live, months", "milestones[N].offset.milestone is go-live; expected a milestone; did you mean “golive”?",
		},
		{
			"an offset beyond all dates", milestones, aMilestone, "months: -2", "months: -2000000000",
			"-2000000000", "milestones[N].offset.months is -2000000000; expected a number from -2,000 to 2,000",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			files := seedFiles(t)
			extend(files, row.file, strings.Replace(row.entry, row.old, row.new, 1))
			n := map[string]int{options: len(book(t).Options), dependencies: len(book(t).Dependencies), milestones: len(book(t).Milestones)}[row.file]
			want := strings.ReplaceAll(row.want, "[N]", fmt.Sprintf("[%d]", n))
			assert.Equal(t, []string{placeOf(t, files, row.file, row.at) + ": " + want}, faultsOf(t, files))
		})
	}
}

func TestAnEdgeKeepsTheDistanceThatItsMilestoneIsCountedBack(t *testing.T) {
	files := seedFiles(t)
	extend(files, "milestones.yaml", aMilestone)
	extend(files, "dependencies.yaml", strings.NewReplacer("ext/kitos", "ext/proeve", "4.14/strategi", "golive").Replace(aDependency))
	assert.Equal(t, []string{
		placeOf(t, files, "dependencies.yaml", "1, unit: months}\n    section: \"4.14\"\n    since: \"4.0\"\n    certainty: stated\n") + fmt.Sprintf(": dependencies[%d].lag.value is 1; expected 2 months, as in the milestone's offset", len(book(t).Dependencies)),
	}, faultsOf(t, files))
}

func TestASecondKeyOrEdgeIsFoundWhereItStands(t *testing.T) {
	files := seedFiles(t)
	extend(files, "options.yaml", strings.Replace(anOption, `since: "2.0"`, `section: "4.7"`, 1))
	first := strings.Split(placeOf(t, files, "options.yaml", "section: \"4.10\"\n    section"), ":")[1]
	assert.Equal(t, []string{
		placeOf(t, files, "options.yaml", "section: \"4.7\"\n    certainty: stated\n") + ": the key “section” stands twice, first in line " + first + "; delete one",
	}, faultsOf(t, files))

	files = seedFiles(t)
	extend(files, "dependencies.yaml", aDependency)
	first = placeOf(t, files, "dependencies.yaml", strings.TrimSpace(aDependency)[2:])
	extend(files, "dependencies.yaml", aDependency)
	got := faultsOf(t, files)
	require.Len(t, got, 1)
	assert.NotContains(t, got[0], first)
	assert.Contains(t, got[0], fmt.Sprintf("dependencies[%d] is ext/kitos 4.14/strategi FS; expected an id that no other entry of the list has", len(book(t).Dependencies)+1))
}

// Each row changes the real data in one place by a pattern.
func TestDamagedDataIsFoundWithItsPlaceAndWhatWasExpected(t *testing.T) {
	for _, row := range []struct {
		name, file, pattern, new string
		at, want                 string
	}{
		{
			"a deadline without a day", "activities/4.yaml", `(end: )Fortløbende opgave\n( +kind: )forventet`, "${1}Fortløbende opgave\n${2}frist",
			"Fortløbende opgave\n        kind: frist", "activities[0].windows[0].end is Fortløbende opgave; expected a day, since a frist has one",
		},
		{
			"a task that is longer than its window", "activities/5.yaml", `(?s)(id: driftsproeve.*?likely: )\d+(\s+high: )\d+`, "${1}600${2}700",
			"600", "activities[3].steps[0].duration.likely is 600 working days; expected fewer than the 42 weekdays of its window",
		},
		{
			"a task that fills its window", "activities/5.yaml", `(?s)(id: driftsproeve.*?likely: )\d+(\s+high: )\d+`, "${1}42${2}50",
			"42\n", "activities[3].steps[0].duration.likely is 42 working days; expected fewer than the 42 weekdays of its window",
		},
		{
			"low above likely", "activities/5.yaml", `(?s)(id: driftsproeve.*?)low: \d+(\s+)likely: \d+(\s+)high: \d+`, "${1}low: 20${2}likely: 10${3}high: 30",
			"duration:\n          low: 20\n          likely: 10", "activities[3].steps[0].duration is low 20, likely 10, high 30; expected low, likely and high that rise from a day to 2,000 working days at most",
		},
		{
			"a duration beyond all dates", "activities/5.yaml", `(?s)(id: driftsproeve.*?)low: \d+(\s+)likely: \d+(\s+)high: \d+`, "${1}low: 20${2}likely: 20${3}high: 2000000000",
			"duration:\n          low: 20\n          likely: 20", "activities[3].steps[0].duration is low 20, likely 20, high 2,000,000,000; expected low, likely and high that rise from a day to 2,000 working days at most",
		},
		{
			"a step without length", "activities/5.yaml", `(?s)(id: driftsproeve.*?)        duration:.*?(\n    notes:)`, "${1}${2}",
			"id: driftsproeve", "activities[3].steps[0] is a step without length; expected duration or effort",
		},
		{
			"a window that ends before it starts", "activities/5.yaml", `end: Februar 2016`, "end: Februar 2015",
			"id: \"5.4\"\n        start", "activities[3].windows[0] is Januar 2016 to Februar 2015; expected an end that does not lie before the start",
		},
		{
			"a period that nobody can read", "activities/5.yaml", `end: Februar 2016`, "end: Februer 2016",
			"Februer 2016", "activities[3].windows[0].end is “Februer 2016”; expected ",
		},
		{
			"an expected time that ends before it starts", "activities/4.yaml", `(expected:\n +start: )[^\n]*(\n +end: )[^\n]*`, "${1}maj 2015${2}maj 2014",
			"expected:\n          start: maj 2015", ".expected is maj 2015 to maj 2014; expected an end that does not lie before the start",
		},
		{
			"a role that there is not", "activities/5.yaml", `(?s)(id: driftsproeve.*?role: )forretningsejer`, "${1}forretningsejeren",
			"forretningsejeren", "activities[3].steps[0].role is forretningsejeren; expected a role; did you mean “forretningsejer”?",
		},
		{
			"a date that does not exist", "editions.yaml", `date: 2013-06-19`, "date: 2013-06-31",
			"2013-06-31", "editions[1].date is “2013-06-31”; expected a day of the calendar",
		},
		{
			"editions out of order", "editions.yaml", `date: 2013-06-19`, "date: 2013-05-19",
			"2013-05-19", "editions[1].date is 2013-05-19; expected a date after that of the edition before",
		},
		{
			"a legacy system of an unknown project", "projects.yaml", `project: ky\n`, "project: kyy\n",
			"kyy", "systems[0].project is kyy; expected a project; did you mean “ky”?",
		},
		{
			"codes that do not rise", "kommuner.yaml", `code: "0151"`, `code: "0099"`,
			`"0099"`, "kommuner[2].code is 0099; expected a code of four digits, in rising order",
		},
		{
			"nobody living in a kommune", "kommuner.yaml", `count: 559440`, `count: 0`,
			"0}, {on: 2014", "kommuner[0].population[0].count is 0; expected inhabitants",
		},
		{
			"a day off that is no day", "calendar.yaml", `month: 12\n    day: 24`, "month: 13\n    day: 24",
			"id: juleaftensdag", "daysOff[1] is day 24 of month 13; expected a month and a day that there are",
		},
		{
			"weeks off that no year has", "calendar.yaml", `weeks: \{from: 29, to: 30\}`, "weeks: {from: 29, to: 53}",
			"weeks: {from: 29, to: 53}", "daysOff[4].weeks is weeks 29 to 53; expected weeks that each year has, without month and day, the first not after the last",
		},
		{
			"a half day off that is free", "calendar.yaml", `day: 5\n    free: false`, "day: 5\n    free: true",
			"true\n    certainty", "daysOff[0].half is grundlovsdag; expected a half day off that counts as a working day",
		},
		{
			"a check of quality without a yardstick", "quality.yaml", `unit: ratio\n    atLeast: 0.95`, "unit: ratio",
			"id: cpli", "qualityChecks[12] is no yardstick, or two; expected one of atMost and atLeast",
		},
		{
			"a rule about a step that no section has", "landmarks.yaml", `6.3/opsigelse `, "6.3/opsigelsen ",
			"6.3/opsigelsen", "landmarks.notice is 6.3/opsigelsen; expected a step; did you mean “6.3/opsigelse”?",
		},
		{
			"a rule about a section that there is not", "landmarks.yaml", `"4.8"`, `"4.18"`,
			`"4.18"`, "landmarks.requirements is 4.18; expected a section of the playbook; did you mean “4.1”?",
		},
		{
			"a finding with other places in English", "findings.yaml", `names the task “\{id\}”`, "names the task “{task}”",
			"", "",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			files := seedFiles(t)
			rewrite(t, files, row.file, row.pattern, row.new)
			got := faultsOf(t, files)
			require.Len(t, got, 1, "%s", strings.Join(got, "\n"))
			if row.at != "" {
				assert.Contains(t, got[0], placeOf(t, files, row.file, row.at)+": ")
			}
			if row.want != "" {
				assert.Contains(t, got[0], row.want)
			}
		})
	}
}

func TestASectionAndItsEditionMustTellTheSameChange(t *testing.T) {
	files := seedFiles(t)
	rewrite(t, files, "activities/6.yaml", `(changed:\s+- edition: )"2.0"`, `${1}"2.1"`)
	got := faultsOf(t, files)
	require.Len(t, got, 2)
	assert.Equal(t, placeOf(t, files, "activities/6.yaml", `"2.1"`)+": activities[0].changed[0].edition is 2.1; expected an edition that lists 6.1 as changed", got[0])
	assert.Contains(t, got[1], "editions[2].changed[0] is 6.1; expected a section whose own entry says the same of edition 2.0")
}

func TestAMissingFileIsNamed(t *testing.T) {
	files := seedFiles(t)
	delete(files, "contacts.yaml")
	assert.Equal(t, []string{"contacts.yaml:1:1: the file cannot be read: it does not exist"}, faultsOf(t, files))
}

func TestWithoutAnyFileEachIsMissed(t *testing.T) {
	assert.Len(t, faultsOf(t, fstest.MapFS{}), 22, "every file of the playbook is named at once")
}

func TestFaultsInTwoFilesAreBothReported(t *testing.T) {
	t.Run("in reading them", func(t *testing.T) {
		files := seedFiles(t)
		extend(files, "options.yaml", strings.Replace(anOption, "since:", "sinc:", 1))
		extend(files, "milestones.yaml", strings.Replace(aMilestone, "kind: deliverable", "kind: deliverables", 1))
		got := faultsOf(t, files)
		require.Len(t, got, 2)
		assert.True(t, strings.HasPrefix(got[0], "milestones.yaml:"), "sorted by file: %s", got[0])
		assert.True(t, strings.HasPrefix(got[1], "options.yaml:"), "sorted by file: %s", got[1])
	})
	t.Run("in what they say together", func(t *testing.T) {
		files := seedFiles(t)
		extend(files, "options.yaml", strings.Replace(anOption, "[ky, sapa]", "[kyy, sapaa]", 1))
		extend(files, "milestones.yaml", strings.Replace(aMilestone, "actor: kombit", "actor: kombitt", 1))
		got := faultsOf(t, files)
		require.Len(t, got, 3)
		assert.Contains(t, got[0], "expected a party; did you mean “kombit”?")
		assert.Contains(t, got[1], "expected a project; did you mean “ky”?")
		assert.Contains(t, got[2], "expected a project; did you mean “sapa”?")
	})
}

func TestEmptyListsAreFaultsAndNoPanic(t *testing.T) {
	for file, text := range map[string]string{
		"editions.yaml":      "editions: []\n",
		"projects.yaml":      "projects: []\nsystems: []\nparties: []\n",
		"activities/4.yaml":  "activities: []\n",
		"milestones.yaml":    "milestones: []\n",
		"roles.yaml":         "roles: []\n",
		"dependencies.yaml":  "",
		"kommuner.yaml":      "- 1\n",
		"cases.yaml":         "cases: {}\n",
		"notes.yaml":         "\xff",
		"documents.yaml":     "documents: [",
		"estimate/none.yaml": "",
	} {
		files := seedFiles(t)
		files[file] = &fstest.MapFile{Data: []byte(text)}
		_, err := drejebog.LoadFS(files)
		if file == "estimate/none.yaml" {
			require.NoError(t, err, "a file that is not the playbook's is not read")
			continue
		}
		require.Error(t, err, file)
	}
}

func rewrite(t *testing.T, files fstest.MapFS, file, pattern, new string) {
	t.Helper()
	text := files[file].Data
	expression := regexp.MustCompile(pattern)
	at := expression.FindSubmatchIndex(text)
	require.NotNil(t, at, "%s has nothing like %q", file, pattern)
	changed := append([]byte{}, text[:at[0]]...)
	changed = expression.Expand(changed, []byte(new), text, at)
	files[file] = &fstest.MapFile{Data: append(changed, text[at[1]:]...)}
}
