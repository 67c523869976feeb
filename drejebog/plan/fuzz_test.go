package plan_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// Whatever the bytes, there is a plan of a kommune or an error that says why not;
// what can be used of it has no error.
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
		if p == nil && !drejebog.HasFault(findings) {
			t.Fatalf("no plan, and nothing says why: %v", lines(findings))
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
			t.Fatalf("a plan is of no kommune: %v", err)
		}
		usable, told := p.Usable(b)
		if len(told) != len(findings) {
			t.Fatalf("found in reading: %v, found later: %v", lines(findings), lines(told))
		}
		for _, left := range plan.Check(b, afresh(usable)) {
			if left.Severity == drejebog.SeverityError && left.Subject != "asOf" && !isForPeople(left.Subject) {
				t.Fatalf("what can be used has an error: %v", left)
			}
		}
	})
}

// isForPeople reports whether a path is of a text that an entry is used without.
func isForPeople(path string) bool {
	for _, key := range []string{"name", "what", "reason"} {
		if strings.HasSuffix(path, "."+key) {
			return true
		}
	}
	return false
}
