// Import takes what a kommune keeps in other programs over into its plan: a
// plan in Microsoft Project (XML), and lists in Excel or CSV of the status of
// tasks, contracts, systems and answers to the requirements of readiness. And
// it writes the sheets to fill in.
//
//	go run ./examples/import [-kommune NAME|CODE] [-plan FILE] [-format yaml|json|xlsx|csv] [-lang da|en] [-o FILE] FILE…
//
// With -plan the files are taken over into that plan, else into an empty one. A plan in
// YAML is written as it stands in its file, with its comments and in its order, and
// what was taken over in its place: "import -plan p.yaml -o p.yaml FILE" changes
// nothing else. Of
// a file that the program timeline wrote, a plan takes over what has been changed
// since; an empty one takes all that the first file says.
// xlsx has a sheet each for tasks, contracts and readiness, csv the tasks only;
// without a FILE they are what the plan says already. What was not understood
// goes to stderr. Where a file has a fault nothing is written, and the exit code
// is 2.
package main

import (
	"encoding/json"
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("import", "yaml", "json", "xlsx", "csv")
	flags.TakesArguments(drejebog.BuiltInWords().Say("flag/files", nil))
	kommune := flags.ForOneKommune()
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	p, code := kommune.Read(book)
	if p == nil {
		return code
	}
	if _, err := book.Kommune(p.Kommune); err != nil {
		return flags.FailError(err)
	}
	if flags.LeftOut() {
		return cli.BadInput // what cannot be used would be lost when the plan is written; it is told
	}
	if flags.Set.NArg() == 0 && (flags.Format == "yaml" || flags.Format == "json") {
		return flags.Fail(book.Words.Say("flag/no-file", nil))
	}
	for i, name := range flags.Set.Args() {
		findings, err := take(book, p, name, i == 0 && !flags.Given("plan"))
		if err != nil {
			return flags.FailError(err)
		}
		flags.Report(findings)
		if drejebog.HasFault(findings) {
			return cli.BadInput
		}
	}
	return finish(book, p, flags)
}

// finish writes the plan, when it can be read again.
func finish(book *drejebog.Playbook, p *plan.Plan, flags *cli.Flags) int {
	findings, err := check(book, p)
	if err != nil {
		return flags.FailError(err)
	}
	if drejebog.HasFault(findings) {
		flags.Report(findings)
		return cli.BadInput
	}
	return flags.Write(func(w io.Writer) error {
		switch flags.Format {
		case "json":
			return p.WriteJSON(w)
		case "xlsx":
			return xlsx.Write(w, sheets.Write(book, p, flags.Lang)...)
		case "csv":
			return table.WriteCSV(w, &sheets.Write(book, p, flags.Lang)[0])
		}
		return writeYAML(w, p, flags)
	})
}

// writeYAML writes a plan as YAML: into the document that it was read from, where that
// is YAML, so that its comments and its order stay; one that cannot be changed in its
// place is written anew, which is told.
func writeYAML(w io.Writer, p *plan.Plan, flags *cli.Flags) error {
	if !flags.Given("plan") {
		return p.Write(w)
	}
	file := flags.Set.Lookup("plan").Value.String()
	document, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if json.Valid(document) {
		return p.Write(w)
	}
	text, err := p.Rewrite(document)
	if err != nil {
		flags.Tell(drejebog.BuiltInWords().Say("flag/written-anew", lang.Args{"file": lang.Both(file), "why": drejebog.BuiltInWords().Of(err)}))
		return p.Write(w)
	}
	_, err = w.Write(text)
	return err
}
