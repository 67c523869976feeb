package outlook

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/rickb777/date/v2"
)

// Joint is how sure a kommune's dates and money are, and the two together. All of it is
// drawn: another seed gives slightly other figures.
type Joint struct {
	Simulation // as it was run

	Gates    []Gate       // the hard dates that lie ahead, in the order of their days
	Years    []Spent      // budget years with money or hours, oldest first
	InAll    Amounts      // new money and hours of all years
	Together []Both       // for each go-live, that its date and the new money of a budget year hold
	Reserve  []Reserve    // by Marks and for seven in ten: what new money takes beyond what is likely
	Closed   *Uncertainty // the same money by the successive principle, with the dates as they stand

	Gains   []Gain   // what go-lives would gain if something were certain, by go-live, the most first; nil until Weigh
	Delay   Delay    // what a month costs that go-lives come later
	Delays  int      // deliverables with a promise that came: how many the delays of others rest on
	Unmoved []string // ids of the plan's risks whose delay is not counted: what they name has no date, is over, or stands on its day

	// Critical is by task and milestone the share of samples in which it decides another's
	// gate: of several, the one that it decides most often.
	Critical map[string]float64

	est *estimate.Estimate

	onDays, inPeriods bool // go-lives are drawn
}

// DrawsGoLives reports whether go-lives are drawn from some months before their day, and
// whether some are from the first day of a period that the plan gives.
func (j *Joint) DrawsGoLives() (onDays, inPeriods bool) { return j.onDays, j.inPeriods }

// Estimate is what it is of; nil where nobody computed it.
func (j *Joint) Estimate() *estimate.Estimate {
	if j == nil {
		return nil
	}
	return j.est
}

// Gate is a date that must hold: a go-live, a start of implementation, a confirmation,
// or a task's own hard end.
type Gate struct {
	ID      string // of the milestone or task
	Project string
	Planned date.Date // when it is planned
	Hard    date.Date // the last day that holds
	GoLive  bool

	Chance        float64 // that it is reached by Hard
	StandardError float64 // of Chance
	PlannedChance float64 // that it is reached by Planned: the planned date's own percentile

	P50, P80, P90 date.Date // days by which it is reached in so many of a hundred samples, none before Planned

	Decides []Deciding // what decides it most, by Share, the most first

	finish   *risk.Outcome
	finishes bool // its instants lie after its days
}

// Deciding is what a date hangs on.
type Deciding struct {
	ID          string // of a task, or a milestone that others owe
	Own         bool   // it is the gate's own day as drawn, or that of its project's start of implementation
	Late        bool   // it is too late as planned
	Criticality float64
	Share       float64 // significance: criticality times its spread, of the date's

	// Ranks is the correlation of ranks of how long it takes, or when it comes, and the date
	// (risk.Influence); nil until Joint.Weigh, and where nothing is drawn.
	Ranks *float64
}

// Amounts are new money, in whole kroner, and hours, in whole hours.
type Amounts struct {
	NewMoney, Hours Drawn
	PlannedMoney    drejebog.Kroner // as the estimate has it
	PlannedHours    drejebog.Hours
	Enough          float64 // share of samples in which PlannedMoney is enough
}

// Spent is what falls in a budget year.
type Spent struct {
	Year int // estimate.Undated for hours that nobody knows the date of
	Amounts
}

// Both is a go-live with the new money of the budget year that is decided next, or of its
// own year where none is.
type Both struct {
	Gate    string // id
	Year    int
	Chance  float64
	Date    float64 // the chance of the date alone
	Money   float64 // of the money alone
	SevenIn []Pair  // date and money that hold together in seven of ten samples

	gate  *Gate
	money *risk.Outcome
}

// Draws are the first samples, at most so many: the day and the new money of each.
func (b *Both) Draws(n int) []Pair {
	if b.gate == nil {
		return nil
	}
	days, amounts := b.gate.finish.Samples(), b.money.Samples()
	var out []Pair
	for i := range min(max(n, 0), len(days)) {
		out = append(out, Pair{b.gate.day(days[i]), wholeKroner(amounts[i])})
	}
	return out
}

