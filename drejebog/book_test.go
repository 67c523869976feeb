package drejebog_test

import (
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// loaded reads the playbook once for all tests of the package.
var loaded = sync.OnceValues(drejebog.Load)

// book returns the newest edition.
func book(t testing.TB) *drejebog.Playbook {
	t.Helper()
	b, err := loaded()
	require.NoError(t, err)
	return b
}

// at returns an edition.
func at(t testing.TB, number string) *drejebog.Playbook {
	t.Helper()
	b, err := book(t).At(number)
	require.NoError(t, err)
	return b
}

// asOf returns what was known on a day.
func asOf(t testing.TB, day string) *drejebog.Playbook {
	t.Helper()
	b, err := book(t).AsOf(onDay(day))
	require.NoError(t, err)
	return b
}

// onDay reads an ISO date that a test states.
func onDay(iso string) date.Date {
	day, err := lang.ParseISO(iso)
	if err != nil {
		panic(iso + " is not " + err.Error())
	}
	return day
}

// seedFiles returns the module's data files as files that a test may damage.
func seedFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	embedded := seeds.Files()
	err := fs.WalkDir(embedded, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(embedded, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	require.NoError(t, err)
	return files
}

// placeOf returns "file:line:column" of the first mention of a text, column in
// characters.
func placeOf(t testing.TB, files fstest.MapFS, file, text string) string {
	t.Helper()
	before, _, found := strings.Cut(string(files[file].Data), text)
	require.True(t, found, "%s has no %q", file, text)
	line := strings.Count(before, "\n") + 1
	column := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	return strict.Place{File: file, Line: line, Column: column}.String()
}

// node returns a step or milestone of a network by its id.
func node(t testing.TB, nodes []drejebog.Node, id string) *drejebog.Node {
	t.Helper()
	for i := range nodes {
		if nodes[i].ID == id {
			return &nodes[i]
		}
	}
	require.Failf(t, "no node", "%s", id)
	return nil
}
