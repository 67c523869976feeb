package workbook_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// office is the program that recalculates: LibreOffice without a window.
const office = "soffice"

// A recalculation is a workbook, changed by hand or not, and the estimate that
// every formula in it must come to.
type recalculation struct {
	given  []byte
	change func(t *testing.T, f *excelize.File) // nil: nothing is changed
	want   []byte
}

func TestLibreOfficeComesToTheModulesFiguresInEveryFormula(t *testing.T) {
	if _, err := exec.LookPath(office); err != nil {
		t.Skip("LibreOffice (soffice) is not installed: the formulas are not recalculated")
	}
	same := func(e *estimate.Estimate, language lang.Lang) recalculation {
		data := write(t, e, language)
		return recalculation{given: data, want: data}
	}
	oneYear, ok := estimateOf(t, plan.New("Lemvig")).InYear(2015)
	require.True(t, ok)
	cases := map[string]recalculation{
		"a whole plan":                    same(estimateOf(t, samplePlan(t, "odense.yaml")), lang.Danish),
		"one year alone":                  same(oneYear, lang.Danish),
		"own prices, undated, in English": same(estimateOf(t, withUnknownGoLive("København"), inCurrentPrices), lang.English),
		"figures that end in half an øre": same(halves(t), lang.Danish),
		"after a controller's changes":    changed(t),
	}
	fields, told := cleared(t)
	all := maps.Clone(fields)
	maps.Copy(all, cases)
	recalculated := recalculate(t, all)
	for name := range fields {
		f := open(t, recalculated[name])
		requireTold(t, name, told[name], f, func(cell string) (string, error) { return f.GetCellValue("Budgetår", cell) })
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { requireSame(t, formulas(t, open(t, c.want)), open(t, recalculated[name])) })
	}
}

func withUnknownGoLive(kommune string) *plan.Plan {
	p := plan.New(kommune)
	unknown := &plan.When{Unknown: true}
	p.Projects = map[string]plan.Rollout{"ky": {GoLive: unknown}, "sapa": {GoLive: unknown}}
	return p
}

// inCurrentPrices hands in indices for the years that the sources have none.
func inCurrentPrices(a *estimate.Assumptions) {
	a.Prices.Current = true
	percent := decimal.RequireFromString("1.37")
	for _, years := range []string{"2013-2014", "2014-2015", "2015-2016"} {
		for _, kind := range []string{"wages", "prices"} {
			key := "index/" + years + "/" + kind
			a.Figures = append(a.Figures, estimate.Figure{Key: key, Low: percent, Likely: percent, High: percent})
		}
	}
}

// changed is a workbook in which a controller writes another driver, rate,
// figure, local factor and decision, and the estimate of a plan and
// assumptions that say the same.
func changed(t *testing.T) recalculation {
	const step = "5.1/tilpasning@sapa"
	p := plan.New("Vejen")
	p.Drivers = map[string]int{"users@sapa": 777}
	factor := decimal.RequireFromString("1.25")
	p.Adjustments = []plan.Adjustment{{Action: plan.Scale, Line: plan.Line{Step: step}, Factor: &factor, Reason: "mere"}}
	p.Decisions = []plan.Decision{{Line: plan.Line{Step: step}, State: plan.SetAside}}
	rate := decimal.RequireFromString("417.35")
	figure := firstLine(t, "4.10/slutbrugere")
	want := estimateOf(t, p, func(a *estimate.Assumptions) {
		for i := range a.Rates {
			if a.Rates[i].Role == "projektleder" && a.Rates[i].Kind == estimate.Own {
				a.Rates[i].Kroner.Likely = drejebog.NewKroner(rate)
			}
		}
		a.Figures = []estimate.Figure{figure}
	})
	base := estimateOf(t, plan.New("Vejen"))
	return recalculation{
		given: write(t, base, lang.Danish), want: write(t, want, lang.Danish),
		change: func(t *testing.T, f *excelize.File) {
			setInput(t, f, "driver_users_sapa", 777, "Oplyst")
			setInput(t, f, "rate_projektleder_own", rate.InexactFloat64(), "")
			setFigure(t, f, figure)
			setItems(t, f, "SAPA", step, factor.InexactFloat64(), "Afsat")
		},
	}
}

