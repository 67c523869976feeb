package drejebog_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stoodIn is what the revision history of the source says of one edition. The
// lists are what was added and changed; the counts are what then stood in it.
type stoodIn struct {
	number, date        string
	added, changed      []string
	newCases, caseNews  []string
	sections, windows   int
	cases, addendaShown int
}

// The revision history, with "since 1.0, implied" for what no list names,
// chapter 7 since 2.0, and 5.5 since 4.0 (reading.md 0.8).
var history = []stoodIn{
	{
		number: "1.0", date: "2013-05-31",
		added: []string{
			"4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.10",
			"5.1", "5.2", "5.3", "5.4", "6.1", "6.2", "6.3",
		},
		sections: 17, windows: 17,
	},
	{number: "1.1", date: "2013-06-19", changed: []string{"4.4"}, sections: 17, windows: 17, addendaShown: 1},
	{
		number: "2.0", date: "2013-09-18", added: []string{"6.4", "6.5"}, changed: []string{"6.1"},
		newCases: []string{"7.1.1", "7.1.2", "7.1.3", "7.1.4", "7.1.5", "7.1.6", "7.3.1"},
		sections: 19, windows: 19, cases: 7, addendaShown: 1,
	},
	{number: "2.1", date: "2013-10-17", added: []string{"4.11"}, sections: 20, windows: 20, cases: 7, addendaShown: 1},
	{
		number: "3.0", date: "2013-11-27", added: []string{"4.12", "6.6"}, changed: []string{"4.5", "6.1"},
		newCases: []string{"7.1.7"}, caseNews: []string{"7.1.6"},
		sections: 22, windows: 22, cases: 8, addendaShown: 4,
	},
	{
		number: "4.0", date: "2014-05-01", added: []string{"4.13", "4.14", "4.15", "5.5"},
		changed:  []string{"4.2", "4.3", "4.4", "5.1", "6.2", "6.6"},
		newCases: []string{"7.1.8", "7.1.9", "7.2.1"},
		sections: 26, windows: 28, cases: 11, addendaShown: 10,
	},
	{
		number: "4.1", date: "2014-06-27", changed: []string{"4.2", "4.4", "4.13"},
		sections: 26, windows: 28, cases: 11, addendaShown: 13,
	},
}

func TestThereAreSevenEditionsWithTheirDates(t *testing.T) {
	var got []string
	for _, e := range book(t).Editions {
		got = append(got, e.Number+" "+e.Date.String())
	}
	var want []string
	for _, h := range history {
		want = append(want, h.number+" "+h.date)
	}
	require.Len(t, want, 7)
	assert.Equal(t, want, got)
}

func TestEachEditionShowsExactlyWhatStoodInIt(t *testing.T) {
	var sectionsSoFar, casesSoFar []string
	for _, h := range history {
		t.Run(h.number, func(t *testing.T) {
			sectionsSoFar = append(sectionsSoFar, h.added...)
			casesSoFar = append(casesSoFar, h.newCases...)
			b := at(t, h.number)
			assert.Equal(t, h.number, b.Edition.Number)
			assert.Equal(t, h.date, b.Known.String())
			assert.ElementsMatch(t, sectionsSoFar, activityIDs(b))
			assert.True(t, slices.IsSortedFunc(activityIDs(b), func(x, y string) int {
				return slices.Index(sections, x) - slices.Index(sections, y)
			}), "in the playbook's order")
			assert.Len(t, b.Activities, h.sections)
			assert.Len(t, windowIDs(b), h.windows)
			assert.ElementsMatch(t, casesSoFar, caseIDs(b))
			assert.Len(t, b.Cases, h.cases)
			assert.Len(t, addenda(b), h.addendaShown)
			assert.Equal(t, h.number, b.Editions[len(b.Editions)-1].Number, "no edition later than itself")
		})
	}
}

