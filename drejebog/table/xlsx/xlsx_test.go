package xlsx_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

func written(t require.TestingT, sheets ...table.Sheet) []byte {
	var out bytes.Buffer
	require.NoError(t, xlsxwriter.Write(&out, sheets...))
	return out.Bytes()
}

func read(t require.TestingT, data []byte) []table.Sheet {
	sheets, faults := xlsx.Read("f.xlsx", bytes.NewReader(data))
	require.Empty(t, faults)
	return sheets
}

// cell makes the cells that a file keeps: texts of every kind, numbers of up
// to 15 digits, days.
func cell() *rapid.Generator[table.Cell] {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("aÆøå =+-@'\"\t\r\n;,<&>＝19.\u00a0🙂_xD0")), 1, 12, -1)
	return rapid.OneOf(
		rapid.Map(text, table.Text),
		rapid.Map(rapid.SampledFrom([]string{"=1+1", "'=1", "_x000D_", "_x0041_x0042_", "_x005F_", "_x00", "0101", "4.10", "2014-10-15", " x ", "TRUE", "\r\n", "http://x.dk", "#N/A"}), table.Text),
		rapid.Map(rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999), func(n int64) table.Cell { return table.Number(decimal.New(n, -2)) }),
		rapid.Map(rapid.Int64Range(-999_999, 999_999), func(n int64) table.Cell { return table.Number(decimal.New(n, -10)) }),
		rapid.Map(rapid.IntRange(-1_000_000, 1_000_000), table.Whole),
		rapid.Map(rapid.IntRange(1901, 2199), func(y int) table.Cell { return table.Day(date.New(y, 10, 15)) }),
	)
}

func TestSheetsWrittenToExcelAreReadAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheet := table.Sheet{File: "f.xlsx", Name: "Systemer"}
		for i, cells := range rapid.SliceOfN(rapid.SliceOfN(cell(), 1, 4), 1, 5).Draw(t, "rows") {
			cells = append([]table.Cell{table.Text("x")}, cells...)
			for j := range cells {
				if strings.TrimSpace(cells[j].Text) == "" {
					cells[j] = table.Text("y")
				}
			}
			sheet.Rows = append(sheet.Rows, table.Row{Line: i + 1, Cells: cells})
		}
		assert.Equal(t, []table.Sheet{sheet}, read(t, written(t, sheet)))
	})
}

func TestTheSameSheetsGiveTheSameBytes(t *testing.T) {
	sheet := table.Sheet{Name: "Systemer"}
	for i := range 200 {
		sheet.Append(table.Text(fmt.Sprint("System ", i)), table.Whole(i), table.Day(date.New(2014, 10, 15)), table.Amount(decimal.New(int64(i), -2), 2))
	}
	other := table.Sheet{}
	assert.True(t, bytes.Equal(written(t, sheet, other), written(t, sheet, other)))
}

func TestNoTextBecomesAFormula(t *testing.T) {
	sheet := table.Sheet{Name: "A"}
	sheet.Append(table.Text("=1+1"), table.Text("@SUM(A1)"))
	sheet.Append(table.Text("=HYPERLINK(\"x\")"), table.Cell{Kind: table.NumberKind, Text: "=2+2"})
	book, err := excelize.OpenReader(bytes.NewReader(written(t, sheet)))
	require.NoError(t, err)
	for _, name := range []string{"A1", "B1", "A2", "B2"} {
		formula, err := book.GetCellFormula("A", name)
		require.NoError(t, err)
		assert.Empty(t, formula, name)
	}
}

// foreign is a workbook as another program would make it.
func foreign(t *testing.T, fill func(book *excelize.File)) []byte {
	t.Helper()
	book := excelize.NewFile()
	fill(book)
	var out bytes.Buffer
	require.NoError(t, book.Write(&out))
	return out.Bytes()
}

