package plan_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// drawn fills a value of a plan by what Go knows of its type alone, and counts
// the fields that it gave something.
type drawn struct {
	t      *rapid.T
	fields map[string]bool
}

func (d *drawn) fill(v reflect.Value, label string) {
	switch target := v.Addr().Interface().(type) {
	case *date.Date:
		*target = onDay("1900-01-01") + date.Date(rapid.IntRange(0, 100_000).Draw(d.t, label))
		return
	case *decimal.Decimal:
		*target = decimal.New(rapid.Int64Range(-1e14, 1e14).Draw(d.t, label), int32(-rapid.IntRange(0, 4).Draw(d.t, label)))
		return
	case *drejebog.Kroner:
		*target = drejebog.NewKroner(decimal.New(rapid.Int64Range(-1e13, 1e13).Draw(d.t, label), -2))
		return
	case *drejebog.Hours:
		*target = drejebog.NewHours(decimal.New(rapid.Int64Range(-1e13, 1e13).Draw(d.t, label), -2))
		return
	case *plan.When:
		require.NoError(d.t, target.UnmarshalText([]byte(rapid.SampledFrom([]string{"ukendt", "2016-02-01", "3. kvartal 2016"}).Draw(d.t, label))))
		return
	case encoding.TextMarshaler:
		v.SetUint(uint64(1 + rapid.IntRange(0, valuesOf(v.Type())-1).Draw(d.t, label)))
		return
	}
	d.fillKind(v, label)
}

func (d *drawn) fillKind(v reflect.Value, label string) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.fill(v.Elem(), label)
	case reflect.String:
		v.SetString(writable(d.t, label))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(-1000, 1000).Draw(d.t, label)))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(d.t, label))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), rapid.IntRange(1, 2).Draw(d.t, label), 2))
		for i := range v.Len() {
			d.fill(v.Index(i), label)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range rapid.IntRange(1, 2).Draw(d.t, label) {
			entry := reflect.New(v.Type().Elem()).Elem()
			d.fill(entry, label)
			v.SetMapIndex(reflect.ValueOf("k"+writable(d.t, label)), entry)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			d.fillField(v, i, label)
		}
	default:
		d.t.Fatalf("%s: a %v cannot be drawn", label, v.Type())
	}
}

// fillField leaves a field out now and then, but one that has to be there.
func (d *drawn) fillField(v reflect.Value, i int, label string) {
	f := v.Type().Field(i)
	name := label + "." + f.Name
	required := strings.HasSuffix(f.Tag.Get("yaml"), ",required")
	if !f.IsExported() || !required && !f.Anonymous && rapid.IntRange(0, 2).Draw(d.t, name) == 0 {
		return
	}
	d.fields[v.Type().Name()+"."+f.Name] = true
	d.fill(v.Field(i), name)
}

// valuesOf is how many values an enumeration has, which begin at one.
func valuesOf(t reflect.Type) int {
	for n := 1; ; n++ {
		v := reflect.New(t).Elem()
		v.SetUint(uint64(n))
		if text, err := v.Interface().(encoding.TextMarshaler).MarshalText(); err != nil || len(text) == 0 {
			return n - 1
		}
	}
}

// told lists what a value says, field by field under their names in Go, so that
// it shares nothing with what writes and reads. What is empty says nothing.
func told(v reflect.Value, path string) []string {
	switch known := v.Interface().(type) {
	case date.Date:
		return []string{path + "=" + known.String()}
	case decimal.Decimal:
		return []string{path + "=" + known.String()}
	case drejebog.Kroner:
		return []string{path + "=" + known.Decimal().String()}
	case drejebog.Hours:
		return []string{path + "=" + known.Decimal().String()}
	case plan.When:
		return []string{fmt.Sprintf("%s=%v %v %v", path, known.Date, known.Last(), known.Unknown)}
	}
	var lines []string
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			lines = append(told(v.Elem(), path), path+" is there")
		}
	case reflect.Slice:
		for i := range v.Len() {
			lines = append(lines, told(v.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
		}
	case reflect.Map:
		for entry := v.MapRange(); entry.Next(); {
			at := fmt.Sprintf("%s[%q]", path, entry.Key().String())
			lines = append(append(lines, at+" is there"), told(entry.Value(), at)...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				lines = append(lines, told(v.Field(i), path+"."+v.Type().Field(i).Name)...)
			}
		}
	default:
		lines = []string{fmt.Sprintf("%s=%#v", path, v.Interface())}
	}
	slices.Sort(lines)
	return lines
}

