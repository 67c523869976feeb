package booktest

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/drejebog/monopolbrud/seeds"
	"github.com/stretchr/testify/require"
)

// ids are those of a milestone and of steps that rules speak of, each with another
// that sorts as it does, so that what is alike stands in the same order.
var ids = []string{
	"4.8/bekraeftet", "4.8/bekraeftet-klar",
	"4.9/oprydning", "4.9/oprydning-af-sager",
	"4.5/projektledelse", "4.5/projektledelsen",
	"5.2/overgang", "5.2/overgangen",
	"6.3/opsigelse", "6.3/opsigelsen",
}

// category is the id of a category of requirements, with another.
var category = [...]string{"test", "testx"}

var back = func() *strings.Replacer {
	list := slices.Concat(ids, category[:])
	slices.Reverse(list)
	return strings.NewReplacer(list...)
}()

// Renamed is a text, of a plan or of a list of requirements, in the ids of
// RenamedFiles.
func Renamed(text string) string {
	for i := 0; i < len(ids); i += 2 {
		text = regexp.MustCompile(regexp.QuoteMeta(ids[i])+`\b`).ReplaceAllString(text, ids[i+1])
	}
	text = regexp.MustCompile(`(category: )`+category[0]+`\b`).ReplaceAllString(text, "${1}"+category[1])
	return regexp.MustCompile(`(?m)^(\s+)`+category[0]+`([/@])`).ReplaceAllString(text, "${1}"+category[1]+"$2") // an answer's key
}

// RenamedBack is a result of those files with the module's own ids.
func RenamedBack(text string) string { return back.Replace(text) }

// RenamedFiles are the module's data files with other ids of a category, of a
// milestone, and of steps: whatever is computed with them is as before. A step's
// stands in its section without the section's.
func RenamedFiles(t require.TestingT) fs.FS {
	files := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(seeds.Files(), name)
		files[name] = &fstest.MapFile{Data: []byte(renamedFile(name, string(text)))}
		return err
	}))
	return files
}

func renamedFile(name, text string) string {
	own := func(id, other string) {
		text = regexp.MustCompile(`(?m)^(\s*- id: )`+id+`$`).ReplaceAllString(text, "${1}"+other)
	}
	switch {
	case strings.HasPrefix(name, "texts/") || strings.HasPrefix(name, "schema/"):
		return text
	case name == "categories.yaml":
		own(category[0], category[1])
	case strings.HasPrefix(name, "activities/"):
		for i := 0; i < len(ids); i += 2 {
			_, step, _ := strings.Cut(ids[i], "/")
			_, other, _ := strings.Cut(ids[i+1], "/")
			own(step, other)
		}
	}
	return Renamed(text)
}
