package contribution

import (
	"reflect"
	"sync"
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
	golden.File(t, "../../seeds/compact/estimate.tsv", text)
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

func TestWhatIsDoneToTheReferenceNoOtherSees(t *testing.T) {
	contributions, err := Reference()
	require.NoError(t, err)
	assumptions, err := Assume()
	require.NoError(t, err)
	for i := range contributions {
		for k := range contributions[i].Lines {
			line := &contributions[i].Lines[k]
			if line.Hours != nil {
				*line.Hours = HoursRange{}
			}
			clear(line.Projects)
		}
		clear(contributions[i].Projects)
		clear(contributions[i].Lines)
	}
	clear(contributions)
	clear(assumptions.Case.Falls[0].Of)
	clear(assumptions.Rates)

	var files tables
	files.contributions, err = Reference()
	require.NoError(t, err)
	files.assumptions, err = Assume()
	require.NoError(t, err)
	again, err := compact.Write(files.parts()...)
	require.NoError(t, err)
	assert.True(t, again == seeds.CompactEstimate())
}

// memory are the places behind the slices and pointers of a value that a caller can reach.
func memory(v reflect.Value, at map[uintptr]string, path string) map[uintptr]string {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			at[v.Pointer()] = path
			memory(v.Elem(), at, path)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			at[v.Pointer()] = path
		}
		for i := range v.Len() {
			memory(v.Index(i), at, path+"[]")
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				memory(v.Field(i), at, path+"."+field.Name)
			}
		}
	}
	return at
}

func TestACopyOfAssumptionsSharesNothing(t *testing.T) {
	one, err := Assume()
	require.NoError(t, err)
	other := one.Copy()
	assert.Equal(t, &one, other)
	places := memory(reflect.ValueOf(one), map[uintptr]string{}, "")
	assert.Greater(t, len(places), 50)
	for place, path := range memory(reflect.ValueOf(*other), map[uintptr]string{}, "") {
		assert.Empty(t, places[place], path)
	}
}

func TestGoroutinesReadTheReferenceAtOnce(t *testing.T) {
	var reads sync.WaitGroup
	for range 8 {
		reads.Go(func() {
			contributions, err := Reference()
			assert.NoError(t, err)
			contributions[0].Lines[0].Since = "changed"
			_, err = Assume()
			assert.NoError(t, err)
		})
	}
	reads.Wait()
}
