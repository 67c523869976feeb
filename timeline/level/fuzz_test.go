package level_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

// fuzzed makes a problem of bytes, whatever they are: nothing keeps its numbers within
// their bounds.
func fuzzed(b []byte) *level.Problem {
	next := func() int {
		if len(b) == 0 {
			return 0
		}
		v := int(int8(b[0]))
		b = b[1:]
		return v
	}
	p := &level.Problem{Network: cpm.Network{Calendars: []cpm.Calendar{cpm.MondayToFriday("week"), cpm.Weekdays("all", 1, 0, 1, 2, 3, 4, 5, 6)}}}
	for range min(max(next(), 0), 12) {
		kind := next()
		p.Network.Activities = append(p.Network.Activities, cpm.Activity{
			Calendar: kind & 1, Duration: cpm.Work(next() % 16), Milestone: kind&14 == 2, LevelOfEffort: kind&14 == 4,
		})
	}
	for len(b) > 0 {
		switch kind := next(); kind & 7 {
		case 0:
			p.Network.Links = append(p.Network.Links, cpm.Link{From: next(), To: next(), Type: cpm.LinkType(kind >> 3 & 3), Lag: cpm.Lag{Value: int32(next()), Unit: cpm.LagUnit(kind >> 5 & 7)}})
		case 1:
			p.Resources = append(p.Resources, level.Resource{Calendar: kind >> 3 & 3, Units: int64(next()), Changes: []level.Change{{From: cpm.Instant(next()), Until: cpm.Instant(next()), Units: int64(next())}}})
		case 2:
			p.Demands = append(p.Demands, level.Demand{Activity: next(), Resource: next(), Units: int64(next())})
		case 3:
			p.Demands = append(p.Demands, level.Demand{Activity: next(), Resource: next(), Total: int64(next()) << (kind >> 3 & 15)})
		case 4:
			p.Demands = append(p.Demands, level.Demand{Activity: next(), Resource: next(), Profile: []level.Stretch{{Ticks: cpm.Work(next()), Units: int64(next())}, {Ticks: 1, Units: int64(next())}}})
		case 5:
			p.Dues = append(p.Dues, level.Due{Activity: next(), By: cpm.Instant(next()), Weight: int64(next())})
		case 6:
			p.Input.Constraints = append(p.Input.Constraints, cpm.Constraint{Activity: next(), Kind: cpm.ConstraintKind(kind >> 3 & 15), At: cpm.Instant(next())})
		default:
			p.Input.Progress = append(p.Input.Progress, cpm.Progress{Activity: next(), ActualStart: cpm.Instant(next()), Remaining: cpm.Work(next())})
		}
	}
	return p
}

// FuzzLevel levels and smooths whatever the bytes say: faults, or plans that the
// engine's checker passes.
func FuzzLevel(f *testing.F) {
	f.Add([]byte{3, 0, 3, 0, 2, 2, 0, 0, 0, 1, 0, 1, 5, 10, 12, 0, 2, 0, 0, 3, 2, 1, 0, 4, 5, 2, 9, 2})
	f.Add([]byte{2, 0, 9, 1, 9, 1, 1, 0, 0, 0, 2, 0, 0, 1, 2, 1, 0, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		p := fuzzed(b)
		for name, find := range map[string]func(context.Context, *level.Problem, level.Options) (*level.Plan, error){"level": level.Level, "smooth": level.Smooth} {
			plan, err := find(context.Background(), p, level.Options{Schedules: 20})
			if err != nil {
				continue
			}
			require.Empty(t, cpm.Check(p.Network, &plan.Input, plan.Result), name)
			_, err = level.Load(p, plan.Result, []cpm.Instant{-10, 0, 100})
			require.NoError(t, err)
		}
	})
}
