package timeline_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kinds are what a random plan has one of for certain, beside what it is altered from.
var kinds = []struct {
	name   string
	change func(*altered)
}{
	{"a given go-live", (*altered).goLive},
	{"a working assumption", (*altered).meanwhile},
	{"a data date", (*altered).dataDate},
	{"a missed hard end", (*altered).missed},
	{"a contract", (*altered).contract},
	{"a closure", (*altered).closure},
	{"a month lag", (*altered).months},
	{"a stated date", (*altered).stated},
}

// altered is a plan that is changed at random.
type altered struct {
	*plan.Plan
	*rand.Rand
	tasks, milestones []string
}

// everyPlan hands each sample and random plan that can be computed, by name.
func everyPlan(t *testing.T, do func(name string, p *plan.Plan, s *timeline.Schedule)) {
	t.Helper()
	bare := compute(t, plan.New("Roskilde"))
	var d altered
	for i := range bare.Tasks {
		if !bare.Tasks[i].LevelOfEffort {
			d.tasks = append(d.tasks, bare.Tasks[i].ID)
		}
	}
	for i := range bare.Milestones {
		d.milestones = append(d.milestones, bare.Milestones[i].ID)
	}
	do("none", plan.New("Roskilde"), bare)
	samples := []*plan.Plan{plan.New("Roskilde")}
	for _, name := range plans.Names() {
		p, _ := booktest.Sample(t, name)
		do(name, p, compute(t, p))
		samples = append(samples, p)
	}
	count := 3
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		count = 1000/len(kinds) + 1
	}
	of := map[string]int{}
	for i := range count * len(kinds) {
		d.Rand = rand.New(rand.NewPCG(18, uint64(i)))
		d.Plan = d.from(t, samples)
		kind := kinds[i%len(kinds)]
		for range d.IntN(3) {
			kinds[d.IntN(len(kinds))].change(&d)
		}
		kind.change(&d)
		s, err := timeline.Compute(book(), d.Plan)
		if err != nil {
			continue
		}
		of[kind.name]++
		do(fmt.Sprintf("plan %d with %s", i, kind.name), d.Plan, s)
	}
	for _, kind := range kinds {
		assert.GreaterOrEqual(t, of[kind.name], count*9/10, kind.name)
	}
}

// from is a plan to change: none, a sample's, or a mutant of one.
func (d *altered) from(t *testing.T, samples []*plan.Plan) *plan.Plan {
	if i := d.IntN(len(samples) + 3); i < len(samples) {
		return samples[i].Clone()
	}
	text, err := plans.Mutant(d.IntN(len(plans.Names())), d.IntN)
	require.NoError(t, err)
	p, findings := plan.Read(book(), "mutant.yaml", strings.NewReader(string(text)))
	require.NotNil(t, p, "%v", findings)
	return p
}

func (d *altered) day() date.Date { return date.New(2014, 6, 1) + date.Date(d.IntN(1300)) }
func (d *altered) yes() bool      { return d.IntN(2) == 0 }
func (d *altered) project() string {
	return []string{"ky", "ksd", "sapa", "stoettesystemerne"}[d.IntN(4)]
}
func (d *altered) one(ids []string) string { return ids[d.IntN(len(ids))] }

// put changes the value of a key in a map that may not be there.
func put[V any](m *map[string]V, key string, change func(*V)) {
	all := maps.Clone(*m)
	if all == nil {
		all = map[string]V{}
	}
	value := all[key]
	change(&value)
	all[key], *m = value, all
}

func (d *altered) goLive() {
	put(&d.Projects, d.project(), func(p *plan.Rollout) {
		switch p.GoLive = plan.On(d.day()); d.IntN(6) {
		case 0:
			p.GoLive = &plan.When{Unknown: true}
		case 1, 2:
			p.Implementation = plan.On(p.GoLive.Date - date.Date(d.IntN(200)))
		}
	})
}

func (d *altered) meanwhile() {
	put(&d.Projects, d.project(), func(p *plan.Rollout) { p.GoLive = &plan.When{Date: d.day(), Assumed: true} })
}

