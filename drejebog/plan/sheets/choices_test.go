package sheets_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
)

func TestEverySheetOffersTheWordsOfItsVocabularies(t *testing.T) {
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		written := sheets.Write(booktest.Book(t), plan.New("Roskilde"), language)
		var file bytes.Buffer
		require.NoError(t, xlsxwriter.Write(&file, written...))
		book, err := excelize.OpenReader(&file)
		require.NoError(t, err)
		for i := range written {
			require.NotEmpty(t, written[i].Choices, written[i].Name)
			lists, err := book.GetDataValidations(written[i].Name)
			require.NoError(t, err)
			assert.Len(t, lists, len(written[i].Choices), "no list is left out of %s", written[i].Name)
			for j, choice := range written[i].Choices {
				assert.Equal(t, "list", lists[j].Type)
				assert.False(t, lists[j].ShowErrorMessage, "other names are read too")
				for _, word := range choice.Words {
					assert.NotEmpty(t, word)
					assert.Contains(t, lists[j].Formula1, word)
				}
			}
		}
	}
}
