package mspdi

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// field is an element that holds one value of a T: how it is read, and how it
// is written, "" for not at all. Reading tells why a value is not taken as it
// is, "" where it is. What it takes is what a project may hold at all. The tables of fields are in the order that the schema
// wants.
type field[T any] struct {
	name  string
	want  strict.Part
	read  func(*T, string) Reason
	write func(*T) string

	// holds reports whether a file can hold the value, nil where it holds any; reset
	// takes that of another T, as when the element is absent.
	holds func(*T) bool
	reset func(t, usual *T)
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

const maxInt32 = 1<<31 - 1

// readable is the reason of a value that is read as it is, or not at all.
func readable(ok bool) Reason {
	if ok {
		return ""
	}
	return Unreadable
}

func text[T any](name string, at func(*T) *string) field[T] {
	return field[T]{name, aText,
		func(t *T, s string) Reason { *at(t) = s; return "" },
		func(t *T) string { return *at(t) },
		nil, nil,
	}
}

// number is a number that is always written, within bounds.
func number[T any](name string, least, most int, at func(*T) *int) field[T] {
	return field[T]{name, aNumber,
		func(t *T, s string) Reason {
			n, why := parseNumber(s)
			if why == Unreadable || n < least || n > most {
				return Unreadable
			}
			*at(t) = n
			return why
		},
		func(t *T) string { return strconv.Itoa(*at(t)) },
		func(t *T) bool { return *at(t) >= least && *at(t) <= most }, resetting(at),
	}
}

// resetting resets what lies somewhere in a T.
func resetting[T, V any](at func(*T) *V) func(t, usual *T) {
	return func(t, usual *T) { *at(t) = *at(usual) }
}

// name is a number that names something; any that a program gives is one.
func name[T any](name string, least int, at func(*T) *int) field[T] {
	f := number(name, least, maxInt32, at)
	f.read = func(t *T, s string) Reason {
		n, err := strconv.Atoi(s)
		if err != nil || n < least {
			return Unreadable
		}
		*at(t) = n
		return ""
	}
	f.holds, f.reset = nil, nil
	return f
}

// setting is a number that has a usual value, which one beyond the bounds
// leaves.
func setting[T any](name string, least, most int, at func(*T) *int) field[T] {
	f := number(name, least, most, at)
	f.read = func(t *T, s string) Reason {
		n, why := parseNumber(s)
		switch {
		case why == Unreadable:
			return why
		case n < least || n > most:
			return OutOfBounds
		}
		*at(t) = n
		return why
	}
	return f
}

// parseNumber reads a number, fractions rounded, halves away from zero.
func parseNumber(s string) (int, Reason) {
	whole, fraction, point := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	n, err := strconv.Atoi(whole)
	switch {
	case err != nil || n < -maxInt32 || n > maxInt32 || point && fraction != "" && !isDigits(fraction):
		return 0, Unreadable
	case strings.Trim(fraction, "0") == "": // some writers give whole numbers a point
		return n, ""
	case fraction[0] >= '5' && whole[0] == '-':
		n--
	case fraction[0] >= '5':
		n++
	}
	return n, Rounded
}

// optional is a number that may be absent.
func optional[T any](name string, at func(*T) **int) field[T] {
	return field[T]{name, aNumber,
		func(t *T, s string) Reason {
			n, why := parseNumber(s)
			if why == Unreadable || n < -maxNumber || n > maxNumber {
				return Unreadable
			}
			*at(t) = &n
			return why
		},
		func(t *T) string {
			if *at(t) == nil {
				return ""
			}
			return strconv.Itoa(**at(t))
		},
		func(t *T) bool { n := *at(t); return n == nil || *n >= -maxNumber && *n <= maxNumber }, resetting(at),
	}
}

// truth is 1 or 0; where meaning is false it is the other way round.
func truth[T any](name string, meaning bool, at func(*T) *bool) field[T] {
	return field[T]{name, aTruth,
		func(t *T, s string) Reason {
			yes := s == "1" || s == "-1" || strings.EqualFold(s, "true") // -1 as Visual Basic has it
			if !yes && s != "0" && !strings.EqualFold(s, "false") {
				return Unreadable
			}
			*at(t) = yes == meaning
			return ""
		},
		func(t *T) string {
			if *at(t) == meaning {
				return "1"
			}
			return "0"
		},
		nil, nil,
	}
}

// truthOfSome is a truth that is written only where it holds.
func truthOfSome[T any](name string, at func(*T) *bool) field[T] {
	f := truth(name, true, at)
	f.write = func(t *T) string {
		if *at(t) {
			return "1"
		}
		return ""
	}
	return f
}

// moment is a point in time, for a day without one its first moment.
func moment[T any](name string, at func(*T) **Moment) field[T] {
	return momentAt(name, func(*T) bool { return false }, at)
}

// day is a point in time of which only the day counts.
func day[T any](name string, at func(*T) **Moment) field[T] {
	f := moment(name, at)
	read := f.read
	f.read = func(t *T, s string) Reason {
		if why := read(t, s); why != TimeAssumed {
			return why
		}
		return ""
	}
	return f
}

// finish is a point in time, for a day without one its end.
func finish[T any](name string, at func(*T) **Moment) field[T] {
	return momentAt(name, func(*T) bool { return true }, at)
}

func momentAt[T any](name string, ends func(*T) bool, at func(*T) **Moment) field[T] {
	return field[T]{name, aMoment,
		func(t *T, s string) Reason {
			if s == "NA" {
				return "" // how Microsoft Project says that there is none
			}
			m, why := parseMoment(s)
			if why == Unreadable || why == OutOfBounds {
				return why
			}
			if why == TimeAssumed && ends(t) {
				m += minutesPerDay
			}
			*at(t) = &m
			return why
		},
		func(t *T) string {
			if *at(t) == nil {
				return ""
			}
			return (*at(t)).String()
		},
		func(t *T) bool { m := *at(t); return m == nil || m.isKnown() }, resetting(at),
	}
}

func clockTime[T any](name string, at func(*T) *int) field[T] {
	return field[T]{name, aClock,
		func(t *T, s string) Reason {
			minute, why := parseClock(s)
			if why != Unreadable {
				*at(t) = minute
			}
			return why
		},
		func(t *T) string { return clock(*at(t)) },
		func(t *T) bool { return *at(t) >= 0 && *at(t) <= minutesPerDay }, resetting(at),
	}
}

func minutes[T any](name string, at func(*T) *int) field[T] {
	return field[T]{name, aLength,
		func(t *T, s string) Reason {
			n, ok := parseLength(s)
			if ok {
				*at(t) = n
			}
			return readable(ok)
		},
		func(t *T) string { return length(*at(t)) },
		func(t *T) bool { return isLength(*at(t)) }, resetting(at),
	}
}

func optionalMinutes[T any](name string, at func(*T) **int) field[T] {
	return field[T]{name, aLength,
		func(t *T, s string) Reason {
			n, ok := parseLength(s)
			if ok {
				*at(t) = &n
			}
			return readable(ok)
		},
		func(t *T) string {
			if *at(t) == nil {
				return ""
			}
			return length(**at(t))
		},
		func(t *T) bool { n := *at(t); return n == nil || isLength(*n) }, resetting(at),
	}
}

// nonzero is a number that is 0 when absent.
func nonzero[T any](name string, most int, at func(*T) *int) field[T] {
	f := setting(name, 0, most, at)
	f.write = func(t *T) string {
		if *at(t) == 0 {
			return ""
		}
		return strconv.Itoa(*at(t))
	}
	return f
}

// always is an element that is written by what else a T says, and not read.
func always[T any](name string, write func(*T) string) field[T] {
	return field[T]{name, aText, func(*T, string) Reason { return "" }, write, nil, nil}
}

// fraction is a number with a fraction that is 0 when absent, 1 being the whole.
func fraction[T any](name string, at func(*T) *float64) field[T] {
	const most = 1_000_000
	good := func(f float64) bool { return f >= 0 && f <= most }
	return field[T]{name, aNumber,
		func(t *T, s string) Reason {
			f, err := strconv.ParseFloat(s, 64)
			switch {
			case err != nil:
				return Unreadable
			case !good(f):
				return OutOfBounds
			}
			*at(t) = f
			return ""
		},
		func(t *T) string {
			if *at(t) == 0 {
				return ""
			}
			return strconv.FormatFloat(*at(t), 'f', -1, 64)
		},
		func(t *T) bool { return good(*at(t)) }, resetting(at),
	}
}

// delay is a length in tenths of minutes that is 0 when absent.
func delay[T any](name string, at func(*T) *int) field[T] {
	f := number(name, -maxNumber, maxNumber, at)
	f.write = nonzero(name, maxNumber, at).write
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
		if value = strings.TrimSpace(value); value == "" {
			return true // how some say that there is none
		}
	}
	if !d.broken {
		d.odd(known.read(into, value), subject()+name, value, known.want)
	}
	return true
}
