package readinessreport_test

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// head is the head of a table as CSV has it, and the number of its rows.
func head(t *testing.T, d *document.Document, name string) string {
	t.Helper()
	sheet := d.Table(name)
	require.NotNil(t, sheet, name)
	return golden.Head(golden.Written(t, func(w io.Writer) error { return table.WriteCSV(w, sheet.In(lang.Danish)) }))
}

func sideBySide(t *testing.T) *document.Document {
	t.Helper()
	var all []*readiness.Assessment
	for _, name := range []string{"struer.yaml", "ringsted.yaml", "skive.yaml"} {
		all = append(all, assess(t, name, lists(t)...))
	}
	return readinessreport.Overview(overview.New(book(t), all))
}

func TestEachReportIsToldAsItsGoldensSayInEveryFormat(t *testing.T) {
	late, overview := readinessreport.Assessment(assess(t, "struer.yaml", lists(t)...)), sideBySide(t)
	for ending, language := range languages {
		golden.File(t, "testdata/late"+ending+".txt", written(t, late, "txt", language))
		golden.File(t, "testdata/overview"+ending+".txt", written(t, overview, "txt", language))
	}
	checked, portfolio := readinessreport.Plans(checked(t)), readinessreport.Portfolio(portfolio(t))
	for ending, language := range languages {
		golden.File(t, "testdata/plans"+ending+".txt", written(t, checked, "txt", language))
		golden.File(t, "testdata/portfolio"+ending+".txt", written(t, portfolio, "txt", language))
	}
	golden.File(t, "testdata/plans-en.md", written(t, checked, "md", lang.English))
	golden.File(t, "testdata/portfolio.html.txt", golden.Tags(written(t, portfolio, "html", lang.Danish)))
	required := readinessreport.Requirements(book(t), lists(t)...)
	golden.File(t, "testdata/requirements.txt", written(t, required, "txt", lang.Danish))
	golden.File(t, "testdata/requirements-head.txt", head(t, required, readinessreport.Required))
	golden.File(t, "testdata/plans-head.txt", head(t, checked, readinessreport.Findings))
	golden.File(t, "testdata/portfolio-head.txt", head(t, portfolio, readinessreport.All))
	for _, format := range []string{"html", "md"} {
		golden.File(t, "testdata/late."+format, written(t, late, format, lang.Danish))
	}
	golden.File(t, "testdata/overview-en.md", written(t, overview, "md", lang.English))
	golden.File(t, "testdata/late-head.txt", head(t, late, readinessreport.Everything))
	golden.File(t, "testdata/overview-head.txt", head(t, overview, readinessreport.ByKommune))
}

// checked is what was found in two samples, one of which cannot be computed.
func checked(t *testing.T) *status.Plans {
	t.Helper()
	_, broken := sample(t, plans.Broken)
	drejebog.SortFindings(broken)
	p, _ := sample(t, "skive.yaml")
	s := computed(t, p)
	return &status.Plans{Book: book(t), Plans: []status.Checked{
		{File: plans.Broken, Findings: broken}, {File: "skive.yaml", Kommune: s.Schedule.Kommune.Name, Findings: s.Findings},
		{File: "silent.yaml", Kommune: "Vejen"},
	}}
}

// portfolio is every sample side by side, and two kommuner without a plan.
func portfolio(t *testing.T) *status.Portfolio {
	t.Helper()
	var all []*status.Status
	for _, name := range plans.Names() {
		p, _ := sample(t, name)
		all = append(all, computed(t, p))
	}
	return status.NewPortfolio(book(t), append(all, computed(t, plan.New("Roskilde")), computed(t, plan.New("Vejen"))))
}

