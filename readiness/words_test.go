package readiness_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is assessed is data. The catalogue is asked in words.go alone; no text is
// put together of others.
func TestWhatIsComputedIsToldNowhere(t *testing.T) {
	for _, folder := range []string{".", "overview", "status"} {
		entries, err := os.ReadDir(folder)
		require.NoError(t, err)
		for _, entry := range entries {
			name := entry.Name()
			if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == "words.go" {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, filepath.Join(folder, name), nil, 0)
			require.NoError(t, err)
			ast.Inspect(file, func(n ast.Node) bool {
				if x, ok := n.(*ast.SelectorExpr); ok {
					assert.NotContains(t, []string{"Words", "Say", "Joined", "Written", "Fill", "Ended"}, x.Sel.Name, set.Position(n.Pos()).String())
				}
				return true
			})
		}
	}
}
