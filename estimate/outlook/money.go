package outlook

import (
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/rickb777/date/v2"
)

// laterYears are those after the estimate's last into which money may slip.
const laterYears = 4

// money is an estimate in numbers, for a sample to put in years.
type money struct {
	years  []int // budget years, oldest first; the last but one takes what slips beyond it, the last what has no year
	starts []cpm.Instant
	work   *cpm.WorkingTime
	rows   []row
	scales []scale // of conditions, then of lines: what a draw is of 1
	risks  []riskCost
}

// row is what one task or milestone costs: all of it lies on the same days.
type row struct {
	activity        int // −1 where no date is drawn
	placed, instant bool
	from, until     []bound     // of a level of effort: what it begins and ends with
	days            int         // of a milestone: calendar days from it, itself included; below zero: those before it
	start, finish   cpm.Instant // as planned
	length          cpm.Work    // as planned
	lines           []lineOf
}

// bound is the finish of an activity, so many days later.
type bound struct {
	activity int
	days     cpm.Instant
}

// lineOf is a line on a row's days.
type lineOf struct {
	other    int   // among Others; −1 without spread
	shares   []int // conditions among Others that all of it is multiplied by
	hourly   []int // of them, those that hours are multiplied by too
	months   int   // started calendar months as planned; 0 for a line that is not monthly
	goesOn   bool  // it is a level of effort's, worked at the same rate as long as that goes on
	newMoney laid  // kroner; none for own hours
	hours    laid
}

// laid is a likely amount as it falls on budget years as planned.
type laid struct {
	years   []int // places, oldest first
	amounts []float64
	all     float64
	stays   bool // nobody knows its date: it stands in its year whatever is drawn
}

func (l *laid) add(year int, amount float64, stays bool) {
	if amount == 0 {
		return
	}
	l.years, l.amounts = append(l.years, year), append(l.amounts, amount)
	l.all += amount
	l.stays = l.stays || stays
}

// scale turns a draw of range 1 into a factor on what is likely.
type scale struct{ offset, span float64 }

// riskCost is what a risk costs when it happens.
type riskCost struct {
	event, other int         // other: −1 without spread
	activity     int         // −1: on the planned day
	planned      cpm.Instant // the last day of what it names, or the first that is left
	back         cpm.Instant // from an instant to its day: 1 for what finishes, 0 for what begins a day
	undated      bool        // nobody knows when
	likely       float64
}

// moneyOf takes an estimate apart for a model of its dates, to which it adds what the
// amounts are drawn from.
func moneyOf(m *modelling, s Simulation) (*money, error) {
	u := uncertainOf(m.est)
	if err := m.curves.fit(u.values()); err != nil {
		return nil, err
	}
	out := &money{work: m.work}
	out.takeYears(m.est)
	conditions := make([]int, len(u.conditions))
	for i := range u.conditions {
		c := &u.conditions[i]
		at, err := out.other(m, c.input.ID, c.value, 1, risk.Quantity{})
		if err != nil {
			return nil, err
		}
		conditions[i] = at
	}
	rows, keys := map[string]int{}, u.keys()
	for i := range u.lines {
		line := &u.lines[i]
		at, ok := rows[rowKey(line.basis)]
		if !ok {
			at = len(out.rows)
			rows[rowKey(line.basis)] = at
			out.rows = append(out.rows, out.row(m, line.basis))
		}
		group := risk.Quantity{}
		if line.basis.Driver != nil && s.Correlation > 0 {
			group.Factor, group.Loading = "driver/"+line.basis.Driver.ID, math.Sqrt(s.Correlation)
		}
		other, err := out.other(m, keys[i], line.value, line.likely, group)
		if err != nil {
			return nil, err
		}
		r := &out.rows[at]
		of := lineOf{other: other, months: line.basis.Months}
		of.goesOn = of.months == 0 && r.until != nil && line.basis.Line.Of != nil && line.basis.Figure == nil
		for _, share := range line.shares {
			of.shares = append(of.shares, conditions[share])
			if u.conditions[share].input != line.basis.Rate {
				of.hourly = append(of.hourly, conditions[share])
			}
		}
		r.lines = append(r.lines, of)
	}
	out.amounts(m.est, u, rows)
	return out, out.takeRisks(m)
}

