package gantt_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/stretchr/testify/assert"
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
		if err := gantt.WriteHTML(io.Discard, s, nil, timelinereport.Explanation, lang.Danish); err != nil {
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
