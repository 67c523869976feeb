package timeline_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/require"
)

func TestTheScheduleIsToldAsItsGoldensSay(t *testing.T) {
	s := sampled(t, "odense.yaml")
	for file, language := range map[string]lang.Lang{"schedule.txt": lang.Danish, "schedule-en.txt": lang.English} {
		golden.File(t, "testdata/"+file, golden.Written(t, func(w io.Writer) error { return s.WriteText(w, language) }))
	}
	golden.File(t, "testdata/schedule-head.txt", golden.Head(golden.Written(t, s.WriteCSV)))
}

func TestAnExplanationIsToldAsItsGoldensSay(t *testing.T) {
	e, err := sampled(t, "odense.yaml").Explain("4.8/bekraeftelse@ky")
	require.NoError(t, err)
	for file, language := range map[string]lang.Lang{"explanation.txt": lang.Danish, "explanation-en.txt": lang.English} {
		golden.File(t, "testdata/"+file, golden.Written(t, func(w io.Writer) error { return e.WriteText(w, language) }))
	}
}
