package compact_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// all has a field of each kind that can be written.
type all struct {
	Text    string
	Yes     bool
	Small   int8
	Large   int64
	Count   uint16
	Pointer *int
	Words   []string
	Parts   []part
	ByName  map[string]part
	Amount  drejebog.Kroner
	part
	place string
}

type part struct {
	Name  string
	Inner *part
	Words []string
}

// What is given is checked field by field against what was read, by
// reflect.DeepEqual, which tells nil from empty.
func TestWhatIsWrittenIsRead(t *testing.T) {
	text := rapid.StringMatching(`[^\t]*`)
	words := rapid.OneOf(rapid.Just([]string(nil)), rapid.SliceOfN(text, 0, 3))
	parts := rapid.Custom(func(t *rapid.T) part {
		p := part{Name: text.Draw(t, "name"), Words: words.Draw(t, "words")}
		if rapid.Bool().Draw(t, "inner") {
			p.Inner = &part{Name: text.Draw(t, "inner name")}
		}
		return p
	})
	rapid.Check(t, func(t *rapid.T) {
		given := all{
			Text: text.Draw(t, "text"), Yes: rapid.Bool().Draw(t, "yes"), Small: rapid.Int8().Draw(t, "small"),
			Large: rapid.Int64().Draw(t, "large"), Count: rapid.Uint16().Draw(t, "count"),
			Words: words.Draw(t, "words"), Parts: rapid.SliceOfN(parts, 0, 3).Draw(t, "parts"),
			ByName: rapid.MapOfN(text, parts, 0, 3).Draw(t, "by name"),
			Amount: drejebog.NewKroner(decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, "øre"), -2)),
		}
		if rapid.Bool().Draw(t, "pointer") {
			given.Pointer = &[]int{rapid.Int().Draw(t, "behind it")}[0]
		}
		written, err := compact.Write(given, &given.Words)
		require.NoError(t, err)
		var read all
		var again []string
		require.NoError(t, compact.Read(written, &read, &again))
		assert.Zero(t, given.Amount.Cmp(read.Amount))
		read.Amount = given.Amount
		if !reflect.DeepEqual(given, read) || !reflect.DeepEqual(given.Words, again) {
			t.Fatalf("given %#v\nread %#v", given, read)
		}
	})
}

func TestWhatCannotBeReadAgainIsNotWritten(t *testing.T) {
	for name, value := range map[string]any{
		"a tab":                 "a\tb",
		"a field of its own":    all{place: "here"},
		"a number with a point": 1.5,
		"a list of functions":   []func(){nil},
		"keys of numbers":       map[int]string{1: "a"},
		"nothing":               nil,
		"a pointer to nothing":  (*all)(nil),
	} {
		written, err := compact.Write(value)
		assert.Error(t, err, name)
		assert.Empty(t, written, name)
	}
}

func TestATextOfOtherTypesIsRefusedWithItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "tab at byte 0",
		"2\ta\t\n":            "tab at byte 4",
		"1\ta":                "tab at byte 2",
		"1\ta\t":              "end of a line at byte 4",
		"-1\t\n":              "count at byte 3",
		"1000000\t\n":         "count at byte 8",
		"x\t\n":               "count at byte 2",
		"1\ta\t\n\n":          "the end at byte 5",
		"1\t" + "a\t" + "b\t": "end of a line at byte 4",
	} {
		var words []string
		var unread *compact.ReadError
		require.ErrorAs(t, compact.Read(text, &words), &unread, text)
		assert.Contains(t, unread.Error(), want, text)
	}
	var n uint8
	assert.Error(t, compact.Read("256\t\n", &n))
	var amount drejebog.Kroner
	assert.Error(t, compact.Read("many\t\n", &amount))
}

// The compact forms of the module are the seeds: what is damaged in them is
// refused or read as something else, and nothing panics.
func FuzzNoTextPanics(f *testing.F) {
	files, err := filepath.Glob("*.tsv")
	require.NoError(f, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(string(text[:min(len(text), 2000)]))
	}
	f.Add(strings.Repeat("1\t", 40))
	f.Fuzz(func(t *testing.T, text string) {
		var a all
		var b []drejebog.Activity
		var c map[string][]part
		for _, into := range []any{&a, &b, &c} {
			if compact.Read(text, into) != nil {
				continue
			}
			_, err := compact.Write(into)
			require.NoError(t, err, "what was read can be written")
		}
	})
}
