package plan_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// loaded reads the playbook once for all tests of the package.
var loaded = sync.OnceValues(drejebog.Load)

func book(t testing.TB) *drejebog.Playbook {
	t.Helper()
	b, err := loaded()
	require.NoError(t, err)
	return b
}

// read reads a plan that a test writes out.
func read(t testing.TB, text string) (*plan.Plan, []drejebog.Finding) {
	t.Helper()
	return plan.Read(book(t), "plan.yaml", strings.NewReader(text))
}

// good reads a plan that must be without any finding.
func good(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, findings := read(t, text)
	require.Empty(t, lines(findings))
	require.NotNil(t, p)
	return p
}

// lines are findings as a person meets them: place, code and Danish text.
func lines(findings []drejebog.Finding) []string {
	list := make([]string, len(findings))
	for i, f := range findings {
		list[i] = f.Place.String() + " " + f.Code + " " + f.Severity.String() + ": " + f.Text.DA
	}
	return list
}

func onDay(iso string) date.Date {
	day, err := lang.ParseISO(iso)
	if err != nil {
		panic(iso + " is not " + err.Error())
	}
	return day
}
