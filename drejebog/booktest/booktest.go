package booktest

import (
	"bytes"
	"io"
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/require"
)

var load = sync.OnceValues(drejebog.Load)

// Book is the playbook, read once for all tests of a package. Nobody may change
// it.
func Book(t require.TestingT) *drejebog.Playbook {
	book, err := load()
	require.NoError(t, err)
	return book
}

// Sample reads a sample plan, "lemvig.yaml" say, whatever is wrong with it; the
// plan is nil where the kommune is not known.
func Sample(t require.TestingT, name string) (*plan.Plan, []drejebog.Finding) {
	file, err := plans.Files().Open(name)
	require.NoError(t, err)
	return plan.Read(Book(t), name, file)
}

// Plan reads a plan of Roskilde with these lines, whatever there is to say about
// it.
func Plan(t require.TestingT, lines ...string) *plan.Plan {
	p, findings := plan.Read(Book(t), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+strings.Join(lines, "\n")))
	require.NotNil(t, p, "%v", findings)
	return p
}

// Printers are the formats of a document by the ending of a file: "txt", "html",
// "md".
func Printers() map[string]func(*document.Document, io.Writer, lang.Lang) error {
	return map[string]func(*document.Document, io.Writer, lang.Lang) error{
		"txt":  (*document.Document).WriteText,
		"html": (*document.Document).WriteHTML,
		"md":   (*document.Document).WriteMarkdown,
	}
}

// Written is a document in a format, by its ending.
func Written(t require.TestingT, d *document.Document, format string, language lang.Lang) string {
	var out bytes.Buffer
	require.NoError(t, Printers()[format](d, &out, language))
	return out.String()
}