func TestCellsOfOtherProgramsAreWhatTheyMeanNotWhatTheyShow(t *testing.T) {
	data := foreign(t, func(book *excelize.File) {
		set := func(cell string, value any, format string) {
			require.NoError(t, book.SetCellValue("Sheet1", cell, value))
			if format != "" {
				style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
				require.NoError(t, err)
				require.NoError(t, book.SetCellStyle("Sheet1", cell, cell, style))
			}
		}
		noon := time.Date(2014, 10, 15, 12, 0, 0, 0, time.UTC)
		set("A1", noon, "")
		set("B1", 41927.5, "[$-406]d. mmmm yyyy;@")
		set("C1", 41927, "dd-mm-yyyy")
		set("D1", 1234.5, "#,##0.00 \"kr. årlig dyd\"")
		set("E1", 0.1+0.2, "")
		set("F1", true, "")
		set("G1", 0.25, "0%")
		set("H1", "0101", "")
		set("I1", 41927, "\\d0")
		set("J1", 1e20, "")
		require.NoError(t, book.MergeCell("Sheet1", "L1", "N1"))
		set("L1", "flettet", "")
		_, err := book.NewSheet("Skjult")
		require.NoError(t, err)
		require.NoError(t, book.SetSheetVisible("Skjult", false))
	})
	sheets := read(t, data)
	require.Len(t, sheets, 1, "hidden sheets are not read")
	day := table.Day(date.New(2014, 10, 15))
	want := []table.Cell{
		day, day, day,
		table.Number(decimal.RequireFromString("1234.5")), table.Number(decimal.RequireFromString("0.3")),
		table.Text("ja"), table.Number(decimal.RequireFromString("0.25")), table.Text("0101"), table.Whole(41927),
		table.Text("100000000000000000000"), {}, table.Text("flettet"),
	}
	got := sheets[0].Rows[0].Cells
	for i, cell := range want {
		assert.Equal(t, cell, got[i], strict.CellName(1, i+1))
	}
}

func TestCSVIsReadAsTheOnlySheet(t *testing.T) {
	sheets := read(t, []byte("Navn;Pris\nKMD Sag;1,5\n"))
	require.Len(t, sheets, 1)
	assert.Equal(t, "KMD Sag", sheets[0].Rows[1].Cells[0].Text)
}

func TestASheetThatExcelCannotHoldIsNotWritten(t *testing.T) {
	named := func(name string) table.Sheet {
		return table.Sheet{Name: name, Rows: []table.Row{{Cells: []table.Cell{table.Text("x")}}}}
	}
	tooPrecise := named("A")
	tooPrecise.Append(table.Number(decimal.RequireFromString("1234567890123.456")))
	for name, sheets := range map[string][]table.Sheet{
		"a name twice":            {named("A"), named("a")},
		"a long name":             {named(strings.Repeat("x", 32))},
		"a name with a slash":     {named("a/b")},
		"more than 15 digits":     {tooPrecise},
		"a control character":     {{Rows: []table.Row{{Cells: []table.Cell{table.Text("\x01")}}}}},
		"a second of two":         {named("A"), named("a[b")},
		"a text that is no UTF-8": {{Rows: []table.Row{{Cells: []table.Cell{table.Text("\xff")}}}}},
	} {
		var out bytes.Buffer
		err := xlsxwriter.Write(&out, sheets...)
		require.ErrorAs(t, err, new(*table.WriteError), name)
		assert.Contains(t, drejebog.BuiltInWords().Of(err).DA, "kan ikke skrives: ", name)
		assert.Zero(t, out.Len(), name)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(pack(f, workbook(data(`<row><c t="s"><v>0</v></c><c s="1"><v>41927</v></c></row>`)+`<mergeCell ref="A1:A2"/>`, "<si><t>x</t></si>", `<cellXfs><xf/><xf numFmtId="14"/></cellXfs>`)...))
	f.Add(written(f, table.Sheet{Name: "A", Rows: []table.Row{{Cells: []table.Cell{table.Text("x"), table.Whole(2), table.Day(date.New(2014, 10, 15))}}}}))
	f.Add([]byte("a;b\n1;2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, faults := xlsx.Read("f.xlsx", bytes.NewReader(data))
		for _, fault := range faults {
			if fault.Line < 1 || drejebog.BuiltInWords().Of(fault).DA == "" {
				t.Errorf("a fault without place or words: %#v", fault)
			}
		}
	})
}

func BenchmarkRead10000Rows(b *testing.B) {
	sheet := table.Sheet{Name: "Systemer"}
	for i := range 10_000 {
		sheet.Append(table.Text(fmt.Sprint("System ", i)), table.Whole(i), table.Day(date.New(2014, 10, 15)), table.Text("i gang"))
	}
	data := written(b, sheet)
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := xlsx.Read("f.xlsx", bytes.NewReader(data)); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}
