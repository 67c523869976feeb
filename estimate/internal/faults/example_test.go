package faults_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/estimate/internal/faults"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

func Example() {
	var in faults.File = func(path string, got any, want strict.Part) { fmt.Println(path, got, want.Kind) }
	seen := map[string]bool{}
	in.Once("rates[0]", seen, "manager backfill")
	in.Once("rates[1]", seen, "manager backfill")
	// Output:
	// rates[1] manager backfill seeds/once
}
