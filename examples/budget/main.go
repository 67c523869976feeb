// Budget prints a budget estimate for a kommune: what the work costs in which
// budget year, what has to be decided by when, what is critical, and what
// cannot be estimated.
//
//	go run ./examples/budget [-kommune NAME|CODE] [-plan FILE] [-year Y] [-asof DATE]
//	                         [-prices YEAR|current] [-why LINE] [-inputs]
//	                         [-template FILE] [-figures FILE]
//	                         [-format text|html|page|json|csv|xlsx] [-table NAME]
//	                         [-lang da|en] [-o FILE]
//	                         [-against FILE | -request | -uncertainty [-seed N] | -risk [-seed N] | -yardsticks]
//
// -why explains the amounts of a task, a step or a section: 4.10/slutbrugere@sapa.
// -template writes a sheet, Excel or CSV by the file's name, to type KOMBIT's and
// the kommune's own figures into; -figures reads it back.
// -inputs adds the inputs that would change the answer most to JSON and to the
// tables of csv; text and html have them anyway.
// -request is the budget request on one A4 sheet, in the place of the estimate;
// so is the format page. csv holds the lines, or another
// table: budgetYears, byProject, byProjectHours, byRole, byRoleHours, running (what is
// paid by system and year), runningByYear, adjustments, inputs.
// With -against it tells whose new money stands in another budget year than by an earlier
// plan. With -yardsticks it sums all kommuner and holds them against public figures, in the
// place of the estimate; csv holds yardsticks, or another table: years, sizes.
// With -uncertainty it prints how far the estimate may miss, and what to split
// next, instead; with -risk how sure its dates and its money are together.
//
// xlsx is an Excel model with live formulas; on a terminal it needs -o.
package main

