package rules_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/readiness/rules"
)

func ExampleOf() {
	book, err := drejebog.Load()
	if err != nil {
		panic(err)
	}
	read, err := rules.Of(book, nil)
	if err != nil {
		panic(err)
	}
	own := read.For(book)
	fmt.Println(own.At(rules.ReadinessGate), own.At(rules.GoLiveGate))
	fmt.Println(own.Judged("contracts").Name.EN)
	// Output:
	// 4.8/bekraeftet golive
	// Termination of contracts
}
