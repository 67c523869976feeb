package table_test

import (
	"bytes"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
)

// told is a sheet with a cell of each kind.
func told() *table.Sheet {
	amount := decimal.RequireFromString("1234567.5")
	sheet := table.Sheet{
		Name: "contracts", Title: lang.Text{DA: "Kontrakter", EN: "Contracts"},
		Columns: []table.Column{
			table.Head("what", lang.Text{DA: "Hvad", EN: "What"}), table.Figures("hours", lang.Text{DA: "Timer", EN: "Hours"}),
			table.Figures("price", lang.Text{DA: "Pris", EN: "Price"}), table.Head("last", lang.Text{DA: "Senest", EN: "Latest"}),
			table.Figures("year", lang.Text{DA: "År", EN: "Year"}), table.Head("name", lang.Text{DA: "Navn", EN: "Name"}),
		},
	}
	sheet.Append(
		table.Of(lang.Text{DA: "Opsigelse", EN: "Notice"}), table.Of(lang.Decimals(amount, 1)), table.Of(lang.Kroner{Value: amount}),
		table.Of(lang.ShortDay(date.New(2014, 10, 15))), table.Whole(2014), table.Text("=KMD Sag"))
	sheet.Append(table.Of(nil), table.Number(decimal.RequireFromString("0.25")), table.Cell{}, table.Of(lang.Day(date.New(2015, 1, 1))))
	return &sheet
}

func TestACellIsReadInBothLanguages(t *testing.T) {
	for language, want := range map[lang.Lang][][]string{
		lang.Danish:  {{"Opsigelse", "1.234.567,5", "1.234.567,50 kr.", "15.10.2014", "2014", "=KMD Sag"}, {"", "0,25", "", "1. januar 2015"}},
		lang.English: {{"Notice", "1,234,567.5", "DKK 1,234,567.50", "2014-10-15", "2014", "=KMD Sag"}, {"", "0.25", "", "1 January 2015"}},
	} {
		var got [][]string
		for _, row := range told().Rows {
			var cells []string
			for _, cell := range row.Cells {
				cells = append(cells, cell.In(language))
			}
			got = append(got, cells)
		}
		assert.Equal(t, want, got)
	}
}

func TestAFileHasHeadsAndTextsOfItsLanguageAndTheSameFigures(t *testing.T) {
	for language, want := range map[lang.Lang]string{
		lang.Danish: "\uFEFFHvad;Timer;Pris;Senest;År;Navn\r\n" +
			"Opsigelse;1234567,5;1234567,50;2014-10-15;2014;'=KMD Sag\r\n;0,25;;2015-01-01;;\r\n",
		lang.English: "\uFEFFWhat;Hours;Price;Latest;Year;Name\r\n" +
			"Notice;1234567,5;1234567,50;2014-10-15;2014;'=KMD Sag\r\n;0,25;;2015-01-01;;\r\n",
	} {
		var out bytes.Buffer
		require.NoError(t, table.WriteCSV(&out, told().In(language)))
		assert.Equal(t, want, out.String())
	}
}

func TestASheetIsInExcelWhatItIsInCSV(t *testing.T) {
	for language, name := range map[lang.Lang]string{lang.Danish: "Kontrakter", lang.English: "Contracts"} {
		var out, commas bytes.Buffer
		require.NoError(t, xlsxwriter.Write(&out, *told().In(language)))
		require.NoError(t, table.WriteCSV(&commas, told().In(language)))
		sheets, faults := xlsx.Read("f.xlsx", &out)
		require.Empty(t, faults)
		require.Len(t, sheets, 1)
		assert.Equal(t, name, sheets[0].Name)
		var again bytes.Buffer
		for i := range sheets[0].Rows { // a number of Excel has no decimals of its own, nor a row what is empty at its end
			for len(sheets[0].Rows[i].Cells) < len(told().Columns) {
				sheets[0].Rows[i].Cells = append(sheets[0].Rows[i].Cells, table.Cell{})
			}
			for j, cell := range sheets[0].Rows[i].Cells {
				if cell.Kind == table.NumberKind && cell.Text == "1234567,5" && j == 2 {
					sheets[0].Rows[i].Cells[j].Text = "1234567,50"
				}
			}
		}
		require.NoError(t, table.WriteCSV(&again, &sheets[0]))
		assert.Equal(t, commas.String(), again.String())
	}
}

func TestASheetWithoutHeadsIsOnlyItsRows(t *testing.T) {
	sheet := table.Sheet{Name: "rows", Columns: make([]table.Column, 2)}
	sheet.Append(table.Text("a"), table.Text("b"))
	assert.Equal(t, [][]string{{"a", "b"}}, texts(sheet.In(lang.Danish)))
	assert.Equal(t, "rows", sheet.In(lang.Danish).Name)
}

func TestWhatStandsOnceIsFiledEachTime(t *testing.T) {
	sheet := &table.Sheet{Columns: []table.Column{{Once: true}, {}}}
	for _, of := range [][2]string{{"a", "1"}, {"a", "1"}, {"b", "1"}} {
		sheet.Append(table.Text(of[0]), table.Text(of[1]))
	}
	assert.False(t, sheet.Repeats(0, 0))
	assert.True(t, sheet.Repeats(1, 0))
	assert.False(t, sheet.Repeats(1, 1), "only where it is asked for")
	assert.False(t, sheet.Repeats(2, 0))
	assert.False(t, sheet.Repeats(1, 7))
	assert.Equal(t, [][]string{{"a", "1"}, {"a", "1"}, {"b", "1"}}, texts(sheet.In(lang.Danish)))
}

func TestASpanOfDaysIsToldAsPeopleReadItAndFiledAsAnInterval(t *testing.T) {
	from, to := date.New(2014, 6, 1), date.New(2014, 6, 5)
	sheet := &table.Sheet{Columns: []table.Column{{}}}
	sheet.Append(table.Of(lang.ShortDays{First: from, Last: to}))
	sheet.Append(table.Of(lang.ShortDays{First: from, Last: from}))
	assert.Equal(t, "01.06.2014–05.06.2014", sheet.Rows[0].Cells[0].In(lang.Danish))
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, sheet.In(lang.Danish)))
	assert.Equal(t, "\uFEFF2014-06-01/2014-06-05\r\n2014-06-01\r\n", out.String())
	assert.Equal(t, table.Cell{}, table.DayOrNone(nil))
	assert.Equal(t, table.Cell{}, table.WholeOrNone(nil))
}
