package match_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/match"
	"github.com/stretchr/testify/assert"
)

// A list of thousands of rows is held against the same names again and again.
func TestANameThatNobodyHasCostsLittle(t *testing.T) {
	m := match.New(booktest.Book(t), plan.New("Roskilde"))
	n := 0
	cost := testing.AllocsPerRun(100, func() {
		n++
		node, near := m.Find("", fmt.Sprintf("Superbrugerne uddannes %d", n), "")
		assert.Nil(t, node)
		assert.Contains(t, near, "4.10/superbrugere@ky")
	})
	assert.Less(t, cost, 250.0, "no name is folded again for each row")
}
