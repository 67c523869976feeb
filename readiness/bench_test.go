package readiness_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

// Target: under 5 ms.
func BenchmarkAssessOneKommune(b *testing.B) {
	lists := sampleLists(b)
	s, err := timeline.Compute(book(), sample(b, "struer.yaml"))
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readiness.Assess(s, lists...); err != nil {
			b.Fatal(err)
		}
	}
}

// Target: under 0.5 s.
func BenchmarkAssessAllKommuner(b *testing.B) {
	lists := sampleLists(b)
	var schedules []*timeline.Schedule
	for _, k := range book().Kommuner {
		p := *sample(b, "struer.yaml")
		p.Kommune = k.Name
		s, err := timeline.Compute(book(), &p)
		require.NoError(b, err)
		schedules = append(schedules, s)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range schedules {
			if _, err := readiness.Assess(s, lists...); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkComputeAndAssessOneKommune(b *testing.B) {
	lists := sampleLists(b)
	p := sample(b, "struer.yaml")
	for b.Loop() {
		s, err := timeline.Compute(book(), p)
		require.NoError(b, err)
		if _, err := readiness.Assess(s, lists...); err != nil {
			b.Fatal(err)
		}
	}
}
