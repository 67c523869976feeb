package cli_test

import (
	"bytes"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADocumentIsWrittenInTheFormatThatWasAskedFor(t *testing.T) {
	for _, row := range []struct {
		args   []string
		begins string
	}{
		{nil, "OVERSIGT\n"},
		{[]string{"-lang", "en"}, "OVERVIEW\n"},
		{[]string{"-format", "html"}, "<!DOCTYPE html>\n<html lang=\"da\">"},
		{[]string{"-format", "csv"}, "\ufeffProjekt\r\nKY\r\n"},
		{[]string{"-format", "csv", "-lang", "en"}, "\ufeffProject\r\nKY\r\n"},
		{[]string{"-format", "csv", "-table", "systems"}, "\ufeffSystem\r\n"},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, cli.Fine, writeDocument(row.args, &stdout, &stderr), row.args)
		require.Empty(t, stderr.String())
		assert.Equal(t, row.begins, stdout.String()[:min(len(row.begins), stdout.Len())])
	}
}

func TestATableThatIsNotThereIsToldWithThoseThatAre(t *testing.T) {
	var stdout, stderr bytes.Buffer
	assert.Equal(t, cli.BadInput, writeDocument([]string{"-format", "csv", "-table", "system"}, &stdout, &stderr))
	assert.Empty(t, stdout.String())
	assert.Equal(t, "budget: -table system: vælg mellem projects, systems (mente du systems?)\n", stderr.String())
}

func writeDocument(args []string, stdout, stderr *bytes.Buffer) int {
	flags := cli.New("budget", "text", "html", "csv")
	flags.TakesTable()
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	projects := &table.Sheet{Name: "projects", Columns: []table.Column{table.Head("project", lang.Text{DA: "Projekt", EN: "Project"})}}
	projects.Append(table.Text("KY"))
	systems := &table.Sheet{Name: "systems", Columns: []table.Column{table.Head("system", lang.Both("System"))}}
	d := &document.Document{Title: lang.Text{DA: "Oversigt", EN: "Overview"}, Attached: []*table.Sheet{systems}}
	d.Add(document.Table{Sheet: projects})
	return flags.WriteDocument(d, "projects")
}
