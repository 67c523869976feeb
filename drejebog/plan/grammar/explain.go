package grammar

import (
	"io"
	"reflect"
	"strings"
	"unicode/utf8"
)

// fewChoices is how many words are listed behind a key.
const fewChoices = 6

// commentWidth is how wide a comment is at most, where its words allow.
const commentWidth = 80

// Comment writes a text as comments of YAML.
func Comment(w io.StringWriter, text string) {
	line := "#"
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(line+" "+word) > commentWidth && line != "#" {
			_, _ = w.WriteString(line + "\n")
			line = "#"
		}
		line += " " + word
	}
	_, _ = w.WriteString(line + "\n")
}

// Explained are comments of what a key of the document is for, with what it can hold,
// and the keys below it. One that was told before, where its type stood or for every
// place of its name, is not told again.
func (g *Grammar) Explained(words *Words, f *Field, told map[string]bool) string {
	e := &explaining{Grammar: g, Words: words, told: told}
	e.explain(f.Name, f, "")
	return e.out.String()
}

type explaining struct {
	*Grammar
	*Words
	out  strings.Builder
	told map[string]bool // what has been said, by what it is said of
}

func (e *explaining) explain(path string, f *Field, within string) {
	said, everywhere := e.Key(path, f)
	if of := "*." + f.Name; within == "" {
		Comment(&e.out, said)
	} else if !e.told[f.Words] && !e.told[of] {
		Comment(&e.out, strings.TrimPrefix(path, within+".")+e.choices(f)+": "+said)
		e.told[f.Words], e.told[of] = true, everywhere
	}
	t := f.Type
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	object := e.objects[t]
	if object == nil {
		return
	}
	if within == "" {
		within = path
	}
	for i := range object.Fields {
		e.explain(Joined(path, object.Fields[i].Name), &object.Fields[i], within)
	}
}

// choices are the words or the bounds of a key's value, in brackets.
func (e *explaining) choices(f *Field) string {
	t := f.Type
	if t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	var words []string
	if v := e.Vocabularies[f.Tag.Of]; v != nil && v.Open == "" && len(v.Words) <= fewChoices {
		words = v.Words
	}
	if t.Kind() == reflect.Uint8 {
		words = wordsOf(t)
	}
	switch {
	case len(words) > 0:
		return " (" + strings.Join(words, ", ") + ")"
	case f.Tag.Bounded && t.Kind() == reflect.Int:
		return " (" + f.Tag.Least.String() + "\u2013" + f.Tag.Most.String() + ")"
	}
	return ""
}
