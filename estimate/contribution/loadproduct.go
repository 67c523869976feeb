package contribution

import (
	"fmt"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// mostOfLine is how many times the low figure of a line the high one may be: what is
// wider is not yet estimable.
const mostOfLine = 6

// multiply sets the figures of a line that names inputs, as one has to that is not
// stated; false, with a fault, where they come to none.
func (l *loader) multiply(path string, line *Line) bool {
	if len(line.Of) == 0 {
		if line.Measures() == 1 && line.NotEstimable == nil && line.Certainty != drejebog.Stated {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/a-product"})
		}
		return true
	}
	if line.Measures() != 0 {
		return true // which is a fault of its own
	}
	inputs, ok := product.Named(l.inputs.Inputs, line.Of, path, l.in(referenceFile))
	if !ok || !l.fits(path, line, inputs) {
		return false
	}
	low, likely, high := product.Of(inputs)
	if low.Mul(decimal.NewFromInt(mostOfLine)).LessThan(high) {
		l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/narrow", Values: map[string]any{"most": lang.Whole(mostOfLine)}})
	}
	line.Measure(low, likely, high)
	return true
}

// multiplyDriver sets the numbers of a driver that names inputs.
func (l *loader) multiplyDriver(path string, d *assumed.Driver) {
	inputs, ok := product.Named(l.inputs.Inputs, d.Of, path, l.in(driversFile))
	if len(d.Of) == 0 || !ok {
		return
	}
	own := product.Unit(l.unitOfDriver(d.Driver) + "/thousands")
	units, alone := product.Units(inputs, own)
	switch got := product.Unit(units...); {
	case got != own:
		l.fault(driversFile, path+".of", got, strict.Part{Kind: "seeds/unit", Values: map[string]any{"unit": own}})
	case alone:
		l.fault(driversFile, path+".of", d.Driver, strict.Part{Kind: "seeds/several-inputs", Values: map[string]any{"unit": own}})
	}
	low, likely, high := product.Of(inputs)
	d.PerThousand, d.Low, d.High = likely, low.DivRound(likely, 2), high.DivRound(likely, 2)
}

// checkWidths faults a line that is too wide once what its driver may be is counted in.
func (l *loader) checkWidths() {
	most := decimal.NewFromInt(mostOfLine)
	for i := range l.reference.Lines {
		line := &l.reference.Lines[i]
		low, likely, high := line.Figures()
		for j := range l.drivers.Defaults {
			d := &l.drivers.Defaults[j]
			if line.Per != d.Driver || d.Scope != "" && len(line.Projects) > 0 && !slices.Contains(line.Projects, d.Scope) {
				continue
			}
			few, _, many := product.Of([]*product.Input{{Low: low, Likely: likely, High: high}, {Low: d.Low, Likely: decimal.NewFromInt(1), High: d.High}})
			if few.Mul(most).LessThan(many) {
				l.fault(driversFile, fmt.Sprintf("defaults[%d]", j), line.ID(), strict.Part{Kind: "seeds/narrow", Values: map[string]any{"most": lang.Whole(mostOfLine)}})
			}
		}
	}
}

// fits reports whether the units of a line's inputs come to hours or kroner with that of
// its driver and its months, and whether none of them is the whole figure alone.
func (l *loader) fits(path string, line *Line, inputs []*product.Input) bool {
	measure, times := "hours", []string(nil)
	if line.Kind == External {
		measure = "kroner"
	}
	if line.Per != "" {
		times = append(times, l.unitOfDriver(line.Per))
	}
	if line.Monthly {
		times = append(times, "months")
	}
	whole := measure
	if len(times) > 0 {
		whole += "/" + strings.Join(times, "*")
	}
	units, alone := product.Units(inputs, measure, product.Unit(whole))
	if got := product.Unit(append(units, times...)...); got != measure {
		l.fault(referenceFile, path+".of", got, strict.Part{Kind: "seeds/unit", Values: map[string]any{"unit": measure}})
		return false
	}
	if alone {
		l.fault(referenceFile, path+".of", line.ID(), strict.Part{Kind: "seeds/several-inputs", Values: map[string]any{"unit": product.Unit(whole)}})
	}
	return !alone
}

// unitOfDriver is what a driver counts.
func (l *loader) unitOfDriver(driver string) string {
	for i := range l.drivers.Defaults {
		if d := &l.drivers.Defaults[i]; d.Driver == driver && d.Unit != "" {
			return d.Unit
		}
	}
	return driver
}
