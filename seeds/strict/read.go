package strict

import (
	"errors"
	"io"
	"io/fs"
	"reflect"

	"go.yaml.in/yaml/v4"
)

// ReadFS reads a file of fsys as [Read] does, taking in no more of it than
// the limits allow.
func ReadFS(fsys fs.FS, name string, into any, limits Limits) (*Document, []Fault) {
	return readFS(fsys, name, into, limits, nil)
}

func readFS(fsys fs.FS, name string, into any, limits Limits, ways Ways) (*Document, []Fault) {
	limits = limits.withDefaults()
	file, err := fsys.Open(name)
	if err != nil {
		return &Document{}, []Fault{unreadable(name, err)}
	}
	defer func() { _ = file.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(file, int64(limits.Bytes)+1))
	if err != nil {
		return &Document{}, []Fault{unreadable(name, err)}
	}
	return read(name, data, into, limits, ways)
}

func unreadable(name string, err error) Fault {
	fault := Fault{File: name, Line: 1, Column: 1, Kind: KindUnreadable, Got: err.Error()}
	if errors.Is(err, fs.ErrNotExist) {
		fault.Got = Part{"strict/no-such-file", nil}
	}
	return fault
}

// Read fills the value that into points to from a YAML or JSON document and
// returns every fault, sorted by place; none means that the document is
// right. What could be read stands in the value even when there are faults.
//
// The name appears in places and messages only.
func Read(name string, data []byte, into any, limits Limits) (*Document, []Fault) {
	return read(name, data, into, limits, nil)
}

func read(name string, data []byte, into any, limits Limits, ways Ways) (*Document, []Fault) {
	doc := &Document{places: map[string]Place{}, keys: map[string][]string{}}
	f := &filler{file: name, ways: ways, doc: doc, fields: map[reflect.Type]fields{}}
	root := f.compose(data, limits.withDefaults())
	if root != nil {
		f.fillRoot(root, into)
	}
	sortFaults(f.faults)
	return doc, f.faults
}

// fillRoot fills what into points to from the document's only value.
func (f *filler) fillRoot(root *yaml.Node, into any) {
	target := reflect.ValueOf(into)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		f.wrongType(root, "", Part{"strict/a-document", nil}, Part{"strict/a-target", nil})
		return
	}
	f.fill(root, target.Elem(), "", f.place(root))
}
