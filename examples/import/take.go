package main

import (
	"bytes"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// take takes one file over into a plan, which may be new: XML from a planning
// program, or sheets. What cannot be read of it is left out and found. The error
// says that nothing was taken over.
func take(book *drejebog.Playbook, p *plan.Plan, name string, isNew bool) ([]drejebog.Finding, error) {
	if ending := strings.ToLower(filepath.Ext(name)); slices.Contains([]string{".yaml", ".yml", ".json"}, ending) {
		return nil, strict.Part{Kind: "flag/is-a-plan", Values: map[string]any{"file": name}}
	}
	file, err := cli.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	data, err := io.ReadAll(io.LimitReader(file, mspdi.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if isXML(data) {
		return takeProject(book, p, name, data, isNew)
	}
	return takeSheets(book, p, name, data)
}

// takeProject takes over a plan from a planning program. A file that breaks off is
// not taken over by half.
func takeProject(book *drejebog.Playbook, p *plan.Plan, name string, data []byte, isNew bool) ([]drejebog.Finding, error) {
	project, faults := mspdi.Read(name, bytes.NewReader(data))
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
	if len(project.Leaves()) == 0 {
		return findings, nothingRead(name, book.Words.Say("import/no-tasks", nil))
	}
	if !isNew {
		return append(findings, interchange.Into(book, p, project, name)...), nil
	}
	made, more := interchange.NewPlan(book, p.Kommune, project, name)
	made.AsOf = p.AsOf
	*p = *made
	return append(findings, more...), nil
}

// takeSheets takes over lists.
func takeSheets(book *drejebog.Playbook, p *plan.Plan, name string, data []byte) ([]drejebog.Finding, error) {
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

// text is a plan as it is written.
func text(p *plan.Plan) ([]byte, error) {
	var out bytes.Buffer
	err := p.Write(&out)
	return out.Bytes(), err
}

// isSame reports whether a plan is written as a text.
func isSame(p *plan.Plan, before []byte) bool {
	after, err := text(p)
	return err == nil && bytes.Equal(before, after)
}

// usable is a plan as far as it can be read again, and what is left out of it. The
// findings are placed by the keys of the plan: its file is not there yet.
func usable(book *drejebog.Playbook, p *plan.Plan) (*plan.Plan, []drejebog.Finding) {
	kept, findings := p.Usable(book)
	left := drejebog.WithSeverity(findings, drejebog.SeverityError)
	for i := range left {
		left[i].Place = strict.Place{File: left[i].Subject}
	}
	maps.DeleteFunc(kept.Tasks, func(_ string, t plan.Task) bool { return len(left) > 0 && t == plan.Task{} })
	if len(kept.Tasks) == 0 {
		kept.Tasks = nil
	}
	return kept, left
}
