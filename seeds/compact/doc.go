// Package compact writes what the data files say in a form that is read in a
// millisecond: the values of structs, lists and maps in their order, without
// names, each value a token with a tab behind it, each entry of a list on a line
// of its own. A test writes it from the YAML and holds it equal to it; nobody
// edits it.
//
// It stands for what the types say on the day that it was written: a field that
// is added, moved or renumbered asks for it to be written anew. It checks nothing
// but that it can be read.
//
//	package main
//
//	import (
//		"fmt"
//
//		"github.com/drejebog/monopolbrud/seeds/compact"
//	)
//
//	func main() {
//		text, err := compact.Write(map[string]int{"a": 1, "b": 2})
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		var read map[string]int
//		fmt.Println(compact.Read(text, &read), read)
//	}
//
// Nothing is kept: any number of goroutines may read and write at once.
package compact
