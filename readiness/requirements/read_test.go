package requirements_test

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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

func TestAListIsHeldAgainstThePlaybookAllAtOnce(t *testing.T) {
	_, findings := requirements.Read(booktest.Book(t), "krav.yaml", strings.NewReader(strings.Join([]string{
		"project: sappa", "published: 2015-06-31", "requirements:",
		"  - {id: Test Personer, category: tests, text: x, responsible: projektledr, step: 5.3/testen}",
		"  - {id: a, category: test, text: x, due: {milestone: golive, months: 99}}",
		"  - {id: a, category: test, text: x, questions: [{id: q, text: y}, {id: q, text: z}]}",
		"  - {id: b, category: test, farve: roed}",
	}, "\n")))
	var got []string
	for _, f := range findings {
		got = append(got, f.Code+" "+f.Place.String())
		assert.NotContains(t, f.Text.DA+f.Remedy.DA+f.Text.EN+f.Remedy.EN, "{", f.Code)
	}
	slices.Sort(got)
	assert.Equal(t, []string{
		"DB-501 krav.yaml:2:12", "DB-501 krav.yaml:7:29", "DB-501 krav.yaml:7:5",
		"DB-502 krav.yaml:1:10", "DB-502 krav.yaml:4:35", "DB-502 krav.yaml:4:64", "DB-502 krav.yaml:4:83",
		"DB-503 krav.yaml:6:5", "DB-503 krav.yaml:6:73", "DB-504 krav.yaml:4:10", "DB-505 krav.yaml:5:71",
	}, got)
}
