package lang_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/require"
)

func TestIsSlug(t *testing.T) {
	for word, is := range map[string]bool{
		"anna": true, "kmd-aktiv": true, "2015": true, "a-b-3": true,
		"": false, "-": false, "-a": false, "a-": false, "a--b": false, "A": false, "å": false, "a b": false, "a/b": false, "a_b": false,
	} {
		require.Equal(t, is, lang.IsSlug(word), "%q", word)
	}
}
