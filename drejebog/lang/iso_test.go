package lang_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnISODateTakesRealDaysOnly(t *testing.T) {
	for _, good := range []string{"2013-10-15", "2016-02-29", "1900-01-01", "2199-12-31"} {
		day, err := lang.ParseISO(good)
		require.NoError(t, err)
		assert.Equal(t, good, day.String())
	}
	for _, bad := range []string{
		"", "2025-02-30", "2015-02-29", "1899-12-31", "2200-01-01", "2013-1-5", "20131015", "2013-10-15 ", "2013-288",
		"+2013-10-15", "15-10-2013", "2013-13-01", "2013-00-10", "2013-10-00", "２０１３-10-15", "2013-10-15T00:00:00Z",
	} {
		_, err := lang.ParseISO(bad)
		assert.Error(t, err, bad)
	}
}
