package cpm_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// sources are the files of the package, without its tests.
func sources(t *testing.T) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var out []*ast.File
	for _, name := range names {
		if !strings.HasSuffix(name, "_test.go") {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			require.NoError(t, err)
			out = append(out, file)
		}
	}
	return out
}

// oddValues are what a careless caller may hand over, by type.
func oddValues(t reflect.Type, g *cpm.Graph, r *cpm.Result) []reflect.Value {
	var out []reflect.Value
	add := func(values ...any) {
		for _, v := range values {
			out = append(out, reflect.ValueOf(v).Convert(t))
		}
	}
	switch t.Kind() {
	case reflect.Int, reflect.Int64:
		add(-1, 0, 2, 5, math.MaxInt32)
	case reflect.Int32:
		add(math.MinInt32, -1, 0, 3, math.MaxInt32)
	case reflect.Pointer:
		out = append(out, reflect.Zero(t), reflect.New(t.Elem()))
		for _, v := range []any{g, r} {
			if reflect.TypeOf(v) == t {
				out = append(out, reflect.ValueOf(v))
			}
		}
	case reflect.Slice:
		out = append(out, reflect.Zero(t), reflect.MakeSlice(t, 1, 1))
	default:
		out = append(out, reflect.Zero(t))
	}
	return out
}

// callWithAll calls a function with every combination of odd values.
func callWithAll(t *testing.T, name string, f reflect.Value, g *cpm.Graph, r *cpm.Result) {
	t.Helper()
	var args []reflect.Value
	var fill func()
	fill = func() {
		if len(args) < f.Type().NumIn() {
			for _, v := range oddValues(f.Type().In(len(args)), g, r) {
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

// receivers are values of every exported type that has methods: none, nothing,
// and something.
func receivers(t *testing.T) []any {
	net := watched(after(c, cpm.FS, 0), before(b, cpm.FF, 2), cpm.Link{From: 4, To: c})
	net.Activities = append(net.Activities, cpm.Activity{Key: "all"}, cpm.Activity{Key: "other", LevelOfEffort: true})
	net.Parents = []int{4, 4, -1, 4, -1, -1}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{
		Fixed:    []cpm.Fixed{{Activity: b, Start: 9, Finish: 10}, {Activity: c, Start: 11, Finish: 13, EarlyOnly: true}},
		Progress: []cpm.Progress{{Activity: a, ActualStart: -3, Remaining: 2}},
	}, &r))
	stale := r
	require.NoError(t, g.Solve(&cpm.Input{Fixed: []cpm.Fixed{{Activity: b, Start: 9, Finish: 10}}}, &r))
	batch := &cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, len(net.Activities))}
	require.NoError(t, r.ForwardBatch(batch))
	cut, err := g.ToMeet(&cpm.Input{}, b, 7, []cpm.Crash{{Activity: b, Limit: 2, Price: 1}})
	require.NoError(t, err)
	placement, err := g.Placement(&cpm.Input{Fixed: []cpm.Fixed{{Activity: b, Start: 9, Finish: 10}}})
	require.NoError(t, err)
	minutes := cpm.Weekdays("minutes", 1440, 1, 2)
	fine, err := cpm.Build(cpm.Network{TicksPerDay: 1440, Calendars: []cpm.Calendar{minutes}})
	require.NoError(t, err)
	days, err := cpm.Build(cpm.Network{Calendars: []cpm.Calendar{cpm.MondayToFriday("week", 3)}})
	require.NoError(t, err)
	return []any{
		(*cpm.Graph)(nil), &cpm.Graph{}, g,
		(*cpm.Result)(nil), &cpm.Result{}, &stale, &r,
		(*cpm.Batch)(nil), &cpm.Batch{}, batch,
		(*cpm.Cut)(nil), &cpm.Cut{}, cut,
		(*cpm.Placement)(nil), &cpm.Placement{}, placement,
		&cpm.WorkingTime{}, fine.Calendar(0), days.Calendar(0),
		&cpm.Network{}, &cpm.Network{TicksPerDay: -3}, cpm.Calendar{}, minutes,
		cpm.Fault{}, cpm.Fault{Activity: -1, Keys: []string{""}}, cpm.Faults(nil), cpm.Faults{{}},
		cpm.Day(math.MinInt32), cpm.Day(0), cpm.Day(math.MaxInt32), cpm.LinkType(200),
	}
}

func TestNoExportedMethodPanics(t *testing.T) {
	values := receivers(t)
	g, r := values[2].(*cpm.Graph), values[6].(*cpm.Result)
	covered := map[string]bool{}
	for _, v := range values {
		x := reflect.ValueOf(v)
		for m := range x.NumMethod() {
			name := strings.TrimPrefix(strings.TrimPrefix(x.Type().String(), "*"), "cpm.") + "." + x.Type().Method(m).Name
			covered[name] = true
			callWithAll(t, fmt.Sprintf("%s of %v: ", name, x.Kind()), x.Method(m), g, r)
		}
	}
	for name, f := range map[string]any{
		"Build": cpm.Build, "Check": cpm.Check, "Diff": cpm.Diff, "Date": cpm.Date, "Weekdays": cpm.Weekdays,
		"MondayToFriday": cpm.MondayToFriday, "MicrosoftProject": cpm.MicrosoftProject, "Primavera": cpm.Primavera,
	} {
		covered[name] = true
		callWithAll(t, name, reflect.ValueOf(f), g, r)
	}
	for _, name := range exported(t) {
		require.True(t, covered[name], "%s is not called", name)
	}
}

// exported are the functions and methods of the package that callers see.
func exported(t *testing.T) []string {
	var out []string
	for _, file := range sources(t) {
		for _, d := range file.Decls {
			f, isFunc := d.(*ast.FuncDecl)
			if !isFunc || !f.Name.IsExported() {
				continue
			}
			name := f.Name.Name
			if f.Recv != nil {
				of := f.Recv.List[0].Type
				if star, isPointer := of.(*ast.StarExpr); isPointer {
					of = star.X
				}
				if !ast.IsExported(of.(*ast.Ident).Name) {
					continue
				}
				name = of.(*ast.Ident).Name + "." + name
			}
			out = append(out, name)
		}
	}
	return out
}
