package intake_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/intake"
)

// A list from a spreadsheet goes into a plan; what cannot be read of it is told.
func ExampleInto() {
	const file = "Opgave;Varighed\n4.1/overblik;12\n4.8/bekraeftelse@ky;lang tid\n"
	book, err := drejebog.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	p := plan.New("Roskilde")
	findings, err := intake.Into(book, p, "opgaver.csv", []byte(file))
	if err != nil {
		fmt.Println(book.Words.Of(err).DA)
		return
	}
	p, left := intake.Usable(book, p)
	for _, f := range append(findings, left...) {
		fmt.Println(f.Place, f.Text.EN)
	}
	fmt.Println(*p.Tasks["4.1/overblik"].Duration)
	// Output:
	// opgaver.csv:3:2 A fault in the file: Varighed is “lang tid”; expected a number of working days from 1 to 5,000, such as 15, 15 dage or 3 uger.
	// 12
}
