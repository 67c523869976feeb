package drejebog_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func catalogueText(t *testing.T, b *drejebog.Playbook, language lang.Lang) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, b.WriteText(&out, language))
	return out.String()
}

func TestTheTextCatalogueNamesEveryActivityWindowAndCase(t *testing.T) {
	text := catalogueText(t, book(t), lang.Danish)
	unwrapped := strings.Join(strings.Fields(text), " ")
	for _, a := range book(t).Activities {
		assert.Contains(t, unwrapped, a.ID+" "+a.Title.DA)
		for i := range a.Windows {
			assert.Contains(t, unwrapped, a.Windows[i].Printed(), a.ID)
		}
	}
	for _, c := range book(t).Cases {
		assert.Contains(t, unwrapped, c.ID+" "+c.Title.DA)
	}
	assert.Equal(t, 5, strings.Count(unwrapped, "· FRIST ·"), "the five hard ends stand out")
	assert.True(t, strings.HasPrefix(text, "Kommunernes drejebog for monopolbruddet\nUdgave 4.1, 27. juni 2014\n"))
}

func TestTheTextCatalogueIsWrappedAndHasNoStraySpace(t *testing.T) {
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		for _, line := range strings.Split(catalogueText(t, book(t), language), "\n") {
			assert.LessOrEqual(t, utf8.RuneCountInString(line), 100, line)
			assert.Equal(t, strings.TrimRight(line, " "), line)
		}
	}
}

func TestTheTextCatalogueInEnglishGlossesWhatIsPrinted(t *testing.T) {
	unwrapped := strings.Join(strings.Fields(catalogueText(t, book(t), lang.English)), " ")
	assert.Equal(t, 5, strings.Count(unwrapped, "· DEADLINE ·"))
	assert.Contains(t, unwrapped, "Edition 4.1, 27 June 2014")
	assert.Contains(t, unwrapped, "June 2013 – ongoing · expected · recommended")
}

func TestTheTextOfAnEarlierEditionSaysWhoseWindowItShows(t *testing.T) {
	unwrapped := strings.Join(strings.Fields(catalogueText(t, at(t, "1.0"), lang.Danish)), " ")
	assert.Contains(t, unwrapped, "Juni 2013 – December 2013 · FRIST · skal gøres · som det står i udgave 3.0")
	assert.NotContains(t, unwrapped, "Eksempler til inspiration", "chapter 7 came with 2.0")
	assert.NotContains(t, catalogueText(t, book(t), lang.Danish), "som det står i udgave")
}

func TestADiffWithoutDifferencesSaysSo(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, book(t).WriteDiff(&out, lang.Danish, nil))
	assert.Contains(t, out.String(), "Intet nyt.")
}

func TestADiffIsWrittenALineForEachDifference(t *testing.T) {
	var out bytes.Buffer
	b := at(t, "2.1")
	require.NoError(t, b.WriteDiff(&out, lang.Danish, drejebog.Diff(at(t, "2.0"), b)))
	assert.Contains(t, out.String(), "2.1  4.11 ny aktivitet: Oprettelse af brugere i Serviceplatformen\n")
}
