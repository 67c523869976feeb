package product

import (
	"maps"
	"slices"
	"strings"
)

// Unit is what a product of units comes to, its parts sorted: "hours/departments" of
// "meetings", "seats/meetings*departments" and "hours/seats". What stands behind the
// first stroke divides. "1" is the unit of a share.
func Unit(units ...string) string {
	powers := map[string]int{}
	for _, unit := range units {
		over, under, _ := strings.Cut(unit, "/")
		count(powers, over, 1)
		count(powers, under, -1)
	}
	var over, under []string
	for _, part := range slices.Sorted(maps.Keys(powers)) {
		for range powers[part] {
			over = append(over, part)
		}
		for range -powers[part] {
			under = append(under, part)
		}
	}
	unit := "1"
	if len(over) > 0 {
		unit = strings.Join(over, "*")
	}
	if len(under) > 0 {
		unit += "/" + strings.Join(under, "*")
	}
	return unit
}

func count(powers map[string]int, parts string, by int) {
	for part := range strings.SplitSeq(parts, "*") {
		if part != "" && part != "1" {
			powers[part] += by
		}
	}
}