func (d *altered) dataDate() {
	day := d.day()
	d.AsOf, d.DataDate = &day, &day
	for range d.IntN(4) {
		start := day - date.Date(d.IntN(200))
		put(&d.Tasks, d.one(d.tasks), func(t *plan.Task) {
			*t = plan.Task{ActualStart: &start}
			if d.yes() {
				t.ActualFinish = new(min(day, start+date.Date(d.IntN(90))))
			}
		})
	}
}

// own adds an own task and returns its id.
func (d *altered) own(length int) string {
	id := "own/x" + strconv.Itoa(len(d.Own))
	put(&d.Own, id, func(t *plan.OwnTask) { *t = plan.OwnTask{Name: "Egen", Task: plan.Task{Duration: &length}} })
	return id
}

func (d *altered) missed() {
	id := d.own(60 + d.IntN(200))
	start := d.day()
	put(&d.Own, id, func(t *plan.OwnTask) {
		t.PlannedStart = &start
		if d.yes() {
			t.PlannedStart, t.Predecessors = nil, []plan.Predecessor{{Task: d.one(d.tasks)}}
		}
		t.Deadline = new(start + date.Date(d.IntN(60)))
	})
}

func (d *altered) contract() {
	months, system := d.IntN(13), d.one([]string{"kmd-aktiv", "kmd-dagpenge", "kmd-sag"})
	c := plan.Contract{Name: "Aftale", Systems: []string{system}, NoticeMonths: &months}
	c.NoticeTo = []plan.NoticeEnd{0, plan.ToMonthEnd, plan.ToQuarterEnd, plan.ToYearEnd}[d.IntN(4)]
	if d.yes() {
		c.End = new(d.day())
	}
	put(&d.Contracts, system, func(was *plan.Contract) { *was = c })
}

func (d *altered) closure() {
	from := d.day()
	calendar := plan.Calendar{}
	if d.Calendar != nil {
		calendar = *d.Calendar
	}
	calendar.Closed = append(slices.Clone(calendar.Closed), plan.Closure{From: from, To: new(from + date.Date(d.IntN(30)))})
	d.Calendar = &calendar
}

func (d *altered) months() {
	id := d.own(1 + d.IntN(40))
	lag := drejebog.Lag{Value: 1 + d.IntN(8), Unit: drejebog.Months}
	if d.yes() {
		put(&d.Own, id, func(t *plan.OwnTask) { t.Predecessors = []plan.Predecessor{{Task: d.one(d.tasks), Lag: &lag}} })
		return
	}
	to := d.one([]string{"golive@", "impl@"}) + d.project()
	d.Edges = append(slices.Clone(d.Edges), plan.Edge{From: id, To: to, Lag: &lag})
}

func (d *altered) stated() {
	start := d.day()
	put(&d.Tasks, d.one(d.tasks), func(t *plan.Task) {
		switch *t = (plan.Task{PlannedStart: &start}); d.IntN(3) {
		case 0:
			*t = plan.Task{PlannedFinish: &start}
		case 1:
			t.Duration = new(1 + d.IntN(60))
		}
	})
}

// tally counts the rows that a property held, by what they are.
type tally map[string]int

func (c tally) log(t *testing.T) {
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(c)) {
		lines = append(lines, fmt.Sprint(key, " ", c[key]))
	}
	t.Log(strings.Join(lines, ", "))
}

// after reports whether a When lies after another; false where they cannot be compared.
func after(a, b timeline.When) bool {
	days, ok := b.Until(a)
	return ok && days > 0
}

// withoutDates is a plan without dates of its own for what is not done.
func withoutDates(p *plan.Plan) *plan.Plan {
	p = p.Clone()
	for id, task := range p.Tasks {
		task.PlannedStart, task.PlannedFinish = nil, nil
		p.Tasks[id] = task
	}
	for id, own := range p.Own {
		own.PlannedStart, own.PlannedFinish = nil, nil
		p.Own[id] = own
	}
	for id, contract := range p.Contracts {
		contract.NoticeGiven = nil
		p.Contracts[id] = contract
	}
	p.Migrations, p.Training = nil, nil
	return p
}

