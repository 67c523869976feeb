package seeds_test

import (
	"fmt"
	"io/fs"

	"github.com/drejebog/monopolbrud/seeds"
)

func ExampleFiles() {
	names, err := fs.Glob(seeds.Files(), "activities/*.yaml")
	fmt.Println(names, err)
	// Output: [activities/4.yaml activities/5.yaml activities/6.yaml] <nil>
}
