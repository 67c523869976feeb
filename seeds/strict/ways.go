package strict

import (
	"io/fs"
	"reflect"
)

// Ways are other ways to read values of some types from the text of a scalar than
// the type's own: what the words of a text mean may rest on more than the text. Each
// returns a value of its type, and its error says what was expected. Nil has none.
type Ways map[reflect.Type]func(text string) (any, error)

// Read fills a value as the function [Read] does, by these ways.
func (w Ways) Read(name string, data []byte, into any, limits Limits) (*Document, []Fault) {
	return read(name, data, into, limits, w)
}

// ReadFS reads a file as the function [ReadFS] does, by these ways.
func (w Ways) ReadFS(fsys fs.FS, name string, into any, limits Limits) (*Document, []Fault) {
	return readFS(fsys, name, into, limits, w)
}
