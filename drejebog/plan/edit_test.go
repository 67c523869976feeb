package plan_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestAnEditOfAPlanLeavesAllElseAsItStands(t *testing.T) {
	const text = `# Planen for Roskilde
kommune: Roskilde   # code 0265

tasks:
  # det vigtigste
  "5.1/as-is@sapa": {duration: 25, note: 'Haster'}
  4.12/opstart:
    notRelevant: 'Findes'  # se notat
`
	for _, c := range []struct {
		path     string
		to       any
		old, new string
	}{
		{`tasks["5.1/as-is@sapa"].duration`, 30, "25", "30"},
		{`tasks["5.1/as-is@sapa"].note`, "Kan vente", "'Haster'", "'Kan vente'"},
		{`tasks["5.1/as-is@sapa"].plannedStart`, onDay("2015-01-05"), "25,", "25, plannedStart: 2015-01-05,"},
		{`tasks["4.12/opstart"].status`, plan.Done, "    notRelevant", "    status: done\n    notRelevant"},
		{`dataDate`, onDay("2014-06-27"), "code 0265\n", "code 0265\ndataDate: 2014-06-27\n"},
		{`projects.sapa.goLive`, plan.On(onDay("2016-02-01")), "code 0265\n", "code 0265\nprojects:\n  sapa:\n    goLive: 2016-02-01\n"},
		{`contracts.kmd`, plan.Contract{Name: "KMD", Systems: []string{"kmd-sag"}, Payment: &plan.Payment{Amount: drejebog.NewKroner(decimal.New(5, 0))}},
			"code 0265\n", "code 0265\ncontracts:\n  kmd:\n    name: KMD\n    systems:\n      - kmd-sag\n    payment:\n      amount: 5.00\n"},
		{`tasks["4.12/opstart"].notRelevant`, nil, "  4.12/opstart:\n    notRelevant: 'Findes'  # se notat\n", "  4.12/opstart: {}\n"},
		{`tasks["4.12/opstart"]`, nil, "  4.12/opstart:\n    notRelevant: 'Findes'  # se notat\n", ""},
	} {
		got, err := plan.Edit([]byte(text), c.path, c.to)
		require.NoError(t, err, c.path)
		assert.Equal(t, strings.Replace(text, c.old, c.new, 1), string(got), c.path)
	}
}

// A word with a comma gets quotation marks between brackets, whatever stood there before.
func TestAWordWithACommaFitsBetweenBrackets(t *testing.T) {
	assumed := plan.When{Date: onDay("2016-03-01"), Assumed: true}
	got, err := plan.Edit([]byte("projects: {ky: {goLive: 2016-02-01, wave: 2}}\n"), "projects.ky.goLive", &assumed)
	require.NoError(t, err)
	assert.Equal(t, "projects: {ky: {goLive: \"ukendt, regn med 2016-03-01\", wave: 2}}\n", string(got))
}

func TestAnEditOfWhatIsNoKeyOrOfAnotherTypeIsRefused(t *testing.T) {
	for path, to := range map[string]any{
		"people[2].name": "x", "people[99]": nil, "people[3]": nil, "people[00]": nil, "contracts[0].name": "x", "risks[1].what": "x",
		"edges[1].from": "x", "edges[00]": nil, "edges.0": nil, "edges[0]": nil, "edges[+0].from": "x", "calendar.closed[1].why": "x",
		"taks": 1, "tasks.a.durationn": 1, "tasks.a.duration": "5", "": 1, "edges.x": plan.Edge{}, "kommune.x": "y", "tasks": plan.Task{}, "asOf": "2014-01-01",
	} {
		_, err := plan.Edit([]byte("kommune: Roskilde\n"), path, to)
		fault, ok := errors.AsType[strict.Fault](err)
		require.True(t, ok, "%s: %v", path, err)
		assert.NotContains(t, loadedBook().Words.Of(fault).DA, "{", path)
	}
	_, err := plan.Edit([]byte("kommune: Roskilde\npeople: []\n"), "people[2].name", "x")
	require.Error(t, err)
	_, err = plan.Edit([]byte("kommune: &k Roskilde\nnote: *k\n"), "note", "x")
	require.Error(t, err)
	_, err = plan.Edit([]byte("kommune: Roskilde\nkommune: Odense\n"), "kommune", "Skive")
	require.Error(t, err)
	_, err = plan.Edit([]byte("kommune: Roskilde\ncontracts: {a: {name: A, system: kmd-sag}}\n"), "contracts.a.systems", []string{"kmd-aktiv"})
	part, ok := errors.AsType[strict.Part](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, "contracts.a.systems kan ikke ændres uden at skrive hele filen om", loadedBook().Words.Of(part).DA)
}

