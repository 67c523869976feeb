package overview_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// planOf reads a plan that must be readable; warnings may be.
func planOf(t require.TestingT, lines ...string) *plan.Plan {
	p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+strings.Join(lines, "\n")))
	require.NotNil(t, p, "%v", findings)
	return p
}

// assess assesses a plan that must be computable.
func assess(t require.TestingT, p *plan.Plan, lists ...requirements.List) *readiness.Assessment {
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	a, err := readiness.Assess(s, lists...)
	require.NoError(t, err)
	return a
}

// listOf reads a list that must be without findings.
func listOf(t require.TestingT, lines ...string) requirements.List {
	list, findings := requirements.Read(booktest.Book(t), "krav.yaml", strings.NewReader(strings.Join(lines, "\n")))
	require.Empty(t, findings)
	return *list
}

// small is a list of SAPA with two categories, one with questions.
func small(t require.TestingT) requirements.List {
	return listOf(t, "project: sapa", "published: 2015-06-15", "requirements:",
		"  - {id: testpersoner, category: test, text: Testpersoner er udpeget, evidence: Liste}",
		"  - {id: testtid, category: test, text: Testpersonerne er frigjort}",
		"  - id: plan", "    category: migrering", "    text: Planen er lagt",
		"    questions: [{id: a, text: \"A?\"}, {id: b, text: \"B?\"}, {id: c, text: \"C?\"}]",
	)
}

// sample reads a sample plan.
func sample(t require.TestingT, name string) *plan.Plan {
	p, findings := booktest.Sample(t, name)
	require.NotNil(t, p, "%v", findings)
	return p
}

// sampleLists reads the sample lists of requirements.
func sampleLists(t require.TestingT) []requirements.List {
	var lists []requirements.List
	for _, name := range plans.Requirements() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		list, findings := requirements.Read(booktest.Book(t), name, bytes.NewReader(text))
		require.Empty(t, findings)
		lists = append(lists, *list)
	}
	return lists
}

func on(iso string) date.Date {
	d, err := date.Parse("2006-01-02", iso)
	if err != nil {
		panic(err)
	}
	return d
}

func projectOf(t require.TestingT, a *readiness.Assessment, id string) *readiness.ProjectAssessment {
	for i := range a.Projects {
		if a.Projects[i].ID == id {
			return &a.Projects[i]
		}
	}
	require.Fail(t, "no project "+id)
	return nil
}

func textOf(t testing.TB, a *readiness.Assessment, language lang.Lang) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, readinessreport.Assessment(a).WriteText(&out, language))
	return out.String()
}
