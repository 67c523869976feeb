package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
)

// Write writes the plan as YAML, without comments: the keys in the order of
// the types, the entries of mappings in the order of their bytes, so that the
// same plan always gives the same bytes. Reading them gives the same plan. A
// plan that no file can hold, such as one with a control character in a
// text, is a *WriteError; nothing is written then.
func (p *Plan) Write(w io.Writer) error {
	return p.write(w, func(out *bytes.Buffer, v value) { writeYAML(out, v, 0) })
}

// WriteJSON writes the plan as JSON with the same keys in the same order.
// Numbers with decimals are texts, as Read takes them.
func (p *Plan) WriteJSON(w io.Writer) error {
	return p.write(w, func(out *bytes.Buffer, v value) {
		writeJSON(out, v, 0)
		out.WriteByte('\n')
	})
}

func (p *Plan) write(w io.Writer, notate func(*bytes.Buffer, value)) error {
	v, err := valueOf(reflect.ValueOf(p).Elem(), "")
	if err != nil {
		return err
	}
	var out bytes.Buffer
	notate(&out, v)
	_, err = w.Write(out.Bytes())
	return err
}

// writeYAML writes a mapping or a list as a block, two spaces to a level.
func writeYAML(out *bytes.Buffer, v value, level int) {
	for i, item := range v.list {
		out.WriteString(strings.Repeat("  ", level))
		if v.kind == aMapping {
			out.WriteString(yamlKey(v.keys[i]))
			out.WriteByte(':')
		} else {
			out.WriteByte('-')
		}
		switch {
		case item.kind == aMapping && len(item.list) == 0:
			out.WriteString(" {}\n")
		case item.kind == aList && len(item.list) == 0:
			out.WriteString(" []\n")
		case item.kind == aMapping || item.kind == aList:
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
	if v.kind != aText {
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
	case aNumber:
		out.WriteString(v.text)
		return
	case aText, aPlain:
		out.WriteString(jsonText(v.text))
		return
	}
	open, shut := "{", "}"
	if v.kind == aList {
		open, shut = "[", "]"
	}
	out.WriteString(open)
	for i, item := range v.list {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n" + strings.Repeat("  ", level+1))
		if v.kind == aMapping {
			out.WriteString(jsonText(v.keys[i]) + ": ")
		}
		writeJSON(out, item, level+1)
	}
	if len(v.list) > 0 {
		out.WriteString("\n" + strings.Repeat("  ", level))
	}
	out.WriteString(shut)
}

// jsonText writes a text for JSON. What YAML takes for a control character is
// escaped, since the reader reads JSON as YAML.
func jsonText(text string) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a text always has a notation
	written := strings.TrimSuffix(out.String(), "\n")
	return unseen.Replace(written)
}

// unseen are the characters that JSON takes as they are and YAML does not.
var unseen = strings.NewReplacer("\uFEFF", `\uFEFF`, "\uFFFE", `\uFFFE`, "\uFFFF", `\uFFFF`)
