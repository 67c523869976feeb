package timeline_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMonthsCountFromTheDayThatWorkWasDoneOnAlsoIfTheKommuneWasClosed(t *testing.T) {
	s := compute(t, planOf(t,
		"asOf: 2015-01-05",
		"dataDate: 2015-01-05",
		"calendar: {closed: [{from: 2014-12-22, to: 2015-01-02}]}",
		"own:",
		"  own/a: {name: A, duration: 5, responsible: projektleder, actualStart: 2014-12-15, actualFinish: 2014-12-31, status: done}",
		"  own/b: {name: B, duration: 5, responsible: projektleder, predecessors: [{task: own/a, lag: {value: 3, unit: months}}]}",
	))
	require.Equal(t, day("2015-03-31"), s.Task("own/b").EarlyStart.Date)
}