// rowKey is the same for lines that lie on the same days.
func rowKey(b *estimate.Basis) string {
	return b.Task + " " + b.Line.Milestone + " " + strconv.Itoa(b.Line.Days)
}

// takeYears lists the budget years that money may fall in, and where each begins.
func (m *money) takeYears(e *estimate.Estimate) {
	for i := range e.Years {
		if y := e.Years[i].Year; y != estimate.Undated {
			m.years = append(m.years, y)
		}
	}
	if len(m.years) == 0 {
		m.years = []int{e.AsOf.Year()}
	}
	for range laterYears {
		m.years = append(m.years, m.years[len(m.years)-1]+1)
	}
	for _, y := range m.years {
		m.starts = append(m.starts, cpm.Instant(date.New(y, time.January, 1)))
	}
	m.years = append(m.years, estimate.Undated)
}

// yearOf is the place of the year in which an instant lies.
func (m *money) yearOf(x cpm.Instant) int {
	i := len(m.starts) - 1
	for i > 0 && m.starts[i] > x {
		i--
	}
	return i
}

// other adds what a value is drawn from, as a share of what is likely; −1 for one
// without spread.
func (m *money) other(of *modelling, key string, v threepoint.Value, likely float64, q risk.Quantity) (int, error) {
	if _, spread := formOf(v); !spread || likely == 0 {
		return -1, nil
	}
	f, err := of.curves.form(v)
	if err != nil {
		return 0, err
	}
	q.Key, q.Of = key, f.curve
	of.Others = append(of.Others, q)
	m.scales = append(m.scales, scale{v.Low / likely, (v.High - v.Low) / likely})
	return len(of.Others) - 1, nil
}

// row is where the lines of a task or milestone lie as planned.
func (m *money) row(of *modelling, b *estimate.Basis) row {
	r := row{activity: -1}
	t, s := of.sched.Task(b.Task), of.sched.Milestone(b.Task)
	if t != nil {
		s = of.est.PaidAt(b.Line, t)
	}
	switch {
	case s != nil && s.Date.Known():
		r.instant, r.days = true, b.Line.Days
		r.activity = of.activity(s.ID)
		r.start, r.finish = r.daysFrom(cpm.Instant(s.Date.Date))
	case s == nil && t != nil && t.Start.Known() && t.Finish.Known():
		r.placed = t.Placed
		r.activity = of.activity(t.ID)
		if t.LevelOfEffort {
			r.from, r.until = of.bounds(r.activity)
		}
		r.start, r.finish = cpm.Instant(t.Start.Date), cpm.Instant(t.Finish.Date+1)
	}
	r.length = m.work.Between(r.start, r.finish)
	return r
}

// bounds are what a level of effort begins and ends with.
func (m *modelling) bounds(effort int) (from, until []bound) {
	for _, l := range m.Network.Links {
		switch {
		case l.To != effort:
		case l.Type == cpm.FS:
			from = append(from, bound{l.From, cpm.Instant(l.Lag.Value)})
		case l.Type == cpm.FF:
			until = append(until, bound{l.From, cpm.Instant(l.Lag.Value)})
		}
	}
	return from, until
}

// activity is that of a task or milestone; −1 for one that the engine has not.
func (m *modelling) activity(id string) int {
	if a, ok := m.net.Index[id]; ok {
		return a
	}
	return -1
}

// daysFrom is the days of a row that counts from a milestone.
func (r *row) daysFrom(day cpm.Instant) (start, finish cpm.Instant) {
	if r.days < 0 {
		return day + cpm.Instant(r.days), day
	}
	return day, day + cpm.Instant(max(r.days, 1))
}