func TestEachEditionAddedAndChangedWhatItsRevisionHistorySays(t *testing.T) {
	for i, h := range history {
		added := map[string]string{}
		changed := []string{}
		for _, a := range book(t).Activities {
			if a.Since == h.number {
				added[a.ID] = a.Certainty.String()
			}
			for _, c := range a.Changed {
				if c.Edition == h.number {
					changed = append(changed, a.ID)
				}
			}
		}
		for _, c := range book(t).Cases {
			if c.Since == h.number {
				added[c.ID] = c.Certainty.String()
			}
			for _, ch := range c.Changed {
				if ch.Edition == h.number {
					changed = append(changed, c.ID)
				}
			}
		}
		assert.ElementsMatch(t, append(slices.Clone(h.changed), h.caseNews...), changed, "changed in %s", h.number)
		assert.ElementsMatch(t, append(slices.Clone(h.added), h.newCases...), keys(added), "added in %s", h.number)
		if i == 0 {
			for id, certainty := range added {
				assert.Equal(t, "implied", certainty, "%s: no list of changes names it", id)
			}
		}
		// The edition's own lists hold no more than the revision history does.
		e := book(t).Editions[i]
		assert.Subset(t, append(slices.Clone(h.added), h.newCases...), e.Added, "edition %s", h.number)
		assert.ElementsMatch(t, append(slices.Clone(h.changed), h.caseNews...), e.Changed, "edition %s", h.number)
	}
	assert.Equal(t, drejebog.Implied, book(t).Activity("5.5").Certainty, "5.5 is in no change list")
}

// addenda lists the addenda that a playbook shows, "section date".
func addenda(b *drejebog.Playbook) []string {
	var list []string
	for _, a := range b.Activities {
		for _, x := range a.Addenda {
			list = append(list, a.ID+" "+x.Date.String())
		}
	}
	for _, c := range b.Cases {
		for _, x := range c.Addenda {
			list = append(list, c.ID+" "+x.Date.String())
		}
	}
	return list
}

func TestThereAreThirteenAddendaWithTheirDates(t *testing.T) {
	assert.Equal(t, []string{
		"4.2 2014-05-01", "4.2 2014-06-25",
		"4.3 2014-05-01",
		"4.4 2013-06-19", "4.4 2014-05-01", "4.4 2014-06-25",
		"4.5 2013-11-27",
		"4.13 2014-06-25",
		"5.1 2014-05-01",
		"6.1 2013-11-27",
		"6.2 2014-05-01",
		"6.6 2014-05-01",
		"7.1.6 2013-11-27",
	}, addenda(book(t)))
}

func TestTheAddendaOfThe25thOfJuneAreKnownTwoDaysBeforeTheirEdition(t *testing.T) {
	before := asOf(t, "2014-06-24")
	after := asOf(t, "2014-06-26")
	assert.Equal(t, "4.0", after.Edition.Number)
	assert.Equal(t, "2014-06-26", after.Known.String())
	assert.Len(t, addenda(before), 10)
	assert.Equal(t, addenda(book(t)), addenda(after))
	assert.Equal(t, "4.1", asOf(t, "2014-06-27").Edition.Number, "an edition is known on its own day")
}

func TestTheMappingOf42IsOpenUntilItsAddendumClosesIt(t *testing.T) {
	assert.Nil(t, at(t, "3.0").Activity("4.2").Closed)
	assert.Nil(t, asOf(t, "2014-04-30").Activity("4.2").Closed)
	for _, number := range []string{"4.0", "4.1"} {
		closed := at(t, number).Activity("4.2").Closed
		require.NotNil(t, closed, number)
		assert.Equal(t, "2014-05-01", closed.Addendum.String())
		assert.Equal(t, "2014-05-01", closed.On.String(), "closed by the addition; the end of April is when the kommuner were counted")
	}
}