// What a path leads through and is not there is a list or a mapping by the plan's type.
func TestAnEditMakesTheListsThatAPlanDoesNotHave(t *testing.T) {
	for _, text := range []string{"kommune: Roskilde\n", "kommune: Roskilde\nedges: []\n", `{"kommune": "0265"}`} {
		written, err := plan.Edit([]byte(text), `contracts["0"].name`, "KMD")
		require.NoError(t, err)
		for i := range 2 {
			written, err = plan.Edit(written, strict.Index("edges", i), plan.Edge{From: "a", To: "b"})
			require.NoError(t, err)
		}
		written, err = plan.Edit(written, "edges[1].to", "c")
		require.NoError(t, err)
		written, err = plan.Edit(written, "people.anna.roles[0]", "projektleder")
		require.NoError(t, err)
		p, faults := plan.ReadUnchecked(written)
		require.Empty(t, faults, string(written))
		assert.Equal(t, map[string]plan.Contract{"0": {Name: "KMD"}}, p.Contracts)
		assert.Equal(t, []plan.Edge{{From: "a", To: "b"}, {From: "a", To: "c"}}, p.Edges)
		assert.Equal(t, []string{"projektleder"}, p.People["anna"].Roles)
	}
}

// However the samples are changed, what is written into them says the same as the plan,
// and comments stand as they stood.
func TestWhatIsWrittenIntoADocumentSaysWhatThePlanSays(t *testing.T) {
	_, whole := begunPlan(t)
	samples := map[string]string{"whole": wholePlan, "skeleton": whole}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"whole", "skeleton"}).Draw(t, "sample")
		p, _ := plan.ReadUnchecked([]byte(samples[name]))
		other := &plan.Plan{}
		(&drawn{t: t, fields: map[string]bool{}}).fill(reflect.ValueOf(other).Elem(), "plan")
		now := p.Clone()
		v, from := reflect.ValueOf(now).Elem(), reflect.ValueOf(other).Elem()
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() || rapid.IntRange(0, 3).Draw(t, "take") > 0 {
				continue
			}
			mixed(t, v.Field(i), from.Field(i))
		}
		text, err := now.Rewrite([]byte(samples[name]))
		require.NoError(t, err)
		again, faults := plan.ReadUnchecked(text)
		require.Empty(t, faults, string(text))
		require.Equal(t, told(reflect.ValueOf(*now), ""), told(reflect.ValueOf(*again), ""), string(text))
		same, err := p.Rewrite([]byte(samples[name]))
		require.NoError(t, err)
		require.Equal(t, samples[name], string(same))
	})
}

// mixed gives a value parts of another: all of it, or some entries of a mapping.
func mixed(t *rapid.T, v, from reflect.Value) {
	if v.Kind() != reflect.Map || v.Len() == 0 || rapid.Bool().Draw(t, "whole") {
		v.Set(from)
		return
	}
	for entry := from.MapRange(); entry.Next(); {
		v.SetMapIndex(entry.Key(), entry.Value())
	}
	for _, key := range v.MapKeys() {
		if rapid.IntRange(0, 3).Draw(t, "gone") == 0 {
			v.SetMapIndex(key, reflect.Value{})
		}
	}
}

