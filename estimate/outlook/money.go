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
	shared int // of the Others the first so many: conditions
	groups int // the most that a row has
}

// row is what one task or milestone costs: all of it lies on the same days.
type row struct {
	activity        int // −1 where no date is drawn
	placed, instant bool
	back            cpm.Instant // from the instant of its milestone to that one's day: 1 for one that closes its day
	from, until     []bound     // of a level of effort: what it begins and ends with
	days            int         // of a milestone: calendar days from it, itself included; below zero: those before it
	start, finish   cpm.Instant // as planned
	length          cpm.Work    // as planned
	lines           []lineOf
	groups          []group
	monthly, goesOn bool // a line is
}

// group is what of a row's amounts is laid out as one when its days are not the planned
// ones: none of it before a year.
type group struct {
	first int // place of the year among the amounts
	hours bool
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
	group   int  // of the row
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
	out.shared = len(m.Others)
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
			if conditions[share] < 0 {
				continue
			}
			of.shares = append(of.shares, conditions[share])
			if u.conditions[share].input != line.basis.Rate {
				of.hourly = append(of.hourly, conditions[share])
			}
		}
		r.lines = append(r.lines, of)
	}
	out.amounts(m.est, u, rows)
	for i := range out.rows {
		out.rows[i].group()
		out.groups = max(out.groups, len(out.rows[i].groups))
	}
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

// inYear reports whether i is yearOf an instant.
func (m *money) inYear(i int, x cpm.Instant) bool {
	return (i == 0 || m.starts[i] <= x) && (i+1 == len(m.starts) || x < m.starts[i+1])
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
		if s.Milestone.Kind.ClosesDay() {
			r.back = 1
		}
		r.start, r.finish = r.daysFrom(cpm.Instant(s.Date.Date) + r.back)
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

// daysFrom is the days of a row that counts from a milestone, which stands at an instant.
func (r *row) daysFrom(instant cpm.Instant) (start, finish cpm.Instant) {
	day := instant - r.back
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

// group puts together what is laid out as one.
func (r *row) group() {
	of := func(l *laid, hours bool) {
		if len(l.years) == 0 {
			return
		}
		one := group{l.years[0], hours}
		if l.group = slices.Index(r.groups, one); l.group < 0 {
			l.group = len(r.groups)
			r.groups = append(r.groups, one)
		}
	}
	for i := range r.lines {
		line := &r.lines[i]
		of(&line.newMoney, false)
		of(&line.hours, true)
		r.monthly, r.goesOn = r.monthly || line.months > 0, r.goesOn || line.goesOn
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

// lay gives out the share of the working days from start to finish in each year.
func (m *money) lay(start, finish cpm.Instant, give func(year int, share float64)) {
	first, last := m.yearOf(start), m.yearOf(max(start, finish-1))
	all := m.work.Between(start, finish)
	if first == last || all < 1 {
		give(last, 1)
		return
	}
	for y := first; y <= last; y++ {
		from, to := start, finish // what lies before the first year counts in it
		if y > first {
			from = m.starts[y]
		}
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
