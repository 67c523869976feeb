package strict_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type edited struct {
	Name  string                `yaml:"name"`
	Count *int                  `yaml:"count"`
	Tasks map[string]editedTask `yaml:"tasks"`
	Edges []editedEdge          `yaml:"edges"`
	Note  string                `yaml:"note"`
}

type editedTask struct {
	Days  *int     `yaml:"days"`
	Who   string   `yaml:"who"`
	Roles []string `yaml:"roles"`
	Note  string   `yaml:"note"`
}

type editedEdge struct {
	From string `yaml:"from"`
	To   string `yaml:"to"`
}

const commented = `# the head
name: 'A'   # who

tasks:      # all of them
  # about a
  a:
    days: 5  # agreed
    note: "x"
  c: {days: 1, who: bo} # flow
  # behind c
edges:
  - from: a
    to: c
  - {from: c, to: a}
note: |
  one
  two
# the end
`

func TestAnEditChangesTheBytesOfItsValueOnly(t *testing.T) {
	for name, c := range map[string]struct {
		changes  []strict.Change
		old, new string
	}{
		"a number":                   {[]strict.Change{{"tasks.a.days", 7}}, "days: 5 ", "days: 7 "},
		"a text in marks":            {[]strict.Change{{"name", "Bo's"}}, "'A'", "'Bo''s'"},
		"double marks":               {[]strict.Change{{"tasks.a.note", "y"}}, `"x"`, `"y"`},
		"in flow style":              {[]strict.Change{{"tasks.c.who", "ann, ib"}}, "bo}", `"ann, ib"}`},
		"a key in its place":         {[]strict.Change{{"tasks.a.who", "ib"}}, "agreed\n", "agreed\n    who: ib\n"},
		"before the first":           {[]strict.Change{{"tasks.c.who", nil}, {"tasks.c.note", "new"}}, ", who: bo}", ", note: new}"},
		"an entry in its order":      {[]strict.Change{{"tasks.b", editedTask{Who: "x"}}}, "\"x\"\n", "\"x\"\n  b:\n    who: x\n"},
		"an entry below":             {[]strict.Change{{"tasks.b.who", "x"}}, "\"x\"\n", "\"x\"\n  b:\n    who: x\n"},
		"the last entry":             {[]strict.Change{{"tasks.d.days", 2}}, "# flow\n", "# flow\n  d:\n    days: 2\n"},
		"a key between two":          {[]strict.Change{{"count", 3}}, "# who\n", "# who\ncount: 3\n"},
		"away":                       {[]strict.Change{{"tasks.a.days", nil}}, "    days: 5  # agreed\n", ""},
		"an entry away":              {[]strict.Change{{"tasks.c", nil}}, "  c: {days: 1, who: bo} # flow\n", ""},
		"away in flow":               {[]strict.Change{{"tasks.c.days", nil}}, "days: 1, ", ""},
		"the last away in flow":      {[]strict.Change{{"tasks.c.who", nil}}, ", who: bo", ""},
		"all away":                   {[]strict.Change{{"tasks.c.who", nil}, {"tasks.c.days", nil}}, "{days: 1, who: bo}", "{}"},
		"an item":                    {[]strict.Change{{"edges[0].to", "b"}}, "to: c\n", "to: b\n"},
		"an item away":               {[]strict.Change{{"edges[0]", nil}}, "  - from: a\n    to: c\n", ""},
		"the first beside its dash":  {[]strict.Change{{"edges[0].from", nil}}, "from: a\n    to", "to"},
		"an item behind":             {[]strict.Change{{"edges[2]", editedEdge{From: "x", To: "z"}}}, "to: a}\n", "to: a}\n  -\n    from: x\n    to: z\n"},
		"lines of their own to one":  {[]strict.Change{{"note", "three"}}, "note: |\n  one\n  two\n", "note: three\n"},
		"a block to nothing":         {[]strict.Change{{"edges", []editedEdge{}}}, "edges:\n  - from: a\n    to: c\n  - {from: c, to: a}\n", "edges: []\n"},
		"flow to a block":            {[]strict.Change{{"tasks.a.note", nil}, {"tasks.a.roles", []string{"p", "q"}}}, "    note: \"x\"\n", "    roles:\n      - p\n      - q\n"},
		"several at once":            {[]strict.Change{{"tasks.b.who", "x"}, {"tasks.aa.who", "z"}}, "\"x\"\n", "\"x\"\n  aa:\n    who: z\n  b:\n    who: x\n"},
		"nothing where nothing is":   {[]strict.Change{{"tasks.z.who", nil}}, "", ""},
		"what looks like a number":   {[]strict.Change{{"tasks.a.who", "0101"}}, "agreed\n", "agreed\n    who: \"0101\"\n"},
		"a block in place of a list": {[]strict.Change{{"edges", []editedEdge{{From: "q"}}}}, "  - from: a\n    to: c\n  - {from: c, to: a}\n", "  -\n    from: q\n"},
	} {
		want := strings.Replace(commented, c.old, c.new, 1)
		got, err := strict.Edit([]byte(commented), edited{}, strict.Limits{}, c.changes...)
		require.NoError(t, err, name)
		assert.Equal(t, want, string(got), name)
		windows, err := strict.Edit([]byte("\ufeff"+strings.ReplaceAll(commented, "\n", "\r\n")), edited{}, strict.Limits{}, c.changes...)
		require.NoError(t, err, name)
		assert.Equal(t, "\ufeff"+strings.ReplaceAll(want, "\n", "\r\n"), string(windows), name)
	}
}

