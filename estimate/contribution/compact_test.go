package contribution

import (
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

func TestGoroutinesReadTheReferenceAtOnce(t *testing.T) {
	var reads sync.WaitGroup
	for range 8 {
		reads.Go(func() {
			contributions, err := Reference()
			assert.NoError(t, err)
			contributions[0].Lines[0].Since = "changed"
			_, err = AssumptionsOf(nil)
			assert.NoError(t, err)
		})
	}
	reads.Wait()
}
