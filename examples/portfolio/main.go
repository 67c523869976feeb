// Portfolio shows all 98 kommuner side by side: go-live, slack to the nearest
// hard date, broken deadlines and critical path. Kommuner without local data
// follow the playbook's own dates; they are marked and not ranked.
//
//	go run ./examples/portfolio [-plans FOLDER] [-list FILE …] [-format text|json|csv|html] [-table NAME] [-lang da|en] [-o FILE] [PLAN …]
//
// Since it is read by many, roles stand in the place of people's names, unless
// -without-names=false asks for them.
//
// Without plans it takes the sample plans and lists of requirements, which are made
// up. The exit code is 0 without broken deadlines, 1 with some, or with what cannot
// be used in a plan, 2 when a plan cannot be read; the others are shown all the same, where there are any.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := cli.New("portfolio", "text", "json", "csv", "html")
	flags.TakesTable()
	flags.TakesArguments(lang.Both("[PLAN …]"))
	folder := flags.Set.String("plans", "", "")
	flags.TakesNames(true)
	lists := flags.TakesLists()
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	read, err := readPlans(book, flags, *folder)
	switch {
	case err != nil:
		return flags.FailError(err)
	case read.unreadable && !read.any():
		return cli.BadInput
	}
	required, ok := lists.Read(book)
	if !ok {
		return cli.BadInput
	}
	if read.samples && !flags.Given("list") {
		required = sampleLists(book)
	}
	portfolio, err := compute(ctx, book, read, required, flags)
	if err != nil {
		return flags.FailError(err)
	}
	var code int
	if flags.Format == "json" {
		code = flags.WriteJSON(portfolio)
	} else {
		page := readinessreport.Portfolio(portfolio)
		if read.samples {
			page.Caution = book.Words.Say("portfolio/samples", nil)
		}
		code = flags.WriteDocument(page, readinessreport.All)
	}
	switch {
	case read.unreadable:
		return cli.BadInput
	case code == cli.Fine && portfolio.Broken():
		return cli.Findings
	}
	return code
}

// stopped is a computation that the user broke off.
type stopped struct{ error }

// Fault is the kind of what happened.
func (stopped) Fault() (kind string, values map[string]any) { return "flag/stopped", nil }

// compute computes every kommune, with a line of progress on a terminal.
func compute(ctx context.Context, book *drejebog.Playbook, read *plansRead, lists []requirements.List, flags *cli.Flags) (*status.Portfolio, error) {
	contributions, err := estimate.Reference()
	if err != nil {
		return nil, err
	}
	progress := flags.Progress(len(read.plans))
	all, err := status.All(ctx, book, read.plans, contributions, progress.Done, lists...)
	progress.Clear()
	switch {
	case context.Cause(ctx) != nil:
		return nil, stopped{err}
	case err != nil:
		return nil, err
	}
	return status.NewPortfolio(book, all), nil
}
