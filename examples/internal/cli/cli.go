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
	"slices"
	"strings"

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

	table        string // of -table, "" for the main one
	formats      []string
	binary       []string  // those of the formats that are no text
	withoutNames bool      // of people in what is written of a plan
	plans        []string  // files of the plans that were read
	leftOut      int       // values of the plans that cannot be used
	warned       bool      // that there are any
	args         lang.Text // what stands behind the flags, empty for nothing
	stdout       io.Writer
	stderr       io.Writer
}

// New returns the flags of a program, which the message usage/NAME describes.
// The first format is the default; a program without any has neither -format nor -o. A flag without a usage of its own has the
// message flag-use/PROGRAM-FLAG, or flag-use/FLAG where programs share it.
func New(name string, formats ...string) *Flags {
	f := &Flags{Set: flag.NewFlagSet(name, flag.ContinueOnError), Lang: lang.Danish, formats: formats}
	f.Set.SetOutput(io.Discard)
	if len(formats) > 0 {
		f.Set.StringVar(&f.Format, "format", formats[0], strings.Join(formats, "|"))
		f.Set.StringVar(&f.Out, "o", "", "")
	}
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
		return f.FailError(f.flagFault(err)), false
	case f.Lang != lang.Danish && f.Lang != lang.English:
		return f.otherLanguage(), false
	case len(f.formats) > 0 && !slices.Contains(f.formats, f.Format):
		return f.FailError(Choice("format", f.Format, f.formats)), false
	case f.args.IsZero() && f.Set.NArg() > 0:
		return f.Fail(drejebog.BuiltInWords().Say("flag/does-not-belong", lang.Args{"word": lang.Both(f.Set.Arg(0))})), false
	case f.table != "" && f.Format != "csv":
		return f.FailError(f.Belongs("table", false, "-format csv")), false
	case f.behind(args) != "":
		return f.FailError(strict.Part{Kind: "flag/behind-files", Values: map[string]any{"flag": f.behind(args)}}), false
	case f.Out == "" && slices.Contains(f.binary, f.Format) && isTerminal(stdout):
		return f.Fail(drejebog.BuiltInWords().Say("flag/on-terminal", lang.Args{"format": lang.Both(f.Format)})), false
	}
	return Fine, true
}

// otherLanguage refuses a language that is not written, in Danish.
func (f *Flags) otherLanguage() (code int) {
	asked := string(f.Lang)
	f.Lang = lang.Danish
	return f.FailError(Choice("lang", asked, []string{lang.Danish.Tag(), lang.English.Tag()}))
}

// behind is a flag that stands behind the program's arguments, where it would be
// taken for one; "" for none. What stands behind "--" is none.
func (f *Flags) behind(args []string) string {
	words := f.Set.Args()
	if before := len(args) - len(words) - 1; before >= 0 && args[before] == "--" {
		return ""
	}
	for _, word := range words {
		if strings.HasPrefix(word, "-") && word != "-" {
			return word
		}
	}
	return ""
}

// Choice says that a flag has none of its values, and which is meant.
func Choice(name, word string, values []string) error {
	if meant := lang.Nearest(word, values); meant != "" {
		return strict.Part{Kind: "flag/choose-meant", Values: map[string]any{"flag": name, "value": word, "list": values, "meant": meant}}
	}
	return strict.Part{Kind: "flag/choose", Values: map[string]any{"flag": name, "value": word, "list": values}}
}

// flagFault is what package flag found, of which it has only sentences.
func (f *Flags) flagFault(err error) error {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: -"); ok {
		return f.unknown(name)
	}
	if name, ok := strings.CutPrefix(message, "flag needs an argument: -"); ok {
		return strict.Part{Kind: "flag/no-value", Values: map[string]any{"flag": name}}
	}
	if _, rest, ok := strings.Cut(message, " for flag -"); ok {
		name, _, _ := strings.Cut(rest, ":")
		word, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(message, "invalid value "), "invalid boolean value "), " for flag")
		return strict.Part{Kind: "flag/unreadable", Values: map[string]any{"flag": name, "value": word}}
	}
	return err
}

func (f *Flags) unknown(name string) error {
	var known []string
	f.Set.VisitAll(func(g *flag.Flag) { known = append(known, g.Name) })
	if meant := lang.Nearest(name, known); meant != "" {
		return strict.Part{Kind: "flag/unknown-meant", Values: map[string]any{"flag": name, "meant": meant}}
	}
	return strict.Part{Kind: "flag/unknown", Values: map[string]any{"flag": name}}
}

