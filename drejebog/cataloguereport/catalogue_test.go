package cataloguereport_test

import (
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/cataloguereport"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var book = booktest.Book

func at(t testing.TB, edition string) *drejebog.Playbook {
	t.Helper()
	b, err := book(t).At(edition)
	require.NoError(t, err)
	return b
}

func text(t testing.TB, d *document.Document, language lang.Lang) string {
	t.Helper()
	return booktest.Written(t, d, "txt", language)
}

// unwrapped is a text whose lines do not break.
func unwrapped(t testing.TB, d *document.Document, language lang.Lang) string {
	t.Helper()
	return strings.Join(strings.Fields(text(t, d, language)), " ")
}

// since is what came after an edition.
func since(t testing.TB, edition string) *document.Document {
	t.Helper()
	return cataloguereport.Since(book(t), drejebog.Diff(at(t, edition), book(t)))
}

func TestTheCatalogueIsToldAsItsGoldensSay(t *testing.T) {
	whole, news := cataloguereport.Catalogue(book(t)), since(t, "3.0")
	for ending, language := range map[string]lang.Lang{"": lang.Danish, "-en": lang.English} {
		golden.File(t, "testdata/catalogue"+ending+".txt", text(t, whole, language))
		golden.File(t, "testdata/since-3.0"+ending+".txt", text(t, news, language))
		golden.File(t, "testdata/windows"+ending+".csv", golden.Written(t, func(w io.Writer) error {
			return table.WriteCSV(w, whole.Table(cataloguereport.Windows).In(language))
		}))
	}
	golden.File(t, "testdata/since-3.0.md", golden.Written(t, func(w io.Writer) error { return news.WriteMarkdown(w, lang.Danish) }))
	golden.File(t, "testdata/since-3.0.html.txt", golden.Tags(golden.Written(t, func(w io.Writer) error { return news.WriteHTML(w, lang.Danish) })))
}

func TestTheCatalogueNamesEveryActivityWindowStepMilestoneAndCase(t *testing.T) {
	b := book(t)
	whole := unwrapped(t, cataloguereport.Catalogue(b), lang.Danish)
	for _, a := range b.Activities {
		assert.Contains(t, whole, a.ID+" "+a.Title.DA)
		for i := range a.Windows {
			assert.Contains(t, whole, a.Windows[i].Written().DA, a.ID)
		}
	}
	for _, c := range b.Cases {
		assert.Contains(t, whole, c.ID+" "+c.Title.DA)
	}
	assert.Equal(t, 5, strings.Count(whole, " FRIST skal gøres"), "the five hard ends stand out")
	assert.Contains(t, whole, "Udgave 4.1, 27. juni 2014")
}

func TestTheTableOfWindowsHasThemAll(t *testing.T) {
	b, rows := book(t), 0
	sheet := cataloguereport.Catalogue(b).Table(cataloguereport.Windows)
	for _, a := range b.Activities {
		for range a.Windows {
			assert.Equal(t, a.ID, sheet.Rows[rows].Cells[0].Text)
			rows++
		}
	}
	assert.Len(t, sheet.Rows, rows)
}

func TestNoLineIsWiderThanAPageInAnyEdition(t *testing.T) {
	for _, e := range book(t).Editions {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			for _, d := range []*document.Document{cataloguereport.Catalogue(at(t, e.Number)), since(t, e.Number)} {
				for line := range strings.Lines(text(t, d, language)) {
					line = strings.TrimSuffix(line, "\n")
					assert.LessOrEqual(t, utf8.RuneCountInString(line), document.Width, line)
					assert.Equal(t, strings.TrimRight(line, " "), line)
				}
			}
		}
	}
}

func TestTheCatalogueInEnglishGlossesWhatIsPrinted(t *testing.T) {
	whole := unwrapped(t, cataloguereport.Catalogue(book(t)), lang.English)
	assert.Equal(t, 5, strings.Count(whole, " DEADLINE required"))
	assert.Contains(t, whole, "Edition 4.1, 27 June 2014")
	assert.Contains(t, whole, "June 2013 – ongoing expected recommended")
}

func TestAnEarlierEditionSaysWhoseWindowItShows(t *testing.T) {
	first := unwrapped(t, cataloguereport.Catalogue(at(t, "1.0")), lang.Danish)
	assert.Contains(t, first, "Juni 2013 – December 2013 FRIST skal gøres som det står i udgave 3.0")
	assert.NotContains(t, first, "EKSEMPLER TIL INSPIRATION", "chapter 7 came with 2.0")
	assert.NotContains(t, unwrapped(t, cataloguereport.Catalogue(book(t)), lang.Danish), "som det står i udgave")
}

func TestNothingNewIsSaid(t *testing.T) {
	assert.Contains(t, text(t, cataloguereport.Since(book(t), nil), lang.Danish), "Intet nyt.")
}

func ExampleSince() {
	book, err := drejebog.Load()
	if err != nil {
		panic(err)
	}
	now, _ := book.At("2.1")
	before, _ := book.At("2.0")
	if err := cataloguereport.Since(now, drejebog.Diff(before, now)).WriteText(os.Stdout, lang.English); err != nil {
		panic(err)
	}
	// Output:
	// THE KOMMUNER'S PLAYBOOK FOR BREAKING THE IT MONOPOLY
	// Edition 2.1, 17 October 2013
	//
	// Edition  Place                       News          Title                    What
	// 2.1      4.11                        new activity  Creating users in
	//                                                    Serviceplatformen
	// 2.1      4.11                        new window    Creating users in        September 2013 – 22
	//                                                    Serviceplatformen        October 2013
	// 2.1      golive                      promised      Serviceplatformen opens  1 January 2014 (before:
	//                                                                             the very end of 2013)
	// 2.1      ext/administratoranmodning  delivered     Request to name the
	//                                                    first administrator
}
