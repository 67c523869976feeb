package model_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// A start of implementation stands where the plan puts it, and the confirmation that the
// kommune is ready has to be there three months before, counted from it.
func Example() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p := plan.New("Roskilde")
	p.Projects = map[string]plan.Rollout{"sapa": {Implementation: plan.On(date.New(2015, 11, 2))}}
	basis, err := model.NewBasis(book, p)
	if err != nil {
		log.Fatal(err)
	}
	solved, err := model.New(basis, p, false).Solve(nil)
	if err != nil {
		log.Fatal(err)
	}
	start, confirmed := solved.Index("impl@sapa"), solved.Index("4.8/bekraeftet@sapa")
	fmt.Println(date.Date(solved.Dates(start).Start), solved.Early(start).By)
	fmt.Println(date.Date(solved.Dates(confirmed).LateFinish)-1, solved.Late(confirmed).By)
	// Output:
	// 2015-11-02 plan
	// 2015-07-31 offset
}
