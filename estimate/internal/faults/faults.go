package faults

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// File takes a fault of one file: what stands at a path, and what is wanted there.
type File func(path string, got any, want strict.Part)

// Once faults an id that was seen.
func (in File) Once(path string, seen map[string]bool, id string) {
	if seen[id] {
		in(path, strings.TrimSpace(id), strict.Part{Kind: "seeds/once"})
	}
	seen[id] = true
}

// Provenance faults an implied or assumed figure without reasoning.
func (in File) Provenance(path string, p drejebog.Provenance) {
	if p.Certainty != drejebog.Stated && p.Why.IsZero() {
		in(path, strict.Part{Kind: "seeds/without-why", Values: map[string]any{"certainty": p.Certainty.String()}},
			strict.Part{Kind: "seeds/why"})
	}
}

// Dated faults an entry that does not say from which day it counts.
func (in File) Dated(path string, p drejebog.Provenance) {
	in.Provenance(path, p)
	if p.Published == nil {
		in(path, strict.Part{Kind: "seeds/without-published"}, strict.Part{Kind: "seeds/day-it-counts-from"})
	}
}

// Within faults a number that is not from least to most.
func (in File) Within(path string, value, least, most decimal.Decimal) {
	if value.LessThan(least) || value.GreaterThan(most) {
		in(path, value.String(), strict.Part{Kind: "seeds/a-number", Values: map[string]any{"least": least, "most": most}})
	}
}
