package main

import (
	"context"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// overview puts all kommuner side by side: those of the plans, and for the
// others one that only names the kommune.
func (p *program) overview() int {
	if p.Format == "xlsx" || p.answers || p.project != "" || p.Given("plan") || p.Given("kommune") || p.Given("asof") {
		return p.Fail(p.book.Words.Say("flag/plans-stand-alone", nil))
	}
	plans, err := p.readPlans()
	switch {
	case err != nil:
		return p.FailError(err)
	case plans == nil:
		return cli.BadInput
	}
	lists, ok := p.lists.Read(p.book)
	if !ok {
		return cli.BadInput
	}
	outcomes, err := timeline.All(context.Background(), p.book, plans, nil)
	if err != nil {
		return p.FailError(err)
	}
	all := make([]*readiness.Assessment, len(outcomes))
	for i, o := range outcomes {
		if o.Err != nil {
			return p.FailError(o.Err)
		}
		if all[i], err = readiness.Assess(o.Schedule, lists...); err != nil {
			return p.FailError(err)
		}
	}
	return p.writeOverview(overview.New(p.book, all))
}

func (p *program) writeOverview(o *overview.Overview) int {
	var code int
	if p.Format == "json" {
		code = p.WriteJSON(o)
	} else {
		code = p.WriteDocument(readinessreport.Overview(o), readinessreport.ByKommune)
	}
	if code == cli.Fine && o.Broken() {
		return cli.Findings
	}
	return code
}

// readPlans reads every plan, and reports all that is wrong in them; nil when a
// message has been written.
func (p *program) readPlans() ([]*plan.Plan, error) {
	byCode, files := map[string]*plan.Plan{}, map[string]string{}
	readable := true
	for _, name := range p.Set.Args() {
		kommune, findings, err := cli.ReadPlan(p.book, name, nil)
		if err != nil {
			return nil, err
		}
		p.Report(findings)
		if kommune == nil {
			readable = false
			continue
		}
		k, err := p.book.Kommune(kommune.Kommune)
		if err != nil {
			return nil, err
		}
		if byCode[k.Code] != nil {
			return nil, strict.Part{Kind: "flag/two-plans", Values: map[string]any{"kommune": k.Name, "one": files[k.Code], "other": name}}
		}
		byCode[k.Code], files[k.Code] = kommune, name
	}
	if !readable {
		return nil, nil
	}
	asOf := latest(byCode)
	plans := make([]*plan.Plan, len(p.book.Kommuner))
	for i := range p.book.Kommuner {
		code := p.book.Kommuner[i].Code
		if plans[i] = byCode[code]; plans[i] == nil {
			plans[i] = plan.New(code)
			plans[i].AsOf = asOf
		}
	}
	return plans, nil
}

// latest is the last day that any of the plans is seen from, nil where none says
// one: the kommuner without a plan are seen from it too.
func latest(plans map[string]*plan.Plan) *date.Date {
	var last *date.Date
	for _, p := range plans {
		for _, day := range []*date.Date{p.AsOf, p.DataDate} {
			if day != nil && (last == nil || *day > *last) {
				last = day
			}
		}
	}
	return last
}
