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
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnAmountIsExplainedDownToItsTermsAndSources(t *testing.T) {
	const document = `kommune: Vejen
drivers: {departments: 3}
tasks:
  4.14/strategi: {plannedStart: 2014-12-22, duration: 10}
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
	// 8 hours × 3 departments × 430 kr. = 10,320; 60 % of it × 1,021, and 40 % × 1,5 × 1,021.
	assert.Equal(t, []string{
		"8 timer (mellem 3 og 20) gange antallet af berørte afdelinger. Vores antagelse i stedet for SAPAs bidrag til budget 2015: En dag pr. afdeling.",
		"× 3. Berørte afdelinger: kommunens eget tal (kommunens plan, linje 2)",
		"× 430 kr. i timen i 2014-niveau. Timepris, it-arkitekt: antaget. Specialist, ofte med tillæg.",
		"= 24 timer, 10.320,00 kr.",
		"2014: 6 af 10 arbejdsdage, × 1,021 til 2015-niveau (KL's pris- og lønskøn) = 6.322,03 kr.",
		"2015: 4 af 10 arbejdsdage, × 1,5 efter planen (vejen.yaml:6:5): To steder, × 1,021 til 2015-niveau (KL's pris- og lønskøn) = 6.322,03 kr.",
	}, da)
	assert.Equal(t, "= 24 hours, DKK 10,320.00", en[3])
	money(t, "12644.06", explained[0].Sum.Likely)

	only, ok := e.InYear(2015)
	require.True(t, ok)
	assert.Equal(t, "2014: 6 af 10", explanationOf(t, only, line)[4].DA[:13], "of all years, whatever year is shown")
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
