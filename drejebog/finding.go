package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/finding"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Finding is one thing that somebody should know or mend.
type Finding = finding.Finding

// FindingRule is a row of the list of findings.
type FindingRule = finding.Rule

// Severity says how bad a finding is. The zero value is invalid.
type Severity = finding.Severity

// The severities, from the mildest.
const (
	SeverityNote    = finding.Note
	SeverityWarning = finding.Warning
	SeverityError   = finding.Error
)

// WithSeverity returns the findings of a severity, in their order.
func WithSeverity(findings []Finding, severity Severity) []Finding {
	return finding.With(findings, severity)
}

// SortFindings puts findings in the order in which they are told, as finding.Sort does.
func SortFindings(findings []Finding) { finding.Sort(findings) }

// HasFault reports whether any of the findings has error severity.
func HasFault(findings []Finding) bool { return finding.HasFault(findings) }

// Finding makes the finding of a rule, with the places of its texts filled.
func (b *Playbook) Finding(code string, args lang.Args) Finding {
	return finding.Rules(b.FindingRules).Make(code, args)
}

// FaultFinding makes the finding of what is wrong with a file that the kommune
// handed in: a finding with the place {fault}, which is filled with a sentence.
func (b *Playbook) FaultFinding(code string, fault strict.Fault) Finding {
	says := b.Words.Of(fault)
	f := b.Finding(code, lang.Args{"fault": says.Ended()})
	f.Subject, f.Actor, f.Place = fault.Path, "kommune", fault.Place()
	return f
}

// Grouped returns findings for people: those of one cause as one, and without those that
// others cover (finding.Rules.Grouped).
func (b *Playbook) Grouped(findings []Finding) []Finding {
	if b == nil {
		return findings
	}
	return finding.Rules(b.FindingRules).Grouped(findings, b.Words)
}

// Told is a finding as a reader of a page meets it: what it says and what to do,
// with the playbook's section and the place in the file as far as there are any,
// "(afsnit 4.8, plan.yaml:12:5)". Where sections are told apart from it, leave
// out the Section.
func (b *Playbook) Told(f Finding) lang.Text {
	var section, place lang.Text
	if f.Section != "" {
		section = b.Words.Say("common/section", lang.Args{"section": lang.Both(f.Section)})
	}
	if f.Place.Line > 0 {
		place = lang.Both(f.Place.String())
	}
	return lang.Joined(" ", f.Says(), lang.Bracketed(section, place))
}
