package skeleton_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/skeleton"
)

// A plan to begin with can be read as it is.
func ExampleWrite() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	var begun bytes.Buffer
	if err := skeleton.Write(&begun, book, "Roskilde"); err != nil {
		log.Fatal(err)
	}
	p, findings := plan.Read(book, "roskilde.yaml", &begun)
	fmt.Println(p.Kommune, p.Projects["sapa"].GoLive.Date, len(findings))
	// Output: Roskilde 2016-01-01 0
}
