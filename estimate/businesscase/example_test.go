package businesscase_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

func Example() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, _ := plan.Read(book, "plan.yaml", strings.NewReader(`
kommune: Vejen
contracts:
  aktiv:    {name: KMD Aktiv, systems: [kmd-aktiv], payment: {amount: 1200000}}
  dagpenge: {name: KMD Dagpenge, systems: [kmd-dagpenge], payment: {amount: 600000}}
  sag:      {name: KMD Sag, systems: [kmd-sag], payment: {amount: 600000}}
`))
	sched, err := timeline.Compute(book, p)
	if err != nil {
		log.Fatal(err)
	}
	est, err := estimate.Compute(sched, nil) // without contributions nothing is spent to bring the systems in
	if err != nil {
		log.Fatal(err)
	}
	b, err := businesscase.Of(est)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("paid a year:", b.Baseline, "then", b.Future)
	for i := range b.Sensitivity {
		fmt.Println(b.Sensitivity[i].Of)
	}
	// Output:
	// paid a year: 2.436.000,00 kr. then 1.827.000,00 kr.
	// prices
	// discountRate
	// golive
	// growth
	// implementation
}

func ExampleJudgeAddOn() {
	kr := func(n int64) drejebog.Kroner { return drejebog.NewKroner(decimal.NewFromInt(n)) }
	module := plan.AddOn{Name: "Module", From: date.New(2014, 9, 1), Price: kr(150_000), Yearly: kr(40_000), Saving: kr(240_000)}
	replaced := date.New(2016, 1, 1)
	judged := businesscase.JudgeAddOn(&module, &replaced)
	fmt.Println(judged.Verdict, judged.Payback.ISO(), judged.Net)
	// Output:
	// buy 2015-05 116.666,67 kr.
}
