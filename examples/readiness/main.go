// Readiness says whether a kommune can receive each of the new systems, and if
// not, what is missing, who must act and by when: the page that a steering group
// reads.
//
//	go run ./examples/readiness [-plan FILE | -kommune NAME|CODE] [-list FILE …] [-project P] [-asof DATE]
//	                            [-format text|json|csv|html] [-table NAME] [-lang da|en] [-o FILE]
//	go run ./examples/readiness [-list FILE …] PLAN …
//
// A list holds KOMBIT's requirements of one project, as YAML, CSV or Excel;
// without it the answer is that they are not published. With plans as arguments
// it puts all 98 kommuner side by side, with every error in plans and lists.
//
//	-template P        writes a list of requirements to begin with: YAML, or with -format csv|xlsx a sheet
//	-requirements      writes the requirements of the lists, to be handed out
//	-answers           writes the answers as a sheet to go on with (-format csv|xlsx)
//	-take FILE         reads such a sheet, and writes the plan with its answers in their place
//
// The exit code is 0 without errors, 1 with findings of error severity or where
// the kommune is behind, a no-go among it, 2 for bad input.
package main

import (
	"io"
	"os"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// program is one run of it.
type program struct {
	*cli.Flags
	book    *drejebog.Playbook
	kommune *cli.OneKommune

	lists        *cli.Lists
	project      string
	template     string // id of a project
	answers      bool
	requirements bool
	take         string // file
}

func run(args []string, stdout, stderr io.Writer) int {
	p := &program{Flags: cli.New("readiness", "text", "json", "csv", "html", "xlsx")}
	p.TakesTable()
	p.Binary("xlsx")
	p.TakesArguments(lang.Both("[PLAN …]"))
	p.kommune = p.ForOneKommune()
	p.lists = p.TakesLists()
	p.Set.StringVar(&p.project, "project", "", "")
	p.Set.StringVar(&p.template, "template", "", "")
	p.Set.BoolVar(&p.requirements, "requirements", false, "")
	p.Set.BoolVar(&p.answers, "answers", false, "")
	p.Set.StringVar(&p.take, "take", "", "")
	if code, ok := p.Parse(args, stdout, stderr); !ok {
		return code
	}
	var err error
	if p.book, err = drejebog.Load(); err != nil {
		return p.FailError(err)
	}
	for _, project := range []struct{ flag, id string }{{"project", p.project}, {"template", p.template}} {
		if err := p.knows(project.flag, project.id); err != nil {
			return p.FailError(err)
		}
	}
	code := p.asked()
	if code == cli.Fine && p.LeftOut() {
		return cli.Findings
	}
	return code
}

// asked does what the flags ask for.
func (p *program) asked() int {
	switch {
	case p.template != "":
		return p.writeTemplate()
	case p.requirements:
		return p.writeRequirements()
	case p.take != "":
		return p.takeAnswers()
	case p.Set.NArg() > 0:
		return p.overview()
	case p.answers:
		return p.writeAnswers()
	}
	return p.one()
}

// knows refuses the id of a project that readiness is not asked of.
func (p *program) knows(flag, id string) error {
	if id == "" && !p.Given(flag) {
		return nil
	}
	var ids []string
	for i := range p.book.Milestones {
		if m := &p.book.Milestones[i]; m.ConfirmsReadiness() {
			ids = append(ids, m.Projects...)
		}
	}
	if slices.Contains(ids, id) {
		return nil
	}
	return cli.Choice(flag, id, ids)
}

// one assesses one kommune.
func (p *program) one() int {
	if p.Format == "xlsx" {
		return p.Fail(p.book.Words.Say("flag/xlsx-belongs", nil))
	}
	assessment, code := p.assess()
	if assessment == nil {
		return code
	}
	if p.project != "" {
		assessment = assessment.Of(p.project)
	}
	if p.Format == "json" {
		code = p.WriteJSON(assessment)
	} else {
		code = p.WriteDocument(readinessreport.Assessment(assessment), readinessreport.Everything)
	}
	if code == cli.Fine && (assessment.Broken() || drejebog.HasFault(assessment.Findings)) {
		return cli.Findings
	}
	return code
}

// assess reads the plan and the lists and assesses them. It returns nil and the
// exit code when a message has been written.
func (p *program) assess() (*readiness.Assessment, int) {
	kommune, code := p.kommune.Read(p.book)
	if kommune == nil {
		return nil, code
	}
	if asOf := kommune.AsOf; p.Given("asof") && kommune.DataDate != nil && *kommune.DataDate > *asOf {
		return nil, p.Fail(p.book.Words.Say("flag/before-data-date", lang.Args{
			"value": lang.Both(asOf.String()), "day": lang.Day(*kommune.DataDate),
		}))
	}
	lists, ok := p.lists.Read(p.book)
	if !ok {
		return nil, cli.BadInput
	}
	assessment, err := assess(p.book, kommune, lists)
	if err != nil {
		return nil, p.FailError(err)
	}
	return assessment, cli.Fine
}

func assess(book *drejebog.Playbook, kommune *plan.Plan, lists []requirements.List) (*readiness.Assessment, error) {
	schedule, err := timeline.Compute(book, kommune)
	if err != nil {
		return nil, err
	}
	return readiness.Assess(schedule, lists...)
}
