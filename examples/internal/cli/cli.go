// Package cli gives the example programs the same flags, messages and exit
// codes: results on stdout or in the file of -o, messages on stderr, and 0 for
// fine, 1 for findings of error severity, 2 for bad input. Nothing is written
// to stdout when the input is bad.
package cli

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The exit codes.
const (
	Fine     = 0
	Findings = 1 // a result, with findings of error severity
	BadInput = 2 // no result
)

// Flags are the flags of one program: those that all programs have, and what
// the program adds to Set before Parse.
type Flags struct {
	Set    *flag.FlagSet
	Format string    // one of the program's formats
	Out    string    // file to write to, "" for stdout
	Lang   lang.Lang // of the result and the messages

	table   string // of -table, "" for the main one
	formats []string
	binary  []string // those of the formats that are no text
	usage   lang.Text
	args    lang.Text // what stands behind the flags, empty for nothing
	stdout  io.Writer
	stderr  io.Writer
}

// New returns the flags of a program. The first format is the default.
func New(name string, usage lang.Text, formats ...string) *Flags {
	f := &Flags{Set: flag.NewFlagSet(name, flag.ContinueOnError), Lang: lang.Danish, formats: formats, usage: usage}
	f.Set.SetOutput(io.Discard)
	f.Set.StringVar(&f.Format, "format", formats[0], strings.Join(formats, "|"))
	f.Set.StringVar(&f.Out, "o", "", "fil / file")
	f.Set.StringVar((*string)(&f.Lang), "lang", string(lang.Danish), "da|en")
	return f
}

// TakesArguments lets the program take words behind its flags, named so in
// the usage line.
func (f *Flags) TakesArguments(name lang.Text) { f.args = name }

// Parse reads the arguments. When it returns false the program is over, with
// the exit code: help was asked for, or a message has been written.
func (f *Flags) Parse(args []string, stdout, stderr io.Writer) (code int, ok bool) {
	f.stdout, f.stderr = stdout, stderr
	if i := slices.IndexFunc(args, func(a string) bool { return a == "-lang=en" || a == "--lang=en" }); i >= 0 {
		f.Lang = lang.English
	}
	for i := range len(args) - 1 {
		if (args[i] == "-lang" || args[i] == "--lang") && args[i+1] == "en" {
			f.Lang = lang.English
		}
	}
	err := f.Set.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		f.help()
		return Fine, false
	case err != nil:
		return f.Fail(f.flagFault(err)), false
	case f.Lang != lang.Danish && f.Lang != lang.English:
		word := string(f.Lang)
		f.Lang = lang.Danish
		return f.Fail(choice("lang", word, []string{"da", "en"})), false
	case !slices.Contains(f.formats, f.Format):
		return f.Fail(choice("format", f.Format, f.formats)), false
	case f.args.IsZero() && f.Set.NArg() > 0:
		return f.Fail(lang.Text{
			DA: fmt.Sprintf("»%s« hører ikke til: programmet tager kun flag (se -h)", f.Set.Arg(0)),
			EN: fmt.Sprintf("%q does not belong: the program takes flags only (see -h)", f.Set.Arg(0)),
		}), false
	case f.Out == "" && slices.Contains(f.binary, f.Format) && isTerminal(stdout):
		return f.Fail(f.onTerminal()), false
	}
	return Fine, true
}

// choice says that a flag has none of its values.
func choice(name, word string, values []string) lang.Text {
	t := lang.Text{
		DA: fmt.Sprintf("-%s %s: vælg mellem %s", name, word, strings.Join(values, ", ")),
		EN: fmt.Sprintf("-%s %s: choose one of %s", name, word, strings.Join(values, ", ")),
	}
	if near := lang.Nearest(word, values); near != "" {
		t.DA += fmt.Sprintf(" (mente du %s?)", near)
		t.EN += fmt.Sprintf(" (did you mean %s?)", near)
	}
	return t
}

// flagFault says what package flag found, in both languages.
func (f *Flags) flagFault(err error) lang.Text {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: -"); ok {
		var known []string
		f.Set.VisitAll(func(g *flag.Flag) { known = append(known, g.Name) })
		return choiceOfFlag(name, known)
	}
	if name, ok := strings.CutPrefix(message, "flag needs an argument: -"); ok {
		return lang.Text{DA: "-" + name + " mangler en værdi", EN: "-" + name + " needs a value"}
	}
	if _, rest, ok := strings.Cut(message, " for flag -"); ok {
		name, _, _ := strings.Cut(rest, ":")
		word, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(message, "invalid value "), "invalid boolean value "), " for flag")
		return lang.Text{
			DA: fmt.Sprintf("-%s %s kan ikke læses (se -h)", name, word),
			EN: fmt.Sprintf("-%s %s cannot be read (see -h)", name, word),
		}
	}
	return lang.Text{DA: message, EN: message}
}