// What a path leads through is made of its type, whatever its steps look like.
func TestAnEditMakesOfItsTypeWhatIsNotThere(t *testing.T) {
	for _, c := range []struct {
		text, want string
		changes    []strict.Change
	}{
		{"name: A\n", "name: A\nedges:\n  -\n    from: x\n", []strict.Change{{"edges[0].from", "x"}}},
		{"name: A\n", "name: A\nedges:\n  -\n    from: x\n  -\n    from: z\n", []strict.Change{{"edges[1].from", "z"}, {"edges[0].from", "x"}}},
		{"name: A\n", "name: A\ntasks:\n  0:\n    who: x\n", []strict.Change{{`tasks["0"].who`, "x"}}},
		{"name: A\n", "name: A\ntasks:\n  a:\n    roles:\n      - p\n", []strict.Change{{"tasks.a.roles[0]", "p"}}},
		{"edges: []\n", "edges: [{from: x}]\n", []strict.Change{{"edges[0].from", "x"}}},
		{"edges:\n", "edges:\n  -\n    from: x\n", []strict.Change{{"edges[0].from", "x"}}},
		{"tasks: {}\n", "tasks: {0: {who: x}}\n", []strict.Change{{`tasks["0"].who`, "x"}}},
		{"edges: [{from: a}]\n", "edges: [{from: b}]\n", []strict.Change{{"edges[0]", nil}, {"edges[1].from", "b"}}},
		{`{"name": "A"}`, `{"name": "A", "edges": [{"from": "x"}]}`, []strict.Change{{"edges[0].from", "x"}}},
	} {
		got, err := strict.Edit([]byte(c.text), edited{}, strict.Limits{}, c.changes...)
		require.NoError(t, err, c.changes[0].Path)
		var again edited
		_, faults := strict.Read("", got, &again, strict.Limits{})
		assert.Empty(t, faults, string(got))
		assert.Equal(t, c.want, string(got))
	}
}

