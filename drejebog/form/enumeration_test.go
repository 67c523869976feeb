package form_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// colour is an enumeration that has a word for every value.
type colour uint8

func (c colour) MarshalText() ([]byte, error) {
	if c == 1 {
		return []byte("red"), nil
	}
	return []byte("other"), nil
}

func TestASchemaNamesEachWordOfAnEnumerationOnce(t *testing.T) {
	schema, err := form.Schema("colours", struct {
		Colour colour `json:"colour" form:"set"`
	}{})
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(string(schema), `"other"`))
	assert.Equal(t, 1, strings.Count(string(schema), `"red"`))
}
