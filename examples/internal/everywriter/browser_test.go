package everywriter_test

import (
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/cataloguereport"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/webdriver"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	programs "github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// page is one that a program writes.
type page struct {
	name  string
	write func(io.Writer) error
}

// pages are all that the programs write of a plan.
func (g *given) pages(t *testing.T, name, text string, whole bool) []page {
	p, findings := plan.Read(g.book, name, strings.NewReader(text))
	checked := status.Checked{File: name, Findings: findings}
	documents := map[string]*document.Document{"catalogue": cataloguereport.Catalogue(g.book)}
	var list []page
	if p != nil {
		p, _ = p.Usable(g.book)
		r := g.compute(t, p)
		checked.Kommune, checked.Findings = r.schedule.Kommune.Name, r.status.Findings
		maps.Copy(documents, r.documents())
		documents["staffing"] = estimatereport.Staffing(r.status.Staffing, estimatereport.Load(r.status.Staffing)...)
		documents["portfolio"] = readinessreport.Portfolio(status.NewPortfolio(g.book, []*status.Status{r.status}))
		documents["project"] = timelinereport.View(view.Of(r.schedule, view.ByProject))
		risk, err := programs.Risk(r.estimate, outlook.Simulation{Samples: 200}, whole)
		require.NoError(t, err)
		documents["risk"] = risk.Document
		list = append(list, page{"gantt", func(w io.Writer) error {
			return gantt.WriteHTML(w, r.schedule, nil, gantt.Told{Why: timelinereport.Explanation}, lang.Danish)
		}})
	}
	documents["plancheck"] = readinessreport.Plans(&status.Plans{Book: g.book, Plans: []status.Checked{checked}})
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		list = append(list, page{name, func(w io.Writer) error { return documents[name].WriteHTML(w, lang.Danish) }})
	}
	return list
}

// looked are the plans that pages are looked at with: with nothing in it, with much in it,
// one that cannot be used, and one with names as long as a plan may hold.
func looked(t *testing.T) map[string]string {
	long := strings.Repeat("Godkendelsesproceduremedarbejder", 4)[:100]
	return map[string]string{
		"empty": "kommune: Roskilde\n", "odense": sample(t, "odense.yaml"), "broken": sample(t, plans.Broken),
		"long": regexp.MustCompile(`(\bname: )("[^"]*"|[^,}\n]*)`).ReplaceAllString(sample(t, "odense.yaml"), "${1}"+long),
	}
}

// Every page that a program writes, at the width of a desk and of a hand, light and dark,
// printed: nothing in the console, nothing wider than the window, everything reached by
// keys, nothing that axe finds.
func TestEveryPageIsForEverybody(t *testing.T) {
	b := webdriver.Start(t)
	if os.Getenv(webdriver.AxeFile) == "" {
		t.Logf("%s names no script: the pages are not shown to axe", webdriver.AxeFile)
	}
	g := allGiven(t)
	n, whole := 0, os.Getenv("MONOPOLBRUD_FULL") != ""
	for name, text := range looked(t) {
		if !whole && name != "odense" {
			continue
		}
		for _, page := range g.pages(t, name+".yaml", text, whole) {
			if n++; !whole && n%4 != 1 {
				continue
			}
			file := filepath.Join(t.TempDir(), "page.html")
			out, err := os.Create(filepath.Clean(file))
			require.NoError(t, err)
			require.NoError(t, page.write(out))
			require.NoError(t, out.Close())
			for i, width := range []int{1280, 390} {
				if !whole && n/4%2 != i {
					continue
				}
				for _, dark := range []bool{false, true} {
					if !whole && dark != (n/8%2 == i) {
						continue
					}
					b.Part(page.name+" of "+name, func(t *testing.T) {
						b.Look(width, 844, dark)
						b.Visit("file://" + file)
						assert.Empty(t, b.Faults(), "%d pixels, dark: %v", width, dark)
					})
				}
			}
		}
	}
}
