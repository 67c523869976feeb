package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/shopspring/decimal"
)

// measure is an amount that is summed by project and budget year.
type measure uint8

const (
	newMoney measure = iota
	newMoneyLow
	newMoneyHigh
	newMoneyOpen
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
	key    string                    // of its name; "": that of the decision
	state  plan.DecisionState        // of what is decided; else zero
	column int                       // of the items that is summed
	only   func(w wordNames) []where // which items count; nil: all
	of     func(t *sums) decimal.Decimal
	number number
}

// measureName is what a measure is called.
func (m *model) measureName(i measure) string {
	rule := &measureRules[i]
	if rule.state != 0 {
		return m.decision(rule.state)
	}
	return m.sched.Book.Words.Key("workbook-measure", rule.key, nil).In(m.language)
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

func notOwnNotDecided(w wordNames) []where { return append(notOwnHours(w), notDecided(w)...) }

var measureRules = [measures]measureRule{
	newMoney: {
		"newMoney", 0, itemLikely,
		notOwnHours,
		func(t *sums) decimal.Decimal { return t.NewMoney.Decimal() }, thousands,
	},
	newMoneyLow: {
		"newMoneyLow", 0, itemLow,
		notOwnHours,
		func(t *sums) decimal.Decimal { return t.NewMoneyLow.Decimal() }, thousands,
	},
	newMoneyHigh: {
		"newMoneyHigh", 0, itemHigh,
		notOwnHours,
		func(t *sums) decimal.Decimal { return t.NewMoneyHigh.Decimal() }, thousands,
	},
	newMoneyOpen: {
		"newMoneyOpen", 0, itemLikely,
		notOwnNotDecided,
		func(t *sums) decimal.Decimal { return t.NewMoneyUndecided().Decimal() }, thousands,
	},
	ownValue: {
		"ownValue", 0, itemLikely,
		onlyOwnHours,
		func(t *sums) decimal.Decimal { return t.OwnTimeValue.Decimal() }, thousands,
	},
	hours: {
		"hours", 0, itemHours, nil,
		func(t *sums) decimal.Decimal { return t.Hours.Decimal() }, whole,
	},
	inAll: {
		"inAll", 0, itemLikely, nil,
		func(t *sums) decimal.Decimal { return t.Likely.Decimal() }, thousands,
	},
	inAllLow: {
		"inAllLow", 0, itemLow, nil,
		func(t *sums) decimal.Decimal { return t.Low.Decimal() }, thousands,
	},
	inAllHigh: {
		"inAllHigh", 0, itemHigh, nil,
		func(t *sums) decimal.Decimal { return t.High.Decimal() }, thousands,
	},
	setAside: {
		"", plan.SetAside, itemLikely,
		onlySetAside,
		func(t *sums) decimal.Decimal { return t.SetAside.Decimal() }, thousands,
	},
	withinFrame: {
		"", plan.WithinFrame, itemLikely,
		onlyWithinFrame,
		func(t *sums) decimal.Decimal { return t.WithinFrame.Decimal() }, thousands,
	},
	undecided: {
		"", plan.Undecided, itemLikely,
		notDecided,
		func(t *sums) decimal.Decimal { return t.Undecided.Decimal() }, thousands,
	},
	assumedMoney: {
		"assumedMoney", 0, itemLikely,
		onlyAssumed,
		func(t *sums) decimal.Decimal { return t.assumedMoney.Decimal() }, thousands,
	},
	assumedHours: {
		"assumedHours", 0, itemHours,
		onlyAssumed,
		func(t *sums) decimal.Decimal { return t.assumedHours.Decimal() }, whole,
	},
}
