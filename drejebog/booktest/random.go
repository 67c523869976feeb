package booktest

import (
	"bytes"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Random is a sample plan with some places changed, without what cannot be used, as it is
// read from what it writes.
func Random(t *rapid.T) *plan.Plan {
	first := rapid.IntRange(0, len(plans.Names())-1).Draw(t, "sample")
	text, err := plans.Mutant(first, func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "choice") })
	require.NoError(t, err)
	p, findings := plan.Read(Book(t), "plan.yaml", bytes.NewReader(text))
	require.NotNil(t, p, "%v\n%s", findings, text)
	p, _ = p.Usable(Book(t))
	p, findings = plan.Read(Book(t), "plan.yaml", bytes.NewReader([]byte(YAML(t, p))))
	require.NotNil(t, p, "%v", findings)
	return p
}

// YAML is what a plan writes.
func YAML(t require.TestingT, p *plan.Plan) string {
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.String()
}
