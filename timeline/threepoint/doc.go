// Package threepoint computes with quantities that are known by three points:
// a low, a likely and a high one. It knows neither days nor kroner.
//
// A Value says which percentiles its low and high ends are. The ends of a
// range (Whole) and the 1 % and 99 % marks (OneIn100) are both called low and
// high in daily speech, and taking one for the other makes the spread a quarter
// too narrow: so a Value without Ends is refused.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/timeline/threepoint"
//	)
//
//	func main() {
//		hours := threepoint.Value{Low: 100, Likely: 140, High: 300, Ends: threepoint.OneIn100()}
//		price := threepoint.Value{Low: 350, Likely: 410, High: 490, Ends: threepoint.OneIn100()}
//
//		h, err := hours.Lichtenberg()
//		if err != nil {
//			log.Fatal(err)
//		}
//		p, err := price.Lichtenberg()
//		if err != nil {
//			log.Fatal(err)
//		}
//		cost := h.Times(p)
//		fmt.Printf("%.0f ± %.0f\n", cost.Mean, cost.SD())
//
//		d, err := hours.Fit(threepoint.PERTShape)
//		if err != nil {
//			log.Fatal(err)
//		}
//		fmt.Printf("80 %% within %.0f hours\n", d.Quantile(0.8))
//	}
//
// # By formula
//
// Value.Lichtenberg gives the mean and standard deviation of the successive
// principle, Moments.Times the product of a quantity and a price, and
// Successive a sum of independent items with each one's share of the variance:
// what to split next. General conditions are items of their own.
//
// # By simulation
//
// Value.Fit makes a distribution of the same three points: triangular (also by
// percentiles, trigen), PERT, or a lognormal with a shift. Its ends are the
// percentiles that the value says, its mode the likely point, so the formula
// and every shape rest on the same input.
//
// A draw is a standard normal score z, and a distribution's value at it is
// At(z) = Quantile(Φ(z)). Scores come from a Stream, which depends on seed, key
// and block only; a Factor correlates them (a Gaussian copula) and leaves each
// distribution as it is. A Curve makes At fast. Run draws blocks of samples on
// several cores; Percentile and MomentsOf reduce samples in a fixed order.
//
// # What it promises
//
// No distribution that a Value was fitted to panics or gives NaN. What is
// refused is refused with a *ValueError. The same seed, keys and number of
// samples give the same bits on one architecture, with any number of cores;
// across architectures the last bits may differ, since compilers fuse
// multiplications there. Nothing here is exact money.
//
// Values, distributions and moments are plain values that goroutines may share. A Stream
// belongs to one goroutine: it changes with every number that it gives.
package threepoint
