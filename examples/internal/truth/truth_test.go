package truth_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/stretchr/testify/assert"
)

// factsFile is where the facts are placed.
const factsFile = "testdata/facts.txt"

func book(t *testing.T) *drejebog.Playbook { return booktest.Book(t) }

func TestEveryKeyOfEverySchemaIsPlaced(t *testing.T) {
	keys := map[string]bool{}
	for _, n := range readSchemas(t) {
		n.keys(keys)
	}
	for _, r := range compute(t, plan.New("Roskilde"), few).results {
		if r.told != nil {
			columns(r, keys)
		}
	}
	all := readPlaces(t, factsFile)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		assert.NotEmpty(t, all[key], "%s: %s is a new key; what does it say, and where is the home of that?", factsFile, key)
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		record, _, _ := strings.Cut(key, " ")
		if slices.Contains([]string{"finding.data", "mspdi", "ics", "svg", "xlsx"}, record) { // whose keys are no schema's
			continue
		}
		assert.True(t, keys[key], "%s: no schema has %s", factsFile, key)
	}
}

// columns adds those of the tables that are placed.
func columns(r result, keys map[string]bool) {
	placed := []string{"timeline/tasks", "timeline/projects", "estimate/lines", "readiness/everything", "readiness/overview", "portfolio/all"}
	for _, sheet := range r.told.Tables() {
		name := r.schema + "/" + sheet.Name
		for i := range sheet.Columns {
			if slices.Contains(placed, name) {
				keys[name+" "+sheet.Columns[i].Key] = true
			}
		}
	}
}

// samples are the plans of the samples, that of a kommune that has none, and the plan to
// begin with, whole.
func samples(t *testing.T) map[string]*plan.Plan {
	t.Helper()
	all := map[string]*plan.Plan{"none": plan.New("Roskilde"), "whole": wholeSkeleton(t)}
	for _, name := range plans.Names() {
		all[name], _ = booktest.Sample(t, name)
	}
	return all
}

// saidOf collects what every program says of a plan, in every format or as JSON
// and text.
func saidOf(t *testing.T, schemas map[string]node, all places, p *plan.Plan, files bool) *facts {
	t.Helper()
	every := few
	if files && full {
		every = 1
	}
	var lists []requirements.List
	if p.Kommune == "Ringsted" || p.Kommune == "Struer" { // those that answer them
		lists = required(t)
	}
	f, c := newFacts(book(t), schemas, all), compute(t, p, every, lists...)
	f.seen, f.unlike = c.Schedule.SeenFrom(), map[string]bool{}
	for _, found := range c.Schedule.Findings {
		if found.Code == "DB-125" || found.Code == "DB-126" {
			f.unlike[found.Subject] = true
		}
	}
	for _, r := range c.results {
		f.take(t, r.schema, r.data)
	}
	if files {
		f.takeFiles(t, c)
		return f
	}
	for _, r := range c.results {
		if r.told != nil {
			f.takeText(t, r, "text")
		}
	}
	return f
}

func TestWhatProgramsShareOfASampleIsEqual(t *testing.T) {
	schemas, all := readSchemas(t), readPlaces(t, factsFile)
	found, count, used := map[string][]contradiction{}, map[string]int{}, map[string]int{}
	for name, p := range samples(t) {
		f := saidOf(t, schemas, all, p, true)
		found[name] = f.contradictions()
		for _, c := range found[name] {
			t.Log(name, c)
		}
		tally(count, f.counted())
		tally(used, f.used)
	}
	golden.File(t, knownOfSamples, listed(found))
	for _, format := range []string{"csv", "text", "html", "mspdi", "ics", "svg", "xlsx"} {
		t.Log(used[format], "rows of", format)
		assert.NotZero(t, used[format], "nothing was read from %s", format)
	}
	for key, at := range all {
		if at[0].role != own && at[0].role != within && used[key] == 0 {
			t.Log("no sample says", key)
		}
	}
	t.Log(counts(count))
}

// full is with MONOPOLBRUD_FULL: all random plans, and each date of the samples
// explained; otherwise one of few.
var full = os.Getenv("MONOPOLBRUD_FULL") != ""

const few = 20

func TestWhatProgramsShareOfARandomPlanIsEqual(t *testing.T) {
	schemas, all, drawn := readSchemas(t), readPlaces(t, factsFile), randomPlans(t)
	plans := 10
	if full {
		plans = 1000
	}
	kinds, count := map[string]contradiction{}, map[string]int{}
	for i := range plans {
		f := saidOf(t, schemas, all, drawn.Example(i), false)
		for _, c := range f.contradictions() {
			if _, known := kinds[c.kind()]; !known {
				kinds[c.kind()] = c
				t.Log(i, c)
			}
		}
		tally(count, f.counted())
	}
	holdKnown(t, kinds, full)
	t.Log(plans, "plans:", counts(count))
}

func tally(all, more map[string]int) {
	for kind, n := range more {
		all[kind] += n
	}
}

// counts are how often each kind of fact was held against its home, in words.
func counts(of map[string]int) string {
	var words []string
	for _, kind := range slices.Sorted(maps.Keys(of)) {
		words = append(words, fmt.Sprint(kind, " ", of[kind]))
	}
	return strings.Join(words, ", ")
}
