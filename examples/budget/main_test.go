package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call runs the program and returns what it wrote.
func call(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

func TestBadInputIsOneClearLineAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-kommune", "Roskylde"}, "budget: ingen kommune har koden eller navnet »Roskylde«; mente du Roskilde?\n"},
		{[]string{"-kommune", "Roskylde", "-lang", "en"}, "budget: no kommune has the code or name “Roskylde”; did you mean Roskilde?\n"},
		{[]string{"-year", "1999"}, "budget: -year 1999: vælg et budgetår fra 2013 til 2020\n"},
		{[]string{"-year", "tolv"}, "budget: -year tolv: vælg et budgetår fra 2013 til 2020\n"},
		{[]string{"-year", "2020"}, "budget: -year 2020: ingen opgaver falder i det år\n"},
		{[]string{"-asof", "2014-02-30"}, "budget: -asof 2014-02-30 er ikke en dag, der findes i kalenderen\n"},
		{[]string{"-asof", "1. januar 2010"}, "budget: intet var udgivet 1. januar 2010; den første udgave er fra 31. maj 2013\n"},
		{[]string{"-plan", ""}, "budget: -plan mangler en værdi\n"},
		{[]string{"-plan", "findes-ikke.yaml"}, "budget: findes-ikke.yaml kan ikke åbnes: filen findes ikke\n"},
		{[]string{"-format", "pdf"}, "budget: -format pdf: vælg mellem text, html, page, json, csv, xlsx\n"},
		{[]string{"-why", "4.10", "-format", "xlsx"}, "budget: -why skriver ikke xlsx: vælg mellem text, html\n"},
		{[]string{"-uncertainty", "-format", "xlsx"}, "budget: -uncertainty skriver ikke xlsx: vælg mellem text, html, json, csv\n"},
		{[]string{"-format", "csv", "-table", "years"}, "budget: -table years: vælg mellem budgetYears, byProject, byProjectHours, byRole, byRoleHours, lines, running\n"},
		{[]string{"-request", "-format", "xlsx"}, "budget: -request skriver ikke xlsx: vælg mellem text, html, page, json, csv\n"},
		{[]string{"-uncertainty", "-request"}, "budget: -request, -uncertainty: vælg en af dem\n"},
		{[]string{"-yardsticks", "-request"}, "budget: -yardsticks, -request: vælg en af dem\n"},
		{[]string{"-yardsticks", "-kommune", "Vejen"}, "budget: -kommune hører ikke sammen med -yardsticks\n"},
		{[]string{"-yardsticks", "-format", "xlsx"}, "budget: -yardsticks skriver ikke xlsx: vælg mellem text, html, json, csv\n"},
		{[]string{"-why", "4.10", "-template", "tal.csv"}, "budget: -template, -why: vælg en af dem\n"},
		{[]string{"-table", "lines"}, "budget: -table hører til -format csv\n"},
		{[]string{"-format", "json", "-table", "lines", "-lang", "en"}, "budget: -table belongs to -format csv\n"},
		{[]string{"-seed", "2"}, "budget: -seed hører til -uncertainty, -risk\n"},
		{[]string{"-inputs"}, "budget: -inputs hører til -format json, csv\n"},
		{[]string{"-inputs", "-request", "-format", "json"}, "budget: -inputs hører til -format json, csv\n"},
		{[]string{"-why", "4.10", "-year", "2015"}, "budget: -year hører ikke sammen med -why\n"},
		{[]string{"-template", "tal.csv", "-format", "json"}, "budget: -format hører ikke sammen med -template\n"},
		{[]string{"-template", "foo.txt"}, "budget: -template foo.txt: skriv en fil, der ender på .xlsx eller .csv\n"},
		{[]string{"-template", "foo", "-lang", "en"}, "budget: -template foo: write a file that ends with .xlsx or .csv\n"},
		{[]string{"-uncertainty", "-seed", "et"}, "budget: -seed et: skriv et helt tal, nul eller derover\n"},
	} {
		code, stdout, stderr := call(c.args...)
		assert.Equal(t, 2, code, c.args)
		assert.Empty(t, stdout, c.args)
		assert.Equal(t, c.want, stderr, c.args)
	}
}

func TestAPlanWithFaultsIsComputedWithoutThemAndAllAreTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\ndrivers: {users@sappa: 3}\ntasks:\n  4.1/overblik: {duration: 0}\n"), 0o644))
	code, stdout, stderr := call("-plan", file)
	assert.Equal(t, 1, code)
	first := "2 værdier i planen kan ikke bruges og er udeladt"
	assert.True(t, strings.HasPrefix(stdout, first), "the first line says so")
	assert.True(t, strings.HasPrefix(stderr, first))
	assert.Contains(t, stderr, file+":2:24: ")
	assert.Contains(t, stderr, "users@sapa")
	assert.Contains(t, stderr, file+":4:")
	sound := filepath.Join(t.TempDir(), "sound.yaml")
	require.NoError(t, os.WriteFile(sound, []byte("kommune: Roskilde\ntasks: {}\n"), 0o644))
	_, want, _ := call("-plan", sound, "-format", "csv")
	_, got, _ := call("-plan", file, "-format", "csv")
	assert.Equal(t, want, got, "what cannot be used changes nothing")
}

