package timeline_test

import (
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/view"
)

// ofCarelessCallers are values of each exported type that has methods: nothing,
// and by reflection a nil pointer to it.
var ofCarelessCallers = []any{
	view.Agenda{}, explain.Explanation{}, explain.Explainer{}, timeline.BudgetDay{}, timeline.InTime(0), timeline.InTime(200),
	timeline.BudgetYear{}, timeline.Schedule{}, driver.Kind(0), driver.Kind(200), compare.Comparison{}, compare.TaskChange{},
	compare.MilestoneChange{}, compare.Update{}, timeline.UnknownTaskError{}, timeline.Cut{}, keydate.Kind(0), keydate.Kind(200),
	timeline.Notice{}, timeline.Use{}, timeline.Task{}, timeline.When{}, timeline.QuestionError{}, timeline.Shortening{}, timeline.Limit{},
	timeline.Hold{}, view.Grouping(0), view.Grouping(200), view.View{}, view.State(0), view.State(200),
	view.WaitingList{}, timeline.Budget{}, quality.Assessment{}, quality.Metric{}, timeline.WhenKind(0), timeline.WhenKind(200), timeline.Milestone{},
	timeline.Span{}, timeline.Link{}, timeline.YearDays{}, keydate.Summary{}, keydate.HardDate{}, keydate.Mark{}, explain.Bound{},
	explain.Held{}, explain.Awaited{}, timeline.Reason{}, compare.YearChange{}, compare.YearMove{},
	compare.EditionChange{}, compare.Touched{}, timeline.BudgetProcess{}, timeline.BudgetTask{}, timeline.Who{}, view.Duty{},
	view.Group{}, view.Deliverable{}, timeline.Path{}, timeline.Gap{},
}

// given are the arguments of a type that a careless caller hands over: nothing,
// and where nothing says little, something.
func given(t reflect.Type, s *timeline.Schedule) []reflect.Value {
	out := []reflect.Value{reflect.Zero(t)}
	for _, v := range []any{io.Discard, context.Background(), "4.8", "nothing", 7, s, book(), plan.New("Roskilde"), []*plan.Plan{nil, plan.New("Roskilde")}, &s.Tasks[0], &s.Milestones[0]} {
		if x := reflect.ValueOf(v); x.Type().AssignableTo(t) {
			out = append(out, x)
			if t.Kind() == reflect.Interface { // nobody writes to nothing, or waits for it
				return out[1:]
			}
		}
	}
	return out
}

// callWithAll calls a function with every combination of careless arguments.
func callWithAll(t *testing.T, name string, f reflect.Value, s *timeline.Schedule) {
	t.Helper()
	var args []reflect.Value
	var fill func()
	fill = func() {
		if len(args) < f.Type().NumIn() {
			for _, v := range given(f.Type().In(len(args)), s) {
				args = append(args, v)
				fill()
				args = args[:len(args)-1]
			}
			return
		}
		defer func() {
			if x := recover(); x != nil {
				t.Errorf("%s%v panics: %v", name, args, x)
			}
		}()
		if f.Type().IsVariadic() {
			f.CallSlice(args)
		} else {
			f.Call(args)
		}
	}
	fill()
}

func TestNoExportedMethodPanics(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	covered, all := map[string]bool{}, exported(t)
	call := func(x reflect.Value, of string) {
		for m := range x.NumMethod() {
			name := x.Type().Method(m).Name
			if x.Kind() == reflect.Pointer && x.IsNil() {
				_, byValue := x.Type().Elem().MethodByName(name)
				if byValue || !slices.Contains(all, of+"."+name) {
					continue // Go itself panics on the way to the value, or to what is embedded
				}
			}
			covered[of+"."+name] = true
			callWithAll(t, fmt.Sprintf("%s.%s of a %v: ", of, name, x.Kind()), x.Method(m), s)
		}
	}
	for _, v := range ofCarelessCallers {
		of := reflect.TypeOf(v)
		pointer := reflect.New(of)
		pointer.Elem().Set(reflect.ValueOf(v))
		call(pointer, of.String())
		call(reflect.Zero(pointer.Type()), of.String())
	}
	call(reflect.ValueOf(s), "timeline.Schedule")
	for name, f := range map[string]any{
		"timeline.All": timeline.All, "compare.Schedules": compare.Schedules, "timeline.Compute": timeline.Compute,
		"compare.Since": compare.Since, "quality.Of": quality.Of, "explain.Of": explain.Of, "explain.New": explain.New, "view.Of": view.Of, "view.Ahead": view.Ahead, "view.WaitingFor": view.WaitingFor, "keydate.Of": keydate.Of, "keydate.Marks": keydate.Marks, "keydate.HardDates": keydate.HardDates,
		"keydate.KindOf": keydate.KindOf,
	} {
		covered[name] = true
		callWithAll(t, name, reflect.ValueOf(f), s)
	}
	for _, name := range all {
		require.True(t, covered[name], "%s is not called", name)
	}
}

// ours are the folders of timeline and of what is asked of a schedule in packages
// of its own.
var ours = []string{".", "compare", "driver", "explain", "keydate", "quality", "view"}

// source is the code of our packages without their tests.
func source(t *testing.T) []*ast.File {
	t.Helper()
	var files []*ast.File
	for _, folder := range ours {
		names, err := filepath.Glob(filepath.Join(folder, "*.go"))
		require.NoError(t, err)
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			require.NoError(t, err)
			files = append(files, file)
		}
	}
	return files
}

// exported are the functions and methods of our packages that callers see.
func exported(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, file := range source(t) {
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is && f.Name.IsExported() && isSeen(f) {
				out = append(out, file.Name.Name+"."+receiverOf(f)+f.Name.Name)
			}
		}
	}
	return out
}

// isSeen reports whether what a function belongs to is exported.
func isSeen(f *ast.FuncDecl) bool {
	return f.Recv == nil || ast.IsExported(strings.TrimSuffix(receiverOf(f), "."))
}

// receiverOf is the type of a method and a point, nothing for a function.
func receiverOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	of := f.Recv.List[0].Type
	if star, is := of.(*ast.StarExpr); is {
		of = star.X
	}
	return of.(*ast.Ident).Name + "."
}

func TestWhatWasNotComputedAnswersWithNothing(t *testing.T) {
	for _, s := range []*timeline.Schedule{nil, {}} {
		var unknown *timeline.UnknownTaskError
		_, err := explain.Of(s, "4.8")
		require.ErrorAs(t, err, &unknown)
		require.Nil(t, keydate.Of(s).Next)
		require.True(t, compare.Schedules(s, compute(t, plan.New("Roskilde"))).Empty())
		for _, result := range []any{
			s, view.Ahead(s, 30, 90), s.Budget(), quality.Of(s), view.Of(s, view.ByRole), view.WaitingFor(s), &explain.Explanation{}, compare.Schedules(s, s),
		} {
			_, err := json.Marshal(result)
			require.NoError(t, err)
		}
	}
}
