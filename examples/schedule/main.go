// Schedule puts a file of Microsoft Project XML, anybody's, through the engine: when
// each task begins and ends, early and late, with its floats and what drives it, and
// the paths that are critical.
//
//	go run ./examples/schedule [-options microsoft|primavera] [-compare] [-format text|json|csv|html] [-table NAME] [-without-names] [-lang da|en] [-o FILE] FILE.xml
//
// With -compare the dates and floats that the file has stored stand beside those of
// the engine. What the engine finds odd, and what of the file it does not honour, is
// told. The exit code is 1 where a value of the file cannot be read or a stored one
// differs, 2 where nothing can be computed.
package main

import (
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// options are those of the programs whose rules the engine follows, by the word of
// -options.
var options = map[string]func() cpm.Options{"microsoft": cpm.MicrosoftProject, "primavera": cpm.Primavera}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("schedule", "text", "json", "csv", "html")
	flags.TakesTable()
	flags.TakesNames(false)
	words := drejebog.BuiltInWords()
	flags.TakesArguments(words.Say("flag/one-xml", nil))
	rules := flags.Set.String("options", "microsoft", "")
	compares := flags.Set.Bool("compare", false, "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	if options[*rules] == nil {
		return flags.FailError(cli.Choice("options", *rules, []string{"microsoft", "primavera"}))
	}
	if flags.Set.NArg() != 1 {
		return flags.Fail(words.Say("flag/one-file", nil))
	}
	name := flags.Set.Arg(0)
	file, err := cli.Open(name)
	if err != nil {
		return flags.FailError(err)
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	project, faults := mspdi.Read(name, file)
	flags.ReportFaults(faults)
	if flags.WithoutNames() {
		nameless(project, words.Say("common/person", nil).In(flags.Lang))
	}
	if len(project.Tasks) == 0 {
		return flags.Fail(words.Say("schedule/no-tasks", lang.Args{"file": lang.Both(name)}))
	}
	r, err := compute(project, options[*rules](), *compares)
	if err != nil {
		return flags.FailError(err)
	}
	code := cli.Fine
	if len(faults) > 0 || r.Compared != nil && r.Compared.Equal < r.Compared.Values {
		code = cli.Findings
	}
	if flags.Format == "json" {
		return max(code, flags.WriteJSON(r))
	}
	return max(code, flags.WriteDocument(tell(words, name, r), "tasks"))
}
