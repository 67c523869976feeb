package seeds_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// copiedWords is the number of words in a row that counts as copying.
const copiedWords = 8

// longestName is the number of words of the longest name that may be
// repeated: the titles of 4.15 and 6.5.
const longestName = 12

func TestNoSeedRepeatsEightWordsOfTheSource(t *testing.T) {
	shared := os.Getenv("MONOPOLBRUD_SHARED")
	if shared == "" {
		t.Skip("MONOPOLBRUD_SHARED is not set: the source playbook, which is no part of the module, is not at hand")
	}
	source, err := os.ReadFile(filepath.Join(shared, "source", "drejebog-v4.1.txt"))
	require.NoError(t, err)
	finder := newCopyFinder(string(source))
	require.Greater(t, len(finder.runs), 5000, "the source playbook has some 7,000 words")

	read := 0
	err = fs.WalkDir(os.DirFS("."), ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path == "compact": // says what these files say: a test of drejebog holds it so
			return fs.SkipDir
		case entry.IsDir():
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		read++
		for _, c := range finder.find(string(text)) {
			t.Errorf("%s:%d: repeats the source: %q", path, c.line, c.text)
		}
		return nil
	})
	require.NoError(t, err)
	assert.Positive(t, read)
}

// The finder is tried on made-up text, so that its silence above means something.
func TestTheCopyFinderFindsWhatIsCopiedAndNothingElse(t *testing.T) {
	const source = `
7.1 A heading of nine words that may stand

The old ferry leaves the harbour <u>at</u> dawn, and nobody
counts the gulls that follow it out to sea.
Read [Notes on the long and winding coast of the north] or the sheet.
See [a link text that is so long that it cannot be called a name of anything] here.`
	finder := newCopyFinder(source)

	tests := map[string]struct {
		text string
		want []string
	}{
		"own words":            {"A ferry sails when it grows light; the gulls go with it.", nil},
		"seven words in a row": {"The old ferry leaves the harbour at noon.", nil},
		"eight words in a row": {
			"x: The old ferry leaves the harbour at dawn!",
			[]string{"1: the old ferry leaves the harbour at dawn"},
		},
		"other punctuation, case and lines": {
			"\nTHE OLD\n  ferry - leaves: the, harbour (at) dawn",
			[]string{"2: the old ferry leaves the harbour at dawn"},
		},
		"a long copy is told once": {
			"leaves the harbour at dawn and nobody counts the gulls",
			[]string{"1: leaves the harbour at dawn and nobody counts the gulls"},
		},
		"two copies": {
			"the old ferry leaves the harbour at dawn\n\nnobody counts the gulls that follow it out",
			[]string{"1: the old ferry leaves the harbour at dawn", "3: nobody counts the gulls that follow it out"},
		},
		"words that no longer stand in a row": {"the old ferry leaves a harbour at dawn and nobody", nil},
		"a heading":                           {"title: A heading of nine words that may stand", nil},
		"a name in brackets":                  {"title: Notes on the long and winding coast of the north", nil},
		"a name with the word before it": {
			"Read Notes on the long and winding coast of the north",
			[]string{"1: read notes on the long and winding coast"},
		},
		"a name with the words after it": {
			"Notes on the long and winding coast of the north or the sheet",
			[]string{"1: long and winding coast of the north or the sheet"},
		},
		"part of a name": {
			"notes on the long and winding coast of",
			[]string{"1: notes on the long and winding coast of"},
		},
		"a text in brackets too long for a name": {
			"a link text that is so long that it cannot be called a name of anything",
			[]string{"1: a link text that is so long that it cannot be called a name of anything"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, c := range finder.find(test.text) {
				got = append(got, fmt.Sprintf("%d: %s", c.line, c.text))
			}
			assert.Equal(t, test.want, got)
		})
	}
}

// copyFinder finds runs of copiedWords words of a source.
//
// Names are set aside: the headings of the source's numbered sections and the
// texts that it puts in square brackets (documents and lists that it links
// to), of at most longestName words. A name counts only where all of it
// stands word for word, and covers nothing beside it: one word more on either
// side makes a run of its own. Printed windows need no rule, for a start or
// an end has at most three words.
type copyFinder struct {
	runs  map[string]bool // every run of copiedWords words
	names [][]string
}

var (
	sourceTag     = regexp.MustCompile(`</?\w+>`)
	sourceHeading = regexp.MustCompile(`(?m)^\d+(?:\.\d+)+\s+(.+)$`)
	sourceLink    = regexp.MustCompile(`\[([^\]\n]+)\]`)
)

func newCopyFinder(source string) *copyFinder {
	source = sourceTag.ReplaceAllString(source, "")
	f := &copyFinder{runs: map[string]bool{}}
	all := words(source)
	for i := range max(len(all)-copiedWords+1, 0) {
		f.runs[join(all[i:i+copiedWords])] = true
	}
	for _, pattern := range []*regexp.Regexp{sourceHeading, sourceLink} {
		for _, match := range pattern.FindAllStringSubmatch(source, -1) {
			var name []string
			for _, w := range words(match[1]) {
				name = append(name, w.text)
			}
			if len(name) >= copiedWords && len(name) <= longestName {
				f.names = append(f.names, name)
			}
		}
	}
	return f
}

