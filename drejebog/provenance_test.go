package drejebog_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestEveryFactHasACertaintyAndASource(t *testing.T) {
	facts := 0
	walk(reflect.ValueOf(*book(t)), "", func(path string, v reflect.Value) {
		p, ok := v.Interface().(drejebog.Provenance)
		if !ok {
			return
		}
		if path == "Edition.Provenance" {
			return // the same as the last of Editions
		}
		facts++
		assert.Contains(t, []drejebog.Certainty{drejebog.Stated, drejebog.Implied, drejebog.Assumed}, p.Certainty, path)
		assert.True(t, p.Section != "" || p.Address != "", "%s has neither section nor source", path)
		if p.Certainty != drejebog.Stated {
			assert.False(t, p.Why.IsZero(), "%s is %s without why", path, p.Certainty)
		}
	})
	assert.Greater(t, facts, 400)
}

func TestAnOffsetOrAnExpectationSaysWhy(t *testing.T) {
	walk(reflect.ValueOf(*book(t)), "", func(path string, v reflect.Value) {
		switch x := v.Interface().(type) {
		case drejebog.Offset:
			assert.NotZero(t, x.Certainty, path)
			assert.False(t, x.Why.IsZero(), path)
		case drejebog.Expected:
			assert.NotZero(t, x.Certainty, path)
			assert.False(t, x.Why.IsZero(), path)
			assert.True(t, x.Start != nil || x.End != nil, "%s expects nothing", path)
		case drejebog.Duration:
			assert.NotZero(t, x.Certainty, path)
			assert.False(t, x.Why.IsZero(), path)
		}
	})
}

func TestEveryTextStandsInBothLanguages(t *testing.T) {
	texts := 0
	walk(reflect.ValueOf(*book(t)), "", func(path string, v reflect.Value) {
		text, ok := v.Interface().(lang.Text)
		if !ok || text.IsZero() {
			return
		}
		texts++
		assert.NotEmpty(t, text.DA, path)
		assert.NotEmpty(t, text.EN, path)
		for _, words := range []string{text.DA, text.EN} {
			assert.Equal(t, strings.Join(strings.Fields(words), " "), words, "%s has stray white space", path)
		}
	})
	assert.Greater(t, texts, 1000)
}

func TestCertaintiesAreOrderedFromAssumedToStated(t *testing.T) {
	assert.Less(t, drejebog.Assumed, drejebog.Implied)
	assert.Less(t, drejebog.Implied, drejebog.Stated)
}

func someCertainty() *rapid.Generator[drejebog.Certainty] {
	return rapid.SampledFrom([]drejebog.Certainty{0, drejebog.Assumed, drejebog.Implied, drejebog.Stated})
}

func TestWeakerIsTheMinimumOfCertaintiesThatAreThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := someCertainty().Draw(t, "a"), someCertainty().Draw(t, "b"), someCertainty().Draw(t, "c")
		if a.Weaker(b) != b.Weaker(a) {
			t.Fatal("the order of the two matters")
		}
		if a.Weaker(b.Weaker(c)) != a.Weaker(b).Weaker(c) {
			t.Fatal("the order of three matters")
		}
		if a.Weaker(a) != a {
			t.Fatal("with itself it is not itself")
		}
		if a.Weaker(0) != a {
			t.Fatal("no fact counts as one")
		}
		if a != 0 && b != 0 && a.Weaker(b) != min(a, b) {
			t.Fatal("it is not the weaker one")
		}
	})
}

// enumerated is a value that is written and read by name.
type enumerated interface {
	MarshalText() ([]byte, error)
	String() string
}

func TestNamesAreReadAsTheyAreWritten(t *testing.T) {
	check := func(value enumerated, fresh func(text []byte) (enumerated, error)) {
		text, err := value.MarshalText()
		require.NoError(t, err)
		require.NotEmpty(t, text)
		assert.Equal(t, value.String(), string(text))
		read, err := fresh(text)
		require.NoError(t, err, string(text))
		assert.Equal(t, value, read)
		_, err = fresh([]byte("hvad som helst"))
		require.ErrorContains(t, err, string(text), "an unknown word is answered with the known ones")
		_, err = fresh(nil)
		assert.Error(t, err, "no word is no value")
	}
	for v := drejebog.Assumed; v <= drejebog.Stated; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.Certainty
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.PerKommune; v <= drejebog.PerAddOn; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.Scope
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.Organisation; v <= drejebog.Procurement; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.Theme
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.Forventet; v <= drejebog.Frist; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.EndKind
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.Offered; v <= drejebog.Required; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.Obligation
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.Implementation; v <= drejebog.Horizon; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.MilestoneKind
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.FS; v <= drejebog.SF; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.LinkType
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.Workdays; v <= drejebog.Months; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.LagUnit
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.FromPredecessor; v <= drejebog.FromSuccessor; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.CountEnd
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.WagesAndPrices; v <= drejebog.Prices; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.PriceKind
			err := x.UnmarshalText(text)
			return x, err
		})
	}
	for v := drejebog.SeverityNote; v <= drejebog.SeverityError; v++ {
		check(v, func(text []byte) (enumerated, error) {
			var x drejebog.Severity
			err := x.UnmarshalText(text)
			return x, err
		})
	}
}

func TestTheZeroOfAnEnumerationHasNoName(t *testing.T) {
	for _, zero := range []enumerated{
		drejebog.Certainty(0), drejebog.Scope(0), drejebog.Theme(0), drejebog.EndKind(0), drejebog.Obligation(0),
		drejebog.MilestoneKind(0), drejebog.LinkType(0), drejebog.LagUnit(0), drejebog.PriceKind(0), drejebog.Severity(0),
		drejebog.Certainty(99), drejebog.Severity(99),
	} {
		assert.Empty(t, zero.String(), "%T", zero)
	}
}

func TestAnyLanguageButEnglishIsDanish(t *testing.T) {
	text := lang.Text{DA: "frist", EN: "deadline"}
	assert.Equal(t, "deadline", text.In(lang.English))
	for _, language := range []lang.Lang{lang.Danish, "", "fr"} {
		assert.Equal(t, "frist", text.In(language))
	}
}
