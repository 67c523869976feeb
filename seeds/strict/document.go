package strict

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Place is where something stands in a file. Line and column count from 1,
// columns in characters. In a sheet of a workbook they are a cell's row and
// column.
type Place struct {
	File         string
	Sheet        string // of a workbook, or ""
	Line, Column int
}

// String returns "file:line:column", "file: sheet!C7" for a cell of a workbook,
// and the file alone where no line is known.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	if p.Sheet != "" {
		return p.File + ": " + p.Sheet + "!" + CellName(p.Line, p.Column)
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// CellName names a cell as spreadsheets do: row 7 of column 3 is C7, the
// column after Z is AA.
func CellName(row, column int) string {
	name := strconv.Itoa(row)
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// Document knows where every path of a document stood and in which order its
// keys came. The zero value knows nothing.
type Document struct {
	places map[string]Place
	keys   map[string][]string
}

// Where returns the place of a path such as "activities[3].windows[0].end"; a
// key that is not a plain word is quoted: `tasks["4.5@sapa"].start`. A single
// value and an item of a list are found where they stand, a mapping or a list
// under a key at its key. The empty path is the document itself.
func (d *Document) Where(path string) (Place, bool) {
	if d == nil {
		return Place{}, false
	}
	place, ok := d.places[path]
	return place, ok
}

// Bad is the fault of a value that could be read and cannot be: what stands at a path of a
// file, which the document is of, and what was expected instead.
func (d *Document) Bad(file, path string, got any, want error) Fault {
	place, _ := d.Where(path)
	return Fault{File: file, Line: place.Line, Column: place.Column, Path: path, Kind: KindBadValue, Got: got, Want: want}
}

// Unknown is Bad for a word that is not among the known ones, with the nearest.
func (d *Document) Unknown(file, path, word string, known []string, want error) Fault {
	f := d.Bad(file, path, word, want)
	f.Suggest = lang.Nearest(word, known)
	return f
}

// Keys returns the keys of the mapping at a path in the order of the source,
// nil where there is no mapping. A Go map does not keep that order.
func (d *Document) Keys(path string) []string {
	if d == nil {
		return nil
	}
	return d.keys[path]
}

// Join returns the path of a key of the mapping at a path.
func Join(path, key string) string {
	if !plainKey(key) {
		return path + "[" + strconv.Quote(key) + "]"
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// Index returns the path of an item, counted from 0, of the list at a path.
func Index(path string, i int) string {
	return path + "[" + strconv.Itoa(i) + "]"
}

// Steps are the keys and the numbers of items on a path, as Join and Index put them together; nil for what is no path.
func Steps(path string) []string {
	steps, _ := stepsOf(path)
	return steps
}

// stepsOf are the steps of a path, and whether each stands as the number of an item.
func stepsOf(path string) (steps []string, items []bool) {
	for path != "" {
		switch {
		case strings.HasPrefix(path, `["`):
			quoted, err := strconv.QuotedPrefix(path[1:])
			key, _ := strconv.Unquote(quoted)
			if err != nil || !strings.HasPrefix(path[1+len(quoted):], "]") {
				return nil, nil
			}
			steps, items, path = append(steps, key), append(items, false), path[len(`[]`)+len(quoted):]
		case path[0] == '[':
			number, rest, shut := strings.Cut(path[1:], "]")
			if !shut {
				return nil, nil
			}
			steps, items, path = append(steps, number), append(items, true), rest
		default:
			path = strings.TrimPrefix(path, ".")
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			if end == 0 {
				return nil, nil
			}
			steps, items, path = append(steps, path[:end]), append(items, false), path[end:]
		}
	}
	return steps, items
}

func plainKey(key string) bool {
	return key != "" && !strings.ContainsAny(key, `.[]"\ `+"\t\n")
}
