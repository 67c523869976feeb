package everywriter_test

import (
	"bytes"
	"io"
	"io/fs"
	"strconv"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/figures"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/estimate/workbook"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/stretchr/testify/require"
)

// results are all that is computed of one plan.
type results struct {
	schedule *timeline.Schedule
	estimate *estimate.Estimate
	request  *request.Request
	business *businesscase.Case
	ready    *readiness.Assessment
	overview *overview.Overview
	status   *status.Status
	steering *steering.Report
	compared *compare.Comparison
	quality  *quality.Assessment
	views    []*view.View
	agenda   *view.Agenda
	waiting  *view.WaitingList
	budget   *timeline.Budget
}

// given is what plans are computed with beside themselves.
type given struct {
	book    *drejebog.Playbook
	lists   []requirements.List
	figures []estimate.Contribution
	before  *timeline.Schedule
}

func allGiven(t testing.TB) *given {
	book := booktest.Book(t)
	g := &given{book: book}
	for _, name := range plans.Requirements() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		list, findings := requirements.Read(book, name, bytes.NewReader(text))
		require.False(t, drejebog.HasFault(findings), name)
		g.lists = append(g.lists, *list)
	}
	var err error
	g.figures, err = estimate.Reference()
	require.NoError(t, err)
	g.before, err = timeline.Compute(book, plan.New("Skive"))
	require.NoError(t, err)
	return g
}

func (g *given) compute(t testing.TB, p *plan.Plan) *results {
	r := &results{}
	var err error
	r.schedule, err = timeline.Compute(g.book, p)
	require.NoError(t, err)
	r.status, err = status.Of(r.schedule, g.figures, g.lists...)
	require.NoError(t, err)
	r.steering, err = steering.Of(r.status, nil)
	require.NoError(t, err)
	r.estimate, err = estimate.Compute(r.schedule, g.figures)
	require.NoError(t, err)
	r.request, err = request.Of(r.estimate)
	require.NoError(t, err)
	r.business, err = businesscase.Of(r.estimate)
	require.NoError(t, err)
	r.ready, err = readiness.Assess(r.schedule, g.lists...)
	require.NoError(t, err)
	r.overview = overview.New(g.book, []*readiness.Assessment{r.ready})
	r.compared = compare.Schedules(g.before, r.schedule)
	r.quality = quality.Of(r.schedule)
	for _, by := range []view.Grouping{view.ByProject, view.ByActor, view.ByRole} {
		r.views = append(r.views, view.Of(r.schedule, by))
	}
	r.agenda = view.Ahead(r.schedule, 30, 90)
	r.waiting = view.WaitingFor(r.schedule)
	r.budget = r.schedule.Budget()
	return r
}

// part is what is written together: a plan that is tried gets one, since all take long.
type part byte

const (
	data  part = iota // JSON, CSV, and what other programs read
	told              // documents
	drawn             // pictures
	excel
	parts
)

// writer writes one thing in one form.
type writer struct {
	name  string
	write func(w io.Writer) error
}

// documents are the results as people read them, by name.
func (r *results) documents() map[string]*document.Document {
	return map[string]*document.Document{
		"schedule": timelinereport.Schedule(r.schedule, gantt.Picture(r.schedule, nil)), "comparison": timelinereport.Comparison(r.compared),
		"quality": timelinereport.Quality(r.quality), "agenda": timelinereport.Agenda(r.agenda),
		"waiting": timelinereport.WaitingList(r.waiting), "budget": timelinereport.Budget(r.budget),
		"estimate": estimatereport.Estimate(r.estimate), "request": estimatereport.Request(r.request),
		"business case": estimatereport.BusinessCase(r.business), "staffing": estimatereport.Staffing(r.status.Staffing), "readiness": readinessreport.Assessment(r.ready),
		"overview": readinessreport.Overview(r.overview), "status report": readinessreport.Steering(r.steering),
	}
}

// data are the results as programs read them, by name.
func (r *results) data() map[string]any {
	all := map[string]any{
		"schedule": r.schedule, "estimate": r.estimate, "request": r.request, "business case": r.business, "staffing": r.status.Staffing, "readiness": r.ready, "overview": r.overview, "status report": r.steering,
		"comparison": r.compared, "quality": r.quality, "agenda": r.agenda, "waiting": r.waiting, "budget": r.budget,
	}
	for i, v := range r.views {
		all["view "+strconv.Itoa(i)] = v
	}
	return all
}

// writers are those of a part.
func (g *given) writers(of part, p *plan.Plan, r *results, language lang.Lang) []writer {
	switch of {
	case told:
		return r.tellers(language)
	case drawn:
		return []writer{
			{"overview", func(w io.Writer) error { return gantt.WriteOverview(w, r.schedule, language) }},
			{"svg", func(w io.Writer) error { return gantt.WriteSVG(w, r.schedule, nil, language) }},
			{"page", func(w io.Writer) error {
				return gantt.WriteHTML(w, r.schedule, nil, gantt.Told{Why: timelinereport.Explanation}, language)
			}},
		}
	case excel:
		return []writer{
			{"workbook", func(w io.Writer) error { return workbook.Write(w, r.estimate, language) }},
			{"sheets", func(w io.Writer) error { return xlsxwriter.Write(w, sheets.Write(g.book, p, language)...) }},
			{"figures", func(w io.Writer) error { return xlsxwriter.Write(w, figures.Template(r.estimate, language)) }},
		}
	}
	return r.dataWriters(p, language)
}

func (r *results) tellers(language lang.Lang) []writer {
	var list []writer
	for name, d := range r.documents() {
		list = append(list,
			writer{name + ".txt", func(w io.Writer) error { return d.WriteText(w, language) }},
			writer{name + ".html", func(w io.Writer) error { return d.WriteHTML(w, language) }},
			writer{name + ".md", func(w io.Writer) error { return d.WriteMarkdown(w, language) }})
	}
	return list
}

func (r *results) dataWriters(p *plan.Plan, language lang.Lang) []writer {
	stamp := time.Date(2014, 6, 27, 12, 0, 0, 0, time.UTC)
	list := []writer{
		{"plan", p.Write},
		{"plan.json", p.WriteJSON},
		{"ics", func(w io.Writer) error { return ical.Write(w, r.schedule, nil, stamp, language) }},
		{"mspdi", func(w io.Writer) error { return interchange.FromSchedule(r.schedule, language).Write(w) }},
		{"answers.csv", func(w io.Writer) error { return table.WriteCSV(w, r.ready.AnswerSheet()) }},
	}
	for name, value := range r.data() {
		list = append(list, writer{name + ".json", func(w io.Writer) error { return form.Write(w, value) }})
	}
	for name, d := range r.documents() {
		for _, sheet := range d.Tables() {
			list = append(list, writer{name + " " + sheet.Name + ".csv", func(w io.Writer) error { return table.WriteCSV(w, sheet.In(language)) }})
		}
	}
	return list
}
