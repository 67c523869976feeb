package plan_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
)

// Whatever the bytes, there is a plan or an error that says why not, never
// neither and never both.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		wholePlan,
		"kommune: Roskilde\n",
		`{"kommune": "0265", "drivers": {"users@sapa": -1}}`,
		"kommune: Roskild\ntasks:\n  4.10/superbruger@sapa: {duration: 0}\n",
		"kommune: Roskilde\nprojects:\n  sapa: {goLive: ukendt, implementation: 2016-01-01}\n",
		"kommune: Roskilde\ntasks:\n  4.8/gennemgang@sapa: {notRelevant: \"\"}\n",
		"kommune: &a x\nasOf: *a\n",
		"- kommune\n",
		"",
	} {
		f.Add([]byte(text))
	}
	b := book(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, findings := read(t, string(data))
		if failed := drejebog.HasFault(findings); failed != (p == nil) {
			t.Fatalf("plan %v with findings %v", p, lines(findings))
		}
		for _, finding := range findings {
			if finding.Place.File != "plan.yaml" || finding.Code == "" || finding.Severity == 0 || finding.Text.DA == "" || finding.Text.EN == "" {
				t.Fatalf("a finding without place, code or words: %+v", finding)
			}
		}
		if p == nil {
			return
		}
		if _, err := b.Kommune(p.Kommune); err != nil {
			t.Fatalf("a plan without findings is of no kommune: %v", err)
		}
	})
}
