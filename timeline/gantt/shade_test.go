package gantt_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestABarIsTheDarkerTheOftenerItDecides(t *testing.T) {
	s := sample(t, "skive.yaml")
	var id string
	for i := range s.Tasks {
		if k := &s.Tasks[i]; k.Start.Known() && k.Finish.Known() && !k.LevelOfEffort && s.IsAhead(k) {
			id = k.ID
		}
	}
	require.NotEmpty(t, id)
	var classes []string
	for _, share := range []float64{0, 0.049, 0.05, 0.3, 0.6, 0.75, 1} {
		var out strings.Builder
		require.NoError(t, gantt.Shades{id: share}.WriteSVG(&out, s, nil, lang.Danish))
		found := ""
		for _, m := range regexp.MustCompile(`class="bar (shade[1-4])" x="[\d.]+" y="\d`).FindAllStringSubmatch(out.String(), -1) {
			found = m[1]
		}
		classes = append(classes, found)
		assert.Contains(t, out.String(), "Skyggen viser")
		assert.NotContains(t, out.String(), `class="bar critical"`, "shades stand in its place")
	}
	assert.Equal(t, []string{"", "", "shade1", "shade2", "shade3", "shade4", "shade4"}, classes)
	assert.NotContains(t, svg(t, s), "shade1")
	assert.Contains(t, gantt.Shades{}.Picture(s, nil).SVG.EN, "The shade shows")
}

func TestTheShadesDifferInLightness(t *testing.T) {
	css, err := os.ReadFile("page/shades.css")
	require.NoError(t, err)
	before := 1.05 / 0.9
	for _, m := range regexp.MustCompile(`fill:#([0-9a-f]{6})`).FindAllSubmatch(css, -1) {
		now := luminance(t, string(m[1])) + 0.05
		assert.Greater(t, before/now, 1.1, "%s", m[1])
		before = now
	}
	assert.Less(t, before, 0.12, "the last is dark on paper")
}
