package readiness

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/stretchr/testify/require"
)

func TestTheCompactFormSaysWhatTheDataFilesSay(t *testing.T) {
	f, err := readFiles(seeds.Files())
	require.NoError(t, err)
	text, err := compact.Write(f.parts()...)
	require.NoError(t, err)
	golden.File(t, "../seeds/compact/readiness.tsv", text)
}

func BenchmarkPreparation(b *testing.B) {
	for b.Loop() {
		_, err := Preparation()
		require.NoError(b, err)
	}
}

func BenchmarkReadFiles(b *testing.B) {
	for b.Loop() {
		_, err := readFiles(seeds.Files())
		require.NoError(b, err)
	}
}
