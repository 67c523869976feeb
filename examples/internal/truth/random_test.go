package truth_test

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
	"pgregory.net/rapid"
)

// draft is a plan that is being changed at random.
type draft struct {
	*rapid.T
	*plan.Plan
	tasks, deliverables []string
	systems, projects   []string
}

// randomPlans draws plans: a sample's, with some of what a kommune may write
// changed. The same number gives the same plan.
func randomPlans(t *testing.T) *rapid.Generator[*plan.Plan] {
	t.Helper()
	bare := compute(t, plan.New("Roskilde"), few).Schedule
	var all draft
	for i := range bare.Tasks {
		all.tasks = append(all.tasks, bare.Tasks[i].ID)
	}
	for i := range bare.Milestones {
		if id := bare.Milestones[i].ID; len(id) > 4 && id[:4] == "ext/" {
			all.deliverables = append(all.deliverables, id)
		}
	}
	all.systems = []string{"kmd-aktiv", "kmd-dagpenge", "kmd-sag"}
	all.projects = []string{"ky", "ksd", "sapa", "stoettesystemerne"}
	from := samples(t)
	names := slices.Sorted(maps.Keys(from))
	return rapid.Custom(func(t *rapid.T) *plan.Plan {
		d := all
		d.T, d.Plan = t, from[rapid.SampledFrom(names).Draw(t, "sample")].Clone()
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			rapid.SampledFrom(changes).Draw(t, "change")(&d)
		}
		return d.Plan
	})
}

// changes are what is changed, one at a time.
var changes = []func(*draft){
	(*draft).goLive, (*draft).goLive, (*draft).implementation, (*draft).seen, (*draft).contract, (*draft).closure, (*draft).own,
	(*draft).progress, (*draft).planned, (*draft).notRelevant, (*draft).deliverable, (*draft).budget, (*draft).agreement, (*draft).training,
}

func (d *draft) day(label string) date.Date {
	return date.New(2013, 6, 1) + date.Date(rapid.IntRange(0, 1500).Draw(d.T, label))
}

func (d *draft) one(label string, ids []string) string {
	return rapid.SampledFrom(ids).Draw(d.T, label)
}

// put changes the value of a key in a map that may not be there.
func put[V any](m *map[string]V, key string, change func(*V)) {
	if *m == nil {
		*m = map[string]V{}
	}
	value := (*m)[key]
	change(&value)
	(*m)[key] = value
}

// when is a date as a plan may give it: a day, a period, or not known, with or
// without a date to reckon with.
func (d *draft) when() *plan.When {
	day := d.day("day")
	w := &plan.When{}
	text := d.one("form", []string{"", "", "unknown", "1. kvartal 2016", "ukendt, regn med " + day.String()})
	if text == "" {
		return plan.On(day)
	}
	if text == "unknown" || w.UnmarshalText([]byte(text)) != nil {
		return &plan.When{Unknown: true}
	}
	return w
}

func (d *draft) goLive() {
	put(&d.Projects, d.one("project", d.projects), func(p *plan.Rollout) { p.GoLive = d.when() })
}

func (d *draft) implementation() {
	put(&d.Projects, d.one("project", d.projects), func(p *plan.Rollout) { p.Implementation = d.when() })
}

// seen is the day that the plan is seen from, with or without progress.
func (d *draft) seen() {
	day := d.day("seen")
	d.AsOf, d.DataDate = &day, nil
	if rapid.Bool().Draw(d.T, "progress") {
		d.DataDate = &day
	}
}

func (d *draft) contract() {
	system := d.one("system", d.systems)
	months := rapid.IntRange(0, 18).Draw(d.T, "months")
	c := plan.Contract{Name: "Aftale om " + system, Systems: []string{system}, NoticeMonths: &months}
	c.NoticeTo = rapid.SampledFrom([]plan.NoticeEnd{0, plan.ToMonthEnd, plan.ToQuarterEnd, plan.ToYearEnd}).Draw(d.T, "to")
	if rapid.Bool().Draw(d.T, "bound") {
		c.End = new(d.day("end"))
	}
	if rapid.Bool().Draw(d.T, "given") {
		c.NoticeGiven = new(d.day("given"))
	}
	put(&d.Contracts, d.one("contract", []string{system, "endnu-en"}), func(was *plan.Contract) { *was = c })
}

func (d *draft) closure() {
	from := d.day("closed")
	to := from + date.Date(rapid.IntRange(0, 20).Draw(d.T, "days"))
	if d.Calendar == nil {
		d.Calendar = &plan.Calendar{}
	}
	d.Calendar.Closed = append(d.Calendar.Closed, plan.Closure{From: from, To: &to})
}

func (d *draft) own() {
	length := rapid.IntRange(0, 60).Draw(d.T, "length")
	task := plan.OwnTask{Name: "Egen opgave", Task: plan.Task{Duration: &length}}
	if rapid.Bool().Draw(d.T, "after") {
		task.Predecessors = []plan.Predecessor{{Task: d.one("task", d.tasks)}}
	}
	if rapid.Bool().Draw(d.T, "deadline") {
		task.Deadline = new(d.day("deadline"))
	}
	put(&d.Own, "own/"+strconv.Itoa(len(d.Own)), func(was *plan.OwnTask) { *was = task })
}

func (d *draft) task(change func(*plan.Task)) { put(&d.Tasks, d.one("task", d.tasks), change) }

// progress is work that has begun, and perhaps is done.
func (d *draft) progress() {
	start := d.day("start")
	d.task(func(t *plan.Task) {
		t.ActualStart, t.ActualFinish, t.Remaining, t.Status, t.NotRelevant = &start, nil, nil, 0, nil
		if rapid.Bool().Draw(d.T, "done") {
			t.ActualFinish = new(start + date.Date(rapid.IntRange(0, 90).Draw(d.T, "days")))
		}
	})
}

func (d *draft) planned() {
	start, length := d.day("start"), rapid.IntRange(1, 80).Draw(d.T, "length")
	d.task(func(t *plan.Task) { t.PlannedStart, t.Duration, t.NotRelevant = &start, &length, nil })
}

func (d *draft) notRelevant() {
	reason := "Findes allerede"
	d.task(func(t *plan.Task) { *t = plan.Task{NotRelevant: &reason} })
}

func (d *draft) deliverable() {
	day := d.day("day")
	put(&d.Deliverables, d.one("deliverable", d.deliverables), func(x *plan.Deliverable) {
		if rapid.Bool().Draw(d.T, "delivered") {
			x.Delivered = &day
			return
		}
		x.Promised = &day
	})
}

func (d *draft) budget() {
	year := rapid.IntRange(2014, 2017).Draw(d.T, "year")
	adopted := date.New(year-1, 10, 1) + date.Date(rapid.IntRange(0, 20).Draw(d.T, "adopted"))
	put(&d.Budget, strconv.Itoa(year), func(b *plan.BudgetCalendar) { b.Adopted = &adopted })
}

func (d *draft) agreement() {
	put(&d.Agreements, d.one("project", d.projects), func(a *plan.Agreement) { a.Signed = new(d.day("signed")) })
}

func (d *draft) training() {
	d.Training = append(d.Training, plan.TrainingSession{
		Project: d.one("project", d.projects[:3]), Who: rapid.SampledFrom([]plan.Trainees{plan.EndUsers, plan.Superusers}).Draw(d.T, "who"),
		On: d.day("on"), People: rapid.IntRange(1, 50).Draw(d.T, "people"),
	})
}