// FuzzEdit edits whatever document: the plan that is read then has that value, and all
// else as before.
func FuzzEdit(f *testing.F) {
	_, whole := begunPlan(f)
	for _, text := range []string{
		wholePlan, whole, "kommune: Roskilde\n", `{"kommune": "0265", "tasks": {}}`, "kommune: Roskilde\r\ntasks:\r\n  a: {note: 'x'} # y\r\n",
		"# a\nkommune: Roskilde\ntasks:\n  a:\n    note: |\n      x\n\n      y\n  # b\nnote: >+\n  z\n\n", "{kommune: Roskilde, tasks: {a: {note: x, duration: 5}}}",
		"kommune: Roskilde\nedges: []\n", "kommune: Roskilde\nedges:\n  # a\n  - from: a\n    to: b # b\n  - {from: b, to: c, why: x}\n", `{"kommune": "0265", "edges": [{"from": "a", "to": "b"}]}`,
	} {
		for _, at := range []int{0, 1, 2, 99} {
			f.Add([]byte(text), "en note: # \"", 7, at)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, note string, days, at int) {
		before, faults := plan.ReadUnchecked(data)
		if len(faults) > 0 {
			return
		}
		edge := plan.Edge{From: "a", To: "b", Why: note}
		has := at >= 0 && at < len(before.Edges)
		for _, c := range []struct {
			strict.Change
			isNone bool // the path names an item that the list does not have
			do     func(*plan.Plan)
		}{
			{Change: strict.Change{Path: "note", To: note}, do: func(p *plan.Plan) { p.Note = note }},
			{Change: strict.Change{Path: "tasks.a.note", To: note}, do: func(p *plan.Plan) { ofTask(p, func(task *plan.Task) { task.Note = note }) }},
			{Change: strict.Change{Path: "tasks.a.duration", To: days}, do: func(p *plan.Plan) { ofTask(p, func(task *plan.Task) { task.Duration = &days }) }},
			{Change: strict.Change{Path: "tasks.a", To: nil}, do: func(p *plan.Plan) { delete(p.Tasks, "a") }},
			{Change: strict.Change{Path: strict.Index("edges", at), To: edge}, isNone: !has && at != len(before.Edges), do: func(p *plan.Plan) {
				if at == len(p.Edges) {
					p.Edges = append(p.Edges, plan.Edge{})
				}
				p.Edges[at] = edge
			}},
			{Change: strict.Change{Path: strict.Index("edges", at) + ".why", To: note}, isNone: !has, do: func(p *plan.Plan) { p.Edges[at].Why = note }},
			{Change: strict.Change{Path: strict.Index("edges", at), To: nil}, isNone: !has, do: func(p *plan.Plan) { p.Edges = slices.Delete(p.Edges, at, at+1) }},
			{Change: strict.Change{Path: "edges[00]", To: nil}, isNone: true},
			{Change: strict.Change{Path: strict.Index("tasks", at), To: nil}, isNone: true},
		} {
			if c.isNone && c.To == note && at == len(before.Edges) {
				continue // a new one, that lacks what it has to have
			}
			text, err := plan.Edit(data, c.Path, c.To)
			if c.isNone {
				require.Error(t, err, "%s\n%s", c.Path, text)
			}
			if err != nil {
				continue
			}
			after, faults := plan.ReadUnchecked(text)
			if len(faults) > 0 {
				t.Fatalf("%s: %v\n%s", c.Path, faults, text)
			}
			want := before.Clone()
			c.do(want)
			require.Equal(t, told(reflect.ValueOf(*want), ""), told(reflect.ValueOf(*after), ""), "%s\n%s", c.Path, text)
		}
	})
}

// ofTask changes what a plan says of task a.
func ofTask(p *plan.Plan, change func(*plan.Task)) {
	if p.Tasks == nil {
		p.Tasks = map[string]plan.Task{}
	}
	task := p.Tasks["a"]
	change(&task)
	p.Tasks["a"] = task
}

func ExampleEdit() {
	document := []byte(`kommune: Roskilde
tasks:
  5.1/as-is@sapa:
    duration: 25  # aftalt med Anna
`)
	document, err := plan.Edit(document, `tasks["5.1/as-is@sapa"].duration`, 30)
	if err != nil {
		fmt.Println(err)
	}
	document, err = plan.Edit(document, "note", "Set af styregruppen")
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(string(document))
	// Output:
	// kommune: Roskilde
	// note: Set af styregruppen
	// tasks:
	//   5.1/as-is@sapa:
	//     duration: 30  # aftalt med Anna
}
