package intake

import (
	"bytes"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// Into takes a file over into a plan: XML from a planning program, or sheets. What
// cannot be read of it is left out and found. The error says that nothing was taken
// over. The name is that of the file in findings.
func Into(book *drejebog.Playbook, p *plan.Plan, name string, data []byte) ([]drejebog.Finding, error) {
	if isXML(data) {
		return project(book, name, data, func(read *mspdi.Project) []drejebog.Finding {
			return interchange.Into(book, p, read, name)
		})
	}
	return lists(book, p, name, data)
}

// New is Into for a plan that says nothing yet but its kommune and the day that it is
// seen from: it takes over all that a planning program's file says, not only what has
// been changed in it since it was written.
func New(book *drejebog.Playbook, p *plan.Plan, name string, data []byte) ([]drejebog.Finding, error) {
	if !isXML(data) {
		return lists(book, p, name, data)
	}
	return project(book, name, data, func(read *mspdi.Project) []drejebog.Finding {
		made, findings := interchange.NewPlan(book, p.Kommune, read, name)
		made.AsOf = p.AsOf
		*p = *made
		return findings
	})
}

// project reads a plan of a planning program and takes it over. A file that breaks off
// is not taken over by half.
func project(book *drejebog.Playbook, name string, data []byte, takeOver func(*mspdi.Project) []drejebog.Finding) ([]drejebog.Finding, error) {
	read, faults := mspdi.Read(name, bytes.NewReader(data))
	var findings []drejebog.Finding
	for i := range faults {
		found := sheets.OfFault(book, faults[i])
		if faults[i].Kind != strict.KindBadValue {
			return append(findings, found), nothingRead(name, book.Words.Say("import/broken", nil))
		}
		if want, ok := faults[i].Want.(strict.Part); !ok || want.Kind != "mspdi/task-of-file" { // the plan's words for it are better
			findings = append(findings, found)
		}
	}
	if len(read.Leaves()) == 0 {
		return findings, nothingRead(name, book.Words.Say("import/no-tasks", nil))
	}
	return append(findings, takeOver(read)...), nil
}

// lists takes over sheets.
func lists(book *drejebog.Playbook, p *plan.Plan, name string, data []byte) ([]drejebog.Finding, error) {
	read, faults := xlsx.Read(name, bytes.NewReader(data))
	findings := sheets.Read(book, p, read, faults...)
	if len(faults) == 0 && count(findings, unknownSheet) == len(read) {
		return nil, nothingRead(name, findings[0].Says())
	}
	if len(read) == 0 {
		return findings, nothingRead(name, book.Words.Say("import/broken", nil))
	}
	if i := slices.IndexFunc(findings, func(f drejebog.Finding) bool { return f.Code == nothingSaid }); i >= 0 {
		why := findings[i].Says()
		return slices.Delete(findings, i, i+1), nothingRead(name, why)
	}
	return findings, nil
}

func nothingRead(name string, why lang.Text) error {
	return strict.Part{Kind: "flag/nothing-read", Values: map[string]any{"file": name, "why": why}}
}

// unknownSheet is the code of a sheet of no known kind, which is not read.
const unknownSheet = "DB-609"

// nothingSaid is the code of a file whose rows say nothing.
const nothingSaid = "DB-619"

func count(findings []drejebog.Finding, code string) int {
	n := 0
	for i := range findings {
		if findings[i].Code == code {
			n++
		}
	}
	return n
}

// isXML reports whether a file begins as XML does, in UTF-8 or in UTF-16, which
// has a zero byte beside each of these characters.
func isXML(data []byte) bool {
	for _, mark := range []string{"\uFEFF", "\xFF\xFE", "\xFE\xFF"} {
		data = bytes.TrimPrefix(data, []byte(mark))
	}
	return bytes.HasPrefix(bytes.TrimLeft(data, " \r\n\t\x00"), []byte("<"))
}

// Usable is a plan as far as it can be read again, and what is left out of it. The
// findings are placed where it was read or taken over from, else by the keys of the plan.
func Usable(book *drejebog.Playbook, p *plan.Plan) (*plan.Plan, []drejebog.Finding) {
	kept, findings := p.Usable(book)
	left := drejebog.WithSeverity(findings, drejebog.SeverityError)
	for i := range left {
		if left[i].Place.Line == 0 {
			left[i].Place = strict.Place{File: left[i].Subject}
		}
	}
	maps.DeleteFunc(kept.Tasks, func(_ string, t plan.Task) bool { return len(left) > 0 && t == plan.Task{} })
	if len(kept.Tasks) == 0 {
		kept.Tasks = nil
	}
	return kept, left
}
