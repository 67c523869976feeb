package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/workbook"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func TestTheSameEstimateGivesTheSameBytes(t *testing.T) {
	first := write(t, estimateOf(t, plan.New("Roskilde")), lang.Danish)
	for range 5 {
		require.Equal(t, first, write(t, estimateOf(t, plan.New("Roskilde")), lang.Danish))
	}
}

func TestEveryPartIsWithoutTime(t *testing.T) {
	data := write(t, estimateOf(t, plan.New("Roskilde")), lang.Danish)
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, part := range archive.File {
		assert.Zero(t, part.ModifiedDate, part.Name)
		assert.Zero(t, part.ModifiedTime, part.Name)
	}
	props, err := open(t, data).GetDocProps()
	require.NoError(t, err)
	assert.Equal(t, "2014-06-27T00:00:00Z", props.Created)
	assert.Equal(t, "2014-06-27T00:00:00Z", props.Modified)
}

func TestAnEstimateThatNobodyComputedIsAnErrorAndNothingIsWritten(t *testing.T) {
	for _, e := range []*estimate.Estimate{nil, {}} {
		var out bytes.Buffer
		require.Error(t, workbook.Write(&out, e, lang.Danish))
		assert.Zero(t, out.Len())
	}
}

// broken is a writer that cannot write.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestAWriterThatCannotWriteIsAnError(t *testing.T) {
	require.ErrorIs(t, workbook.Write(broken{}, estimateOf(t, plan.New("Roskilde")), lang.Danish), errBroken)
}

// evil are texts that a spreadsheet would take for something else.
var evil = []string{
	"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", `=HYPERLINK("http://x","y")`, "=cmd|' /C calc'!A0",
	"_x003D_1+1", "<f>1</f>", "&", "æøå", "\u0001\u0002",
}

// withText is an estimate whose lines have texts of somebody else's making.
func withText(t *testing.T, text string) *estimate.Estimate {
	t.Helper()
	published := date.New(2014, 5, 1)
	one := drejebog.NewKroner(decimal.NewFromInt(1))
	both := lang.Both(text)
	provenance := drejebog.Provenance{Published: &published, Address: text, Certainty: drejebog.Assumed, Why: both}
	c := estimate.Contribution{ID: text, Name: both, BudgetYear: 2015, By: "kombit", Covers: both, Provenance: provenance}
	c.Lines = []estimate.Line{
		{
			Contribution: text, Step: "4.1/overblik", Role: "it-chef", Kind: estimate.External, Provenance: provenance,
			Kroner: &estimate.KronerRange{Low: one, Likely: one, High: one},
		},
		{Contribution: text, Step: "4.1/overblik", Kind: estimate.External, What: both, NotEstimable: &estimate.NotYet{Owes: "kombit", Reason: both}},
	}
	p := plan.New("Vejen")
	days := 3
	p.Own = map[string]plan.OwnTask{"own/x": {Name: text, Task: plan.Task{Duration: &days}}}
	p.Adjustments = []plan.Adjustment{{
		Action: plan.Add, Line: plan.Line{Step: "own/x", Role: "it-chef", Kind: plan.External}, Reason: text,
		Kroner: &plan.KronerRange{Low: one, Likely: one, High: one},
	}}
	sched, err := timeline.Compute(theBook(t), p)
	require.NoError(t, err)
	e, err := estimate.Compute(sched, []estimate.Contribution{c})
	require.NoError(t, err)
	require.Len(t, e.Cells, 2)
	require.NotEmpty(t, e.NotEstimable)
	require.NotEmpty(t, e.Differences)
	return e
}

// A text cell is written in place, and only as such.
var textCell = regexp.MustCompile(`<c ([^>]*)><is><t[^>]*>([^<]*)</t></is></c>`)

func TestNoTextBecomesAFormula(t *testing.T) {
	harmless := write(t, withText(t, "harmløs"), lang.Danish)
	count := len(formulas(t, open(t, harmless)))
	for _, text := range evil {
		data := write(t, withText(t, text), lang.Danish)
		f := open(t, data)
		assert.Len(t, formulas(t, f), count, "%q", text)
		shown := strings.NewReplacer("\u0001", "\uFFFD", "\u0002", "\uFFFD").Replace(text)
		for _, sheet := range []string{"Mangler", "Kommunen", "Tal og kilder", "Lokale ændringer"} {
			assert.Contains(t, cellsOf(t, f, sheet), shown, "%q in %s", text, sheet)
		}
	}
}

// cellsOf are the texts of a sheet.
func cellsOf(t *testing.T, f *excelize.File, sheet string) []string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	return slices.Concat(rows...)
}

