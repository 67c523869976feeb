package request

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
)

// Supplement is new money of a year whose budget is adopted, and that is not in it: a case
// for a supplementary appropriation, which has to name its cover (kommunestyrelsesloven
// § 40).
type Supplement struct {
	Year     int
	Cover    plan.Cover
	From     int // the year that the money is carried over from; 0: not said
	Amount   drejebog.Kroner
	Proposed bool // the plan does not say what pays
}

// MarshalJSON is the form of a case for a supplementary appropriation.
func (s Supplement) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Form has a year that nobody said as null.
func (s Supplement) Form() any {
	return struct {
		Year     int             `json:"year" form:"set"`
		Cover    plan.Cover      `json:"cover" form:"set"`
		From     *int            `json:"from"`
		Amount   drejebog.Kroner `json:"amount"`
		Proposed bool            `json:"proposed"`
	}{s.Year, s.Cover, form.Counted(s.From, s.From != 0), s.Amount, s.Proposed}
}

// supplements finds what the years lack whose budget is adopted, from that which the
// schedule is seen from.
// What was set aside for an earlier year is carried over.
// What the plan names no cover for is proposed to be paid by what the year saves on the
// legacy systems, as far as that goes, and else from cash.
func (r *Request) supplements(e *estimate.Estimate) {
	var list []Supplement
	add := func(s Supplement, amount drejebog.Kroner) {
		if amount.Sign() <= 0 {
			return
		}
		at := slices.IndexFunc(list, func(o Supplement) bool {
			return o.Year == s.Year && o.Cover == s.Cover && o.From == s.From && o.Proposed == s.Proposed
		})
		if at < 0 {
			list, at = append(list, s), len(list)
		}
		list[at].Amount = list[at].Amount.Add(amount)
	}
	for _, years := range [][]Year{r.Before, r.Years} {
		for i := range years {
			y := &years[i]
			if y.Year < e.Schedule().SeenFrom().Year() || !y.Adopted {
				continue
			}
			var unsaid drejebog.Kroner
			for k := range e.Cells {
				c := &e.Cells[k]
				if c.Year != y.Year || !c.Kind.NewMoney() || c.Decision == plan.WithinFrame {
					continue
				}
				d := e.Decided(c)
				if d != nil && d.State == plan.SetAside {
					if d.Year != nil && *d.Year < y.Year {
						add(Supplement{Year: y.Year, Cover: plan.CoverCarried, From: *d.Year}, c.Likely)
					}
					continue
				}
				if d == nil || d.Cover == 0 {
					unsaid = unsaid.Add(c.Likely)
					continue
				}
				add(Supplement{Year: y.Year, Cover: d.Cover}, c.Likely)
			}
			saved := least(unsaid, savedIn(e, y.Year))
			add(Supplement{Year: y.Year, Cover: plan.CoverMoved, Proposed: true}, saved)
			add(Supplement{Year: y.Year, Cover: plan.CoverCash, Proposed: true}, unsaid.Sub(saved))
		}
	}
	slices.SortStableFunc(list, func(a, b Supplement) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Cover, b.Cover)) })
	r.Supplements = list
}

// savedIn is what a year saves on the legacy systems beyond what its budget has given up
// already, in the prices that the estimate has the year in.
func savedIn(e *estimate.Estimate, year int) drejebog.Kroner {
	var saved drejebog.Kroner
	costs := e.RunningCostsOf(year)
	for i := range costs.Rows {
		if row := &costs.Rows[i]; row.Year == year {
			saved = saved.Add(row.Saving)
		}
	}
	if saved = saved.Sub(costs.GivenUp[year]); saved.Sign() < 0 {
		return drejebog.Kroner{}
	}
	return saved
}

func least(a, b drejebog.Kroner) drejebog.Kroner {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}