func TestWithoutDatesOfThePlansOwnNoRowIsLaterThanItMustBe(t *testing.T) {
	held := tally{}
	everyPlan(t, func(name string, p *plan.Plan, _ *timeline.Schedule) {
		s, err := timeline.Compute(book(), withoutDates(p))
		if err != nil {
			return
		}
		hold := func(id, kind string, planned, earliest, latest timeline.When) {
			switch {
			case planned.Kind == timeline.Open || latest.Kind == timeline.Open:
				held["without bound"]++
			case planned.Kind != latest.Kind:
				held["not comparable"]++
			default:
				held[kind]++
				if after(planned, latest) && (after(planned, earliest) || earliest.Kind == timeline.Open) {
					t.Errorf("%s: %s is planned on %v, after %v and %v", name, id, planned, earliest, latest)
				}
			}
		}
		for i := range s.Tasks {
			if x := &s.Tasks[i]; !x.LevelOfEffort && x.NotRelevant == "" {
				hold(x.ID, "tasks", x.Start, x.EarlyStart, x.LateStart)
				hold(x.ID, "tasks", x.Finish, x.EarlyFinish, x.LateFinish)
			}
		}
		for i := range s.Milestones {
			x := &s.Milestones[i]
			hold(x.ID, "milestones", x.Date, x.Early, x.Latest)
		}
	})
	held.log(t)
}

// ofHardEnds are the codes of findings that a hard end is missed.
var ofHardEnds = []string{"DB-101", "DB-103", "DB-104", "DB-105", "DB-111", "DB-112", "DB-113", "DB-114", "DB-118", "DB-122", "DB-131", "DB-132", "DB-133", "DB-134", "DB-204", "DB-301"}

// misses are the findings of missed hard ends, by what they say.
func misses(s *timeline.Schedule) map[string]drejebog.Finding {
	all := map[string]drejebog.Finding{}
	for _, f := range s.Findings {
		if f.Severity > drejebog.SeverityNote && slices.Contains(ofHardEnds, f.Code) {
			all[f.Code+" "+f.Subject+" "+f.Text.EN] = f
		}
	}
	return all
}

// putOn is a plan with the start of a task on a day.
func putOn(p *plan.Plan, id string, on date.Date) *plan.Plan {
	p = p.Clone()
	if _, own := p.Own[id]; own {
		put(&p.Own, id, func(t *plan.OwnTask) { t.PlannedStart = &on })
	} else {
		put(&p.Tasks, id, func(t *plan.Task) { t.PlannedStart = &on })
	}
	return p
}

// later is so many working days after a day.
func later(s *timeline.Schedule, from date.Date, days int) date.Date {
	for day := from; ; day++ {
		if s.Workdays(from+1, day) == days && s.Workdays(day, day) == 1 {
			return day
		}
	}
}

// newMisses are the missed hard ends that are found only when a task starts on a day.
func newMisses(t *testing.T, p *plan.Plan, s *timeline.Schedule, id string, on date.Date) ([]drejebog.Finding, *timeline.Schedule) {
	moved := compute(t, putOn(p, id, on))
	before := misses(s)
	var found []drejebog.Finding
	for key, f := range misses(moved) {
		if _, known := before[key]; !known {
			found = append(found, f)
		}
	}
	return found, moved
}

// isOn reports whether a finding tells of a hard end.
func isOn(s *timeline.Schedule, f *drejebog.Finding, bound string) bool {
	if strings.Replace(f.Subject, "contracts/", "contract/", 1) == bound {
		return true
	}
	if x := s.Task(f.Subject); x != nil {
		return x.BoundBy == bound
	}
	m := s.Milestone(f.Subject)
	return m != nil && m.BoundBy == bound
}

// isMissed reports whether a hard end is missed, by whatever row.
func isMissed(s *timeline.Schedule, bound string) bool {
	for i := range s.Milestones {
		if m := &s.Milestones[i]; m.HasFloat() && m.TotalFloat < 0 && m.BoundBy == bound {
			return true
		}
	}
	for i := range s.Tasks {
		if x := &s.Tasks[i]; x.HasFloat() && x.TotalFloat < 0 && x.BoundBy == bound {
			return true
		}
	}
	for _, f := range misses(s) {
		if isOn(s, &f, bound) {
			return true
		}
	}
	return false
}

