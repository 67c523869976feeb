package everywriter_test

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

// renamed is what allGiven gives by files with other ids.
func renamed(t testing.TB) *given {
	files := booktest.RenamedFiles(t)
	book, err := drejebog.LoadFS(files)
	require.NoError(t, err)
	g := &given{book: book}
	g.figures, _, err = estimate.LoadFS(files)
	require.NoError(t, err)
	for _, name := range plans.Requirements() {
		list, findings := requirements.Read(book, name, strings.NewReader(booktest.Renamed(sample(t, name))))
		require.False(t, drejebog.HasFault(findings), "%s: %v", name, findings)
		g.lists = append(g.lists, *list)
	}
	g.before, err = timeline.Compute(book, plan.New("Skive"))
	require.NoError(t, err)
	return g
}

// digests stand for ids and for links by their ids: UIDs of events, and what a project
// file was written with.
var digests = regexp.MustCompile(`UID:[0-9a-f]{24}@|; [0-9a-f]{1,8}</Value>`)

// compared is a text without digests and without what the length of an id moves, blanks
// and rules.
func compared(text string) string {
	text = booktest.RenamedBack(strings.ReplaceAll(digests.ReplaceAllString(text, ""), `\.`, "."))
	return strings.Join(strings.Fields(strings.NewReplacer("─", "", "-", "").Replace(text)), " ")
}

// Every writer tells by other ids what it tells by the module's own.
func TestEveryWriterTellsTheSameByOtherIDs(t *testing.T) {
	ours, other := allGiven(t), renamed(t)
	names := plans.Names()
	if os.Getenv("MONOPOLBRUD_FULL") == "" {
		names = names[1:3]
	}
	for _, name := range names {
		p, findings := plan.Read(ours.book, name, strings.NewReader(sample(t, name)))
		require.NotNil(t, p, "%v", findings)
		q, findings := plan.Read(other.book, name, strings.NewReader(booktest.Renamed(sample(t, name))))
		require.NotNil(t, q, "%v", findings)
		told, got := ours.told(t, p), other.told(t, q)
		require.Greater(t, len(told), 90)
		require.Len(t, got, len(told))
		for writer, want := range told {
			require.Equal(t, want, got[writer], "%s of %s", writer, name)
		}
	}
}

// told is what every writer of text writes of a plan, by its name.
func (g *given) told(t testing.TB, p *plan.Plan) map[string]string {
	told := map[string]string{}
	r := g.compute(t, p)
	for of := range excel {
		for _, w := range g.writers(of, p, r, lang.Danish) {
			var out bytes.Buffer
			require.NoError(t, w.write(&out))
			told[w.name] = compared(out.String())
		}
	}
	return told
}

func sample(t testing.TB, name string) string {
	text, err := fs.ReadFile(plans.Files(), name)
	require.NoError(t, err)
	return string(text)
}