// amounts takes the likely amounts of the estimate's cells.
func (m *money) amounts(e *estimate.Estimate, u *uncertain, rows map[string]int) {
	at := map[place]*lineOf{}
	next := make([]int, len(m.rows))
	for i := range u.lines {
		b := u.lines[i].basis
		k := rows[rowKey(b)]
		at[place{b.Line, b.Task}] = &m.rows[k].lines[next[k]]
		next[k]++
	}
	for i := range e.Cells {
		c := &e.Cells[i]
		line := at[place{c.Line, c.Task}]
		if line == nil {
			continue // without kroner and hours
		}
		year, stays := slices.Index(m.years, c.Year), c.Year == estimate.Undated || c.Provisional
		line.hours.add(year, c.Hours.Decimal().InexactFloat64(), stays)
		if c.Kind.NewMoney() {
			line.newMoney.add(year, c.Likely.Decimal().InexactFloat64(), stays)
		}
	}
}

// place is a line for a task or milestone: what an estimate lays apart of it, its money
// and its hours, is drawn together.
type place struct {
	line *estimate.Line
	task string
}

// takeRisks adds what the plan's risks cost: where what they name lies, no earlier than
// the day that the schedule is seen from; without a name on that day.
func (m *money) takeRisks(of *modelling) error {
	seen := cpm.Instant(of.sched.SeenFrom())
	for i, id := range of.riskIDs() {
		r := of.sched.Plan.Risks[id]
		if r.Kroner == nil {
			continue
		}
		cost := riskCost{event: i, activity: of.activity(r.Task), planned: seen, back: 1, likely: r.Kroner.Likely.Decimal().InexactFloat64()}
		switch t, s := of.sched.Task(r.Task), of.sched.Milestone(r.Task); {
		case t != nil && t.Finish.Known():
			cost.planned = max(seen, cpm.Instant(t.Finish.Date))
		case s != nil && s.Date.Known():
			cost.planned = max(seen, cpm.Instant(s.Date.Date))
			if cost.activity >= 0 && of.Network.Activities[cost.activity].Side != cpm.FinishSide {
				cost.back = 0
			}
		case t != nil || s != nil:
			cost.undated = true
		}
		v := threepoint.Value{
			Low: r.Kroner.Low.Decimal().InexactFloat64(), Likely: cost.likely, High: r.Kroner.High.Decimal().InexactFloat64(), Ends: threepoint.OneIn100(),
		}
		if cost.likely == 0 {
			cost.likely = 1 // what is drawn is kroner itself
		}
		var err error
		if cost.other, err = m.other(of, keyOfRisk(id), v, cost.likely, risk.Quantity{}); err != nil {
			return err
		}
		if cost.other < 0 {
			cost.likely = v.Likely
		}
		m.risks = append(m.risks, cost)
	}
	return nil
}

// keyOfRisk names the draws of a risk.
func keyOfRisk(id string) string { return "risk/" + id }

// of fills in the new money of each year, then the hours of each, then both in all.
func (m *money) of(s *risk.Sample, amounts []float64) {
	n := len(m.years)
	for i := range m.rows {
		m.rows[i].put(m, s, amounts)
	}
	for i := range m.risks {
		r := &m.risks[i]
		if !s.Happens(r.event) {
			continue
		}
		day := r.planned
		if r.activity >= 0 {
			day = max(day, s.Finish(r.activity)-r.back)
		}
		year := m.yearOf(day)
		if r.undated {
			year = n - 1
		}
		amounts[year] += r.likely * m.factor(s, r.other)
	}
	for y := range n {
		amounts[2*n] += amounts[y]
		amounts[2*n+1] += amounts[n+y]
	}
}

