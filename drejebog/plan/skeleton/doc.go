// Package skeleton is what a kommune begins a plan with: Write writes one with every key
// explained in Danish and an example of it, commented out; WriteSchema the JSON Schema by
// which an editor completes and explains, seeds/schema/plan.schema.json.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan/skeleton"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		if err := skeleton.Write(os.Stdout, book, "Roskilde"); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// Both come from the grammar of a plan (plan.Grammar), the words for its keys
// (seeds/texts/plan.yaml) and what the playbook has of projects, tasks and roles; the
// examples stand in seeds/skeleton/plan.yaml. The same book gives the same bytes.
//
// Nothing is kept: any number of goroutines may write at once.
package skeleton
