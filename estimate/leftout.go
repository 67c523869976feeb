package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// LeftOut is what an estimate of one budget year leaves out because it hangs on a
// date nobody knows and so has no year; nil where that is nothing.
func (e *Estimate) LeftOut() *Year {
	undated := func(y Year) bool { return y.Year == Undated }
	if e == nil || e.how == nil || slices.ContainsFunc(e.Years, undated) {
		return nil
	}
	at := slices.IndexFunc(e.how.Years, undated)
	if at < 0 {
		return nil
	}
	y := e.how.Years[at]
	return &y
}

// LeftOutSaid says what LeftOut is; nothing where that is nil.
func (e *Estimate) LeftOutSaid() lang.Said {
	y := e.LeftOut()
	if y == nil {
		return lang.Said{}
	}
	return e.say("estimate/left-out", lang.Args{"amount": y.NewMoney.ToThousands(), "hours": y.Hours.Tens()})
}