func TestARowMayMoveByItsFloatAndNoFurther(t *testing.T) {
	held, rng := tally{}, rand.New(rand.NewPCG(1, 8))
	everyPlan(t, func(name string, p *plan.Plan, s *timeline.Schedule) {
		if s.Latest != nil {
			return // what holds for its last days is not what is shown
		}
		few := 3
		if p.Local() && !strings.HasPrefix(name, "plan") {
			few = 20
		}
		for _, i := range rng.Perm(len(s.Tasks)) {
			x := &s.Tasks[i]
			facts := s.Facts(x.ID)
			switch {
			case x.LevelOfEffort || x.Placed || !x.HasFloat() || !x.Start.Known() || x.GivesNotice():
				continue
			case facts.ActualStart != nil || facts.Status != 0 || facts.PlannedFinish != nil || facts.Remaining != nil || x.Duration.Likely == 0:
				continue
			case x.TotalFloat < 0:
				held["late already"]++
				continue
			}
			if few--; few < 0 {
				return
			}
			on := later(s, x.Start.Date, x.TotalFloat)
			found, moved := newMisses(t, p, s, x.ID, on)
			if moved.Task(x.ID).Start.Date != on {
				held["not read"]++ // in a plan with faults
				continue
			}
			if len(found) > 0 {
				t.Errorf("%s: %s on %v, its float of %d after %v: %s %s %s", name, x.ID, on, x.TotalFloat, x.Start.Date, found[0].Code, found[0].Subject, found[0].Text.EN)
				held["broken by the float"]++
				continue
			}
			found, moved = newMisses(t, p, s, x.ID, later(s, on, 1))
			if isMissed(s, x.BoundBy) {
				held["bound by what is missed already"]++
				continue
			}
			switch {
			case len(found) == 0:
				t.Errorf("%s: %s, one day more than its float of %d after %v, and %s is not missed", name, x.ID, x.TotalFloat, x.Start.Date, x.BoundBy)
				held["nothing by a day more"]++
			case !slices.ContainsFunc(found, func(f drejebog.Finding) bool { return isOn(moved, &f, x.BoundBy) }):
				t.Errorf("%s: %s is bound by %s, and breaks %s %s %s", name, x.ID, x.BoundBy, found[0].Code, found[0].Subject, found[0].Text.EN)
				held["another than boundBy"]++
			default:
				held["held"]++
			}
		}
	})
	held.log(t)
}

// floatOf is the float of a row, and what bounds it.
func floatOf(s *timeline.Schedule, id string) (days int, boundBy string, ok bool) {
	if x := s.Task(id); x != nil {
		return x.TotalFloat, x.BoundBy, x.HasFloat()
	}
	m := s.Milestone(id)
	return m.TotalFloat, m.BoundBy, m.HasFloat()
}

func TestTheFloatOfAPathChangesOnlyAtItsGaps(t *testing.T) {
	held := tally{}
	everyPlan(t, func(name string, _ *plan.Plan, s *timeline.Schedule) {
		links := s.Links()
		paths := slices.Clone(s.ProjectPaths)
		if len(s.CriticalPath) > 0 {
			paths = append(paths, timeline.Path{IDs: s.CriticalPath, To: s.CriticalPathTo, Float: s.CriticalPathFloat, Gaps: s.CriticalPathGaps})
		}
		for _, path := range paths {
			last, _, ok := floatOf(s, path.IDs[len(path.IDs)-1])
			if !ok || last != path.Float {
				t.Errorf("%s: the path to %s has a float of %d, and its last row %d", name, path.To, path.Float, last)
			}
			if s.HardEnd(path.To) == nil {
				t.Errorf("%s: the hard end %s of a path has no day", name, path.To)
			}
			gaps := 0
			for k := 1; k < len(path.IDs); k++ {
				from, to := path.IDs[k-1], path.IDs[k]
				held["links"]++
				a, boundA, okA := floatOf(s, from)
				b, boundB, okB := floatOf(s, to)
				at := slices.IndexFunc(path.Gaps, func(g timeline.Gap) bool { return g.From == from && g.To == to })
				if at >= 0 {
					gaps++
				}
				if !okA || !okB {
					t.Errorf("%s: %s to %s on a path, and one has no float", name, from, to)
					continue
				}
				driving := slices.IndexFunc(links, func(l timeline.Link) bool { return l.From == from && l.To == to && l.Drives })
				if driving < 0 {
					t.Errorf("%s: no link from %s to %s drives", name, from, to)
					continue
				}
				if (a != b) != (at >= 0) {
					t.Errorf("%s: %s has %d, %s has %d, gap %v", name, from, a, to, b, at >= 0)
				}
				if at < 0 {
					continue
				}
				why, lag := path.Gaps[at].Why, links[driving].Lag
				held["gaps by "+string(why)]++
				right := map[timeline.GapCause]bool{
					timeline.GapMonths:   lag.Unit == drejebog.Months,
					timeline.GapElapsed:  lag.Unit == drejebog.CalendarDays && lag.Value != 0,
					timeline.GapEnd:      boundA != boundB,
					timeline.GapCalendar: boundA == boundB,
				}
				if !right[why] {
					t.Errorf("%s: the gap from %s (%d, %s) to %s (%d, %s) is by %s", name, from, a, boundA, to, b, boundB, why)
				}
			}
			if gaps != len(path.Gaps) {
				t.Errorf("%s: %d gaps of the path to %s lie on it, of %d", name, gaps, path.To, len(path.Gaps))
			}
		}
		if len(s.CriticalPath) > 0 {
			holdLeast(t, name, s)
		}
	})
	held.log(t)
}

