package mspdi

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// field is an element that holds one value of a T: how it is read, and how it
// is written, "" for not at all. The tables of fields are in the order that
// the schema wants.
type field[T any] struct {
	name  string
	want  strict.Part
	read  func(*T, string) bool
	write func(*T) string
}

// What values look like.
var (
	aText   = strict.Part{Kind: "strict/a-text"}
	aNumber = strict.Part{Kind: "strict/a-number"}
	aTruth  = strict.Part{Kind: "mspdi/zero-or-one"}
	aMoment = strict.Part{Kind: "mspdi/a-moment"}
	aClock  = strict.Part{Kind: "mspdi/a-clock"}
	aLength = strict.Part{Kind: "mspdi/a-length"}
)

// maxNumber bounds the numbers of a file: slack and lag in tenths of minutes.
const maxNumber = 10 * int(cpm.MaxWork/2)

func text[T any](name string, at func(*T) *string) field[T] {
	return field[T]{name, aText,
		func(t *T, s string) bool { *at(t) = s; return true },
		func(t *T) string { return *at(t) },
	}
}

// number is a number that is always written, within bounds.
func number[T any](name string, least, most int, at func(*T) *int) field[T] {
	return field[T]{name, aNumber,
		func(t *T, s string) bool { return parseNumber(s, least, most, at(t)) },
		func(t *T) string { return strconv.Itoa(*at(t)) },
	}
}

func parseNumber(s string, least, most int, into *int) bool {
	whole, rest, _ := strings.Cut(s, ".") // some writers give whole numbers a point
	n, err := strconv.Atoi(whole)
	if err != nil || n < least || n > most || strings.Trim(rest, "0") != "" {
		return false
	}
	*into = n
	return true
}

// optional is a number that may be absent.
func optional[T any](name string, at func(*T) **int) field[T] {
	return field[T]{name, aNumber,
		func(t *T, s string) bool {
			n := 0
			ok := parseNumber(s, -maxNumber, maxNumber, &n)
			if ok {
				*at(t) = &n
			}
			return ok
		},
		func(t *T) string {
			if *at(t) == nil {
				return ""
			}
			return strconv.Itoa(**at(t))
		},
	}
}

// truth is 1 or 0; where meaning is false it is the other way round.
func truth[T any](name string, meaning bool, at func(*T) *bool) field[T] {
	return field[T]{name, aTruth,
		func(t *T, s string) bool {
			yes := s == "1" || s == "true"
			*at(t) = yes == meaning
			return yes || s == "0" || s == "false"
		},
		func(t *T) string {
			if *at(t) == meaning {
				return "1"
			}
			return "0"
		},
	}
}

func moment[T any](name string, at func(*T) **Moment) field[T] {
	return field[T]{name, aMoment,
		func(t *T, s string) bool {
			if s == "NA" || s == "" {
				return true // how some say that there is none
			}
			m, ok := parseMoment(s)
			if ok {
				*at(t) = &m
			}
			return ok
		},
		func(t *T) string {
			if *at(t) == nil {
				return ""
			}
			return (*at(t)).String()
		},
	}
}

func clockTime[T any](name string, at func(*T) *int) field[T] {
	return field[T]{name, aClock,
		func(t *T, s string) bool {
			minute, ok := parseClock(s)
			*at(t) = minute
			return ok
		},
		func(t *T) string { return clock(*at(t)) },
	}
}

func minutes[T any](name string, at func(*T) *int) field[T] {
	return field[T]{name, aLength,
		func(t *T, s string) bool {
			n, ok := parseLength(s)
			*at(t) = n
			return ok
		},
		func(t *T) string { return length(*at(t)) },
	}
}

func optionalMinutes[T any](name string, at func(*T) **int) field[T] {
	return field[T]{name, aLength,
		func(t *T, s string) bool {
			n, ok := parseLength(s)
			if ok {
				*at(t) = &n
			}
			return ok
		},
		func(t *T) string {
			if *at(t) == nil {
				return ""
			}
			return length(**at(t))
		},
	}
}

// nonzero is a number that is 0 when absent.
func nonzero[T any](name string, most int, at func(*T) *int) field[T] {
	f := number(name, 0, most, at)
	f.write = func(t *T) string {
		if *at(t) == 0 {
			return ""
		}
		return strconv.Itoa(*at(t))
	}
	return f
}

// format is the number that says how a length is shown.
func format[T any](name string, at func(*T) *int) field[T] { return nonzero(name, 64, at) }

// fields finds the fields of a T by name.
type fields[T any] struct {
	list   []field[T]
	byName map[string]*field[T]
}

func fieldsOf[T any](list ...field[T]) *fields[T] {
	f := &fields[T]{list: list, byName: make(map[string]*field[T], len(list))}
	for i := range list {
		f.byName[list[i].name] = &list[i]
	}
	return f
}

// read fills the field that the open element is about, and reports whether
// there is one.
func (f *fields[T]) read(d *decoder, name string, into *T, subject func() string) bool {
	known := f.byName[name]
	if known == nil {
		return false
	}
	value := d.text()
	if known.want.Kind != aText.Kind {
		value = strings.TrimSpace(value)
	}
	if !d.broken && !known.read(into, value) {
		d.add(strict.Fault{
			Kind: strict.KindBadValue, Path: subject() + name, Got: lang.Quoted(value), Want: known.want,
		})
	}
	return true
}
