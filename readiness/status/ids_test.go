package status_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every part finds by other ids what it finds by the module's own.
func TestFilesWithOtherIDsGiveTheSameFindings(t *testing.T) {
	files := booktest.RenamedFiles(t)
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
	same := func(name, text string) {
		own, findings := plan.Read(booktest.Book(t), name, strings.NewReader(text))
		require.NotNil(t, own, "%v", findings)
		p, findings := plan.Read(other, name, strings.NewReader(booktest.Renamed(text)))
		require.NotNil(t, p, "%v", findings)
		got := told(status.Check(other, p, published))
		assert.Equal(t, told(status.Check(booktest.Book(t), own, contributions(t))), booktest.RenamedBack(got), name)
		met += got
	}
	for _, name := range plans.Names() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		same(name, string(text))
	}
	same("late-notice.yaml", `kommune: Roskilde
asOf: 2014-06-27
tasks: {6.3/opsigelse@kmd-sag: {plannedStart: 2016-12-01, plannedFinish: 2016-12-01}}
`)
	for _, id := range []string{"4.8/bekraeftet-klar@", "6.3/opsigelsen@"} {
		assert.Contains(t, met, id, "no finding is of what was renamed")
	}
}
