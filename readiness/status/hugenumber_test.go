package status_test

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/readiness/status"
)

// everyDecimal calls a function with each number that a value holds, as a pointer
// to it; where it lies in a map, the map has it after the call.
func everyDecimal(v reflect.Value, path string, call func(path string, number any)) {
	switch at := v.Addr().Interface().(type) {
	case *decimal.Decimal, *drejebog.Kroner, *drejebog.Hours:
		call(path, at)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			everyDecimal(v.Elem(), path, call)
		}
	case reflect.Slice:
		for i := range v.Len() {
			everyDecimal(v.Index(i), path, call)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				everyDecimal(v.Field(i), path+"."+v.Type().Field(i).Name, call)
			}
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, key := range keys {
			inner := reflect.New(v.Type().Elem()).Elem()
			inner.Set(v.MapIndex(key))
			everyDecimal(inner, path+"[]", func(path string, number any) {
				call(path, number)
				v.SetMapIndex(key, inner)
			})
		}
	}
}

// A number such as 1e999999999 takes a few bytes in a plan built in Go, and hours
// to compare with another.
func TestANumberBeyondAllBoundsIsAFindingWhereverItStands(t *testing.T) {
	book := booktest.Book(t)
	reference, err := estimate.Reference()
	require.NoError(t, err)
	for _, name := range []string{"odense.yaml", "lemvig.yaml"} {
		sample, _ := booktest.Sample(t, name)
		number := 0
		everyDecimal(reflect.ValueOf(sample).Elem(), "", func(string, any) { number++ })
		require.Positive(t, number)
		for k := range number {
			p, at, i := sample.Clone(), "", 0
			everyDecimal(reflect.ValueOf(p).Elem(), "", func(path string, number any) {
				if i++; i != k+1 {
					return
				}
				at = path
				huge := decimal.New(1, 999999999)
				switch n := number.(type) {
				case *decimal.Decimal:
					*n = huge
				case *drejebog.Kroner:
					*n = drejebog.NewKroner(huge)
				case *drejebog.Hours:
					*n = drejebog.NewHours(huge)
				}
			})
			done := make(chan []drejebog.Finding, 1)
			go func() { done <- status.Check(book, p, reference) }()
			select {
			case found := <-done:
				_, err := json.Marshal(p)
				require.Error(t, err, "%s%s", name, at)
				require.Error(t, p.Write(io.Discard), "%s%s", name, at)
				assert.NotEmpty(t, drejebog.WithSeverity(found, drejebog.SeverityError), "%s%s", name, at)
			case <-time.After(20 * time.Second):
				t.Fatalf("%s%s: nothing came of it", name, at)
			}
		}
	}
}
