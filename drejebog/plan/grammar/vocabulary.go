package grammar

import (
	"encoding"
	"reflect"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Vocabulary is what a text or a key of a document may be.
type Vocabulary struct {
	Words   []string                    // those that are known
	Names   func(word string) lang.Text // what they are called; nil: they say it themselves
	Open    string                      // pattern of others, of the user's own choice; "": there are none
	Scopes  []string                    // what "@…" behind a word may be; nil: nothing stands behind
	Numeric bool                        // some are written as numbers
	among   map[string]bool             // the words, once one was asked for
}

// Any is the pattern of a vocabulary of which only its user knows the words.
const Any = `.`

// Has reports whether a word is one of the known ones. It is for one goroutine.
func (v *Vocabulary) Has(word string) bool {
	if v.among == nil {
		v.among = make(map[string]bool, len(v.Words))
		for _, known := range v.Words {
			v.among[known] = true
		}
	}
	return v.among[word]
}

// schema is that of a word of the vocabulary.
func (v *Vocabulary) schema() node {
	switch {
	case v.Scopes != nil:
		return node{"type": "string", "pattern": "^(" + strings.Join(v.Words, "|") + ")(@(" + strings.Join(v.Scopes, "|") + "))?$"}
	case v.Open == Any:
		return node{}
	case v.Open == "":
		return node{"enum": v.Words}
	case len(v.Words) == 0:
		return node{"pattern": v.Open}
	}
	return node{"anyOf": []node{{"enum": v.Words}, {"pattern": v.Open}}}
}

// Values are the words of an enumeration, in its order; nil for another type.
func (f *Field) Values() []string {
	if f.Type.Kind() != reflect.Uint8 {
		return nil
	}
	return wordsOf(f.Type)
}

// wordsOf are the words of an enumeration, in its order.
func wordsOf(t reflect.Type) []string {
	var words []string
	for i := range uint64(256) {
		v := reflect.New(t).Elem()
		v.SetUint(i)
		if text, ok := v.Interface().(encoding.TextMarshaler); ok {
			if name, err := text.MarshalText(); err == nil && len(name) > 0 {
				words = append(words, string(name))
			}
		}
	}
	return words
}
