package strict_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type level uint8

func (l *level) UnmarshalText(text []byte) error {
	for i, word := range levels {
		if word == string(text) {
			*l = level(i + 1)
			return nil
		}
	}
	return levels
}

var levels = strict.OneOf{"stated", "implied", "assumed"}

type origin struct {
	Level level  `yaml:"level,required"`
	Note  string `yaml:"note"`
}

type step struct {
	ID     string     `yaml:"id,required"`
	Start  *date.Date `yaml:"start"`
	Days   int8       `yaml:"days"`
	Roles  []string   `yaml:"roles"`
	Hidden string     `yaml:"-"`
	origin
}

type document struct {
	Name   string          `yaml:"name,required"`
	Open   bool            `yaml:"open"`
	Count  uint16          `yaml:"count"`
	Price  decimal.Decimal `yaml:"price"`
	Steps  []step          `yaml:"steps"`
	Tasks  map[string]step `yaml:"tasks"`
	Parent *document       `yaml:"parent"`
	Plain  string
}

func read(t *testing.T, text string) (document, *strict.Document, []strict.Fault) {
	t.Helper()
	var into document
	doc, faults := strict.Read("f.yaml", []byte(text), &into, strict.Limits{})
	return into, doc, faults
}

// told is the sentence of a fault, by the words of the playbook.
func told(fault error) lang.Text { return drejebog.BuiltInWords().Of(fault) }

func sentences(faults []strict.Fault) []string {
	var out []string
	for _, f := range faults {
		out = append(out, f.Place().String()+": "+told(f).EN)
	}
	return out
}

func TestAGoodDocumentIsReadWithoutFaults(t *testing.T) {
	into, _, faults := read(t, `
name: Ærø
open: true
count: 7
price: 2.50
plain: text
steps:
  - {id: "4.10", start: 2013-10-15, days: -128, roles: [a, b], level: stated}
  - id: 4.20
    start: null
    level: assumed
tasks:
  4.5@sapa: {id: x, level: implied}
parent:
  name: over
`)
	require.Empty(t, sentences(faults))
	assert.Equal(t, "Ærø", into.Name)
	assert.True(t, into.Open)
	assert.Equal(t, uint16(7), into.Count)
	assert.Equal(t, "2.50", into.Price.StringFixed(2))
	assert.Equal(t, "text", into.Plain)
	assert.Equal(t, "4.20", into.Steps[1].ID, "the text of a number keeps its digits")
	assert.Equal(t, date.New(2013, time.October, 15), *into.Steps[0].Start)
	assert.Nil(t, into.Steps[1].Start)
	assert.Equal(t, int8(-128), into.Steps[0].Days)
	assert.Equal(t, level(1), into.Steps[0].Level)
	assert.Equal(t, level(2), into.Tasks["4.5@sapa"].Level)
	assert.Equal(t, "over", into.Parent.Name)
}

func TestTextsKeepWhatWasWritten(t *testing.T) {
	for _, text := range []string{"no", "on", "010", "1_000", "2014-05-01", "0x1F", "1e3", "true", "~x", ".5", "12:30", "0101", "2.50"} {
		into, _, faults := read(t, "name: "+text)
		require.Empty(t, sentences(faults), text)
		assert.Equal(t, text, into.Name)
	}
}

func TestEveryFaultIsReportedAtOnceWithItsPlace(t *testing.T) {
	into, _, faults := read(t, `name: [a]
opne: true
count: -1
steps:
  - id: a
    days: 200
    start: 2025-02-30
    level: statd
  - days: 1
    days: 2
    roles: alene
    level: stated
tasks: none
`)
	assert.Equal(t, []string{
		`f.yaml:1:7: name is a list; expected a text`,
		`f.yaml:2:1: unknown key “opne”; did you mean “open”?`,
		`f.yaml:3:8: count is “-1”; expected a whole number 0 … 65535`,
		`f.yaml:6:11: steps[0].days is “200”; expected a whole number -128 … 127`,
		`f.yaml:7:12: steps[0].start is “2025-02-30”; expected a day of the calendar`,
		`f.yaml:8:12: steps[0].level is “statd”; expected one of stated, implied, assumed; did you mean “stated”?`,
		`f.yaml:9:5: the key “id” is missing in steps[1]; add it`,
		`f.yaml:10:5: the key “days” stands twice, first in line 9; delete one`,
		`f.yaml:11:12: steps[1].roles is the single value “alene”; expected a list`,
		`f.yaml:13:8: tasks is the single value “none”; expected a mapping of names, each with the keys id, start, days, roles, level, note`,
	}, sentences(faults))
	assert.Equal(t, "a", into.Steps[0].ID, "what can be read is read")
	assert.Equal(t, int8(1), into.Steps[1].Days, "the first of two stands")
}

