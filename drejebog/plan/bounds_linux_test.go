package plan_test

import (
	"runtime"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// busy is the processor's time that the test has taken so far: what else the machine does
// is not in it.
func busy(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// Sixteen times as many take less than 64 times as long: no step goes through all
// entries for each, which would take 256 times as long. What counts is the least
// time of the processor of up to ten rounds without collecting garbage, so that nothing
// else that runs counts.
func TestTheCostOfManyEntriesGrowsLessThanTheirSquare(t *testing.T) {
	timed := func(text string) time.Duration {
		runtime.GC()
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
		begun := busy(t)
		p, _ := read(t, text)
		p.Usable(book(t))
		return busy(t) - begun
	}
	for key, format := range map[string]string{
		"contracts": "  c%d: {name: K, systems: [kmd-sag, kmd-aktiv], payment: {amount: 5}}",
		"people":    "  p%d: {name: N, roles: [projektleder]}",
		"own":       "  own/t%d: {name: O, duration: 1, predecessors: [{task: 5.1/as-is@sapa}]}",
		"tasks":     "  9.9/x%d: {notRelevant: r}",
		"edges":     "  - {from: 5.1/as-is@sapa, to: x%d}",
	} {
		fewer, more := entriesOf(key, format, 125), entriesOf(key, format, 2000)
		few, many := time.Hour, time.Hour
		for round := 0; round < 10 && (round < 2 || many >= 64*few); round++ {
			few, many = min(few, timed(fewer)), min(many, timed(more))
		}
		t.Logf("%s: %.1f times as long", key, float64(many)/float64(few))
		assert.Less(t, many, 64*few, "%s: %s for 125, %s for 2000", key, few, many)
	}
}