// factor is what a draw makes of what is likely.
func (m *money) factor(s *risk.Sample, other int) float64 {
	if other < 0 {
		return 1
	}
	f := &m.scales[other]
	return f.offset + f.span*s.Other(other)
}

// span is when a row lies in a sample, and how many months it goes on.
func (r *row) span(m *money, s *risk.Sample) (start, finish cpm.Instant) {
	switch {
	case r.activity < 0:
		return r.start, r.finish
	case r.instant:
		return r.daysFrom(s.Finish(r.activity))
	case r.from != nil || r.until != nil:
		return latest(s, r.start, r.from), latest(s, r.finish, r.until)
	case !r.placed:
		return s.Start(r.activity), s.Finish(r.activity)
	}
	length := s.Duration(r.activity)
	if earliest := s.Start(r.activity); length <= r.length {
		start = max(r.start, earliest)
		return start, m.work.Add(start, length)
	}
	finish = max(r.finish, s.Finish(r.activity))
	return max(m.work.Add(finish, -length), s.Start(r.activity)), finish
}

// latest is the last of a planned instant and what it waits for.
func latest(s *risk.Sample, planned cpm.Instant, of []bound) cpm.Instant {
	for _, b := range of {
		planned = max(planned, s.Finish(b.activity)+b.days)
	}
	return planned
}

// put adds a row's money and hours to the years in which it lies.
func (r *row) put(m *money, s *risk.Sample, amounts []float64) {
	start, finish := r.span(m, s)
	stays := start == r.start && finish == r.finish
	n := len(m.years)
	for i := range r.lines {
		line := &r.lines[i]
		kroner := m.factor(s, line.other)
		hours := kroner
		for _, c := range line.shares {
			kroner *= m.factor(s, c)
		}
		for _, c := range line.hourly {
			hours *= m.factor(s, c)
		}
		if longer := r.longer(m, line, start, finish); !stays && longer > 0 {
			kroner, hours = kroner*longer, hours*longer
		}
		line.newMoney.put(m, start, finish, kroner, stays || r.activity < 0, amounts[:n])
		line.hours.put(m, start, finish, hours, stays || r.activity < 0, amounts[n:2*n])
	}
}

// longer is how many times what is planned a line takes that costs by its length; 0 for
// one that does not.
func (r *row) longer(m *money, line *lineOf, start, finish cpm.Instant) float64 {
	switch {
	case line.months > 0:
		return float64(monthsOf(start, finish)) / float64(line.months)
	case line.goesOn && r.length > 0:
		return float64(m.work.Between(start, finish)) / float64(r.length)
	}
	return 0
}

// put adds an amount to the years from start to finish, none before the first in which
// it is planned.
func (l *laid) put(m *money, start, finish cpm.Instant, factor float64, stays bool, amounts []float64) {
	switch {
	case len(l.years) == 0:
	case stays || l.stays:
		for k, y := range l.years {
			amounts[y] += factor * l.amounts[k]
		}
	default:
		first, all := l.years[0], factor*l.all
		m.lay(start, finish, func(y int, share float64) { amounts[max(y, first)] += share * all })
	}
}

// lay gives out the share of the working days from start to finish in each year.
func (m *money) lay(start, finish cpm.Instant, give func(year int, share float64)) {
	first, last := m.yearOf(start), m.yearOf(max(start, finish-1))
	all := m.work.Between(start, finish)
	if first == last || all < 1 {
		give(last, 1)
		return
	}
	for y := first; y <= last; y++ {
		from, to := max(start, m.starts[y]), finish
		if y < last {
			to = m.starts[y+1]
		}
		if days := m.work.Between(from, to); days > 0 {
			give(y, float64(days)/float64(all))
		}
	}
}

// monthsOf is how many calendar months are started from start to finish.
func monthsOf(start, finish cpm.Instant) int {
	a, b := date.Date(start), date.Date(max(start, finish-1))
	return (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month()) + 1
}
