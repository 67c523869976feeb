package seeds_test

import (
	"go/ast"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every code that the engine gives has its sentence, and no other has one.
func TestEveryFaultOfTheEngineHasItsSentence(t *testing.T) {
	files, _ := source(t)
	codes := map[string]bool{}
	for _, file := range files["timeline/cpm"] {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && isNamed(spec.Type, "FaultCode") {
				code, _ := literal(spec.Values[0])
				codes["cpm/"+code] = true
			}
			return true
		})
	}
	require.NotEmpty(t, codes)
	for id := range messages(t) {
		if len(id) > 4 && id[:4] == "cpm/" {
			assert.True(t, codes[id], "no code %s", id)
			delete(codes, id)
		}
	}
	assert.Empty(t, codes, "codes without a sentence")
}

func TestACycleIsToldWithItsActivities(t *testing.T) {
	_, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "a", Duration: 1}, {Key: "b", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 0}},
	})
	assert.Equal(t, lang.Text{
		DA: "opgaverne venter på hinanden i ring: a, b", EN: "the activities wait for each other in a cycle: a, b",
	}, drejebog.BuiltInWords().Of(err))
}
