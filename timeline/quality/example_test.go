package quality_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/quality"
)

// What the playbook's own schedule does not meet.
func ExampleOf() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	for _, metric := range quality.Of(sched).Metrics {
		if metric.Unknown.IsZero() && !metric.Met {
			fmt.Println(metric.Check.ID, "-", metric.Measured().In(lang.English), "-", metric.Limit().In(lang.English))
		}
	}
	// Output:
	// missing-logic - 18 of 130 (13.8 %) - at most 5 %
	// lags - 19 of 368 (5.2 %) - at most 5 %
	// finish-to-start - 313 of 368 (85.1 %) - at least 90 %
	// high-float - 78 of 130 (60.0 %) - at most 5 %
	// long-durations - 9 of 130 (6.9 %) - at most 5 %
}
