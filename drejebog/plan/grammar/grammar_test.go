package grammar_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The types are exported, since reflection sets no field of an embedded type that is not.
type Document struct {
	Title string           `yaml:"title,required" plan:"filled"`
	Works map[string]Work  `yaml:"works" plan:"keys=short most=3"`
	Trail []date.Date      `yaml:"trail" plan:"fact"`
	Whole *decimal.Decimal `yaml:"whole" plan:"share"`
	Tag   []string         `yaml:"tag" plan:"of=colour like=red"`
}

type Work struct {
	Name   string `yaml:"name,required"`
	Length `yaml:",inline" plan:"zero=days"`
}

type Length struct {
	Days *int   `yaml:"days" plan:"1..10" unit:"workdays"`
	Who  string `yaml:"who" plan:"of=person"`
}

// added is a document with one more field, and nothing else.
type added struct {
	Document `yaml:",inline"`
	Extra    *int `yaml:"extra" plan:"2..5"`
}

// older is a file that has a key of before.
type older struct {
	Works    map[string]olderWork `yaml:"works"`
	Document `yaml:",inline"`
}

type olderWork struct {
	By   string `yaml:"by" plan:"of=person home=works.who"`
	Work `yaml:",inline"`
}

var spans = map[string]grammar.Span{"share": {Least: decimal.Zero, Most: decimal.New(1, 0)}}

func of(t reflect.Type) *grammar.Grammar { return grammar.Of(t, spans, nil) }

func words() *grammar.Words {
	return &grammar.Words{
		Key:   func(path string, _ *grammar.Field) (string, bool) { return "The " + path + ".", false },
		Moved: func(home string) string { return "It stands at " + home + "." },
		Vocabularies: map[string]*grammar.Vocabulary{
			"short": {Open: "^[a-z]+$"}, "colour": {Words: []string{"red", "green"}}, "person": {Words: []string{"anna"}, Open: grammar.Any},
		},
		Defs: map[string]any{"day": map[string]any{"type": "string"}},
	}
}

// met notes what a walk tells.
type met struct{ lines []string }

func (m *met) add(what string, at grammar.At, value any) {
	m.lines = append(m.lines, fmt.Sprint(what, " ", at.Path, " ", value))
}
func (m *met) Day(at grammar.At, day date.Date)                 { m.add("day", at, day) }
func (m *met) Word(at grammar.At, vocabulary, word string)      { m.add("word", at, vocabulary+":"+word) }
func (m *met) Scalar(at grammar.At, value any)                  { m.add("scalar", at, value) }
func (m *met) Missing(at grammar.At)                            { m.add("missing", at, at.Key) }
func (m *met) NoWord(at grammar.At, words []string)             { m.add("no word", at, words) }
func (m *met) Outside(at grammar.At, n decimal.Decimal, _ bool) { m.add("outside", at, n) }
func (m *met) Again(at grammar.At, word string)                 { m.add("again", at, word) }
func (m *met) TooLong(at grammar.At)                            { m.add("too long", at, at.Rule.MostEntries()) }

// A field with its tag is all that any of them needs: what reads, what writes, what
// finds, what explains, what copies and what leaves out know it from there, and a
// document without the field does not.
func TestAFieldWithItsTagIsAKeyEverywhere(t *testing.T) {
	before, after := of(reflect.TypeFor[Document]()), of(reflect.TypeFor[added]())
	const text = "title: a\nextra: 4\n"
	var known added
	_, faults := strict.Read("", []byte(text), &known, strict.Limits{})
	require.Empty(t, faults)
	_, faults = strict.Read("", []byte(text), &Document{}, strict.Limits{})
	require.Len(t, faults, 1)
	written, err := strict.YAML(known)
	require.NoError(t, err)
	assert.Equal(t, text, string(written))

	assert.Nil(t, before.Field("extra"))
	require.NotNil(t, after.Field("extra"))
	said, _ := json.Marshal(after.Schema(words())["properties"].(map[string]any)["extra"])
	assert.Contains(t, string(said), `{"maximum":5,"minimum":2,"type":"integer"}`)
	assert.Contains(t, string(said), `"description":"The extra."`)
	assert.NotContains(t, before.Schema(words())["properties"], "extra")
	assert.Equal(t, "# The extra.\n", after.Explained(words(), after.Field("extra"), map[string]bool{}))

	copied := known
	strict.Unshare(reflect.ValueOf(&copied).Elem())
	*copied.Extra = 9
	assert.Equal(t, 4, *known.Extra)
	told := met{}
	after.Walk(reflect.ValueOf(copied), "", &told)
	assert.Equal(t, []string{"outside extra 9"}, told.lines)
	_, done := after.LeaveOut(reflect.ValueOf(&copied).Elem(), []string{"extra"})
	assert.True(t, done)
	assert.Nil(t, copied.Extra)
}