func TestAnItemThatAListDoesNotHaveIsAnError(t *testing.T) {
	for _, text := range []string{"name: A\n", "edges: []\n", "edges:\n  - from: a\n    to: b\n", "edges: [{from: a}]\n", `{"edges": [{"from": "a"}]}`} {
		for _, path := range []string{"edges[2]", "edges[99]", "edges[00]", "edges[+0]", "edges[-1]", "edges[]", "edges.0", `edges["0"]`, "tasks[0]", "tasks[a]", "tasks.a.roles[1]", "edges[99999999999999999999]"} {
			for _, c := range []strict.Change{{path, editedEdge{From: "x"}}, {path + ".from", "x"}, {path, nil}, {path + ".from", nil}} {
				got, err := strict.Edit([]byte(text), edited{}, strict.Limits{}, c)
				fault, ok := errors.AsType[strict.Fault](err)
				require.True(t, ok, "%s in %s: %v, %s", c.Path, text, err, got)
				assert.Equal(t, strict.KindUnknownKey, fault.Kind)
			}
		}
		_, err := strict.Edit([]byte(text), edited{}, strict.Limits{}, strict.Change{"edges[1]", nil})
		require.Error(t, err, "there is none to take away")
	}
	for _, path := range []string{"edges[0", `tasks["a"`} {
		_, err := strict.Edit([]byte("name: A\n"), edited{}, strict.Limits{}, strict.Change{path, nil})
		require.Error(t, err, path)
	}
	for text, path := range map[string]string{"edges: {a: {from: x}}\n": "edges[0]", "tasks: [a]\n": "tasks.a.who"} {
		_, err := strict.Edit([]byte(text), edited{}, strict.Limits{}, strict.Change{path, nil})
		require.Error(t, err, path)
	}
}

func TestAnEditOfJSONStaysJSON(t *testing.T) {
	const lines = "{\n  \"name\": \"A\",\n  \"tasks\": {\n    \"a\": {\"days\": 5}\n  }\n}\n"
	for _, c := range []struct {
		change   strict.Change
		old, new string
	}{
		{strict.Change{"name", `B"`}, `"A"`, `"B\""`},
		{strict.Change{"count", 3}, "\"A\",\n", "\"A\",\n  \"count\": 3,\n"},
		{strict.Change{"note", "n"}, "  }\n}", "  },\n  \"note\": \"n\"\n}"},
		{strict.Change{"tasks.a.who", "x"}, "5}", `5, "who": "x"}`},
		{strict.Change{"tasks.b", editedTask{Who: "y"}}, "5}\n", "5},\n    \"b\": {\n      \"who\": \"y\"\n    }\n"},
		{strict.Change{"name", nil}, "\"name\": \"A\",\n  ", ""},
		{strict.Change{"tasks", nil}, ",\n  \"tasks\": {\n    \"a\": {\"days\": 5}\n  }", ""},
	} {
		got, err := strict.Edit([]byte(lines), edited{}, strict.Limits{}, c.change)
		require.NoError(t, err, c.change.Path)
		assert.Equal(t, strings.Replace(lines, c.old, c.new, 1), string(got))
	}
}

func TestADocumentThatIsNotReadIsNotEdited(t *testing.T) {
	for text, kind := range map[string]strict.Kind{
		"name: &x A\nnote: *x\n": strict.KindReference, "name: !!str A\n": strict.KindTag, "name: [\n": strict.KindSyntax,
		"": strict.KindEmpty, "name: a\n---\nname: b\n": strict.KindExtraDocument,
	} {
		_, err := strict.Edit([]byte(text), edited{}, strict.Limits{}, strict.Change{Path: "name", To: "B"})
		fault, ok := errors.AsType[strict.Fault](err)
		require.True(t, ok, text)
		assert.Equal(t, kind, fault.Kind, text)
	}
	_, err := strict.Edit([]byte("name: a\n"), edited{}, strict.Limits{}, strict.Change{Path: "name", To: "\x00"})
	_, ok := errors.AsType[*strict.WriteError](err)
	assert.True(t, ok, "%v", err)
	_, err = strict.Edit([]byte("name: a\n"), edited{}, strict.Limits{}, strict.Change{Path: "", To: "x"})
	require.Error(t, err)
}
