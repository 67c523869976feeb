package golden

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Keys are the keys of JSON documents of one form, a line each: its path, a
// question mark where an object may be without it, and the kinds of its values.
// Keys that are data, such as the id of a step, are all written as *, words of
// an enumeration with few words as themselves.
func Keys(t testing.TB, documents ...string) string {
	t.Helper()
	k := &keys{kinds: map[string]map[string]bool{}, words: map[string]map[string]bool{}, objects: map[string]int{}, times: map[string]int{}}
	for _, document := range documents {
		var value any
		require.NoError(t, json.Unmarshal([]byte(document), &value))
		k.walk("", value)
	}
	var out strings.Builder
	for _, path := range slices.Sorted(maps.Keys(k.kinds)) {
		fmt.Fprintln(&out, k.line(path))
	}
	return out.String()
}

// keys are gathered from documents, by path.
type keys struct {
	kinds   map[string]map[string]bool // of the values
	words   map[string]map[string]bool // that the values are, nil where one is no word
	objects map[string]int             // that stand at the path
	times   map[string]int             // that the key was met
}

var (
	name   = regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`)
	word   = regexp.MustCompile(`^[a-z]+([A-Z-][a-z]+)*$`)
	day    = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	amount = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
)

// fewWords is the most words that a key's values may be and still be listed.
const fewWords = 12

func (k *keys) walk(path string, value any) {
	switch v := value.(type) {
	case map[string]any:
		k.is(path, "object")
		k.objects[path]++
		for key, inner := range v {
			if !name.MatchString(key) {
				key = "*"
			}
			k.times[path+"."+key]++
			k.walk(path+"."+key, inner)
		}
	case []any:
		k.is(path, "list")
		for _, inner := range v {
			k.walk(path+"[]", inner)
		}
	case string:
		k.is(path, kindOf(v))
		k.says(path, v)
	default:
		k.is(path, map[string]string{"float64": "number", "bool": "bool", "<nil>": "null"}[fmt.Sprintf("%T", v)])
	}
}

func kindOf(text string) string {
	switch {
	case day.MatchString(text):
		return "date"
	case amount.MatchString(text):
		return "decimal"
	}
	return "string"
}

func (k *keys) is(path, kind string) {
	if k.kinds[path] == nil {
		k.kinds[path] = map[string]bool{}
	}
	k.kinds[path][kind] = true
}

// says notes a value, as long as all values are words and few.
func (k *keys) says(path, text string) {
	words, met := k.words[path]
	switch {
	case !met:
		words = map[string]bool{}
	case words == nil:
		return
	}
	words[text] = true
	if text != "" && !word.MatchString(text) || len(words) > fewWords {
		words = nil
	}
	k.words[path] = words
}

func (k *keys) line(path string) string {
	line := path
	parent := path[:max(strings.LastIndexByte(path, '.'), 0)]
	if line == "" {
		line = "."
	} else if times, met := k.times[path]; met && times < k.objects[parent] && !strings.HasSuffix(path, ".*") {
		line += "?"
	}
	line += " " + strings.Join(slices.Sorted(maps.Keys(k.kinds[path])), "|")
	if words := k.words[path]; words != nil {
		line += fmt.Sprintf(" %q", slices.Sorted(maps.Keys(words)))
	}
	return line
}
