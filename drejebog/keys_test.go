package drejebog_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
)

func TestTheCatalogueIsToldAsItsGoldensSay(t *testing.T) {
	now := book(t)
	since := drejebog.Diff(at(t, "3.0"), now)
	for ending, lang := range map[string]drejebog.Lang{"": drejebog.Danish, "-en": drejebog.English} {
		golden.File(t, "testdata/catalogue"+ending+".txt", catalogueText(t, now, lang))
		golden.File(t, "testdata/since-3.0"+ending+".txt", golden.Written(t, func(w io.Writer) error { return now.WriteDiff(w, lang, since) }))
	}
	golden.File(t, "testdata/keys.txt", golden.Keys(t,
		golden.Written(t, func(w io.Writer) error { return now.WriteJSON(w, drejebog.Danish, since) }),
		golden.Written(t, func(w io.Writer) error { return now.WriteJSON(w, drejebog.Danish, nil) }),
	))
}
