package estimate_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/stretchr/testify/require"
)

func TestTheKeysOfEveryResultAreThoseOfItsGolden(t *testing.T) {
	var estimates, uncertainties, cases []string
	for _, p := range []*plan.Plan{plan.New("Vejen"), sample(t, "odense.yaml"), sample(t, "skive.yaml")} {
		e := estimateOf(t, p)
		estimates = append(estimates, golden.Written(t, e.WriteJSON))
		u, err := e.Uncertainty()
		require.NoError(t, err)
		uncertainties = append(uncertainties, golden.Written(t, u.WriteJSON))
		b, err := e.BusinessCase()
		require.NoError(t, err)
		cases = append(cases, golden.Written(t, b.WriteJSON))
	}
	golden.File(t, "testdata/estimate-keys.txt", golden.Keys(t, estimates...))
	golden.File(t, "testdata/uncertainty-keys.txt", golden.Keys(t, uncertainties...))
	golden.File(t, "testdata/businesscase-keys.txt", golden.Keys(t, cases...))
}

func TestTheTablesHaveTheColumnsOfTheirGolden(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	heads := golden.Head(golden.Written(t, e.WriteCSV))
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		sheet := e.Sheet(language)
		heads += golden.Head(golden.Written(t, func(w io.Writer) error { return table.WriteCSV(w, &sheet) }))
	}
	golden.File(t, "testdata/heads.txt", heads)
}

func TestAnExplanationIsToldAsItsGoldensSay(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	for name, language := range map[string]lang.Lang{"explanation.txt": lang.Danish, "explanation-en.txt": lang.English} {
		matches(t, name, func(w *bytes.Buffer) error { return e.WriteExplanation(w, "4.10/slutbrugere@sapa", language) })
	}
}