import (
	"cmp"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// wanted is what the flags ask for.
type wanted struct {
	year    int // 0: all years
	prices  estimate.Prices
	why     string // the line to explain, "" for the whole estimate
	against string // file of an earlier plan to tell the difference to, "" for none

	template string // file to write the template to, "" for none
	figures  string // file to read figures from, "" for none

	request     bool // the request to the budget in the place of the estimate
	inputs      bool // also those that change the answer most
	uncertainty bool
	risk        bool
	yardsticks  bool // all kommuner in the place of one
	seed        uint64
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("budget", "text", "html", "page", "json", "csv", "xlsx")
	flags.TakesTable()
	flags.Binary("xlsx")
	var want wanted
	kommune := flags.ForOneKommune()
	year := flags.Set.String("year", "", "")
	prices := flags.Set.String("prices", "", "")
	flags.Set.StringVar(&want.why, "why", "", "")
	flags.Set.StringVar(&want.template, "template", "", "")
	flags.Set.StringVar(&want.figures, "figures", "", "")
	flags.Set.StringVar(&want.against, "against", "", "")
	flags.Set.BoolVar(&want.inputs, "inputs", false, "")
	flags.Set.BoolVar(&want.request, "request", false, "")
	flags.Set.BoolVar(&want.uncertainty, "uncertainty", false, "")
	flags.Set.BoolVar(&want.risk, "risk", false, "")
	flags.Set.BoolVar(&want.yardsticks, "yardsticks", false, "")
	seed := flags.Set.String("seed", "1", "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	if err := want.agree(flags); err != nil {
		return flags.FailError(err)
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	if want.year, err = budgetYear(book, *year); err != nil {
		return flags.FailError(err)
	}
	if want.seed, err = cli.Seed(*seed); err != nil {
		return flags.FailError(err)
	}
	if want.prices, err = priceLevel(*prices); err != nil {
		return flags.FailError(err)
	}
	if want.yardsticks {
		return writeYardsticks(book, want.prices, flags)
	}
	p, code := kommune.Read(book)
	if p == nil {
		return code
	}
	est, code := want.compute(book, p, flags)
	if est == nil {
		return code
	}
	return want.write(book, est, flags)
}

// agree returns the fault of flags that do not belong together.
func (want *wanted) agree(flags *cli.Flags) error {
	inputs := (flags.Format == "json" || flags.Format == "csv") && !flags.Given("why") && !flags.Given("against") && !want.request && !want.uncertainty && !want.risk
	return cmp.Or(
		flags.Alone("template", "why", "against", "request", "uncertainty", "risk"),
		flags.Without("template", "format", "table", "inputs", "year", "o"),
		flags.Without("why", "year"),
		flags.Without("risk", "year"),
		flags.Without("against", "year"),
		flags.Alone("yardsticks", "template", "why", "against", "request", "uncertainty", "risk"),
		flags.Without("yardsticks", "kommune", "plan", "asof", "year", "figures", "inputs"),
		flags.Belongs("seed", want.uncertainty || want.risk, "-uncertainty, -risk"),
		flags.Belongs("inputs", inputs, "-format json, csv"),
		templateFile(want.template),
	)
}

// compute estimates the plan, with the figures that were handed in; nil, with
// the exit code, when messages have been written.
func (want *wanted) compute(book *drejebog.Playbook, p *plan.Plan, flags *cli.Flags) (*estimate.Estimate, int) {
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return nil, flags.FailError(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		return nil, flags.FailError(err)
	}
	assumptions, err := estimate.Assume()
	if err != nil {
		return nil, flags.FailError(err)
	}
	assumptions.Prices = want.prices
	est, err := assumptions.Compute(schedule, contributions)
	if err == nil && want.figures != "" {
		var code int
		if assumptions.Figures, code = readFigures(est, want.figures, flags); code != cli.Fine {
			return nil, code
		}
		est, err = assumptions.Compute(schedule, contributions)
	}
	if err != nil {
		return nil, flags.FailError(err)
	}
	if want.year == 0 {
		return est, cli.Fine
	}
	only, any := est.InYear(want.year)
	if !any {
		message := book.Words.Say("flag/empty-year", lang.Args{"year": lang.Plain(want.year)})
		return nil, flags.Fail(lang.Joined(". ", message, est.UndatedText()))
	}
	return only, cli.Fine
}

// write writes what is wanted of an estimate, and to stderr what is to be
// mended in what it was computed from.
func (want *wanted) write(book *drejebog.Playbook, est *estimate.Estimate, flags *cli.Flags) int {
	if want.template != "" {
		return writeTemplate(est, want.template, flags)
	}
	code := want.result(book, est, flags)
	if code != cli.Fine {
		return code
	}
	broken := drejebog.WithSeverity(est.Schedule().Findings, drejebog.SeverityError)
	flags.Report(append(broken, est.ToMend()...))
	if len(broken) > 0 || drejebog.HasFault(est.Findings) {
		return cli.Findings
	}
	return cli.Fine
}

func (want *wanted) result(book *drejebog.Playbook, est *estimate.Estimate, flags *cli.Flags) int {
	if part, formats := want.part(); part != "" && !slices.Contains(formats, flags.Format) {
		return flags.Fail(book.Words.Say("flag/does-not-write", lang.Args{
			"flag": lang.Both(part), "format": lang.Both(flags.Format), "list": lang.Both(strings.Join(formats, ", ")),
		}))
	}
	switch {
	case want.uncertainty:
		return writeUncertainty(est, want.seed, flags)
	case want.risk:
		return flags.WriteJoint(est, want.seed)
	case want.why != "":
		return explain(est, want.why, flags)
	case want.against != "":
		return want.writeAgainst(book, est, flags)
	case want.request || flags.Format == "page":
		return writeRequest(est, flags)
	}
	return want.estimate(est, flags)
}

// part is the flag that asks for something in the place of the estimate, with
// the formats that this can have; "" for none.
func (want *wanted) part() (flag string, formats []string) {
	switch {
	case want.uncertainty:
		return "uncertainty", []string{"text", "html", "json", "csv"}
	case want.risk:
		return "risk", []string{"text", "html", "json", "csv"}
	case want.why != "":
		return "why", []string{"text", "html"}
	case want.against != "":
		return "against", []string{"text", "html", "json", "csv"}
	case want.request:
		return "request", []string{"text", "html", "page", "json", "csv"}
	}
	return "", nil
}

// estimate writes the estimate itself. Whom it is told to learns which inputs
// matter; a program has to ask, since that takes longer than all else.
func (want *wanted) estimate(est *estimate.Estimate, flags *cli.Flags) int {
	told, err := results.Budget(est, want.inputs || flags.Format == "text" || flags.Format == "html")
	if err != nil {
		return flags.FailError(err)
	}
	return flags.WriteOf(&told)
}

// writeRequest writes the request to the budget in the place of the estimate.
func writeRequest(est *estimate.Estimate, flags *cli.Flags) int {
	r, err := request.Of(est)
	if err != nil {
		return flags.FailError(err)
	}
	if flags.Format == "json" {
		return flags.WriteJSON(r)
	}
	return flags.WriteDocument(estimatereport.Request(r), "years")
}

// explain writes how the amounts of a line came about.
func explain(est *estimate.Estimate, what string, flags *cli.Flags) int {
	explanation, err := estimatereport.Explanation(est, what)
	if err != nil {
		return flags.FailError(err)
	}
	return flags.WriteDocument(explanation, "")
}

// budgetYear reads a year that the data has a budget process for; 0 for none.
func budgetYear(book *drejebog.Playbook, word string) (int, error) {
	if word == "" {
		return 0, nil
	}
	year, err := strconv.Atoi(word)
	if _, ok := book.BudgetYear(year); err != nil || !ok {
		first, last := book.BudgetYears[0].Year, book.BudgetYears[len(book.BudgetYears)-1].Year
		return 0, strict.Part{Kind: "flag/year", Values: map[string]any{
			"value": word, "first": lang.Plain(first), "last": lang.Plain(last),
		}}
	}
	return year, nil
}

// priceLevel reads a year, or the word for each year's own prices.
func priceLevel(word string) (estimate.Prices, error) {
	current := drejebog.BuiltInWords().Say("flag/current-prices", nil)
	switch word {
	case "":
		return estimate.Prices{}, nil
	case current.DA, current.EN:
		return estimate.Prices{Current: true}, nil
	}
	year, err := strconv.Atoi(word)
	if err != nil || year < 2000 || year > 2100 {
		return estimate.Prices{}, strict.Part{Kind: "flag/prices", Values: map[string]any{"value": word}}
	}
	return estimate.Prices{Level: year}, nil
}
