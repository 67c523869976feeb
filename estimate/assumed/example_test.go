package assumed_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/shopspring/decimal"
)

// Four users for each thousand inhabitants; above 50,000 each counts half.
func Example() {
	number := decimal.RequireFromString
	knee := assumed.Knee{Inhabitants: 50_000, Factor: number("0.5")}
	users := assumed.Driver{Driver: "users", PerThousand: number("4"), Low: number("0.8"), High: number("1.3")}
	fmt.Println(users.Value(knee, 43_000), users.Value(knee, 200_000))
	// Output: 172 500
}
