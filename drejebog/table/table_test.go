package table_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

func readCSV(t *testing.T, text string) *table.Sheet {
	t.Helper()
	sheet, faults := table.ReadCSV("f.csv", strings.NewReader(text))
	require.Empty(t, faults)
	return sheet
}

// texts are the texts of a sheet, row by row.
func texts(s *table.Sheet) [][]string {
	var out [][]string
	for _, row := range s.Rows {
		var cells []string
		for _, cell := range row.Cells {
			cells = append(cells, cell.Text)
		}
		out = append(out, cells)
	}
	return out
}

func lines(s *table.Sheet) []int {
	var out []int
	for _, row := range s.Rows {
		out = append(out, row.Line)
	}
	return out
}

func TestCSVIsReadWhateverItsSeparator(t *testing.T) {
	want := [][]string{{"Navn", "Pris"}, {"KMD Sag", "1.234,50"}}
	for name, text := range map[string]string{
		"semicolon":                   "Navn;Pris\r\nKMD Sag;1.234,50\r\n",
		"tab":                         "Navn\tPris\nKMD Sag\t1.234,50",
		"comma":                       "Navn,Pris\nKMD Sag,\"1.234,50\"\n",
		"said":                        "sep=,\nNavn,Pris\nKMD Sag,\"1.234,50\"\n",
		"lines that end in CR alone":  "Navn;Pris\rKMD Sag;1.234,50\r",
		"blank lines":                 "\n\nNavn;Pris\n;\nKMD Sag;1.234,50\n\n",
		"all in quotation marks":      "\"Navn\";\"Pris\"\n\"KMD Sag\";\"1.234,50\"\n",
		"more commas than semicolons": "Navn;Pris\nKMD Sag;1.234,50\n",
	} {
		assert.Equal(t, want, texts(readCSV(t, text)), name)
	}
}

func TestCSVIsReadWhateverItsEncoding(t *testing.T) {
	const text = "Navn;Sted\nBørne- og ungesystem – »Ærø«;Åbenrå\n"
	windows, err := charmap.Windows1252.NewEncoder().String(text)
	require.NoError(t, err)
	wide := []byte{0xFF, 0xFE}
	for _, r := range text {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for name, data := range map[string]string{
		"UTF-8": text, "UTF-8 with a byte order mark": "\uFEFF" + text, "Windows-1252": windows, "UTF-16": string(wide),
	} {
		assert.Equal(t, [][]string{{"Navn", "Sted"}, {"Børne- og ungesystem – »Ærø«", "Åbenrå"}}, texts(readCSV(t, data)), name)
	}
}

func TestRowsKeepTheLineThatTheyBeganOn(t *testing.T) {
	sheet := readCSV(t, "A;B\n\n1;\"over\r\ntwo \"\"lines\"\"\"\n2;x\n")
	assert.Equal(t, []int{1, 3, 5}, lines(sheet))
	assert.Equal(t, "over\r\ntwo \"lines\"", sheet.Rows[1].Cells[1].Text)
	assert.Equal(t, "f.csv:5:2", sheet.Place(&sheet.Rows[2], 2).String())
}

func TestACellOfAWorkbookIsNamedAsInASpreadsheet(t *testing.T) {
	for column, want := range map[int]string{1: "f.xlsx: Systemer!A7", 26: "f.xlsx: Systemer!Z7", 27: "f.xlsx: Systemer!AA7", 703: "f.xlsx: Systemer!AAA7"} {
		assert.Equal(t, want, strict.Place{File: "f.xlsx", Sheet: "Systemer", Line: 7, Column: column}.String())
	}
}

func TestWhatIsNoCSVIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "f.csv:1:1: dokumentet er tomt",
		" \n;\n":                               "f.csv:1:1: dokumentet er tomt",
		"PK\x03\x04rest":                       "f.csv:1:1: filen kan ikke læses: det er en projektmappe eller et arkiv, ikke CSV",
		"a;b\x00c\n":                           "f.csv:1:1: filen kan ikke læses: den indeholder styretegn og er derfor ikke tekst",
		"a;b\n1;\"open\n":                      "f.csv:2:2: B2 er uden det afsluttende citationstegn; forventet er en celle som \"tekst\"",
		"a;b\n1;\"shut\" more\n":               "f.csv:2:2: B2 er fulgt af » more« efter det afsluttende citationstegn; forventet er to citationstegn for ét inde i en celle",
		strings.Repeat("x", table.MaxBytes+1):  "f.csv:1:1: dokumentet har mere end 16 MiB",
		"a\n" + strings.Repeat(";", 2000):      "f.csv:2:1: dokumentet har mere end 1.000 kolonner",
		strings.Repeat("a\n", table.MaxRows+1): "f.csv:100001:1: dokumentet har mere end 100.000 rækker",
		strings.Repeat("a;b;c;d;e;f;g;h\n", 70_000): "f.csv:62501:1: dokumentet har mere end 500.000 celler",
		"a;" + strings.Repeat("x", table.MaxText+1): "f.csv:1:2: B1 er længere end 32.767 tegn; forventet er højst så mange",
	} {
		_, faults := table.ReadCSV("f.csv", strings.NewReader(text))
		require.NotEmpty(t, faults, "%.30q", text)
		assert.Equal(t, want, faults[0].Place().String()+": "+drejebog.BuiltInWords().Of(faults[0]).DA, "%.30q", text)
		assert.NotContains(t, drejebog.BuiltInWords().Of(faults[0]).EN, "mere end")
	}
}

