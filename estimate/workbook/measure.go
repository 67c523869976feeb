package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// measure is an amount that is summed by project and budget year.
type measure uint8

const (
	newMoney measure = iota
	newMoneyLow
	newMoneyHigh
	ownValue
	hours
	inAll
	inAllLow
	inAllHigh
	setAside
	withinFrame
	undecided
	assumedMoney
	assumedHours
	measures // how many there are
)

// measureRule says how a measure is summed.
type measureRule struct {
	name   lang.Text
	column int                       // of the items that is summed
	only   func(w wordNames) []where // which items count; nil: all
	of     func(t *sums) decimal.Decimal
	number number
}

// where is a condition on a column of the items.
type where struct {
	column int
	is     string // the criterion, as SUMIFS takes it
}

func isNot(name string) string { return `"<>"&` + name }

func (r *measureRule) conditions(w wordNames) []where {
	if r.only == nil {
		return nil
	}
	return r.only(w)
}

func notOwnHours(w wordNames) []where     { return []where{{itemKind, isNot(w.ownHours)}} }
func onlyOwnHours(w wordNames) []where    { return []where{{itemKind, w.ownHours}} }
func onlySetAside(w wordNames) []where    { return []where{{itemDecision, w.setAside}} }
func onlyWithinFrame(w wordNames) []where { return []where{{itemDecision, w.withinFrame}} }
func onlyAssumed(w wordNames) []where     { return []where{{itemCertainty, w.assumed}} }

func notDecided(w wordNames) []where {
	return []where{{itemDecision, isNot(w.setAside)}, {itemDecision, isNot(w.withinFrame)}}
}

var measureRules = [measures]measureRule{
	newMoney: {
		lang.Text{DA: "Nye penge, sandsynligt", EN: "New money, likely"}, itemLikely,
		notOwnHours,
		func(t *sums) decimal.Decimal { return t.NewMoney.Decimal() }, thousands,
	},
	newMoneyLow: {
		lang.Text{DA: "Nye penge, lavt", EN: "New money, low"}, itemLow,
		notOwnHours,
		func(t *sums) decimal.Decimal { return t.NewMoneyLow.Decimal() }, thousands,
	},
	newMoneyHigh: {
		lang.Text{DA: "Nye penge, højt", EN: "New money, high"}, itemHigh,
		notOwnHours,
		func(t *sums) decimal.Decimal { return t.NewMoneyHigh.Decimal() }, thousands,
	},
	ownValue: {
		lang.Text{DA: "Egne timers værdi", EN: "Value of own hours"}, itemLikely,
		onlyOwnHours,
		func(t *sums) decimal.Decimal { return t.OwnTimeValue.Decimal() }, thousands,
	},
	hours: {
		lang.Text{DA: "Egne folks timer", EN: "Hours of own people"}, itemHours, nil,
		func(t *sums) decimal.Decimal { return t.Hours.Decimal() }, whole,
	},
	inAll: {
		lang.Text{DA: "Kroner i alt, sandsynligt", EN: "Money in all, likely"}, itemLikely, nil,
		func(t *sums) decimal.Decimal { return t.Likely.Decimal() }, thousands,
	},
	inAllLow: {
		lang.Text{DA: "Kroner i alt, lavt", EN: "Money in all, low"}, itemLow, nil,
		func(t *sums) decimal.Decimal { return t.Low.Decimal() }, thousands,
	},
	inAllHigh: {
		lang.Text{DA: "Kroner i alt, højt", EN: "Money in all, high"}, itemHigh, nil,
		func(t *sums) decimal.Decimal { return t.High.Decimal() }, thousands,
	},
	setAside: {
		lang.Text{DA: "Afsat", EN: "Set aside"}, itemLikely,
		onlySetAside,
		func(t *sums) decimal.Decimal { return t.SetAside.Decimal() }, thousands,
	},
	withinFrame: {
		lang.Text{DA: "Inden for rammen", EN: "Within the frame"}, itemLikely,
		onlyWithinFrame,
		func(t *sums) decimal.Decimal { return t.WithinFrame.Decimal() }, thousands,
	},
	undecided: {
		lang.Text{DA: "Ikke besluttet", EN: "Not decided"}, itemLikely,
		notDecided,
		func(t *sums) decimal.Decimal { return t.Undecided.Decimal() }, thousands,
	},
	assumedMoney: {
		lang.Text{DA: "Kroner, der bygger på antagelser", EN: "Money that rests on assumptions"}, itemLikely,
		onlyAssumed,
		func(t *sums) decimal.Decimal { return t.assumedMoney.Decimal() }, thousands,
	},
	assumedHours: {
		lang.Text{DA: "Timer, der bygger på antagelser", EN: "Hours that rest on assumptions"}, itemHours,
		onlyAssumed,
		func(t *sums) decimal.Decimal { return t.assumedHours.Decimal() }, whole,
	},
}
