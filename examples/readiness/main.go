// Readiness says whether a kommune can receive each of the new systems, and if
// not, what is missing, who must act and by when: the page that a steering group
// reads.
//
//	go run ./examples/readiness [-plan FILE | -kommune NAME|CODE] [-list FILE …] [-project P] [-asof DATE]
//	                            [-format text|json|csv] [-lang da|en] [-o FILE]
//
// A list holds KOMBIT's requirements of one project; without it the answer is
// that they are not published. The exit code is 0 without errors, 1 with
// findings of error severity or a no-go, 2 for bad input.
package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/dansk"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// midSize is the kommune that is shown when none is named: near the median of
// the 98 by population.
const midSize = "Frederikssund"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

var usage = drejebog.Text{
	DA: "readiness siger, om en kommune er klar til at modtage de nye systemer.",
	EN: "readiness says whether a kommune is ready to receive the new systems.",
}

// wanted is what the flags ask for.
type wanted struct {
	kommune, plan, project string
	lists                  []string
	asOf                   *date.Date // nil: the plan's or the newest edition's
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("readiness", usage, "text", "json", "csv")
	var want wanted
	flags.Set.StringVar(&want.kommune, "kommune", midSize, "navn eller kode / name or code")
	flags.Set.StringVar(&want.plan, "plan", "", "kommunens plan, en fil / the kommune's plan, a file")
	flags.Set.StringVar(&want.project, "project", "", "kun dette projekt / this project only: ky, ksd, sapa, stoettesystemerne")
	flags.Set.Func("list", "et projekts krav fra KOMBIT, en fil; kan gentages / a project's requirements, a file; may be repeated", func(name string) error {
		want.lists = append(want.lists, name)
		return nil
	})
	asOf := flags.Set.String("asof", "", "set fra den dag / seen from that day, 2015-10-09")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	if want.asOf, err = day(*asOf); err != nil {
		return flags.FailError(err)
	}
	assessment, code := want.assess(book, flags)
	if assessment == nil {
		return code
	}
	code = flags.Write(func(w io.Writer) error {
		switch flags.Format {
		case "json":
			return assessment.WriteJSON(w)
		case "csv":
			return assessment.WriteCSV(w)
		}
		return assessment.WriteText(w, flags.Lang)
	})
	noGo := slices.ContainsFunc(assessment.Projects, func(p readiness.Project) bool { return p.Verdict == readiness.NoGo })
	if code == cli.Fine && (noGo || drejebog.HasFault(assessment.Findings)) {
		return cli.Findings
	}
	return code
}

// assess reads the plan and the lists. It returns nil when a message has been
// written.
func (want *wanted) assess(book *drejebog.Playbook, flags *cli.Flags) (*readiness.Assessment, int) {
	p, code := want.readPlan(book, flags)
	if p == nil {
		return nil, code
	}
	lists, ok := want.readLists(book, flags)
	if !ok {
		return nil, cli.BadInput
	}
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return nil, flags.FailError(err)
	}
	assessment, err := readiness.Assess(schedule, lists...)
	if err != nil {
		return nil, flags.FailError(err)
	}
	if want.project == "" {
		return assessment, cli.Fine
	}
	ids := make([]string, len(assessment.Projects))
	for i := range assessment.Projects {
		ids[i] = assessment.Projects[i].ID
	}
	if !slices.Contains(ids, want.project) {
		return nil, flags.Fail(unknownProject(want.project, ids))
	}
	return assessment.Of(want.project), cli.Fine
}

func unknownProject(word string, ids []string) drejebog.Text {
	t := drejebog.Text{
		DA: fmt.Sprintf("-project %s: vælg mellem %s", word, strings.Join(ids, ", ")),
		EN: fmt.Sprintf("-project %s: choose one of %s", word, strings.Join(ids, ", ")),
	}
	if near := strict.Nearest(word, ids); near != "" {
		t.DA += " (mente du " + near + "?)"
		t.EN += " (did you mean " + near + "?)"
	}
	return t
}

// readPlan returns the plan: the file's, or one that only names the kommune.
func (want *wanted) readPlan(book *drejebog.Playbook, flags *cli.Flags) (*plan.Plan, int) {
	p := plan.New(want.kommune)
	if want.plan != "" {
		if flags.Given("kommune") {
			return nil, flags.Fail(drejebog.Text{DA: "vælg -plan eller -kommune: planen nævner selv kommunen", EN: "choose -plan or -kommune: the plan itself names the kommune"})
		}
		file, err := os.Open(want.plan)
		if err != nil {
			return nil, flags.Fail(drejebog.Text{
				DA: fmt.Sprintf("planen %s kan ikke åbnes", want.plan), EN: fmt.Sprintf("the plan %s cannot be opened", want.plan),
			})
		}
		defer func() { _ = file.Close() }() // nothing was written to it
		var findings []drejebog.Finding
		p, findings = plan.Read(book, want.plan, file)
		flags.Report(findings)
		if p == nil {
			return nil, cli.BadInput
		}
	}
	if want.asOf != nil {
		if p.DataDate != nil && *p.DataDate > *want.asOf {
			return nil, flags.Fail(drejebog.Text{
				DA: fmt.Sprintf("-asof %s ligger før planens statusdato %s: vælg en senere dag", want.asOf, p.DataDate),
				EN: fmt.Sprintf("-asof %s lies before the plan's data date %s: choose a later day", want.asOf, p.DataDate),
			})
		}
		p.AsOf = want.asOf
	}
	return p, cli.Fine
}

// readLists reads every list and reports all that is wrong in them.
func (want *wanted) readLists(book *drejebog.Playbook, flags *cli.Flags) (lists []readiness.List, ok bool) {
	ok = true
	for _, name := range want.lists {
		file, err := os.Open(name)
		if err != nil {
			flags.Fail(drejebog.Text{
				DA: fmt.Sprintf("kravlisten %s kan ikke åbnes", name), EN: fmt.Sprintf("the list %s cannot be opened", name),
			})
			return nil, false
		}
		list, findings := readiness.ReadList(book, name, file)
		_ = file.Close() // nothing was written to it
		flags.Report(findings)
		if list == nil {
			ok = false
			continue
		}
		lists = append(lists, *list)
	}
	return lists, ok
}

// badFlag is a flag whose value cannot be used.
type badFlag struct{ drejebog.Text }

func (e *badFlag) Error() string  { return e.EN }
func (e *badFlag) Danish() string { return e.DA }

// day reads a date as Danes or computers write it; nil for none.
func day(word string) (*date.Date, error) {
	if word == "" {
		return nil, nil
	}
	day, err := dansk.ParseDate(word)
	if err != nil {
		return nil, &badFlag{drejebog.Text{
			DA: fmt.Sprintf("-asof %s: skriv en dato som 2015-10-09 eller 9. oktober 2015", word),
			EN: fmt.Sprintf("-asof %s: write a date such as 2015-10-09", word),
		}}
	}
	return &day, nil
}
