package threepoint_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

func Example() {
	hours := threepoint.Value{Low: 100, Likely: 140, High: 300, Ends: threepoint.OneIn100()}
	price := threepoint.Value{Low: 350, Likely: 410, High: 490, Ends: threepoint.OneIn100()}
	h, err := hours.Lichtenberg()
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := price.Lichtenberg()
	if err != nil {
		fmt.Println(err)
		return
	}
	cost := h.Times(p)
	fmt.Printf("%.0f ± %.0f\n", cost.Mean, cost.SD())

	d, err := hours.Fit(threepoint.PERTShape)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("80 %% within %.0f hours\n", d.Quantile(0.8))
	// Output:
	// 68112 ± 18687
	// 80 % within 213 hours
}

func ExampleSuccessive() {
	names := []string{"oprydning", "undervisning", "priser"}
	sum := threepoint.Successive([]threepoint.Moments{{Mean: 400, Variance: 90 * 90}, {Mean: 250, Variance: 40 * 40}, {Mean: 0, Variance: 60 * 60}})
	fmt.Printf("%.0f ± %.0f, 80 %% sikkert inden for %.0f\n", sum.Mean, sum.SD(), sum.Normal().Quantile(0.8))
	for _, i := range sum.Rank {
		fmt.Printf("%s: %.0f %%\n", names[i], 100*sum.Shares[i])
	}
	// Output:
	// 650 ± 115, 80 % sikkert inden for 747
	// oprydning: 61 %
	// priser: 27 %
	// undervisning: 12 %
}

func ExampleValue_Fit_refused() {
	_, err := threepoint.Value{Low: 3, Likely: 2, High: 4, Ends: threepoint.OneIn100()}.Fit(threepoint.TriangularShape)
	fmt.Println(err)
	// Output:
	// threepoint/not-rising: 3 – 2 – 4
}
