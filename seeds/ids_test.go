package seeds_test

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// playbookIDs are the ids of sections, cases, steps, milestones, projects, legacy
// systems, roles, drivers and categories, as code would name them.
func playbookIDs(t *testing.T) map[string]bool {
	t.Helper()
	book, err := drejebog.Load()
	require.NoError(t, err)
	ids := map[string]bool{}
	for i := range book.Activities {
		a := &book.Activities[i]
		ids[a.ID] = true
		for j := range a.Steps {
			ids[a.ID+"/"+a.Steps[j].ID] = true
		}
	}
	for i := range book.Cases {
		ids[book.Cases[i].ID] = true
	}
	for i := range book.Milestones { // "end" is a word, too: "end@" is not
		id := book.Milestones[i].ID
		ids[id+"@"], ids[id] = true, strings.Contains(id, "/")
	}
	for i := range book.Projects {
		ids[book.Projects[i].ID] = true
	}
	for i := range book.Systems {
		ids[book.Systems[i].ID] = true
	}
	for i := range book.Roles {
		ids[book.Roles[i].ID] = true
	}
	for i := range book.Drivers { // their bare words are other things, too
		ids[book.Drivers[i].ID+"@"] = true
	}
	for i := range book.Categories {
		ids[book.Categories[i].ID+"/"] = true
	}
	nodes, _ := book.Network()
	for i := range nodes {
		ids[nodes[i].ID] = true
	}
	require.Greater(t, len(ids), 200)
	return ids
}

// What the rules speak of in the playbook stands in rows: no Go of the packages
// knows a section, a step, a milestone, a project, a legacy system, a role, a
// driver or a category by its id.
func TestNoIDOfThePlaybookStandsInGo(t *testing.T) {
	ids := playbookIDs(t)
	packages, set := source(t)
	seen := 0
	for folder, files := range packages {
		if strings.Contains(folder, "examples") || folder == "drejebog/booktest" || folder == "estimate/internal/estimatetest" { // which only tests use
			continue
		}
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				literal, ok := n.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING {
					return true
				}
				seen++
				text, err := strconv.Unquote(literal.Value)
				require.NoError(t, err)
				assert.False(t, ids[text] || ids[strings.TrimSuffix(text, "/")], "%s: %s", set.Position(literal.Pos()), literal.Value)
				return true
			})
		}
	}
	assert.Greater(t, seen, 5000)
}
