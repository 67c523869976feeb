package assumed

import (
	"fmt"
	"slices"

	"github.com/drejebog/monopolbrud/estimate/internal/faults"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// The bounds of a case.
var (
	mostYears = decimal.NewFromInt(50)
	mostRate  = decimal.New(5, -1)

	mostGrowth = decimal.NewFromInt(10) // percent a year
)

// Check tells what of a file of business cases cannot be.
func (c *Case) Check(in faults.File) {
	one := decimal.NewFromInt(1)
	years := c.Joint.Years.Value
	checkFigure(in, "joint.years", &c.Joint.Years, one, mostYears)
	if !years.IsInteger() {
		in("joint.years.value", years.String(), strict.Part{Kind: "seeds/whole-years"})
	}
	checkFigure(in, "joint.priceLevel", &c.Joint.PriceLevel, decimal.NewFromInt(2000), decimal.NewFromInt(2100))
	if level := c.Joint.PriceLevel.Value; !level.IsInteger() {
		in("joint.priceLevel.value", level.String(), strict.Part{Kind: "seeds/a-year"})
	}
	checkFigure(in, "joint.target", &c.Joint.Target, decimal.Zero, one)
	checkFigure(in, "discountRate", &c.DiscountRate, decimal.Zero, mostRate)
	checkFigure(in, "ranges.discountRate", &c.Ranges.DiscountRate, decimal.Zero, mostRate)
	checkFigure(in, "ranges.prices", &c.Ranges.Prices, decimal.Zero, one)
	checkFigure(in, "ranges.benefits", &c.Ranges.Benefits, decimal.Zero, one)
	in.Dated("infrastructure", c.Infrastructure.Provenance)
	in.Within("infrastructure.factor", c.Infrastructure.Factor, decimal.Zero, one)
	if c.Infrastructure.PerInhabitant.Sign() < 0 || c.Infrastructure.Knee < 0 {
		in("infrastructure", c.Infrastructure.PerInhabitant.String(), strict.Part{Kind: "seeds/price-and-knee"})
	}
	for i := range c.Falls {
		path := fmt.Sprintf("falls[%d]", i)
		in.Dated(path, c.Falls[i].Provenance)
		in.Within(path+".share", c.Falls[i].Share, decimal.Zero, one)
		if when := c.Falls[i].When; when != "end" && when != "unknown" {
			in(path+".when", when, strict.Part{Kind: "seeds/end-or-unknown"})
		}
	}
	for i := range c.Exclusive {
		in.Dated(fmt.Sprintf("exclusive[%d]", i), c.Exclusive[i].Provenance)
	}
	in.Dated("lack", c.Lack.Provenance)
	in.Dated("growth", c.Growth.Provenance)
	for _, percent := range []decimal.Decimal{c.Growth.Low, c.Growth.Likely, c.Growth.High} {
		in.Within("growth", percent, mostGrowth.Neg(), mostGrowth)
	}
	for i := range c.Outcomes {
		in.Dated(fmt.Sprintf("outcomes[%d]", i), c.Outcomes[i].Provenance)
	}
}

func checkFigure(in faults.File, path string, f *Figure, least, most decimal.Decimal) {
	in.Dated(path, f.Provenance)
	in.Within(path+".value", f.Value, least, most)
}

// IDs are those that a case may name.
type IDs struct {
	Systems []string // legacy systems
	Steps   []string // without scope
	Roles   []string
}

// CheckIDs tells what a file of business cases names that there is not.
func (c *Case) CheckIDs(in faults.File, ids IDs) {
	system := func(path, id string) { known(in, path, id, ids.Systems, "seeds/a-legacy-system") }
	for i := range c.Falls {
		path := fmt.Sprintf("falls[%d]", i)
		system(path+".system", c.Falls[i].System)
		for k, id := range c.Falls[i].Of {
			system(fmt.Sprintf("%s.of[%d]", path, k), id)
		}
	}
	for i := range c.Exclusive {
		system(fmt.Sprintf("exclusive[%d].system", i), c.Exclusive[i].System)
	}
	known(in, "lack.step", c.Lack.Step, ids.Steps, "seeds/a-step")
	known(in, "lack.role", c.Lack.Role, ids.Roles, "seeds/a-role")
}

func known(in faults.File, path, id string, ids []string, kind string) {
	if !slices.Contains(ids, id) {
		in(path, id, strict.Part{Kind: kind})
	}
}
