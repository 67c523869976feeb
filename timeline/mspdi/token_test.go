package mspdi_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

func TestATagWithManyAttributesIsRefusedBeforeTheyAreKept(t *testing.T) {
	file := "<Project " + strings.Repeat(`a="" `, 3<<20) + "/>"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, faults := mspdi.Read("f.xml", strings.NewReader(file))
	runtime.ReadMemStats(&after)
	require.Len(t, faults, 1)
	assert.Equal(t, "dokumentet har mere end 1 MiB i én tekst", drejebog.BuiltInWords().Of(faults[0]).DA)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(128<<20))
}
