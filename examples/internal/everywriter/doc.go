// Package everywriter tries everything that the programs write on plans that nobody
// thought of: the samples of package plans, changed at random. It is tests only.
//
//	go test ./examples/internal/everywriter -fuzz FuzzEveryWriter -fuzztime 1m
//
// A plan that can be read is written and read again, computed twice, and told in every
// form: nothing panics, both runs are the same bytes, every document says as many rows as
// there are, every sum is that of its parts, and what another program gets can be read.
package everywriter