// copied is what a text repeats, from the line where it begins.
type copied struct {
	line int
	text string
}

// find returns the longest copied stretches of a text.
func (f *copyFinder) find(text string) []copied {
	all := words(text)
	named := f.named(all)
	var found []copied
	first := -1 // of the stretch that is open
	for i := range max(len(all)-copiedWords+1, 0) {
		if !named[i] && f.runs[join(all[i:i+copiedWords])] {
			if first < 0 {
				first = i
			}
			continue
		}
		if first >= 0 {
			found = append(found, copied{all[first].line, join(all[first : i+copiedWords-1])})
			first = -1
		}
	}
	if first >= 0 {
		found = append(found, copied{all[first].line, join(all[first:])})
	}
	return found
}

// named returns the places where a run begins that lies wholly in a name.
func (f *copyFinder) named(all []word) map[int]bool {
	places := map[int]bool{}
	for i := range all {
		for _, name := range f.names {
			if i+len(name) <= len(all) && slices.EqualFunc(all[i:i+len(name)], name, func(w word, n string) bool { return w.text == n }) {
				for j := i; j+copiedWords <= i+len(name); j++ {
					places[j] = true
				}
			}
		}
	}
	return places
}

// word is a run of letters and digits in lower case, with its line from 1.
type word struct {
	text string
	line int
}

func words(text string) []word {
	var found []word
	for i, line := range strings.Split(text, "\n") {
		fields := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for _, field := range fields {
			found = append(found, word{field, i + 1})
		}
	}
	return found
}

func join(all []word) string {
	texts := make([]string, len(all))
	for i, w := range all {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// heading is a numbered section or chapter of the source where its text begins; in the table
// of contents and in the list of versions the line goes on with a page or a mark.
var heading = regexp.MustCompile(`(?m)^(\d+(?:\.\d+)*)\.? +[^\t\n]+$`)

// What is called stated has to be found where the row says: in a section that the source has,
// and that stood in the edition from which the row holds, or at an address outside it.
func TestAStatedRowNamesASectionOfTheSource(t *testing.T) {
	shared := os.Getenv("MONOPOLBRUD_SHARED")
	if shared == "" {
		t.Skip("MONOPOLBRUD_SHARED is not set: the source playbook, which is no part of the module, is not at hand")
	}
	source, err := os.ReadFile(filepath.Join(shared, "source", "drejebog-v4.1.txt"))
	require.NoError(t, err)
	sections := map[string]bool{}
	for _, match := range heading.FindAllStringSubmatch(string(source), -1) {
		sections[match[1]] = true
	}
	require.True(t, sections["4.15"] && sections["7.2.1"] && sections["3"], "the source has its sections")
	came := cameWith(t)

	stated := 0
	err = fs.WalkDir(os.DirFS("."), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".yaml" || strings.HasPrefix(path, "texts/") || strings.HasPrefix(path, "skeleton/") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var file yaml.Node
		require.NoError(t, yaml.Unmarshal(text, &file), path)
		eachStated(&file, "", "", func(row *yaml.Node, section, since string) {
			stated++
			at := fmt.Sprintf("%s:%d", path, row.Line)
			if section == "" {
				assert.NotEmpty(t, valueOf(row, "source"), "%s is stated, and nowhere", at)
				return
			}
			assert.True(t, sections[section], "%s: the source has no section %s", at, section)
			if since != "" { // our own figures hold from no edition
				assert.GreaterOrEqual(t, since, came[section], "%s: section %s came later than the row", at, section)
			}
		})
		return nil
	})
	require.NoError(t, err)
	assert.Greater(t, stated, 300)
}

// cameWith is the edition that each section came with.
func cameWith(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("editions.yaml")
	require.NoError(t, err)
	var file struct {
		Editions []struct {
			Number string
			Added  []string
		}
	}
	require.NoError(t, yaml.Unmarshal(text, &file))
	came := map[string]string{}
	for _, e := range file.Editions {
		for _, section := range e.Added {
			came[section] = e.Number
		}
	}
	return came
}

// eachStated calls found with every row that is called stated. What a row does not say of its
// section, and of since when, the one around it does; an address of its own takes their place.
func eachStated(n *yaml.Node, section, since string, found func(row *yaml.Node, section, since string)) {
	if n.Kind == yaml.MappingNode {
		switch own := valueOf(n, "section"); {
		case own != "":
			section = own
		case valueOf(n, "source") != "":
			section = ""
		}
		if own := valueOf(n, "since"); own != "" {
			since = own
		}
		if valueOf(n, "certainty") == "stated" {
			found(n, section, since)
		}
	}
	for _, inner := range n.Content {
		eachStated(inner, section, since, found)
	}
}

// valueOf is the plain value of a key of a mapping, or "".
func valueOf(n *yaml.Node, key string) string {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key && n.Content[i+1].Kind == yaml.ScalarNode {
			return n.Content[i+1].Value
		}
	}
	return ""
}
