package outlook

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The amounts of a sample are those that a walk day by day finds from the cells of the
// estimate, the plan's risks and the dates of the sample. It shares what was drawn with
// the package, and nothing of what lays it out.
func TestAmountsAreThoseOfAWalkDayByDay(t *testing.T) {
	plans := []*plan.Plan{plan.New("Roskilde"), estimatetest.Sample(t, "odense.yaml")}
	random := rand.New(rand.NewPCG(11, 12))
	for range 10 {
		plans = append(plans, somePlan(t, random))
	}
	curves := newCurves(Simulation{}.usual().Shape)
	for i, p := range plans {
		w := &walk{est: byTheMonthToo(t, p).AllYears(), works: map[date.Date]bool{}, spans: map[span]walked{}}
		w.sched = w.est.Schedule()
		m, err := networkOf(w.est, curves)
		require.NoError(t, err)
		money, err := moneyOf(m, Simulation{Correlation: 0.3}.usual())
		require.NoError(t, err)
		w.take(m.Others, m.Events)
		m.Amounts = 2*len(w.years) + 2
		simulated := func() *risk.Result {
			r, err := risk.Simulate(context.Background(), &m.Model, risk.Options{Samples: cpm.Lanes, DatesOnly: true, Seed: 5, Cores: 1})
			require.NoError(t, err)
			return r
		}
		m.Sums = money.sums
		got := simulated()
		m.Sums, m.Money = nil, w.amounts
		want := simulated()
		for k := range want.Amounts {
			assert.InDeltaSlice(t, want.Amounts[k].Samples(), got.Amounts[k].Samples(), 1e-6, "plan %d, amount %d", i, k)
		}
	}
}

// somePlan moves go-lives, is seen from some day, and has risks that cost.
func somePlan(t *testing.T, random *rand.Rand) *plan.Plan {
	kommuner := booktest.Book(t).Kommuner
	p := plan.New(kommuner[random.IntN(len(kommuner))].Code)
	p.Projects = map[string]plan.Rollout{}
	for _, project := range []string{"ky", "ksd", "sapa"} {
		if random.IntN(3) > 0 {
			p.Projects[project] = plan.Rollout{GoLive: &plan.When{Date: date.New(2015, 10, 1) + date.Date(random.IntN(700))}}
		}
	}
	if random.IntN(2) == 0 {
		seen := date.New(2014, 6, 1) + date.Date(random.IntN(500))
		p.DataDate = &seen
	}
	sched := estimatetest.Schedule(t, p)
	kroner := func(n int64) drejebog.Kroner { return drejebog.NewKroner(decimal.NewFromInt(n)) }
	p.Risks = map[string]plan.Risk{}
	for i := range 12 {
		r := plan.Risk{Probability: decimal.RequireFromString("0.5"), Kroner: &plan.KronerRange{Low: kroner(1000), Likely: kroner(50000), High: kroner(200000)}}
		switch {
		case i == 0: // of the kommune as such
		case i == 1:
			r.Kroner.Low, r.Kroner.High = r.Kroner.Likely, r.Kroner.Likely
		case i < 7:
			r.Task = sched.Tasks[random.IntN(len(sched.Tasks))].ID
		default:
			r.Task = sched.Milestones[random.IntN(len(sched.Milestones))].ID
		}
		if r.Task != "" {
			r.Delay = &plan.WorkdaysRange{Low: 10, Likely: 60, High: 200}
		}
		p.Risks["risk"+strconv.Itoa(i)] = r
	}
	return p
}

