package threepoint_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/require"
)

func BenchmarkFit(b *testing.B) {
	for _, shape := range shapes {
		b.Run(shape.String(), func(b *testing.B) {
			for b.Loop() {
				_, err := oneIn100(10, 12, 20).Fit(shape)
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkCurve(b *testing.B) {
	for _, shape := range shapes {
		d, err := oneIn100(10, 12, 20).Fit(shape)
		require.NoError(b, err)
		b.Run("make/"+shape.String(), func(b *testing.B) {
			for b.Loop() {
				threepoint.NewCurve(d)
			}
		})
		b.Run("exact/"+shape.String(), func(b *testing.B) {
			for b.Loop() {
				d.At(0.7)
			}
		})
	}
	d, err := oneIn100(10, 12, 20).Fit(threepoint.PERTShape)
	require.NoError(b, err)
	c := threepoint.NewCurve(d)
	b.Run("at", func(b *testing.B) {
		for b.Loop() {
			c.At(0.7)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	s := threepoint.NewStream(1, "x", 0)
	for b.Loop() {
		s.Score()
	}
}

func TestADrawAllocatesNothing(t *testing.T) {
	s := threepoint.NewStream(1, "x", 0)
	c := threepoint.NewCurve(threepoint.Triangular{Min: 1, Mode: 2, Max: 4})
	require.Zero(t, testing.AllocsPerRun(100, func() { c.At(s.Score()) }))
}