func TestSections44And66HaveOneWindowUntilEdition40(t *testing.T) {
	for _, row := range []struct {
		section, edition string
		windows          []string
	}{
		{"4.4", "1.0", []string{"4.4/2014"}},
		{"4.4", "3.0", []string{"4.4/2014"}},
		{"4.4", "4.0", []string{"4.4/2014", "4.4/2015"}},
		{"6.6", "3.0", []string{"6.6/1"}},
		{"6.6", "4.0", []string{"6.6/1", "6.6/2"}},
	} {
		var got []string
		for _, w := range at(t, row.edition).Activity(row.section).Windows {
			got = append(got, w.ID)
		}
		assert.Equal(t, row.windows, got, "%s in %s", row.section, row.edition)
	}
}

func TestStepsOfALaterWindowAreNotInAnEarlierEdition(t *testing.T) {
	for _, number := range []string{"1.0", "3.0"} {
		b := at(t, number)
		for i := range b.Activities {
			a := &b.Activities[i]
			for j := range a.Steps {
				assert.NotNil(t, a.WindowOf(&a.Steps[j]), "%s: %s has no window", number, a.StepID(&a.Steps[j]))
			}
		}
	}
}

func TestAWindowOfASectionThatWasChangedLaterSaysWhoseTextItIs(t *testing.T) {
	for _, row := range []struct{ edition, section, asOf string }{
		{"1.0", "4.1", ""},    // never changed
		{"1.0", "4.4", "4.1"}, // changed in 1.1, 4.0 and 4.1: the last text is what there is
		{"1.0", "4.5", "3.0"},
		{"1.0", "6.1", "3.0"},
		{"2.0", "6.2", "4.0"},
		{"3.0", "4.5", ""}, // changed in 3.0 itself
		{"3.0", "6.6", "4.0"},
		{"4.0", "4.13", "4.1"},
		{"4.0", "6.6", ""},
		{"4.1", "4.13", ""},
		{"4.1", "4.4", ""},
	} {
		for _, w := range at(t, row.edition).Activity(row.section).Windows {
			assert.Equal(t, row.asOf, w.AsOf, "%s in edition %s", w.ID, row.edition)
		}
	}
	for _, a := range book(t).Activities {
		for _, w := range a.Windows {
			assert.Empty(t, w.AsOf, "the newest edition's text is at hand")
		}
	}
}

// Every fact of an earlier state was known by then: since, dates of addenda
// and deliveries, and days of publication, wherever in the playbook they are.
func TestNoEditionHoldsWhatWasPublishedAfterIt(t *testing.T) {
	numbers := []string{""}
	for _, h := range history {
		numbers = append(numbers, h.number)
	}
	for _, h := range history {
		b := at(t, h.number)
		last := slices.Index(numbers, h.number)
		walk(reflect.ValueOf(*b), "", func(path string, v reflect.Value) {
			switch x := v.Interface().(type) {
			case drejebog.Provenance:
				if provenanceIsOfTheTables(path) {
					return
				}
				assert.LessOrEqual(t, slices.Index(numbers, x.Since), last, "%s: %s since %s", h.number, path, x.Since)
				if x.Published != nil {
					assert.LessOrEqual(t, x.Published.String(), h.date, "%s: %s", h.number, path)
				}
			case drejebog.Addendum:
				assert.LessOrEqual(t, x.Date.String(), h.date, "%s: %s", h.number, path)
			case drejebog.Change:
				assert.LessOrEqual(t, slices.Index(numbers, x.Edition), last, "%s: %s", h.number, path)
			case drejebog.Milestone:
				if x.Delivered != nil {
					assert.LessOrEqual(t, x.Delivered.When.Last.String(), h.date, "%s: %s", h.number, path)
				}
			}
		})
	}
}

// provenanceIsOfTheTables reports whether a path leads into the words that
// stay the same in every edition: projects, systems, parties, roles, drivers.
func provenanceIsOfTheTables(path string) bool {
	return slices.ContainsFunc([]string{"Projects[", "Systems[", "Parties[", "Roles[", "Drivers["}, func(table string) bool {
		return strings.HasPrefix(path, table)
	})
}

