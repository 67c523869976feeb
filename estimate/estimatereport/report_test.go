package estimatereport_test

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const withCase = `kommune: Vejen
projects: {ky: {goLive: 2016-02-01}, ksd: {goLive: 2016-02-01}, sapa: {goLive: 2016-03-01}}
businessCase: {payments: {kmd-aktiv: 1200000, kmd-dagpenge: 400000, kmd-sag: 800000}}
addOns: {modul: {name: Modul, system: kmd-aktiv, from: 2014-09-01, price: 150000, yearly: 40000, saving: 240000}}
benefits: {svartid: {name: Kortere svartid, project: sapa, owner: gevinstejer, unit: minutter, baseline: 12.5, target: 8, value: 120000, realised: {2016: 12}}}
`

func TestEachReportReadsAsItsGolden(t *testing.T) {
	vejen, odense := estimateOf(t, plan.New("Vejen")), sampleEstimate(t, "odense.yaml")
	unknown, early := estimateOf(t, unknown("Læsø")), estimateOf(t, before("Vejen", 19))
	for name, told := range map[string]struct {
		document *document.Document
		language lang.Lang
	}{
		"vejen-da":             {estimatereport.Estimate(vejen), lang.Danish},
		"vejen-en":             {estimatereport.Estimate(vejen), lang.English},
		"vejen-2013":           {estimatereport.Estimate(early), lang.Danish},
		"ukendt":               {estimatereport.Estimate(unknown), lang.Danish},
		"request-odense":       {requestOf(t, odense), lang.Danish},
		"request-vejen-en":     {requestOf(t, vejen), lang.English},
		"request-2013":         {requestOf(t, early), lang.Danish},
		"request-ukendt":       {requestOf(t, unknown), lang.Danish},
		"explanation":          {explanationOf(t, odense, "4.10/slutbrugere@sapa"), lang.Danish},
		"explanation-en":       {explanationOf(t, odense, "4.10/slutbrugere@sapa"), lang.English},
		"cost":                 {estimatereport.Cost(odense, "4.10/slutbrugere@sapa"), lang.Danish},
		"cost-en":              {estimatereport.Cost(odense, "4.10/slutbrugere@sapa"), lang.English},
		"uncertainty":          {uncertaintyOf(t, odense), lang.Danish},
		"uncertainty-en":       {uncertaintyOf(t, odense), lang.English},
		"businesscase":         {caseOf(t, estimateOf(t, read(t, withCase, "vejen.yaml"))), lang.Danish},
		"businesscase-en":      {caseOf(t, estimateOf(t, read(t, withCase, "vejen.yaml"))), lang.English},
		"businesscase-missing": {caseOf(t, vejen), lang.Danish},
	} {
		golden.File(t, filepath.Join("testdata", name+".txt"), textOf(t, told.document, told.language))
	}
}

func TestAReportIsThatOfItsGoldenAsPageAndAsMarkdown(t *testing.T) {
	odense := sampleEstimate(t, "odense.yaml")
	for name, d := range map[string]*document.Document{
		"estimate": estimatereport.Estimate(odense), "request": requestOf(t, odense), "businesscase": caseOf(t, odense),
	} {
		page := golden.Written(t, func(w io.Writer) error { return d.WriteHTML(w, lang.Danish) })
		golden.File(t, filepath.Join("testdata", name+".html.txt"), golden.Tags(page))
		golden.File(t, filepath.Join("testdata", name+".md"), golden.Written(t, func(w io.Writer) error { return d.WriteMarkdown(w, lang.English) }))
	}
}

// everyReport are the reports of an estimate, by name.
func everyReport(t *testing.T, e *estimate.Estimate) map[string]*document.Document {
	t.Helper()
	reports := map[string]*document.Document{
		"estimate": estimatereport.Estimate(e), "case": caseOf(t, e), "request": requestOf(t, e), "uncertainty": uncertaintyOf(t, e),
		"explanation": explanationOf(t, e, "4.10"),
	}
	for i := range e.Years {
		year, found := e.InYear(e.Years[i].Year)
		require.True(t, found)
		reports["estimate "+string(rune('a'+i))] = estimatereport.Estimate(year)
	}
	return reports
}

func TestNoLineOfAReportIsWiderThanThePageAndNothingIsLeftUnfilled(t *testing.T) {
	all := map[string]*estimate.Estimate{"unknown": estimateOf(t, unknown("Roskilde")), "none": estimateOf(t, plan.New("Bornholm"))}
	for _, name := range plans.Names() {
		all[name] = sampleEstimate(t, name)
	}
	for name, e := range all {
		for report, d := range everyReport(t, e) {
			for _, language := range []lang.Lang{lang.Danish, lang.English} {
				for line := range strings.Lines(textOf(t, d, language)) {
					line = strings.TrimSuffix(line, "\n")
					assert.LessOrEqual(t, utf8.RuneCountInString(line), document.Width, "%s, %s: %s", name, report, line)
					assert.NotContains(t, line, "kr..", "%s, %s", name, report)
					assert.NotRegexp(t, `\{[a-z]+\}|\b(estimate|request|uncertainty|businesscase)/`, line, "%s, %s", name, report)
				}
			}
		}
	}
}

