package status_test

import (
	"io/fs"
	"regexp"
	"slices"
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

// The ids of a milestone, of steps that rules speak of, and of a section, and
// others that sort as they do.
var (
	renamed = []string{
		"4.8/bekraeftet", "4.8/bekraeftet-klar",
		"4.9/oprydning", "4.9/oprydning-af-sager",
		"4.5/projektledelse", "4.5/projektledelsen",
		"5.2/overgang", "5.2/overgangen",
		"6.3/opsigelse", "6.3/opsigelsen",
	}
	back = strings.NewReplacer(reversed(renamed)...)
)

func reversed(list []string) []string {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// withNewIDs is a text with those ids for the module's own.
func withNewIDs(text string) string {
	for i := 0; i < len(renamed); i += 2 {
		text = regexp.MustCompile(regexp.QuoteMeta(renamed[i])+`\b`).ReplaceAllString(text, renamed[i+1])
	}
	return text
}

// otherIDs are the data files with those ids: a step's stands in its section
// without the section's.
func otherIDs(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(seeds.Files(), name)
		edited := withNewIDs(string(text))
		for i := 0; i < len(renamed) && strings.HasPrefix(name, "activities/"); i += 2 {
			_, step, _ := strings.Cut(renamed[i], "/")
			_, other, _ := strings.Cut(renamed[i+1], "/")
			edited = regexp.MustCompile(`(?m)^(\s+- id: )`+step+`$`).ReplaceAllString(edited, "${1}"+other)
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
		p, findings := plan.Read(other, name, strings.NewReader(withNewIDs(string(text))))
		require.NotNil(t, p, "%v", findings)
		own, _ := sample(t, name)
		got := told(status.Check(other, p, published))
		assert.Equal(t, told(status.Check(book(t), own, contributions(t))), back.Replace(got), name)
		met += got
	}
	for _, id := range []string{"4.8/bekraeftet-klar@", "6.3/opsigelsen@"} {
		assert.Contains(t, met, id, "no finding is of what was renamed")
	}
}
