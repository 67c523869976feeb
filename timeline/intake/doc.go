// Package intake takes a file that a kommune keeps elsewhere over into its plan,
// whatever it is: XML of Microsoft Project, a workbook of Excel, CSV, or a list of
// KITOS. It is what stands behind an upload.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/timeline/intake"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		data, err := os.ReadFile("opgaver.xlsx")
//		if err != nil {
//			log.Fatal(err)
//		}
//		p := plan.New("Roskilde")
//		findings, err := intake.Into(book, p, "opgaver.xlsx", data)
//		if err != nil {
//			log.Fatal(book.Words.Of(err).DA)
//		}
//		p, left := intake.Usable(book, p)
//		for _, f := range append(findings, left...) {
//			fmt.Println(f.Place, f.Text.DA)
//		}
//		if err := p.Write(os.Stdout); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// Into takes over into a plan that there is, New into an empty one. What they leave of
// a value may be more than a plan can hold: Usable is the plan that can be written and
// read again. Which columns and fields there are, package plan/sheets and package
// interchange say; this one only tells the files apart, by how they begin.
//
// # Promises
//
// A file that cannot be read, breaks off, or says nothing changes nothing of the plan,
// and the error says why (book.Words.Of). What of another cannot be read is left out and
// found, with its place. The bounds are those of packages xlsx, table and mspdi: no file
// makes any of them panic or run on.
//
// Any number of goroutines may share a playbook here; the plan that is taken over into is
// changed, and so belongs to one.
package intake
