package cpm_test

import (
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestACompiledCalendarGivesTheSameDates(t *testing.T) {
	const epoch = cpm.Day(100)
	calendar := cpm.MondayToFriday("work", epoch+3, epoch+20)
	solve := func(c cpm.Calendar, epoch cpm.Day) (cpm.Dates, *cpm.WorkingTime) {
		g, err := cpm.Build(cpm.Network{Epoch: epoch, Calendars: []cpm.Calendar{c}, Activities: []cpm.Activity{{Duration: 30}}})
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&cpm.Input{}, &r))
		return r.Dates(0), g.Calendar(0)
	}
	compiled := calendar.Compiled(epoch, 1)
	plain, _ := solve(calendar, epoch)
	shared, first := solve(compiled, epoch)
	_, second := solve(compiled, epoch)
	assert.Equal(t, plain, shared)
	assert.Same(t, first, second, "numbered once")

	elsewhere, _ := solve(calendar, epoch+1)
	other, third := solve(compiled, epoch+1)
	assert.Equal(t, elsewhere, other, "a network with another epoch gets numbers of its own")
	assert.NotSame(t, first, third)
}

func TestACalendarThatCannotBeCompiledIsRefusedByBuild(t *testing.T) {
	never := cpm.Weekdays("never", 1).Compiled(0, 1)
	_, err := cpm.Build(cpm.Network{Calendars: []cpm.Calendar{never}})
	require.Error(t, err)
	assert.NotPanics(t, func() { cpm.Weekdays("bad", 1, time.Monday).Compiled(0, -7) })
}
