package lag

import (
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Lag is the least distance that an edge keeps. The zero value is no lag.
type Lag struct {
	Value int  `yaml:"value,required" json:"value"` // never negative in the playbook
	Unit  Unit `yaml:"unit,required" json:"unit" form:"set"`
	From  End  `yaml:"from" json:"from"` // for months: which end the months are counted from
}

// Unit is what a lag is counted in.
type Unit uint8

// The units.
const (
	Workdays     Unit = iota + 1 // Danish working days
	CalendarDays                 // calendar days
	Months                       // calendar months, clamped to the month's last day
)

var unitNames = [...]string{Workdays: "workdays", CalendarDays: "days", Months: "months"}

// String returns "workdays", "days" or "months".
func (u Unit) String() string { return strict.NameOf(u, unitNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads "workdays", "days" or "months".
func (u *Unit) UnmarshalText(text []byte) error { return strict.ReadName(u, text, unitNames[:]) }

// End is the end that a lag of months is counted from. "Three months
// before go-live" is counted back from the successor, a notice of six months
// forward from the predecessor.
type End uint8

// The ends. The zero value is the predecessor.
const (
	FromPredecessor End = iota
	FromSuccessor
)

var endNames = [...]string{FromPredecessor: "predecessor", FromSuccessor: "successor"}

// String returns "predecessor" or "successor".
func (e End) String() string { return strict.NameOf(e, endNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (e End) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads "predecessor" or "successor".
func (e *End) UnmarshalText(text []byte) error {
	return strict.ReadName(e, text, endNames[:])
}

// Form has a lag also where there is none: of 0 working days.
func (l Lag) Form() any {
	f := struct {
		Value int  `json:"value"`
		Unit  Unit `json:"unit" form:"set"`
		From  End  `json:"from"`
	}{l.Value, l.Unit, l.From}
	if f.Unit == 0 {
		f.Unit = Workdays
	}
	return f
}

// After returns the day that is the lag later than a day. Working days are
// counted from Monday to Friday, without holidays.
func (l Lag) After(day date.Date) date.Date {
	switch l.Unit {
	case Workdays:
		return AddWeekdays(day, l.Value)
	case CalendarDays:
		return day + date.Date(l.Value)
	case Months:
		return AddMonths(day, l.Value)
	}
	return day
}

// EndOfNotice is the last day of a contract when notice with this distance to its end
// is given on a day: that of EndOfNotice for months.
func (l Lag) EndOfNotice(given date.Date) date.Date {
	if l.Unit == Months {
		return EndOfNotice(given, l.Value)
	}
	return l.After(given)
}

// LatestNotice returns the last day whose notice is over by another day.
func (l Lag) LatestNotice(by date.Date) date.Date {
	latest := Lag{Value: -l.Value, Unit: l.Unit}.After(by) + 31 // a month is counted from its last day
	for l.EndOfNotice(latest) > by {
		latest--
	}
	return latest
}
