package plan_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"io"
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
	within bool // the bounds of tags
	tag    string
}

// spans are the bounds that tags have by a name.
var spans = map[string][2]int64{"kroner": {0, 1e10}, "quantity": {0, 1e7}, "measure": {-1e14, 1e14}, "lag": {-2000, 2000}, "budget-year": {2010, 2049}}

// least and most are the bounds of a number by the tag that it is drawn under.
func (d *drawn) bounds(least, most int64) (int64, int64) {
	if !d.within {
		return least, most
	}
	for word := range strings.FieldsSeq(d.tag) {
		if span, ok := spans[word]; ok {
			return span[0], span[1]
		}
		if low, high, ok := strings.Cut(word, ".."); ok {
			first, err := decimal.NewFromString(low)
			require.NoError(d.t, err)
			last, err := decimal.NewFromString(high)
			require.NoError(d.t, err)
			return first.IntPart(), last.IntPart()
		}
	}
	return least, most
}

func (d *drawn) fill(v reflect.Value, label string) {
	switch target := v.Addr().Interface().(type) {
	case *date.Date:
		*target = onDay("1900-01-01") + date.Date(rapid.IntRange(0, 100_000).Draw(d.t, label))
		if d.within {
			*target = onDay("2010-01-01") + date.Date(rapid.IntRange(0, 14_600).Draw(d.t, label))
		}
		return
	case *decimal.Decimal:
		places := rapid.IntRange(0, 4).Draw(d.t, label)
		least, most := d.bounds(-1e14, 1e14)
		if d.within {
			least, most = least*pow10(places), min(most, 1e9)*pow10(places)
		}
		*target = decimal.New(rapid.Int64Range(least, most).Draw(d.t, label), int32(-places))
		return
	case *drejebog.Kroner:
		least, most := d.bounds(-1e11, 1e11)
		*target = drejebog.NewKroner(decimal.New(rapid.Int64Range(least*100, most*100).Draw(d.t, label), -2))
		return
	case *drejebog.Hours:
		least, most := d.bounds(-1e11, 1e11)
		*target = drejebog.NewHours(decimal.New(rapid.Int64Range(least*100, most*100).Draw(d.t, label), -2))
		return
	case *plan.When:
		require.NoError(d.t, target.UnmarshalText([]byte(rapid.SampledFrom([]string{"ukendt", "2016-02-01", "3. kvartal 2016", "ukendt, regn med 2016-03-01", "ukendt, regn med 3. kvartal 2016"}).Draw(d.t, label))))
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
		if d.within && strings.TrimSpace(v.String()) == "" {
			v.SetString("x")
		}
	case reflect.Int:
		least, most := d.bounds(-1000, 1000)
		v.SetInt(rapid.Int64Range(least, most).Draw(d.t, label))
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
	before := d.tag
	if tag := f.Tag.Get("plan"); tag != "" {
		d.tag = tag
	}
	d.fill(v.Field(i), name)
	d.tag = before
}

func pow10(n int) int64 { return decimal.New(1, int32(n)).IntPart() }

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
		p = &plan.Plan{}
		d.within = true
		d.fill(reflect.ValueOf(p).Elem(), "plan")
		want = told(reflect.ValueOf(*p), "plan")
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
		d := &drawn{t: t, fields: map[string]bool{}, within: true, tag: "0..100"}
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

// By the convention of encoding/json null in place of a whole part changes nothing.
func TestNullInPlaceOfAPartChangesNothing(t *testing.T) {
	for _, part := range plan.Parts() {
		within := reflect.New(reflect.MapOf(reflect.TypeFor[string](), part))
		require.NoError(t, json.Unmarshal([]byte(`{"t": null}`), within.Interface()), part.Name())
		require.Equal(t, 1, within.Elem().Len(), part.Name())
		assert.True(t, within.Elem().MapIndex(reflect.ValueOf("t")).IsZero(), part.Name())
		field := reflect.New(reflect.StructOf([]reflect.StructField{{Name: "T", Type: part}}))
		require.NoError(t, json.Unmarshal([]byte(`{"T": null}`), field.Interface()), part.Name())
		require.NoError(t, reflect.New(part).Interface().(json.Unmarshaler).UnmarshalJSON([]byte(" null\n")), part.Name())
	}
	p, contract, task := plan.Plan{Kommune: "Roskilde"}, plan.Contract{Name: "A"}, plan.Task{Note: "x"}
	for _, into := range []any{&p, &contract, &task} {
		before := told(reflect.ValueOf(into).Elem(), "")
		require.NoError(t, into.(json.Unmarshaler).UnmarshalJSON([]byte("null")))
		assert.Equal(t, before, told(reflect.ValueOf(into).Elem(), ""))
	}
	require.Error(t, json.Unmarshal([]byte(`{"tasks": {"4.12/opstart": null}}`), &plan.Plan{}), "a plan itself is read as its file")
}

// What is sent of one value is as good as what stands in a file: each fault has its
// path and its words, and what is not named stays.
func TestAPatchIsReadIntoWhatItChanges(t *testing.T) {
	task := plan.Task{Duration: new(5), Note: "x"}
	require.NoError(t, json.Unmarshal([]byte(`{"duration": 7, "plannedStart": "2015-01-05"}`), &task))
	assert.Equal(t, 7, *task.Duration)
	assert.Equal(t, "x", task.Note)
	require.NoError(t, json.Unmarshal([]byte(`{"plannedStart": null}`), &task))
	assert.Nil(t, task.PlannedStart)
	contract := plan.Contract{Name: "A", Systems: []string{"kmd-sag"}}
	require.NoError(t, json.Unmarshal([]byte(`{"noticeMonths": 6}`), &contract), "its name is there already")
	assert.Equal(t, "A", contract.Name)
	person := plan.Person{}
	require.Error(t, json.Unmarshal([]byte(`{"name": "Anna"}`), &person))
	for text, want := range map[string][]string{
		`{"durration": 7, "duration": 0, "hours": 900000}`: {"durration", "duration", "hours"},
		`{"plannedStart": "1814-01-05", "note": "y"}`:      {"plannedStart"},
		`{"notRelevant": " "}`:                             {"notRelevant"},
	} {
		before := task
		err := json.Unmarshal([]byte(text), &task)
		require.Error(t, err, text)
		assert.Equal(t, before, task, text)
		var paths []string
		for _, f := range plan.FindingsOf(book(t), err) {
			assert.Equal(t, "DB-011", f.Code)
			assert.NotContains(t, f.Text.DA+f.Text.EN+f.Remedy.DA, "{", text)
			paths = append(paths, f.Subject)
		}
		assert.ElementsMatch(t, want, paths, text)
	}
	var p plan.Plan
	require.Error(t, json.Unmarshal([]byte(`{"kommune": "Roskilde", "contracts": {"a": {"name": "A", "noticeMonths": 900}}}`), &p))
	assert.Nil(t, plan.FindingsOf(book(t), nil))
	assert.Len(t, plan.FindingsOf(book(t), io.ErrUnexpectedEOF), 1)
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