// byTheMonthToo is the estimate of a plan with lines by the month for some of its tasks,
// which are asked for no earlier than 2016.
func byTheMonthToo(t *testing.T, p *plan.Plan) *estimate.Estimate {
	sched := estimatetest.Schedule(t, p)
	var lines []estimate.Line
	for i := range sched.Tasks {
		step, _, _ := strings.Cut(sched.Tasks[i].ID, "@")
		if i%5 == 0 && !slices.ContainsFunc(lines, func(l estimate.Line) bool { return l.Step == step }) {
			lines = append(lines, estimate.Line{Step: step, Role: "it-chef", Kind: estimate.External, Monthly: true, Kroner: estimatetest.Kroner("1000", "2000", "5000")})
		}
	}
	later := estimatetest.Published(lines...)
	later[0].BudgetYear = 2016
	e, err := estimate.Compute(sched, append(estimatetest.Reference(t), later...))
	require.NoError(t, err)
	return e
}

// walk counts an estimate's money and hours in a sample.
type walk struct {
	est   *estimate.Estimate
	sched *timeline.Schedule
	net   *timeline.Network
	works map[date.Date]bool
	spans map[span]walked

	years  []int
	lines  []walkedLine
	draws  map[string]int // place among what is drawn, by key
	events map[string]int
}

// walkedLine is what a line costs for a task or milestone.
type walkedLine struct {
	basis             *estimate.Basis
	key               string // of its draw
	low, likely, high float64
	money, hours      map[int]float64 // by year
	stays, hoursStay  bool            // nobody knows when
}

// span is from a first day to the day after the last.
type span struct{ from, to date.Date }

// walked is what a span holds.
type walked struct {
	days, months int
	byYear       map[int]float64 // share of the working days
}

type lineAt struct {
	line *estimate.Line
	task string
}

func (w *walk) take(others []risk.Quantity, events []risk.Event) {
	w.net = w.sched.Network()
	for _, y := range w.est.Years {
		if y.Year != estimate.Undated {
			w.years = append(w.years, y.Year)
		}
	}
	last := w.years[len(w.years)-1]
	w.years = append(w.years, last+1, last+2, last+3, last+4, estimate.Undated)
	w.draws, w.events = map[string]int{}, map[string]int{}
	for i := range others {
		w.draws[others[i].Key] = i
	}
	for i := range events {
		w.events[events[i].Key] = i
	}
	places, times := map[lineAt]int{}, map[string]int{}
	for i := range w.est.Cells {
		c := &w.est.Cells[i]
		at := lineAt{c.Line, c.Task}
		if _, ok := places[at]; ok || !c.Basis.Money() {
			continue
		}
		places[at] = len(w.lines)
		key := keyOf(c.Basis)
		if times[key]++; times[key] > 1 {
			key += " #" + strconv.Itoa(times[key])
		}
		w.lines = append(w.lines, walkedLine{basis: c.Basis, key: key, money: map[int]float64{}, hours: map[int]float64{}})
	}
	for i := range w.est.Cells {
		c := &w.est.Cells[i]
		place, ok := places[lineAt{c.Line, c.Task}]
		if !ok {
			continue
		}
		l := &w.lines[place]
		likely, hours := c.Likely.Decimal().InexactFloat64(), c.Hours.Decimal().InexactFloat64()
		if c.Basis == l.basis {
			l.low, l.likely, l.high = l.low+c.Low.Decimal().InexactFloat64(), l.likely+likely, l.high+c.High.Decimal().InexactFloat64()
		}
		unknown := c.Year == estimate.Undated || c.Provisional
		if hours != 0 {
			l.hours[c.Year] += hours
			l.hoursStay = l.hoursStay || unknown
		}
		if likely != 0 && c.Kind.NewMoney() {
			l.money[c.Year] += likely
			l.stays = l.stays || unknown
		}
	}
}

// isWork reports whether a day is Monday to Friday and none of the kommune's holidays.
func (w *walk) isWork(day date.Date) bool {
	works, known := w.works[day]
	if !known {
		weekday := day.Weekday()
		works = weekday != time.Saturday && weekday != time.Sunday && w.sched.Workdays(day, day) == 1
		w.works[day] = works
	}
	return works
}

