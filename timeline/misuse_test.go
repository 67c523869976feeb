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
)

// ofCarelessCallers are values of each exported type that has methods: nothing,
// and by reflection a nil pointer to it.
var ofCarelessCallers = []any{
	timeline.Agenda{}, timeline.Explanation{}, timeline.BudgetDay{}, timeline.InTime(0), timeline.InTime(200),
	timeline.BudgetYear{}, timeline.Schedule{}, timeline.Rule(0), timeline.Rule(200), timeline.Comparison{}, timeline.TaskChange{},
	timeline.MilestoneChange{}, timeline.Update{}, timeline.UnknownTaskError{}, timeline.Cut{}, timeline.MarkKind(0), timeline.MarkKind(200),
	timeline.Notice{}, timeline.Quality{}, timeline.Task{}, timeline.When{}, timeline.QuestionError{}, timeline.Shortening{}, timeline.Limit{},
	timeline.Hold{}, timeline.Grouping(0), timeline.Grouping(200), timeline.View{}, timeline.AwaitingState(0), timeline.AwaitingState(200),
	timeline.WaitingList{}, timeline.Budget{}, timeline.Check{}, timeline.WhenKind(0), timeline.WhenKind(200), timeline.Milestone{},
	timeline.Span{}, timeline.Link{}, timeline.YearDays{}, timeline.Summary{}, timeline.HardDate{}, timeline.Mark{}, timeline.Bound{},
	timeline.Held{}, timeline.Awaited{}, timeline.Reason{}, timeline.YearChange{}, timeline.YearMove{},
	timeline.EditionChange{}, timeline.Touched{}, timeline.BudgetProcess{}, timeline.BudgetTask{}, timeline.Who{}, timeline.Duty{},
	timeline.Group{}, timeline.Awaiting{},
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
	covered, ours := map[string]bool{}, exported(t)
	call := func(x reflect.Value, of string) {
		for m := range x.NumMethod() {
			name := x.Type().Method(m).Name
			if x.Kind() == reflect.Pointer && x.IsNil() {
				_, byValue := x.Type().Elem().MethodByName(name)
				if byValue || !slices.Contains(ours, of+"."+name) {
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
		call(pointer, of.Name())
		call(reflect.Zero(pointer.Type()), of.Name())
	}
	call(reflect.ValueOf(s), "Schedule")
	for name, f := range map[string]any{
		"All": timeline.All, "NoticeTerms": timeline.NoticeTerms, "Compare": timeline.Compare, "Compute": timeline.Compute, "UpdateSince": timeline.UpdateSince,
	} {
		covered[name] = true
		callWithAll(t, name, reflect.ValueOf(f), s)
	}
	for _, name := range ours {
		require.True(t, covered[name], "%s is not called", name)
	}
}

// exported are the functions and methods of the package that callers see.
func exported(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var out []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if f, is := d.(*ast.FuncDecl); is && f.Name.IsExported() {
				out = append(out, receiverOf(f)+f.Name.Name)
			}
		}
	}
	return out
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
		_, err := s.Explain("4.8")
		require.ErrorAs(t, err, &unknown)
		require.Empty(t, s.Summary().Breaches)
		require.True(t, timeline.Compare(s, compute(t, plan.New("Roskilde"))).Empty())
		for _, result := range []any{
			s, s.Agenda(30, 90), s.Budget(), s.Quality(), s.View(timeline.ByRole), s.WaitingFor(), &timeline.Explanation{}, timeline.Compare(s, s),
		} {
			_, err := json.Marshal(result)
			require.NoError(t, err)
		}
	}
}
