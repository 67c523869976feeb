package timelinereport_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheProjectsAreToldWithoutAStartOfImplementationAndWhateverTheConfirmationIsCalled(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	before := timelinereport.Schedule(s).Table("projects")
	s.Milestones = slices.DeleteFunc(slices.Clone(s.Milestones), func(m timeline.Milestone) bool {
		return m.Milestone.Kind == drejebog.Implementation
	})
	for i := range s.Milestones {
		s.Milestones[i].ID = strings.Replace(s.Milestones[i].ID, "4.8/bekraeftet", "4.8/meldt", 1)
	}
	after := timelinereport.Schedule(s).Table("projects")
	require.Len(t, after.Rows, len(before.Rows))
	for i := range before.Rows {
		assert.Equal(t, table.Of(lang.Dash()), after.Rows[i].Cells[2])
		assert.Equal(t, before.Rows[i].Cells[3:5], after.Rows[i].Cells[3:5], "readiness")
	}
}

func TestWhatIsSetAsideIsToldWithItsReasonInEveryFormat(t *testing.T) {
	const gone = "administrationsmodulet er taget ud af kontrakten"
	s := compute(t, read(t,
		"tasks: {4.15/aktiviteter@stoettesystemerne: {notRelevant: "+gone+"}, 4.15/netvaerk@stoettesystemerne: {notRelevant: "+gone+"}}",
		"own: {own/modul: {name: Opsæt administrationsmodulet, notRelevant: "+gone+"}}"))
	d := timelinereport.Schedule(s)
	for format := range booktest.Printers() {
		text := strings.Join(strings.Fields(written(t, d, format, lang.English)), " ")
		assert.Contains(t, text, "(Støttesystemerne); Opsæt administrationsmodulet: "+gone+".", "one reason, once, as %s", format)
	}
	rows := slices.DeleteFunc(slices.Clone(d.Table("tasks").Rows), func(r table.Row) bool {
		return r.Cells[len(r.Cells)-1] != table.Text(gone)
	})
	assert.Len(t, rows, 3)
	assert.NotContains(t, written(t, timelinereport.Schedule(compute(t, read(t))), "txt", lang.English), "Not relevant")
}
