package readiness

import (
	"maps"
	"slices"
)

// sortedKeys returns the keys of a map in the order of their bytes, so that
// every walk over a plan goes the same way.
func sortedKeys[T any](of map[string]T) []string { return slices.Sorted(maps.Keys(of)) }
