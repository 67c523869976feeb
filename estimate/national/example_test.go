package national_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/national"
)

func Example() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		log.Fatal(err)
	}
	assumptions, err := estimate.Assume()
	if err != nil {
		log.Fatal(err)
	}
	sums, err := national.Of(book, contributions, &assumptions)
	if err != nil {
		log.Fatal(err)
	}
	users := &sums.Measured[0]
	fmt.Println(users.Name.EN, users.Likely, users.Within())
	// Output:
	// The kommuner's staff: from managers, academics, office and IT to all employees 76962 true
}
