package plan_test

import (
	"reflect"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// spoil changes everything that can be reached from a value.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem())
			if v.Elem().CanSet() {
				v.Elem().SetZero()
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Map:
		for at := v.MapRange(); at.Next(); {
			spoil(at.Value())
		}
		v.Clear()
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoil(v.Field(i))
			}
		}
	}
}

func TestACloneSharesNothingThatCanBeChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &plan.Plan{}
		d := &drawn{t: t, fields: map[string]bool{}}
		d.fill(reflect.ValueOf(p).Elem(), "plan")
		before := told(reflect.ValueOf(*p), "plan")
		clone := p.Clone()
		require.Equal(t, before, told(reflect.ValueOf(*clone), "plan"))
		spoil(reflect.ValueOf(clone).Elem())
		require.Equal(t, before, told(reflect.ValueOf(*p), "plan"))
	})
	assert.Nil(t, (*plan.Plan)(nil).Clone())
}

func TestACloneKnowsTheFileThatThePlanWasReadFrom(t *testing.T) {
	p := good(t, wholePlan)
	place, ok := p.Clone().Where("dataDate")
	assert.True(t, ok)
	assert.Equal(t, "plan.yaml:4:11", place.String())
}

func BenchmarkClone(b *testing.B) {
	p := samplePlans(b)["odense.yaml"]
	b.ReportAllocs()
	for b.Loop() {
		p.Clone()
	}
}