// every is every report of every sample plan, with and without lists.
func every(t *testing.T) map[string]*document.Document {
	t.Helper()
	all := map[string]*document.Document{
		"overview": sideBySide(t), "plans": readinessreport.Plans(checked(t)), "portfolio": readinessreport.Portfolio(portfolio(t)),
		"requirements": readinessreport.Requirements(book(t), lists(t)...),
		"none":         readinessreport.Assessment(computed(t, plan.New("Roskilde")).Assessment),
	}
	for _, name := range plans.Names() {
		all[name+" without lists"] = readinessreport.Assessment(assess(t, name))
		all[name] = readinessreport.Assessment(assess(t, name, lists(t)...))
	}
	return all
}

func TestNoLineOfAnyReportIsWiderThanAPage(t *testing.T) {
	for name, d := range every(t) {
		for _, language := range languages {
			for line := range strings.Lines(written(t, d, "txt", language)) {
				assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), document.Width, "%s: %s", name, line)
			}
		}
	}
}

func TestEveryReportIsPrintedInEveryFormatAndEveryPlaceIsFilled(t *testing.T) {
	for name, d := range every(t) {
		for format := range printers {
			for _, language := range languages {
				page := written(t, d, format, language)
				assert.NotEmpty(t, page)
				assert.Equal(t, page, written(t, d, format, language), "%s as %s", name, format)
				if format != "html" {
					assert.NotContains(t, page, "{", "%s as %s", name, format)
				}
			}
		}
	}
}

func TestEveryTableHasANameOfItsOwn(t *testing.T) {
	for name, d := range every(t) {
		met := map[string]bool{}
		for _, sheet := range d.Tables() {
			assert.NotEmpty(t, sheet.Name, name)
			assert.False(t, met[sheet.Name], "%s: %s twice", name, sheet.Name)
			met[sheet.Name] = true
		}
	}
}

func TestWhatWasNotComputedIsAnEmptyDocument(t *testing.T) {
	for _, d := range []*document.Document{
		readinessreport.Assessment(nil), readinessreport.Assessment(&readiness.Assessment{}),
		readinessreport.Overview(nil), readinessreport.Overview(&overview.Overview{}),
		readinessreport.Requirements(nil), readinessreport.Plans(nil), readinessreport.Plans(&status.Plans{}), readinessreport.Portfolio(nil), readinessreport.Portfolio(&status.Portfolio{}),
	} {
		assert.Empty(t, written(t, d, "txt", lang.Danish))
	}
}

func TestANameOfAPlanCannotBreakALineOrSteerAPage(t *testing.T) {
	p, findings := plan.Read(book(t), "ond\n.yaml", strings.NewReader(strings.Join([]string{
		"kommune: Vejen", "asOf: 2015-05-20", "projects: {ky: {goLive: 2016-01-01}}",
		`people: {a: {name: "<script>|\u202egnul\u2028\t` + strings.Repeat("x", 300) + `", roles: [projektleder, it-chef]}}`,
		`contracts: {a: {name: "=1+1", systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-04-30}}`,
	}, "\n")))
	require.NotNil(t, p, "%v", findings)
	p.Contracts["b"] = plan.Contract{Name: "\x1b[31mrød\r\n", Systems: []string{"kmd-dagpenge"}}
	s := computed(t, p)
	for name, d := range map[string]*document.Document{
		"assessment": readinessreport.Assessment(s.Assessment),
		"portfolio":  readinessreport.Portfolio(status.NewPortfolio(book(t), []*status.Status{s})),
		"plans":      readinessreport.Plans(&status.Plans{Book: book(t), Plans: []status.Checked{{File: "ond\n.yaml", Kommune: "Vejen", Findings: s.Findings}}}),
	} {
		for format := range printers {
			page := written(t, d, format, lang.Danish)
			if format != "txt" {
				assert.NotContains(t, page, "<script>", "%s as %s", name, format)
			}
			for line := range strings.Lines(page) {
				assert.NotContains(t, line, "\x1b", "%s as %s", name, format)
				assert.NotContains(t, line, "\u202e", "%s as %s", name, format)
				assert.True(t, format != "txt" || utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) <= document.Width, "%s: %s", name, line)
			}
		}
	}
}
