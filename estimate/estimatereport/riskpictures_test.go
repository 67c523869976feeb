package estimatereport_test

import (
	"context"
	"testing"

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
