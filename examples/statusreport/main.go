// Statusreport writes the monthly status report of a kommune's programme for its
// steering group, on one sheet of A4: lights with trends, milestones, decisions,
// money, people, risks, deviations, what the group is asked to decide, and what
// falls due until the next report.
//
//	go run ./examples/statusreport [-plan FILE | -kommune NAME|CODE] [-against FILE] [-list FILE …] [-asof DATE]
//	                               [-format text|html|json|csv [-table NAME]] [-lang da|en] [-o FILE]
//
// With -against it tells what has moved since the plan as it last was. Risks are the
// plan's; where it has none, the report says what has the least float.
//
// The exit code is 0 without errors, 1 with findings of error severity, 2 for bad input.
package main

import (
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("statusreport", "text", "html", "json", "csv")
	flags.TakesTable()
	kommune := flags.ForOneKommune()
	lists := flags.TakesLists()
	against := flags.Set.String("against", "", "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	now, code := kommune.Read(book)
	if now == nil {
		return code
	}
	var before *plan.Plan
	if flags.Given("against") {
		var findings []drejebog.Finding
		if before, findings, err = flags.ReadPlan(book, *against, nil); err != nil {
			return flags.FailError(err)
		}
		flags.Report(findings)
		if before == nil {
			return cli.BadInput
		}
		if of, other := kommuneOf(book, now), kommuneOf(book, before); of.Code != other.Code {
			return flags.FailError(strict.Part{Kind: "flag/against-other-kommune", Values: map[string]any{"value": other.Name, "kommune": of.Name}})
		}
	}
	required, ok := lists.Read(book)
	if !ok {
		return cli.BadInput
	}
	told, err := reported(book, now, before, required)
	if err != nil {
		return flags.FailError(err)
	}
	code = flags.WriteResult(told.Document, told.Data, told.Main)
	if code == cli.Fine && drejebog.HasFault(told.Data.(*steering.Report).Status.Findings) {
		return cli.Findings
	}
	return code
}

// kommuneOf is whom a plan is of; the zero value where nobody knows.
func kommuneOf(book *drejebog.Playbook, p *plan.Plan) drejebog.Kommune {
	kommune, _ := book.Kommune(p.Kommune) // what cannot be known has been told
	return kommune
}

// reported is the report of a plan, with trends against an earlier one where there is any.
func reported(book *drejebog.Playbook, now, before *plan.Plan, lists []requirements.List) (told results.Result, err error) {
	contributions, err := estimate.Reference()
	if err != nil {
		return told, err
	}
	sched, err := timeline.Compute(book, now)
	var earlier *timeline.Schedule
	if err == nil && before != nil {
		earlier, err = timeline.Compute(book, before)
	}
	if err != nil {
		return told, err
	}
	return results.Steering(sched, earlier, contributions, lists...)
}
