package truth_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// role is what a key does with a fact.
type role string

const (
	home   role = "home"   // the fact is computed there
	also   role = "also"   // one of several values that are at home
	same   role = "same"   // it is told, and read at its home
	sum    role = "sum"    // the values of all rows with this id add up to it
	total  role = "total"  // the home: what the values of all rows with this id add up to
	own    role = "own"    // the program's own
	within role = "within" // it holds records whose keys are placed by themselves
)

// place is where a key or a column stands among the facts.
type place struct {
	role  role
	fact  string            // "row.start"
	id    string            // "golive@{project}": what it is joined by
	when  map[string]string // it says so only in records with these values
	less  bool              // what it says is the fact with the other sign
	whole bool              // in whole kroner
	maybe bool              // it may have no home
}

// places are all keys, by record and key: "timeline.taskForm start".
type places map[string][]place

// readPlaces reads testdata/facts.txt, whose head says how it is written.
func readPlaces(t *testing.T, file string) places {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	r := placeReader{all: places{}}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		r.line++
		line, _, _ := strings.Cut(lines.Text(), "#")
		if words := strings.Fields(line); len(words) > 0 {
			require.NoError(t, r.read(words, strings.HasPrefix(line, " ")), "%s:%d", file, r.line)
		}
	}
	return r.all
}

type placeReader struct {
	all    places
	line   int
	record []string // those that the lines below stand for
}

func (r *placeReader) read(words []string, below bool) error {
	if !below {
		r.record = words
		return nil
	}
	p := place{role: role(words[0])}
	words = words[1:]
	prefix := ""
	switch p.role {
	case own, within:
	case home, also, same, sum, total:
		if len(words) < 3 || words[1][0] != '@' {
			return fmt.Errorf("%s wants a fact, an @id and keys", p.role)
		}
		prefix, p.id, words = words[0], words[1][1:], words[2:]
		p.id, p.maybe = strings.CutSuffix(p.id, "?")
	default:
		return fmt.Errorf("no role: %s", p.role)
	}
	if strings.HasPrefix(words[0], "?") {
		p.when = map[string]string{}
		for _, condition := range strings.Split(words[0][1:], ",") {
			key, value, _ := strings.Cut(condition, "=")
			p.when[key] = value
		}
		words = words[1:]
	}
	for _, word := range words {
		key, fact, renamed := strings.Cut(strings.TrimLeft(word, "-~"), ":")
		if !renamed {
			fact = key
		}
		p.less, p.whole, p.fact = word[0] == '-', word[0] == '~', prefix+"."+fact
		for _, record := range r.record {
			r.all[record+" "+key] = append(r.all[record+" "+key], p)
		}
	}
	return nil
}
