package main

import (
	"fmt"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/timeline"
)

func main() {
	book, _ := drejebog.Load()
	f, _ := os.Open(os.Args[1])
	p, fs := plan.Read(book, os.Args[1], f)
	if p == nil {
		fmt.Println(fs)
		os.Exit(2)
	}
	s, err := timeline.Compute(book, p)
	if err != nil {
		panic(err)
	}
	a, err := readiness.Assess(s)
	if err != nil {
		panic(err)
	}
	a.WriteText(os.Stdout, "da")
}