// over walks a span.
func (w *walk) over(s span) walked {
	if known, ok := w.spans[s]; ok {
		return known
	}
	out, month := walked{byYear: map[int]float64{}}, time.Month(0)
	for day := s.from; day < max(s.to, s.from+1); day++ {
		if day.Month() != month {
			month = day.Month()
			out.months++
		}
		if day < s.to && w.isWork(day) {
			out.days++
			out.byYear[day.Year()]++
		}
	}
	for y := range out.byYear {
		out.byYear[y] /= float64(out.days)
	}
	if out.days == 0 {
		out.byYear[max(s.to-1, s.from).Year()] = 1
	}
	w.spans[s] = out
	return out
}

// forth is so many working days after a day, and back so many before it.
func (w *walk) forth(day date.Date, n int) date.Date {
	for ; n > 0; day++ {
		if w.isWork(day) {
			n--
		}
	}
	return day
}

func (w *walk) back(day date.Date, n int) date.Date {
	for n > 0 {
		if day--; w.isWork(day) {
			n--
		}
	}
	return day
}

// dayOf is the day on which a milestone is reached in a sample.
func (w *walk) dayOf(s *risk.Sample, activity int) date.Date {
	day := date.Date(s.Finish(activity))
	if w.net.Problem.Activities[activity].Side == cpm.FinishSide {
		day--
	}
	return day
}

// daysOf is where a line lies as planned and in a sample; false where no date is drawn.
func (w *walk) daysOf(l *walkedLine, s *risk.Sample) (planned, drawn span, ok bool) {
	task, milestone := w.sched.Task(l.basis.Task), w.sched.Milestone(l.basis.Task)
	if task != nil && l.basis.Line.Milestone != "" {
		for i := range w.sched.Milestones {
			if m := &w.sched.Milestones[i]; milestone == nil && m.Project == task.Project && m.Base() == l.basis.Line.Milestone {
				milestone = m
			}
		}
	}
	if milestone != nil {
		a, ok := w.net.Index[milestone.ID]
		if !ok || !milestone.Date.Known() {
			return span{}, span{}, false
		}
		from := func(day date.Date) span {
			if n := date.Date(l.basis.Line.Days); n < 0 {
				return span{day + n, day}
			}
			return span{day, day + date.Date(max(l.basis.Line.Days, 1))}
		}
		return from(milestone.Date.Date), from(w.dayOf(s, a)), true
	}
	if task == nil || !task.Start.Known() || !task.Finish.Known() {
		return span{}, span{}, false
	}
	a, ok := w.net.Index[task.ID]
	if !ok {
		return span{}, span{}, false
	}
	planned = span{task.Start.Date, task.Finish.Date + 1}
	drawn = span{date.Date(s.Start(a)), date.Date(s.Finish(a))}
	if from, to, bound := w.effort(task, planned, a, s); bound {
		return planned, span{from, to}, true
	}
	if !task.Placed {
		return planned, drawn, true
	}
	length, was := int(s.Duration(a)), w.over(planned).days
	if length <= was {
		from := max(planned.from, drawn.from)
		return planned, span{from, w.forth(from, length)}, true
	}
	to := max(planned.to, drawn.to)
	return planned, span{max(drawn.from, w.back(to, length)), to}, true
}

// effort is from where to where a level of effort goes on: as planned, and as long as
// what it waits for.
func (w *walk) effort(task *timeline.Task, planned span, activity int, s *risk.Sample) (from, to date.Date, bound bool) {
	from, to = planned.from, planned.to
	for _, l := range w.net.Problem.Links {
		if !task.LevelOfEffort || l.To != activity {
			continue
		}
		at := date.Date(s.Finish(l.From)) + date.Date(l.Lag.Value)
		switch l.Type {
		case cpm.FS:
			from, bound = max(from, at), true
		case cpm.FF:
			to, bound = max(to, at), true
		}
	}
	return from, to, bound
}

// ends reports whether a level of effort ends with something.
func (w *walk) ends(task *timeline.Task) bool {
	return task != nil && task.LevelOfEffort && slices.ContainsFunc(w.net.Problem.Links, func(l cpm.Link) bool {
		return l.To == w.net.Index[task.ID] && l.Type == cpm.FF
	})
}

