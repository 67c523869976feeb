package readiness_test

import (
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// seedsWith are the data files, each edited.
func seedsWith(t *testing.T, edit func(name, text string) string) fs.FS {
	t.Helper()
	edited := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(seeds.Files(), name)
		edited[name] = &fstest.MapFile{Data: []byte(edit(name, string(text)))}
		return err
	}))
	return edited
}

// change is a text of the file of topics, or of what can be prepared, with what
// stands in its place, and what the error has to say.
type change struct{ old, by, want string }

// changed makes changes, each of which must find its text.
func changed(t *testing.T, changes ...change) fs.FS {
	t.Helper()
	met := map[change]bool{}
	files := seedsWith(t, func(name, text string) string {
		if !strings.HasPrefix(name, "readiness/") {
			return text
		}
		for _, c := range changes {
			if strings.Contains(text, c.old) && !met[c] {
				met[c], text = true, strings.Replace(text, c.old, c.by, 1)
			}
		}
		return text
	})
	require.Len(t, met, len(changes))
	return files
}

func TestTheModulesOwnRulesNameWhatThePlaybookHas(t *testing.T) {
	rules, err := readiness.LoadFS(seeds.Files())
	require.NoError(t, err)
	assert.Equal(t, "projektleder", rules.Responsible(&requirements.Requirement{}))
	assert.Equal(t, "jurist", rules.Responsible(&requirements.Requirement{Responsible: "jurist"}))
}

// An id that is not known, and a row that lacks what its judge looks at, are faults
// at load with their place, all at once.
func TestARuleThatNamesNothingIsAFaultWithItsPlace(t *testing.T) {
	for _, changes := range [][]change{{
		{"    step: 4.8/bekraeftelse\n", "    step: 4.8/bekraftelse\n", "topics.yaml:13:11: strict/did-you-mean"},
		{"milestone: 5.4/godkendt", "milestone: 5.4/godkendet", "gates[4].milestone"},
		{"  - gate: readiness\n", "  - gate: readiness\n    milestone: 4.8/bekraeftet\n", "gates[1].milestone, want seeds/absent"},
		{"gate: 5.3/klarmelding\n    section", "gate: 5.3/klarmeldt\n    section", "topics[9].gate"},
		{"gate: 4.8/bekraeftet\n    section: \"4.5\"", "gate: 4.8/bekraeftet\n    section: \"4.55\"", "topics[0].section"},
		{"task: 4.5/roller", "task: 4.5/rolle", "topics[0].task"},
		{"role: styregruppe", "role: styregruppen", "topics[0].role"},
		{"leads: projektleder", "leads: projectleader", "topics[0].roles.leads"},
		{"development: ext/udvikling", "development: ext/udvikler", "topics[1].milestones.development"},
		{"count: processes", "count: proceses", "topics[3].drivers.count"},
		{"shared: stoettesystemerne", "shared: stoettesystemer", "topics[17].projects.shared"},
		{"5.1/as-is,", "5.1/asis,", "topics[2].shows[0]"},
		{"project: sapa", "project: sapo", "topics[12].project"},
		{"- id: it-miljoe\n    name", "- id: organisation\n    name", "topics[2].id"},
		{"responsible: projektleder\n  neigh", "responsible: leder\n  neigh", "ids.responsible"},
		{"neighbours: \"7.1.6\"", "neighbours: \"7.1.66\"", "ids.neighbours"},
		{"- id: due-months", "- id: due-month", "rules[0].id"},
		{"step: 4.9/oprydning", "step: 4.9/oprydnin", "preparation.yaml:28:11: strict/did-you-mean"},
		{"category: data", "category: daat", "requirements[1].category"},
		{"projects: [ky, ksd]", "projects: [ky, kds]", "requirements[1].projects[1]"},
		{"executor: sagsbehandler", "executor: sagsbehandlere", "requirements[1].executor"},
	}, {
		{"    step: 4.8/bekraeftelse\n", "", "topics.yaml:11:5: strict/bad-value: got seeds/absent"},
		{"    milestone: golive\n", "", "topics.yaml:19:5: strict/bad-value: got seeds/absent, path gates[3], want seeds/a-milestone"},
		{"- gate: test\n", "- gate: trial\n", "path gates,"},
		{"    task: 4.5/roller\n", "", "topics[0].task"},
		{"    role: styregruppe\n", "", "topics[0].role"},
		{"    roles: {leads: projektleder}\n", "", "topics[0].roles.leads"},
		{"judge: agreement", "judge: agrement", "topics[1].judge"},
		{"{count: processes}", "{count: processes, counts: processes}", "topics[3].drivers.counts"},
		{"    judge: portfolio\n", "    judge: portfolio\n    gate: golive\n", "topics[18].gate"},
	}} {
		_, err := readiness.LoadFS(changed(t, changes...))
		var told *drejebog.SeedError
		require.ErrorAs(t, err, &told)
		for _, c := range changes {
			assert.ErrorContains(t, err, c.want, c.by)
		}
		for _, fault := range told.Faults {
			assert.NotZero(t, fault.Line, "%v", fault)
			assert.NotContains(t, drejebog.BuiltInWords().Of(fault).DA, "seeds/", "%v", fault)
		}
	}
}

