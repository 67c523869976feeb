package amount_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog/amount"
)

// What a week of work costs at a rate.
func Example() {
	rate, err := amount.ParseKroner("412,50 kr.")
	if err != nil {
		log.Fatal(err)
	}
	hours, err := amount.ParseHours("37,5")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(hours.Times(rate))
	// Output: 15.468,75 kr.
}
