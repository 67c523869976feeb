// Businesscase prints the business case of the monopoly's end for a kommune:
// what it pays today and will pay, what it saves over ten years in present
// value, when the money is back, what would change that, which add-ons to the
// old systems are worth their price, and how its benefits come along.
//
//	go run ./examples/businesscase [-kommune NAME|CODE] [-plan FILE] [-asof DATE]
//	                               [-format text|html|json|csv [-table NAME]] [-lang da|en] [-o FILE]
//
// What the kommune pays today only the plan can say (payment, on its contracts);
// without it the program says what is missing.
package main

import (
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("businesscase", "text", "html", "json", "csv")
	flags.TakesTable()
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
	told, err := businessCase(book, p)
	if err != nil {
		return flags.FailError(err)
	}
	code = flags.WriteOf(&told)
	broken := drejebog.WithSeverity(told.Data.(*businesscase.Case).Head().Findings, drejebog.SeverityError)
	if code != cli.Fine || len(broken) == 0 {
		return code
	}
	flags.Report(broken)
	return cli.Findings
}

func businessCase(book *drejebog.Playbook, p *plan.Plan) (told results.Result, err error) {
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return told, err
	}
	est, err := results.Estimate(schedule)
	if err != nil {
		return told, err
	}
	return results.BusinessCase(est)
}
