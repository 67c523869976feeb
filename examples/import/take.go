package main

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// take takes one file over into a plan, which may be new: XML from a planning
// program, or sheets.
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
		project, faults := mspdi.Read(name, bytes.NewReader(data))
		if len(faults) > 0 {
			return ofFaults(book, faults), nil
		}
		if !isNew {
			return interchange.Into(book, p, project, name), nil
		}
		made, findings := interchange.NewPlan(book, p.Kommune, project, name)
		made.AsOf = p.AsOf
		*p = *made
		return findings, nil
	}
	read, faults := xlsx.Read(name, bytes.NewReader(data))
	findings := sheets.Read(book, p, read, faults...)
	if len(faults) == 0 && count(findings, unknownSheet) == len(read) {
		return nil, strict.Part{Kind: "flag/nothing-read", Values: map[string]any{"file": name, "why": findings[0].Says()}}
	}
	return findings, nil
}

// unknownSheet is the code of a sheet of no known kind, which is not read.
const unknownSheet = "DB-609"

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

func ofFaults(book *drejebog.Playbook, faults []strict.Fault) []drejebog.Finding {
	findings := make([]drejebog.Finding, len(faults))
	for i := range faults {
		findings[i] = sheets.OfFault(book, faults[i])
	}
	return findings
}

// check reads the plan as it will be written. The findings name no place: the
// file is not there yet.
func check(book *drejebog.Playbook, p *plan.Plan) ([]drejebog.Finding, error) {
	var out bytes.Buffer
	if err := p.Write(&out); err != nil {
		return nil, err
	}
	_, findings := plan.Read(book, "", &out)
	for i := range findings {
		findings[i].Place = strict.Place{}
	}
	return findings, nil
}
