package estimate

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheCompactFormSaysWhatTheDataFilesSay(t *testing.T) {
	var files tables
	var err error
	files.contributions, files.assumptions, err = LoadFS(seeds.Files())
	require.NoError(t, err)
	text, err := compact.Write(files.parts()...)
	require.NoError(t, err)
	golden.File(t, "../seeds/compact/estimate.tsv", text)
	assert.Empty(t, files.assumptions.Figures, "the parts leave nothing out")
	assert.Zero(t, files.assumptions.Prices)
}

func BenchmarkReference(b *testing.B) {
	for b.Loop() {
		_, err := Reference()
		require.NoError(b, err)
	}
}

func BenchmarkLoadFS(b *testing.B) {
	for b.Loop() {
		_, _, err := LoadFS(seeds.Files())
		require.NoError(b, err)
	}
}
