package estimate_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBeforeAnyContributionThePageSaysThatThereAreNoFigures(t *testing.T) {
	var page bytes.Buffer
	require.NoError(t, estimatereport.Estimate(estimateOf(t, planAsOf("Vejen", day(t, "2013-06-18")))).WriteText(&page, ""))
	assert.Contains(t, page.String(), "Intet budgetbidrag, der dækker opgaverne, var udgivet 18. juni 2013.")
	assert.NotContains(t, page.String(), "BUDGETÅR")
}

func TestThePageSaysFirstThatItRestsOnNoLocalData(t *testing.T) {
	var page bytes.Buffer
	require.NoError(t, estimatereport.Estimate(estimateOf(t, plan.New("Vejen"))).WriteText(&page, ""))
	first, _, _ := strings.Cut(page.String(), "\n")
	assert.Contains(t, first, "ikke på lokale data")

	p := plan.New("Vejen")
	p.Drivers = map[string]int{"contracts": 100}
	page.Reset()
	require.NoError(t, estimatereport.Estimate(estimateOf(t, p)).WriteText(&page, ""))
	first, _, _ = strings.Cut(page.String(), "\n")
	assert.NotContains(t, first, "ikke på lokale data")
}

func TestThePageFitsOnASheet(t *testing.T) {
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		var page bytes.Buffer
		require.NoError(t, estimatereport.Estimate(estimateOf(t, plan.New("Vejen"))).WriteText(&page, language))
		lines := strings.Split(page.String(), "\n")
		assert.LessOrEqual(t, len(lines), 110)
		for _, line := range lines {
			assert.LessOrEqual(t, len([]rune(line)), document.Width, line)
			assert.NotContains(t, line, "kr..")
		}
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	write := func() string {
		var out bytes.Buffer
		e := estimateOf(t, plan.New("Roskilde"))
		require.NoError(t, form.Write(&out, e))
		require.NoError(t, table.WriteCSV(&out, estimatereport.Estimate(e).Table("lines").In(lang.Danish)))
		require.NoError(t, estimatereport.Estimate(e).WriteText(&out, lang.Danish))
		return out.String()
	}
	assert.Equal(t, write(), write())
}

func TestJSONHasEveryFieldInItsOrderAndAddsUp(t *testing.T) {
	var out bytes.Buffer
	weighed := estimateOf(t, withGoLive("Vejen", &plan.When{Unknown: true}))
	require.NoError(t, weighed.Weigh(t.Context()))
	require.NoError(t, form.Write(&out, weighed))
	assert.Equal(t, []string{
		"schema", "edition", "asOf", "dataDate", "kommune", "findings",
		"priceLevel", "budgetYears", "lines", "runningPriceLevel", "running", "notEstimable", "assumedShare", "assumedHoursShare", "criticalPath", "inputsThatMatter",
	}, keysOf(t, out.Bytes()))

	var e struct {
		BudgetYears []json.RawMessage
		Lines       []json.RawMessage
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &e))
	assert.Equal(t, []string{
		"year", "decisionBy", "priceLevel", "low", "likely", "high", "mean", "hours", "newMoney", "ownTimeValue", "setAside", "withinFrame", "undecided",
		"provisionalNewMoney",
	}, keysOf(t, e.BudgetYears[0]))
	assert.Equal(t, []string{
		"project", "task", "role", "kind", "year", "low", "likely", "high", "hours", "certainty", "source", "provisional", "lack",
	}, keysOf(t, e.Lines[0]))

	sums := map[string]decimal.Decimal{}
	for _, raw := range e.Lines {
		line := valuesOf(t, raw)
		for _, field := range []string{"low", "likely", "high", "hours"} {
			sums[line["year"]+field] = sums[line["year"]+field].Add(decimal.RequireFromString(line[field]))
		}
	}
	undated := false
	for _, raw := range e.BudgetYears {
		year := valuesOf(t, raw)
		undated = undated || year["year"] == "null"
		for _, field := range []string{"low", "likely", "high", "hours"} {
			assert.Equal(t, sums[year["year"]+field].StringFixed(2), year[field], "%s of %s", field, year["year"])
		}
	}
	assert.True(t, undated, "money behind an unknown go-live has the year null")
	assert.NotContains(t, out.String(), ": null,\n    \"low\": null")
}

// keysOf is an object's keys in their order.
func keysOf(t *testing.T, object []byte) []string {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(object))
	_, err := decoder.Token()
	require.NoError(t, err)
	var keys []string
	for decoder.More() {
		key, err := decoder.Token()
		require.NoError(t, err)
		keys = append(keys, key.(string))
		var value json.RawMessage
		require.NoError(t, decoder.Decode(&value))
		require.NotEqual(t, "null", string(value)+map[bool]string{true: "?"}[slices.Contains([]string{"year", "decisionBy", "dataDate", "project"}, key.(string))], key)
	}
	return keys
}

// valuesOf is an object's plain values as text.
func valuesOf(t *testing.T, object []byte) map[string]string {
	t.Helper()
	var raw map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(object, &raw))
	values := map[string]string{}
	for key, value := range raw {
		values[key] = strings.Trim(string(value), `"`)
	}
	return values
}

