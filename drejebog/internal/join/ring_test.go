package join_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/drejebog/monopolbrud/drejebog/internal/join"
)

// What lies behind a ring waits with it; what lies before it does not.
func TestWhatIsKnottedLiesOnARingOrBehindOne(t *testing.T) {
	after := map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"d"}, "d": {"b", "e"}, "f": {"f"}}
	assert.Equal(t, map[string]bool{"b": true, "c": true, "d": true, "e": true, "f": true}, join.Knotted(after))
	assert.Empty(t, join.Knotted(map[string][]string{"a": {"b", "c"}, "b": {"c"}}))
}

func TestTheShortestWayHoldsBothEnds(t *testing.T) {
	after := map[int][]int{1: {2, 3}, 2: {3}, 3: {4}, 4: {1}}
	assert.Equal(t, []int{1, 3, 4}, join.Way(after, 1, 4))
	assert.Equal(t, []int{4, 1, 2}, join.Way(after, 4, 2))
	assert.Equal(t, []int{2}, join.Way(after, 2, 2))
	assert.Nil(t, join.Way(map[int][]int{1: {2}}, 2, 1))
}