// firstLine is another figure for the first line of a step.
func firstLine(t *testing.T, step string) estimate.Figure {
	t.Helper()
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	for _, c := range contributions {
		for i := range c.Lines {
			if line := &c.Lines[i]; line.Step == step && line.Hours != nil {
				likely := line.Hours.Likely.Decimal().Add(decimal.RequireFromString("0.37"))
				return estimate.Figure{Key: line.Key(), Low: likely, Likely: likely, High: likely.Mul(decimal.NewFromInt(2))}
			}
		}
	}
	require.Fail(t, "no line", step)
	return estimate.Figure{}
}

// setInput writes a driver or a rate by its name, and its certainty.
func setInput(t *testing.T, f *excelize.File, name string, value any, certainty string) {
	t.Helper()
	for _, n := range f.GetDefinedName() {
		if n.Name != name {
			continue
		}
		sheet, cell := split(n.RefersTo)
		require.NoError(t, f.SetCellValue(sheet, cell, value))
		if certainty != "" {
			require.NoError(t, f.SetCellValue(sheet, "F"+strings.TrimLeft(cell, "C"), certainty))
		}
		return
	}
	require.Fail(t, "no such name", name)
}

// split is the sheet and the cell that a name refers to.
func split(refers string) (sheet, cell string) {
	sheet, cell, _ = strings.Cut(refers, "!")
	return strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", "")
}

// setFigure writes the figures of a line where they stand.
func setFigure(t *testing.T, f *excelize.File, figure estimate.Figure) {
	t.Helper()
	const sheet = "Tal og kilder"
	row := 0
	for i, line := range linesOf(estimateOf(t, plan.New("Vejen"))) {
		if line.Key() == figure.Key {
			row = 5 + i
		}
	}
	require.NotZero(t, row)
	for column, value := range map[string]any{
		"G": figure.Low.InexactFloat64(), "H": figure.Likely.InexactFloat64(), "I": figure.High.InexactFloat64(), "K": "Oplyst",
	} {
		require.NoError(t, f.SetCellValue(sheet, cellName(column, row), value))
	}
}

