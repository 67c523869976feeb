package estimate_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The columns of the template, from 0.
const (
	ours    = 5
	yourLow = 7
	yours   = 8
	high    = 9
	theKey  = 12
)

// filled is a template with every figure typed in that stands beside: the
// assumed one where there is one, else 1.
func filled(e *estimate.Estimate) table.Sheet {
	sheet := e.Template(lang.Danish)
	for i := 1; i < len(sheet.Rows); i++ {
		cells := sheet.Rows[i].Cells
		cells[yours] = cells[ours]
		if cells[yours].IsEmpty() {
			cells[yours] = table.Whole(1)
		}
	}
	return sheet
}

// readBack writes a sheet as CSV or Excel and reads it again.
func readBack(t *testing.T, sheet table.Sheet, excel bool) []table.Sheet {
	t.Helper()
	var file bytes.Buffer
	name := "tal.csv"
	if excel {
		name = "tal.xlsx"
		require.NoError(t, xlsx.Write(&file, sheet))
	} else {
		require.NoError(t, table.WriteCSV(&file, &sheet))
	}
	sheets, faults := xlsx.Read(name, &file)
	require.Empty(t, faults)
	return sheets
}

func TestATemplateThatIsFilledInLeavesNothingAssumed(t *testing.T) {
	for name, excel := range map[string]bool{"Tal!I": true, "tal.csv:": false} {
		t.Run(name, func(t *testing.T) {
			sched := schedule(t, plan.New("Vejen"))
			assumptions, err := estimate.Assume()
			require.NoError(t, err)
			before, err := assumptions.Compute(sched, reference(t))
			require.NoError(t, err)

			figures, faults := before.ReadFigures(readBack(t, filled(before), excel)...)
			require.Empty(t, faults)
			assumptions.Figures = figures
			after, err := assumptions.Compute(sched, reference(t))
			require.NoError(t, err)
			noFault(t, after)

			assert.True(t, after.AssumedShare().IsZero())
			assert.True(t, after.AssumedHoursShare().IsZero())
			for i := range after.Cells {
				assert.Equal(t, drejebog.Stated, after.Cells[i].Certainty)
				assert.Contains(t, after.Cells[i].Source, name)
			}
			for _, n := range after.NotEstimable {
				assert.Empty(t, n.Owes, "what is left is options that nobody chose")
			}
			assert.Empty(t, after.Awaited, "who has KY's figures has its contribution")
			var page bytes.Buffer
			require.NoError(t, estimatereport.Estimate(after).WriteText(&page, lang.Danish))
			assert.Contains(t, page.String(), "Ingen af kronerne og timerne er antagelser.")
			assert.True(t, strings.HasPrefix(page.String(), "Overslaget bygger på indlæste tal.\n"), page.String()[:120])
			why := explanationOf(t, after, "4.10/slutbrugere@sapa")
			assert.Contains(t, why[0].DA, "Læst ind fra tal.")
			assert.NotContains(t, why[1].DA, "antaget")
		})
	}
}

func TestAFigureTypedInStandsForTheAssumedOneAndOnlyForIt(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	sheet := e.Template(lang.Danish)
	for i := range sheet.Rows {
		if cells := sheet.Rows[i].Cells; len(cells) > theKey && cells[theKey].Text == "budget-2014: 4.1/udbudsplan kontraktansvarlig own" {
			cells[yourLow], cells[yours], cells[high] = table.Text("10"), table.Text("37,5"), table.Text("1.000,25")
		}
	}
	figures, faults := e.ReadFigures(readBack(t, sheet, false)...)
	require.Empty(t, faults)
	require.Len(t, figures, 1)
	assert.Equal(t, "10 37.5 1000.25", figures[0].Low.String()+" "+figures[0].Likely.String()+" "+figures[0].High.String())

	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = figures
	after, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
	require.NoError(t, err)
	// 37,5 hours for 12, at 390 kr.
	money(t, "9945.00", after.Total().Likely.Sub(e.Total().Likely))
}