func TestWhatAPlanSaysInVainIsToldInEveryFormat(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\ndecisions:\n  - {step: 5.1/tilpasning, role: jurist, state: setAside}\n"), 0o644))
	for _, format := range []string{"text", "page", "json", "csv"} {
		code, stdout, stderr := call("-plan", file, "-format", format)
		assert.Equal(t, 0, code, format)
		assert.NotEmpty(t, stdout, format)
		assert.Contains(t, stderr, file+":3:5: Beslutningen »afsat« om 5.1/tilpasning rammer ingen penge i overslaget.", format)
		assert.Equal(t, 1, strings.Count(stderr, "\n"), format)
	}
}

func TestThePlanAndTheFlagMustNameTheSameKommune(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\n"), 0o644))
	code, _, stderr := call("-plan", file, "-kommune", "Aarhus")
	assert.Equal(t, 2, code)
	assert.Equal(t, "budget: -kommune Aarhus, men planen er for Roskilde: vælg en af dem\n", stderr)
	code, _, _ = call("-plan", file, "-kommune", "0265")
	assert.Equal(t, 0, code)
}

func TestTheFirstLineSaysWhetherTheEstimateRestsOnLocalData(t *testing.T) {
	_, stdout, _ := call()
	first, _, _ := strings.Cut(stdout, "\n")
	assert.Contains(t, first, "ikke på lokale data")

	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\ndrivers: {users@sapa: 700}\n"), 0o644))
	_, stdout, _ = call("-plan", file)
	first, _, _ = strings.Cut(stdout, "\n")
	assert.Contains(t, first, "kommunens egen plan")
}

// budgetJSON is what a program reads of the estimate.
type budgetJSON struct {
	Kommune     struct{ Code, Name string }
	BudgetYears []yearJSON
	Lines       []struct {
		Year              *int
		Low, Likely, High decimal.Decimal
		Hours             decimal.Decimal
	}
	CriticalPath []string
}

type yearJSON struct {
	Year                             *int
	Low, Likely, High, Hours         decimal.Decimal
	NewMoney, OwnTimeValue           decimal.Decimal
	SetAside, WithinFrame, Undecided decimal.Decimal
}

func TestAmountsOfASeventhOfTheKommunerAddUp(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	for i, k := range book.Kommuner {
		if i%7 != 0 {
			continue
		}
		code, stdout, stderr := call("-kommune", k.Code, "-format", "json")
		require.Equal(t, 0, code, "%s: %s", k.Name, stderr)
		var b budgetJSON
		require.NoError(t, json.Unmarshal([]byte(stdout), &b))
		assert.Equal(t, k.Name, b.Kommune.Name)
		assert.NotEmpty(t, b.CriticalPath, k.Name)
		for _, y := range b.BudgetYears {
			addsUp(t, k.Name, b, y)
		}
	}
}

// addsUp holds a year against its lines and its parts.
func addsUp(t *testing.T, kommune string, b budgetJSON, y yearJSON) {
	t.Helper()
	var low, likely, high, hours decimal.Decimal
	for _, line := range b.Lines {
		if (line.Year == nil) != (y.Year == nil) || line.Year != nil && *line.Year != *y.Year {
			continue
		}
		low, likely, high = low.Add(line.Low), likely.Add(line.Likely), high.Add(line.High)
		hours = hours.Add(line.Hours)
	}
	for name, pair := range map[string][2]decimal.Decimal{
		"low": {low, y.Low}, "likely": {likely, y.Likely}, "high": {high, y.High}, "hours": {hours, y.Hours},
		"newMoney + ownTimeValue":            {y.NewMoney.Add(y.OwnTimeValue), y.Likely},
		"setAside + withinFrame + undecided": {y.SetAside.Add(y.WithinFrame).Add(y.Undecided), y.Likely},
	} {
		assert.True(t, pair[0].Equal(pair[1]), "%s: %s is %s, not %s", kommune, name, pair[0], pair[1])
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	for _, format := range []string{"text", "json", "csv", "xlsx"} {
		_, once, _ := call("-format", format)
		_, twice, _ := call("-format", format)
		assert.Equal(t, once, twice, format)
		assert.NotEmpty(t, once, format)
	}
}

func TestAWorkbookGoesToTheFileThatIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "budget.xlsx")
	code, stdout, stderr := call("-format", "xlsx", "-o", file)
	assert.Equal(t, 0, code, stderr)
	assert.Empty(t, stdout)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	assert.Equal(t, "[Content_Types].xml", parts.File[0].Name)
}