func (f *Flags) help() {
	words, name := drejebog.BuiltInWords(), f.Set.Name()
	usage := words.Say("flag/usage", lang.Args{"program": lang.Both(name), "arguments": f.args})
	fmt.Fprintf(f.stdout, "%s\n\n%s\n", words.Key("usage", name, lang.Args{"program": lang.Both(name)}).In(f.Lang), usage.In(f.Lang))
	widest := 8
	f.Set.VisitAll(func(g *flag.Flag) { widest = max(widest, len(g.Name)) })
	f.Set.VisitAll(func(g *flag.Flag) { fmt.Fprintf(f.stdout, "  -%-*s %s\n", widest, g.Name, f.useOf(words, g)) })
	codes := words.Say("flag/exit-codes", lang.Args{"fine": lang.Whole(Fine), "findings": lang.Whole(Findings), "bad": lang.Whole(BadInput)})
	fmt.Fprintf(f.stdout, "\n%s\n", codes.In(f.Lang))
}

// useOf is what a flag is for.
func (f *Flags) useOf(words *lang.Catalogue, g *flag.Flag) string {
	if g.Usage != "" {
		return g.Usage
	}
	own := f.Set.Name() + "-" + g.Name
	if !words.Has("flag-use/" + own) {
		own = g.Name
	}
	return words.Key("flag-use", own, nil).In(f.Lang)
}

// Fail writes one line to stderr and returns the exit code of bad input.
func (f *Flags) Fail(message lang.Text) int {
	fmt.Fprintf(f.stderr, "%s: %s\n", f.Set.Name(), lang.OneLine(message.In(f.Lang)))
	return BadInput
}

// FailError is Fail for an error, by the words of its fault.
func (f *Flags) FailError(err error) int {
	message := drejebog.BuiltInWords().Of(err)
	if seeds, ok := errors.AsType[*drejebog.SeedError](err); ok {
		message = seeds.Told()
	}
	return f.Fail(message)
}

// Given reports whether the flag stood among the arguments.
func (f *Flags) Given(name string) bool {
	given := false
	f.Set.Visit(func(g *flag.Flag) { given = given || g.Name == name })
	return given
}

// Tell writes one line to stderr.
func (f *Flags) Tell(message lang.Text) { fmt.Fprintln(f.stderr, lang.OneLine(message.In(f.Lang))) }

// Report writes findings to stderr, one on a line with its place; before the first,
// how many values of the plans are not used.
func (f *Flags) Report(findings []drejebog.Finding) {
	if f.leftOut > 0 && !f.warned {
		fmt.Fprintln(f.stderr, f.leftOutSaid().In(f.Lang))
		f.warned = true
	}
	for _, finding := range findings {
		place := ""
		if finding.Place.File != "" {
			place = finding.Place.String() + ": "
		}
		fmt.Fprintln(f.stderr, lang.OneLine(place+finding.Says().In(f.Lang)))
	}
}

// ReportFaults writes what is wrong with a file to stderr, one on a line with
// its place.
func (f *Flags) ReportFaults(faults []strict.Fault) {
	for _, fault := range faults {
		says := drejebog.BuiltInWords().Of(fault)
		fmt.Fprintln(f.stderr, lang.OneLine(fault.Place().String()+": "+says.In(f.Lang)))
	}
}

// Write renders a result whole before any of it is written, to stdout or to
// the file of -o, and returns the exit code.
func (f *Flags) Write(render func(w io.Writer) error) int {
	if slices.ContainsFunc(f.plans, func(name string) bool { return isSame(name, f.Out) }) {
		return f.Fail(drejebog.BuiltInWords().Say("flag/over-plan", lang.Args{"file": lang.Both(f.Out)}))
	}
	return f.WritePlan(render)
}

// WritePlan writes a plan, as Write does, in the place of the one that was read too.
func (f *Flags) WritePlan(render func(w io.Writer) error) int {
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
	if err := replace(f.Out, buffer.Bytes()); err != nil {
		return f.FailError(err)
	}
	return Fine
}

// WriteJSON writes the documented form of a value, as Write does.
func (f *Flags) WriteJSON(value any) int {
	return f.Write(func(w io.Writer) error { return form.Write(w, value) })
}