func TestEveryFaultOfATemplateIsToldWithItsCell(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	tests := map[string]struct {
		edit  func(cells []table.Cell)
		place string
		want  string
	}{
		"a word":            {func(c []table.Cell) { c[yours] = table.Text("ti") }, "Tal!I2", "et tal som 1.234,50"},
		"two meanings":      {func(c []table.Cell) { c[yours] = table.Text("1.500") }, "Tal!I2", "mente du 1500 eller 1,5?"},
		"negative":          {func(c []table.Cell) { c[yours] = table.Whole(-1) }, "Tal!I2", "et tal fra nul"},
		"far too much":      {func(c []table.Cell) { c[yours] = table.Text("1" + strings.Repeat("0", 30)) }, "Tal!I2", "et tal som 1.234,50 med højst 15 cifre før kommaet"},
		"too much":          {func(c []table.Cell) { c[yours] = table.Text("12345678901234") }, "Tal!I2", "13 cifre"},
		"low above":         {func(c []table.Cell) { c[yours], c[yourLow] = table.Whole(5), table.Whole(6) }, "Tal!H2", "ikke er over tallet"},
		"high below":        {func(c []table.Cell) { c[yours], c[high] = table.Whole(5), table.Whole(4) }, "Tal!J2", "ikke er under tallet"},
		"a low alone":       {func(c []table.Cell) { c[yourLow] = table.Whole(5) }, "Tal!I2", "en værdi"},
		"a key mistyped":    {func(c []table.Cell) { c[yours] = table.Whole(5); c[theKey].Text += "s" }, "Tal!M2", "mente du"},
		"a formula as text": {func(c []table.Cell) { c[yours] = table.Text("=1+1") }, "Tal!I2", "et tal som"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			sheet := e.Template(lang.Danish)
			test.edit(sheet.Rows[1].Cells)
			figures, faults := e.ReadFigures(readBack(t, sheet, true)...)
			assert.Empty(t, figures)
			require.Len(t, faults, 1)
			assert.Equal(t, "tal.xlsx: "+test.place, faults[0].Place().String())
			assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, test.want)
		})
	}
}

func TestWholeNumbersAndPercentsAreHeldToTheirBounds(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	for key, bad := range map[string]string{"contracts": "7,5", "index/2014-2015/wages": "101"} {
		sheet := e.Template(lang.Danish)
		for i := range sheet.Rows {
			if cells := sheet.Rows[i].Cells; len(cells) > theKey && cells[theKey].Text == key {
				cells[yours] = table.Text(bad)
			}
		}
		_, faults := e.ReadFigures(readBack(t, sheet, false)...)
		require.Len(t, faults, 1, key)
		assert.NotEmpty(t, drejebog.BuiltInWords().Of(faults[0]).DA)
	}
}

func TestARowTypedTwiceIsAFault(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	sheet := e.Template(lang.Danish)
	sheet.Rows[1].Cells[yours] = table.Whole(5)
	sheet.Rows = append(sheet.Rows, sheet.Rows[1])
	_, faults := e.ReadFigures(readBack(t, sheet, false)...)
	require.Len(t, faults, 1)
	assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, "hver nøgle én gang")
}

func TestAnEmptyTemplateChangesNothing(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	figures, faults := e.ReadFigures(readBack(t, e.Template(lang.English), true)...)
	assert.Empty(t, figures)
	assert.Empty(t, faults)
}

func TestAFigureThatThePlanContradictsIsAFaultAndThePlansStands(t *testing.T) {
	p := plan.New("Vejen")
	p.Drivers = map[string]int{"contracts": 100}
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = []estimate.Figure{percent("contracts", "120")}
	e, err := assumptions.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)
	assert.Contains(t, findingOf(t, e, "DB-418").Text.DA, "It-kontrakter er 100 efter planen")
	assert.Zero(t, e.Total().Likely.Cmp(estimateOf(t, p).Total().Likely))
}

func TestFiguresThatNobodyCheckedCannotBreakTheEstimate(t *testing.T) {
	for _, f := range []estimate.Figure{
		percent("contracts", "-1"), percent("rate/jurist/own", "-1"), percent("index/2014-2015/wages", "-100"),
		percent("budget-2014: 4.1/udbudsplan kontraktansvarlig own", "-5"), percent("no such key", "5"),
	} {
		assumptions, err := estimate.Assume()
		require.NoError(t, err)
		assumptions.Figures, assumptions.Prices = []estimate.Figure{f}, estimate.Prices{Level: 2015}
		e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
		require.NoError(t, err)
		assert.Positive(t, e.Total().Likely.Sign())
	}
}
