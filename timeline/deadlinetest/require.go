package deadlinetest

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// RequireMet reads the plan in a file, by the newest edition of the playbook,
// and ends the test where it cannot be read or does not meet its deadlines.
// It returns the schedule.
func RequireMet(t testing.TB, file string) *timeline.Schedule {
	t.Helper()
	book, err := drejebog.Load()
	if err != nil {
		t.Fatalf("the playbook cannot be loaded: %v", err)
		return nil
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatalf("the plan cannot be opened: %v", err)
		return nil
	}
	defer func() { _ = f.Close() }() // nothing was written
	p, findings := plan.Read(book, file, f)
	if p == nil {
		t.Fatalf("the plan %s cannot be read:%s", file, lines(book, findings))
		return nil
	}
	return RequirePlanMet(t, book, p)
}

// RequirePlanMet is RequireMet for a plan that is at hand; the test ends where
// plan.Check finds that it cannot be computed with.
func RequirePlanMet(t testing.TB, book *drejebog.Playbook, p *plan.Plan) *timeline.Schedule {
	t.Helper()
	if findings := plan.Check(book, p); drejebog.HasFault(findings) {
		t.Fatalf("the plan cannot be computed with:%s", lines(book, findings))
		return nil
	}
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		t.Fatalf("the plan cannot be computed: %v", err)
		return nil
	}
	if drejebog.HasFault(schedule.Findings) {
		t.Fatalf("the plan of %s does not meet its deadlines:%s", schedule.Kommune.Name, lines(book, schedule.Findings))
		return nil
	}
	return schedule
}

// lines lists the findings of error severity in English, one a line.
func lines(book *drejebog.Playbook, findings []drejebog.Finding) string {
	var out strings.Builder
	for i := range findings {
		f := &findings[i]
		if f.Severity != drejebog.SeverityError {
			continue
		}
		out.WriteString("\n  ")
		if f.Place.Line > 0 {
			out.WriteString(f.Place.File + ":" + strconv.Itoa(f.Place.Line) + ": ")
		}
		out.WriteString(f.Code + " " + f.Text.EN + " " + f.Remedy.EN)
		if party := book.Party(f.Actor); party != nil {
			out.WriteString(" Must act: " + party.Name.EN + ".")
		}
	}
	return out.String()
}
