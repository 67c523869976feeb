package plan

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
)

func TestTheNationalNetworkIsKeptWithItsBookAndHandedOutAsACopy(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	assert.Same(t, nationalOf(book), nationalOf(book))
	nodes, edges := New("Vejen").Network(book)
	nodes[0].ID, edges[0].From = "changed", -1
	assert.NotEqual(t, "changed", nationalOf(book).nodes[0].ID)
	assert.NotEqual(t, -1, nationalOf(book).edges[0].From)

	changed := *book
	changed.Dependencies = nil
	assert.Empty(t, nationalOf(&changed).edges, "a copy that was changed has a network of its own")
	assert.NotEmpty(t, nationalOf(book).edges)

	early, err := book.At("1.0")
	require.NoError(t, err)
	assert.Less(t, len(nationalOf(early).nodes), len(nationalOf(book).nodes))
	made := &drejebog.Playbook{}
	assert.Empty(t, nationalOf(made).nodes, "a book that nobody loaded keeps nothing and serves")
}
