package readiness_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

func TestAnAssessmentHasTheKeysThatItsGoldenSays(t *testing.T) {
	lists := sampleLists(t)
	var documents []string
	for _, name := range []string{"struer.yaml", "ringsted.yaml", "skive.yaml", "hjoerring.yaml"} {
		documents = append(documents, jsonOf(t, assess(t, sample(t, name), lists...)))
		documents = append(documents, jsonOf(t, assess(t, sample(t, name))))
	}
	golden.File(t, "testdata/keys.txt", golden.Keys(t, documents...))
}

func TestTheSheetsHaveTheHeadsThatTheirGoldenSays(t *testing.T) {
	heads := ""
	for _, sheet := range []*table.Sheet{
		requirements.Template(book(), "sapa"), assess(t, sample(t, "ringsted.yaml"), sampleLists(t)...).AnswerSheet(),
	} {
		heads += golden.Head(golden.Written(t, func(w io.Writer) error { return table.WriteCSV(w, sheet) }))
	}
	golden.File(t, "testdata/heads.txt", heads)
}
