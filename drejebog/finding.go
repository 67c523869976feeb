package drejebog

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Severity says how bad a finding is. The zero value is invalid.
type Severity uint8

// The severities, from the mildest.
const (
	SeverityNote    Severity = iota + 1 // worth knowing: an expectation missed, nothing stated
	SeverityWarning                     // should be put right
	SeverityError                       // a deadline or a rule is broken, or the input cannot stand
)

var severityNames = [...]string{SeverityNote: "note", SeverityWarning: "warning", SeverityError: "error"}

// String returns "note", "warning" or "error".
func (s Severity) String() string { return strict.NameOf(s, severityNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "note", "warning" or "error".
func (s *Severity) UnmarshalText(text []byte) error {
	return strict.ReadName(s, text, severityNames[:])
}

// FindingRule is a row of the list of findings: its code is permanent,
// retired when no longer used, never used again for something else.
type FindingRule struct {
	Code     string    `yaml:"code,required"` // "DB-…"
	Severity Severity  `yaml:"severity,required"`
	Since    string    `yaml:"since,required"` // version of the module's list
	Retired  bool      `yaml:"retired"`
	Text     lang.Text `yaml:"text,required"`   // with {places}
	Remedy   lang.Text `yaml:"remedy,required"` // what to do, with {places}
	Covers   string    `yaml:"covers"`          // code of a finding that is not told beside this one, when it is about the {id} of this one
	Several  *Several  `yaml:"several"`         // how several of one cause are told as one; nil where each is told
}

// Finding is one thing that somebody should know or mend.
type Finding struct {
	Code     string
	Severity Severity
	Subject  string // id of the task, milestone or key that it is about
	Task     string // the same where it is a task or a milestone, or ""
	Project  string // id of its project, or ""
	Actor    string // id of the party that must act
	Date     *date.Date
	Section  string // of the playbook, or ""
	Place    strict.Place
	Data     lang.Args // what fills the places of its texts
	Text     lang.Text
	Remedy   lang.Text
	Cause    error // of the reader that a file comes from, as errors.As finds it; nil for all else
}

// MarshalJSON is the finding's form, the same in every result.
func (f Finding) MarshalJSON() ([]byte, error) { return form.JSON(f) }

// Form has the parts of the finding's place beside its own: file, line and
// column, or sheet and cell.
func (f Finding) Form() any {
	return struct {
		Code     string         `json:"code" form:"set"`
		Severity Severity       `json:"severity" form:"set"`
		Subject  string         `json:"subject"`
		Task     string         `json:"task"`
		Project  string         `json:"project"`
		Actor    string         `json:"actor"`
		Date     *date.Date     `json:"date"`
		Section  string         `json:"section"`
		Data     map[string]any `json:"data"`
		Text     lang.Text      `json:"text"`
		Remedy   lang.Text      `json:"remedy"`
		PlaceForm
	}{f.Code, f.Severity, f.Subject, f.Task, f.Project, f.Actor, f.Date, f.Section, dataForm(f.Data), f.Text, f.Remedy, PlaceFormOf(f.Place)}
}

// PlaceForm is where in a file something stands: file, line and column, or sheet
// and cell.
type PlaceForm struct {
	File   string `json:"file"`
	Line   *int   `json:"line"`
	Column *int   `json:"column"`
	Sheet  string `json:"sheet"`
	Cell   string `json:"cell"`
}

// PlaceFormOf is the form of a place, without keys for the zero place.
func PlaceFormOf(p strict.Place) PlaceForm {
	f := PlaceForm{File: p.File, Sheet: p.Sheet}
	if p.Line > 0 {
		f.Line, f.Column = &p.Line, &p.Column
	}
	if p.Sheet != "" && p.Line > 0 {
		f.Cell = strict.CellName(p.Line, p.Column)
	}
	return f
}

// dataForm is what fills the places of texts: numbers and days as such, a word
// that is the same in both languages once.
func dataForm(args lang.Args) map[string]any {
	data := make(map[string]any, len(args))
	for place, value := range args {
		if told, ok := value.(interface{ Text() lang.Text }); ok {
			value = told.Text()
		}
		data[place] = value
		if t, ok := value.(lang.Text); ok && t.DA == t.EN {
			data[place] = t.DA
		}
	}
	return data
}

// Finding makes the finding of a rule, with the places of its texts filled.
func (b *Playbook) Finding(code string, args lang.Args) Finding {
	rule := b.findingRule(code)
	if rule == nil {
		return Finding{Code: code, Severity: SeverityError, Text: lang.Both(code)}
	}
	return Finding{Code: code, Severity: rule.Severity, Data: args, Text: rule.Text.Fill(args), Remedy: rule.Remedy.Fill(args)}
}

func (b *Playbook) findingRule(code string) *FindingRule {
	return find(b.FindingRules, func(r *FindingRule) bool { return r.Code == code })
}

// FaultFinding makes the finding of what is wrong with a file that the kommune
// handed in: a finding with the place {fault}, which is filled with a sentence.
func (b *Playbook) FaultFinding(code string, fault strict.Fault) Finding {
	says := b.Words.Of(fault)
	f := b.Finding(code, lang.Args{"fault": says.Ended()})
	f.Subject, f.Actor, f.Place = fault.Path, "kommune", fault.Place()
	return f
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

// Says is what a finding says and what to do.
func (f Finding) Says() lang.Text { return lang.Joined(" ", f.Text, f.Remedy) }

// WithSeverity returns the findings of a severity, in their order.
func WithSeverity(findings []Finding, severity Severity) []Finding {
	var list []Finding
	for i := range findings {
		if findings[i].Severity == severity {
			list = append(list, findings[i])
		}
	}
	return list
}

// SortFindings puts findings in the order in which they are told: the worst first, then by date with the
// undated last, then by place in the file, subject and code; what is alike in all
// of them stays as it was.
func SortFindings(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			-cmp.Compare(a.Severity, b.Severity),
			compareDates(a.Date, b.Date),
			cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Code, b.Code),
		)
	})
}

func compareDates(a, b *date.Date) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Compare(*a, *b)
}

// HasFault reports whether any of the findings has error severity.
func HasFault(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == SeverityError })
}
