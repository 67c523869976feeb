package timelinereport_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// told holds a report against its goldens in both languages.
func told(t *testing.T, name string, d *document.Document) {
	t.Helper()
	golden.File(t, "testdata/"+name+".txt", written(t, d, "txt", lang.Danish))
	golden.File(t, "testdata/"+name+"-en.txt", written(t, d, "txt", lang.English))
}

func TestEachReportIsToldAsItsGoldensSay(t *testing.T) {
	for name, d := range reports(t, compute(t, sample(t, "odense.yaml"))) {
		told(t, name, d)
	}
}

func TestAScheduleIsToldInEveryFormat(t *testing.T) {
	d := reports(t, compute(t, sample(t, "lemvig.yaml")))["schedule"]
	_, page, _ := strings.Cut(written(t, d, "html", lang.Danish), "</style>")
	golden.File(t, "testdata/lemvig.html", page)
	golden.File(t, "testdata/lemvig.md", written(t, d, "md", lang.Danish))
	golden.File(t, "testdata/lemvig-en.md", written(t, d, "md", lang.English))
}

func TestTheTableOfTasksHasTheColumnsOfItsGolden(t *testing.T) {
	d := reports(t, compute(t, sample(t, "odense.yaml")))["schedule"]
	for file, language := range map[string]lang.Lang{"tasks.csv": lang.Danish, "tasks-en.csv": lang.English} {
		var out bytes.Buffer
		require.NoError(t, table.WriteCSV(&out, d.Table("tasks").In(language)))
		golden.File(t, "testdata/"+file, out.String())
	}
}

func TestEachReportOfAnotherPlanIsToldAsItsGoldensSay(t *testing.T) {
	noted := read(t, `tasks:
  4.13/strategi@sapa: {duration: 30, note: Aftalt med direktionen}
  4.12/opstart: {duration: 10}
deliverables:
  ext/bidrag-2015@sapa: {delivered: 2014-05-01, note: Sendt videre til økonomi}
own:
  own/beslutning:
    name: Direktionen beslutter
    duration: 1
    note: Møde i oktober
    predecessors: [{task: 4.13/strategi@sapa}]
`)
	unknown := goLive("sapa", &plan.When{Unknown: true})
	update, err := compare.Since(book(), noted, "3.0")
	require.NoError(t, err)
	told(t, "update-noted", timelinereport.Update(update))
	told(t, "budget-undated", timelinereport.Budget(compute(t, unknown).Budget()))
	told(t, "waiting-late", timelinereport.WaitingList(compute(t, sample(t, "skive.yaml")).WaitingFor()))
	told(t, "quality-measured", timelinereport.Quality(quality.Of(compute(t, sample(t, "skive.yaml")))))
	told(t, "schedule-period", timelinereport.Schedule(compute(t, read(t, "projects: {ky: {goLive: 1. kvartal 2016}, ksd: {goLive: unknown}}"))))
	told(t, "waiting-overdue", timelinereport.WaitingList(compute(t, seen(date.New(2015, 7, 15))).WaitingFor()))
	told(t, "schedule-overdue", timelinereport.Schedule(compute(t, seen(date.New(2015, 7, 15)))))
	told(t, "agenda-shared", timelinereport.Agenda(compute(t, shared(t)).Agenda(30, 90)))
	told(t, "agenda-none", timelinereport.Agenda(compute(t, seen(date.New(2019, 1, 1))).Agenda(30, 90)))
	none, err := compare.Since(book(), plan.New("Roskilde"), "4.1")
	require.NoError(t, err)
	told(t, "update-none", timelinereport.Update(none))
	told(t, "schedule-undated", timelinereport.Schedule(compute(t, undated(t))))
}

func TestWhatToShortenIsToldAsItsGoldensSay(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	for name, question := range map[string]struct {
		id  string
		day date.Date
	}{
		"cut-met":  {"4.8/bekraeftet@ky", date.New(2015, 8, 3)},
		"cut-held": {"golive@ky", date.New(2015, 12, 28)},
	} {
		cut, err := s.ToMeet(question.id, question.day)
		require.NoError(t, err)
		told(t, name, timelinereport.Cut(s, cut))
		cut.Exact = false
		told(t, name+"-unsure", timelinereport.Cut(s, cut))
	}
}

func TestEachComparisonIsToldAsItsGoldensSay(t *testing.T) {
	base := compute(t, plan.New("Roskilde"))
	early := compute(t, seen(date.New(2013, 12, 1)))
	for name, c := range map[string]*compare.Comparison{
		"slip":    compare.Schedules(base, compute(t, goLive("sapa", plan.On(date.New(2016, 3, 1))))),
		"unknown": compare.Schedules(base, compute(t, goLive("ky", &plan.When{Unknown: true}))),
		"edition": compare.Schedules(early, base),
		"broken":  compare.Schedules(base, compute(t, read(t, "tasks: {4.8/bekraeftelse@sapa: {plannedFinish: 2015-10-02}}"))),
		"mended":  compare.Schedules(compute(t, read(t, "tasks: {4.8/bekraeftelse@sapa: {plannedFinish: 2015-10-02}}")), base),
		"dated":   compare.Schedules(compute(t, goLive("ky", &plan.When{Unknown: true})), base),
		"back":    compare.Schedules(base, early),
		"undated": compare.Schedules(base, compute(t, undated(t))),
		"none":    compare.Schedules(base, base),
	} {
		told(t, "compare-"+name, timelinereport.Comparison(c))
	}
}
