package estimate

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/estimate/price"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// onlyOnce returns copies of the contributions without those whose id came before or
// that cannot be, and each without the lines whose key came before in it, with a finding
// for each: what is handed in twice counts once.
func (c *computation) onlyOnce(contributions []Contribution) []Contribution {
	ids := len(contributions)
	for i := range contributions {
		ids += len(contributions[i].Lines)
	}
	seen := make(map[string]bool, ids)
	once := make([]Contribution, 0, len(contributions))
	for i := range contributions {
		contribution := contributions[i].Copy()
		if c.twice(seen, contribution.ID, strict.Place{}) || !c.takes(&contribution) {
			continue
		}
		lines := contribution.Lines[:0]
		for i := range contribution.Lines {
			line := &contribution.Lines[i]
			line.Contribution = cmp.Or(line.Contribution, contribution.ID)
			key := line.Key()
			if c.twice(seen, key, line.Place()) {
				continue
			}
			if line.NotEstimable == nil {
				line.Certainty = c.certainty(line.Provenance, contribution.Address, line.Place(), key)
			}
			lines = append(lines, *line)
		}
		contribution.Lines = lines
		once = append(once, contribution)
	}
	return once
}

// twice reports whether an id was seen before, with a finding where it was.
func (c *computation) twice(seen map[string]bool, id string, place strict.Place) bool {
	if seen[id] {
		c.handedIn("DB-421", id, place, lang.Args{})
		return true
	}
	seen[id] = true
	return false
}

// figures is the figures that were handed in by their keys, with a finding for
// each whose key stands twice or is none, and each index beyond bounds.
func (c *computation) figures(figures []Figure) map[string]*Figure {
	seen, handed := map[string]bool{}, make(map[string]*Figure, len(figures))
	var keys []string
	for i := range figures {
		f := &figures[i]
		if c.twice(seen, f.Key, f.Place) {
			continue
		}
		if keys == nil {
			keys = c.keys()
		}
		switch index := price.IsKey(f.Key); {
		case !index && !slices.Contains(keys, f.Key):
			c.handedIn("DB-424", f.Key, f.Place, lang.Args{"suggest": c.book.Suggestion(f.Key, keys)})
		case index && !price.InBounds(f.Likely):
			c.handedIn("DB-018", f.Key, f.Place, lang.Args{
				"value": lang.Both(shortNumber(f.Likely)), "least": lang.Plain(price.LeastPercent), "most": lang.Plain(price.MostPercent),
			})
		default:
			handed[f.Key] = f
		}
	}
	return handed
}

// keys are those that a figure can have, indices aside: of every line, whether
// it counts as of the day or not, of every rate, and of every driver.
func (c *computation) keys() []string {
	var keys []string
	for i := range c.given {
		for j := range c.given[i].Lines {
			keys = append(keys, c.given[i].Lines[j].Key())
		}
	}
	for _, role := range c.words.Roles.List {
		keys = append(keys, contribution.RateID(role, Own), contribution.RateID(role, Backfill))
	}
	return append(keys, c.book.DriverKeys()...)
}

// handedIn notes a finding about something that was handed in.
func (c *computation) handedIn(code, id string, place strict.Place, args lang.Args) {
	args["id"] = lang.Both(id)
	c.raise(code, drejebog.Finding{Subject: id, Place: place}, args)
}

// beyond stands for a number that is none, or too long to be told.
const beyond = "–"

// shortNumber writes a number that may be beyond all bounds, as nothing where it
// would not fit into a line.
func shortNumber(number decimal.Decimal) string {
	if number.Exponent() <= -100 || number.Exponent() >= 100 {
		return beyond
	}
	return number.String()
}
