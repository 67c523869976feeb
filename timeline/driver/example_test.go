package driver_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/timeline/driver"
)

func ExampleKind() {
	for kind := driver.Link; kind <= driver.Plan; kind++ {
		fmt.Println(kind)
	}
	// Output:
	// link
	// window
	// publication
	// plan
}
