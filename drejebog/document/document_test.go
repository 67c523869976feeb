package document_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

func TestADocumentIsPrintedInEveryFormatAndLanguage(t *testing.T) {
	for format := range printers {
		golden.File(t, "testdata/sample."+format, written(t, sample(), format, lang.Danish))
		golden.File(t, "testdata/sample-en."+format, written(t, sample(), format, lang.English))
		assert.Equal(t, written(t, sample(), format, lang.Danish), written(t, sample(), format, ""), "Danish unless English is asked for")
	}
}

func TestATableIsFoundByItsNameWhetherItIsShownOrNot(t *testing.T) {
	d := sample()
	for _, name := range []string{"tasks", "lights", "wide", "lines"} {
		require.NotNil(t, d.Table(name), name)
		assert.Equal(t, name, d.Table(name).Name)
	}
	assert.Nil(t, d.Table("Opgaver"))
	assert.Len(t, d.Tables(), 4)
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out, d.Table("tasks").In(lang.English)))
	assert.Contains(t, out.String(), "task;price;latest;float\r\n")
	assert.Contains(t, out.String(), ";1234567,50;2014-10-07;1043\r\n")
}

func TestAnEmptyDocumentIsPrinted(t *testing.T) {
	empty := &document.Document{Attached: []*table.Sheet{nil}}
	empty.Add(nil, document.Table{}, document.List{}, document.Table{Sheet: &table.Sheet{}})
	assert.Empty(t, written(t, &document.Document{}, "txt", lang.Danish))
	for format := range printers {
		written(t, empty, format, lang.Danish)
	}
}

// full is a file that cannot be written.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.ErrUnsupported }

func TestAFileThatCannotBeWrittenIsAnError(t *testing.T) {
	for _, print := range printers {
		assert.ErrorIs(t, print(sample(), full{}, lang.Danish), errors.ErrUnsupported)
	}
}

func TestWhatReportsTellMostIsAddedByAWordEach(t *testing.T) {
	var d document.Document
	sheet := &table.Sheet{Name: "tasks"}
	d.Section(lang.Both("a"))
	d.Tell(lang.Both("b"), lang.Both("c"))
	d.Points(lang.Both("d"))
	d.Show(sheet)
	assert.Equal(t, []document.Block{
		document.Heading{Level: 1, Text: lang.Both("a")}, document.Paragraph{Text: lang.Both("b")}, document.Paragraph{Text: lang.Both("c")},
		document.List{Items: []document.Item{{Text: lang.Both("d")}}}, document.Table{Sheet: sheet},
	}, d.Blocks)
}

func TestAPercentIsNotTornFromItsNumber(t *testing.T) {
	of := lang.Both("fra 50 % til 80 %")
	d := document.Document{Title: of}
	d.Tell(of)
	d.Add(document.List{Items: []document.Item{{Text: of}}})
	s := &table.Sheet{Name: "x", Columns: []table.Column{{Name: table.Name{Text: of}}}}
	s.Append(table.Of(of))
	d.Show(s)
	var out strings.Builder
	require.NoError(t, d.WriteHTML(&out, lang.Danish))
	assert.NotContains(t, out.String(), "0 %")
	assert.GreaterOrEqual(t, strings.Count(out.String(), "fra 50\u00a0% til 80\u00a0%"), 5)
}

func TestAPictureForASmallWindowStandsBesideTheOther(t *testing.T) {
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg"/>`
	var d document.Document
	d.Add(document.Picture{SVG: lang.Both(drawing)})
	of := func() string {
		page, err := d.Fragment(lang.Danish)
		require.NoError(t, err)
		return html.UnescapeString(string(page))
	}
	assert.NotContains(t, of(), "<source")
	assert.Contains(t, of(), `class="picture"`, "it is moved by itself")
	d.Blocks[0] = document.Picture{SVG: lang.Both(drawing), Narrow: lang.Both(drawing)}
	address := "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(drawing))
	assert.Contains(t, of(), `<source media="screen and (max-width: 48rem)" srcset="`+address+`">`)
	assert.NotContains(t, of(), `class="picture"`)
}
