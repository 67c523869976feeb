package strict_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
)

func TestAPathIsTakenApartAsItIsPutTogether(t *testing.T) {
	for _, steps := range [][]string{{"a"}, {"a", "b"}, {"tasks", "4.1/over blik", "duration"}, {"x\"y", "z.[0]"}} {
		path := ""
		for _, step := range steps {
			path = strict.Join(path, step)
		}
		assert.Equal(t, steps, strict.Steps(path), path)
	}
	assert.Equal(t, []string{"a", "3", "b"}, strict.Steps(strict.Join(strict.Index("a", 3), "b")))
	for _, path := range []string{`["a`, "a..b", `.`} {
		assert.Nil(t, strict.Steps(path), path)
	}
}
