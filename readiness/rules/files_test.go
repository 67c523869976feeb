package rules

import (
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheCompactFormSaysWhatTheDataFilesSay(t *testing.T) {
	f, err := readFiles(seeds.Files())
	require.NoError(t, err)
	text, err := compact.Write(f.parts()...)
	require.NoError(t, err)
	golden.File(t, "../../seeds/compact/readiness.tsv", text)
}

func BenchmarkPreparation(b *testing.B) {
	for b.Loop() {
		_, err := preparation()
		require.NoError(b, err)
	}
}

func BenchmarkReadFiles(b *testing.B) {
	for b.Loop() {
		_, err := readFiles(seeds.Files())
		require.NoError(b, err)
	}
}

func TestWhatIsDoneToThePreparationNoOtherSees(t *testing.T) {
	list, err := preparation()
	require.NoError(t, err)
	for i := range list.Requirements {
		clear(list.Requirements[i].Projects)
		clear(list.Requirements[i].Questions)
	}
	clear(list.Requirements)
	f, err := readCompact()
	require.NoError(t, err)
	again, err := compact.Write(f.parts()...)
	require.NoError(t, err)
	assert.True(t, again == seeds.CompactReadiness())
}

func TestGoroutinesReadThePreparationAtOnce(t *testing.T) {
	var reads sync.WaitGroup
	for range 8 {
		reads.Go(func() {
			list, err := preparation()
			assert.NoError(t, err)
			list.Requirements[0].Text = "changed"
			_, err = builtIn()
			assert.NoError(t, err)
		})
	}
	reads.Wait()
}

// preparation is the playbook's own list of the module's files.
func preparation() (requirements.List, error) {
	f, err := readCompact()
	return f.preparation, err
}