// writable makes texts that files can hold, and often those that spreadsheets
// would take for something else.
func writable() *rapid.Generator[string] {
	plain := rapid.StringOfN(rapid.RuneFrom([]rune("aÆøå =+-@'\"\t\r\n;,＝＠19.\u00a0🙂_x")), 0, 12, -1)
	return rapid.OneOf(plain, rapid.SampledFrom([]string{"", "'", "''=1", "'=1", "=1+1", "@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0", "\r\n=1", "sep=;", "_x000D_", "0101", " =1"}))
}

func TestTextsAndNumbersWrittenAsCSVAreReadAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sheet table.Sheet
		rows := rapid.SliceOfN(rapid.SliceOfN(writable(), 1, 4), 1, 5).Draw(t, "rows")
		var want [][]string
		for _, row := range rows {
			row[0] = "x" + row[0] // no row is empty
			var cells []table.Cell
			for _, text := range row {
				cells = append(cells, table.Text(text))
			}
			number := decimal.New(rapid.Int64Range(-1e9, 1e9).Draw(t, "number"), -2)
			cells = append(cells, table.Amount(number, 2), table.Text(""))
			sheet.Append(cells...)
			want = append(want, append(row, strings.Replace(number.StringFixed(2), ".", ",", 1), ""))
		}
		var out bytes.Buffer
		require.NoError(t, table.WriteCSV(&out, &sheet))
		got, faults := table.ReadCSV("f.csv", &out)
		require.Empty(t, faults)
		assert.Equal(t, want, texts(got))
	})
}

func TestNoTextWrittenAsCSVBecomesAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sheet table.Sheet
		sheet.Append(table.Text("x"), table.Text(writable().Draw(t, "text")), table.Cell{Kind: table.NumberKind, Text: "=1+1"})
		var out bytes.Buffer
		require.NoError(t, table.WriteCSV(&out, &sheet))
		// Another reader than ours, which takes no apostrophe off.
		reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\uFEFF")))
		reader.Comma = ';'
		row, err := reader.Read()
		require.NoError(t, err)
		for _, cell := range row {
			bare := strings.TrimLeft(cell, " \u00a0")
			assert.False(t, bare != "" && strings.ContainsAny(bare[:1], "=+-@\t\r\n"), "%q", cell)
			assert.False(t, strings.HasPrefix(bare, "＝") || strings.HasPrefix(bare, "＋") || strings.HasPrefix(bare, "－") || strings.HasPrefix(bare, "＠"), "%q", cell)
		}
	})
}

func TestExcelInDenmarkFindsWhatItExpects(t *testing.T) {
	var sheet table.Sheet
	sheet.Append(table.Text("Navn"), table.Text("Pris"), table.Text("Slut"))
	sheet.Append(table.Text("=HYPERLINK(\"x\")"), table.Amount(decimal.RequireFromString("-1234.5"), 2), table.Day(date.New(2014, 10, 15)))
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, &sheet))
	assert.Equal(t, "\uFEFFNavn;Pris;Slut\r\n\"'=HYPERLINK(\"\"x\"\")\";-1234,50;2014-10-15\r\n", out.String())
}

func TestASheetThatNoFileCanHoldIsNotWritten(t *testing.T) {
	for text, want := range map[string]string{
		"a\x00b": "teksten indeholder et styretegn", "a\xffb": "teksten er ikke UTF-8",
		strings.Repeat("🙂", table.MaxText/2+1): "teksten er længere end 32.767 tegn",
	} {
		sheet := table.Sheet{File: "f.csv"}
		sheet.Append(table.Text("a"))
		sheet.Append(table.Text("a"), table.Text(text))
		var out bytes.Buffer
		assert.Equal(t, "f.csv:2:2: kan ikke skrives: "+want, drejebog.BuiltInWords().Of(table.WriteCSV(&out, &sheet)).DA)
		assert.Zero(t, out.Len())
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("Navn;Pris\n\"KMD; Sag\";1.234,50\n"))
	f.Add([]byte("sep=,\na,b\n\"x\"\"y\",2\r\n"))
	f.Add([]byte{0xFF, 0xFE, 'a', 0, ';', 0})
	f.Add([]byte("a;b\n\"open"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, faults := table.ReadCSV("f.csv", bytes.NewReader(data))
		records := table.Match(sheet, columns)
		for _, r := range records.List {
			r.Amount("price")
			r.Day("end")
		}
		for _, fault := range append(faults, records.Faults()...) {
			if fault.Line < 1 || fault.Column < 1 || drejebog.BuiltInWords().Of(fault).DA == "" || drejebog.BuiltInWords().Of(fault).EN == "" {
				t.Errorf("a fault without place or words: %#v", fault)
			}
		}
		if len(faults) > 0 {
			return
		}
		var out bytes.Buffer
		if err := table.WriteCSV(&out, sheet); err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, faults := table.ReadCSV("f.csv", &out)
		if len(faults) > 0 || fmt.Sprint(texts(again)) != lang.Visible(fmt.Sprint(texts(sheet))) {
			t.Errorf("%q was written as %q", texts(sheet), texts(again))
		}
	})
}

func ExampleWriteCSV() {
	var sheet table.Sheet
	sheet.Append(table.Text("System"), table.Text("Brugere"))
	sheet.Append(table.Text("=KMD Sag"), table.Whole(900))
	var out strings.Builder
	if err := table.WriteCSV(&out, &sheet); err != nil {
		fmt.Println(err)
	}
	fmt.Printf("%q\n", out.String())
	// Output: "\ufeffSystem;Brugere\r\n'=KMD Sag;900\r\n"
}

func TestACellThatIsTooLongIsLeftOutAsItIsTold(t *testing.T) {
	sheet, faults := table.ReadCSV("f.csv", strings.NewReader("a;"+strings.Repeat("x", table.MaxText+1)+";b"))
	require.Len(t, faults, 1)
	assert.Equal(t, []table.Cell{table.Text("a"), {}, table.Text("b")}, sheet.Rows[0].Cells)
}
