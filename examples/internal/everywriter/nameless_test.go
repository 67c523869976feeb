package everywriter_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"html"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/require"
)

// mark stands in every name and every id of a person.
const mark = "qzxwj"

// peopled is a sample whose people have names and ids that nothing else is called.
func (g *given) peopled(t *testing.T, name string) *plan.Plan {
	t.Helper()
	text := sample(t, name)
	p, _ := plan.Read(g.book, name, strings.NewReader(text))
	require.NotNil(t, p)
	for id, person := range p.People {
		word := func(old, by string) { text = regexp.MustCompile(`\b`+old+`\b`).ReplaceAllString(text, by) }
		word(id, mark+"-"+id)
		if person.Name != "" {
			word(person.Name, strings.ToUpper(mark)+" "+person.Name+" Holm")
		}
	}
	text = strings.Replace(text, "\ntasks:\n", "\nnote: Aftalt med "+strings.ToUpper(mark)+" Bo Holm\ntasks:\n", 1)
	q, _ := plan.Read(g.book, name, strings.NewReader(text))
	require.NotNil(t, q)
	require.Len(t, q.People, len(p.People))
	return q
}

var image = regexp.MustCompile(`base64,[A-Za-z0-9+/]+=*`)

// unzipped is what is in a file of Excel, or in another with its images.
func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return image.ReplaceAllStringFunc(html.UnescapeString(string(data)), func(encoded string) string {
			drawn, err := base64.StdEncoding.DecodeString(encoded[len("base64,"):])
			require.NoError(t, err)
			return string(drawn)
		})
	}
	var all strings.Builder
	for _, file := range files.File {
		r, err := file.Open()
		require.NoError(t, err)
		_, err = io.Copy(&all, r)
		require.NoError(t, err)
	}
	return all.String()
}

// No writer writes a name or an id of a person of a plan without names, and what is
// computed from it is the same.
func TestNoWriterNamesThePeopleOfAPlanWithoutNames(t *testing.T) {
	g := allGiven(t)
	names := []string{"odense.yaml"}
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		names = plans.Names()
	}
	for _, name := range names {
		p := g.peopled(t, name)
		bare, findings := p.Nameless(g.book, lang.Danish, plan.Check(g.book, p)...)
		for _, f := range findings {
			require.NotContains(t, strings.ToLower(f.Text.DA+f.Text.EN+f.Remedy.DA+f.Subject), mark)
		}
		named, r := g.compute(t, p), g.compute(t, bare)
		require.Equal(t, named.schedule.CriticalPath, r.schedule.CriticalPath)
		require.Equal(t, named.estimate.Total(), r.estimate.Total())
		require.Len(t, r.status.Findings, len(named.status.Findings))
		naming := 0
		for of := range parts {
			for _, w := range g.writers(of, p, named, lang.Danish) {
				if strings.Contains(strings.ToLower(unzipped(t, bytesOf(t, w))), mark) {
					naming++
				}
			}
			for _, w := range g.writers(of, bare, r, lang.Danish) {
				require.NotContains(t, strings.ToLower(unzipped(t, bytesOf(t, w))), mark, "%s of %s", w.name, name)
			}
		}
		if len(p.People) > 0 {
			require.Greater(t, naming, 20, "writers that name people of %s", name)
		}
	}
}

func bytesOf(t *testing.T, w writer) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, w.write(&out))
	return out.Bytes()
}
