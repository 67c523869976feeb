package estimate_test

import (
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// seedsWith are all data files, each edited, which count how often the rates are
// opened.
func seedsWith(t *testing.T, edit func(text string) string) *counted {
	t.Helper()
	edited := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(seeds.Files(), name)
		edited[name] = &fstest.MapFile{Data: []byte(edit(string(text)))}
		return err
	}))
	return &counted{FS: edited}
}

type counted struct {
	fs.FS
	rates atomic.Int32
}

func (c *counted) Open(name string) (fs.File, error) {
	if name == "estimate/rates.yaml" {
		c.rates.Add(1)
	}
	return c.FS.Open(name)
}

func TestAnEstimateRestsOnTheDataFilesOfItsBook(t *testing.T) {
	renamed := strings.NewReplacer("it-arkitekt", "systemarkitekt", "superusers", "keyusers")
	files := seedsWith(t, renamed.Replace)
	book, err := drejebog.LoadFS(files)
	require.NoError(t, err)
	contributions, _, err := estimate.LoadFS(files)
	require.NoError(t, err)
	files.rates.Store(0)
	for _, asOf := range []string{"2014-06-27", "2014-06-27", "2014-01-31"} {
		p := planAsOf("Vejen", day(t, asOf))
		sched, err := timeline.Compute(book, p)
		require.NoError(t, err)
		e, err := estimate.Compute(sched, contributions)
		require.NoError(t, err)
		noFault(t, e)
		want := estimateOf(t, planAsOf("Vejen", day(t, asOf)))
		assert.Equal(t, want.Total().Likely.String(), e.Total().Likely.String(), asOf)
		assert.Equal(t, len(want.Findings), len(e.Findings))
	}
	assert.EqualValues(t, 1, files.rates.Load(), "read once for all editions of the book")
}

func TestABookWhoseAssumptionsCannotBeReadGivesTheErrorOfItsFiles(t *testing.T) {
	book, err := drejebog.LoadFS(seedsWith(t, replacing("priceLevel: 2014", "pricelevel: 2014")))
	require.NoError(t, err)
	sched, err := timeline.Compute(book, plan.New("Vejen"))
	require.NoError(t, err)
	for range 2 {
		_, err = estimate.Compute(sched, nil)
		var seed *drejebog.SeedError
		require.ErrorAs(t, err, &seed)
	}
}

func replacing(old, with string) func(string) string {
	return func(text string) string { return strings.Replace(text, old, with, 1) }
}