func TestAWalkTellsEveryKindOfFault(t *testing.T) {
	ten, share := 11, decimal.RequireFromString("1.5")
	d := Document{
		Title: " ", Whole: &share, Trail: []date.Date{0}, Tag: []string{"blue"},
		Works: map[string]Work{"b": {Length: Length{Days: &ten}}, "a": {Name: "A", Length: Length{Who: "bo"}}},
	}
	told := met{}
	of(reflect.TypeFor[Document]()).Walk(reflect.ValueOf(d), "", &told)
	assert.Equal(t, []string{
		"missing title title", "word works.a short:a", "word works.a.who person:bo", "word works.b short:b", "missing works.b.name name",
		"outside works.b.days 11", "day trail[0] 0001-01-01", "outside whole 1.5", "word tag[0] colour:blue",
	}, told.lines)
	d.Works["c"], d.Works["d"] = Work{}, Work{}
	told = met{}
	of(reflect.TypeFor[Document]()).Walk(reflect.ValueOf(d), "", &told)
	assert.Contains(t, told.lines, "too long works 3")
	assert.NotContains(t, strings.Join(told.lines, "\n"), "works.b", "it is not gone through")
}

func TestAnEmbeddedGroupMayHaveAZeroWhereItIsEmbedded(t *testing.T) {
	g := of(reflect.TypeFor[Document]())
	assert.Equal(t, "0", g.Field("works.days").Tag.Least.String())
	assert.Equal(t, "1", g.Object(reflect.TypeFor[Length]()).Fields[0].Tag.Least.String())
}

func TestAKeyOfBeforeIsDeprecatedWithItsHome(t *testing.T) {
	g := grammar.Of(reflect.TypeFor[Document](), spans, reflect.TypeFor[older]())
	former := g.Object(reflect.TypeFor[Work]()).Former
	require.Len(t, former, 1)
	assert.Equal(t, "works.who", former[0].Tag.Home)
	text, err := json.Marshal(g.Schema(words()))
	require.NoError(t, err)
	assert.Contains(t, string(text), `"by":{"deprecated":true,"description":"It stands at works.who."`)
}

func TestATagThatSaysNothingKnownIsAFault(t *testing.T) {
	type wrong struct {
		A int `yaml:"a" plan:"fast"`
		B int `yaml:"b" plan:"1..x"`
		C int `yaml:"c" plan:"1..2 most=many"`

		D string         `yaml:"d" plan:"of=nobody"`
		E map[string]int `yaml:"e" plan:"1..2"`
		F int            `yaml:"f"`
	}
	faults := of(reflect.TypeFor[wrong]()).Faults(words().Vocabularies)
	var said []string
	for _, err := range faults {
		said = append(said, err.Error())
	}
	assert.Len(t, said, 6, "%q", said)
	for i, part := range []string{`"fast"`, `"1..x"`, `"most=many"`, "no vocabulary nobody", "anything", "without bounds"} {
		assert.Contains(t, said[i], part)
	}
	assert.Empty(t, of(reflect.TypeFor[Document]()).Faults(words().Vocabularies))
}

func TestWhatIsLeftOutOfListsIsCountedByWhatStays(t *testing.T) {
	d := Document{Title: "a", Tag: []string{"a", "b", "c", "d"}, Works: map[string]Work{"x": {Name: "X"}}}
	kept, done := of(reflect.TypeFor[Document]()).LeaveOut(reflect.ValueOf(&d).Elem(), []string{"tag[1]", "tag[3]", "works.x", "works.y", "title", "nosuch"})
	assert.True(t, done)
	assert.Equal(t, map[string][]int{"tag": {0, 2}}, kept)
	assert.Equal(t, Document{Title: "a", Tag: []string{"a", "c"}, Works: map[string]Work{}}, d)
}

func ExampleOf() {
	type task struct {
		Duration *int   `yaml:"duration" plan:"1..5000"`
		Who      string `yaml:"who,required" plan:"of=person"`
	}
	g := grammar.Of(reflect.TypeFor[task](), nil, nil)
	for _, f := range g.Object(reflect.TypeFor[task]()).Fields {
		fmt.Printf("%s %t %s..%s %q\n", f.Name, f.Required, f.Tag.Least, f.Tag.Most, f.Tag.Of)
	}
	// Output:
	// duration false 1..5000 ""
	// who true 0..0 "person"
}
