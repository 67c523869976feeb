package table_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/table"
)

// cellWritten is how a cell stands in a file of CSV, behind another.
func cellWritten(t *testing.T, cell table.Cell) string {
	t.Helper()
	var sheet table.Sheet
	sheet.Append(table.Text("x"), cell)
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, &sheet))
	got := readCSV(t, out.String())
	require.Len(t, got.Rows, 1, "%q", cell.Text)
	require.Len(t, got.Rows[0].Cells, 2, "%q", cell.Text)
	assert.Equal(t, cell.Text, got.Rows[0].Cells[1].Text, "read back from %q", out.String())
	return strings.TrimSuffix(strings.TrimPrefix(out.String(), "\uFEFFx;"), "\r\n")
}

func TestEachBeginningOfAFormulaIsGuardedBehindWhateverCannotBeSeen(t *testing.T) {
	unseen := []string{"", "'", "''", " ", "\u00a0", "\u2007", "\u202f", "\u2009", "\u3000", "\u1680", "\u2028", "\u2060", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u034f", "\u180e", "\u3164", "\u2800", "\ufe0f", " \u00a0\u200b ", "\t", "\r", "\n", "\r\n", " \t", " \r", " \n"}
	for _, before := range unseen {
		for _, mark := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"} {
			text := before + mark + "1+1"
			written := strings.TrimPrefix(cellWritten(t, table.Text(text)), `"`)
			assert.True(t, strings.HasPrefix(written, "'"+before+mark), "%q is written as %q", text, written)
		}
	}
	for _, first := range []string{"\t", "\r", "\n"} {
		assert.Equal(t, `"'`+first+`a"`, cellWritten(t, table.Text(first+"a")), "programs throw it away")
		assert.Equal(t, `"'`+" \u00a0"+first+`a"`, cellWritten(t, table.Text(" \u00a0"+first+"a")), "and the blanks")
	}
}

func TestWhatIsNoFormulaIsWrittenAsItIs(t *testing.T) {
	for _, text := range []string{"", "a", "a=1", "'a", "'", "''", "' ", " a-b", "1-2", "4.1", "–", "− 5", "(=1)", "_=1", "\u00a0a", "\u200ba"} {
		assert.Equal(t, text, cellWritten(t, table.Text(text)))
	}
}

func TestANumberOrADayIsNoTextThatNeedsAGuard(t *testing.T) {
	assert.Equal(t, "-5", cellWritten(t, table.Whole(-5)))
	assert.Equal(t, "-1234,50", cellWritten(t, table.Amount(decimal.RequireFromString("-1234.5"), 2)))
	assert.Equal(t, "2014-10-15", cellWritten(t, table.Day(date.New(2014, 10, 15))))
	assert.Equal(t, "2014-10-15/2014-10-17", cellWritten(t, table.Cell{Kind: table.SpanKind, Text: "2014-10-15/2014-10-17"}))
}

func TestACellThatIsNotOfItsKindIsGuardedAsAText(t *testing.T) {
	for _, kind := range []table.Kind{table.NumberKind, table.DayKind, table.SpanKind, table.SpanKind + 1} {
		assert.Equal(t, `"'=1;2"`, cellWritten(t, table.Cell{Kind: kind, Text: "=1;2"}), fmt.Sprint(kind))
		assert.Equal(t, `"'-1/2014-10-15,"`, cellWritten(t, table.Cell{Kind: kind, Text: "-1/2014-10-15,"}), fmt.Sprint(kind))
		assert.Equal(t, `"a,b"`, cellWritten(t, table.Cell{Kind: kind, Text: "a,b"}), fmt.Sprint(kind))
	}
	assert.Equal(t, "'=1/2014-10-15", cellWritten(t, table.Cell{Kind: table.SpanKind, Text: "=1/2014-10-15"}))
	assert.Equal(t, "'@/x", cellWritten(t, table.Cell{Kind: table.SpanKind, Text: "@/x"}))
}
