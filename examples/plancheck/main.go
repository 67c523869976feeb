// Plancheck tells what every part finds in plans, dates, money and readiness:
// each finding once, with who must act, where it stands and what to do. And it
// starts a plan.
//
//	go run ./examples/plancheck [-list FILE …] [-format text|json|csv|html] [-lang da|en] [-o FILE] PLAN…
//	go run ./examples/plancheck -new KOMMUNE [-o FILE]
//
// With KOMBIT's lists of requirements the plan's answers are held against them.
// The exit code is 0 without errors, 1 with findings of error severity, 2 when
// a plan cannot be read or computed; the findings then say why. The dates of a
// finding are those of the schedule, its section the playbook's.
package main

import (
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/skeleton"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/internal/results"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("plancheck", "text", "json", "csv", "html")
	flags.TakesTable()
	flags.TakesArguments(lang.Both("PLAN …"))
	flags.TakesNames(false)
	lists := flags.TakesLists()
	kommune := flags.Set.String("new", "", "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	if flags.Given("new") {
		return begin(book, *kommune, flags)
	}
	if flags.Set.NArg() == 0 {
		return flags.Fail(book.Words.Say("flag/no-plan", nil))
	}
	required, ok := lists.Read(book)
	if !ok {
		return cli.BadInput
	}
	checked, err := checkAll(book, flags, flags.Set.Args(), required...)
	if err != nil {
		return flags.FailError(err)
	}
	told := results.Plancheck(checked)
	return max(flags.WriteResult(told.Document, told.Data, told.Main), worst(checked))
}

// begin writes a plan to begin with.
func begin(book *drejebog.Playbook, kommune string, flags *cli.Flags) int {
	if flags.Set.NArg() > 0 {
		return flags.Fail(book.Words.Say("flag/new-takes-one", lang.Args{"word": lang.Both(flags.Set.Arg(0))}))
	}
	if held, err := os.Stat(flags.Out); err == nil && held.Mode().IsRegular() && held.Size() > 0 {
		return flags.Fail(book.Words.Say("flag/new-over", lang.Args{"file": lang.Both(flags.Out)}))
	}
	return flags.Write(func(w io.Writer) error { return skeleton.Write(w, book, kommune) })
}