func TestEveryAmountOfJSONAndCSVHasItsPriceLevel(t *testing.T) {
	for _, prices := range []estimate.Prices{{}, {Level: 2015}, {Current: true}} {
		e := priced(t, overNewYear(t), prices)
		var read struct {
			PriceLevel  *int
			BudgetYears []struct{ Year, PriceLevel int }
		}
		require.NoError(t, json.Unmarshal([]byte(documentOf(t, e)), &read))
		levels := map[string]string{}
		for _, y := range read.BudgetYears {
			levels[strconv.Itoa(y.Year)] = strconv.Itoa(y.PriceLevel)
		}
		switch {
		case prices.Current:
			assert.Nil(t, read.PriceLevel)
			assert.Equal(t, map[string]string{"2014": "2014", "2015": "2015"}, levels)
		default:
			assert.Equal(t, max(2014, prices.Level), *read.PriceLevel)
		}
		for _, row := range csvOf(t, e)[1:] {
			assert.Equal(t, levels[row[4]], row[8])
		}
	}
}

func TestAnEmptyEstimateHasNoNullLists(t *testing.T) {
	e, err := estimate.Compute(schedule(t, plan.New("Vejen")), nil)
	require.NoError(t, err)
	for _, list := range []string{"budgetYears", "lines", "criticalPath"} {
		assert.NotContains(t, documentOf(t, e), `"`+list+`": null`)
	}
	var out bytes.Buffer
	require.NoError(t, estimatereport.Estimate(e).WriteText(&out, ""))
	require.NoError(t, table.WriteCSV(&out, estimatereport.Estimate(e).Table("lines").In(lang.Danish)))
}

// csvOf is the estimate's CSV, read as spreadsheets in Denmark do.
func csvOf(t *testing.T, e *estimate.Estimate) [][]string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, estimatereport.Estimate(e).Table("lines").In(lang.Danish)))
	text, ok := strings.CutPrefix(out.String(), "\uFEFF")
	require.True(t, ok, "Excel needs the mark to see æ, ø and å")
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	return rows
}

func TestCSVHasOneRowPerCellThatAddsUp(t *testing.T) {
	e := estimateOf(t, withGoLive("Vejen", &plan.When{Unknown: true}))
	rows := csvOf(t, e)
	require.Len(t, rows, len(e.Cells)+1)
	assert.Equal(t, []string{
		"Projekt", "Opgave", "Rolle", "Art", "Budgetår", "Lav, kr.", "Sandsynlig, kr.", "Høj, kr.", "Prisniveau", "Timer", "Beslutning", "Sikkerhed", "Kilde", "Opgavens id",
	}, rows[0])
	sum, undated := decimal.Zero, false
	for _, row := range rows[1:] {
		sum = sum.Add(decimal.RequireFromString(strings.ReplaceAll(row[6], ",", ".")))
		undated = undated || row[4] == ""
	}
	assert.True(t, sum.Equal(e.Total().Likely.Decimal()))
	assert.True(t, undated, "money behind an unknown go-live has no year")
}

func TestNoTextInCSVBecomesAFormula(t *testing.T) {
	for _, evil := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"} {
		line := estimate.Line{Step: "4.1/overblik", Role: "it-chef", Kind: estimate.External, Kroner: kroner("1", "2", "3")}
		contributions := published(line)
		contributions[0].Lines[0].Contribution = evil
		e, err := estimate.Compute(schedule(t, plan.New("Vejen")), contributions)
		require.NoError(t, err)
		for _, cell := range csvOf(t, e)[1] {
			assert.NotContains(t, "=+-@\t\r\n", string(append([]byte(cell), 'x')[0]), "%q", cell)
		}
	}
}

func TestOneYearAloneKeepsItsSums(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	only, ok := e.InYear(2015)
	require.True(t, ok)
	require.Len(t, only.Years, 1)
	assert.Equal(t, only.Years[0].Likely.String(), only.Total().Likely.String())
	require.NoError(t, estimatereport.Estimate(only).WriteText(&bytes.Buffer{}, ""))
	_, ok = e.InYear(1999)
	assert.False(t, ok)
}

func TestAnEstimateThatNobodyComputedIsAnErrorAndNoPanic(t *testing.T) {
	var e estimate.Estimate
	assert.Empty(t, estimatereport.Estimate(&e).Blocks)
	assert.Empty(t, estimatereport.BusinessCase(&businesscase.Case{}).Blocks)
	assert.Empty(t, estimatereport.Uncertainty(nil).Blocks)
	assert.Empty(t, estimatereport.Request(&request.Request{}).Blocks)
	_, err := request.Of(&e)
	assert.Error(t, err)
	_, err = estimatereport.Explanation(&e, "4.10")
	assert.Error(t, err)
	assert.Contains(t, documentOf(t, e), `"lines": []`)
	assert.Empty(t, e.ByProject())
	assert.Empty(t, e.ByRole())
}

// Once a plan cannot be scheduled any more, whatever scheduled the kommune again would
// fail, or tell something else.
func TestJSONAndTextScheduleNothingAnewAndWeighDoes(t *testing.T) {
	p := sample(t, "odense.yaml")
	e := estimateOf(t, p)
	require.NoError(t, e.Weigh(t.Context()))
	r, err := request.Of(e)
	require.NoError(t, err)
	told := func() []string {
		return []string{
			documentOf(t, e), pageOf(t, estimatereport.Estimate(e), lang.Danish), documentOf(t, r), pageOf(t, estimatereport.Request(r), lang.English),
		}
	}
	before := told()
	e.Schedule().Plan.Kommune = "nowhere"
	assert.Equal(t, before, told())
	require.NotEmpty(t, e.InputsThatMatter)
	assert.Error(t, e.Weigh(t.Context()), "go-lives are tried by scheduling again")
	_, err = request.Of(e)
	assert.Error(t, err, "and so is a slip")
}
