package gantt

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"sync"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

//go:embed page
var pages embed.FS

// templates are parsed once; they escape every text by where it stands.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(pages, "page/*.tmpl"))
})

// asset is one of the embedded files.
func asset(name string) string {
	text, err := pages.ReadFile("page/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

// WriteSVG draws the schedule and the caller's own marks on one sheet. The
// errors are those of the writer.
func WriteSVG(w io.Writer, s *timeline.Schedule, own []keydate.Mark, language lang.Lang) error {
	return render(w, "poster.tmpl", newPoster(s, own, language))
}

// render writes a template whole or not at all, without what XML cannot hold and
// what would steer a page.
func render(w io.Writer, name string, data any) error {
	var out bytes.Buffer
	if err := templates().ExecuteTemplate(&out, name, data); err != nil {
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
