package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADeliverableOfTheKommunesOwnHasANameAndADebtor(t *testing.T) {
	p, findings := read(t, "kommune: Skive\nasOf: 2014-12-01\ndeliverables:\n"+
		"  own/testdata: {name: Testdata, actor: supplier, project: ky, promised: 2015-03-02, delivered: 2014-11-28}\n"+
		"own:\n  own/x: {name: X, duration: 5, predecessors: [{task: own/testdata}]}\nedges: [{from: own/testdata, to: 5.3/test@ky}]\n")
	assert.Empty(t, findings)
	assert.Equal(t, "supplier", p.Deliverables["own/testdata"].Actor)
	for text, want := range map[string]string{
		"deliverables: {own/a: {actor: kmd}}":                                                                               "DB-011",
		"deliverables: {own/a: {name: A}}":                                                                                  "DB-011",
		"deliverables: {own/a: {name: A, actor: ingen}}":                                                                    "DB-017",
		"deliverables: {own/A b: {name: A, actor: kmd}}":                                                                    "DB-019",
		"deliverables: {ext/kravliste@sapa: {actor: kmd}}":                                                                  "DB-049",
		"deliverables: {own/a: {name: A, actor: kmd}}\nown: {own/a: {name: A, duration: 1}}":                                "DB-050",
		"deliverables: {ext/kravlister@sapa: {promised: 2015-01-05}}":                                                       "DB-028",
		"deliverables: {own/a: {name: A, actor: kmd, project: sap}}":                                                        "DB-003",
		"own: {own/a: {name: A, duration: 1, predecessors: [{task: own/b}]}}\ndeliverables: {own/c: {name: C, actor: kmd}}": "DB-020",
	} {
		_, findings := read(t, "kommune: Skive\n"+text+"\n")
		require.Len(t, findings, 1, "%s: %v", text, lines(findings))
		assert.Equal(t, want, findings[0].Code, text)
	}
}
