package drejebog_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

func TestTheCatalogueIsToldAsItsGoldensSay(t *testing.T) {
	now := book(t)
	since := drejebog.Diff(at(t, "3.0"), now)
	for ending, language := range map[string]lang.Lang{"": lang.Danish, "-en": lang.English} {
		golden.File(t, "testdata/catalogue"+ending+".txt", catalogueText(t, now, language))
		golden.File(t, "testdata/since-3.0"+ending+".txt", golden.Written(t, func(w io.Writer) error { return now.WriteDiff(w, language, since) }))
	}
	golden.File(t, "testdata/keys.txt", golden.Keys(t,
		golden.Written(t, func(w io.Writer) error { return now.WriteJSON(w, lang.Danish, since) }),
		golden.Written(t, func(w io.Writer) error { return now.WriteJSON(w, lang.Danish, nil) }),
	))
}
