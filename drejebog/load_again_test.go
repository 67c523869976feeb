package drejebog_test

import (
	"reflect"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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
	untouched, err := drejebog.Load()
	require.NoError(t, err)
	first, err := drejebog.Load()
	require.NoError(t, err)
	first.Words.Add(map[string]map[string]lang.Message{"golive": {"x": {DA: "vrøvl", EN: "nonsense"}}})
	wreck(reflect.ValueOf(first))
	require.Zero(t, first.Edition)
	second, err := drejebog.Load()
	require.NoError(t, err)
	assert.True(t, reflect.DeepEqual(untouched, second), "another book is another")
	assert.False(t, drejebog.BuiltInWords().Has("golive/x"))
}

func TestGoroutinesLoadAtOnce(t *testing.T) {
	var loads sync.WaitGroup
	for range 8 {
		loads.Go(func() {
			b, err := drejebog.Load()
			if assert.NoError(t, err) {
				b.Activities[0].Steps[0].Name.DA = "changed"
				b.Words.Add(map[string]map[string]lang.Message{"a": {"b": {DA: "c", EN: "d"}}})
			}
		})
	}
	loads.Wait()
}
