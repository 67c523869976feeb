package cli

import (
	"encoding/json"
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// TakesNames adds -without-names, which puts roles in the place of people's names in
// all that is written of the plans that are read.
func (f *Flags) TakesNames(without bool) {
	f.Set.BoolVar(&f.withoutNames, "without-names", without, "")
}

// WithoutNames reports whether roles are asked for in the place of people's names.
func (f *Flags) WithoutNames() bool { return f.withoutNames }

// Nameless is a plan that was read, with what was found with it, and roles in the place of
// names where the flags ask for that.
func (f *Flags) Nameless(book *drejebog.Playbook, p *plan.Plan, findings []drejebog.Finding) (*plan.Plan, []drejebog.Finding) {
	if p == nil || !f.withoutNames {
		return p, findings
	}
	return p.Nameless(book, f.Lang, findings...)
}

// ReadPlan reads a plan's file, seen from a day or, with nil, from its own. The
// plan is nil where nothing can be computed with it. What of it cannot be used is
// counted: it is told before all else. The error is an *OpenError.
func (f *Flags) ReadPlan(book *drejebog.Playbook, name string, asOf *date.Date) (*plan.Plan, []drejebog.Finding, error) {
	file, err := Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	f.plans = append(f.plans, name)
	var p *plan.Plan
	var findings []drejebog.Finding
	if asOf != nil {
		p, findings = plan.ReadAsOf(book, name, file, *asOf)
	} else {
		p, findings = plan.Read(book, name, file)
	}
	p, findings = f.Nameless(book, p, findings)
	if p != nil {
		f.leftOut += len(drejebog.WithSeverity(findings, drejebog.SeverityError))
	}
	return p, findings, nil
}

// LeftOut reports whether values of the plans are not used: to write such a plan
// again would lose them.
func (f *Flags) LeftOut() bool { return f.leftOut > 0 }

// leftOutSaid says how many values of the plans are not used; nothing where all
// are.
func (f *Flags) leftOutSaid() lang.Text {
	if f.leftOut == 0 {
		return lang.Text{}
	}
	return drejebog.BuiltInWords().Say("flag/left-out", lang.Args{"n": lang.Whole(f.leftOut)})
}

// WriteYAML writes a plan as YAML: into the document of the flag plan, where that is
// YAML, so that its comments and its order stay; one that cannot be changed in its
// place is written anew, which is told.
func (f *Flags) WriteYAML(w io.Writer, p *plan.Plan) error {
	if !f.Given("plan") || f.withoutNames {
		return p.Write(w) // comments may have names in them
	}
	file := f.Set.Lookup("plan").Value.String()
	document, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if json.Valid(document) {
		return p.Write(w)
	}
	text, err := p.Rewrite(document)
	if err != nil {
		f.Tell(drejebog.BuiltInWords().Say("flag/written-anew", lang.Args{"file": lang.Both(file), "why": drejebog.BuiltInWords().Of(err)}))
		return p.Write(w)
	}
	_, err = w.Write(text)
	return err
}

// WriteEdited writes the document of the flag plan as an edit leaves it.
func (f *Flags) WriteEdited(w io.Writer, edit func(document []byte) ([]byte, error)) error {
	document, err := os.ReadFile(f.Set.Lookup("plan").Value.String())
	if err != nil {
		return err
	}
	if document, err = edit(document); err != nil {
		return err
	}
	_, err = w.Write(document)
	return err
}
