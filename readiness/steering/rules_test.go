package steering_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// with are the data files with that of reports changed.
func with(t *testing.T, changes ...string) fs.FS {
	t.Helper()
	edited := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(seeds.Files(), name)
		if name == "readiness/steering.yaml" {
			for i := 0; i < len(changes); i += 2 {
				require.Contains(t, string(text), changes[i])
				text = []byte(strings.Replace(string(text), changes[i], changes[i+1], 1))
			}
		}
		edited[name] = &fstest.MapFile{Data: text}
		return err
	}))
	return edited
}

func reportBy(t *testing.T, files fs.FS) (*steering.Report, error) {
	t.Helper()
	book, err := drejebog.LoadFS(files)
	require.NoError(t, err)
	s, err := status.Compute(book, plan.New("Roskilde"), contributions(t))
	require.NoError(t, err)
	return steering.Of(s, nil)
}

func TestARowThatNamesNothingIsAFaultWithItsPlace(t *testing.T) {
	_, err := reportBy(t, with(t, "writes: programleder", "writes: programledr", "chairs: styregruppe", "chairs: nobody", "- id: slip\n", "- id: float\n",
		"light: money", "light: moneys", "unit: count", "unit: weeks"))
	var told *drejebog.SeedError
	require.ErrorAs(t, err, &told)
	for _, want := range []string{"steering.yaml:5:9", "chairs", "got slip", "tolerances[4].light", "tolerances[2].unit"} {
		require.ErrorContains(t, err, want)
	}
	for _, fault := range told.Faults {
		assert.NotZero(t, fault.Line)
		assert.NotContains(t, drejebog.BuiltInWords().Of(fault).DA, "seeds/", "%v", fault)
	}
}

func TestAToleranceIsARow(t *testing.T) {
	r, err := reportBy(t, with(t, "loadMonths: 6", "loadMonths: 3", "periodMonths: 1", "periodMonths: 3"))
	require.NoError(t, err)
	assert.Empty(t, r.Load, "without people")
	assert.Equal(t, drejebog.AddMonths(r.On, 3), r.Next)
}
