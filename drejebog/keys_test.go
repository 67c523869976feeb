package drejebog_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/require"
)

func TestTheCatalogueHasTheKeysOfItsGolden(t *testing.T) {
	now := book(t)
	since := drejebog.Diff(at(t, "3.0"), now)
	golden.File(t, "testdata/keys.txt", golden.Keys(t,
		golden.Written(t, func(w io.Writer) error { return form.Write(w, drejebog.Catalogue{Book: now, Differences: since}) }),
		golden.Written(t, func(w io.Writer) error { return form.Write(w, now) }),
	))
}

func TestTheCatalogueIsWhatItsSchemaSays(t *testing.T) {
	schema, err := form.Schema("Catalogue", drejebog.Catalogue{})
	require.NoError(t, err)
	documents := []string{golden.Written(t, func(w io.Writer) error {
		return form.Write(w, drejebog.Catalogue{Book: book(t), Differences: drejebog.Diff(at(t, "1.0"), book(t))})
	})}
	for _, h := range history {
		documents = append(documents, catalogueJSON(t, at(t, h.number)))
	}
	golden.Schema(t, "../seeds/schema/catalogue.schema.json", schema, documents...)
}