// linesOf are the lines that an estimate was computed from, in the order of
// its cells.
func linesOf(e *estimate.Estimate) []*estimate.Line {
	var lines []*estimate.Line
	for i := range e.Cells {
		if line := e.Cells[i].Line; !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// setItems chooses the local factor and the decision of a task's items.
func setItems(t *testing.T, f *excelize.File, sheet, task string, factor float64, decision string) {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	found := false
	for i, row := range rows {
		if len(row) < 29 || row[28] != task {
			continue
		}
		found = true
		require.NoError(t, f.SetCellValue(sheet, cellName("V", i+1), factor))
		require.NoError(t, f.SetCellValue(sheet, cellName("E", i+1), decision))
	}
	require.True(t, found, task)
}

func cellName(column string, row int) string { return column + strconv.Itoa(row) }

// halves is an estimate whose amounts and their parts end in half an øre, and
// in a hair less and more.
func halves(t *testing.T) *estimate.Estimate {
	t.Helper()
	start, days := date.New(2014, 12, 15), 20
	p := plan.New("Vejen")
	p.Tasks = map[string]plan.Task{"4.14/strategi": {PlannedStart: &start, Duration: &days}}
	published := date.New(2014, 5, 1)
	c := estimate.Contribution{ID: "test", BudgetYear: 2014, By: "kombit", Provenance: drejebog.Provenance{Published: &published, Address: "https://example.dk/bidrag", Certainty: drejebog.Stated}}
	for _, amount := range []string{
		"0.01", "0.05", "0.005", "1.005", "2.675", "1234567.895", "99999999.985", "0.0049", "1.0049", "8.325", "4.35", "1000000.0051", "33.3333",
	} {
		k := drejebog.NewKroner(decimal.RequireFromString(amount))
		c.Lines = append(c.Lines, estimate.Line{
			Contribution: c.ID, Step: "4.14/strategi", Role: "it-chef", Kind: estimate.External,
			Kroner: &estimate.KronerRange{Low: k, Likely: k, High: k}, Provenance: drejebog.Provenance{Certainty: drejebog.Stated},
		})
	}
	sched, err := timeline.Compute(theBook(t), p)
	require.NoError(t, err)
	e, err := estimate.Compute(sched, []estimate.Contribution{c})
	require.NoError(t, err)
	require.Len(t, e.Years, 2, "the task lies over New Year")
	return e
}

// recalculate changes the workbooks, forgets what every formula came to, and
// has LibreOffice compute them anew.
func recalculate(t *testing.T, cases map[string]recalculation) map[string][]byte {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	files := map[string]string{}
	for name, c := range cases {
		data := c.given
		if c.change != nil {
			f := open(t, data)
			c.change(t, f)
			buffer, err := f.WriteToBuffer()
			require.NoError(t, err)
			data = buffer.Bytes()
		}
		files[name] = strings.NewReplacer(" ", "-", ",", "").Replace(name) + ".xlsx"
		path := filepath.Join(in, files[name])
		require.NoError(t, os.WriteFile(path, forgetful(t, data), 0o600))
		args = append(args, path)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	message, err := exec.CommandContext(ctx, office, args...).CombinedOutput()
	require.NoError(t, err, string(message))
	recalculated := map[string][]byte{}
	for name, file := range files {
		data, err := os.ReadFile(filepath.Join(out, file))
		require.NoError(t, err, string(message))
		recalculated[name] = data
	}
	return recalculated
}

// cached is a formula with what it came to when the file was written.
var cached = regexp.MustCompile(`(<f>[^<]*</f>)<v>[^<]*</v>`)

// forgetful is a workbook without what its formulas came to.
func forgetful(t *testing.T, data []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		content, err := part.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(content)
		require.NoError(t, err)
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			text = cached.ReplaceAll(text, []byte("$1"))
			require.NotRegexp(t, cached, string(text))
		}
		into, err := to.Create(part.Name)
		require.NoError(t, err)
		_, err = into.Write(text)
		require.NoError(t, err)
	}
	require.NoError(t, to.Close())
	return out.Bytes()
}

// A formula is a cell that computes, with the value that the module wrote
// beside it.
type formula struct{ sheet, cell, text, value string }

// formulas are all formula cells of a workbook.
func formulas(t *testing.T, f *excelize.File) []formula {
	t.Helper()
	var all []formula
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		for i, row := range rows {
			for j, value := range row {
				cell, err := excelize.CoordinatesToCellName(j+1, i+1)
				require.NoError(t, err)
				text, err := f.GetCellFormula(sheet, cell)
				require.NoError(t, err)
				if text != "" {
					all = append(all, formula{sheet, cell, text, value})
				}
			}
		}
	}
	require.Greater(t, len(all), 100)
	return all
}

