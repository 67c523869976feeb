// Budget prints a budget estimate for a kommune: what the work costs in which
// budget year, what has to be decided by when, what is critical, and what
// cannot be estimated.
//
//	go run ./examples/budget [-kommune NAME|CODE] [-plan FILE] [-year Y] [-asof DATE]
//	                         [-prices YEAR|current] [-why LINE]
//	                         [-format text|json|csv] [-lang da|en] [-o FILE]
//
// -why explains the amounts of a task, a step or a section: 4.10/slutbrugere@sapa.
package main

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/dansk"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// midSize is the kommune that is shown when none is named: near the median of
// the 98 by population.
const midSize = "Frederikssund"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

var usage = drejebog.Text{
	DA: "budget skriver et budgetoverslag for en kommune.",
	EN: "budget writes a budget estimate for a kommune.",
}

// wanted is what the flags ask for.
type wanted struct {
	kommune string
	plan    string
	year    int        // 0: all years
	asOf    *date.Date // nil: the plan's or the newest edition's
	prices  estimate.Prices
	why     string // the line to explain, "" for the whole estimate
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("budget", usage, "text", "json", "csv")
	var want wanted
	flags.Set.StringVar(&want.kommune, "kommune", midSize, "navn eller kode / name or code")
	flags.Set.StringVar(&want.plan, "plan", "", "kommunens plan, en fil / the kommune's plan, a file")
	year := flags.Set.String("year", "", "kun dette budgetår / this budget year only")
	asOf := flags.Set.String("asof", "", "hvad man vidste den dag / what was known on that day, 2014-06-27")
	prices := flags.Set.String("prices", "", "priser fra et år, eller løbende / prices of a year, or current")
	flags.Set.StringVar(&want.why, "why", "", "forklar en linje / explain a line: 4.10/slutbrugere@sapa")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	if want.year, err = budgetYear(book, *year); err != nil {
		return flags.FailError(err)
	}
	if want.asOf, err = day(*asOf); err != nil {
		return flags.FailError(err)
	}
	if want.prices, err = priceLevel(*prices); err != nil {
		return flags.FailError(err)
	}
	p, code := want.read(book, flags)
	if p == nil {
		return code
	}
	return want.write(book, p, flags)
}

// read returns the plan to compute with: the file's, or one that only names
// the kommune. It returns nil when a message has been written.
func (want *wanted) read(book *drejebog.Playbook, flags *cli.Flags) (*plan.Plan, int) {
	p := plan.New(want.kommune)
	if want.plan != "" {
		file, err := os.Open(want.plan)
		if err != nil {
			return nil, flags.Fail(drejebog.Text{
				DA: fmt.Sprintf("planen %s kan ikke åbnes", want.plan), EN: fmt.Sprintf("the plan %s cannot be opened", want.plan),
			})
		}
		defer func() { _ = file.Close() }() // nothing was written to it
		var findings []drejebog.Finding
		if p, findings = plan.Read(book, want.plan, file); p == nil {
			flags.Report(findings)
			return nil, cli.BadInput
		}
		flags.Report(findings)
		if flags.Given("kommune") && !sameKommune(book, p.Kommune, want.kommune) {
			return nil, flags.Fail(drejebog.Text{
				DA: fmt.Sprintf("-kommune %s, men planen er for %s: vælg en af dem", want.kommune, p.Kommune),
				EN: fmt.Sprintf("-kommune %s, but the plan is of %s: choose one", want.kommune, p.Kommune),
			})
		}
	}
	if want.asOf != nil {
		p.AsOf = want.asOf
	}
	return p, cli.Fine
}

func sameKommune(book *drejebog.Playbook, a, b string) bool {
	first, err1 := book.Kommune(a)
	second, err2 := book.Kommune(b)
	return err1 == nil && err2 == nil && first.Code == second.Code
}

func (want *wanted) write(book *drejebog.Playbook, p *plan.Plan, flags *cli.Flags) int {
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return flags.FailError(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		return flags.FailError(err)
	}
	assumptions, err := estimate.Assume()
	if err != nil {
		return flags.FailError(err)
	}
	assumptions.Prices = want.prices
	est, err := assumptions.Compute(schedule, contributions)
	if err != nil {
		return flags.FailError(err)
	}
	if want.year != 0 {
		var any bool
		if est, any = est.InYear(want.year); !any {
			return flags.Fail(drejebog.Text{
				DA: fmt.Sprintf("-year %d: ingen opgaver falder i det år", want.year),
				EN: fmt.Sprintf("-year %d: no task falls in that year", want.year),
			})
		}
	}
	code := flags.Write(func(w io.Writer) error {
		if want.why != "" {
			return est.WriteExplanation(w, want.why, flags.Lang)
		}
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

// badFlag is a flag whose value cannot be used.
type badFlag struct{ drejebog.Text }

func (e *badFlag) Error() string  { return e.EN }
func (e *badFlag) Danish() string { return e.DA }

// budgetYear reads a year that the data has a budget process for; 0 for none.
func budgetYear(book *drejebog.Playbook, word string) (int, error) {
	if word == "" {
		return 0, nil
	}
	year, err := strconv.Atoi(word)
	if _, ok := book.BudgetYear(year); err != nil || !ok {
		first, last := book.BudgetYears[0].Year, book.BudgetYears[len(book.BudgetYears)-1].Year
		return 0, &badFlag{drejebog.Text{
			DA: fmt.Sprintf("-year %s: vælg et budgetår fra %d til %d", word, first, last),
			EN: fmt.Sprintf("-year %s: choose a budget year from %d to %d", word, first, last),
		}}
	}
	return year, nil
}

// priceLevel reads a year, or the word for each year's own prices.
func priceLevel(word string) (estimate.Prices, error) {
	switch word {
	case "":
		return estimate.Prices{}, nil
	case "current", "løbende":
		return estimate.Prices{Current: true}, nil
	}
	year, err := strconv.Atoi(word)
	if err != nil || year < 2000 || year > 2100 {
		return estimate.Prices{}, &badFlag{drejebog.Text{
			DA: fmt.Sprintf("-prices %s: skriv et år som 2015, eller løbende", word),
			EN: fmt.Sprintf("-prices %s: write a year such as 2015, or current", word),
		}}
	}
	return estimate.Prices{Level: year}, nil
}

// day reads a date as Danes or computers write it; nil for none.
func day(word string) (*date.Date, error) {
	if word == "" {
		return nil, nil
	}
	day, err := dansk.ParseDate(word)
	if err != nil {
		return nil, &badFlag{drejebog.Text{
			DA: fmt.Sprintf("-asof %s: skriv en dato som 2014-06-27 eller 27. juni 2014", word),
			EN: fmt.Sprintf("-asof %s: write a date such as 2014-06-27", word),
		}}
	}
	return &day, nil
}
