package model

import (
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// daysOf returns the first or the last days that a project's go-live and start
// of implementation may be. Where both are given, the one holds the other: a
// go-live is no earlier than the start, a start no later than the go-live.
func daysOf(project plan.Rollout, last bool) (goLive, implementation date.Date) {
	pick := func(when *plan.When) date.Date {
		switch {
		case when == nil || when.Unknown:
			return 0
		case last:
			return when.Last()
		}
		return when.Date
	}
	goLive, implementation = pick(project.GoLive), pick(project.Implementation)
	switch {
	case goLive == 0 || implementation == 0:
	case last && project.Implementation.Period != nil:
		implementation = min(implementation, goLive)
	case !last && project.GoLive.Period != nil:
		goLive = max(goLive, implementation)
	}
	return goLive, implementation
}
