package short_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/estimate/internal/short"
	"github.com/shopspring/decimal"
)

// Half of three times 412.50, in hundredths.
func Example() {
	price, _ := short.Of(decimal.RequireFromString("412.50"))
	each, _ := price.Times(short.OfInt(3))
	fmt.Println(each.Hundredths(1, 2))
	_, fits := short.Of(decimal.RequireFromString("1234567890123456789.5"))
	fmt.Println(fits)
	// Output:
	// 61875 true
	// false
}
