package gantt_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func BenchmarkWriteSVG(b *testing.B) {
	s := sample(b, "odense.yaml")
	b.SetBytes(int64(len(svg(b, s))))
	for b.Loop() {
		if err := gantt.WriteSVG(io.Discard, s, nil, lang.Danish); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteHTML(b *testing.B) {
	s := sample(b, "odense.yaml")
	b.SetBytes(int64(len(html(b, s))))
	for b.Loop() {
		if err := gantt.WriteHTML(io.Discard, s, nil, gantt.Told{Why: timelinereport.Explanation}, lang.Danish); err != nil {
			b.Fatal(err)
		}
	}
}

// What a page and a picture cost is bounded here by what they allocate; the
// benchmarks tell the time.
func TestPictureAndPageStayCheap(t *testing.T) {
	s := sample(t, "odense.yaml")
	picture := testing.AllocsPerRun(1, func() { svg(t, s) })
	page := testing.AllocsPerRun(1, func() { html(t, s) })
	assert.Less(t, picture, 60_000.0)
	assert.Less(t, page, 350_000.0)
}

// Each task of a chain rests on all before it. Were all of them told with each, the
// page of the longest chain that a plan may have would have millions of lines.
func TestThePageOfALongChainGrowsWithItsTasks(t *testing.T) {
	short, long := chainOf(t, 100), chainOf(t, 1600)
	assert.Less(t, len(html(t, long)), 5<<20)
	few := testing.AllocsPerRun(1, func() { html(t, short) })
	many := testing.AllocsPerRun(1, func() { html(t, long) })
	assert.Less(t, many, 16*few)
	assert.Contains(t, html(t, short), "Hvorfor den dag, står ved »Opgave 91«.", "what is not told with a task stands with another")
}

func chainOf(t testing.TB, n int) *timeline.Schedule {
	var text strings.Builder
	text.WriteString("own:\n")
	for i := range n {
		fmt.Fprintf(&text, "  own/t%d: {name: Opgave %d, duration: 1", i, i)
		if i > 0 {
			fmt.Fprintf(&text, ", predecessors: [{task: own/t%d}]", i-1)
		}
		text.WriteString("}\n")
	}
	s, err := timeline.Compute(booktest.Book(t), booktest.Plan(t, text.String()))
	require.NoError(t, err)
	return s
}
