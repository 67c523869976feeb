package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program is a small program that writes a word, for the flags' own tests.
type program struct {
	flags          *cli.Flags
	year           *int
	stdout, stderr bytes.Buffer
}

func newProgram() *program {
	p := &program{flags: cli.New("budget", "text", "json")}
	p.year = p.flags.Set.Int("year", 2015, "")
	return p
}

// run parses and writes, and returns the exit code.
func (p *program) run(args ...string) int {
	if code, ok := p.flags.Parse(args, &p.stdout, &p.stderr); !ok {
		return code
	}
	return p.flags.Write(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s %s %d\n", p.flags.Format, p.flags.Lang, *p.year)
		return err
	})
}

func TestGoodFlagsGiveAResultOnStdout(t *testing.T) {
	for _, row := range []struct {
		args []string
		want string
	}{
		{nil, "text da 2015\n"},
		{[]string{"-format", "json"}, "json da 2015\n"},
		{[]string{"-lang", "en", "-year=2014"}, "text en 2014\n"},
		{[]string{"--lang=en", "--format=json"}, "json en 2015\n"},
		{[]string{"-lang", "en", "-lang", "da"}, "text da 2015\n"},
	} {
		p := newProgram()
		assert.Equal(t, cli.Fine, p.run(row.args...), row.args)
		assert.Equal(t, row.want, p.stdout.String(), row.args)
		assert.Empty(t, p.stderr.String(), row.args)
	}
}

// terminal is a device that something is written to.
type terminal struct {
	bytes.Buffer
	fs.FileInfo
}

func (t *terminal) Stat() (fs.FileInfo, error) { return t, nil }
func (t *terminal) Mode() fs.FileMode          { return fs.ModeDevice | fs.ModeCharDevice | 0o620 }

func TestWhatIsNoTextIsNotWrittenToATerminal(t *testing.T) {
	var device terminal
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	require.NoError(t, err)
	defer func() { _ = null.Close() }()
	for _, row := range []struct {
		stdout io.Writer
		args   []string
		want   string
	}{
		{&device, []string{"-format", "json"}, "budget: -format json er ikke tekst: skriv den til en fil med -o FIL\n"},
		{&device, []string{"-format", "json", "-lang", "en"}, "budget: -format json is no text: write it to a file with -o FILE\n"},
		{&device, nil, ""},
		{&device, []string{"-format", "json", "-o", "file"}, ""},
		{null, []string{"-format", "json"}, ""},
		{&bytes.Buffer{}, []string{"-format", "json"}, ""},
	} {
		p := newProgram()
		p.flags.Binary("json")
		code, ok := p.flags.Parse(row.args, row.stdout, &p.stderr)
		assert.Equal(t, row.want, p.stderr.String(), row.args)
		assert.Equal(t, row.want == "", ok, row.args)
		assert.Equal(t, map[bool]int{true: cli.Fine, false: cli.BadInput}[ok], code, row.args)
	}
}

func TestBadFlagsGiveOneLineOnStderrAndNothingOnStdout(t *testing.T) {
	for _, row := range []struct {
		args   []string
		da, en string
	}{
		{[]string{"-format", "jsn"}, "-format jsn: vælg mellem text, json (mente du json?)", "-format jsn: choose one of text, json (did you mean json?)"},
		{[]string{"-format", ""}, "-format : vælg mellem text, json", "-format : choose one of text, json"},
		{[]string{"-frmat", "json"}, "ukendt flag -frmat (mente du -format?); se -h", "unknown flag -frmat (did you mean -format?); see -h"},
		{[]string{"-zzzzzzzz"}, "ukendt flag -zzzzzzzz; se -h", "unknown flag -zzzzzzzz; see -h"},
		{[]string{"-year", "tolv"}, `-year "tolv" kan ikke læses (se -h)`, `-year "tolv" cannot be read (see -h)`},
		{[]string{"-year"}, "-year mangler en værdi", "-year needs a value"},
		{[]string{"Roskilde"}, "»Roskilde« hører ikke til: programmet tager kun flag (se -h)", `“Roskilde” does not belong: the program takes flags only (see -h)`},
	} {
		danish, english := newProgram(), newProgram()
		assert.Equal(t, cli.BadInput, danish.run(row.args...), row.args)
		assert.Equal(t, "budget: "+row.da+"\n", danish.stderr.String())
		assert.Empty(t, danish.stdout.String(), row.args)

		assert.Equal(t, cli.BadInput, english.run(append([]string{"-lang", "en"}, row.args...)...), row.args)
		assert.Equal(t, "budget: "+row.en+"\n", english.stderr.String())
		assert.Empty(t, english.stdout.String(), row.args)
	}
}

