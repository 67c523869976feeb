package figures_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/figures"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
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
	sheet := figures.Template(e, lang.Danish)
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
		require.NoError(t, xlsxwriter.Write(&file, sheet))
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

			read, faults := figures.Read(before, readBack(t, filled(before), excel)...)
			require.Empty(t, faults)
			assumptions.Figures = read
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
			why, err := estimatereport.Explanation(after, "4.10/slutbrugere@sapa")
			require.NoError(t, err)
			told := booktest.Written(t, why, "txt", lang.Danish)
			assert.Contains(t, estimatetest.Flat(told), "Læst ind fra tal.")
			assert.NotContains(t, told, "antaget")
		})
	}
}

func TestAFigureTypedInStandsForTheAssumedOneAndOnlyForIt(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	sheet := figures.Template(e, lang.Danish)
	for i := range sheet.Rows {
		if cells := sheet.Rows[i].Cells; len(cells) > theKey && cells[theKey].Text == "budget-2014: 4.1/udbudsplan kontraktansvarlig own" {
			cells[yourLow], cells[yours], cells[high] = table.Text("10"), table.Text("37,5"), table.Text("1.000,25")
		}
	}
	read, faults := figures.Read(e, readBack(t, sheet, false)...)
	require.Empty(t, faults)
	require.Len(t, read, 1)
	assert.Equal(t, "10 37.5 1000.25", read[0].Low.String()+" "+read[0].Likely.String()+" "+read[0].High.String())

	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = read
	after, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
	require.NoError(t, err)
	// 37,5 hours for 14,8, at 390 kr.
	estimatetest.IsMoney(t, "8853.00", after.Total().Likely.Sub(e.Total().Likely))
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
			sheet := figures.Template(e, lang.Danish)
			test.edit(sheet.Rows[1].Cells)
			read, faults := figures.Read(e, readBack(t, sheet, true)...)
			assert.Empty(t, read)
			require.Len(t, faults, 1)
			assert.Equal(t, "tal.xlsx: "+test.place, faults[0].Place().String())
			assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, test.want)
		})
	}
}

func TestWholeNumbersAndPercentsAreHeldToTheirBounds(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	for key, bad := range map[string]string{"contracts": "7,5", "index/2014-2015/wages": "101"} {
		sheet := figures.Template(e, lang.Danish)
		for i := range sheet.Rows {
			if cells := sheet.Rows[i].Cells; len(cells) > theKey && cells[theKey].Text == key {
				cells[yours] = table.Text(bad)
			}
		}
		_, faults := figures.Read(e, readBack(t, sheet, false)...)
		require.Len(t, faults, 1, key)
		assert.NotEmpty(t, drejebog.BuiltInWords().Of(faults[0]).DA)
	}
}

func TestARowTypedTwiceIsAFault(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	sheet := figures.Template(e, lang.Danish)
	sheet.Rows[1].Cells[yours] = table.Whole(5)
	sheet.Rows = append(sheet.Rows, sheet.Rows[1])
	_, faults := figures.Read(e, readBack(t, sheet, false)...)
	require.Len(t, faults, 1)
	assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, "hver nøgle én gang")
}

func TestAnEmptyTemplateChangesNothing(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	read, faults := figures.Read(e, readBack(t, figures.Template(e, lang.English), true)...)
	assert.Empty(t, read)
	assert.Empty(t, faults)
}
