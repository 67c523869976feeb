package plan_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

func TestWhatNothingIsComputedFromYetIsTold(t *testing.T) {
	book := booktest.Book(t)
	p := plan.New("Vejen")
	assert.Empty(t, plan.Check(book, p))
	p.Baseline = &plan.Baseline{Agreed: date.New(2014, time.June, 1)}
	var told []drejebog.Finding
	for _, f := range plan.Check(book, p) {
		if f.Code == "DB-041" {
			told = append(told, f)
		}
	}
	require.Len(t, told, 1)
	assert.Equal(t, "baseline", told[0].Subject)
	assert.Contains(t, told[0].Text.DA, "Planen har baseline.")
}
