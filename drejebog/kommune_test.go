package drejebog_test

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestThereAreNinetyEightKommunerWithTheirPopulations(t *testing.T) {
	require.Len(t, book(t).Kommuner, 98)
	sums := map[string]int{}
	for _, k := range book(t).Kommuner {
		require.Len(t, k.Population, 3, k.Name)
		for _, p := range k.Population {
			sums[p.On.String()] += p.Count
		}
	}
	assert.Equal(t, map[string]int{"2013-01-01": 5_602_536, "2014-01-01": 5_627_145, "2015-01-01": 5_659_624}, sums)
}

func TestTheKommunerAreThoseOfTheSharedTable(t *testing.T) {
	shared := os.Getenv("MONOPOLBRUD_SHARED")
	if shared == "" {
		t.Skip("MONOPOLBRUD_SHARED is not set: the table of kommuner, which is no part of the module, is not at hand")
	}
	file, err := os.Open(filepath.Join(shared, "facts", "kommuner.csv"))
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 99, "a heading and 98 kommuner")
	for i, row := range rows[1:] {
		k := book(t).Kommuner[i]
		got := []string{k.Code, k.Name, k.Region}
		for _, p := range k.Population {
			got = append(got, strconv.Itoa(p.Count))
		}
		assert.Subset(t, row, got)
	}
}

func TestAKommuneIsFoundByCodeOrNameHoweverItIsWritten(t *testing.T) {
	for _, row := range []struct{ word, code string }{
		{"0265", "0265"},
		{"265", "0265"},
		{" 0265 ", "0265"},
		{"Roskilde", "0265"},
		{"roskilde kommune", "0265"},
		{"ROSKILDE KOMMUNE", "0265"},
		{"Ærø", "0492"},
		{"AEroe", "0492"},
		{"ærø kommune", "0492"},
		{"Århus", "0751"},
		{"Aarhus", "0751"},
		{"Høje Tåstrup", "0169"},
		{"Bornholms Regionskommune", "0400"},
		{"Nordfyn", "0480"},
		{"0101", "0101"},
		{"København", "0101"},
		{"Kobenhavn", ""},
	} {
		k, err := book(t).Kommune(row.word)
		if row.code == "" {
			assert.Error(t, err, row.word)
			continue
		}
		require.NoError(t, err, row.word)
		assert.Equal(t, row.code, k.Code, row.word)
	}
}

func TestEveryKommuneIsFoundByItsCodeAndItsName(t *testing.T) {
	for _, want := range book(t).Kommuner {
		for _, word := range []string{want.Code, want.Code[1:], want.Name, want.Name + " Kommune"} {
			got, err := book(t).Kommune(word)
			require.NoError(t, err, word)
			assert.Equal(t, want.Code, got.Code, word)
		}
	}
}

func TestAnUnknownKommuneIsAnsweredWithTheNearest(t *testing.T) {
	for _, row := range []struct{ word, suggest, en, da string }{
		{"Roskild", "Roskilde", "no kommune has the code or name “Roskild”; did you mean Roskilde?", "ingen kommune har koden eller navnet »Roskild«; mente du Roskilde?"},
		{"Kobenhavn", "København", "no kommune has the code or name “Kobenhavn”; did you mean København?", "ingen kommune har koden eller navnet »Kobenhavn«; mente du København?"},
		{"0999", "", "no kommune has the code or name “0999”", "ingen kommune har koden eller navnet »0999«"},
		{"Atlantis", "", "no kommune has the code or name “Atlantis”", "ingen kommune har koden eller navnet »Atlantis«"},
		{"", "", "no kommune has the code or name “”", "ingen kommune har koden eller navnet »«"},
		{"kommune", "", "no kommune has the code or name “kommune”", "ingen kommune har koden eller navnet »kommune«"},
		{"0411", "", "no kommune has the code or name “0411”", "ingen kommune har koden eller navnet »0411«"}, // Christiansø is none
	} {
		_, err := book(t).Kommune(row.word)
		e, ok := errors.AsType[*drejebog.KommuneError](err)
		require.True(t, ok, "%q: %v", row.word, err)
		assert.Equal(t, row.word, e.Word)
		assert.Equal(t, row.suggest, e.Suggest, row.word)
		assert.Equal(t, lang.Text{DA: row.da, EN: row.en}, drejebog.BuiltInWords().Of(err))
	}
}

