package status_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// books are the book and its rows, which results point to and nobody writes to.
var books = []reflect.Type{
	reflect.TypeFor[*drejebog.Playbook](), reflect.TypeFor[*drejebog.Activity](), reflect.TypeFor[*drejebog.Step](), reflect.TypeFor[*drejebog.Milestone](),
	reflect.TypeFor[*drejebog.Dependency](), reflect.TypeFor[*drejebog.Project](), reflect.TypeFor[*drejebog.LegacySystem](),
}

// spoil changes whatever can be reached of a value, but the book and a result that it is
// made from.
func spoil(value any) { spoiling(reflect.ValueOf(value), map[uintptr]bool{}) }

func spoiling(v reflect.Value, seen map[uintptr]bool) {
	if slices.Contains(books, v.Type()) || len(seen) > 0 && v.Type() == reflect.TypeFor[*timeline.Schedule]() {
		return
	}
	if v.CanSet() {
		switch v.Interface().(type) {
		case drejebog.Kroner:
			v.Set(reflect.ValueOf(drejebog.NewKroner(decimal.NewFromInt(666))))
		case drejebog.Hours:
			v.Set(reflect.ValueOf(drejebog.NewHours(decimal.NewFromInt(666))))
		case decimal.Decimal:
			v.Set(reflect.ValueOf(decimal.NewFromInt(666)))
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Pointer()] {
			seen[v.Pointer()] = true
			spoiling(v.Elem(), seen)
		}
	case reflect.Interface:
		if !v.IsNil() {
			spoiling(v.Elem(), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoiling(v.Field(i), seen)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoiling(v.Index(i), seen)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			entry := reflect.New(v.Type().Elem()).Elem()
			entry.Set(v.MapIndex(key))
			spoiling(entry, seen)
			v.SetMapIndex(key, entry)
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString("spoilt")
		}
	case reflect.Int, reflect.Int64, reflect.Int32:
		if v.CanSet() {
			v.SetInt(v.Int() + 13)
		}
	case reflect.Bool:
		if v.CanSet() {
			v.SetBool(!v.Bool())
		}
	}
}

func TestWhatIsHandedOutIsTheCallersAndChangesNoOtherAnswer(t *testing.T) {
	const text = `kommune: Roskilde
dataDate: 2014-09-01
projects: {sapa: {goLive: 2016-02-01, wave: 2}, ky: {goLive: 3. kvartal 2016}}
people: {anna: {name: Anna, roles: [it-chef], hoursPerWeek: 3}}
contracts: {k: {name: K, systems: [kmd-aktiv], noticeMonths: 6, payment: {amount: 900000, priceLevel: 2014-01-01}}}
own: {own/a: {name: A, duration: 3, predecessors: [{task: 4.1/overblik}]}}
tasks: {4.1/overblik: {duration: 9}}
budget: {2015: {adopted: 2014-10-07}}
`
	book := booktest.Book(t)
	p, findings := plan.Read(book, "plan.yaml", strings.NewReader(text))
	require.NotNil(t, p, "%v", findings)
	computed := func() *timeline.Schedule {
		s, err := timeline.Compute(book, p)
		require.NoError(t, err)
		return s
	}
	var lent []estimate.Contribution
	results := func(s *timeline.Schedule) []any {
		lent = contributions(t)
		e, err := estimate.Compute(s, lent)
		require.NoError(t, err)
		a, err := readiness.Assess(s)
		require.NoError(t, err)
		people, err := staffing.Of(e)
		require.NoError(t, err)
		business, err := businesscase.Of(e)
		require.NoError(t, err)
		return []any{a, people, business, e}
	}
	told := func(results ...any) string {
		var out bytes.Buffer
		for _, result := range results {
			text, err := json.Marshal(result)
			require.NoError(t, err)
			out.Write(text)
		}
		return out.String()
	}
	kept := computed()
	want, wanted := told(kept), told(results(kept)...)
	holds := func(what string) {
		t.Helper()
		s := computed()
		require.True(t, want == told(s) && wanted == told(results(s)...), "%s changes a later answer", what)
		require.True(t, want == told(kept), "%s changes a schedule", what)
	}
	for i := range results(kept) {
		result := results(kept)[i]
		spoil(result)
		holds(reflect.TypeOf(result).String())
	}
	for what, spoils := range map[string]func(){
		"a schedule":          func() { spoil(computed()) },
		"the answer of With":  func() { s, err := kept.With(func(*plan.Plan) {}); require.NoError(t, err); spoil(s) },
		"a status":            func() { s, err := status.Compute(book, p, contributions(t)); require.NoError(t, err); spoil(s) },
		"the engine's graph":  func() { n := kept.Network(); spoil(&n) },
		"assumptions":         func() { a, err := estimate.Assume(); require.NoError(t, err); spoil(&a) },
		"a kommune":           func() { k, err := book.Kommune("Roskilde"); require.NoError(t, err); spoil(&k) },
		"what can be used":    func() { usable, found := p.Usable(book); spoil(usable); spoil(found) },
		"the plan of another": func() { spoil(p.Clone()) },
	} {
		spoils()
		holds(what)
	}
	e, err := estimate.Compute(kept, lent)
	require.NoError(t, err)
	before := told(e)
	spoil(lent)
	again, err := e.On(kept)
	require.NoError(t, err)
	assert.True(t, before == told(e) && before == told(again), "whoever changes contributions changes no estimate of them")
}
