package estimatereport_test

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRiskHasFourPictures(t *testing.T) {
	j, err := outlook.JointOf(context.Background(), estimateOf(t, plan.New("Roskilde")), outlook.Simulation{Samples: 500})
	require.NoError(t, err)
	assert.Len(t, estimatereport.RiskPictures(j), 3, "nobody asked what would be gained")
	require.NoError(t, j.Weigh(context.Background()))
	pictures := estimatereport.RiskPictures(j)
	require.Len(t, pictures, 4)
	for _, p := range pictures {
		assert.NotEqual(t, p.SVG.DA, p.SVG.EN)
		assert.NotContains(t, p.Text.DA+p.Text.EN, "{")
	}
	assert.Contains(t, pictures[0].SVG.DA, "planlagt 01.01.2016")
	assert.Contains(t, pictures[1].SVG.DA, "fælles for alt fra KOMBIT")
	assert.Contains(t, pictures[3].SVG.DA, "holder syv af ti gange")
	assert.Empty(t, estimatereport.RiskPictures(nil))
}

// The first line says from when a go-live is drawn: around its day, from its period, or both.
func TestTheFirstLineOfRiskSaysFromWhenGoLivesAreDrawn(t *testing.T) {
	for goLives, want := range map[string]string{
		"ky: {goLive: 2016-02-01}":                                  "kommer fra 3 måneder før til 15 måneder efter sin dag, og",
		"ky: {goLive: 2016-02-01}, sapa: {goLive: 4. kvartal 2015}": "sin dag eller, hvor planen giver en periode, fra den første dag i sin periode til",
		"ky: {goLive: 1. kvartal 2016}, ksd: {goLive: 1. kvartal 2016}, sapa: {goLive: 1. kvartal 2016}, stoettesystemerne: {goLive: 4. kvartal 2015}": "kommer fra den første dag i sin periode til 15 måneder efter den sidste, og",
	} {
		p := read(t, "kommune: Roskilde\nprojects: {"+goLives+"}\n", "plan.yaml")
		j, err := outlook.JointOf(context.Background(), estimateOf(t, p), outlook.Simulation{Samples: 500})
		require.NoError(t, err)
		var text strings.Builder
		require.NoError(t, estimatereport.Risk(j).WriteText(&text, lang.Danish))
		assert.Contains(t, strings.Join(strings.Fields(text.String()), " "), want, goLives)
	}
}

// A year that is over is among the years: the last row is the sum of those above it.
func TestTheYearsOfRiskAddUp(t *testing.T) {
	j, err := outlook.JointOf(context.Background(), estimateOf(t, plan.New("Roskilde")), outlook.Simulation{Samples: 500})
	require.NoError(t, err)
	rows := estimatereport.Risk(j).Table("budgetYears").Rows
	for _, column := range []int{1, 2, 5, 6} {
		sum := 0
		for i := range rows {
			figure, _ := strconv.Atoi(strings.ReplaceAll(rows[i].Cells[column].In(lang.Danish), ".", ""))
			if i < len(rows)-1 {
				sum += figure
			} else {
				assert.InDelta(t, figure, sum, 5*float64(len(rows)), "column %d; each row is rounded", column)
			}
		}
		assert.Positive(t, sum)
	}
}
