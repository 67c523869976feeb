package truth_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// contradiction is a fact that is told otherwise than at its home.
type contradiction struct {
	fact       fact
	home, told said
}

func (c contradiction) String() string {
	return fmt.Sprintf("%s of %s: %s (%s), but %s (%s)", c.fact.name, c.fact.id, c.home.value, c.home.where, c.told.value, c.told.where)
}

// contradictions are the facts that are not told as they are at home, each place
// once, in order.
func (f *facts) contradictions() []contradiction {
	for of, at := range f.totals {
		for where, value := range at {
			f.homes[of] = append(f.homes[of], said{value: value.StringFixed(2), where: where})
		}
	}
	var all []contradiction
	for of, at := range f.homes {
		for _, other := range at[1:] {
			if other.place != nil && other.place.role == home && other.value != at[0].value && other.where != at[0].where {
				all = append(all, contradiction{of, at[0], other})
			}
		}
	}
	for of, at := range f.told {
		for _, told := range at {
			if !f.isAtHome(of, told) {
				all = append(all, contradiction{of, f.home(of), told})
			}
		}
	}
	for of, at := range f.summed {
		for where, value := range at {
			if told := (said{value: value.StringFixed(2), where: where}); !f.isAtHome(of, told) {
				all = append(all, contradiction{of, f.home(of), told})
			}
		}
	}
	slices.SortFunc(all, func(a, b contradiction) int { return strings.Compare(a.String(), b.String()) })
	return slices.CompactFunc(all, func(a, b contradiction) bool { return a.String() == b.String() })
}

// home is what the home of a fact says; one without a home is said nowhere.
func (f *facts) home(of fact) said {
	if at := f.homes[of]; len(at) > 0 {
		return at[0]
	}
	return said{value: "nothing", where: "no home"}
}

// isAtHome reports whether the home of a fact says so. Nothing, and an amount of
// nothing, is at home where there is none.
func (f *facts) isAtHome(of fact, told said) bool {
	if len(f.homes[of]) == 0 {
		return told.value == "null" || told.place != nil && told.place.maybe || equal(told.value, "0", false)
	}
	whole := told.place != nil && told.place.whole
	return slices.ContainsFunc(f.homes[of], func(s said) bool { return s.value == told.value || equal(s.value, told.value, whole) })
}

// equal reports whether two values are one amount, or one in whole kroner.
func equal(home, told string, whole bool) bool {
	x, errX := decimal.NewFromString(strings.Trim(home, `"`))
	y, errY := decimal.NewFromString(strings.Trim(told, `"`))
	if whole {
		x = x.Round(0)
	}
	return errX == nil && errY == nil && x.Equal(y)
}

// counted are how often each kind of fact was held against its home.
func (f *facts) counted() map[string]int {
	count := map[string]int{}
	for of, told := range f.told {
		count[of.name] += len(told)
	}
	for of, at := range f.homes {
		for _, s := range at[1:] {
			if s.place != nil && s.place.role == home {
				count[of.name]++
			}
		}
	}
	for of, at := range f.summed {
		count[of.name] += len(at)
	}
	return count
}
