package drejebog

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/stretchr/testify/require"
)

func TestTheCompactFormSaysWhatTheDataFilesSay(t *testing.T) {
	book, err := LoadFS(seeds.Files())
	require.NoError(t, err)
	lists, err := compact.Write(book.whole.lists()...)
	require.NoError(t, err)
	golden.File(t, "../seeds/compact/playbook.tsv", lists)
	words, err := compact.Write(book.Words.Messages())
	require.NoError(t, err)
	golden.File(t, "../seeds/compact/words.tsv", words)
}

func BenchmarkLoadTheFirstTime(b *testing.B) {
	for b.Loop() {
		compactWords() // kept for the calls that follow
		_, err := Load()
		require.NoError(b, err)
	}
}

func BenchmarkLoadAgain(b *testing.B) {
	BuiltInWords()
	for b.Loop() {
		_, err := Load()
		require.NoError(b, err)
	}
}

func BenchmarkLoadFS(b *testing.B) {
	for b.Loop() {
		_, err := LoadFS(seeds.Files())
		require.NoError(b, err)
	}
}
