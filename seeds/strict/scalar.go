package strict

import (
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// IsScalar reports whether a type, which may be a struct, is read from one single
// value and written as one: a date, a number with decimals, or what reads itself
// from text.
func IsScalar(t reflect.Type) bool {
	return t == reflect.TypeFor[date.Date]() || t == reflect.TypeFor[decimal.Decimal]() ||
		reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// fillScalar fills a value that is read from one scalar. The date and decimal
// libraries' own readers are too generous and are not asked.
func (f *filler) fillScalar(node *yaml.Node, into reflect.Value, path string) {
	if way, ok := f.ways[into.Type()]; ok {
		value, err := way(node.Value)
		f.set(node, path, err, func() { into.Set(reflect.ValueOf(value)) })
		return
	}
	switch target := into.Addr().Interface().(type) {
	case *date.Date:
		day, err := lang.ParseISO(node.Value)
		f.set(node, path, err, func() { *target = day })
	case *decimal.Decimal:
		number, err := f.number(node)
		f.set(node, path, err, func() { *target = number })
	case json.Unmarshaler:
		if !f.isJSONNumber(node) {
			f.fillText(node, into, path)
			return
		}
		fresh := reflect.New(into.Type())
		err := fresh.Interface().(json.Unmarshaler).UnmarshalJSON([]byte(node.Value))
		f.set(node, path, err, func() { into.Set(fresh.Elem()) })
	case encoding.TextUnmarshaler:
		f.fillText(node, into, path)
	}
}

// fillText hands the text of a scalar to the type that reads it.
func (f *filler) fillText(node *yaml.Node, into reflect.Value, path string) {
	fresh := reflect.New(into.Type())
	reads, ok := fresh.Interface().(encoding.TextUnmarshaler)
	if !ok {
		f.wrongType(node, path, nameOf(node), unreadableType(into.Type()))
		return
	}
	err := reads.UnmarshalText([]byte(node.Value))
	f.set(node, path, err, func() { into.Set(fresh.Elem()) })
}

// isJSONNumber reports whether a scalar is a bare number of a JSON document, which
// says what it is. In YAML a number without quotes is what people wrote.
func (f *filler) isJSONNumber(node *yaml.Node) bool {
	return f.json && node.Style == 0 && strings.Trim(node.Value, "0123456789+-.eE") == ""
}

func (f *filler) number(node *yaml.Node) (decimal.Decimal, error) {
	if f.isJSONNumber(node) {
		return lang.ParseJSONNumber(node.Value)
	}
	return lang.ParseMeasure(node.Value)
}

// unit is what a whole number counts, by its tag, which may stand with its unit.
type unit string

// parse reads a number of the unit.
func (u unit) parse(text string) (decimal.Decimal, error) {
	switch u {
	case "workdays":
		return lang.ParseWorkdays(text)
	case "months":
		return lang.ParseMonths(text)
	}
	return lang.ParseCount(text)
}

// count is the text of a whole number without what parts its thousands: in YAML
// 150.000 and 150 000 are 150000, in JSON 1.5e5 is. In working days 15 dage is 15, and
// 3 uger are.
func (f *filler) count(node *yaml.Node) (string, error) {
	var number decimal.Decimal
	var err error
	switch {
	case strings.Trim(node.Value, "0123456789-") == "":
		return node.Value, nil
	case f.isJSONNumber(node):
		number, err = lang.ParseJSONNumber(node.Value)
	default:
		number, err = f.unit.parse(node.Value)
	}
	if asked, ok := errors.AsType[*lang.NumberError](err); ok && asked.IsAsked() {
		return node.Value, asked
	}
	if err != nil || !number.IsInteger() {
		return node.Value, nil
	}
	return number.Truncate(0).String(), nil
}

// set assigns when there is no error and notes a bad value when there is.
func (f *filler) set(node *yaml.Node, path string, err error, assign func()) {
	if err == nil {
		assign()
		return
	}
	fault := Fault{Line: node.Line, Column: node.Column, Path: path, Kind: KindBadValue, Got: lang.Quoted(node.Value), Want: lang.Expected(err)}
	if words, ok := errors.AsType[OneOf](err); ok {
		fault.Suggest = lang.Nearest(node.Value, words)
	}
	f.add(fault)
}

func (f *filler) fillBool(node *yaml.Node, into reflect.Value, path string) {
	if node.Style != 0 || (node.Value != "true" && node.Value != "false") {
		f.badScalar(node, path, aBool)
		return
	}
	into.SetBool(node.Value == "true")
}

func (f *filler) fillInt(node *yaml.Node, into reflect.Value, path string) {
	text, asked := f.count(node)
	n, err := strconv.ParseInt(text, 10, 64)
	if node.Style == 0 && asked != nil {
		f.set(node, path, asked, nil)
		return
	}
	if node.Style != 0 && (f.unit == "" || !lang.HasUnit(node.Value)) || err != nil || text != strconv.FormatInt(n, 10) || into.OverflowInt(n) {
		if into.Kind() == reflect.Int && !errors.Is(err, strconv.ErrRange) && !into.OverflowInt(n) {
			f.badScalar(node, path, aNumber) // the bounds of the machine say nothing to its author
			return
		}
		most := uint64(1)<<(into.Type().Bits()-1) - 1
		f.badScalar(node, path, wholeNumber("-"+strconv.FormatUint(most+1, 10), most))
		return
	}
	into.SetInt(n)
}

func (f *filler) fillUint(node *yaml.Node, into reflect.Value, path string) {
	text, asked := f.count(node)
	n, err := strconv.ParseUint(text, 10, 64)
	if node.Style == 0 && asked != nil {
		f.set(node, path, asked, nil)
		return
	}
	if node.Style != 0 || err != nil || text != strconv.FormatUint(n, 10) || into.OverflowUint(n) {
		f.badScalar(node, path, wholeNumber("0", ^uint64(0)>>(64-into.Type().Bits())))
		return
	}
	into.SetUint(n)
}

func wholeNumber(least string, most uint64) Part {
	return Part{"strict/whole-number", map[string]any{"least": least, "most": strconv.FormatUint(most, 10)}}
}

func (f *filler) badScalar(node *yaml.Node, path string, want Part) {
	var got any = lang.Quoted(node.Value)
	if node.Style != 0 {
		got = Part{"strict/the-text", map[string]any{"text": got}}
	}
	f.add(Fault{
		Line: node.Line, Column: node.Column, Path: path, Kind: KindBadValue, Got: got, Want: want,
	})
}
