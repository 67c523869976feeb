package drejebog

import (
	"reflect"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheCompactFormSaysWhatTheDataFilesSay(t *testing.T) {
	book, err := LoadFS(seeds.Files())
	require.NoError(t, err)
	lists, err := compact.Write(book.whole.lists()...)
	require.NoError(t, err)
	golden.File(t, "../seeds/compact/playbook.tsv", lists)
	periods, err := compact.Write(book.Conventions())
	require.NoError(t, err)
	golden.File(t, "../seeds/compact/periods.tsv", periods)
	words, err := compact.Write(book.Words.Messages())
	require.NoError(t, err)
	golden.File(t, "../seeds/compact/words.tsv", words)
}

// wreck sets everything that can be reached and set to zero, from the inside out.
func wreck(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			wreck(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			wreck(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				wreck(v.Field(i))
			}
		}
	}
	if v.CanSet() {
		v.SetZero()
	}
}

func TestWhatIsDoneToABookNoOtherSees(t *testing.T) {
	first, err := Load()
	require.NoError(t, err)
	first.Words.Add(map[string]map[string]lang.Message{"golive": {"x": {DA: "vrøvl", EN: "nonsense"}}})
	third, err := Load()
	require.NoError(t, err)
	assert.False(t, third.Words.Has("golive/x"))
	wreck(reflect.ValueOf(first))
	require.Zero(t, first.Edition)
	second, err := Load()
	require.NoError(t, err)
	lists, err := compact.Write(second.whole.lists()...)
	require.NoError(t, err)
	assert.True(t, lists == seeds.CompactPlaybook())
	words, err := compact.Write(second.Words.Messages())
	require.NoError(t, err)
	assert.True(t, words == seeds.CompactWords())
}

func TestGoroutinesLoadAtOnce(t *testing.T) {
	var loads sync.WaitGroup
	for range 8 {
		loads.Go(func() {
			b, err := Load()
			if assert.NoError(t, err) {
				b.Activities[0].Steps[0].Name.DA = "changed"
				b.Words.Add(map[string]map[string]lang.Message{"a": {"b": {DA: "c", EN: "d"}}})
			}
		})
	}
	loads.Wait()
}

func TestLoadAllocatesNoMoreThanItsListsNeed(t *testing.T) {
	BuiltInWords()
	require.LessOrEqual(t, testing.AllocsPerRun(3, func() { _, _ = Load() }), 1500.0, "1,350 lists, pointers and maps")
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
