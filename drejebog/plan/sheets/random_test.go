package sheets_test

import (
	"bytes"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestARandomPlanReadFromItsSheetsChangesNothing(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(t *rapid.T) {
		p := booktest.Random(t)
		before := booktest.YAML(t, p)
		language := rapid.SampledFrom([]lang.Lang{lang.Danish, lang.English}).Draw(t, "language")
		var file bytes.Buffer
		require.NoError(t, xlsxwriter.Write(&file, sheets.Write(b, p, language)...))
		read, faults := xlsx.Read("plan.xlsx", &file)
		findings := sheets.Read(b, p, read, faults...)
		require.Equal(t, before, booktest.YAML(t, p), "%v", findings)
		for i := range findings {
			require.Equal(t, "DB-619", findings[i].Code, "%s: %s", findings[i].Place, findings[i].Text.DA)
		}
	})
}