func TestAContributionThatCameByThePlanHasItsDay(t *testing.T) {
	sheet := func(e *estimate.Estimate) []string {
		return cellsOf(t, open(t, write(t, e, lang.Danish)), "Mangler")
	}
	assert.NotContains(t, sheet(estimateOf(t, samplePlan(t, "odense.yaml"))), "ikke kommet")
	assert.Contains(t, sheet(estimateOf(t, plan.New("Vejen"))), "ikke kommet")
}

func TestTheFrontPageOfOneYearSaysWhatHasNoYear(t *testing.T) {
	p := plan.New("Roskilde")
	p.Projects = map[string]plan.Rollout{"ky": {GoLive: &plan.When{Unknown: true}}}
	whole := estimateOf(t, p)
	year, ok := whole.InYear(2015)
	require.True(t, ok)
	undated := year.UndatedText().DA
	assert.Equal(t, whole.UndatedText().DA, undated)
	assert.Contains(t, undated, "ligger i intet år")
	assert.Contains(t, cellsOf(t, open(t, write(t, year, lang.Danish)), "Forside"), undated)
}

func TestTheFrontPageOfAnAdoptedYearAsksForNoDecision(t *testing.T) {
	whole := estimateOf(t, plan.New("Roskilde"))
	year, ok := whole.InYear(2014)
	require.True(t, ok)
	require.NotNil(t, whole.ToDecide())
	assert.Nil(t, year.ToDecide())
	front := func(e *estimate.Estimate) string {
		return strings.Join(cellsOf(t, open(t, write(t, e, lang.Danish)), "Forside"), "\n")
	}
	assert.Contains(t, front(whole), "skal besluttes senest")
	assert.NotContains(t, front(year), "skal besluttes senest")
}

func TestATextThatReadsAsAFormulaIsMarkedAsText(t *testing.T) {
	data := write(t, withText(t, "=1+1"), lang.Danish)
	styles := part(t, data, "xl/styles.xml")
	marked := map[string]bool{}
	_, formats, ok := strings.Cut(styles, "<cellXfs")
	require.True(t, ok)
	for i, format := range regexp.MustCompile(`<xf [^>]*>`).FindAllString(formats, -1) {
		if strings.Contains(format, `quotePrefix="1"`) || strings.Contains(format, `quotePrefix="true"`) {
			marked[decimal.NewFromInt(int64(i)).String()] = true
		}
	}
	require.NotEmpty(t, marked)
	found := 0
	for _, cell := range textCell.FindAllStringSubmatch(part(t, data, "xl/worksheets/sheet7.xml"), -1) {
		style := regexp.MustCompile(`s="(\d+)"`).FindStringSubmatch(cell[1])
		require.NotNil(t, style)
		assert.Equal(t, strings.HasPrefix(cell[2], "="), marked[style[1]], cell[2])
		found++
	}
	assert.Positive(t, found)
}

// part is a part of the file.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	file, err := archive.Open(name)
	require.NoError(t, err)
	text, err := io.ReadAll(file)
	require.NoError(t, err)
	return string(text)
}

func TestNumbersAreNumbersAndDaysAreDays(t *testing.T) {
	f := open(t, write(t, estimateOf(t, plan.New("Vejen")), lang.Danish))
	numeric := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		for i, row := range rows {
			for j, value := range row {
				if _, err := decimal.NewFromString(value); err != nil {
					assert.NotRegexp(t, `^\d{4}-\d\d-\d\d`, value)
					continue
				}
				cell, err := excelize.CoordinatesToCellName(j+1, i+1)
				require.NoError(t, err)
				kind, err := f.GetCellType(sheet, cell)
				require.NoError(t, err)
				assert.Contains(t, []excelize.CellType{excelize.CellTypeUnset, excelize.CellTypeNumber}, kind, "%s!%s %q", sheet, cell, value)
				numeric++
			}
		}
	}
	assert.Greater(t, numeric, 1000)
}

func TestEveryInputHasANameOfItsOwnAndEveryNameRefersToACell(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	f := open(t, write(t, e, lang.Danish))
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if !strings.HasPrefix(n.Name, "_xlnm") {
			_, twice := names[strings.ToLower(n.Name)]
			require.False(t, twice, n.Name)
			names[strings.ToLower(n.Name)] = n.RefersTo
		}
	}
	inputs, err := e.Inputs()
	require.NoError(t, err)
	for _, input := range inputs {
		name := strings.NewReplacer("@", "_", "-", "_", "/", "_").Replace(input.ID)
		switch input.Kind {
		case estimate.DriverInput:
			name = "driver_" + name
		case estimate.GoLiveInput:
			continue // it moves money between years, which needs the schedule
		}
		require.Contains(t, names, name)
		sheet, cell := split(names[name])
		value, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		assert.Equal(t, input.Likely.String(), value, name)
	}
}

