package strict_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
)

func FuzzRead(f *testing.F) {
	for _, text := range []string{"name: Ærø", "{\"name\": \"a\", \"steps\": [{\"id\": 1}]}", "name: [a\n", "a: &a [*a]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var into document
		doc, faults := strict.Read("f.yaml", []byte(text), &into, strict.Limits{})
		for i, fault := range faults {
			if fault.Kind == 0 || fault.File != "f.yaml" || fault.Line < 1 || fault.Column < 1 {
				t.Fatalf("%q: a fault without kind or place: %+v", text, fault)
			}
			if says := told(fault); says.EN == "" || says.DA == "" || strings.Contains(says.DA+says.EN, "strict/") {
				t.Fatalf("%q: a fault without words: %+v", text, fault)
			}
			if i > 0 && after(faults[i-1], fault) {
				t.Fatalf("%q: %v stands before %v", text, faults[i-1], fault)
			}
		}
		if _, ok := doc.Where(""); !ok && len(faults) == 0 {
			t.Fatalf("%q: read without a place", text)
		}
		var again document
		if _, second := strict.Read("f.yaml", []byte(text), &again, strict.Limits{}); !reflect.DeepEqual(faults, second) {
			t.Fatalf("%q: %v, then %v", text, faults, second)
		}
	})
}

func after(a, b strict.Fault) bool {
	return a.Line > b.Line || a.Line == b.Line && a.Column > b.Column
}

func TestJSONIsReadLikeYAML(t *testing.T) {
	into, _, faults := read(t, "{\n\t\"name\": \"\\u00c6r\\u00f8 \\/ \\\"x\\\"\",\n\t\"price\": \"2.50\", \"count\":7,\n\t\"open\":true,\"steps\":[],\n\t\"parent\": null\n}\n")
	assert.Empty(t, sentences(faults))
	assert.Equal(t, "Ærø / \"x\"", into.Name)
	assert.Equal(t, "2.50", into.Price.StringFixed(2))
	assert.NotNil(t, into.Steps)
	assert.Nil(t, into.Parent)

	_, _, faults = read(t, "{\"name\": \"a\", \"name\": \"b\", \"opne\": true,\n \"count\": \"7\"\n")
	assert.Equal(t, []string{"f.yaml:3:1: cannot be read as YAML or JSON: a comma or } is missing between the keys, in what begins in line 1"}, sentences(faults))
	_, _, faults = read(t, "{\"name\": \"a\", \"name\": \"b\", \"opne\": true,\n \"count\": \"7\"}")
	assert.Equal(t, []string{
		"f.yaml:1:15: the key “name” stands twice, first in line 1; delete one",
		"f.yaml:1:28: unknown key “opne”; did you mean “open”?",
		"f.yaml:2:11: count is the text “7”; expected a whole number 0 … 65535",
	}, sentences(faults))
}