func TestFaultsSpeakDanish(t *testing.T) {
	cases := []struct{ text, danish string }{
		{"", "dokumentet er tomt"},
		{"# kun en kommentar\n", "dokumentet er tomt"},
		{"open: true", "nøglen »name« mangler; tilføj den"},
		{"name: a\nparent:\n  open: true", "nøglen »name« mangler i parent; tilføj den"},
		{"name: a\nxyzzy: 1", "ukendt nøgle »xyzzy«; her kendes: name, open, count, price, steps, tasks, parent, plain"},
		{"name: a\nnaem: b", "ukendt nøgle »naem«; mente du »name«?"},
		{"name: a\nname: b", "nøglen »name« står to gange, første gang i linje 1; slet den ene"},
		{"name: a\nopen: ja", "open er »ja«; forventet er true eller false"},
		{"name: a\ncount: '5'", "count er teksten »5«; forventet er et helt tal 0 … 65535"},
		{"name: a\nprice: 1e10000", "price er »1e10000«; forventet er et tal som 1.234,50 med højst 15 cifre før kommaet og 10 efter"},
		{"name:", "name er ingenting (null); forventet er en værdi; slet nøglen, hvis der ingen er"},
		{"- a", "dokumentet er en liste; forventet er en gruppe af nøgler"},
		{"name: a\n---\nname: b", "her begynder endnu et dokument; kun ét læses, slet resten"},
		{"name: &a b", "»&a«: ankre, henvisninger og flettenøgler læses ikke; skriv værdien ud"},
		{"name: !!str b", "mærkatet »!!str« læses ikke; slet det"},
		{"name: \"a\\0b\"", "styretegnet U+0000 kan ikke læses; forventet er tekst"},
		{"name: a\x00b", "styretegnet U+0000 kan ikke læses; forventet er tekst i UTF-8"},
		{"name: a: b", "kan ikke læses som YAML eller JSON: et kolon på et sted, hvor der ikke kan stå en nøgle; sæt anførselstegn om teksten, eller ret indrykningen"},
		{"name: a\nsteps: [{id: a, level: stated, start: 15.10.2013}]", "steps[0].start er »15.10.2013«; forventet er en dato som 2013-10-15"},
		{"name: a\nsteps: [{id: a, level: stated, start: 1066-10-14}]", "steps[0].start er »1066-10-14«; forventet er en dato i årene 1900–2199"},
		{"name: \xe6r\xf8", "byte 0xE6 kan ikke læses; forventet er UTF-8"},
		{"name: a\n? [x]\n: b", "dokumentet er en liste; forventet er en nøgle, altså en tekst"},
	}
	for _, c := range cases {
		_, _, faults := read(t, c.text)
		if assert.NotEmpty(t, faults, c.text) {
			assert.Equal(t, c.danish, told(faults[0]).DA, c.text)
		}
	}
}

func TestReferencesAreRefusedWithoutBeingFollowed(t *testing.T) {
	for _, text := range []string{
		"name: a\nparent: &p {name: b}\ntasks: {x: *p}",
		"name: a\nparent: {<<: {name: b}}",
		"name: a\nparent: &p {name: b, parent: *p}",
		bomb(),
	} {
		_, _, faults := read(t, text)
		require.NotEmpty(t, faults)
		assert.Contains(t, kinds(faults), strict.KindReference)
	}
}

func kinds(faults []strict.Fault) []strict.Kind {
	var out []strict.Kind
	for _, f := range faults {
		out = append(out, f.Kind)
	}
	return out
}

// bomb doubles a list nine times nine through aliases.
func bomb() string {
	var b strings.Builder
	b.WriteString("name: x\na0: &a0 [lol, lol]\n")
	for i := 1; i < 30; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d, *a%d]\n", i, i, i-1, i-1, i-1)
	}
	return b.String()
}

