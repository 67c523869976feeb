package timeline_test

import (
	"encoding/json"
	"go/ast"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// results are the documents of a schedule, by the name of their schema.
func results(t *testing.T, s *timeline.Schedule) map[string]any {
	t.Helper()
	e, err := explain.Of(s, "4.8/bekraeftelse@ky")
	require.NoError(t, err)
	cut, err := s.ToMeet("4.10/superbrugere@ky", date.New(2015, 8, 3))
	require.NoError(t, err)
	u, err := compare.Since(book(), s.Plan, "1.0")
	require.NoError(t, err)
	return map[string]any{
		"timeline": s, "timeline-explanation": e, "timeline-cut": cut, "timeline-update": u,
		"timeline-comparison": compare.Schedules(compute(t, goLive("ky", &plan.When{Unknown: true})), s),
		"timeline-view":       view.Of(s, view.ByProject), "timeline-agenda": view.Ahead(s, 30, 90), "timeline-waiting": view.WaitingFor(s),
		"timeline-quality": quality.Of(s), "timeline-budget": s.Budget(),
	}
}

// schedules are those of every sample plan, of a kommune without one, and of one
// that does not know a go-live.
func schedules(t *testing.T) []*timeline.Schedule {
	t.Helper()
	list := []*timeline.Schedule{compute(t, plan.New("Roskilde")), compute(t, goLive("sapa", &plan.When{Unknown: true}))}
	for _, name := range plans.Names() {
		list = append(list, sampled(t, name))
	}
	return list
}

func TestEveryResultIsWhatItsSchemaSaysForEveryPlan(t *testing.T) {
	documents, values := map[string][]string{}, map[string]any{}
	for _, s := range schedules(t) {
		for name, result := range results(t, s) {
			values[name] = result
			written := golden.Written(t, func(w io.Writer) error { return form.Write(w, result) })
			documents[name] = append(documents[name], written)
			marshalled, err := json.Marshal(result)
			require.NoError(t, err)
			assert.JSONEq(t, written, string(marshalled), name)
		}
	}
	for name, result := range values {
		schema, err := form.Schema(name, reflect.ValueOf(result).Elem().Interface())
		require.NoError(t, err)
		golden.Schema(t, "../seeds/schema/"+name+".schema.json", schema, documents[name]...)
		golden.File(t, "testdata/"+name+"-keys.txt", golden.Keys(t, documents[name]...))
	}
}

// one is a value of each type that has a form of its own.
func one(t *testing.T) []any {
	t.Helper()
	s := sampled(t, "skive.yaml")
	e, err := explain.Of(s, "4.8/bekraeftelse@ky")
	require.NoError(t, err)
	none := compute(t, plan.New("Roskilde"))
	met, err := none.ToMeet("4.8/bekraeftet@ky", date.New(2015, 4, 30))
	require.NoError(t, err)
	held, err := none.ToMeet("golive@ky", date.New(2014, 7, 1))
	require.NoError(t, err)
	unknown := compute(t, goLive("ky", &plan.When{Unknown: true}))
	c := compare.Schedules(unknown, s)
	u, err := compare.Since(book(), s.Plan, "1.0")
	require.NoError(t, err)
	touched := slices.IndexFunc(u.Changes, func(c compare.EditionChange) bool { return len(c.Fresh) > 0 })
	v, a, l, q, years := view.Of(s, view.ByRole), view.Ahead(s, 30, 90), view.WaitingFor(s), quality.Of(s), s.BudgetYears()
	summary := keydate.Of(s)
	return []any{
		*s, s.Tasks[0], s.Milestones[0], unknown.Task("4.10/superbrugere@ky").Start, s.Tasks[0].Duration, s.Links()[0], s.Notices[0],
		s.Spread(&s.Tasks[0])[0], s.ProjectPaths[0], timeline.Gap{From: "4.8/bekraeftet@ky", To: "impl@ky", Why: timeline.GapMonths},
		*e, *e.Bound, e.Scheduled[0], e.Holds[0], e.Awaits[0],
		*c, c.Tasks[0], c.Milestones[0], c.Years[0], compare.YearMove{From: 2015, To: timeline.Undated, Workdays: 3, Tasks: []string{"own/a"}},
		*u, u.Changes[touched], u.Changes[touched].Fresh[0],
		*met, met.Limits[0], met.Shorten[0], held.Holds[0],
		*v, v.Groups[0], *a, a.Duties[0], a.Duties[0].Responsible, *l, l.Deliverables[0], *q, q.Metrics[0],
		*s.Budget(), years[0], years[0].Tasks[0], *years[1].Process, years[1].Process.Adoption,
		summary, *summary.Next, keydate.Marks(s)[0],
	}
}

func TestAValueHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	for _, value := range one(t) {
		kind := reflect.TypeOf(value)
		alone, err := json.Marshal(value)
		require.NoError(t, err, kind)
		pointer := reflect.New(kind)
		pointer.Elem().Set(reflect.ValueOf(value))
		pointed, err := json.Marshal(pointer.Interface())
		require.NoError(t, err, kind)
		within, err := json.Marshal(map[string]any{"k": value})
		require.NoError(t, err, kind)
		written := golden.Written(t, func(w io.Writer) error { return form.Write(w, value) })
		assert.Equal(t, string(alone), string(pointed), kind)
		assert.JSONEq(t, `{"k":`+string(alone)+`}`, string(within), kind)
		assert.JSONEq(t, string(alone), written, kind)
		zero, err := json.Marshal(reflect.Zero(kind).Interface())
		require.NoError(t, err, "the zero %v", kind)
		assert.Equal(t, keysOf(t, alone), keysOf(t, zero), "the zero %v has the same keys", kind)
	}
}