func TestTheLanguageHoldsForFaultsBeforeIt(t *testing.T) {
	for _, args := range [][]string{
		{"-frmat", "x", "-lang", "en"},
		{"-frmat", "x", "-lang=en"},
		{"--frmat", "x", "--lang=en"},
		{"-lang", "en", "-frmat", "x"},
	} {
		p := newProgram()
		require.Equal(t, cli.BadInput, p.run(args...))
		assert.Equal(t, "budget: unknown flag -frmat (did you mean -format?); see -h\n", p.stderr.String(), args)
	}
}

func TestAnUnknownLanguageIsSaidInDanish(t *testing.T) {
	p := newProgram()
	require.Equal(t, cli.BadInput, p.run("-lang", "de"))
	assert.Equal(t, "budget: -lang de: vælg mellem da, en\n", p.stderr.String())
}

func TestAWordWithLineBreaksStaysOnOneLine(t *testing.T) {
	p := newProgram()
	require.Equal(t, cli.BadInput, p.run("-format", "a\nb\x1b[31m"))
	assert.Equal(t, 1, strings.Count(p.stderr.String(), "\n"))
	assert.NotContains(t, p.stderr.String(), "\x1b")
}

func TestHelpIsAResultInEitherLanguage(t *testing.T) {
	danish, english := newProgram(), newProgram()
	assert.Equal(t, cli.Fine, danish.run("-h"))
	assert.Contains(t, danish.stdout.String(), "budget skriver et budgetoverslag for en kommune.\n\nBrug: budget [flag …]")
	assert.Contains(t, danish.stdout.String(), "  -year     kun dette budgetår\n")
	assert.Empty(t, danish.stderr.String())
	assert.Equal(t, cli.Fine, english.run("-help", "-lang", "en"))
	assert.Contains(t, english.stdout.String(), "budget writes a budget estimate for a kommune.\n\nUsage: budget [flag …]")
}

func TestTheResultGoesToTheFileOfO(t *testing.T) {
	path := filepath.Join(t.TempDir(), "result.txt")
	p := newProgram()
	require.Equal(t, cli.Fine, p.run("-o", path))
	assert.Empty(t, p.stdout.String())
	written, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "text da 2015\n", string(written))
}

func TestAFileThatCannotBeWrittenIsBadInput(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no", "such", "folder", "result.txt")
	p := newProgram()
	require.Equal(t, cli.BadInput, p.run("-o", path))
	assert.Contains(t, p.stderr.String(), "budget: kan ikke skrive "+path)
	assert.Equal(t, 1, strings.Count(p.stderr.String(), "\n"))
	assert.Empty(t, p.stdout.String())
}

func TestAProgramMayTakeArguments(t *testing.T) {
	p := newProgram()
	p.flags.TakesArguments(lang.Text{DA: "PLAN…", EN: "PLAN…"})
	require.Equal(t, cli.Fine, p.run("-format", "json", "a.yaml", "b.yaml"))
	assert.Equal(t, []string{"a.yaml", "b.yaml"}, p.flags.Set.Args())
	help := newProgram()
	help.flags.TakesArguments(lang.Text{DA: "PLAN…", EN: "PLAN…"})
	help.run("-h")
	assert.Contains(t, help.stdout.String(), "Brug: budget [flag …] PLAN…")
}

func TestAHalfRenderedResultIsNotWritten(t *testing.T) {
	p := newProgram()
	_, ok := p.flags.Parse(nil, &p.stdout, &p.stderr)
	require.True(t, ok)
	code := p.flags.Write(func(w io.Writer) error {
		_, _ = io.WriteString(w, "half of ")
		return errors.New("out of words")
	})
	assert.Equal(t, cli.BadInput, code)
	assert.Empty(t, p.stdout.String())
	assert.Equal(t, "budget: out of words\n", p.stderr.String())
}

func TestAFaultIsSaidByItsMessageInEitherLanguage(t *testing.T) {
	unknown := fmt.Errorf("looking: %w", &drejebog.KommuneError{Word: "Roskild", Suggest: "Roskilde"})
	for language, want := range map[string]string{
		"da": "budget: ingen kommune har koden eller navnet »Roskild«; mente du Roskilde?\n",
		"en": "budget: no kommune has the code or name “Roskild”; did you mean Roskilde?\n",
	} {
		p := newProgram()
		_, ok := p.flags.Parse([]string{"-lang", language}, &p.stdout, &p.stderr)
		require.True(t, ok)
		assert.Equal(t, cli.BadInput, p.flags.FailError(unknown))
		assert.Equal(t, want, p.stderr.String())
	}
}