func TestAKommuneOfBeforeIsAnsweredWithWhatItIsPartOf(t *testing.T) {
	b := book(t)
	for word, kommune := range map[string]string{
		"Søllerød": "Rudersdal", "søllerød kommune": "Rudersdal", "Soelleroed": "Rudersdal", "Brovst": "Jammerbugt", "Ølgod": "Varde", "Christiansfeld": "Kolding, Haderslev",
		"Sønderhald": "Norddjurs, Randers", "Aalestrup": "Vesthimmerlands, Viborg, Mariagerfjord", "Fakse": "Faxe", "Rønne": "Bornholm", "Marstal": "Ærø", "Nykøbing Falster": "Guldborgsund",
	} {
		_, err := b.Kommune(word)
		e, ok := errors.AsType[*drejebog.KommuneError](err)
		require.True(t, ok, word)
		assert.Equal(t, kommune, e.Suggest, word)
		assert.NotEmpty(t, e.Former, word)
	}
	_, err := b.Kommune("Søllerød")
	assert.Equal(t, "»Søllerød« er ikke længere en kommune; den er i dag en del af Rudersdal", drejebog.BuiltInWords().Of(err).DA)
	assert.Equal(t, "»Søllerød« er i dag en del af Rudersdal.", b.KommuneSuggestion("Søllerød").DA)
}

// 275 kommuner until 2002: those of today that were made of others are not among
// them, the others are. 271 from 2003, 270 in 2006.
func TestTheKommunerOfBeforeAreAllThere(t *testing.T) {
	b := book(t)
	made := []string{"Fredensborg", "Furesø", "Egedal", "Rudersdal", "Halsnæs", "Gribskov", "Odsherred", "Faxe", "Guldborgsund", "Lolland", "Bornholm", "Faaborg-Midtfyn", "Nordfyns", "Langeland", "Ærø", "Ikast-Brande", "Ringkøbing-Skjern", "Favrskov", "Norddjurs", "Syddjurs", "Jammerbugt", "Vesthimmerlands", "Rebild", "Mariagerfjord"}
	assert.Equal(t, 275, len(b.Kommuner)-len(made)+len(b.FormerKommuner))
	until := map[int]int{}
	for i := range b.FormerKommuner {
		until[b.FormerKommuner[i].Until.Year()]++
	}
	assert.Equal(t, map[int]int{2002: 5, 2005: 2, 2006: 194}, until)
}

func TestThePopulationOfADayIsTheNewestCountByThen(t *testing.T) {
	k, err := book(t).Kommune("Roskilde")
	require.NoError(t, err)
	for _, row := range []struct{ day, on string }{
		{"2012-06-01", "2013-01-01"}, // before all counts: the oldest
		{"2013-01-01", "2013-01-01"},
		{"2013-12-31", "2013-01-01"},
		{"2014-06-27", "2014-01-01"},
		{"2020-01-01", "2015-01-01"},
	} {
		assert.Equal(t, row.on, k.PopulationOn(onDay(row.day)).On.String(), row.day)
	}
}

func TestAKommuneNamesItselfInFull(t *testing.T) {
	playbook := book(t)
	for name, full := range map[string]string{
		"Roskilde": "Roskilde Kommune", "København": "Københavns Kommune", "Bornholm": "Bornholms Regionskommune", "Vesthimmerlands": "Vesthimmerlands Kommune",
	} {
		k, err := playbook.Kommune(name)
		require.NoError(t, err)
		assert.Equal(t, full, k.FullName())
		again, err := playbook.Kommune(full)
		require.NoError(t, err, full)
		assert.Equal(t, k.Code, again.Code)
	}
}
