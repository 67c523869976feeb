package plan_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

func TestABaselineIsNothingToTell(t *testing.T) {
	book := booktest.Book(t)
	p := plan.New("Vejen")
	p.Baseline = &plan.Baseline{Agreed: date.New(2014, time.June, 1)}
	assert.Empty(t, plan.Check(book, p))
}