// exportedFields are the fields of the structs of a plan.
func exportedFields(t reflect.Type, into map[string]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	_, single := reflect.New(t).Interface().(encoding.TextUnmarshaler)
	if t.Kind() != reflect.Struct || single || t == reflect.TypeFor[decimal.Decimal]() {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if name := t.Name() + "." + f.Name; f.IsExported() && !into[name] {
			into[name] = true
			exportedFields(f.Type, into)
		}
	}
}

// Whatever fields a plan has, what is written of them is read as the same, in
// every notation.
func TestEveryFieldIsWrittenAndReadAsItIs(t *testing.T) {
	met := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		p := &plan.Plan{}
		d := &drawn{t: t, fields: met}
		d.fill(reflect.ValueOf(p).Elem(), "plan")
		want := told(reflect.ValueOf(*p), "plan")
		for _, notation := range []string{yamlOf(t, p), jsonOf(t, p)} {
			again, faults := plan.ReadUnchecked([]byte(notation))
			require.Empty(t, faults, notation)
			require.Equal(t, want, told(reflect.ValueOf(*again), "plan"), notation)
		}
		written, err := json.Marshal(p)
		require.NoError(t, err)
		var again plan.Plan
		require.NoError(t, json.Unmarshal(written, &again))
		require.Equal(t, want, told(reflect.ValueOf(again), "plan"))
	})
	all := map[string]bool{}
	exportedFields(reflect.TypeFor[plan.Plan](), all)
	require.Greater(t, len(all), 200)
	for field := range all {
		assert.True(t, met[field], "%s was never drawn", field)
	}
}

// The JSON of each part that a caller may hold alone is what stands in the plan,
// and is read as strictly.
func TestEveryPartHasTheJSONThatItHasInAPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom(plan.Parts()).Draw(t, "part")
		v := reflect.New(part)
		d := &drawn{t: t, fields: map[string]bool{}}
		d.fill(v.Elem(), part.Name())
		byValue, err := json.Marshal(v.Elem().Interface())
		require.NoError(t, err)
		byPointer, err := json.Marshal(v.Interface())
		require.NoError(t, err)
		require.Equal(t, string(byValue), string(byPointer))
		again := reflect.New(part)
		require.NoError(t, json.Unmarshal(byValue, again.Interface()), string(byValue))
		require.Equal(t, told(v.Elem(), ""), told(again.Elem(), ""))
	})
	for _, part := range plan.Parts() {
		into := reflect.New(part)
		require.Error(t, json.Unmarshal([]byte(`{"nosuchkey": 1}`), into.Interface()), part.Name())
		assert.True(t, into.Elem().IsZero(), "%s is left as it was", part.Name())
		for _, kind := range []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[json.Unmarshaler]()} {
			assert.True(t, reflect.PointerTo(part).Implements(kind), part.Name())
		}
	}
}

func TestAPartThatCannotBeReadIsLeftAsItWas(t *testing.T) {
	var task plan.Task
	for _, text := range []string{`{"note": "x", "nosuchkey": 1}`, `{"note": "x", "duration": "5"}`, `{"note": "x", "note": "y"}`, `{"note": "x", "status": "ready"}`} {
		require.Error(t, json.Unmarshal([]byte(text), &task), text)
		assert.Zero(t, task, text)
	}
	require.NoError(t, json.Unmarshal([]byte(`{"note": "x", "duration": 5, "status": "onHold"}`), &task))
	assert.Equal(t, 5, *task.Duration)
	_, err := json.Marshal(plan.Task{Status: 99})
	var refused *strict.WriteError
	require.ErrorAs(t, err, &refused)
}