func TestFindingsAreReportedALineEachWithTheirPlace(t *testing.T) {
	note := drejebog.Finding{Severity: drejebog.SeverityNote, Text: lang.Both("En note\nmed brud."), Remedy: lang.Both("Vid det.")}
	fault := drejebog.Finding{
		Severity: drejebog.SeverityError, Place: strict.Place{File: "plan.yaml", Line: 3, Column: 7},
		Text: lang.Text{DA: "En fejl.", EN: "A fault."}, Remedy: lang.Text{DA: "Ret den.", EN: "Mend it."},
	}
	for _, row := range []struct {
		language string
		findings []drejebog.Finding
		want     string
	}{
		{"da", nil, ""},
		{"da", []drejebog.Finding{note, fault}, "En note med brud. Vid det.\nplan.yaml:3:7: En fejl. Ret den.\n"},
		{"en", []drejebog.Finding{fault}, "plan.yaml:3:7: A fault. Mend it.\n"},
		{"en", []drejebog.Finding{{Text: lang.Both("No remedy.")}}, "No remedy.\n"},
	} {
		p := newProgram()
		_, ok := p.flags.Parse([]string{"-lang", row.language}, &p.stdout, &p.stderr)
		require.True(t, ok)
		p.flags.Report(row.findings)
		assert.Equal(t, row.want, p.stderr.String())
		assert.Empty(t, p.stdout.String())
	}
}

func TestAFlagThatStoodAmongTheArgumentsWasGiven(t *testing.T) {
	p := newProgram()
	require.Equal(t, cli.Fine, p.run("-year", "2015"))
	assert.True(t, p.flags.Given("year"), "though it is the default")
	assert.False(t, p.flags.Given("format"))
}

func TestProgressIsNotWrittenWhereNobodyWatches(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "messages"))
	require.NoError(t, err)
	defer file.Close()
	for _, stderr := range []io.Writer{&bytes.Buffer{}, file} {
		p := newProgram()
		_, ok := p.flags.Parse(nil, &p.stdout, stderr)
		require.True(t, ok)
		progress := p.flags.Progress(2)
		progress.Done(1)
		progress.Done(2)
		progress.Clear()
		if buffer, ok := stderr.(*bytes.Buffer); ok {
			assert.Empty(t, buffer.String())
		}
	}
	written, err := os.ReadFile(file.Name())
	require.NoError(t, err)
	assert.Empty(t, written)
}

func TestAPlansFileIsReadOrSaidToBeMissing(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	_, _, err = cli.New("test", "text").ReadPlan(book, filepath.Join(t.TempDir(), "no.yaml"), nil)
	var missing *cli.OpenError
	require.ErrorAs(t, err, &missing)
	assert.Contains(t, book.Words.Of(err).DA, "no.yaml kan ikke åbnes")
	_, _, err = cli.New("test", "text").ReadPlan(book, t.TempDir(), nil)
	require.ErrorAs(t, err, &missing, "a folder")
	p, findings, err := cli.New("test", "text").ReadPlan(book, "../../plans/lemvig.yaml", nil)
	require.NoError(t, err)
	assert.Empty(t, findings)
	assert.Equal(t, "Lemvig", p.Kommune)
}

// The day of -asof counts before what the plan says is held against it: a fact
// after the plan's own day is one by a later day, and a look back makes none of
// the plan wrong.
func TestTheDayOfAsOfCountsBeforeThePlanIsChecked(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "plan.yaml")
	read := func(asOf string, lines ...string) (left bool, seen, messages string) {
		require.NoError(t, os.WriteFile(file, []byte(strings.Join(append([]string{"kommune: Vejen"}, lines...), "\n")), 0o600))
		p := newProgram()
		kommune := p.flags.ForOneKommune()
		_, ok := p.flags.Parse([]string{"-plan", file, "-asof", asOf}, &p.stdout, &p.stderr)
		require.True(t, ok)
		read, _ := kommune.Read(book)
		require.NotNil(t, read)
		return p.flags.LeftOut(), read.AsOf.String(), p.stderr.String()
	}
	answer := []string{"readiness:", "  test/testpersoner@ksd: {state: inProgress, on: 2015-07-20}"}
	for _, row := range []struct {
		asOf  string
		lines []string
		left  bool
	}{
		{"2015-09-01", answer, false},
		{"2015-07-19", answer, true},
		{"2014-01-01", append(answer, "asOf: 2015-12-01"), false},
		{"2015-09-01", []string{"deliverables: {ext/parathedskrav@ky: {delivered: 2015-06-15}}"}, false},
		{"2015-09-01", []string{"tasks: {4.8/gennemgang@ky: {actualStart: 2015-07-20}}"}, false},
	} {
		left, seen, messages := read(row.asOf, row.lines...)
		assert.Equal(t, row.left, left, "%s %v: %s", row.asOf, row.lines, messages)
		assert.Equal(t, row.asOf, seen)
		if !row.left {
			assert.NotContains(t, messages, "flyt dagen")
		}
	}
}
