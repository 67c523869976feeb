package truth_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// fact is what may be said in several places: "row.start" of "4.1/overblik".
type fact struct{ name, id string }

// said is a value, as JSON, and where it was said.
type said struct {
	value, where string
	place        *place
}

// facts are what the programs say of one plan.
type facts struct {
	book    *drejebog.Playbook
	schemas map[string]node
	places  places
	seen    date.Date       // from which the plan is seen
	unlike  map[string]bool // rows of which the plan itself says two things, and that is found
	used    map[string]int  // how much was said at a place, and in a format

	homes  map[fact][]said
	told   map[fact][]said
	totals map[fact]map[string]decimal.Decimal // homes, by where
	summed map[fact]map[string]decimal.Decimal // by where
}

func newFacts(book *drejebog.Playbook, schemas map[string]node, all places) *facts {
	return &facts{
		book: book, schemas: schemas, places: all, used: map[string]int{},
		homes: map[fact][]said{}, told: map[fact][]said{},
		totals: map[fact]map[string]decimal.Decimal{}, summed: map[fact]map[string]decimal.Decimal{},
	}
}

// take collects what a document of that schema says.
func (f *facts) take(t *testing.T, schema string, data any) {
	t.Helper()
	text, err := json.Marshal(data)
	require.NoError(t, err)
	var value any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&value))
	f.walk(f.schemas[schema], value, schema, nil)
}

// walk collects what a value says. Around it stand the records that hold it.
func (f *facts) walk(n node, value any, where string, around []map[string]any) {
	switch value := value.(type) {
	case []any:
		if n.Items == nil {
			return
		}
		for i := range value {
			f.walk(n.each(), value[i], where, around)
		}
	case map[string]any:
		if n.keyed() {
			for _, key := range slices.Sorted(maps.Keys(value)) {
				f.walk(n.under(key), value[key], where, append(around, map[string]any{"*": key}))
			}
			return
		}
		f.record(n, value, where, append(around, value))
	}
}

// record collects what the keys of a record say.
func (f *facts) record(n node, values map[string]any, where string, around []map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(values)) {
		name := n.record + " " + key
		for _, p := range f.places[name] {
			switch {
			case p.role == within && n.record == "finding" && key == "data":
				data := asRecord(values[key])
				f.record(node{&schema{}, n.root, "finding.data"}, data, "a finding", append(around, map[string]any{"ifLast": data["ifLast"]}))
			case p.role == within:
				f.walk(n.under(key), values[key], where, append(around, map[string]any{"in": key}))
			case p.role == same && isWords(values[key]):
			case p.role != own && p.holds(around, f.seen):
				f.used[name]++
				f.say(p, around, values[key], where+": "+n.record+"."+key)
			}
		}
	}
}

func isWords(value any) bool {
	_, is := value.(words)
	return is
}

// asRecord is what a finding's text is filled with; any key may be in it.
func asRecord(value any) map[string]any {
	record, _ := value.(map[string]any)
	return record
}

// holds reports whether a record is one of those that say it.
func (p *place) holds(around []map[string]any, seen date.Date) bool {
	for key, want := range p.when {
		key, unlike := strings.CutSuffix(key, "!")
		value := word(lookUp(around, key))
		is := value == want || want == "day" && isDay.MatchString(value) || want == "past" && isDay.MatchString(value) && value <= seen.String()
		if is == unlike {
			return false
		}
	}
	return true
}

var isDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// lookUp is the value of a key in a record or the nearest around it; of ^KEY only
// around it.
func lookUp(around []map[string]any, key string) any {
	if outer, above := strings.CutPrefix(key, "^"); above {
		return lookUp(around[:len(around)-1], outer)
	}
	for _, record := range slices.Backward(around) {
		if value, ok := record[key]; ok {
			return value
		}
	}
	return nil
}

var placeholder = regexp.MustCompile(`\{[^}]+\}`)

func filled(text string, around []map[string]any) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return placeholder.ReplaceAllStringFunc(text, func(key string) string {
		return word(lookUp(around, key[1:len(key)-1]))
	})
}

// word is a value as it stands in an id, "" for none.
func word(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return value
	}
	return fmt.Sprint(value)
}

func (f *facts) say(p place, around []map[string]any, value any, where string) {
	of := fact{filled(p.fact, around), filled(p.id, around)}
	f.claim(p, of, written(value, p.less), where)
}

func (f *facts) claim(p place, of fact, value, where string) {
	if p.role == same && f.unlike[of.id] && strings.HasPrefix(where, "plan: ") {
		return
	}
	switch p.role {
	case home, also:
		f.homes[of] = append(f.homes[of], said{value, where, &p})
	case same:
		f.told[of] = append(f.told[of], said{value, where, &p})
	case total:
		add(f.totals, of, value, where)
	case sum:
		add(f.summed, of, value, where)
	}
}

func add(to map[fact]map[string]decimal.Decimal, of fact, value, where string) {
	amount, err := decimal.NewFromString(strings.Trim(value, `"`))
	if err != nil {
		return
	}
	if to[of] == nil {
		to[of] = map[string]decimal.Decimal{}
	}
	to[of][where] = to[of][where].Add(amount)
}

// written is a value as JSON, which has one form of each; less is an amount with
// the other sign.
func written(value any, less bool) string {
	if text, ok := value.(string); ok && less {
		if amount, err := decimal.NewFromString(text); err == nil {
			value = amount.Neg().StringFixed(2)
		}
	}
	text, err := json.Marshal(value)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