// holdLeast holds that no task has less float than the last of the critical path that
// a path may lead to.
func holdLeast(t *testing.T, name string, s *timeline.Schedule) {
	for i := range s.Tasks {
		x := &s.Tasks[i]
		if !x.HasFloat() || x.Placed || x.Finish.Kind != timeline.OnDate || x.TotalFloat >= s.CriticalPathFloat {
			continue
		}
		end, ahead := s.HardEnd(x.BoundBy), s.SeenFrom()
		if m := s.Milestone(x.BoundBy); m != nil && !m.Milestone.Kind.ClosesDay() {
			ahead++ // what opens a day lies behind at its end
		}
		if end == nil || *end >= ahead {
			t.Errorf("%s: %s has %d, the critical path %d", name, x.ID, x.TotalFloat, s.CriticalPathFloat)
		}
	}
}

var aDate = regexp.MustCompile(`"(\d{4}-\d{2}-\d{2})"`)

// spokenOf are the first and the last day that a plan, or the playbook, speaks of: with the
// go-lives of what was handed in, which findings name also where they are left out.
func spokenOf(t *testing.T, p, handedIn *plan.Plan) (first, last date.Date) {
	text, err := json.Marshal(p)
	require.NoError(t, err)
	first, last = date.New(2010, 1, 1), date.New(2018, 12, 31)
	for _, found := range aDate.FindAllStringSubmatch(string(text), -1) {
		if on, err := date.ParseISO(found[1]); err == nil {
			first, last = min(first, on), max(last, on)
		}
	}
	for _, of := range handedIn.Projects {
		for _, when := range []*plan.When{of.GoLive, of.Implementation} {
			if when != nil && !when.Unknown {
				first = min(first, when.Last())
			}
		}
	}
	for _, own := range p.Own {
		if own.Duration != nil {
			last += date.Date(2 * *own.Duration)
		}
	}
	for _, task := range p.Tasks {
		if task.Duration != nil {
			last += date.Date(2 * *task.Duration)
		}
	}
	return first, last + 3*366 // what is written without dates: notice, an end of a quarter, transition
}

