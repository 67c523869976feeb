package assumed

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/internal/faults"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// Yardsticks are what the reference set, summed over all kommuner, is held against.
type Yardsticks struct {
	Sizes []int       `yaml:"sizes,required"` // inhabitants from which a kommune is of the next class, rising
	All   []Yardstick `yaml:"yardsticks,required"`

	ComesTo ComesTo `yaml:"comesTo,required"` // the set in all kommuner; zero where figures are another's
}

// ComesTo is what a set of figures comes to in all kommuner, in millions of kroner to two figures.
type ComesTo struct {
	NewMoney int `yaml:"newMoney,required"`
	OwnTime  int `yaml:"ownTime,required"`
}

// Yardstick is a public figure that a sum is held against.
type Yardstick struct {
	ID      string          `yaml:"id,required" json:"id" form:"set"`
	Name    lang.Text       `yaml:"name,required" json:"name" form:"set"`
	Measure string          `yaml:"measure,required" json:"measure" form:"set"` // "newMoney", "inAll", either with "@project", "hours", or the key of a driver
	Low     decimal.Decimal `yaml:"low" json:"publicLow"`
	High    decimal.Decimal `yaml:"high,required" json:"publicHigh"`
	Bound   bool            `yaml:"bound" json:"bound"` // the sum has to lie from Low to High

	drejebog.Provenance `yaml:",inline"`
}

// Check tells what of a file of yardsticks cannot be.
func (s *Yardsticks) Check(in faults.File) {
	for i, size := range s.Sizes {
		if size <= 0 || i > 0 && size <= s.Sizes[i-1] {
			in(fmt.Sprintf("sizes[%d]", i), size, strict.Part{Kind: "seeds/rising-sizes"})
		}
	}
	seen := map[string]bool{}
	for i := range s.All {
		y := &s.All[i]
		path := fmt.Sprintf("yardsticks[%d]", i)
		in.Once(path+".id", seen, y.ID)
		in.Provenance(path, y.Provenance)
		if y.Address == "" {
			in(path, strict.Part{Kind: "seeds/without-source"}, strict.Part{Kind: "seeds/section-or-source"})
		}
		if !product.InBounds(y.Low) || !product.InBounds(y.High) || y.Low.Sign() < 0 || y.High.Sign() <= 0 || y.High.LessThan(y.Low) {
			in(path, y.ID, strict.Part{Kind: "seeds/rising"})
		}
	}
}
