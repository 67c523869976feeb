package mspdi

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAFormatThatIsAGuessIsTheFormat(t *testing.T) {
	for format, want := range map[int]struct{ elapsed, percent bool }{
		7: {}, 8: {elapsed: true}, 18: {}, 19: {percent: true}, 20: {true, true}, 39: {}, 40: {elapsed: true},
		51: {percent: true}, 52: {true, true}, 53: {}, 0: {},
	} {
		assert.Equal(t, want.percent, isPercent(format), format)
		assert.Equal(t, want.elapsed, isElapsed(format), format)
	}
}
