package readinessreport_test

import (
	"bytes"
	"io"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/status"
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

// sample reads a sample plan, whatever is wrong with it.
func sample(t testing.TB, name string) (*plan.Plan, []drejebog.Finding) {
	t.Helper()
	file, err := plans.Files().Open(name)
	require.NoError(t, err)
	return plan.Read(book(t), name, file)
}

// lists reads the sample lists of requirements.
func lists(t testing.TB) []readiness.List {
	t.Helper()
	var all []readiness.List
	for _, name := range plans.Requirements() {
		file, err := plans.Files().Open(name)
		require.NoError(t, err)
		list, findings := readiness.ReadList(book(t), name, file)
		require.Empty(t, findings)
		all = append(all, *list)
	}
	return all
}

// computed is every part of a plan.
func computed(t testing.TB, p *plan.Plan, lists ...readiness.List) *status.Status {
	t.Helper()
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	s, err := status.Compute(book(t), p, contributions, lists...)
	require.NoError(t, err)
	return s
}

// assess assesses a sample.
func assess(t testing.TB, name string, lists ...readiness.List) *readiness.Assessment {
	t.Helper()
	p, _ := sample(t, name)
	require.NotNil(t, p, name)
	return computed(t, p, lists...).Assessment
}

// languages are those of the goldens, by what their names end in.
var languages = map[string]lang.Lang{"": lang.Danish, "-en": lang.English}

// printers are the formats by the ending of their goldens.
var printers = map[string]func(*document.Document, io.Writer, lang.Lang) error{
	"txt":  (*document.Document).WriteText,
	"html": (*document.Document).WriteHTML,
	"md":   (*document.Document).WriteMarkdown,
}

func written(t testing.TB, d *document.Document, format string, language lang.Lang) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, printers[format](d, &out, language))
	return out.String()
}
