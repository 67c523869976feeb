package strict_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type Inner struct {
	Name string `yaml:"name"`
	Note string `yaml:"note,required"`
}

type Ring struct {
	*Ring
	Word string `yaml:"word"`
}

func TestEmbeddedStructsAreInlined(t *testing.T) {
	var byValue struct {
		Inner `yaml:",inline"`
		Name  string `yaml:"name"`
	}
	_, faults := strict.Read("f.yaml", []byte("name: outer\nnote: x"), &byValue, strict.Limits{})
	require.Empty(t, sentences(faults))
	assert.Equal(t, "outer", byValue.Name, "the outer name hides the inner one")
	assert.Empty(t, byValue.Inner.Name)

	_, faults = strict.Read("f.yaml", []byte("nme: outer\nnote: x\nzzzzzzzzz: 1"), &byValue, strict.Limits{})
	require.Len(t, faults, 2)
	assert.Equal(t, "name, note", faults[1].Want, "and stands in its place among the keys")

	var byPointer struct {
		*Inner
		Age int `yaml:"age"`
	}
	_, faults = strict.Read("f.yaml", []byte("name: a\nnote: x\nage: 3"), &byPointer, strict.Limits{})
	require.Empty(t, sentences(faults))
	assert.Equal(t, "a", byPointer.Name)

	_, faults = strict.Read("f.yaml", []byte("age: 3"), &byPointer, strict.Limits{})
	assert.Equal(t, []string{"f.yaml:1:1: the key “note” is missing; add it"}, sentences(faults))
}

func TestANamedEmbeddedStructIsAKey(t *testing.T) {
	var into struct {
		Inner `yaml:"inner"`
	}
	_, faults := strict.Read("f.yaml", []byte("inner: {note: x}"), &into, strict.Limits{})
	require.Empty(t, sentences(faults))
	assert.Equal(t, "x", into.Note)
}

func TestAStructThatEmbedsItselfEnds(t *testing.T) {
	var into Ring
	_, faults := strict.Read("f.yaml", []byte("word: a"), &into, strict.Limits{})
	require.Empty(t, sentences(faults))
	assert.Equal(t, "a", into.Word)
}

func TestTheLimitsAreTheCallers(t *testing.T) {
	text := []byte("name: a\nparent: {name: b, parent: {name: c}}")
	for _, limits := range []strict.Limits{{Bytes: 10}, {Depth: 2}, {Nodes: 5}, {Nodes: 8}} {
		var into document
		_, faults := strict.Read("f.yaml", text, &into, limits)
		assert.Len(t, faults, 1, limits)
	}
	var into document
	_, faults := strict.Read("f.yaml", text, &into, strict.Limits{Depth: 3, Nodes: 13, Bytes: len(text)})
	assert.Empty(t, sentences(faults))
}

func TestAFaultInASecondDocumentDoesNotHideTheFirst(t *testing.T) {
	into, _, faults := read(t, "name: a\nopne: 1\n---\nb: [\n")
	assert.Equal(t, "a", into.Name)
	assert.Equal(t, []strict.Kind{strict.KindUnknownKey, strict.KindSyntax}, kinds(faults))
}

func TestKeysOfWhatIsNoMappingAreNone(t *testing.T) {
	_, doc, _ := read(t, "name: a")
	assert.Nil(t, doc.Keys("name"))
	assert.Nil(t, (*strict.Document)(nil).Keys(""))
	var zero strict.Document
	_, ok := zero.Where("")
	assert.False(t, ok)
}