// Pair is a day and an amount that hold together.
type Pair struct {
	By    date.Date
	Money drejebog.Kroner
}

// Reserve is what new money takes beyond what is likely, to be enough so often.
type Reserve struct {
	Probability float64
	Drawn       drejebog.Kroner // with dates drawn
	Closed      drejebog.Kroner // by the successive principle, with dates as they stand
}

// reserves are the probabilities that a reserve is told for.
var reserves = [...]float64{0.5, 0.7, 0.8}

// mostDeciding is how many of what decides a date are told.
const mostDeciding = 5

// confident is how often a pair of date and money is to hold.
const confident = 0.7

// JointOf simulates an estimate with the dates that it rests on, in all its years. The
// error is that of Of, that of package risk, or that of the context.
func JointOf(ctx context.Context, e *estimate.Estimate, s Simulation) (*Joint, error) {
	e = e.AllYears()
	if e == nil || !e.Schedule().IsComputed() {
		return nil, estimate.ErrNotComputed
	}
	s = s.usual()
	if err := s.check(); err != nil {
		return nil, err
	}
	m, err := networkOf(e, newCurves(s.Shape))
	if err != nil {
		return nil, err
	}
	money, err := moneyOf(m, s)
	if err != nil {
		return nil, err
	}
	j := &Joint{Simulation: s, Delays: len(m.delays), est: e}
	j.gates(m)
	for i := range j.Gates {
		m.Targets = append(m.Targets, m.net.Index[j.Gates[i].ID])
	}
	m.Amounts, m.Sums = 2*len(money.years)+2, money.sums
	result, err := risk.Simulate(ctx, &m.Model, risk.Options{Samples: s.Samples, Seed: s.Seed, ChainsOnly: true})
	if err != nil {
		return nil, err
	}
	sortAll(result)
	j.Critical = map[string]float64{}
	for i := range j.Gates {
		j.Gates[i].take(&result.Targets[i], m)
		j.critical(&j.Gates[i], &result.Targets[i], m)
	}
	j.spend(money, result)
	if j.Closed, err = Of(e); err != nil {
		return nil, err
	}
	for _, p := range reserves {
		j.Reserve = append(j.Reserve, Reserve{
			Probability: p, Drawn: j.InAll.NewMoney.Within(p).Sub(j.InAll.PlannedMoney), Closed: j.Closed.NewMoney.Within(p).Sub(j.InAll.PlannedMoney),
		})
	}
	j.Unmoved, j.onDays, j.inPeriods = m.unmoved, m.onDays, m.inPeriods
	j.both(money, result)
	return j, nil
}

// sortAll sorts what a simulation came to, side by side, before it is asked.
func sortAll(r *risk.Result) {
	var sorting sync.WaitGroup
	for i := range r.Targets {
		sorting.Go(func() { r.Targets[i].Finish.Sorted() })
	}
	for _, o := range r.Amounts {
		sorting.Go(func() { o.Sorted() })
	}
	sorting.Wait()
}

