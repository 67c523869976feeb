package estimate_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/figures"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnAmountIsExplainedDownToItsTermsAndSources(t *testing.T) {
	const document = `kommune: Vejen
drivers: {departments: 3}
tasks:
  4.14/strategi: {plannedStart: 2014-12-19, duration: 10}
adjustments:
  - {action: scale, step: 4.14/strategi, role: it-arkitekt, year: 2015, factor: 1.5, reason: To steder}
`
	p, findings := plan.Read(theBook(t), "vejen.yaml", strings.NewReader(document))
	require.NotNil(t, p, "%v", findings)
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Prices = estimate.Prices{Level: 2015}
	e, err := assumptions.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)

	const line = "budget-2015-sapa: 4.14/strategi it-arkitekt own departments"
	explained, err := e.Explain(line)
	require.NoError(t, err)
	require.Len(t, explained, 1)
	var da, en []string
	for _, text := range explanationOf(t, e, line) {
		da, en = append(da, text.DA), append(en, text.EN)
	}
	// 7.4 hours × 3 departments × 430 kr. = 9,546; 60 % of it × 1,021, and 40 % × 1,5 × 1,021.
	assert.Equal(t, []string{
		"7,4 timer (mellem 4,81 og 11,8) gange antallet af berørte afdelinger. Vores antagelse i stedet for SAPAs bidrag til budget 2015: Hver afdelings sager og dokumenter.",
		"Input, timer på en arbejdsdag: 7,4. En femtedel af ugens 37 timer. Kilde: https://oes.dk/statsregnskab/oekonomisk-administrativ-vejledning-oeav/effektivt-aarsvaerk/.",
		"Input, dage pr. afdeling til at samle og afklare: 1 (mellem 0,65 og 1,6). Antaget. En dag: to møder og et udkast, som afdelingen kan rette.",
		"× 3. Berørte afdelinger: kommunens eget tal (kommunens plan, linje 2)",
		"× 430 kr. i timen i 2014-niveau. Timepris, it-arkitekt: antaget. Specialist, ofte med tillæg.",
		"= 22,2 timer, 9.546,00 kr.",
		"De to input, der flytter beløbet mest: dage pr. afdeling til at samle og afklare, og derefter timepris, it-arkitekt",
		"2014: 6 af 10 arbejdsdage, × 1,021 til 2015-niveau (KL's pris- og lønskøn) = 5.847,88 kr.",
		"2015: 4 af 10 arbejdsdage, × 1,5 efter planen (vejen.yaml:6:5): To steder, × 1,021 til 2015-niveau (KL's pris- og lønskøn) = 5.847,88 kr.",
	}, da)
	assert.Equal(t, "= 22.2 hours, DKK 9,546.00", en[5])
	money(t, "11695.76", explained[0].Sum.Likely)

	only, ok := e.InYear(2015)
	require.True(t, ok)
	assert.Equal(t, "2014: 6 af 10", explanationOf(t, only, line)[7].DA[:13], "of all years, whatever year is shown")
}

func TestWhatHasNoPriceIsExplainedByWhoOwesIt(t *testing.T) {
	texts := explanationOf(t, estimateOf(t, plan.New("Vejen")), "6.1/loebende@serviceplatformen")
	assert.Contains(t, texts[len(texts)-1].DA, "Kan ikke estimeres: betaling for opslag på Serviceplatformen.")
}

func TestALineThatThereIsNotIsAnErrorWithTheNearest(t *testing.T) {
	_, err := estimateOf(t, plan.New("Vejen")).Explain("4.10/slutbruger")
	var unknown *estimate.UnknownLineError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "4.10/slutbrugere", unknown.Suggest)
	assert.Contains(t, drejebog.BuiltInWords().Of(unknown).DA, "mente du 4.10/slutbrugere?")
}

func TestEnglishAmountsAreInDKK(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	var text bytes.Buffer
	for _, what := range []string{"4", "5", "6", "golive"} {
		for _, step := range []string{".5", ".10", ".1", ".6", ""} {
			if explanation, err := estimatereport.Explanation(e, what+step); err == nil { // not every section has lines
				require.NoError(t, explanation.WriteText(&text, lang.English))
			}
		}
	}
	sheets := []table.Sheet{*estimatereport.Estimate(e).Table("lines").In(lang.English), figures.Template(e, lang.English)}
	for i := range sheets {
		require.NoError(t, table.WriteCSV(&text, &sheets[i]))
	}
	assert.Contains(t, text.String(), "DKK")
	assert.NotRegexp(t, `\bkr\.|[0-9] kroner`, text.String())
}

func TestALineNamesTheTwoInputsThatMoveItMost(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	explained, err := e.Explain("budget-2015-sapa: 6.6/kontrakter@sapa it-chef external case-systems")
	require.NoError(t, err)
	require.Len(t, explained, 1)
	x := &explained[0]
	require.Len(t, x.Inputs, 4)
	factors := x.Factors()
	require.Len(t, factors, 5, "four inputs and the driver")
	largest := x.Largest()
	require.Len(t, largest, 2)
	assert.Equal(t, "Sagsbærende systemer, der skal vise data i SAPA", largest[0].Name.DA)
	assert.Equal(t, "Konsulentdage pr. fagsystem, der skal vise data", largest[1].Name.DA)
	texts := explanationOf(t, e, x.Line.Key())
	assert.Equal(t, "Pengene falder i de 30 dage før Idriftsættelse (SAPA)", texts[len(texts)-2].DA)
	assert.Equal(t, 2015, x.Parts[len(x.Parts)-1].Year)
}

func TestAFigureThatWasHandedInHasNoInputs(t *testing.T) {
	const key = "budget-2014: 4.3/ni-forslag@sapa sapakontakt own"
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = []estimate.Figure{{Key: key, Low: decimal.NewFromInt(1), Likely: decimal.NewFromInt(2), High: decimal.NewFromInt(3)}}
	e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
	require.NoError(t, err)
	explained, err := e.Explain(key)
	require.NoError(t, err)
	assert.Empty(t, explained[0].Inputs)
	require.Len(t, explained[0].Largest(), 1, "the rate alone has a name")
}
