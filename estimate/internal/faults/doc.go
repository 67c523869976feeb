// Package faults tells what is wrong with one data file of an estimate.
//
//	var in faults.File = func(path string, got any, want strict.Part) { … }
//	seen := map[string]bool{}
//	in.Once("rates[0]", seen, "manager backfill")
//	in.Provenance("rates[0]", provenance)
//
// Whoever makes a File keeps what it is told; it is used by one goroutine.
package faults
