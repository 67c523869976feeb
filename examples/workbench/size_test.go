package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The program is at most 800 lines of Go, counted with each exported function of the module
// that no other program or package names.
func TestTheWholeProgramIsAtMost800Lines(t *testing.T) {
	named, here := map[string]bool{}, map[string]bool{} // by others, and by this program
	lines := map[string]int{}                           // of the functions of others, by their names
	own, files := 0, token.NewFileSet()
	require.NoError(t, filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if filepath.Base(filepath.Dir(path)) == "workbench" {
			own += files.File(file.FileStart).LineCount()
			names(file, here)
			return nil
		}
		for _, d := range file.Decls {
			if of, ok := d.(*ast.FuncDecl); ok && of.Name.IsExported() {
				lines[of.Name.Name] += 1 + files.Position(of.End()).Line - files.Position(of.Pos()).Line
				if of.Doc != nil {
					lines[of.Name.Name] += len(of.Doc.List)
				}
			}
		}
		names(file, named)
		return nil
	}))
	for name, n := range lines {
		if here[name] && !named[name] {
			t.Logf("only for this program: %s, %d lines", name, n)
			own += n
		}
	}
	assert.LessOrEqual(t, own, 800)
	assert.Greater(t, own, 400, "they were counted")
}

// names adds what a file names, but for what it declares as functions.
func names(file *ast.File, to map[string]bool) {
	declared := map[*ast.Ident]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			declared[n.Name] = true
		case *ast.Ident:
			to[n.Name] = to[n.Name] || !declared[n]
		}
		return true
	})
}
