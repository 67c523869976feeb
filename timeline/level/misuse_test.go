package level_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

func TestWhatIsNotThereIsAFault(t *testing.T) {
	var nobody context.Context
	for name, err := range map[string]error{
		"level, no context":  second(level.Level(nobody, &level.Problem{}, level.Options{})),
		"level, no problem":  second(level.Level(context.Background(), nil, level.Options{})),
		"smooth, no context": second(level.Smooth(nobody, &level.Problem{}, level.Options{})),
		"smooth, no problem": second(level.Smooth(context.Background(), nil, level.Options{})),
		"smooth, no starts":  second(level.Smooth(context.Background(), &level.Problem{}, level.Options{Known: make([]cpm.Instant, 3)})),
		"load, no problem":   second(level.Load(nil, &cpm.Result{}, nil)),
		"load, no result":    second(level.Load(&level.Problem{}, nil, nil)),
	} {
		var faults level.Faults
		require.ErrorAs(t, err, &faults, name)
		assert.NotEmpty(t, faults.Error(), name)
	}
}

func second[T any](_ T, err error) error { return err }

func TestNothingNeedsNothing(t *testing.T) {
	plan, err := level.Level(context.Background(), &level.Problem{}, level.Options{})
	require.NoError(t, err)
	assert.Empty(t, plan.Moves)
	plan, err = level.Smooth(context.Background(), &level.Problem{}, level.Options{})
	require.NoError(t, err)
	assert.Empty(t, plan.Moves)
	l, err := level.Load(&level.Problem{}, &cpm.Result{}, nil)
	require.NoError(t, err)
	assert.Empty(t, l.Resources)
}

func TestEachFaultIsFoundWhereItIs(t *testing.T) {
	fine := func() *level.Problem {
		return &level.Problem{
			Network:   cpm.Network{Activities: []cpm.Activity{{Duration: 1}}},
			Resources: []level.Resource{{Units: 1}}, Demands: []level.Demand{{Units: 1}}, Dues: []level.Due{{Weight: 1}},
		}
	}
	for code, spoil := range map[level.FaultCode]func(p *level.Problem){
		level.UnknownCalendar: func(p *level.Problem) { p.Resources[0].Calendar = 1 },
		level.UnknownActivity: func(p *level.Problem) { p.Demands[0].Activity = 1 },
		level.UnknownResource: func(p *level.Problem) { p.Demands[0].Resource = -1 },
		level.UnitsRange:      func(p *level.Problem) { p.Demands[0].Total = level.MaxUnits + 1 },
		level.TicksRange:      func(p *level.Problem) { p.Demands[0].Profile = []level.Stretch{{}} },
		level.ChangeReversed:  func(p *level.Problem) { p.Resources[0].Changes = []level.Change{{From: 2, Until: 1}} },
		level.WeightRange:     func(p *level.Problem) { p.Dues[0].Weight = 0 },
		level.FromFinish: func(p *level.Problem) {
			p.Input.FromFinish, p.Input.MustFinish = true, new(cpm.Instant)
		},
	} {
		p := fine()
		_, err := level.Level(context.Background(), p, level.Options{})
		require.NoError(t, err)
		spoil(p)
		_, err = level.Level(context.Background(), p, level.Options{})
		var faults level.Faults
		require.ErrorAs(t, err, &faults, code)
		assert.Equal(t, code, faults[0].Code)
	}
	p := fine()
	p.Network.Activities[0].Calendar = 7
	_, err := level.Level(context.Background(), p, level.Options{})
	var faults cpm.Faults
	require.ErrorAs(t, err, &faults)
}

func TestASearchEndsWhenItsContextDoes(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	x := likePSPLIB(60, 2)
	_, err := level.Level(ctx, x.problem(), level.Options{Schedules: math.MaxInt32})
	require.ErrorIs(t, err, context.Canceled)
	_, err = level.Smooth(ctx, x.problem(), level.Options{Schedules: 1 << 30})
	require.True(t, errors.Is(err, context.Canceled))
}

func TestLengthsBeyondAllBoundsAreRefused(t *testing.T) {
	p := &level.Problem{
		Network:   cpm.Network{Activities: []cpm.Activity{{Duration: cpm.MaxWork}, {Duration: cpm.MaxWork}}},
		Resources: []level.Resource{{Units: 1}}, Demands: []level.Demand{{Units: 1}, {Activity: 1, Total: 5}},
	}
	_, err := level.Level(context.Background(), p, level.Options{})
	var faults level.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, level.TooLong, faults[0].Code)
}
