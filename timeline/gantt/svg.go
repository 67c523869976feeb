package gantt

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
)

//go:embed page
var pages embed.FS

// templates are parsed once; they escape every text by where it stands.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(pages, "page/*.tmpl"))
})

// WriteSVG draws the schedule and the caller's own marks on one sheet. The
// errors are those of the writer.
func WriteSVG(w io.Writer, s *timeline.Schedule, own []timeline.Mark, lang drejebog.Lang) error {
	return render(w, "poster.tmpl", newPoster(s, own, lang))
}

// render writes a template whole or not at all.
func render(w io.Writer, name string, data any) error {
	var out bytes.Buffer
	if err := templates().ExecuteTemplate(&out, name, data); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}
