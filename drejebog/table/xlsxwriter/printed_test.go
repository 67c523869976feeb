package xlsxwriter_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
)

func TestAFileSaysWhatItIsAndPrintsItsHeadOnEveryPage(t *testing.T) {
	first, second := table.Sheet{Name: "Bo's ark"}, table.Sheet{Name: "Opgaver"}
	for _, s := range []*table.Sheet{&first, &second} {
		s.Append(table.Text("Navn"), table.Text("Pris"))
		s.Append(table.Text("KMD Sag"), table.Whole(5))
	}
	empty, toFill := table.Sheet{Name: "Tom"}, table.Sheet{Name: "Skabelon", Choices: []table.Choice{{Column: 2, Words: []string{"ja", "nej"}}}}
	toFill.Append(table.Text("Navn"), table.Text("Svar"))
	var out bytes.Buffer
	require.NoError(t, xlsxwriter.Write(&out, first, second, empty, toFill))
	book, err := excelize.OpenReader(&out)
	require.NoError(t, err)
	says, err := book.GetDocProps()
	require.NoError(t, err)
	assert.Equal(t, "monopolbrud", says.Creator)
	assert.Equal(t, "monopolbrud", says.LastModifiedBy)
	assert.Equal(t, "Bo's ark, Opgaver, Tom, Skabelon", says.Title)
	for _, name := range book.GetSheetList() {
		layout, err := book.GetPageLayout(name)
		require.NoError(t, err)
		assert.Equal(t, "landscape", *layout.Orientation, name)
		assert.Equal(t, 9, *layout.Size, name)
		assert.Equal(t, 1, *layout.FitToWidth, name)
		assert.Equal(t, 0, *layout.FitToHeight, name)
		props, err := book.GetSheetProps(name)
		require.NoError(t, err)
		assert.True(t, *props.FitToPage, name)
	}
	titles := map[string]string{}
	for _, name := range book.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" {
			titles[name.Scope] = name.RefersTo
		}
	}
	assert.Equal(t, map[string]string{"Bo's ark": "'Bo''s ark'!$1:$1", "Opgaver": "'Opgaver'!$1:$1", "Skabelon": "'Skabelon'!$1:$1"}, titles)
	lists, err := book.GetDataValidations("Skabelon")
	require.NoError(t, err)
	require.Len(t, lists, 1)
	assert.Equal(t, `"ja,nej"`, lists[0].Formula1)
}
