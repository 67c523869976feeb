package status_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The ids of a milestone and a step, and others that sort as they do.
var (
	newIDs = strings.NewReplacer("4.8/bekraeftet", "4.8/bekraeftet-klar", "4.9/oprydning", "4.9/oprydning-af-sager")
	back   = strings.NewReplacer("4.8/bekraeftet-klar", "4.8/bekraeftet", "4.9/oprydning-af-sager", "4.9/oprydning")
)

// otherIDs are the data files with those ids.
func otherIDs(t *testing.T) fs.FS {
	t.Helper()
	own := regexp.MustCompile(`(?m)^(\s+- id: )oprydning$`)
	files := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(seeds.Files(), name)
		edited := newIDs.Replace(string(text))
		if strings.HasPrefix(name, "activities/") {
			edited = own.ReplaceAllString(edited, "${1}oprydning-af-sager")
		}
		files[name] = &fstest.MapFile{Data: []byte(edited)}
		return err
	}))
	return files
}

// Every part finds by other ids what it finds by the module's own.
func TestFilesWithOtherIDsGiveTheSameFindings(t *testing.T) {
	files := otherIDs(t)
	other, err := drejebog.LoadFS(files)
	require.NoError(t, err)
	published, _, err := estimate.LoadFS(files)
	require.NoError(t, err)
	told := func(findings []drejebog.Finding) string {
		var list []string
		for _, f := range findings {
			list = append(list, f.Code+" "+f.Subject+" "+f.Text.DA)
		}
		return strings.Join(list, "\n")
	}
	met := ""
	for _, name := range plans.Names() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		p, findings := plan.Read(other, name, strings.NewReader(newIDs.Replace(string(text))))
		require.NotNil(t, p, "%v", findings)
		own, _ := sample(t, name)
		got := told(status.Check(other, p, published))
		assert.Equal(t, told(status.Check(book(t), own, contributions(t))), back.Replace(got), name)
		met += got
	}
	assert.Contains(t, met, "4.8/bekraeftet-klar@", "no finding is of what was renamed")
}
