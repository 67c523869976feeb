package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Alone returns the fault of more than one flag among those that each ask for
// something else.
func (f *Flags) Alone(names ...string) error {
	var given []string
	for _, name := range names {
		if f.Given(name) {
			given = append(given, "-"+name)
		}
	}
	if len(given) < 2 {
		return nil
	}
	return strict.Part{Kind: "flag/one-of-them", Values: map[string]any{"flags": strings.Join(given, ", ")}}
}

// Belongs returns the fault of a flag that is given without what it belongs to,
// as it would be written.
func (f *Flags) Belongs(name string, there bool, to string) error {
	if there || !f.Given(name) {
		return nil
	}
	return strict.Part{Kind: "flag/belongs-to", Values: map[string]any{"flag": name, "to": to}}
}

// Without returns the fault of a flag that is given together with one that leaves
// it no meaning.
func (f *Flags) Without(name string, others ...string) error {
	if !f.Given(name) {
		return nil
	}
	at := slices.IndexFunc(others, f.Given)
	if at < 0 {
		return nil
	}
	return strict.Part{Kind: "flag/not-with", Values: map[string]any{"flag": others[at], "other": name}}
}

// WithoutPlans returns the fault of a flag that is given together with plans as the
// program's arguments, which leave it no meaning.
func (f *Flags) WithoutPlans(names ...string) error {
	for _, name := range names {
		if f.Set.NArg() > 0 && f.Given(name) {
			return strict.Part{Kind: "flag/with-plans", Values: map[string]any{"flag": name}}
		}
	}
	return nil
}

// Seed reads the seed of a simulation.
func Seed(word string) (uint64, error) {
	seed, err := strconv.ParseUint(word, 10, 64)
	if err != nil {
		return 0, strict.Part{Kind: "flag/seed", Values: map[string]any{"value": word}}
	}
	return seed, nil
}