func choiceOfFlag(name string, known []string) lang.Text {
	t := lang.Text{DA: "ukendt flag -" + name, EN: "unknown flag -" + name}
	if near := lang.Nearest(name, known); near != "" {
		t.DA += " (mente du -" + near + "?)"
		t.EN += " (did you mean -" + near + "?)"
	}
	return lang.Text{DA: t.DA + "; se -h", EN: t.EN + "; see -h"}
}

func (f *Flags) help() {
	head := lang.Text{DA: "Brug: ", EN: "Usage: "}
	fmt.Fprintf(f.stdout, "%s\n\n%s%s [flag …] %s\n", f.usage.In(f.Lang), head.In(f.Lang), f.Set.Name(), f.args.In(f.Lang))
	f.Set.VisitAll(func(g *flag.Flag) { fmt.Fprintf(f.stdout, "  -%-8s %s\n", g.Name, g.Usage) })
}

// Fail writes one line to stderr and returns the exit code of bad input.
func (f *Flags) Fail(message lang.Text) int {
	fmt.Fprintf(f.stderr, "%s: %s\n", f.Set.Name(), oneLine(message.In(f.Lang)))
	return BadInput
}

// oneLine replaces line breaks and other control characters, which a word from
// the command line or a plan may hold, by spaces.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}

// FailError is Fail for an error, by the words of its fault, or in Danish where
// it knows how.
func (f *Flags) FailError(err error) int {
	message := drejebog.BuiltInWords().Of(err)
	var seeds *drejebog.SeedError
	var danish interface{ Danish() string }
	switch {
	case errors.As(err, &seeds):
		message = seeds.Told()
	case errors.As(err, &danish):
		message.DA = danish.Danish()
	}
	return f.Fail(message)
}

// Given reports whether the flag stood among the arguments.
func (f *Flags) Given(name string) bool {
	given := false
	f.Set.Visit(func(g *flag.Flag) { given = given || g.Name == name })
	return given
}

// Faults are the findings of error severity.
func Faults(findings []drejebog.Finding) []drejebog.Finding {
	var faults []drejebog.Finding
	for _, f := range findings {
		if f.Severity == drejebog.Fault {
			faults = append(faults, f)
		}
	}
	return faults
}

// Report writes findings to stderr, one on a line with its place.
func (f *Flags) Report(findings []drejebog.Finding) {
	for _, finding := range findings {
		place := ""
		if finding.Place.File != "" {
			place = finding.Place.String() + ": "
		}
		fmt.Fprintln(f.stderr, oneLine(place+finding.Text.In(f.Lang)+" "+finding.Remedy.In(f.Lang)))
	}
}

// ReportFaults writes what is wrong with a file to stderr, one on a line with
// its place.
func (f *Flags) ReportFaults(faults []strict.Fault) {
	for _, fault := range faults {
		says := drejebog.BuiltInWords().Of(fault)
		fmt.Fprintln(f.stderr, oneLine(fault.Place().String()+": "+says.In(f.Lang)))
	}
}

// Write renders a result whole before any of it is written, to stdout or to
// the file of -o, and returns the exit code.
func (f *Flags) Write(render func(w io.Writer) error) int {
	var buffer bytes.Buffer
	if err := render(&buffer); err != nil {
		return f.FailError(err)
	}
	if f.Out == "" {
		if _, err := f.stdout.Write(buffer.Bytes()); err != nil {
			return f.FailError(err)
		}
		return Fine
	}
	if err := os.WriteFile(f.Out, buffer.Bytes(), 0o644); err != nil {
		return f.Fail(lang.Text{
			DA: fmt.Sprintf("kan ikke skrive %s: %v", f.Out, err),
			EN: fmt.Sprintf("cannot write %s: %v", f.Out, err),
		})
	}
	return Fine
}

// WriteJSON writes the documented form of a value, as Write does.
func (f *Flags) WriteJSON(value any) int {
	return f.Write(func(w io.Writer) error { return form.Write(w, value) })
}
