package finding

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

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

// Says is what a finding says and what to do.
func (f Finding) Says() lang.Text { return lang.Joined(" ", f.Text, f.Remedy) }

// With returns the findings of a severity, in their order.
func With(findings []Finding, severity Severity) []Finding {
	var list []Finding
	for i := range findings {
		if findings[i].Severity == severity {
			list = append(list, findings[i])
		}
	}
	return list
}

// Sort puts findings in the order in which they are told: the worst first, then by date with the
// undated last, then by place in the file, subject and code; what is alike in all
// of them stays as it was.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			-cmp.Compare(a.Severity, b.Severity),
			lang.CompareDays(a.Date, b.Date),
			cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Code, b.Code),
		)
	})
}

// HasFault reports whether any of the findings has error severity.
func HasFault(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == Error })
}
