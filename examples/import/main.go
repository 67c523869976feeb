// Import takes what a kommune keeps in other programs over into its plan: a
// plan in Microsoft Project (XML), and lists in Excel or CSV of the status of
// tasks, contracts, systems and answers to the requirements of readiness. And
// it writes the sheets to fill in.
//
//	go run ./examples/import [-kommune NAME|CODE] [-plan FILE] [-strict] [-format yaml|json|xlsx|csv] [-lang da|en] [-o FILE] FILE…
//
// With -plan the files are taken over into that plan, else into an empty one. A plan in
// YAML is written as it stands in its file, with its comments and in its order, and
// what was taken over in its place: "import -plan p.yaml -o p.yaml FILE" changes
// nothing else. Of
// a file that the program timeline wrote, a plan takes over what has been changed
// since; an empty one takes all that the first file says.
// xlsx has a sheet each for tasks, contracts and readiness, csv the tasks only;
// without a FILE they are what the plan says already.
//
// What was not understood goes to stderr, with its place. A value that cannot be
// read, or that no plan can hold, is left out and the rest is taken over: the exit
// code is then 1. With -strict nothing is written, and it is 2. So it is where a
// file is none that the program reads, or nothing was read from it.
package main

import (
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/timeline/intake"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("import", "yaml", "json", "xlsx", "csv")
	flags.TakesArguments(drejebog.BuiltInWords().Say("flag/files", nil))
	kommune := flags.ForOneKommune()
	strictly := flags.Set.Bool("strict", false, "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	p, code := kommune.ReadWithNames(book)
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
	before, err := text(p)
	if err != nil {
		return flags.FailError(err)
	}
	var findings []drejebog.Finding
	for i, name := range flags.Set.Args() {
		more, err := take(book, p, name, i == 0 && !flags.Given("plan"))
		findings = append(findings, more...)
		if err != nil {
			_, findings = flags.Nameless(book, p, findings)
			flags.Report(findings)
			return flags.FailError(err)
		}
	}
	p, left := intake.Usable(book, p)
	bare, findings := flags.Nameless(book, p, append(findings, left...))
	if drejebog.HasFault(findings) && isSame(p, before) {
		flags.Report(findings)
		return flags.Fail(book.Words.Say("import/no-rows", nil))
	}
	return finish(book, bare, findings, *strictly, flags)
}

// finish tells what was found, first how much is left out, and writes the plan.
func finish(book *drejebog.Playbook, p *plan.Plan, findings []drejebog.Finding, strictly bool, flags *cli.Flags) int {
	code, errs := cli.Fine, drejebog.WithSeverity(findings, drejebog.SeverityError)
	if len(errs) > 0 {
		flags.Tell(book.Words.Say("import/left-out", lang.Args{"n": lang.Whole(len(errs))}))
		code = cli.Findings
	}
	flags.Report(findings)
	if strictly && (code != cli.Fine || len(drejebog.WithSeverity(findings, drejebog.SeverityWarning)) > 0) {
		return flags.Fail(book.Words.Say("import/strict", nil))
	}
	if !flags.Given("kommune") && !flags.Given("plan") {
		flags.Tell(book.Words.Say("import/nobodys", lang.Args{"kommune": lang.Both(p.Kommune)}))
	}
	return max(code, write(book, p, flags))
}

func write(book *drejebog.Playbook, p *plan.Plan, flags *cli.Flags) int {
	into := flags.Write
	if flags.Format == "yaml" || flags.Format == "json" {
		into = flags.WritePlan
	}
	return into(func(w io.Writer) error {
		if sheets := results.Named(results.Sheets(book, p), flags.Format); sheets != nil {
			return sheets.Write(w, flags.Lang)
		}
		if flags.Format == "json" {
			return p.WriteJSON(w)
		}
		return flags.WriteYAML(w, p)
	})
}