func TestEveryItemHasADecisionFromTheList(t *testing.T) {
	f := open(t, write(t, estimateOf(t, samplePlan(t, "odense.yaml")), lang.Danish))
	seen := map[string]int{}
	for _, sheet := range []string{"KY", "KSD", "SAPA", "Støttesystemerne", "Serviceplatformen", "Kommunen"} {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for _, row := range rows[5:] {
			seen[row[4]]++
		}
		validations, err := f.GetDataValidations(sheet)
		require.NoError(t, err)
		require.NotEmpty(t, validations)
		assert.Equal(t, "decisions", validations[0].Formula1)
		assert.Equal(t, "E6:E"+decimal.NewFromInt(int64(len(rows))).String(), validations[0].Sqref)
	}
	assert.Positive(t, seen["Ikke besluttet"])
	assert.Positive(t, seen["Afsat"])
	for word := range seen {
		assert.Contains(t, []string{"Ikke besluttet", "Afsat", "Inden for rammen"}, word)
	}
}

func TestEverySheetIsA4WithHeaderAndFooter(t *testing.T) {
	f := open(t, write(t, estimateOf(t, plan.New("Vejen")), lang.Danish))
	for _, sheet := range f.GetSheetList() {
		layout, err := f.GetPageLayout(sheet)
		require.NoError(t, err)
		assert.Equal(t, 9, *layout.Size, sheet)
		assert.Equal(t, 1, *layout.FitToWidth, sheet)
		props, err := f.GetSheetProps(sheet)
		require.NoError(t, err)
		assert.True(t, *props.FitToPage, sheet)
		head, err := f.GetHeaderFooter(sheet)
		require.NoError(t, err)
		assert.Contains(t, head.OddHeader, "Vejen Kommune", sheet)
		assert.Contains(t, head.OddHeader, "Prisniveau 2014", sheet)
		assert.Contains(t, head.OddFooter, "KOMBITs egne tal er ikke offentlige; tallene her er antagelser.", sheet)
	}
}

func TestTheNoticeGoesWithTheLastAssumption(t *testing.T) {
	stated := open(t, write(t, halves(t), lang.Danish))
	assert.Contains(t, cellsOf(t, stated, "Forside"), "Ingen af tallene bygger på antagelser.")
	assert.NotContains(t, strings.Join(cellsOf(t, stated, "Forside"), "\n"), "og på antagelser")
	head, err := stated.GetHeaderFooter("Forside")
	require.NoError(t, err)
	assert.NotContains(t, head.OddFooter, "KOMBIT")
	assumed := open(t, write(t, estimateOf(t, plan.New("Vejen")), lang.Danish))
	assert.Contains(t, cellsOf(t, assumed, "Forside"), "KOMBITs egne tal er ikke offentlige; tallene her er antagelser.")
}

func TestTheFrontPageAsksForNoMoneyThatIsDecided(t *testing.T) {
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Odense\nadjustments: [{action: add, step: 6.6/kontrakter@sapa, "+
		"role: it-chef, kind: external, year: 2014, kroner: {low: 1000, likely: 2000, high: 3000}, reason: Bestilt i år}]\n"))
	require.NotNil(t, p, "%v", findings)
	front := strings.Join(cellsOf(t, open(t, write(t, estimateOf(t, p), lang.Danish)), "Forside"), "\n")
	assert.Contains(t, front, "Budget 2014 er vedtaget: nye penge i det år, som ikke er besluttet, skal findes inden for rammen")
}

// 1,150 of new money of which 150 is set aside are 1,000 to be appropriated.
func TestTheFrontPageAppropriatesNothingThatIsSetAsideAlready(t *testing.T) {
	toAppropriate := func(document string) (all, asked string) {
		p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Odense\n"+document))
		require.NotNil(t, p, "%v", findings)
		rows := frontOf(t, p)
		return cellBeside(t, rows, "Nye penge (indkøb og frikøb)"), cellBeside(t, rows, "Nye penge, der skal bevilges, 1.000 kr.")
	}
	const added = "adjustments: [{action: add, step: 6.6/kontrakter@sapa, role: it-chef, kind: external, year: 2015, kroner: {low: 150000, likely: 150000, high: 150000}, reason: r}]\n"
	all, asked := toAppropriate(added)
	assert.Equal(t, all, asked)
	all, asked = toAppropriate(added + "decisions: [{step: 6.6/kontrakter@sapa, role: it-chef, kind: external, state: setAside}]\n")
	assert.NotEqual(t, all, asked)
}

func frontOf(t *testing.T, p *plan.Plan) [][]string {
	t.Helper()
	rows, err := open(t, write(t, estimateOf(t, p), lang.Danish)).GetRows("Forside")
	require.NoError(t, err)
	return rows
}

