package workbook_test

import (
	"bytes"
	"io/fs"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/workbook"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

var loadOnce = sync.OnceValues(drejebog.Load)

func theBook(t testing.TB) *drejebog.Playbook {
	t.Helper()
	book, err := loadOnce()
	require.NoError(t, err)
	return book
}

// estimateOf is the estimate of a plan from the reference set; change may
// change what is assumed.
func estimateOf(t testing.TB, p *plan.Plan, change ...func(*estimate.Assumptions)) *estimate.Estimate {
	t.Helper()
	sched, err := timeline.Compute(theBook(t), p)
	require.NoError(t, err)
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	for _, c := range change {
		c(&assumptions)
	}
	e, err := assumptions.Compute(sched, contributions)
	require.NoError(t, err)
	return e
}

// samplePlan reads one of the sample plans.
func samplePlan(t testing.TB, name string) *plan.Plan {
	t.Helper()
	file, err := plans.Files().Open(name)
	require.NoError(t, err)
	defer func(f fs.File) { require.NoError(t, f.Close()) }(file)
	p, findings := plan.Read(theBook(t), name, file)
	require.NotNil(t, p, findings)
	return p
}

func write(t testing.TB, e *estimate.Estimate, language lang.Lang) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, workbook.Write(&out, e, language))
	return out.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}
