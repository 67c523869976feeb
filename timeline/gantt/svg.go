package gantt

import (
	"embed"
	"html/template"
	"io"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/document/chart"
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
	return Shades(nil).WriteSVG(w, s, own, language)
}

func render(w io.Writer, name string, data any) error { return chart.Write(w, templates(), name, data) }
