package strict_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

func TestAHundredFaultsAreListedAndTheRestCounted(t *testing.T) {
	for n, last := range map[int]strict.Kind{99: strict.KindUnknownKey, 100: strict.KindUnknownKey, 101: strict.KindTooMany, 150: strict.KindTooMany} {
		_, _, faults := read(t, "name: a\n"+numbered("k%d: 1\n", n))
		require.Len(t, faults, min(n, 101), n)
		end := faults[len(faults)-1]
		assert.Equal(t, last, end.Kind, n)
		if n > 100 {
			assert.Equal(t, n-100, end.Got)
		}
	}
	_, _, faults := read(t, "name: a\n"+numbered("k%d: 1\n", 150))
	assert.Equal(t, "der er 50 fejl mere, som ikke er nævnt", told(faults[100]).DA)
}

func TestAValueThatCannotBeIsAFaultAtItsPlace(t *testing.T) {
	_, document, _ := read(t, "name: a\n")
	bad := document.Bad("doc.yaml", "name", "a", strict.Part{Kind: "seeds/once"})
	assert.Equal(t, strict.Place{File: "doc.yaml", Line: 1, Column: 7}, bad.Place())
	assert.Equal(t, strict.KindBadValue, bad.Kind)
	unknown := document.Unknown("doc.yaml", "elsewhere", "slutbruger", []string{"superbrugere", "slutbrugere"}, strict.Part{Kind: "seeds/a-step"})
	assert.Equal(t, "slutbrugere", unknown.Suggest)
	assert.Zero(t, unknown.Line, "the file does not hold the path")
	var none *strict.Document
	assert.Equal(t, "doc.yaml", none.Bad("doc.yaml", "name", "a", nil).Place().String())
}
