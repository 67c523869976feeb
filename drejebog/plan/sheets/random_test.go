package sheets_test

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// randomPlan is a sample plan with some places changed, read as it is written.
func randomPlan(t *rapid.T, read func(text []byte) *plan.Plan) *plan.Plan {
	names := plans.Names()
	first := rapid.IntRange(0, len(names)-1).Draw(t, "sample")
	documents := make([][]byte, len(names))
	for i := range names {
		var err error
		documents[i], err = fs.ReadFile(plans.Files(), names[(first+i)%len(names)])
		require.NoError(t, err)
	}
	mutant, err := plans.Mutant(documents, func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "choice") })
	require.NoError(t, err)
	p := read(mutant)
	if p == nil {
		t.Skip("no plan")
	}
	return p
}

func TestARandomPlanReadFromItsSheetsChangesNothing(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(t *rapid.T) {
		p := randomPlan(t, func(text []byte) *plan.Plan {
			p, _ := plan.Read(b, "plan.yaml", bytes.NewReader(text))
			if p != nil {
				p, _ = p.Usable(b)
			}
			return p
		})
		before := planYAML(t, p)
		language := rapid.SampledFrom([]lang.Lang{lang.Danish, lang.English}).Draw(t, "language")
		var file bytes.Buffer
		require.NoError(t, xlsxwriter.Write(&file, sheets.Write(b, p, language)...))
		read, faults := xlsx.Read("plan.xlsx", &file)
		findings := sheets.Read(b, p, read, faults...)
		require.Equal(t, before, planYAML(t, p), "%v", findings)
		for i := range findings {
			require.Equal(t, "DB-619", findings[i].Code, "%s: %s", findings[i].Place, findings[i].Text.DA)
		}
	})
}

func planYAML(t *rapid.T, p *plan.Plan) string {
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.String()
}
