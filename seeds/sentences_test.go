package seeds_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// messages are the forms of each message by its id: both languages, and those for
// one.
func messages(t *testing.T) map[string][]string {
	t.Helper()
	forms := map[string][]string{}
	names, err := fs.Glob(seeds.Files(), "texts/*.yaml")
	require.NoError(t, err)
	for _, name := range names {
		var groups map[string]map[string]lang.Message
		_, faults := strict.ReadFS(seeds.Files(), name, &groups, strict.Limits{})
		require.Empty(t, faults)
		for group, keys := range groups {
			for key, m := range keys {
				id := group + "/" + key
				forms[id] = []string{m.DA, m.EN}
				if m.One != nil {
					forms[id] = append(forms[id], m.One.DA, m.One.EN)
				}
			}
		}
	}
	require.Greater(t, len(forms), 1000)
	return forms
}

var (
	place     = regexp.MustCompile(`\{[A-Za-z]+\}`)
	shortened = regexp.MustCompile(`(^|[ (])([Kk]r|mdr?|pct|kv|nr|no|[Pp]r|m\.fl)\.$`)
)

// isStopped reports whether a text ends as a sentence does, with a stop and not
// with a word that is written short.
func isStopped(text string) bool {
	text = strings.TrimRight(text, "»«“”)")
	return strings.HasSuffix(text, ".") && !shortened.MatchString(text)
}

// beginsAsASentence reports whether a text begins with a capital letter, a figure
// or a place; signs in front do not count.
func beginsAsASentence(text string) bool {
	text = strings.TrimLeft(text, "»“(× –-")
	if strings.HasPrefix(text, "{") {
		return true
	}
	for _, first := range text {
		return unicode.IsUpper(first) || unicode.IsDigit(first)
	}
	return false
}

func TestAMessageThatIsASentenceIsOneInEveryForm(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	sentences := 0
	for id, forms := range messages(t) {
		stops := 0
		for _, form := range forms {
			if isStopped(form) {
				stops++
				assert.True(t, beginsAsASentence(form), "%s: “%s” ends as a sentence and does not begin as one", id, form)
			}
			assert.NotRegexp(t, `[a-zæøå)]\. [A-ZÆØÅ].*[^.}]$`, form, "%s: the last sentence has no stop", id)
		}
		assert.Contains(t, []int{0, len(forms)}, stops, "%s: a sentence in one form only", id)
		if stops > 0 {
			sentences++
		}
	}
	assert.Greater(t, sentences, 100)
	for i := range book.FindingRules {
		for _, text := range []lang.Text{book.FindingRules[i].Text, book.FindingRules[i].Remedy} {
			for _, form := range []string{text.DA, text.EN} {
				assert.True(t, isStopped(form) || strings.HasSuffix(form, "}"), "%s: %s", book.FindingRules[i].Code, form)
				assert.True(t, beginsAsASentence(form), "%s: %s", book.FindingRules[i].Code, form)
			}
		}
	}
}

func TestNoMessageConsistsOfPlacesAndSignsOnly(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	for id, forms := range messages(t) {
		for _, form := range forms {
			assert.True(t, strings.ContainsFunc(place.ReplaceAllString(form, ""), unicode.IsLetter), "%s: %s", id, form)
		}
	}
	for i := range book.FindingRules {
		for _, text := range []lang.Text{book.FindingRules[i].Text, book.FindingRules[i].Remedy} {
			if text.DA == "{remedy}" {
				continue // a whole sentence of what was found in reading, which is looked at above
			}
			assert.True(t, strings.ContainsFunc(place.ReplaceAllString(text.DA, ""), unicode.IsLetter), "%s: %s", book.FindingRules[i].Code, text.DA)
		}
	}
}

var (
	section = regexp.MustCompile(`(^|[^\d.,])\d{1,2}(\.\d{1,2}){1,2}($|[^\d.,]|\.$)`)
	file    = regexp.MustCompile(`UTF-8`)
	example = regexp.MustCompile(`\b(som|such as|as in) .*$`) // how something is written
)

// reading are the groups that say how something is written: what a reader of files
// or of flags wants.
var reading = regexp.MustCompile(`^(lang|drejebog|plan|plan-key|plan-schema|plan-skeleton|strict|table|xlsx|sheets|mspdi|interchange|period|seeds|threepoint|flag|flag-use|tomeet-flag)/|^timeline/counted-from-go-live$`)

// A figure is a fact and comes from the program, by a place.
func TestDigitsStandOnlyInSectionsNamesOfFilesAndExamplesOfHowSomethingIsWritten(t *testing.T) {
	for id, forms := range messages(t) {
		for _, form := range forms {
			rest := form
			if reading.MatchString(id) {
				rest = example.ReplaceAllString(rest, "")
			}
			rest = section.ReplaceAllString(file.ReplaceAllString(rest, ""), "$1")
			assert.NotRegexp(t, `\d`, rest, "%s: %s", id, form)
		}
	}
}
