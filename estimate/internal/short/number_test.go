package short

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// Halves are rounded away from zero, and what does not fit is said.
func TestHundredthsAreRoundedOnce(t *testing.T) {
	for _, row := range []struct {
		number      string
		part, whole int64
		want        int64
	}{
		{"0.005", 1, 1, 1}, {"-0.005", 1, 1, -1}, {"0.0049", 1, 1, 0}, {"1", 1, 3, 33}, {"2", 1, 3, 67}, {"-2", 1, 3, -67},
		{"1", 1, 8, 13}, {"-1", 1, 8, -13}, {"0", 5, 7, 0}, {"1e3", 1, 1, 100_000}, {"92233720368547758.07", 1, 1, 9223372036854775807},
	} {
		d := decimal.RequireFromString(row.number)
		a, _ := Of(d)
		got, fits := a.Hundredths(row.part, row.whole)
		assert.True(t, fits, row.number)
		assert.Equal(t, row.want, got, row.number)
	}
	for _, a := range []Number{{1, 30}, {1, -30}, {1e17, 2}} {
		_, fits := a.Hundredths(1, 1)
		assert.False(t, fits, a)
	}
}
