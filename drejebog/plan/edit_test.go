package plan_test

import (
	"errors"
	"fmt"
	"reflect"
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

func TestAnEditOfWhatIsNoKeyOrOfAnotherTypeIsRefused(t *testing.T) {
	for path, to := range map[string]any{
		"taks": 1, "tasks.a.durationn": 1, "tasks.a.duration": "5", "": 1, "edges.x": plan.Edge{}, "kommune.x": "y", "tasks": plan.Task{}, "asOf": "2014-01-01",
	} {
		_, err := plan.Edit([]byte("kommune: Roskilde\n"), path, to)
		fault, ok := errors.AsType[strict.Fault](err)
		require.True(t, ok, "%s: %v", path, err)
		assert.NotContains(t, loadedBook().Words.Of(fault).DA, "{", path)
	}
	_, err := plan.Edit([]byte("kommune: &k Roskilde\nnote: *k\n"), "note", "x")
	require.Error(t, err)
	_, err = plan.Edit([]byte("kommune: Roskilde\nkommune: Odense\n"), "kommune", "Skive")
	require.Error(t, err)
	_, err = plan.Edit([]byte("kommune: Roskilde\ncontracts: {a: {name: A, system: kmd-sag}}\n"), "contracts.a.systems", []string{"kmd-aktiv"})
	part, ok := errors.AsType[strict.Part](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, "contracts.a.systems kan ikke ændres uden at skrive hele filen om", loadedBook().Words.Of(part).DA)
}

// However the samples are changed, what is written into them says the same as the plan,
// and comments stand as they stood.
func TestWhatIsWrittenIntoADocumentSaysWhatThePlanSays(t *testing.T) {
	_, whole := skeleton(t)
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
	_, whole := skeleton(f)
	for _, text := range []string{
		wholePlan, whole, "kommune: Roskilde\n", `{"kommune": "0265", "tasks": {}}`, "kommune: Roskilde\r\ntasks:\r\n  a: {note: 'x'} # y\r\n",
		"# a\nkommune: Roskilde\ntasks:\n  a:\n    note: |\n      x\n\n      y\n  # b\nnote: >+\n  z\n\n", "{kommune: Roskilde, tasks: {a: {note: x, duration: 5}}}",
	} {
		f.Add([]byte(text), "en note: # \"", 7)
	}
	f.Fuzz(func(t *testing.T, data []byte, note string, days int) {
		before, faults := plan.ReadUnchecked(data)
		if len(faults) > 0 {
			return
		}
		for _, c := range []strict.Change{{Path: "note", To: note}, {Path: "tasks.a.note", To: note}, {Path: "tasks.a.duration", To: days}, {Path: "tasks.a", To: nil}} {
			text, err := plan.Edit(data, c.Path, c.To)
			if err != nil {
				continue
			}
			after, faults := plan.ReadUnchecked(text)
			if len(faults) > 0 {
				t.Fatalf("%s: %v\n%s", c.Path, faults, text)
			}
			want := before.Clone()
			task := want.Tasks["a"]
			switch {
			case c.Path == "note":
				want.Note = note
			case c.To == nil:
				delete(want.Tasks, "a")
			case c.Path == "tasks.a.note":
				task.Note = note
			default:
				task.Duration = &days
			}
			if strings.HasPrefix(c.Path, "tasks.") && c.To != nil {
				if want.Tasks == nil {
					want.Tasks = map[string]plan.Task{}
				}
				want.Tasks["a"] = task
			}
			require.Equal(t, told(reflect.ValueOf(*want), ""), told(reflect.ValueOf(*after), ""), "%s\n%s", c.Path, text)
		}
	})
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
