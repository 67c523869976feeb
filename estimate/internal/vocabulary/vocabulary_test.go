package vocabulary_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/internal/vocabulary"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Example() {
	book, err := drejebog.Load()
	if err != nil {
		panic(err)
	}
	known := vocabulary.Of(book)
	scope := known.ScopeOf("4.10/slutbrugere", "")
	fmt.Println(known.Steps.Has("4.10/slutbrugere"), known.Roles.Has("nobody"), scope.Holds("sapa"), scope.Holds("serviceplatformen"))
	// Output: true false true false
}

func TestATaskOfAPlansOwnIsAStepOfAnyProject(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	whole := vocabulary.Of(book)
	own := whole.With(map[string]plan.OwnTask{"own/flyt": {}})
	assert.True(t, own.Steps.Has("own/flyt"))
	assert.False(t, whole.Steps.Has("own/flyt"), "the book's stays as it was")
	all := own.Steps.All()
	assert.Equal(t, "own/flyt", all[len(all)-1])
	scope := own.ScopeOf("own/flyt", "")
	assert.True(t, scope.Holds("sapa"))
}
