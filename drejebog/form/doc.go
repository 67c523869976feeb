// Package form writes the documented JSON of a value: what json.Marshal gives
// for a result, what an example prints with -format json, and what the schemas
// in seeds/schema describe are this one form.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/form"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/rickb777/date/v2"
//	)
//
//	type Line struct {
//		Task   string          `json:"task"`
//		Name   lang.Text       `json:"name"`
//		Due    *date.Date      `json:"due"`
//		Likely drejebog.Kroner `json:"likely"`
//		Parts  []string        `json:"parts"`
//		book   *drejebog.Playbook
//	}
//
//	func (l Line) MarshalJSON() ([]byte, error) { return form.JSON(l) }
//
//	func main() {
//		if err := form.Write(os.Stdout, Line{Task: "4.1/overblik"}); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// json.Marshal of that line is
//
//	{"task":"4.1/overblik","name":null,"due":null,"likely":"0.00","parts":[]}
//
// # The form
//
// An object has the keys of its struct's tags, in their order. Every exported
// field needs a tag; one that is not data has "-". What is absent is null: a nil
// pointer, an empty string, a [lang.Text] in neither language. Lists and maps are
// never null, and a map's keys are sorted. A text is {"da","en"}, a date an ISO
// string, an enumeration its word, an amount a string of its decimals, a count a
// number; a floating-point number is an error, since no exact figure is one. An
// embedded struct stands in the object that embeds it.
//
// A type whose form is not its fields says so with [Former]. One that is a date,
// or counted from something that has none, is [Dated]: its field has a sibling
// with the same key and "From".
//
// # Schemas
//
// [Schema] gives the JSON Schema of a type from the same walk: every key that is
// written is required and no other is allowed, so that a schema that is kept in a
// file tells when a key was lost, renamed or added.
//
// A value is read only, and nothing is kept of it: any number
// of goroutines may write one value at once, as long as none changes it.
package form
