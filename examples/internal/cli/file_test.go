package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhyAFileCannotBeOpenedOrWrittenIsToldInBothLanguages(t *testing.T) {
	folder := t.TempDir()
	for _, row := range []struct{ name, opened, written string }{
		{folder, "{} kan ikke åbnes: det er en mappe", "kan ikke skrive {}: det er en mappe"},
		{filepath.Join(folder, "no", "file"), "{} kan ikke åbnes: filen findes ikke", "kan ikke skrive {}: mappen findes ikke"},
	} {
		p := newProgram()
		require.Equal(t, cli.BadInput, p.run("-o", row.name))
		assert.Equal(t, "budget: "+filled(row.written, row.name)+"\n", p.stderr.String())
		_, err := cli.Open(row.name)
		require.Equal(t, cli.BadInput, p.flags.FailError(err))
		assert.Contains(t, p.stderr.String(), "budget: "+filled(row.opened, row.name)+"\n")
	}
	p := newProgram()
	require.Equal(t, cli.BadInput, p.run("-lang", "en", "-o", folder))
	assert.Equal(t, "budget: cannot write "+folder+": it is a folder\n", p.stderr.String())
}

func filled(text, name string) string { return strings.ReplaceAll(text, "{}", name) }

func TestAFileIsReplacedByAWholeOneAndKeepsWhoMayReadIt(t *testing.T) {
	folder := t.TempDir()
	file, link := filepath.Join(folder, "result.txt"), filepath.Join(folder, "link.txt")
	require.NoError(t, os.WriteFile(file, []byte("what stood there before, and was longer"), 0o600))
	require.NoError(t, os.Symlink(file, link))
	require.Equal(t, cli.Fine, newProgram().run("-o", link))
	written, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "text da 2015\n", string(written))
	info, err := os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode())
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, entries, 2, "nothing is left beside it")
	require.Equal(t, cli.Fine, newProgram().run("-o", os.DevNull))
}

func TestAFlagBehindTheFilesIsTold(t *testing.T) {
	for _, row := range []struct {
		args []string
		code int
	}{
		{[]string{"a.yaml", "-format", "json"}, cli.BadInput},
		{[]string{"a.yaml", "--", "-b.yaml"}, cli.BadInput},
		{[]string{"--", "-b.yaml"}, cli.Fine},
		{[]string{"-"}, cli.Fine},
		{[]string{"-format", "json", "a.yaml"}, cli.Fine},
	} {
		p := newProgram()
		p.flags.TakesArguments(lang.Both("PLAN …"))
		require.Equal(t, row.code, p.run(row.args...), row.args)
		if row.code == cli.BadInput {
			assert.Contains(t, p.stderr.String(), "flag står før filer", row.args)
		}
	}
}
