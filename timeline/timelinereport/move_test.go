package timelinereport_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/rickb777/date/v2"
)

// moved is a sample plan with one go-live on another day; nil: not known. An
// implementation that the plan dates keeps its distance.
func moved(t *testing.T, name, project string, to func(date.Date) *date.Date) (before, after *timeline.Schedule) {
	t.Helper()
	p := sample(t, name)
	before = compute(t, p)
	on := before.Milestone("golive@" + project).Date.Date
	p = sample(t, name)
	if p.Projects == nil {
		p.Projects = map[string]plan.Rollout{}
	}
	row := p.Projects[project]
	day := to(on)
	if day == nil {
		row.GoLive = &plan.When{Unknown: true}
		row.Implementation = nil
	} else {
		row.GoLive = plan.On(*day)
		if row.Implementation != nil {
			row.Implementation = plan.On(row.Implementation.Date + *day - on)
		}
	}
	p.Projects[project] = row
	return before, compute(t, p)
}

// moves are the moves that a go-live makes in practice.
var moves = map[string]func(date.Date) *date.Date{
	"day":     func(d date.Date) *date.Date { d++; return &d },
	"month":   func(d date.Date) *date.Date { d = drejebog.AddMonths(d, 1); return &d },
	"years":   func(d date.Date) *date.Date { d = drejebog.AddMonths(d, 48); return &d },
	"unknown": func(date.Date) *date.Date { return nil },
}

func TestMovingAGoLiveGivesWhatAReaderOfThePlaybookExpects(t *testing.T) {
	for name, project := range map[string]string{"lemvig": "sapa", "odense": "ky", "ringsted": "ksd"} {
		for move, to := range moves {
			t.Run(name+"-"+move, func(t *testing.T) {
				before, after := moved(t, name+".yaml", project, to)
				text := written(t, timelinereport.Comparison(compare.Schedules(before, after)), "txt", lang.Danish)
				golden.File(t, "testdata/move-"+name+"-"+move+".txt", text)
			})
		}
	}
}
