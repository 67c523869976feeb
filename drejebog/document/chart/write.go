package chart

import (
	"bytes"
	"html/template"
	"io"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Write writes a template whole or not at all, without what XML cannot hold and
// what would steer a page.
func Write(w io.Writer, templates *template.Template, name string, data any) error {
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, name, data); err != nil {
		return err
	}
	_, err := io.WriteString(w, lang.Visible(string(bytes.Map(xmlRune, out.Bytes()))))
	return err
}

// xmlRune replaces a character that XML 1.0 does not allow, and what is no
// character at all.
func xmlRune(r rune) rune {
	switch {
	case r < 0x20 && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF:
		return utf8.RuneError
	}
	return r
}
