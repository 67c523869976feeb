package workday_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

func Example() {
	days := workday.New(grundlovsdag, nil)
	fmt.Println(days.Count(date.New(2014, 1, 1), date.New(2014, 12, 31)), "working days in 2014")
	fmt.Println(days.OnOrBefore(date.New(2014, 6, 1)), "is the last working day by 1 June 2014")
	// Output:
	// 251 working days in 2014
	// 2014-05-30 is the last working day by 1 June 2014
}
