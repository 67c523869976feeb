package readiness_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
)

// languages are those of the goldens, by what their names end in.
var languages = map[string]lang.Lang{"": lang.Danish, "-en": lang.English}

func TestAnAssessmentIsToldAsItsGoldensSay(t *testing.T) {
	lists := sampleLists(t)
	late := assess(t, sample(t, "struer.yaml"), lists...)
	for ending, language := range languages {
		golden.File(t, "testdata/late"+ending+".txt", textOf(t, late, language))
	}
	golden.File(t, "testdata/late-head.txt", golden.Head(golden.Written(t, late.WriteCSV)))
	var documents []string
	for _, name := range []string{"struer.yaml", "ringsted.yaml", "skive.yaml", "hjoerring.yaml"} {
		documents = append(documents, jsonOf(t, assess(t, sample(t, name), lists...)))
		documents = append(documents, jsonOf(t, assess(t, sample(t, name))))
	}
	golden.File(t, "testdata/keys.txt", golden.Keys(t, documents...))
}

func TestTheOverviewIsToldAsItsGoldensSay(t *testing.T) {
	lists := sampleLists(t)
	var all []*readiness.Assessment
	for _, name := range []string{"struer.yaml", "ringsted.yaml", "skive.yaml"} {
		all = append(all, assess(t, sample(t, name), lists...))
	}
	o := readiness.NewOverview(book(), all)
	for ending, language := range languages {
		golden.File(t, "testdata/overview"+ending+".txt", golden.Written(t, func(w io.Writer) error { return o.WriteText(w, language) }))
	}
	golden.File(t, "testdata/overview-head.txt", golden.Head(golden.Written(t, o.WriteCSV)))
	golden.File(t, "testdata/overview-keys.txt", golden.Keys(t, jsonOf(t, o)))
}

func TestTheTemplatesAreAsTheirGoldensSay(t *testing.T) {
	golden.File(t, "testdata/template.txt", golden.Written(t, func(w io.Writer) error { return readiness.WriteTemplate(w, book(), "sapa") }))
	heads := ""
	for _, sheet := range []*table.Sheet{
		readiness.ListTemplate(book(), "sapa"), assess(t, sample(t, "ringsted.yaml"), sampleLists(t)...).AnswerSheet(),
	} {
		heads += golden.Head(golden.Written(t, func(w io.Writer) error { return table.WriteCSV(w, sheet) }))
	}
	golden.File(t, "testdata/heads.txt", heads)
}