// gates lists what must hold and lies ahead.
func (j *Joint) gates(m *modelling) {
	for i := range m.sched.Milestones {
		s := &m.sched.Milestones[i]
		if s.Milestone == nil || !m.isAhead(s) {
			continue
		}
		var hard date.Date
		switch {
		case begins(s):
			hard = m.lastDay(s)
		case s.Milestone.Kind == drejebog.Confirmation && s.Deadline != nil && s.DeadlineKind == drejebog.Frist:
			hard = *s.Deadline
		default:
			continue
		}
		j.Gates = append(j.Gates, Gate{
			ID: s.ID, Project: s.Project, Planned: s.Date.Date, Hard: hard, GoLive: s.Milestone.Kind == drejebog.GoLive,
			finishes: m.Network.Activities[m.net.Index[s.ID]].Side == cpm.FinishSide,
		})
	}
	for i := range m.sched.Tasks {
		t := &m.sched.Tasks[i]
		hard := m.sched.HardDay(t)
		if _, ok := m.net.Index[t.ID]; !ok || hard == nil || *hard < m.sched.SeenFrom() || !m.sched.IsAhead(t) || !t.Finish.Known() {
			continue
		}
		j.Gates = append(j.Gates, Gate{ID: t.ID, Project: t.Project, Planned: t.Finish.Date, Hard: *hard, finishes: true})
	}
	slices.SortStableFunc(j.Gates, func(a, b Gate) int { return cmp.Compare(a.Hard, b.Hard) })
}

// critical takes what decides a gate.
func (j *Joint) critical(g *Gate, t *risk.Target, m *modelling) {
	for a, id := range m.net.IDs {
		if share := t.Activities[a].Criticality; share > 0 && id != g.ID {
			j.Critical[id] = max(j.Critical[id], share)
		}
	}
}

// Within is the day by which it is reached with a probability as drawn, earlier than
// planned too.
func (g *Gate) Within(probability float64) date.Date {
	if g.finish == nil {
		return g.Planned
	}
	return g.day(g.finish.Percentile(probability))
}

// at is the instant by which a day is met.
func (g *Gate) at(day date.Date) float64 {
	if g.finishes {
		return float64(day) + 1
	}
	return float64(day)
}

// within is the day by which it is reached with a probability: nobody is done before it
// is planned.
func (g *Gate) within(probability float64) date.Date {
	return max(g.Planned, g.Within(probability))
}

// day is the day of an instant.
func (g *Gate) day(x float64) date.Date {
	day := date.Date(math.Ceil(x))
	if g.finishes {
		day--
	}
	return day
}

// take reads what a simulation came to for the gate.
func (g *Gate) take(t *risk.Target, m *modelling) {
	g.finish = t.Finish
	g.Chance, g.StandardError = t.Finish.Chance(g.at(g.Hard))
	g.PlannedChance, _ = t.Finish.Chance(g.at(g.Planned))
	g.P50, g.P80, g.P90 = g.within(0.5), g.within(0.8), g.within(0.9)
	for i := range m.Durations {
		g.decided(m.net.IDs[m.Durations[i].Activity], false, &t.Activities[m.Durations[i].Activity])
	}
	for i := range t.Dates {
		id := m.net.IDs[m.Dates[i].Activity]
		s := m.sched.Milestone(id)
		g.decided(id, s != nil && begins(s) && s.Project == g.Project, &t.Dates[i])
	}
	slices.SortStableFunc(g.Decides, func(a, b Deciding) int { return cmp.Compare(b.Share, a.Share) })
	g.Decides = append(g.lateOnes(t, m), g.Decides...)
	g.Decides = g.Decides[:min(len(g.Decides), mostDeciding)]
}

// lateOnes are the tasks and milestones that are too late as planned and decide the date,
// whether their length is drawn or not.
func (g *Gate) lateOnes(t *risk.Target, m *modelling) []Deciding {
	var late []Deciding
	for a, id := range m.net.IDs {
		by := &t.Activities[a]
		if by.Criticality < leastCritical || id == g.ID {
			continue
		}
		task, s := m.sched.Task(id), m.sched.Milestone(id)
		if task.HasFloat() && task.TotalFloat < 0 || s.HasFloat() && s.TotalFloat < 0 {
			g.Decides = slices.DeleteFunc(g.Decides, func(d Deciding) bool { return d.ID == id })
			late = append(late, Deciding{ID: id, Late: true, Criticality: by.Criticality, Share: by.Significance})
		}
	}
	return late
}

// leastCritical is in how many samples something has to decide a date to be told.
const leastCritical = 0.05

