package product_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/shopspring/decimal"
)

func Example() {
	number := decimal.RequireFromString
	days := product.Input{Unit: "workdays/contracts", Low: number("0.5"), Likely: number("1"), High: number("2")}
	hours := product.Input{Unit: "hours/workdays", Low: number("7.4"), Likely: number("7.4"), High: number("7.4")}
	low, likely, high := product.Of([]*product.Input{&days, &hours})
	fmt.Println(low, likely, high, product.Unit(days.Unit, hours.Unit))
	// Output:
	// 3.7 7.4 14.8 hours/contracts
}
