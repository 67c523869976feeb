package price_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/price"
	"github.com/shopspring/decimal"
)

// Two years of prices forward, and one that nobody knows the index of.
func Example() {
	percent := decimal.RequireFromString
	indices := price.Published([]drejebog.PriceEstimate{
		{Kind: drejebog.Prices, FromYear: 2013, ToYear: 2014, Percent: percent("1.5")},
		{Kind: drejebog.Prices, FromYear: 2014, ToYear: 2015, Percent: percent("2.0")},
	})
	factor, known := indices.Carried(drejebog.Prices, 2013, 2015)
	fmt.Println(factor, known)
	_, known = indices.Carried(drejebog.Prices, 2013, 2016)
	fmt.Println(known)
	factor, certainty := indices.Brought(2014, 2016, percent("1"))
	fmt.Println(factor, certainty)
	// Output:
	// 1.0353 true
	// false
	// 1.0302 assumed
}
