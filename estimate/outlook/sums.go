package outlook

import (
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
)

// lanes are the samples that amounts are summed for at once, and values what one
// quantity is in each.
const lanes = cpm.Lanes

type values [lanes]float64

// adding is the memory of one core for the amounts of many samples.
type adding struct {
	*money
	conditions []values // what each makes of what is likely
	groups     []values // of the row

	// Of the row: when it lies, how many times what is planned a line takes that costs by
	// months or by days, and 1 where it lies on other days than planned, or on those.
	start, finish  [lanes]cpm.Instant
	months, days   values
	moved, planned values
	anyMoved       bool
	year           [lanes]int // place of the one in which it lies; -1 where there are several
	length         float64    // in working days, as planned

	kroner, hours values // of the line, as a factor
}

// sums fills in the new money of each year, then the hours of each, then both in all.
func (m *money) sums() func(s *risk.Samples, amounts [][lanes]float64) {
	a := &adding{money: m, conditions: make([]values, m.shared), groups: make([]values, m.groups)}
	return a.add
}

func (a *adding) add(s *risk.Samples, amounts [][lanes]float64) {
	n := len(a.years)
	for i := range a.conditions {
		a.factor(s, i, &a.conditions[i])
	}
	for i := range a.rows {
		a.row(&a.rows[i], s, amounts)
	}
	for i := range a.risks {
		a.risk(&a.risks[i], s, amounts)
	}
	for y := range n {
		addTo(&amounts[2*n], &amounts[y])
		addTo(&amounts[2*n+1], &amounts[n+y])
	}
}

func addTo(sum, of *[lanes]float64) {
	for k := range sum {
		sum[k] += of[k]
	}
}

// factor is what a draw makes of what is likely.
func (a *adding) factor(s *risk.Samples, other int, into *values) {
	f, drawn := &a.scales[other], s.Others(other)
	for k := range into {
		into[k] = f.offset + f.span*drawn[k]
	}
}

// row adds a row's money and hours to the years in which it lies.
func (a *adding) row(r *row, s *risk.Samples, amounts [][lanes]float64) {
	a.span(r, s)
	a.compare(r)
	groups, n := a.groups[:len(r.groups)], len(a.years)
	if a.anyMoved {
		clear(groups)
	}
	for i := range r.lines {
		line := &r.lines[i]
		a.factors(line, s)
		a.put(&line.newMoney, &a.kroner, amounts[:n])
		a.put(&line.hours, &a.hours, amounts[n:2*n])
	}
	if !a.anyMoved {
		return
	}
	for i := range groups {
		if r.groups[i].hours {
			a.lay(r.groups[i].first, &groups[i], amounts[n:2*n])
		} else {
			a.lay(r.groups[i].first, &groups[i], amounts[:n])
		}
	}
}

// compare finds where a row does not lie as planned, and what of its lines is longer
// there.
func (a *adding) compare(r *row) {
	a.anyMoved = false
	if r.activity < 0 {
		return
	}
	year := 0 // most samples of a row lie in one year
	for k := range a.moved {
		a.moved[k], a.planned[k] = 0, 1
		if a.start[k] != r.start || a.finish[k] != r.finish {
			a.moved[k], a.planned[k], a.anyMoved = 1, 0, true
			if !a.inYear(year, a.start[k]) {
				year = a.yearOf(a.start[k])
			}
			if a.year[k] = year; !a.inYear(year, max(a.start[k], a.finish[k]-1)) {
				a.year[k] = -1
			}
		}
	}
	if !a.anyMoved {
		return
	}
	if r.monthly {
		for k := range a.months {
			a.months[k] = float64(monthsOf(a.start[k], a.finish[k]))
		}
	}
	if r.goesOn {
		for k := range a.days {
			a.days[k] = float64(a.work.Between(a.start[k], a.finish[k]))
		}
	}
	a.length = float64(r.length)
}

// factors are what the draws make of the likely money and hours of a line.
func (a *adding) factors(line *lineOf, s *risk.Samples) {
	if line.other < 0 {
		for k := range a.kroner {
			a.kroner[k] = 1
		}
	} else {
		a.factor(s, line.other, &a.kroner)
	}
	if a.anyMoved {
		a.longer(line)
	}
	if len(line.hours.years) > 0 {
		a.hours = a.kroner
		for _, c := range line.hourly {
			multiply(&a.hours, &a.conditions[c])
		}
	}
	if len(line.newMoney.years) > 0 {
		for _, c := range line.shares {
			multiply(&a.kroner, &a.conditions[c])
		}
	}
}

