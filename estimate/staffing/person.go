package staffing

import (
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Basis says where a person's hours a week are from. The zero value is for a role.
type Basis uint8

// The bases.
const (
	Stated    Basis = iota + 1 // the plan says them
	Mean                       // it does not: the mean of those who share a role
	Unlimited                  // nor of anybody who does: no limit is known
)

var basisNames = []string{"stated", "mean", "unlimited"}

// String returns "stated", "mean", "unlimited", and "" for the zero value.
func (b Basis) String() string {
	if b < Stated || b > Unlimited {
		return ""
	}
	return basisNames[b-1]
}

// MarshalText writes the word.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (b *Basis) UnmarshalText(text []byte) error {
	i := slices.Index(basisNames, string(text))
	if i < 0 {
		return strict.OneOf(basisNames)
	}
	*b = Basis(i + 1)
	return nil
}

// person is one of the plan's people with hundredths of hours a week.
type person struct {
	id      string
	of      plan.Person
	perWeek int64
	basis   Basis
}

// workdaysAWeek is how many days a week's hours are for.
const workdaysAWeek = 5

// perDay is the capacity of a whole working day.
func (p *person) perDay() int64 { return p.perWeek / workdaysAWeek }

// peopleOf are the plan's people in the order of their ids. One without hours a week
// has the mean of those who share a role and have them.
func peopleOf(p *plan.Plan) []person {
	var people []person
	for _, id := range slices.Sorted(maps.Keys(p.People)) {
		one := person{id: id, of: p.People[id], basis: Unlimited}
		if hours := one.of.HoursPerWeek; hours != nil {
			one.perWeek, one.basis = hundredths(*hours), Stated
		}
		people = append(people, one)
	}
	for i := range people {
		if people[i].basis == Stated {
			continue
		}
		sum, n := int64(0), int64(0)
		for k := range people {
			if people[k].basis == Stated && sharesRole(&people[i], &people[k]) {
				sum, n = sum+people[k].perWeek, n+1
			}
		}
		if n > 0 {
			people[i].perWeek, people[i].basis = sum/n, Mean
		}
	}
	return people
}

// sharesRole reports whether two have a role in common, for the same project or any.
func sharesRole(a, b *person) bool {
	for _, one := range a.of.Roles {
		role, project, narrow := strings.Cut(one, "@")
		for _, other := range b.of.Roles {
			of, also, narrowed := strings.Cut(other, "@")
			if role == of && (!narrow || !narrowed || project == also) {
				return true
			}
		}
	}
	return false
}
