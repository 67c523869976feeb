package mspdi

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFileThatIsTooLargeIsNotTakenForOneThatEndsEarly(t *testing.T) {
	r := &reader{decoder: newDecoder("f.xml", strings.NewReader("<Project><Name>"+strings.Repeat("x", 10_000)+"</Name></Project>")), into: New()}
	r.source.left = 5_000
	r.document()
	require.Len(t, r.faults, 1)
	assert.Equal(t, "dokumentet har mere end 64 MiB", drejebog.BuiltInWords().Of(r.faults[0]).DA)
}
