package status

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
)

func at(line int, code, subject, text string) drejebog.Finding {
	f := drejebog.Finding{Code: code, Severity: drejebog.SeverityWarning, Subject: subject, Text: lang.Both(text)}
	if line > 0 {
		f.Place = strict.Place{File: "plan.yaml", Line: line, Column: 1}
	}
	return f
}

func TestWhatTwoPartsFindIsOneFindingWithItsPlace(t *testing.T) {
	plan := []drejebog.Finding{at(3, "DB-302", "own/a", "A."), at(7, "DB-302", "own/a", "A.")}
	schedule := []drejebog.Finding{at(0, "DB-302", "own/a", "A."), at(3, "DB-302", "own/a", "A."), at(3, "DB-302", "own/a", "B."), at(3, "DB-302", "own/b", "A.")}
	readiness := []drejebog.Finding{at(0, "DB-528", "x", "C."), at(0, "DB-528", "x", "C.")}
	want := []drejebog.Finding{
		at(0, "DB-528", "x", "C."), at(3, "DB-302", "own/a", "A."), at(3, "DB-302", "own/a", "B."), at(3, "DB-302", "own/b", "A."), at(7, "DB-302", "own/a", "A."),
	}
	assert.Equal(t, want, once(plan, schedule, readiness))
	assert.ElementsMatch(t, want, once(readiness, schedule, plan), "whatever part comes first")
	assert.Empty(t, once())
}
