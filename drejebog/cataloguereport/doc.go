// Package cataloguereport tells the playbook as a document: its chapters with
// the activities, when, who does what and in which steps, its milestones by date
// and its cases; and what has come since an earlier edition.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/cataloguereport"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		if err := cataloguereport.Catalogue(book).WriteText(os.Stdout, lang.Danish); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// Texts are the playbook's, restated; durations of steps are ours and called
// assumed, and so is a date that the playbook does not state. A playbook as of an
// earlier edition (Playbook.At) is told as it stood then.
//
// # Tables
//
// Catalogue has one table beside its pages, [Windows]: a row for each window of
// each activity. Since is one table, [News].
//
// Books and differences are read only: any number of goroutines may tell one at once. A
// document belongs to who asked for it and keeps nothing of them.
package cataloguereport
