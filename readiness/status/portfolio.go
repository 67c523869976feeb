package status

import (
	"cmp"
	"context"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// Portfolio is many kommuner side by side.
type Portfolio struct {
	Book *drejebog.Playbook
	Rows []Row // those that are pressed most first, then those without local data by name
}

// Row is one kommune of a portfolio.
type Row struct {
	*Status
	Rank    int             // from 1; 0 for a kommune without local data
	Summary keydate.Summary // of the schedule
}

// All computes many plans, such as one for each of the 98 kommuner, as Of does.
// After each schedule progress is told how many are done; it may be nil. The error
// is the first of a plan that cannot be computed, or why the context was cancelled.
func All(ctx context.Context, book *drejebog.Playbook, plans []*plan.Plan, contributions []estimate.Contribution, progress func(done int), lists ...requirements.List) ([]*Status, error) {
	outcomes, err := timeline.All(ctx, book, plans, progress)
	if err != nil {
		return nil, err
	}
	all := make([]*Status, len(outcomes))
	for i, o := range outcomes {
		if o.Err != nil {
			return nil, o.Err
		}
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		if all[i], err = Of(o.Schedule, contributions, lists...); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// NewPortfolio puts kommuner side by side. First come those that have most
// findings of error severity, then those with least slack to their nearest hard
// date, then those with least slack on the critical path. What has no local data
// is not ranked and stands last; names decide the rest, as Danes sort them.
func NewPortfolio(book *drejebog.Playbook, all []*Status) *Portfolio {
	p := &Portfolio{Book: book}
	for _, s := range all {
		if s != nil && s.Schedule != nil {
			p.Rows = append(p.Rows, Row{Status: s, Summary: keydate.Of(s.Schedule)})
		}
	}
	order := lang.NewOrder()
	slices.SortStableFunc(p.Rows, func(a, b Row) int {
		return cmp.Or(pressed(&a, &b), order.Compare(a.Schedule.Kommune.Name, b.Schedule.Kommune.Name))
	})
	for i := range p.Local() {
		p.Rows[i].Rank = i + 1
	}
	return p
}

// With returns the findings of a severity.
func (r *Row) With(severity drejebog.Severity) []drejebog.Finding {
	if r == nil || r.Status == nil {
		return nil
	}
	return drejebog.WithSeverity(r.Findings, severity)
}

// Local returns the rows with local data, which are ranked and stand first.
func (p *Portfolio) Local() []Row {
	for i := range p.Rows {
		if !p.Rows[i].Summary.Local {
			return p.Rows[:i]
		}
	}
	return p.Rows
}

// Broken reports whether any kommune has a finding of error severity.
func (p *Portfolio) Broken() bool {
	return slices.ContainsFunc(p.Rows, func(r Row) bool { return drejebog.HasFault(r.Findings) })
}

// File is the name of the file that the plan was read from, "" for none.
func (r *Row) File() string {
	place, _ := r.Schedule.Plan.Where("kommune")
	return place.File
}

// pressed puts who has local data first, and among them who is pressed most.
func pressed(a, b *Row) int {
	switch {
	case !a.Summary.Local && !b.Summary.Local:
		return 0
	case !a.Summary.Local:
		return 1
	case !b.Summary.Local:
		return -1
	}
	return cmp.Or(
		-cmp.Compare(len(a.With(drejebog.SeverityError)), len(b.With(drejebog.SeverityError))),
		cmp.Compare(float(a), float(b)),
	)
}

// endless is the float of a kommune that nothing presses.
const endless = 1 << 30

// float is the least that a kommune has, by its next hard date or by its critical path.
func float(r *Row) int {
	least := endless
	if r.Summary.Next.Presses() {
		least = *r.Summary.Next.Float
	}
	if len(r.Schedule.CriticalPath) > 0 {
		least = min(least, r.Schedule.CriticalPathFloat)
	}
	return least
}