// keysOf are an object's keys but those that a date has where it is counted from
// another.
func keysOf(t *testing.T, object []byte) []string {
	t.Helper()
	var members map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(object, &members))
	var keys []string
	for key := range members {
		if _, dated := members[strings.TrimSuffix(key, "From")]; !dated || !strings.HasSuffix(key, "From") {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

func TestEveryTypeWithAFormIsMarshalledInEachWay(t *testing.T) {
	var marshalled, declared []string
	for _, value := range one(t) {
		marshalled = append(marshalled, reflect.TypeOf(value).String())
	}
	for _, file := range source(t) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "MarshalJSON" {
				receiver, byValue := f.Recv.List[0].Type.(*ast.Ident)
				require.True(t, byValue, "%s: MarshalJSON is on the value", receiverOf(f))
				declared = append(declared, file.Name.Name+"."+receiver.Name)
			}
		}
	}
	assert.ElementsMatch(t, declared, marshalled)
}

func TestATaskAloneIsTheTaskInTheWhole(t *testing.T) {
	s := sampled(t, "odense.yaml")
	whole, err := json.Marshal(s)
	require.NoError(t, err)
	var read struct{ Tasks, Milestones []json.RawMessage }
	require.NoError(t, json.Unmarshal(whole, &read))
	for i := range s.Tasks {
		alone, err := json.Marshal(s.Tasks[i])
		require.NoError(t, err)
		assert.Equal(t, string(read.Tasks[i]), string(alone))
	}
	for i := range s.Milestones {
		alone, err := json.Marshal(s.Milestones[i])
		require.NoError(t, err)
		assert.Equal(t, string(read.Milestones[i]), string(alone))
	}
}

func TestADateAloneHasTheKeysThatItHasInAnObject(t *testing.T) {
	for _, c := range []struct {
		when timeline.When
		want string
	}{
		{timeline.When{}, `{"date":null}`},
		{timeline.When{Kind: timeline.OnDate, Date: day("2014-10-15")}, `{"date":"2014-10-15"}`},
		{timeline.When{Kind: timeline.RelativeTo, Milestone: "golive@ky", Days: -92}, `{"date":null,"dateFrom":{"milestone":"golive@ky","days":-92}}`},
	} {
		alone, err := json.Marshal(c.when)
		require.NoError(t, err)
		assert.Equal(t, c.want, string(alone))
	}
}

func TestWhatIsNotRelevantOrContinuousHasNoFloatAndTheOneNoDates(t *testing.T) {
	s := compute(t, planOf(t, "tasks: {4.12/opstart: {notRelevant: Findes allerede}}"))
	for id, want := range map[string]string{
		"4.12/opstart":          `{"start":null,"totalFloat":null,"freeFloat":null,"duration":null,"notRelevant":"Findes allerede"}`,
		"4.5/projektledelse@ky": `{"totalFloat":null,"freeFloat":null,"duration":null,"notRelevant":null}`,
	} {
		alone, err := json.Marshal(s.Task(id))
		require.NoError(t, err)
		var keys, read map[string]any
		require.NoError(t, json.Unmarshal([]byte(want), &keys))
		require.NoError(t, json.Unmarshal(alone, &read))
		for key, value := range keys {
			assert.Contains(t, read, key)
			assert.Equal(t, value, read[key], "%s: %s", id, key)
		}
	}
}

func TestAFindingNamesTheTaskThatItIsAbout(t *testing.T) {
	s := sampled(t, "skive.yaml")
	named := 0
	for _, f := range s.Findings {
		if s.Task(f.Subject) != nil || s.Milestone(f.Subject) != nil {
			assert.Equal(t, f.Subject, f.Task, f.Code)
			named++
		} else {
			assert.Empty(t, f.Task, f.Subject)
		}
	}
	assert.NotZero(t, named)
}