func (g *Gate) decided(id string, own bool, by *risk.Influence) {
	const least = 0.005 // what is less shows as nothing
	if by.Significance >= least && by.Criticality >= leastCritical {
		g.Decides = append(g.Decides, Deciding{ID: id, Own: own, Criticality: by.Criticality, Share: by.Significance})
	}
}

// spend reads the amounts of a simulation.
func (j *Joint) spend(m *money, r *risk.Result) {
	n := len(m.years)
	for y, year := range m.years {
		planned := estimate.Totals{}
		for i := range j.est.Years {
			if j.est.Years[i].Year == year {
				planned = j.est.Years[i].Totals
			}
		}
		a := amountsOf(planned, r.Amounts[y], r.Amounts[n+y])
		if a.NewMoney.Mean.Sign() != 0 || a.Hours.Mean.Sign() != 0 || planned.Likely.Sign() != 0 {
			j.Years = append(j.Years, Spent{year, a})
		}
	}
	j.InAll = amountsOf(j.est.Total(), r.Amounts[2*n], r.Amounts[2*n+1])
	j.Delay = delayed(j.Gates, r.Amounts[2*n].Samples(), r.Amounts[2*n+1].Samples())
}

func amountsOf(planned estimate.Totals, money, hours *risk.Outcome) Amounts {
	a := Amounts{NewMoney: drawnAs(money), Hours: drawnAs(hours), PlannedMoney: planned.NewMoney, PlannedHours: planned.Hours}
	a.Enough, _ = money.Chance(planned.NewMoney.Decimal().InexactFloat64() + 0.005)
	return a
}

// both holds each go-live against the money of a budget year.
func (j *Joint) both(m *money, r *risk.Result) {
	rising := make([][]int32, len(m.years))
	for i := range j.Gates {
		g := &j.Gates[i]
		if !g.GoLive {
			continue
		}
		b := Both{Gate: g.ID, Date: g.Chance, Year: g.Planned.Year()}
		if y := j.est.ToDecide(); y != nil {
			b.Year = y.Year
		}
		year := slices.Index(m.years, b.Year)
		planned := slices.IndexFunc(j.Years, func(y Spent) bool { return y.Year == b.Year })
		if year < 0 || planned < 0 {
			continue
		}
		money := r.Amounts[year]
		b.Money = j.Years[planned].Enough
		budget := j.Years[planned].PlannedMoney.Decimal().InexactFloat64() + 0.005
		b.gate, b.money = g, money
		b.Chance, _ = risk.Joint([]*risk.Outcome{g.finish, money}, []float64{g.at(g.Hard), budget})
		amounts, finishes := money.Samples(), g.finish.Samples()
		if rising[year] == nil {
			rising[year] = fromLeast(amounts)
		}
		for _, share := range []float64{0.75, 0.8, 0.85, 0.9, 0.95} {
			by := g.within(share)
			if n := len(b.SevenIn); n > 0 && b.SevenIn[n-1].By == by {
				continue
			}
			if amount, ok := confidentOf(amounts, rising[year], finishes, g.at(by)); ok {
				b.SevenIn = append(b.SevenIn, Pair{by, wholeKroner(math.Ceil(amount))})
			}
		}
		j.Together = append(j.Together, b)
	}
}

// fromLeast is which samples have the least amount, the next, and so on.
func fromLeast(amounts []float64) []int32 {
	order := make([]int32, len(amounts))
	for k := range order {
		order[k] = int32(k)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(amounts[a], amounts[b]) })
	return order
}

// confidentOf is the amount within which, in confident of all samples, the finish is no
// later than a day too; false where the finish is so in fewer samples.
func confidentOf(amounts []float64, rising []int32, finishes []float64, by float64) (float64, bool) {
	left := int(math.Ceil(confident * float64(len(amounts))))
	for _, k := range rising {
		if finishes[k] <= by {
			if left--; left == 0 {
				return amounts[k], true
			}
		}
	}
	return 0, false
}