func TestAssessSaysThatTheRulesOfItsBookAreWrong(t *testing.T) {
	book, err := drejebog.LoadFS(changed(t, change{old: "task: 4.5/roller", by: "task: 4.5/rolle"}))
	require.NoError(t, err)
	s, err := timeline.Compute(book, plan.New("Roskilde"))
	require.NoError(t, err)
	_, err = readiness.Assess(s)
	require.ErrorContains(t, err, "topics[0].task")
}

// A topic may be judged by another task, or be one of its own, without a line of Go.
func TestATopicIsARow(t *testing.T) {
	const own = `  - id: netvaerk
    name: {da: Netværk, en: Network}
    judge: task
    task: 4.14/strategi
    role: projektleder
    section: "4.14"
    since: "4.0"
    certainty: stated
`
	files := changed(t, change{old: "  - id: udbud\n", by: own + "  - id: udbud\n"})
	rules, err := readiness.LoadFS(files)
	require.NoError(t, err)
	a, err := readiness.Input{Rules: rules}.Assess(assess(t, planOf(t, "asOf: 2014-06-27")).Schedule)
	require.NoError(t, err)
	assert.Equal(t, readiness.Grey, criterionOf(t, a, "", "netvaerk").Light)
}

// Ids are facts of the data files: with others in their place all is assessed as
// before.
func TestFilesWithOtherIDsGiveTheSameAssessment(t *testing.T) {
	book, err := drejebog.LoadFS(booktest.RenamedFiles(t))
	require.NoError(t, err)
	var lists []requirements.List
	for _, name := range plans.Requirements() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		list, findings := requirements.Read(book, name, strings.NewReader(booktest.Renamed(string(text))))
		require.Empty(t, findings, name)
		lists = append(lists, *list)
	}
	for _, name := range plans.Names() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		p, findings := plan.Read(book, name, strings.NewReader(booktest.Renamed(string(text))))
		require.NotNil(t, p, "%v", findings)
		s, err := timeline.Compute(book, p)
		require.NoError(t, err)
		a, err := readiness.Assess(s, lists...)
		require.NoError(t, err)
		told := jsonOf(t, a)
		assert.JSONEq(t, jsonOf(t, assess(t, sample(t, name), sampleLists(t)...)), booktest.RenamedBack(told), name)
		for _, id := range []string{"4.8/bekraeftet-klar@", "testx"} {
			assert.Contains(t, told, id, name)
		}
	}
}

// counted are data files that count how often the topics are opened.
type counted struct {
	fs.FS
	topics atomic.Int32
}

func (c *counted) Open(name string) (fs.File, error) {
	if name == "readiness/topics.yaml" {
		c.topics.Add(1)
	}
	return c.FS.Open(name)
}

func TestTheRulesOfOtherFilesAreReadOnceForAllEditionsOfABook(t *testing.T) {
	files := &counted{FS: seedsWith(t, func(_, text string) string { return text })}
	book, err := drejebog.LoadFS(files)
	require.NoError(t, err)
	for _, asOf := range []date.Date{date.New(2014, 6, 27), date.New(2014, 6, 27), date.New(2014, 1, 31)} {
		p := plan.New("Vejen")
		p.AsOf = &asOf
		sched, err := timeline.Compute(book, p)
		require.NoError(t, err)
		_, err = readiness.Assess(sched)
		require.NoError(t, err)
	}
	assert.EqualValues(t, 1, files.topics.Load())
}

func TestNoRequirementHasNobodyResponsible(t *testing.T) {
	rules, err := readiness.RulesOf(nil)
	require.NoError(t, err)
	assert.Empty(t, rules.Responsible(nil))
	assert.Empty(t, (*readiness.Rules)(nil).Responsible(nil))
}
