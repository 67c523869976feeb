// Budget prints a budget estimate for a kommune: what the work costs in which
// budget year, what has to be decided by when, what is critical, and what
// cannot be estimated.
//
//	go run ./examples/budget [-kommune NAME|CODE] [-plan FILE] [-year Y] [-asof DATE]
//	                         [-format text|json|csv] [-lang da|en] [-o FILE]
package main

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

var usage = drejebog.Text{
	DA: "budget skriver et budgetoverslag for en kommune.",
	EN: "budget writes a budget estimate for a kommune.",
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("budget", usage, "text", "json", "csv")
	kommune := flags.ForOneKommune()
	word := flags.Set.String("year", "", "kun dette budgetår / this budget year only")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	year, err := budgetYear(book, *word)
	if err != nil {
		return flags.FailError(err)
	}
	p, code := kommune.Read(book)
	if p == nil {
		return code
	}
	return write(book, p, year, flags)
}

func write(book *drejebog.Playbook, p *plan.Plan, year int, flags *cli.Flags) int {
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return flags.FailError(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		return flags.FailError(err)
	}
	est, err := estimate.Compute(schedule, contributions)
	if err != nil {
		return flags.FailError(err)
	}
	if year != 0 {
		var any bool
		if est, any = est.InYear(year); !any {
			return flags.Fail(drejebog.Text{
				DA: fmt.Sprintf("-year %d: ingen opgaver falder i det år", year),
				EN: fmt.Sprintf("-year %d: no task falls in that year", year),
			})
		}
	}
	code := flags.Write(func(w io.Writer) error {
		switch flags.Format {
		case "json":
			return est.WriteJSON(w)
		case "csv":
			return est.WriteCSV(w)
		}
		return est.WriteText(w, flags.Lang)
	})
	if code == cli.Fine && drejebog.HasFault(est.Findings) {
		return cli.Findings
	}
	return code
}

// budgetYear reads a year that the data has a budget process for; 0 for none.
func budgetYear(book *drejebog.Playbook, word string) (int, error) {
	if word == "" {
		return 0, nil
	}
	year, err := strconv.Atoi(word)
	if _, ok := book.BudgetYear(year); err != nil || !ok {
		first, last := book.BudgetYears[0].Year, book.BudgetYears[len(book.BudgetYears)-1].Year
		return 0, &cli.FlagError{Text: drejebog.Text{
			DA: fmt.Sprintf("-year %s: vælg et budgetår fra %d til %d", word, first, last),
			EN: fmt.Sprintf("-year %s: choose a budget year from %d to %d", word, first, last),
		}}
	}
	return year, nil
}