func TestNoBoundThatIsNotThereShowsAsANumberOrADate(t *testing.T) {
	held := tally{}
	everyPlan(t, func(name string, p *plan.Plan, s *timeline.Schedule) {
		for i := range s.Tasks {
			x := &s.Tasks[i]
			facts := s.Facts(x.ID)
			done := facts.NotRelevant != nil || facts.ActualFinish != nil && p.DataDate != nil
			if x.HasFloat() && (x.LevelOfEffort || x.NotRelevant != "" || done || x.LateFinish.Kind == timeline.Open) {
				t.Errorf("%s: %s has a float", name, x.ID)
			}
			if x.HasFreeFloat() && (x.LevelOfEffort || x.NotRelevant != "" || done) {
				t.Errorf("%s: %s has a free float", name, x.ID)
			}
			holdNumbers(t, held, name, s, x.ID, x.BoundBy, x.HasFloat(), x.TotalFloat, x.HasFreeFloat(), x.FreeFloat)
		}
		for i := range s.Milestones {
			m := &s.Milestones[i]
			if m.HasFloat() && m.Latest.Kind == timeline.Open {
				t.Errorf("%s: %s has a float", name, m.ID)
			}
			holdNumbers(t, held, name, s, m.ID, m.BoundBy, m.HasFloat(), m.TotalFloat, m.FreeFloat != 0, m.FreeFloat)
		}
		first, horizon := spokenOf(t, s.Plan, p)
		text := new(strings.Builder)
		bare := *s // what is wrong with the plan itself tells between which years a date may lie
		bare.Findings = slices.DeleteFunc(slices.Clone(s.Findings), func(f drejebog.Finding) bool { return strings.HasPrefix(f.Code, "DB-0") })
		require.NoError(t, json.NewEncoder(text).Encode(&bare))
		for _, found := range aDate.FindAllStringSubmatch(text.String(), -1) {
			on, err := date.ParseISO(found[1])
			require.NoError(t, err)
			held["dates"]++
			if on > horizon || on < first {
				t.Errorf("%s: %v lies beyond %v to %v: %s", name, on, first, horizon, text.String()[max(0, strings.Index(text.String(), found[1])-700):strings.Index(text.String(), found[1])+12])
			}
		}
	})
	held.log(t)
}

func holdNumbers(t *testing.T, held tally, name string, s *timeline.Schedule, id, boundBy string, hasFloat bool, float int, hasFree bool, free int) {
	switch task := s.Task(id); {
	case hasFloat != (boundBy != "") || !hasFloat && float != 0:
		t.Errorf("%s: %s has a float (%v) of %d, bound by %q", name, id, hasFloat, float, boundBy)
	case max(float, -float) > 5000:
		t.Errorf("%s: %s has a float of %d", name, id, float)
	case hasFree && (free > 5000 || free < 0):
		t.Errorf("%s: %s has a free float of %d", name, id, free)
	case hasFloat && task != nil && task.Finish.Known() && s.HardEnd(boundBy) == nil:
		t.Errorf("%s: %s has a float, and %s has no day", name, id, boundBy)
	}
	if m := s.Milestone(id); m.Stands() && free > max(float, 0) {
		t.Errorf("%s: %s has a free float of %d in %d", name, id, free, float)
	}
	held[map[bool]string{true: "with float", false: "without"}[hasFloat]]++
}

// The bounds are the solution without the targets, which are the last constraints.
func TestTheEnginesLawsHoldForTheBoundsAndForThePlan(t *testing.T) {
	held := tally{}
	everyPlan(t, func(name string, _ *plan.Plan, s *timeline.Schedule) {
		n := s.Network()
		var result cpm.Result
		require.NoError(t, n.Graph.Solve(&n.Input, &result))
		if found := cpm.Check(n.Problem, &n.Input, &result); len(found) > 0 {
			t.Errorf("%s: the plan: %v", name, found[0])
		}
		held["plans"]++
		all := n.Input.Constraints
		for k := len(all); k >= 0; k-- {
			n.Input.Constraints = all[:k]
			if k < len(all) && all[k].Kind != cpm.StartNoEarlierThan && all[k].Kind != cpm.FinishNoEarlierThan {
				break
			}
			require.NoError(t, n.Graph.Solve(&n.Input, &result))
			if !isBounds(s, n, &result) {
				continue
			}
			held["bounds"]++
			if found := cpm.Check(n.Problem, &n.Input, &result); len(found) > 0 {
				t.Errorf("%s: the bounds: %v", name, found[0])
			}
			return
		}
		t.Errorf("%s: the earliest and latest dates are those of no solution", name)
	})
	held.log(t)
}

// isBounds reports whether a solution has the earliest and latest dates of a schedule.
func isBounds(s *timeline.Schedule, n *timeline.Network, result *cpm.Result) bool {
	for i := range s.Tasks {
		x := &s.Tasks[i]
		a, ok := n.Index[x.ID]
		if !ok || x.LevelOfEffort {
			continue
		}
		d := result.Dates(a)
		if x.EarlyFinish.Known() && x.EarlyFinish.Date != date.Date(d.EarlyFinish)-1 || x.LateFinish.Known() && x.LateFinish.Date != date.Date(d.LateFinish)-1 {
			return false
		}
	}
	return true
}
