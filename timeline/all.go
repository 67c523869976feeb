package timeline

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// Outcome is what All found of one plan.
type Outcome struct {
	Plan     *plan.Plan
	Schedule *Schedule // nil where nothing could be computed
	Err      error     // why not, as Compute says it
}

// errNoPlan is the outcome of a plan, or a playbook, that is not there.
var errNoPlan = errors.New("timeline: no plan to compute")

// All computes many plans, such as one for each of the 98 kommuner, on all
// processors. The outcomes stand in the order of the plans, each the same as
// Compute gives it. After each plan progress is told how many are done, in
// All's own goroutine; it may be nil. When the context is cancelled, All stops
// within the time of one plan and returns the cause and no outcomes; there is
// no other error.
func All(ctx context.Context, book *drejebog.Playbook, plans []*plan.Plan, progress func(done int)) ([]Outcome, error) {
	outcomes := make([]Outcome, len(plans))
	bases := sharedBases(book, plans)
	todo, done := make(chan int), make(chan struct{}, len(plans))
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(plans)) {
		workers.Go(func() {
			for i := range todo {
				outcomes[i] = outcomeOf(book, plans[i], bases)
				done <- struct{}{}
			}
		})
	}
	defer workers.Wait()
	defer close(todo)
	given, finished := 0, 0
	for finished < len(plans) {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		next := todo
		if given == len(plans) {
			next = nil // all are given out
		}
		select {
		case <-ctx.Done():
		case next <- given:
			given++
		case <-done:
			finished++
			if progress != nil {
				progress(finished)
			}
		}
	}
	return outcomes, nil
}

func outcomeOf(book *drejebog.Playbook, p *plan.Plan, bases map[date.Date]func() (*model.Basis, error)) Outcome {
	out := Outcome{Plan: p}
	if p == nil || book == nil {
		out.Err = errNoPlan
		return out
	}
	shared := bases[asOfOr(p, 0)]
	if p.Calendar != nil || shared == nil {
		out.Schedule, out.Err = Compute(book, p)
		return out
	}
	kommune, err := book.Kommune(p.Kommune)
	if err != nil {
		out.Err = err
		return out
	}
	out.Schedule, out.Err = computed(book, kommune, p, func(*plan.Plan) (*model.Basis, error) { return shared() }, nil)
	return out
}

// sharedBases gives the plans without a calendar of their own one basis for
// each as-of, made by whoever comes to it first.
func sharedBases(book *drejebog.Playbook, plans []*plan.Plan) map[date.Date]func() (*model.Basis, error) {
	bases := map[date.Date]func() (*model.Basis, error){}
	for _, p := range plans {
		if p == nil || p.Calendar != nil || bases[asOfOr(p, 0)] != nil {
			continue
		}
		bases[asOfOr(p, 0)] = sync.OnceValues(func() (*model.Basis, error) { return model.NewBasis(book, p) })
	}
	return bases
}

// asOfOr is a plan's as-of, and another day where it states none.
func asOfOr(p *plan.Plan, other date.Date) date.Date {
	if p.AsOf == nil {
		return other
	}
	return *p.AsOf
}
