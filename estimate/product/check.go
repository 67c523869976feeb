package product

import (
	"fmt"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/internal/faults"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// The digits that a figure has at most, before the decimal point and after it: an amount
// such as 1e999999999 is cheap to hold and dear to compute with.
const (
	MostWhole    = 13
	MostFraction = 10
)

// InBounds reports whether none of the numbers has more digits than a figure has.
func InBounds(numbers ...decimal.Decimal) bool {
	for _, d := range numbers {
		if !lang.IsBounded(d, MostWhole, MostFraction) {
			return false
		}
	}
	return true
}

// IsRising reports whether low, likely and high rise from zero.
func IsRising(low, likely, high decimal.Decimal) bool {
	return low.Sign() >= 0 && low.LessThanOrEqual(likely) && likely.LessThanOrEqual(high)
}

// Check tells what of a file of named inputs cannot be.
func Check(inputs []Input, in faults.File) {
	seen := map[string]bool{}
	for i := range inputs {
		n := &inputs[i]
		path := fmt.Sprintf("inputs[%d]", i)
		in.Once(path+".id", seen, n.ID)
		in.Provenance(path, n.Provenance)
		if n.Certainty != drejebog.Assumed && n.Address == "" && n.Section == "" {
			in(path, strict.Part{Kind: "seeds/without-source"}, strict.Part{Kind: "seeds/section-or-source"})
		}
		if !InBounds(n.Low, n.Likely, n.High) || n.Likely.Sign() <= 0 || !IsRising(n.Low, n.Likely, n.High) {
			in(path, n.ID, strict.Part{Kind: "seeds/input-numbers"})
		} else if n.Step == "" && n.Ends.IsZero() && !n.isOrdinary() {
			in(path, n.ID, strict.Part{Kind: "seeds/ends-without-reason"})
		}
	}
}

// isOrdinary reports whether the ends are those of an ordinary guess, which may be wrong by
// a factor from 1.2 to 5/3, to both sides by much the same; a number without a span is a
// choice, a count or a conversion, which its reason says.
func (n *Input) isOrdinary() bool {
	if n.Low.Equal(n.High) {
		return true
	}
	if n.Low.Sign() <= 0 {
		return false
	}
	down, up := n.Likely.DivRound(n.Low, 2), n.High.DivRound(n.Likely, 2)
	least, most, apart := decimal.New(12, -1), decimal.New(167, -2), decimal.New(12, -1)
	within := func(factor decimal.Decimal) bool { return !factor.LessThan(least) && !factor.GreaterThan(most) }
	return within(down) && within(up) && !decimal.Max(down, up).GreaterThan(decimal.Min(down, up).Mul(apart))
}

// Named are the inputs of ids that stand at a path of a file; false, with a fault, where
// one is unknown or its numbers are none to multiply.
func Named(inputs []Input, ids []string, path string, in faults.File) (named []*Input, ok bool) {
	ok = true
	for k, id := range ids {
		i := slices.IndexFunc(inputs, func(n Input) bool { return n.ID == id })
		if i < 0 {
			in(fmt.Sprintf("%s.of[%d]", path, k), id, strict.Part{Kind: "seeds/an-input"})
			ok = false
			continue
		}
		named = append(named, &inputs[i])
		ok = ok && inputs[i].Likely.Sign() > 0
	}
	return named, ok
}

// Units are the units of inputs; alone says whether one of them is a whole figure.
func Units(inputs []*Input, whole ...string) (units []string, alone bool) {
	for _, n := range inputs {
		units = append(units, n.Unit)
		alone = alone || slices.Contains(whole, Unit(n.Unit))
	}
	return units, alone
}

// TakeLengths gives the inputs that are the length of a step, by its id without scope, its
// numbers and its reason.
func TakeLengths(inputs []Input, lengths map[string]drejebog.Duration, in faults.File) {
	for i := range inputs {
		n := &inputs[i]
		if n.Step == "" {
			continue
		}
		path := fmt.Sprintf("inputs[%d].step", i)
		length, ok := lengths[n.Step]
		switch {
		case !ok:
			in(path, n.Step, strict.Part{Kind: "seeds/a-step"})
		case !n.Low.IsZero() || !n.Likely.IsZero() || !n.High.IsZero():
			in(path, n.ID, strict.Part{Kind: "seeds/length-or-numbers"})
		default:
			n.Low, n.Likely, n.High = days(length.Low), days(length.Likely), days(length.High)
			n.Certainty, n.Why = n.Certainty.Weaker(length.Certainty), length.Why
		}
	}
}

func days(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }
