package workbook_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/require"
)

// The golden holds every text and number that a reader of the workbook sees
// without computing it anew; how the formulas compute is tested elsewhere.
func TestTheSheetsOfAWorkbookAreThoseOfTheirGoldens(t *testing.T) {
	for file, language := range map[string]lang.Lang{"odense.txt": lang.Danish, "odense-en.txt": lang.English} {
		book := open(t, write(t, estimateOf(t, samplePlan(t, "odense.yaml")), language))
		var out strings.Builder
		for _, sheet := range book.GetSheetList() {
			rows, err := book.GetRows(sheet)
			require.NoError(t, err)
			fmt.Fprintf(&out, "= %s, %d rows\n", sheet, len(rows))
			for _, row := range rows {
				out.WriteString(strings.TrimRight(strings.Join(row, "\t"), "\t") + "\n")
			}
		}
		golden.File(t, "testdata/"+file, out.String())
	}
}
