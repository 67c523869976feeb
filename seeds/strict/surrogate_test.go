package strict_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

type notes struct {
	A string `yaml:"a"`
	B string `yaml:"b"`
	N int8   `yaml:"n"`
}

func TestAPairOfHalvesInJSONIsTheCharacter(t *testing.T) {
	for _, text := range []string{
		`{"a": "\ud83d\ude00"}`, `{"a": "x\uD83D\uDE00y\uD83C\uDDE9\uD83C\uDDF0", "b": "\\ud83d\\ude00"}`,
		`{"a": "\\\ud83d\ude00\\", "b": "\u00e6\"\ud800\udc00\udbff\udfff"}`, `{"a": "\u00e6\ufffd"}`,
	} {
		var got, want notes
		_, faults := strict.Read("f.json", []byte(text), &got, strict.Limits{})
		require.Empty(t, faults, text)
		require.NoError(t, json.Unmarshal([]byte(text), &want))
		assert.Equal(t, want, got, text)
	}
}

// The place is that of the digits, two behind the backslash.
func TestAHalfAloneIsAFaultWithItsPlace(t *testing.T) {
	for text, place := range map[string]string{
		"{\"n\": 1,\n \"a\": \"x\\ud83dy\"}":                      "f.json:2:11",
		"{\"a\": \"\\ude00\\ud83d\"}":                             "f.json:1:10",
		"{\"a\": \"\\ud83d\\ud83d\\ude00\"}":                      "f.json:1:10",
		"{\"a\": \"æ\\ud83d\\ude00\", \"b\": \"\\ud83d\\u0041\"}": "f.json:1:32",
	} {
		var got notes
		_, faults := strict.Read("f.json", []byte(text), &got, strict.Limits{})
		require.Len(t, faults, 1, text)
		assert.Equal(t, place, faults[0].Place().String(), text)
	}
}

func TestWhatStandsBehindAPairKeepsItsPlace(t *testing.T) {
	const text = `{"a": "\ud83d\ude00\ud83d\ude00", "b": "æ\ud83d\ude00", "n": 999}`
	var got notes
	_, faults := strict.Read("f.json", []byte(text), &got, strict.Limits{})
	require.Len(t, faults, 1)
	assert.Equal(t, len([]rune(text))-len("999}")+1, faults[0].Column)
	edited, err := strict.Edit([]byte(`{"a": "\ud83d\ude00", "b": "x"}`), &notes{}, strict.Limits{}, strict.Change{Path: "b", To: "y"})
	require.NoError(t, err)
	assert.Equal(t, `{"a": "\ud83d\ude00", "b": "y"}`, string(edited))
}
