package estimatereport

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
)

// LeftOut says what an estimate of one budget year leaves out because it hangs
// on a date nobody knows and so has no year; empty where that is nothing.
func LeftOut(e *estimate.Estimate) lang.Text {
	t, ok := tell(e)
	if !ok {
		return lang.Text{}
	}
	y := e.LeftOut()
	if y == nil {
		return lang.Text{}
	}
	return t.text("estimate/left-out", lang.Args{"amount": y.NewMoney.ToThousands(), "hours": y.Hours.Tens()})
}