func TestTheNewestEditionIsWhatLoadGives(t *testing.T) {
	assert.Equal(t, "4.1", book(t).Edition.Number)
	assert.Equal(t, "2014-06-27", book(t).Known.String())
	assert.Equal(t, catalogueJSON(t, book(t)), catalogueJSON(t, at(t, "4.1")))
	assert.Equal(t, catalogueJSON(t, book(t)), catalogueJSON(t, asOf(t, "2014-06-27")))
}

func TestCuttingAnEditionLeavesThePlaybookAsItWas(t *testing.T) {
	before := catalogueJSON(t, book(t))
	first := at(t, "1.0")
	again, err := first.At("4.1")
	require.NoError(t, err)
	assert.Equal(t, before, catalogueJSON(t, again), "an early edition leads back to the newest")
	assert.Equal(t, before, catalogueJSON(t, book(t)))
}

func TestPricesPublishedLaterAreKnownFromTheirDay(t *testing.T) {
	for _, p := range asOf(t, "2014-06-27").PriceEstimates {
		assert.False(t, p.FromYear == 2015, "KL's estimate for 2015 to 2016 is of March 2015")
	}
	assert.Greater(t, len(asOf(t, "2015-03-03").PriceEstimates), len(asOf(t, "2015-03-02").PriceEstimates))
}

func TestAnUnknownEditionIsSaidInBothLanguagesWithTheNearest(t *testing.T) {
	const all = "1.0, 1.1, 2.0, 2.1, 3.0, 4.0, 4.1"
	for _, row := range []struct{ word, suggest, en, da string }{
		{"9.9", "", "no edition “9.9”; the editions are " + all, "der er ingen udgave »9.9«; udgaverne er " + all},
		{"4,1", "4.1", "no edition “4,1”; the editions are " + all + "; did you mean 4.1?", "der er ingen udgave »4,1«; udgaverne er " + all + "; mente du 4.1?"},
		{"v3.0", "3.0", "no edition “v3.0”; the editions are " + all + "; did you mean 3.0?", "der er ingen udgave »v3.0«; udgaverne er " + all + "; mente du 3.0?"},
		{"", "", "no edition “”; the editions are " + all, "der er ingen udgave »«; udgaverne er " + all},
	} {
		_, err := book(t).At(row.word)
		e, ok := errors.AsType[*drejebog.EditionError](err)
		require.True(t, ok, "%v", err)
		assert.Equal(t, row.word, e.Word)
		assert.Equal(t, row.suggest, e.Suggest)
		assert.Equal(t, lang.Text{DA: row.da, EN: row.en}, drejebog.BuiltInWords().Of(err))
	}
}

func TestNothingWasKnownBeforeTheFirstEdition(t *testing.T) {
	_, err := book(t).AsOf(onDay("2013-05-30"))
	e, ok := errors.AsType[*drejebog.EditionError](err)
	require.True(t, ok, "%v", err)
	assert.EqualError(t, e, "drejebog/nothing-published: day 2013-05-30, first 2013-05-31")
	assert.Equal(t, lang.Text{
		DA: "intet var udgivet 30. maj 2013; den første udgave er fra 31. maj 2013",
		EN: "nothing was published by 30 May 2013; the first edition is of 31 May 2013",
	}, drejebog.BuiltInWords().Of(err))
	assert.Equal(t, "1.0", asOf(t, "2013-05-31").Edition.Number)
}

func TestAnEarlyEditionAsksTheWholePlaybookForTheEditions(t *testing.T) {
	_, err := at(t, "1.0").At("4.2")
	assert.ErrorContains(t, err, "4.1", "all editions are named, not only those up to 1.0")
}

// catalogueJSON renders a playbook so that two can be compared whole.
func catalogueJSON(t testing.TB, b *drejebog.Playbook) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, drejebog.Catalogue{Book: b}))
	return out.String()
}

// walk visits every exported value below v with its path.
func walk(v reflect.Value, path string, visit func(path string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Struct:
		visit(path, v)
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				walk(v.Field(i), strings.TrimPrefix(path+"."+field.Name, "."), visit)
			}
		}
	}
}

func keys(m map[string]string) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	return list
}