func TestHostileInputIsRefusedQuickly(t *testing.T) {
	cases := map[string]struct {
		text string
		kind strict.Kind
	}{
		"ten megabytes":          {strings.Repeat("a: b\n", 2<<20), strict.KindTooLarge},
		"100,000 open lists":     {strings.Repeat("[", 100_000), strict.KindTooDeep},
		"100,000 dashes":         {strings.Repeat("- ", 100_000), strict.KindTooDeep},
		"100,000 open mappings":  {strings.Repeat("{a: ", 100_000), strict.KindTooDeep},
		"two million values":     {"[" + strings.Repeat("a,", 2_000_000) + "]", strict.KindTooLarge},
		"alias bomb":             {bomb(), strict.KindReference},
		"150,000 unknown keys":   {numbered("k%d: 1\n", 90_000), strict.KindTooMany},
		"a key of a megabyte":    {strings.Repeat("a", 1<<20) + ": x", strict.KindUnknownKey},
		"megabytes of comments":  {strings.Repeat("#\n", 2_000_000), strict.KindEmpty},
		"megabytes of new lines": {strings.Repeat("\n", 4_000_000), strict.KindEmpty},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, _, faults := read(t, c.text)
			assert.Contains(t, kinds(faults), c.kind)
			assert.LessOrEqual(t, len(faults), 101)
			for _, f := range faults {
				assert.Less(t, len(f.Error()), 600)
			}
		})
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func TestPlacesOfKeysValuesAndItems(t *testing.T) {
	_, doc, faults := read(t, "name: a\ntasks:\n  4.5@sapa:\n    id:   x\n    level: stated\n    roles:\n    - b\n")
	require.Empty(t, sentences(faults))
	for path, want := range map[string]string{
		"":                           "f.yaml:1:1",
		"name":                       "f.yaml:1:7",
		`tasks["4.5@sapa"]`:          "f.yaml:3:3",
		`tasks["4.5@sapa"].id`:       "f.yaml:4:11",
		`tasks["4.5@sapa"].roles`:    "f.yaml:6:5",
		`tasks["4.5@sapa"].roles[0]`: "f.yaml:7:7",
	} {
		place, ok := doc.Where(path)
		if assert.True(t, ok, path) {
			assert.Equal(t, want, place.String(), path)
		}
	}
	_, ok := doc.Where("open")
	assert.False(t, ok)
	_, ok = (*strict.Document)(nil).Where("")
	assert.False(t, ok)
	assert.Equal(t, []string{"id", "level", "roles"}, doc.Keys(strict.Join("tasks", "4.5@sapa")))
}

func TestAByteOrderMarkIsNoPartOfTheText(t *testing.T) {
	into, doc, faults := read(t, "\ufeffname: a")
	require.Empty(t, sentences(faults))
	assert.Equal(t, "a", into.Name)
	place, _ := doc.Where("name")
	assert.Equal(t, 7, place.Column)
}

func TestUnsupportedTypesAreFaultsNotPanics(t *testing.T) {
	var into struct {
		Share float64     `yaml:"share"`
		Any   any         `yaml:"any"`
		Byday map[int]int `yaml:"byday"`
	}
	_, faults := strict.Read("f.yaml", []byte("share: 0.5\nany: 1\nbyday: {1: 2}"), &into, strict.Limits{})
	assert.Equal(t, []strict.Kind{strict.KindWrongType, strict.KindWrongType, strict.KindWrongType}, kinds(faults))
	for _, target := range []any{nil, 7, (*document)(nil), document{}} {
		_, faults := strict.Read("f.yaml", []byte("name: a"), target, strict.Limits{})
		assert.Len(t, faults, 1)
	}
}

func TestReadFSNamesAMissingFile(t *testing.T) {
	fsys := fstest.MapFS{"there.yaml": {Data: []byte("name: a")}, "big.yaml": {Data: make([]byte, 100)}}
	var into document
	_, faults := strict.ReadFS(fsys, "there.yaml", &into, strict.Limits{})
	assert.Empty(t, faults)
	_, faults = strict.ReadFS(fsys, "away.yaml", &into, strict.Limits{})
	require.Len(t, faults, 1)
	assert.Equal(t, "away.yaml:1:1: the file cannot be read: it does not exist", sentences(faults)[0])
	assert.Equal(t, "filen kan ikke læses: den findes ikke", told(faults[0]).DA)
	_, faults = strict.ReadFS(fsys, "big.yaml", &into, strict.Limits{Bytes: 10})
	assert.Equal(t, "big.yaml:1:1: the document has more than 10 bytes", sentences(faults)[0])
}

func TestARequiredListMustNotBeNull(t *testing.T) {
	var into struct {
		List []string   `yaml:"list,required"`
		Day  *date.Date `yaml:"day,required"`
	}
	_, faults := strict.Read("f.yaml", []byte("list:\nday: null"), &into, strict.Limits{})
	assert.Equal(t, []string{"f.yaml:1:1: the key “list” is missing; add it"}, sentences(faults))
}

func ExampleRead() {
	var plan struct {
		Kommune string     `yaml:"kommune,required"`
		AsOf    *date.Date `yaml:"asOf"`
	}
	_, faults := strict.Read("plan.yaml", []byte("kommue: Roskilde\nasOf: 2014-06-31\n"), &plan, strict.Limits{})
	for _, fault := range faults {
		fmt.Println(fault.Place(), drejebog.BuiltInWords().Of(fault).DA)
	}
	// Output:
	// plan.yaml:1:1 ukendt nøgle »kommue«; mente du »kommune«?
	// plan.yaml:1:1 nøglen »kommune« mangler; tilføj den
	// plan.yaml:2:7 asOf er »2014-06-31«; forventet er en dag, der findes i kalenderen
}

