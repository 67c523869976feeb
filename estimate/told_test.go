package estimate_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

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
