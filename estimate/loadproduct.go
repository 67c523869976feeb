package estimate

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// mostOfLine is how many times the low figure of a line the high one may be: what is
// wider is not yet estimable.
const mostOfLine = 6

// takeLengths gives the inputs that are the length of a step its numbers and its reason.
func (l *loader) takeLengths(files fs.FS) {
	lengths, faults := drejebog.ReadDurations(files)
	l.faults = append(l.faults, faults...)
	for i := range l.inputs.Inputs {
		n := &l.inputs.Inputs[i]
		if n.Step == "" {
			continue
		}
		path := fmt.Sprintf("inputs[%d].step", i)
		length, ok := lengths[n.Step]
		switch {
		case !ok:
			l.fault(inputsFile, path, n.Step, strict.Part{Kind: "seeds/a-step"})
		case !n.Low.IsZero() || !n.Likely.IsZero() || !n.High.IsZero():
			l.fault(inputsFile, path, n.ID, strict.Part{Kind: "seeds/length-or-numbers"})
		default:
			n.Low, n.Likely, n.High = decimal.NewFromInt(int64(length.Low)), decimal.NewFromInt(int64(length.Likely)), decimal.NewFromInt(int64(length.High))
			n.Certainty, n.Why = n.Certainty.Weaker(length.Certainty), length.Why
		}
	}
}

func (l *loader) checkInputs() {
	seen := map[string]bool{}
	for i := range l.inputs.Inputs {
		n := &l.inputs.Inputs[i]
		path := fmt.Sprintf("inputs[%d]", i)
		l.unique(inputsFile, path+".id", seen, n.ID)
		l.provenance(inputsFile, path, n.Provenance)
		if n.Certainty != drejebog.Assumed && n.Address == "" && n.Section == "" {
			l.fault(inputsFile, path, strict.Part{Kind: "seeds/without-source"}, strict.Part{Kind: "seeds/section-or-source"})
		}
		bounded := inBounds(n.Low) && inBounds(n.Likely) && inBounds(n.High)
		if !bounded || n.Low.Sign() < 0 || n.Likely.Sign() <= 0 || n.Likely.LessThan(n.Low) || n.High.LessThan(n.Likely) {
			l.fault(inputsFile, path, n.ID, strict.Part{Kind: "seeds/input-numbers"})
		}
	}
}

// multiply sets the figures of a line that names inputs, as one has to that is not
// stated; false, with a fault, where they come to none.
func (l *loader) multiply(path string, line *Line) bool {
	if len(line.Of) == 0 {
		if line.figures() == 1 && line.NotEstimable == nil && line.Certainty != drejebog.Stated {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/a-product"})
		}
		return true
	}
	if line.figures() != 0 {
		return true // which is a fault of its own
	}
	inputs, ok := l.inputsOf(referenceFile, path, line.Of)
	if !ok || !l.fits(path, line, inputs) {
		return false
	}
	low, likely, high := product.Of(inputs)
	if low.Mul(decimal.NewFromInt(mostOfLine)).LessThan(high) {
		l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/narrow", Values: map[string]any{"most": lang.Whole(mostOfLine)}})
	}
	if line.Kind == External {
		line.Kroner = &KronerRange{drejebog.NewKroner(low), drejebog.NewKroner(likely), drejebog.NewKroner(high)}
		return true
	}
	line.Hours = &HoursRange{drejebog.NewHours(low), drejebog.NewHours(likely), drejebog.NewHours(high)}
	return true
}

// multiplyDriver sets the numbers of a driver that names inputs.
func (l *loader) multiplyDriver(path string, d *DriverDefault) {
	inputs, ok := l.inputsOf(driversFile, path, d.Of)
	if len(d.Of) == 0 || !ok {
		return
	}
	own := product.Unit(l.unitOfDriver(d.Driver) + "/thousands")
	units, alone := unitsOf(inputs, own)
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
			few, _, many := product.Of([]*product.Input{{Low: low, Likely: likely, High: high}, {Low: d.Low, Likely: one, High: d.High}})
			if few.Mul(most).LessThan(many) {
				l.fault(driversFile, fmt.Sprintf("defaults[%d]", j), line.ID(), strict.Part{Kind: "seeds/narrow", Values: map[string]any{"most": lang.Whole(mostOfLine)}})
			}
		}
	}
}

// unitsOf are the units of inputs; alone says whether one of them is a whole figure.
func unitsOf(inputs []*product.Input, whole ...string) (units []string, alone bool) {
	for _, n := range inputs {
		units = append(units, n.Unit)
		alone = alone || slices.Contains(whole, product.Unit(n.Unit))
	}
	return units, alone
}

// inputsOf are the inputs of ids; false, with a fault, where one is unknown or its
// numbers are none to multiply.
func (l *loader) inputsOf(file, path string, of []string) (inputs []*product.Input, ok bool) {
	ok = true
	for k, id := range of {
		i := slices.IndexFunc(l.inputs.Inputs, func(n product.Input) bool { return n.ID == id })
		if i < 0 {
			l.fault(file, fmt.Sprintf("%s.of[%d]", path, k), id, strict.Part{Kind: "seeds/an-input"})
			ok = false
			continue
		}
		inputs = append(inputs, &l.inputs.Inputs[i])
		ok = ok && l.inputs.Inputs[i].Likely.Sign() > 0
	}
	return inputs, ok
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
	units, alone := unitsOf(inputs, measure, product.Unit(whole))
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
