package contribution_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/shopspring/decimal"
)

// A line is known by where its work lies, who does it and how it is paid.
func ExampleLine_Key() {
	hours := func(n int64) drejebog.Hours { return drejebog.NewHours(decimal.NewFromInt(n)) }
	line := contribution.Line{
		Contribution: "budget-2015-sapa", Step: "4.10/superbrugere", Role: "superbruger", Kind: contribution.Own, Per: "superusers",
		Hours: &contribution.HoursRange{Low: hours(5), Likely: hours(7), High: hours(12)},
	}
	fmt.Println(line.Key())
	fmt.Println(line.Measures(), line.IsRising())
	// Output:
	// budget-2015-sapa: 4.10/superbrugere superbruger own superusers
	// 1 true
}
