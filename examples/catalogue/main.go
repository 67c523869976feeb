// Catalogue shows the playbook: its activities with windows, who does what
// and in which steps, as it stood in an edition, and what an edition brought;
// with a plan, what that touches in it.
//
//	go run ./examples/catalogue [-edition E] [-diff E [-plan FILE]] [-format text|json|csv|html] [-lang da|en] [-o FILE]
package main

import (
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/cataloguereport"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("catalogue", "text", "json", "csv", "html")
	number := flags.Set.String("edition", "", "")
	since := flags.Set.String("diff", "", "")
	planFile := flags.Set.String("plan", "", "")
	flags.TakesNames(false)
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err == nil && flags.Given("edition") {
		book, err = book.At(*number)
	}
	if err != nil {
		return flags.FailError(err)
	}
	old, err := before(book, *since, flags)
	if err != nil {
		return flags.FailError(err)
	}
	if flags.Given("plan") {
		return update(book, *planFile, *since, flags)
	}
	var differences []drejebog.Difference
	if old != nil {
		differences = drejebog.Diff(old, book)
	}
	if flags.Format == "json" {
		return flags.WriteJSON(drejebog.Catalogue{Book: book, Differences: differences})
	}
	if flags.Given("diff") {
		return flags.WriteDocument(cataloguereport.Since(book, differences), cataloguereport.News)
	}
	return flags.WriteDocument(cataloguereport.Catalogue(book), cataloguereport.Windows)
}

// before is the edition of -diff, which must not be newer than the one that is
// shown; nil without the flag.
func before(book *drejebog.Playbook, since string, flags *cli.Flags) (*drejebog.Playbook, error) {
	if !flags.Given("diff") {
		return nil, nil
	}
	old, err := book.At(since)
	if err == nil && old.Edition.Date > book.Edition.Date {
		return nil, strict.Part{Kind: "flag/newer-edition", Values: map[string]any{"value": since, "edition": book.Edition.Number}}
	}
	return old, err
}

// update writes what has come since an edition, as far as it touches a plan.
func update(book *drejebog.Playbook, file, since string, flags *cli.Flags) int {
	switch {
	case since == "":
		return flags.Fail(book.Words.Say("flag/plan-belongs-to-diff", nil))
	case flags.Format == "csv":
		return flags.Fail(book.Words.Say("flag/does-not-write", lang.Args{
			"flag": lang.Both("plan"), "format": lang.Both(flags.Format), "list": lang.Both("text, json, html"),
		}))
	}
	p, findings, err := flags.ReadPlan(book, file, nil)
	if err != nil {
		return flags.FailError(err)
	}
	flags.Report(drejebog.WithSeverity(findings, drejebog.SeverityError))
	if p == nil {
		return cli.BadInput
	}
	changed, err := compare.Since(book, p, since)
	if err != nil {
		return flags.FailError(err)
	}
	code := cli.Fine
	if drejebog.HasFault(findings) {
		code = cli.Findings
	}
	if flags.Format == "json" {
		return max(code, flags.WriteJSON(changed))
	}
	return max(code, flags.WriteDocument(timelinereport.Update(changed), ""))
}
