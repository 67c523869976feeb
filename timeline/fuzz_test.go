package timeline_test

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
)

// Whatever a plan says, as long as it can be read: it is computed, and every
// finding has its words.
func FuzzCompute(f *testing.F) {
	for _, name := range plans.Names() {
		text, err := fs.ReadFile(plans.Files(), name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, breach := range breaches {
		f.Add([]byte("kommune: Roskilde\n" + breach.lines))
	}
	b := book()
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _ := plan.Read(b, "plan.yaml", bytes.NewReader(data))
		if p == nil {
			return
		}
		s, err := timeline.Compute(b, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range s.Findings {
			if found.Severity == 0 || found.Text.DA == "" || found.Remedy.EN == "" || b.Party(found.Actor) == nil {
				t.Fatalf("a finding without words or actor: %+v", found)
			}
		}
	})
}
