package strict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// YAML returns a struct, or what points to one, as the YAML that Read reads into the
// same value: the keys in the order of the fields, the entries of mappings in the
// order of their bytes, nothing of what is absent, so that the same value always
// gives the same bytes. What no file can hold, such as a control character in a
// text, is a *WriteError.
func YAML(from any) ([]byte, error) {
	return written(from, func(out *bytes.Buffer, v value) { writeYAML(out, v, 0) })
}

// JSON returns the same as JSON, with the same keys in the same order. Numbers with
// decimals are texts, as Read takes them.
func JSON(from any) ([]byte, error) {
	return written(from, func(out *bytes.Buffer, v value) { writeJSON(out, v, 0) })
}

// Writable returns the error that YAML and JSON would, without writing.
func Writable(from any) error {
	_, err := treeOf(from)
	return err
}

func treeOf(from any) (value, error) {
	given := reflect.ValueOf(from)
	if !given.IsValid() || given.Kind() == reflect.Pointer && given.IsNil() {
		return value{}, &WriteError{What: nothing}
	}
	return valueOf(given, "")
}

func written(from any, notate func(*bytes.Buffer, value)) ([]byte, error) {
	v, err := treeOf(from)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	notate(&out, v)
	return out.Bytes(), nil
}

// writeYAML writes a mapping or a list as a block, two spaces to a level.
func writeYAML(out *bytes.Buffer, v value, level int) {
	for i, item := range v.list {
		out.WriteString(strings.Repeat("  ", level))
		if v.kind == kindMapping {
			out.WriteString(yamlKey(v.keys[i]))
			out.WriteByte(':')
		} else {
			out.WriteByte('-')
		}
		switch {
		case item.kind == kindMapping && len(item.list) == 0:
			out.WriteString(" {}\n")
		case item.kind == kindList && len(item.list) == 0:
			out.WriteString(" []\n")
		case item.kind == kindMapping || item.kind == kindList:
			out.WriteByte('\n')
			writeYAML(out, item, level+1)
		default:
			out.WriteByte(' ')
			out.WriteString(yamlScalar(item))
			out.WriteByte('\n')
		}
	}
}

// yamlKey writes a key bare where it is a word of letters, digits and the
// marks of ids.
func yamlKey(key string) string {
	bare := strings.IndexFunc(key, func(r rune) bool { return !isWordRune(r) && !strings.ContainsRune("./-_@", r) }) < 0
	if bare && key != "" && isWordRune(rune(key[0])) {
		return key
	}
	return quoted(key)
}

func isWordRune(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// yamlScalar writes a text bare only where no reader can take it for anything
// else: it begins with a letter, and no mark in it means something in YAML.
func yamlScalar(v value) string {
	if v.kind != kindText {
		return v.text
	}
	runes := []rune(v.text)
	if len(runes) == 0 || !unicode.IsLetter(runes[0]) || runes[len(runes)-1] == ' ' || reserved[strings.ToLower(v.text)] {
		return quoted(v.text)
	}
	for _, r := range runes {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .,-/@()+%", r) {
			return quoted(v.text)
		}
	}
	return v.text
}

// reserved are the words that some reader of YAML takes for something else.
var reserved = map[string]bool{"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true}

// quoted writes a text in double quotes, on one line; what cannot be seen is
// escaped.
func quoted(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\t':
			out.WriteString(`\t`)
		case unicode.IsPrint(r):
			out.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&out, `\U%08X`, r)
		default:
			fmt.Fprintf(&out, `\u%04X`, r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// writeJSON writes with two spaces to a level.
func writeJSON(out *bytes.Buffer, v value, level int) {
	switch v.kind {
	case kindNumber:
		out.WriteString(v.text)
		return
	case kindText, kindPlain:
		out.WriteString(jsonText(v.text))
		return
	}
	open, shut := "{", "}"
	if v.kind == kindList {
		open, shut = "[", "]"
	}
	out.WriteString(open)
	for i, item := range v.list {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n" + strings.Repeat("  ", level+1))
		if v.kind == kindMapping {
			out.WriteString(jsonText(v.keys[i]) + ": ")
		}
		writeJSON(out, item, level+1)
	}
	if len(v.list) > 0 {
		out.WriteString("\n" + strings.Repeat("  ", level))
	}
	out.WriteString(shut)
}

// jsonText writes a text for JSON. What YAML takes for a control character, and
// what would turn the direction of writing, is escaped, since the reader reads JSON as YAML.
func jsonText(text string) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a text always has a notation
	written := strings.TrimSuffix(out.String(), "\n")
	return string(lang.EscapedJSON([]byte(unseen.Replace(written))))
}

// unseen are the characters that JSON takes as they are and YAML does not.
var unseen = strings.NewReplacer("\uFEFF", `\uFEFF`, "\uFFFE", `\uFFFE`, "\uFFFF", `\uFFFF`)
