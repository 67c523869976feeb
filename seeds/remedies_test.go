package seeds_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// idle is a sentence that tells somebody to mend something, and not how.
var idle = regexp.MustCompile(`^(Ret|Rett?|Løs|Mend|Fix|Correct) (det|den|dem|stedet|planen|filen|arket|fejlen|en af|it|them|the (place|plan|file|sheet|fault)|one of)\b[^,:;]*$`)

// findingRow is what a finding says.
type findingRow struct {
	Code         string
	Text, Remedy struct{ DA, EN string }
}

func findingRows(t *testing.T) []findingRow {
	t.Helper()
	var rows struct{ Findings []findingRow }
	text, err := fs.ReadFile(seeds.Files(), "findings.yaml")
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(text, &rows))
	require.NotEmpty(t, rows.Findings)
	return rows.Findings
}

// A remedy says what to do: none of its sentences is a filler, and none is empty.
func TestEveryRemedySaysWhatToDo(t *testing.T) {
	check := func(of, remedy string) {
		require.NotEmpty(t, strings.TrimSpace(remedy), of)
		for sentence := range strings.SplitSeq(remedy, ". ") {
			assert.NotRegexp(t, idle, strings.TrimSuffix(strings.TrimSpace(sentence), "."), of)
		}
	}
	for _, row := range findingRows(t) {
		check(row.Code, row.Remedy.DA)
		check(row.Code, row.Remedy.EN)
	}
	n := 0
	for id, message := range messages(t) {
		if strings.HasPrefix(id, "plan-remedy/") {
			n++
			check(id, message[0])
			check(id, message[1])
		}
	}
	assert.NotZero(t, n)
	for _, filler := range []string{"Ret planen", "Ret stedet i filen", "Mend one of the two places", "Mend the place in the sheet"} {
		assert.Regexp(t, idle, filler)
	}
}

var (
	spelt = regexp.MustCompile(`[\p{L}\d@/-]+`)
	plain = regexp.MustCompile(`^[a-z][A-Za-z]+$`)
)

// shared are the words that are the same in Danish and English, and mean no key.
var shared = " action administration at binding browser budget business case chance contract csv data false for form give go golive have ics id input inspiration json juni kommune " +
	"kommuner kroner kvartal medio microsoft mpp negative ods of on option over overlap pause person plan primavera program relevant ring side start status successive " +
	"sum system tabulator test to true under version xls xlsb xlsx "

// inBoth are the words that a message has in both languages: keys and their values, and
// what the languages share.
func inBoth(danish, english string) []string {
	var both []string
	words := spelt.FindAllString(place.ReplaceAllString(english, " "), -1)
	for _, w := range spelt.FindAllString(place.ReplaceAllString(danish, " "), -1) {
		if plain.MatchString(w) && slices.Contains(words, w) && !slices.Contains(both, w) {
			both = append(both, w)
		}
	}
	return both
}

// keysOf adds the keys and the fixed values of a JSON Schema to a set.
func keysOf(schema any, keys map[string]bool) {
	switch n := schema.(type) {
	case map[string]any:
		for key, of := range n {
			if properties, ok := of.(map[string]any); ok && key == "properties" {
				for name := range properties {
					keys[name] = true
				}
			}
			if name, ok := of.(string); ok && key == "const" {
				keys[name] = true
			}
			if values, ok := of.([]any); ok && key == "enum" {
				for _, v := range values {
					keys[fmt.Sprint(v)] = true
				}
			}
			keysOf(of, keys)
		}
	case []any:
		for _, of := range n {
			keysOf(of, keys)
		}
	}
}

// What a finding, or a message of a result, names as a key of the kommune's plan is one:
// whoever writes it as told is read.
func TestEveryKeyThatARemedyNamesExists(t *testing.T) {
	var schema any
	text, err := fs.ReadFile(seeds.Files(), "schema/plan.schema.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &schema))
	keys := map[string]bool{"published": true} // of a list of requirements
	keysOf(schema, keys)
	isKnown := func(of, danish, english string) {
		for _, w := range inBoth(danish, english) {
			assert.True(t, keys[w] || strings.Contains(shared, " "+w+" "), "%s names %q, which is no key of the plan", of, w)
		}
	}
	for _, row := range findingRows(t) {
		isKnown(row.Code, row.Text.DA, row.Text.EN)
		isKnown(row.Code, row.Remedy.DA, row.Remedy.EN)
	}
	own := regexp.MustCompile(`^(seeds|period|table|mspdi|strict|lang|cpm|risk|threepoint|flag|flag-use|interchange)/`) // of other documents, or of none
	for id, m := range messages(t) {
		if !own.MatchString(id) {
			isKnown(id, m[0], m[1])
		}
	}
	assert.Equal(t, []string{"noticeGivn", "status"}, inBoth("Skriv noticeGivn på status {id}.", "Write noticeGivn on status {id}."))
}
