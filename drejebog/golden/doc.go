// Package golden holds what a test sees against a file of the test's testdata,
// and writes the file anew with go test -update: one flag, one way to compare.
//
// What is too long to keep whole is kept as its outline: the keys of a JSON
// document with the kinds of their values ([Keys]), the elements of a page or
// picture with their numbers ([Elements]), the head of a table ([Head]). An
// outline shows a key, an element or a column that has come or gone, no figure.
//
//	package report_test
//
//	import (
//		"testing"
//
//		"github.com/drejebog/monopolbrud/drejebog/golden"
//	)
//
//	func TestTheReportIsThatOfTheFile(t *testing.T) {
//		golden.File(t, "testdata/report.txt", report())
//		golden.File(t, "testdata/report-keys.txt", golden.Keys(t, reportJSON()))
//	}
//
// Only tests use it, so no program links package testing or has the flag.
//
// Tests in several goroutines may use it at once, each with files of its own.
package golden
