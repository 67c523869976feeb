package gantt_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/gantt"
)

func BenchmarkWriteSVG(b *testing.B) {
	s := sample(b, "odense.yaml")
	b.SetBytes(int64(len(svg(b, s))))
	for b.Loop() {
		if err := gantt.WriteSVG(io.Discard, s, nil, drejebog.Danish); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteHTML(b *testing.B) {
	s := sample(b, "odense.yaml")
	b.SetBytes(int64(len(html(b, s))))
	for b.Loop() {
		if err := gantt.WriteHTML(io.Discard, s, nil, drejebog.Danish); err != nil {
			b.Fatal(err)
		}
	}
}