func multiply(product, by *values) {
	for k := range product {
		product[k] *= by[k]
	}
}

// longer multiplies a line that costs by its length by how many times what is planned
// that is.
func (a *adding) longer(line *lineOf) {
	of, planned := &a.days, a.length
	switch {
	case line.months > 0:
		of, planned = &a.months, float64(line.months)
	case !line.goesOn || planned <= 0:
		return
	}
	for k, times := range of {
		if times /= planned; a.moved[k] == 1 && times > 0 {
			a.kroner[k] *= times
		}
	}
}

// put adds what draws make of an amount to its years where the row lies as planned, and
// to its group elsewhere.
func (a *adding) put(l *laid, factors *values, amounts [][lanes]float64) {
	if !a.anyMoved || l.stays {
		for i, y := range l.years {
			of, into := l.amounts[i], &amounts[y]
			for k := range into {
				into[k] += of * factors[k]
			}
		}
		return
	}
	if len(l.years) == 0 {
		return
	}
	group, all := &a.groups[l.group], l.all
	for k := range group {
		group[k] += all * factors[k] * a.moved[k]
	}
	for i, y := range l.years {
		of, into := l.amounts[i], &amounts[y]
		for k := range into {
			into[k] += of * factors[k] * a.planned[k]
		}
	}
}

// lay adds amounts to the years in which the row lies, none before the first.
func (a *adding) lay(first int, group *values, amounts [][lanes]float64) {
	for k, amount := range group {
		switch {
		case a.moved[k] == 0:
		case a.year[k] >= 0:
			amounts[max(a.year[k], first)][k] += amount
		default:
			a.money.lay(a.start[k], a.finish[k], func(y int, share float64) { amounts[max(y, first)][k] += share * amount })
		}
	}
}

// span is when a row lies.
func (a *adding) span(r *row, s *risk.Samples) {
	switch {
	case r.activity < 0:
	case r.instant:
		for k, x := range s.Finishes(r.activity) {
			a.start[k], a.finish[k] = r.daysFrom(x)
		}
	case r.from != nil || r.until != nil:
		a.start, a.finish = latest(s, r.start, r.from), latest(s, r.finish, r.until)
	case !r.placed:
		a.start, a.finish = s.Starts(r.activity), s.Finishes(r.activity)
	default:
		starts, finishes := s.Starts(r.activity), s.Finishes(r.activity)
		for k, length := range s.Durations(r.activity) {
			a.start[k], a.finish[k] = a.place(r, length, starts[k], finishes[k])
		}
	}
}

// place is where a placed row lies that can start and finish so early.
func (a *adding) place(r *row, length cpm.Work, earliest, finish cpm.Instant) (cpm.Instant, cpm.Instant) {
	if length <= r.length {
		start := max(r.start, earliest)
		return start, a.work.Add(start, length)
	}
	finish = max(r.finish, finish)
	return max(a.work.Add(finish, -length), earliest), finish
}

// latest is the last of a planned instant and what it waits for.
func latest(s *risk.Samples, planned cpm.Instant, of []bound) (out [lanes]cpm.Instant) {
	for k := range out {
		out[k] = planned
	}
	for _, b := range of {
		for k, x := range s.Finishes(b.activity) {
			out[k] = max(out[k], x+b.days)
		}
	}
	return out
}

// risk adds what a risk costs where it happens.
func (a *adding) risk(r *riskCost, s *risk.Samples, amounts [][lanes]float64) {
	var finishes [lanes]cpm.Instant
	if r.activity >= 0 {
		finishes = s.Finishes(r.activity)
	}
	for k, happens := range s.Happens(r.event) {
		if !happens {
			continue
		}
		day := r.planned
		if r.activity >= 0 {
			day = max(day, finishes[k]-r.back)
		}
		year, factor := a.yearOf(day), 1.0
		if r.undated {
			year = len(a.years) - 1
		}
		if r.other >= 0 {
			f := &a.scales[r.other]
			factor = f.offset + f.span*s.Others(r.other)[k]
		}
		amounts[year][k] += r.likely * factor
	}
}