func TestEveryRequestFitsOnOneSheet(t *testing.T) {
	const lines = 64 // of an A4 sheet in ten points
	for _, name := range plans.Names() {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			request := textOf(t, requestOf(t, sampleEstimate(t, name)), language)
			assert.LessOrEqual(t, strings.Count(request, "\n"), lines, name)
		}
	}
}

// figuresOf are the figures of a table's rows by year: what stands in the column
// of the year.
func figuresOf(t *testing.T, sheet *table.Sheet, row int, year string) string {
	t.Helper()
	for i := range sheet.Columns {
		if sheet.Columns[i].Key == year {
			return sheet.Rows[row].Cells[i].In(lang.Danish)
		}
	}
	require.Fail(t, "no column "+year)
	return ""
}

// The page and the JSON are told from one result: each figure of the page is the
// JSON's, rounded.
func TestTheNumbersOfThePageAreThoseOfTheJSON(t *testing.T) {
	rows := []struct {
		key  string
		row  int
		unit int32 // of the rounding: thousands of kroner, tens of hours
	}{
		{"newMoney", 0, -3}, {"hours", 3, -1}, {"ownTimeValue", 5, -3}, {"likely", 6, -3}, {"low", 7, -3}, {"high", 8, -3},
		{"setAside", 9, -3}, {"withinFrame", 10, -3}, {"undecided", 11, -3},
	}
	for _, name := range plans.Names() {
		e := sampleEstimate(t, name)
		sheet := estimatereport.Estimate(e).Table("budgetYears")
		document, err := form.JSON(e)
		require.NoError(t, err)
		var told struct{ BudgetYears []map[string]any }
		require.NoError(t, json.Unmarshal(document, &told))
		for _, year := range told.BudgetYears {
			number := "0"
			if y, dated := year["year"].(float64); dated {
				number = decimal.NewFromFloat(y).String()
			}
			for _, row := range rows {
				exact := decimal.RequireFromString(year[row.key].(string))
				want := "–"
				if !exact.IsZero() {
					want = lang.Decimals(exact.Round(row.unit), 0).In(lang.Danish)
				}
				if row.unit == -3 && !exact.IsZero() {
					want = lang.Decimals(exact.Round(-3).Shift(-3), 0).In(lang.Danish)
				}
				assert.Equal(t, want, figuresOf(t, sheet, row.row, number), "%s %s: %s", name, number, row.key)
			}
		}
	}
}

func TestTheTableOfLinesAddsUpToTheJSON(t *testing.T) {
	e := sampleEstimate(t, "odense.yaml")
	sum := decimal.Zero
	for _, row := range estimatereport.Estimate(e).Table("lines").Rows {
		amount, err := lang.ParseAmount(row.Cells[6].Text)
		require.NoError(t, err)
		sum = sum.Add(amount)
	}
	assert.True(t, sum.Equal(e.Total().Likely.Decimal()), "%s", sum)
}

// A full-time year of the data is the one that is told and computed with.
func TestTheFullTimeYearIsThatOfTheData(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, seeds.Files()))
	file := filepath.Join(folder, "budget.yaml")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	changed := strings.Replace(string(text), "hours: 1924", "hours: 1600", 1)
	require.NotEqual(t, string(text), changed)
	require.NoError(t, os.WriteFile(file, []byte(changed), 0o600))
	book, err := drejebog.LoadFS(os.DirFS(folder))
	require.NoError(t, err)
	e := estimateBy(t, book, sample(t, "odense.yaml"))
	for _, d := range []*document.Document{estimatereport.Estimate(e), requestOf(t, e)} {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			assert.NotRegexp(t, `1[.,]924\b`, textOf(t, d, language))
		}
	}
	year := e.Years[2]
	require.Equal(t, 2015, year.Year)
	fte := lang.Decimals(year.Hours.Decimal().DivRound(decimal.NewFromInt(1600), 1), 1).In(lang.Danish)
	assert.Contains(t, flat(textOf(t, requestOf(t, e), lang.Danish)), fte+" årsværk af de ansatte i 2015 (brutto, 1.600 timer)")
	assert.Equal(t, fte, figuresOf(t, estimatereport.Estimate(e).Table("budgetYears"), 4, "2015"))
}

func TestEachTableIsThereByNameWithItsColumns(t *testing.T) {
	odense := sampleEstimate(t, "odense.yaml")
	var heads strings.Builder
	for _, d := range []*document.Document{estimatereport.Estimate(odense), requestOf(t, odense), caseOf(t, odense), uncertaintyOf(t, odense)} {
		for _, sheet := range d.Tables() {
			for _, language := range []lang.Lang{lang.Danish, lang.English} {
				head := golden.Head(golden.Written(t, func(w io.Writer) error { return table.WriteCSV(w, sheet.In(language)) }))
				heads.WriteString(sheet.Name + ": " + head)
			}
		}
	}
	golden.File(t, "testdata/tables.txt", heads.String())
}