// requireSame holds every formula's value against what a program came to.
func requireSame(t *testing.T, want []formula, got *excelize.File) {
	t.Helper()
	sheets := got.GetSheetList()
	for _, w := range want {
		if w.sheet == "Lokale ændringer" && !slices.Contains(sheets, w.sheet) {
			continue // what a plan changes is listed from the plan, not from what somebody writes in the workbook
		}
		value, err := got.GetCellValue(w.sheet, w.cell, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		w.cameTo(t, value)
	}
}

// cameTo holds a value against the module's. A spreadsheet computes in binary,
// so a sum of rounded amounts may be off in its fifteenth digit: never near to
// an øre.
func (w *formula) cameTo(t *testing.T, value string) {
	t.Helper()
	number, err := decimal.NewFromString(w.value)
	if err != nil {
		assert.Equal(t, w.value, value, "%s!%s =%s", w.sheet, w.cell, w.text)
		return
	}
	got, err := decimal.NewFromString(value)
	if assert.NoError(t, err, "%s!%s =%s", w.sheet, w.cell, w.text) {
		assert.True(t, got.Sub(number).Abs().LessThan(decimal.New(1, -6)), "%s!%s =%s: %s, not %s", w.sheet, w.cell, w.text, value, w.value)
	}
}

func TestAnotherEngineComesToTheModulesFiguresOfOneYear(t *testing.T) {
	e, ok := estimateOf(t, samplePlan(t, "lemvig.yaml")).InYear(2015)
	require.True(t, ok)
	f := open(t, write(t, e, lang.Danish))
	for _, w := range formulas(t, f) {
		value, err := f.CalcCellValue(w.sheet, w.cell, excelize.Options{RawCellValue: true})
		require.NoError(t, err, "%s!%s =%s", w.sheet, w.cell, w.text)
		w.cameTo(t, value)
	}
}

// cleared are workbooks in which a field is cleared or holds a text, with the checks
// that have to tell it: a product passes over an empty field, and a sum over a text.
func cleared(t *testing.T) (cases map[string]recalculation, told map[string][]string) {
	t.Helper()
	given := write(t, estimateOf(t, plan.New("Vejen")), lang.Danish)
	set := func(sheet, cell string, value any) recalculation {
		return recalculation{given: given, change: func(t *testing.T, f *excelize.File) { require.NoError(t, f.SetCellValue(sheet, cell, value)) }}
	}
	driver := func(value any) recalculation {
		return recalculation{given: given, change: func(t *testing.T, f *excelize.File) { setInput(t, f, "driver_users_sapa", value, "") }}
	}
	const filled, rise = "Kontrol: alle gule felter", "Kontrol: lav, sandsynlig"
	return map[string]recalculation{
			"nothing changed": {given: given}, "driver cleared": driver(nil), "driver a text": driver("ca. 700"), "driver below zero": driver(-700),
			"figure cleared": set("Tal og kilder", "H5", nil), "figure a text": set("Tal og kilder", "G5", "5 timer"),
			"factor cleared": set("SAPA", "V7", nil), "decision of one's own": set("SAPA", "E7", "måske"),
		}, map[string][]string{
			"nothing changed": nil, "driver cleared": {filled}, "driver a text": {filled}, "driver below zero": {filled},
			"figure cleared": {filled, rise}, "figure a text": {filled, rise}, "factor cleared": {filled}, "decision of one's own": {filled},
		}
}

// One of each kind; an office program recalculates all, where there is one.
func TestAFieldThatIsClearedOrHoldsATextIsToldByTheChecks(t *testing.T) {
	cases, told := cleared(t)
	for _, name := range []string{"nothing changed", "driver below zero", "figure a text", "factor cleared"} {
		c := cases[name]
		f := open(t, c.given)
		if c.change != nil {
			c.change(t, f)
		}
		requireTold(t, name, told[name], f, func(cell string) (string, error) { return f.CalcCellValue("Budgetår", cell) })
		requireFront(t, name, len(told[name]) == 0, f)
	}
}

// requireFront holds that the first page says whether all agrees.
func requireFront(t *testing.T, name string, sound bool, f *excelize.File) {
	t.Helper()
	front := f.GetSheetName(0)
	rows, err := f.GetRows(front)
	require.NoError(t, err)
	for i := range rows {
		cell := "A" + strconv.Itoa(i+1)
		if formula, err := f.GetCellFormula(front, cell); err != nil || !strings.Contains(formula, "PAS PÅ") {
			continue
		}
		came, err := f.CalcCellValue(front, cell)
		require.NoError(t, err, name)
		require.Equal(t, sound, came == "Alle kontroller stemmer.", "%s: %s", name, came)
		return
	}
	require.Fail(t, "the first page says nothing of the checks", name)
}

// requireTold holds which checks of a workbook say that something does not agree.
func requireTold(t *testing.T, name string, want []string, f *excelize.File, value func(cell string) (string, error)) {
	t.Helper()
	rows, err := f.GetRows("Budgetår")
	require.NoError(t, err)
	var fails []string
	checks := 0
	for i, row := range rows {
		if len(row) == 0 || !strings.HasPrefix(row[0], "Kontrol:") {
			continue
		}
		checks++
		cell, err := excelize.CoordinatesToCellName(len(row), i+1)
		require.NoError(t, err)
		came, err := value(cell)
		require.NoError(t, err, "%s: %s", name, cell)
		if came != "stemmer" {
			require.Equal(t, "stemmer ikke", came, name)
			fails = append(fails, row[0])
		}
	}
	require.GreaterOrEqual(t, checks, 3)
	require.Len(t, fails, len(want), "%s: %v", name, fails)
	for _, check := range want {
		assert.Contains(t, strings.Join(fails, "\n"), check, name)
	}
}
