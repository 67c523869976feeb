// Staffing prints a kommune's staffing plan: where time is short and of whom, what can be
// done about it and its price, and month by month what is needed of each person and role
// against what there is.
//
//	go run ./examples/staffing [-kommune NAME|CODE] [-plan FILE] [-asof DATE]
//	                           [-format text|html|svg|json|csv [-table NAME]] [-lang da|en] [-o FILE]
//	go run ./examples/staffing [-asof DATE] [-format text|html|json|csv [-table NAME]] [-lang da|en] [-o FILE] PLAN PLAN …
//	go run ./examples/staffing -plan FILE -apply [-o FILE]
//
// html has the load of those whom most is asked of as a picture, which svg is alone:
// columns by month stacked by project, what there is as a line, and what is above it in
// red. The hours are the estimate's and those that the plan states. Who there is only the plan
// can say (people, with roles, hours a week and days away). With -apply it writes the plan
// with the tasks that it says can be moved on their new days, into the document, so that
// comments and order stay; -o may name the plan itself.
//
// Of several plans it tells the people whom the kommuner share, those with the same id and
// the same name, with each of their hours once, when the go-lives come if nobody is hired,
// and then each kommune's own plan.
package main

import (
	"cmp"
	"context"
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("staffing", "text", "html", "json", "csv", "svg")
	flags.TakesTable()
	flags.TakesArguments(lang.Both("[PLAN …]"))
	kommune := flags.ForOneKommune()
	apply := flags.Set.Bool("apply", false, "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	if err := cmp.Or(flags.Belongs("apply", flags.Given("plan"), "-plan"), flags.Without("apply", "without-names")); err != nil {
		return flags.FailError(err)
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	if flags.Set.NArg() > 0 {
		return together(book, kommune, flags)
	}
	p, code := kommune.Read(book)
	if p == nil {
		return code
	}
	r, err := staffed(book, p)
	if err != nil {
		return flags.FailError(err)
	}
	s := r.Data.(*staffing.Staffing)
	if *apply {
		return flags.WritePlan(func(w io.Writer) error { return flags.WriteEdited(w, s.Smoothing.Apply) })
	}
	code = flags.WriteOf(&r)
	broken := drejebog.WithSeverity(s.Head().Findings, drejebog.SeverityError)
	if code != cli.Fine || len(broken) == 0 {
		return code
	}
	flags.Report(broken)
	return cli.Findings
}

// together writes the staffing of several plans, with the people whom they share.
func together(book *drejebog.Playbook, kommune *cli.OneKommune, flags *cli.Flags) int {
	if err := flags.WithoutPlans("kommune", "plan", "apply", "without-names"); err != nil {
		return flags.FailError(err)
	}
	if flags.Format == "svg" {
		return flags.Fail(book.Words.Say("flag/with-plans", lang.Args{"flag": lang.Both("format " + flags.Format)}))
	}
	read, code := kommune.ReadAll(book, flags.Set.Args())
	if read == nil {
		return code
	}
	var list []*staffing.Staffing
	var broken []drejebog.Finding
	for _, p := range read {
		r, err := staffed(book, p)
		if err != nil {
			return flags.FailError(err)
		}
		s := r.Data.(*staffing.Staffing)
		list = append(list, s)
		broken = append(broken, drejebog.WithSeverity(s.Head().Findings, drejebog.SeverityError)...)
	}
	all, err := staffing.Join(list...)
	if err != nil {
		return flags.FailError(err)
	}
	if len(all.Shared) > 0 {
		if all.Levelling, err = all.Level(context.Background(), 0); err != nil {
			return flags.FailError(err)
		}
	}
	code = flags.WriteResult(estimatereport.Together(all), all, "shared")
	if code != cli.Fine || len(broken) == 0 {
		return code
	}
	flags.Report(broken)
	return cli.Findings
}

func staffed(book *drejebog.Playbook, p *plan.Plan) (r results.Result, err error) {
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return r, err
	}
	est, err := results.Estimate(schedule)
	if err != nil {
		return r, err
	}
	return results.Staffing(est, true)
}
