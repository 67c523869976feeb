package outlook

import (
	"math"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/shopspring/decimal"
)

// uncertain is an estimate as sums of products of uncertain quantities: each
// line's own kroner, times what the drivers and rates that it shares with
// others come out at, relative to what the estimate takes them as.
type uncertain struct {
	est        *estimate.Estimate
	lines      []uncertainLine
	conditions []condition
}

// uncertainLine is one line for one task, in the estimate's budget years.
type uncertainLine struct {
	basis    *estimate.Basis
	newMoney bool
	likely   float64
	value    threepoint.Value // kroner, with driver and rate as the estimate takes them
	shares   []int            // the conditions that it is multiplied by
}

// condition is a general condition: a driver or a rate.
type condition struct {
	input *estimate.Input
	value threepoint.Value // relative, with 1 as the likely point
}

// uncertainOf takes an estimate apart. Low and high of lines, drivers and rates
// count as their 1 % and 99 % marks.
func uncertainOf(e *estimate.Estimate) *uncertain {
	u := &uncertain{est: e}
	lineAt, conditionAt := map[*estimate.Basis]int{}, map[*estimate.Input]int{}
	for i := range e.Cells {
		cell := &e.Cells[i]
		if !cell.Basis.Money() {
			continue
		}
		at, seen := lineAt[cell.Basis]
		if !seen {
			at = len(u.lines)
			lineAt[cell.Basis] = at
			line := uncertainLine{basis: cell.Basis, newMoney: cell.Kind.NewMoney(), value: threepoint.Value{Ends: threepoint.OneIn100()}}
			for _, input := range []*estimate.Input{cell.Basis.Driver, cell.Basis.Rate} {
				if c, ok := u.condition(input, conditionAt); ok {
					line.shares = append(line.shares, c)
				}
			}
			u.lines = append(u.lines, line)
		}
		v := &u.lines[at].value
		v.Low += cell.Low.Decimal().InexactFloat64()
		v.Likely += cell.Likely.Decimal().InexactFloat64()
		v.High += cell.High.Decimal().InexactFloat64()
	}
	for i := range u.lines {
		v := &u.lines[i].value
		u.lines[i].likely = v.Likely
		v.Likely = max(v.Low, v.Likely) // single years are rounded apart, by an øre
		v.High = max(v.Likely, v.High)
	}
	return u
}

// condition returns the place of an input among the conditions; false for one
// that is certain.
func (u *uncertain) condition(input *estimate.Input, at map[*estimate.Input]int) (int, bool) {
	if input == nil || input.Low.Equal(input.High) || input.Likely.Sign() <= 0 {
		return 0, false
	}
	if i, ok := at[input]; ok {
		return i, true
	}
	likely := input.Likely.InexactFloat64()
	at[input] = len(u.conditions)
	u.conditions = append(u.conditions, condition{input, threepoint.Value{
		Low: input.Low.InexactFloat64() / likely, Likely: 1, High: input.High.InexactFloat64() / likely, Ends: threepoint.OneIn100(),
	}})
	return at[input], true
}

// wholeKroner is an amount that was computed with in binary, rounded to whole
// kroner. What is no number is none.
func wholeKroner(amount float64) drejebog.Kroner {
	const most = 1 << 62
	return drejebog.NewKroner(decimal.NewFromInt(int64(math.Round(max(-most, min(amount, most))))))
}
