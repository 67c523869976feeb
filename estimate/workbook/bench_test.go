package workbook_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/workbook"
	"github.com/stretchr/testify/require"
)

func BenchmarkWrite(b *testing.B) {
	e := estimateOf(b, plan.New("Vejen"))
	for b.Loop() {
		require.NoError(b, workbook.Write(io.Discard, e, lang.Danish))
	}
}
