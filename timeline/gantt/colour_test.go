package gantt_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// luminance is the relative luminance of a colour such as "4a97d0" by WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	require.NoError(t, err)
	linear := func(c uint64) float64 {
		v := float64(c&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}

// Whoever sees no colours, or prints without them, tells the bars apart by
// their lightness: WCAG asks for 3 : 1 against the paper, and 1.5 : 1 keeps
// neighbours apart.
func TestTheBarsDifferInLightness(t *testing.T) {
	css, err := os.ReadFile("page/shapes.css")
	require.NoError(t, err)
	fill := func(rule string) float64 {
		found := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(rule) + `\{fill:#([0-9a-f]{6})`).FindSubmatch(css)
		require.NotNil(t, found, rule)
		return luminance(t, string(found[1]))
	}
	contrast := func(light, dark float64) float64 { return (light + 0.05) / (dark + 0.05) }
	planned, critical, done := fill(".bar"), fill(".bar.critical"), fill(".bar.done,.part")
	assert.Greater(t, contrast(1, planned), 3.0)
	assert.Greater(t, contrast(planned, critical), 1.5)
	assert.Greater(t, contrast(critical, done), 1.5)
}