// cellBeside is what stands beside a label.
func cellBeside(t *testing.T, rows [][]string, label string) string {
	t.Helper()
	for _, row := range rows {
		if len(row) > 1 && row[0] == label {
			return row[1]
		}
	}
	require.Fail(t, label)
	return ""
}

func TestCurrentPricesSayWhichYearsStandAtAnothersLevel(t *testing.T) {
	late := plan.New("Lyngby-Taarbæk")
	late.Projects = map[string]plan.Rollout{"ky": {GoLive: plan.On(date.New(2019, 1, 1))}, "ksd": {GoLive: &plan.When{Unknown: true}}}
	e := estimateOf(t, late, func(a *estimate.Assumptions) { a.Prices.Current = true })
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		file := open(t, write(t, e, language))
		assert.Contains(t, strings.Join(cellsOf(t, file, file.GetSheetName(0)), "\n"), map[lang.Lang]string{
			lang.Danish:  "Løbende priser (hvert budgetår i sit eget niveau; 2013 dog i 2014-niveau; 2016–",
			lang.English: "Current prices (each budget year at its own level; 2013 at that of 2014; 2016–",
		}[language])
	}
}

// Odense has some 30 hours in 2017: a small part of a position is none in no format.
func TestFewHoursAreNotNoPositions(t *testing.T) {
	e := estimateOf(t, samplePlan(t, "odense.yaml"))
	f := open(t, write(t, e, lang.Danish))
	for i := range e.Years {
		at := cellName(string(rune('B'+i)), 10)
		raw, err := f.GetCellValue("Budgetår", at, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		assert.Equal(t, theBook(t).FullTimeYear.Positions(e.Years[i].Hours).String(), raw, at)
		assert.Equal(t, e.Years[i].Hours.IsZero(), raw == "0", at)
		if e.Years[i].Year == 2017 {
			told, err := f.GetCellValue("Budgetår", at)
			require.NoError(t, err)
			assert.Equal(t, "0.02", told)
		}
	}
}

func TestThereIsAChartForEachBudgetYear(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	f := open(t, write(t, e, lang.Danish))
	charts := 0
	f.Pkg.Range(func(name, _ any) bool {
		if strings.HasPrefix(name.(string), "xl/charts/chart") {
			charts++
		}
		return true
	})
	assert.Equal(t, len(e.Years)+1, charts, "one a year, and one of all on the front page")
}

func TestEveryKommuneAndEveryPlanHasAWorkbook(t *testing.T) {
	for i, k := range theBook(t).Kommuner {
		if i%14 == 0 {
			assert.NotEmpty(t, write(t, estimateOf(t, plan.New(k.Code)), lang.Danish), k.Name)
		}
	}
	for _, name := range []string{"hjoerring.yaml", "lemvig.yaml", "odense.yaml", "skive.yaml", "solroed.yaml"} {
		assert.NotEmpty(t, write(t, estimateOf(t, samplePlan(t, name)), lang.English), name)
	}
}

func TestAnEmptyEstimateHasAWorkbook(t *testing.T) {
	before := date.New(2013, 6, 1)
	p := plan.New("Vejen")
	p.AsOf = &before
	e := estimateOf(t, p)
	require.Empty(t, e.Cells)
	f := open(t, write(t, e, lang.Danish))
	assert.Contains(t, f.GetSheetList(), "Forside")
}

// The elements of the core properties, as ECMA-376, part 2, 8 has them and their
// schema (opc-coreProperties.xsd): each at most once, in one of three namespaces.
func TestTheCorePropertiesAreThoseOfTheFormatWithItsPrefixes(t *testing.T) {
	data := write(t, estimateOf(t, plan.New("Vejen")), lang.Danish)
	file, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	part, err := file.Open("docProps/core.xml")
	require.NoError(t, err)
	known := map[string]string{
		"coreProperties": "cp", "lastModifiedBy": "cp", "category": "cp", "contentStatus": "cp", "keywords": "cp", "lastPrinted": "cp",
		"revision": "cp", "version": "cp", "creator": "dc", "description": "dc", "identifier": "dc", "language": "dc", "subject": "dc",
		"title": "dc", "created": "dcterms", "modified": "dcterms",
	}
	seen := map[string]bool{}
	for decoder := xml.NewDecoder(part); ; {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		if element, ok := token.(xml.StartElement); ok {
			assert.Equal(t, known[element.Name.Local], element.Name.Space, element.Name.Local)
			assert.False(t, seen[element.Name.Local], "twice: %s", element.Name.Local)
			seen[element.Name.Local] = true
		}
	}
	assert.True(t, seen["title"] && seen["creator"] && seen["created"])
}