func TestOneYearIsThatYearOnly(t *testing.T) {
	code, stdout, _ := call("-year", "2015", "-format", "json")
	require.Equal(t, 0, code)
	var b budgetJSON
	require.NoError(t, json.Unmarshal([]byte(stdout), &b))
	require.Len(t, b.BudgetYears, 1)
	for _, line := range b.Lines {
		assert.Equal(t, 2015, *line.Year)
	}
}

func TestOneYearSaysWhatHasNoYear(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	unknown := "kommune: Roskilde\nprojects: {ky: {goLive: unknown}, ksd: {goLive: unknown}, sapa: {goLive: unknown}, stoettesystemerne: {goLive: unknown}}\n"
	require.NoError(t, os.WriteFile(file, []byte(unknown), 0o644))
	const left = `[\d.]+0 egne timer, som allerede lønnes \([\d.]+\.000 kr\.\), ligger i intet år, fordi en idriftsættelse ikke har nogen dato\. ` +
		`[\d.]+\.000 kr\. nye penge uden dato står foreløbigt i det år, som deres bidrag er til\.`
	_, stdout, _ := call("-plan", file, "-year", "2015")
	assert.Regexp(t, left, strings.Join(strings.Fields(stdout), " "))
	code, _, stderr := call("-plan", file, "-year", "2017")
	assert.Equal(t, 2, code)
	assert.Regexp(t, `^budget: -year 2017: ingen opgaver falder i det år\. `+left+`\n$`, stderr)
	_, stdout, _ = call("-kommune", "Roskilde", "-year", "2015")
	assert.NotContains(t, stdout, "ligger i intet år", "every go-live has a date")
}

func TestBeforeTheContributionsOf2015OnlyThoseOf2014Count(t *testing.T) {
	_, now, _ := call("-format", "csv")
	_, then, _ := call("-format", "csv", "-asof", "2014-04-30")
	assert.Contains(t, now, "budget-2015-sapa")
	assert.NotContains(t, then, "budget-2015")
	assert.Contains(t, then, "budget-2014")
	_, before, _ := call("-format", "csv", "-asof", "2013-06-18")
	assert.NotContains(t, before, "budget-2014", "published on 19 June 2013")
}

func TestTheUncertaintyComesOnRequestWithItsCaveat(t *testing.T) {
	_, page, _ := call()
	assert.NotContains(t, page, "sandsynlighed for højst", "assumed figures carry no percentile by default")
	code, page, stderr := call("-uncertainty")
	assert.Equal(t, 0, code)
	assert.Empty(t, stderr)
	assert.Contains(t, page, "80 % sandsynlighed for højst")
	assert.Contains(t, page, "hviler på antagelser")
	_, again, _ := call("-uncertainty")
	assert.Equal(t, page, again)
	_, other, _ := call("-uncertainty", "-seed", "2")
	assert.NotEqual(t, page, other)
}

func TestTheTemplateIsWrittenAndReadBack(t *testing.T) {
	for _, name := range []string{"tal.xlsx", "tal.csv"} {
		file := filepath.Join(t.TempDir(), name)
		code, stdout, stderr := call("-kommune", "Vejen", "-template", file)
		assert.Equal(t, 0, code, stderr)
		assert.Empty(t, stdout)
		_, before, _ := call("-kommune", "Vejen")
		code, after, stderr := call("-kommune", "Vejen", "-figures", file)
		assert.Equal(t, 0, code, stderr)
		assert.Equal(t, before, after, "a template without figures changes nothing")
	}
	file := filepath.Join(t.TempDir(), "tal.csv")
	require.NoError(t, os.WriteFile(file, []byte("Nøgle;Jeres tal\ncontracts;ti\nrate/jurist/own;430\nsystem;4\n"), 0o644))
	code, stdout, stderr := call("-kommune", "Vejen", "-figures", file)
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Equal(t, 2, strings.Count(stderr, "\n"))
	assert.Contains(t, stderr, file+":2:2: ")
	assert.Contains(t, stderr, "mente du »systems«")
	code, _, stderr = call("-figures", "findes-ikke.xlsx")
	assert.Equal(t, 2, code)
	assert.Equal(t, "budget: findes-ikke.xlsx kan ikke åbnes: filen findes ikke\n", stderr)
}

func TestAnAmountIsExplained(t *testing.T) {
	code, stdout, _ := call("-kommune", "Vejen", "-why", "4.14/strategi", "-prices", "2015")
	assert.Equal(t, 0, code)
	assert.Contains(t, stdout, "gange antallet af berørte")
	assert.Contains(t, stdout, "til 2015-niveau (KL's pris- og lønskøn)")
	code, stdout, stderr := call("-why", "4.14/strategy")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Equal(t, "budget: ingen linje i overslaget er for »4.14/strategy«; mente du 4.14/strategi?\n", stderr)
}
