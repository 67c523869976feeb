package timelinereport_test

import (
	"fmt"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/rickb777/date/v2"
)

func schedule() *timeline.Schedule {
	book, err := drejebog.Load()
	if err != nil {
		panic(err)
	}
	s, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		panic(err)
	}
	return s
}

func ExampleSchedule() {
	years := timelinereport.Schedule(schedule()).Table("years")
	for _, row := range years.In(lang.English).Rows {
		fmt.Println(row.Cells[0].Text, "|", row.Cells[1].Text, "|", row.Cells[2].Text)
	}
	// Output:
	// budget year | tasks | working days
	// 2013 | 34 | 403
	// 2014 | 48 | 874
	// 2015 | 74 | 1218
	// 2016 | 17 | 40
}

func ExampleCut() {
	s := schedule()
	cut, err := s.ToMeet("4.8/bekraeftet@ky", date.New(2015, 4, 28))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := timelinereport.Cut(s, cut).WriteText(os.Stdout, lang.English); err != nil {
		fmt.Println(err)
	}
	// Output:
	// WHAT TO SHORTEN: The kommune has confirmed its readiness (KY), 28 April 2015
	// Without any shortening it is reached on 6 May 2015, by what it waits for.
	//
	// Shortened by 5 working days in all it is reached on 28 April 2015.
	//
	// Fewer are not enough.
	//
	// TASKS THAT HAVE TO BE SHORTER
	//   Task                 What                      Working days  Shorter by  Then
	//   4.8/bekraeftelse@ky  Confirm readiness (KY)               5           3     2
	//   5.1/tilpasning@ky    Plan, buy and adapt (KY)            80           2    78
	//   A task can be shortened from its likely to its low length. Finished work, stated dates and
	//   lengths, notice periods and distances cannot.
}