func TestAPointerWhoseValueCannotBeReadStaysNil(t *testing.T) {
	for _, value := range []string{"2013-02-30", "[2013-10-15]", "{a: b}", "x"} {
		into, _, faults := read(t, "name: a\nsteps: [{id: b, level: stated, start: "+value+"}]\n")
		require.Len(t, faults, 1, value)
		assert.Nil(t, into.Steps[0].Start, value)
	}
	into, _, faults := read(t, "name: a\nparent: {name: b, open: x}\n")
	require.Len(t, faults, 1)
	require.NotNil(t, into.Parent, "a mapping keeps what could be read of it")
	assert.Equal(t, "b", into.Parent.Name)
}

// Values in quotation marks need nothing between them: their marks are counted
// before anything is built.
func TestQuotedValuesWithoutSeparatorsAreCounted(t *testing.T) {
	for _, text := range []string{strings.Repeat(`"`, 1<<20), strings.Repeat(`"" `, 1<<18), strings.Repeat(`'' `, 1<<18)} {
		var into map[string]string
		_, faults := strict.Read("x.yaml", []byte(text), &into, strict.Limits{Nodes: 1000})
		require.Len(t, faults, 1)
		assert.Equal(t, strict.KindTooLarge, faults[0].Kind)
		assert.Equal(t, 1, faults[0].Line)
		assert.Less(t, testing.AllocsPerRun(1, func() { strict.Read("x.yaml", []byte(text), &into, strict.Limits{Nodes: 1000}) }), 1000.0)
	}
	var into map[string]string
	_, faults := strict.Read("x.json", []byte(`{"a": "b", "c": "d"}`), &into, strict.Limits{Nodes: 9})
	assert.Empty(t, faults, "what the bound allows is read")
}

// TestAValueThatItsCommaCutsIsAskedAboutAndNotRead shows values within braces,
// where a comma parts the keys.
func TestAValueThatItsCommaCutsIsAskedAboutAndNotRead(t *testing.T) {
	type group struct {
		Factor *decimal.Decimal  `yaml:"factor"`
		Hours  int               `yaml:"hours"`
		Name   *string           `yaml:"name"`
		Of     map[string]string `yaml:"of"`
	}
	for text, want := range map[string]string{
		"{factor: 0,04}":              "factor 0,04",
		"{factor: 1,25, hours: 3}":    "factor 1,25",
		"{hours: 1,234,567}":          "hours 1,234,567",
		"{hours: 1.234,50}":           "hours 1.234,50",
		"{of: {a: 1, b: -2,5 }}":      "of.b -2,5",
		"{hours: 1.234,50 kr.}":       "hours 1.234,50 kr.",
		"{of: {a: kr. 1.234,50}}":     "of.a kr. 1.234,50",
		"{name: Hansen, leder}":       "name Hansen, leder",
		"{name: A, B, C, hours: 3}":   "name A, B, C",
		"{factor: 1, hours: 2}":       "",
		"factor: 1\nhours: 2":         "",
		`{of: {"a": "1", "25": "2"}}`: "",
	} {
		var got group
		_, faults := strict.Read("x.yaml", []byte(text), &got, strict.Limits{})
		var told []string
		for _, fault := range faults {
			told = append(told, fault.Path+" "+strings.Trim(fmt.Sprint(fault.Got), "»«"))
		}
		if want == "" {
			require.Empty(t, faults, text)
			continue
		}
		require.Len(t, faults, 1, "%s: %v", text, told)
		require.Equal(t, strict.KindBadValue, faults[0].Kind, text)
		path, value, _ := strings.Cut(want, " ")
		require.Equal(t, path, faults[0].Path, text)
		require.Contains(t, fmt.Sprint(faults[0].Got), value, text)
		require.Nil(t, got.Factor, text)
		require.Nil(t, got.Name, text)
		require.NotContains(t, got.Of, "b", text)
	}
}

// In quotation marks << is a key as any other, without them it joins mappings.
func TestAQuotedMergeKeyIsAKey(t *testing.T) {
	for _, text := range []string{"'<<': 1\n", "\"<<\": 1\n", "{\"<<\": 1}"} {
		var into map[string]int
		_, faults := strict.Read("f", []byte(text), &into, strict.Limits{})
		assert.Empty(t, faults, text)
		assert.Equal(t, map[string]int{"<<": 1}, into)
	}
	var into map[string]int
	_, faults := strict.Read("f", []byte("<<: 1\n"), &into, strict.Limits{})
	require.Len(t, faults, 1)
	assert.Equal(t, strict.KindReference, faults[0].Kind)
}