// drawn is how many times the likely point a key's draw is; 1 for one that is certain.
func (w *walk) drawn(s *risk.Sample, key string, low, likely, high float64) float64 {
	if at, ok := w.draws[key]; ok {
		return (low + (max(high, low, likely)-low)*s.Other(at)) / likely
	}
	return 1
}

func (w *walk) input(s *risk.Sample, in *estimate.Input) float64 {
	if in == nil {
		return 1
	}
	return w.drawn(s, in.ID, in.Low.InexactFloat64(), in.Likely.InexactFloat64(), in.High.InexactFloat64())
}

// amounts are the new money of each year, the hours of each, and both in all.
func (w *walk) amounts(s *risk.Sample, into []float64) {
	n := len(w.years)
	for i := range w.lines {
		l := &w.lines[i]
		hours := w.drawn(s, l.key, l.low, l.likely, l.high) * w.input(s, l.basis.Driver)
		planned, drawn, ok := w.daysOf(l, s)
		moved := ok && planned != drawn
		if moved {
			was, is := w.over(planned), w.over(drawn)
			switch {
			case l.basis.Months > 0:
				hours *= float64(is.months) / float64(l.basis.Months)
			case l.basis.Line.Of != nil && l.basis.Figure == nil && w.ends(w.sched.Task(l.basis.Task)) && was.days > 0 && is.days > 0:
				hours *= float64(is.days) / float64(was.days)
			}
		}
		w.lay(l.money, hours*w.input(s, l.basis.Rate), drawn, moved && !l.stays, into[:n])
		w.lay(l.hours, hours, drawn, moved && !l.hoursStay, into[n:2*n])
	}
	w.risks(s, into)
	for y := range n {
		into[2*n] += into[y]
		into[2*n+1] += into[n+y]
	}
}

// lay adds amounts by year as planned, or where they lie in a sample: none before the
// first year as planned.
func (w *walk) lay(planned map[int]float64, times float64, drawn span, moved bool, into []float64) {
	first, all := estimate.Undated, 0.0
	for y, amount := range planned {
		if all += amount; first == estimate.Undated || y < first {
			first = y
		}
		if !moved {
			into[slices.Index(w.years, y)] += amount * times
		}
	}
	if !moved || len(planned) == 0 {
		return
	}
	for y, share := range w.over(drawn).byYear {
		into[w.at(max(y, first))] += all * times * share
	}
}

// at is the place of a year: what lies outside all of them is in the nearest.
func (w *walk) at(year int) int {
	return slices.Index(w.years, min(max(year, w.years[0]), w.years[len(w.years)-2]))
}

// risks add what happens on the day that what it names is done, none before the day that
// the schedule is seen from, nor before it is planned.
func (w *walk) risks(s *risk.Sample, into []float64) {
	for id, r := range w.sched.Plan.Risks {
		if r.Kroner == nil || !s.Happens(w.events["risk/"+id]) {
			continue
		}
		day, at := w.sched.SeenFrom(), -1
		task, milestone := w.sched.Task(r.Task), w.sched.Milestone(r.Task)
		switch {
		case task != nil && task.Finish.Known():
			day = max(day, task.Finish.Date)
			if a, ok := w.net.Index[task.ID]; ok {
				day = max(day, date.Date(s.Finish(a))-1)
			}
		case milestone != nil && milestone.Date.Known():
			day = max(day, milestone.Date.Date)
			if a, ok := w.net.Index[milestone.ID]; ok {
				day = max(day, w.dayOf(s, a))
			}
		case task != nil || milestone != nil:
			at = len(w.years) - 1
		}
		if at < 0 {
			at = w.at(day.Year())
		}
		likely := r.Kroner.Likely.Decimal().InexactFloat64()
		into[at] += likely * w.drawn(s, "risk/"+id, r.Kroner.Low.Decimal().InexactFloat64(), likely, r.Kroner.High.Decimal().InexactFloat64())
	}
}
