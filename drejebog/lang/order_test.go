package lang_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestNamesSortAsDanesSortThem(t *testing.T) {
	want := []string{
		"Albertslund", "Allerød", "Assens", "Fanø", "Fredericia", "Faaborg-Midtfyn", "Haderslev", "Hjørring", "Holbæk", "Høje-Taastrup", "Hørsholm",
		"Tårnby", "Vejle", "Vesthimmerlands", "Ærø", "Aabenraa", "Aalborg", "Aarhus",
	}
	names := slices.Clone(want)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		slices.SortFunc(names, lang.NewOrder().Compare)
		assert.Equal(t, want, names)
	}
}

func TestDoubleASortsAsÅ(t *testing.T) {
	names := []string{"Ånd", "Aamand", "Zoo", "Øl", "Æble", "Ab"}
	slices.SortFunc(names, lang.NewOrder().Compare)
	assert.Equal(t, []string{"Ab", "Zoo", "Æble", "Øl", "Aamand", "Ånd"}, names)
}

func TestTheOrderIsTotal(t *testing.T) {
	order := lang.NewOrder()
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("aAåÅeéæøÆØ z-Z")), 0, 5, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := letters.Draw(t, "a"), letters.Draw(t, "b"), letters.Draw(t, "c")
		if order.Compare(a, b) != -order.Compare(b, a) || (order.Compare(a, b) == 0) != (a == b) {
			t.Fatalf("%q and %q have no order", a, b)
		}
		if order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0 && order.Compare(a, c) > 0 {
			t.Fatalf("%q, %q, %q go in a ring", a, b, c)
		}
	})
}

func TestFoldMatchesWhatUsersType(t *testing.T) {
	for name, others := range map[string][]string{
		"Roskilde":        {"roskilde", "ROSKILDE KOMMUNE", " Roskilde  Kommune ", "Roskildes"},
		"Nordfyns":        {"Nordfyn", "nordfyns kommune"},
		"Høje-Taastrup":   {"Høje Tåstrup", "hoeje-taastrup", "HØJE TAASTRUP KOMMUNE"},
		"Aarhus":          {"Århus", "aarhus", "A\u030arhus"},
		"Bornholms":       {"Bornholm", "Bornholms Regionskommune"},
		"København":       {"Københavns Kommune", "koebenhavn", "KÖBENHAVN"},
		"Vesthimmerlands": {"Vesthimmerland"},
		"Lyngby-Taarbæk":  {"Lyngby–Tårbæk", "lyngby taarbaek"},
	} {
		for _, other := range others {
			assert.Equal(t, lang.Fold(name), lang.Fold(other), other)
		}
	}
	for _, pair := range [][2]string{{"Brøndby", "Brønderslev"}, {"Fanø", "Samsø"}, {"Ringsted", "Ringkøbing-Skjern"}} {
		assert.NotEqual(t, lang.Fold(pair[0]), lang.Fold(pair[1]))
	}
	assert.Empty(t, lang.Fold("Kommune"))
}

func ExampleOrder() {
	names := []string{"Aarhus", "Ærø", "Ringsted", "Albertslund"}
	slices.SortFunc(names, lang.NewOrder().Compare)
	fmt.Println(names)
	// Output: [Albertslund Ringsted Ærø Aarhus]
}
