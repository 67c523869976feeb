package results

import (
	"io"
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/estimate/workbook"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
)

// Form is a form that a result is written in.
type Form struct {
	Name   string // the word of -format
	Ending string // of the name of a file
	Write  func(w io.Writer, language lang.Lang) error
}

// Forms are all that a result can be written in.
func (r *Result) Forms() []Form {
	return append([]Form{
		{"html", ".html", r.Document.WriteHTML},
		{"text", ".txt", func(w io.Writer, language lang.Lang) error { return r.Told().WriteText(w, language) }},
		{"csv", ".csv", r.csv},
		{"json", ".json", func(w io.Writer, _ lang.Lang) error { return form.Write(w, r.Data) }},
	}, r.Own...)
}

// Told is the document without its pictures, for a form that has none: what they show in
// words is told beside them.
func (r *Result) Told() *document.Document {
	told := *r.Document
	told.Blocks = slices.DeleteFunc(slices.Clone(told.Blocks), func(b document.Block) bool {
		_, isPicture := b.(document.Picture)
		return isPicture
	})
	return &told
}

func (r *Result) csv(w io.Writer, language lang.Lang) error {
	sheet := r.Document.Table(r.Main)
	if sheet == nil {
		sheet = new(table.Sheet) // there is nothing to tell
	}
	return table.WriteCSV(w, sheet.In(language))
}

// timelineForms are those of a schedule's own; a calendar has the stamp.
func timelineForms(s *timeline.Schedule, stamp time.Time) []Form {
	return []Form{
		{"svg", ".svg", func(w io.Writer, language lang.Lang) error { return gantt.WriteSVG(w, s, nil, language) }},
		{"overview", "-overview.svg", func(w io.Writer, language lang.Lang) error { return gantt.WriteOverview(w, s, language) }},
		{"gantt", "-gantt.html", func(w io.Writer, language lang.Lang) error {
			est, err := Estimate(s)
			if err != nil {
				return err
			}
			money := func(id string) *document.Document { return estimatereport.Cost(est, id) }
			return gantt.WriteHTML(w, s, nil, gantt.Told{Why: timelinereport.Explanation, Money: money}, language)
		}},
		{"ics", ".ics", func(w io.Writer, language lang.Lang) error { return ical.Write(w, s, nil, stamp, language) }},
		{"mspdi", ".xml", func(w io.Writer, language lang.Lang) error {
			est, err := Estimate(s)
			if err != nil {
				return err
			}
			return writeProject(w, est, language)
		}},
	}
}

// writeProject writes a schedule for Microsoft Project, with the hours of its estimate as
// work of its roles.
func writeProject(w io.Writer, est *estimate.Estimate, language lang.Lang) error {
	var work []interchange.Work
	for i := range est.Cells {
		if c := &est.Cells[i]; c.Kind != estimate.External && c.Role != "" {
			work = append(work, interchange.Work{Task: c.Task, Who: c.Role, Hours: c.Hours})
		}
	}
	return interchange.FromSchedule(est.Schedule(), language, work...).Write(w)
}

func budgetForms(est *estimate.Estimate) []Form {
	return []Form{
		{"page", "-page.html", func(w io.Writer, language lang.Lang) error {
			r, err := request.Of(est)
			if err != nil {
				return err
			}
			return estimatereport.Request(r).WriteHTML(w, language)
		}},
		{"xlsx", ".xlsx", func(w io.Writer, language lang.Lang) error { return workbook.Write(w, est, language) }},
	}
}

// Named is the form of a name, nil where there is none.
func Named(forms []Form, name string) *Form {
	i := slices.IndexFunc(forms, func(f Form) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &forms[i]
}

// Sheets are those to fill in of a plan, as forms: all in a workbook, that of the tasks as
// CSV.
func Sheets(book *drejebog.Playbook, p *plan.Plan) []Form {
	return []Form{
		{"xlsx", ".xlsx", func(w io.Writer, language lang.Lang) error {
			return xlsxwriter.Write(w, sheets.Write(book, p, language)...)
		}},
		{"csv", ".csv", func(w io.Writer, language lang.Lang) error {
			return table.WriteCSV(w, &sheets.Write(book, p, language)[0])
		}},
	}
}
