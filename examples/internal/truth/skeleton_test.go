package truth_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/skeleton"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var comment = regexp.MustCompile(`(?m)^#([^ \n]|  )`)

// wholeSkeleton is the plan to begin with, with every example in it taken.
func wholeSkeleton(t *testing.T) *plan.Plan {
	t.Helper()
	var text bytes.Buffer
	require.NoError(t, skeleton.Write(&text, book(t), "Roskilde"))
	p, findings := plan.Read(book(t), "whole.yaml", strings.NewReader(comment.ReplaceAllString(text.String(), "$1")))
	for _, f := range findings {
		require.Equal(t, drejebog.SeverityNote, f.Severity, f.Text.DA)
	}
	require.NotEmpty(t, p.Spent, "the comments are taken away")
	return p
}

// Whoever takes every example of the plan to begin with is refused by no program, and
// none of what he wrote is left out.
func TestThePlanToBeginWithRunsCleanThroughAllPrograms(t *testing.T) {
	c := compute(t, wholeSkeleton(t), few, required(t)...)
	for _, r := range c.results {
		if d := r.told; d != nil {
			assert.NotZero(t, len(d.Blocks), r.schema)
		}
	}
	assert.Empty(t, c.Estimate.ToMend(), "what the estimate cannot use")
	for _, f := range append(status.Check(book(t), wholeSkeleton(t), nil), c.Findings...) {
		assert.NotEqual(t, drejebog.SeverityError, f.Severity, f.Text.DA)
		if f.Code != "DB-041" { // that a baseline is kept and not reckoned with
			assert.False(t, strings.HasPrefix(f.Code, "DB-0"), "%s: %s", f.Code, f.Text.DA)
		}
	}
}
