package lag_test

import (
	"fmt"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/rickb777/date/v2"
)

// Notice given on the last day of a month runs to the last day of one.
func ExampleLag_LatestNotice() {
	notice := lag.Lag{Value: 6, Unit: lag.Months}
	fmt.Println(notice.LatestNotice(date.New(2015, time.December, 31)))
	fmt.Println(lag.EndOfNotice(date.New(2015, time.June, 30), 6))
	// Output:
	// 2015-06-30
	// 2015-12-31
}
