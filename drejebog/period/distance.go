package period

import (
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Distance is a distance from an event: "nogle uger før idriftsættelsen".
// Without Vague and Count it is any time before or after it.
type Distance struct {
	Event  string // as written, "" where the text names none
	Before bool   // before the event, else after it

	// Vague names a length that the text leaves open, "nogle uger", "kort",
	// "ca. tre måneder". What it counts as is data: the rows of
	// Playbook.VagueLengths have the same words.
	Vague string

	// Count and Unit are the length as far as the text gives a number; both
	// are zero where it gives none. AtLeast marks "mindst".
	Count   int
	Unit    Unit
	AtLeast bool
}

// Unit is what the length of a relative period is counted in.
type Unit uint8

// The units.
const (
	Days Unit = iota + 1 // calendar days
	Weeks
	Months
)

// named are the units as lang has their names.
var named = [...]lang.TimeUnit{Days: lang.UnitDay, Weeks: lang.UnitWeek, Months: lang.UnitMonth}

// longestEvent, in characters, leaves room for the length before it.
const longestEvent = longestText - 40

// relative reads a period that is counted from an event. It returns false for
// a text of another form.
func (r reader) relative() (Period, bool, error) {
	words := strings.Fields(r.text)
	at, event := eventAt(words)
	length, ok, err := r.length(words[:at])
	vague, isVague := lang.ParseVagueLength(length.Vague)
	alone := isVague && vague.Alone
	switch {
	case err != nil:
		return Period{}, false, err
	case at == 0 && isEvent(words[event:]):
		ok = true
	case at == len(words) && !alone:
		ok = false
	}
	if !ok {
		return Period{}, false, nil
	}
	length.Before = at == len(words) || strings.ToLower(words[at]) != "efter"
	length.Event = strings.Join(words[event:], " ")
	if utf8.RuneCountInString(length.Event) > longestEvent {
		return Period{}, false, r.fail(words[event:], lengthWant)
	}
	return Period{Kind: Relative, Relative: &length}, true, nil
}

// eventAt returns where the word for before or after stands and where the event
// begins, or the number of words twice.
func eventAt(words []string) (at, event int) {
	for i, word := range words {
		switch strings.ToLower(word) {
		case "før", "inden", "efter":
			return i, i + 1
		case "forud":
			if i+1 < len(words) && strings.ToLower(words[i+1]) == "for" {
				return i, i + 2
			}
		}
	}
	return len(words), len(words)
}

// isEvent reports whether words begin with one of the playbook's events. Only
// these may stand without a length before them: "efter sommerferien" and "før
// 1. juni" are dates, and a mistyped date is no event.
func isEvent(words []string) bool {
	for i, word := range words {
		word = strings.ToLower(word)
		if _, ok := lang.ParseEvent(word); ok {
			return true
		}
		if i > 0 || word != "selve" && word != "systemets" && word != "løsningens" {
			return false
		}
	}
	return false
}

// length reads what stands before "før" or "efter".
func (r reader) length(words []string) (Distance, bool, error) {
	joined := strings.ToLower(strings.Join(words, " "))
	words = strings.Fields(joined)
	if vague, ok := lang.ParseVagueLength(joined); ok {
		return Distance{Vague: vague.Name.DA}, true, nil
	}
	var length Distance
	about := false
	for len(words) > 2 {
		if words[0] == "mindst" || words[0] == "minimum" || words[0] == "senest" {
			length.AtLeast = true
		} else if approximations[words[0]] {
			about = true
		} else {
			break
		}
		words = words[1:]
	}
	if len(words) != 2 {
		return length, false, nil
	}
	count, ok := countOf(words[0])
	length.Unit = unitNamed(words[1])
	if !ok || length.Unit == 0 {
		return length, false, nil
	}
	if count < 1 || count > longestRelative {
		return length, false, r.fail(words, relativeWant)
	}
	length.Count = count
	if about {
		length.Vague = lang.Approximately(length.counted()).DA
	}
	return length, true, nil
}

func countOf(word string) (int, bool) {
	if n, ok := lang.ParseNumberWord(word); ok {
		return n, true
	}
	return number(word)
}

func unitNamed(word string) Unit {
	if word == "døgn" {
		return Days
	}
	if word == "mdr." || word == "mdr" {
		return Months
	}
	for unit := Days; unit <= Months; unit++ {
		if word == named[unit].Name(1).DA || word == named[unit].Name(2).DA {
			return unit
		}
	}
	return 0
}

// counted is the number and the unit: "tre måneder", "14 dage".
func (p Distance) counted() lang.Text {
	if p.Unit < Days || p.Unit > Months {
		return lang.Text{}
	}
	return named[p.Unit].Counted(p.Count)
}

// String returns the Danish text that Parse reads: "mindst tre måneder
// før idriftsættelsen".
func (p Distance) String() string { return p.told().DA }

// English returns the text in English. The event stays as it was written,
// unless it is one of the playbook's own.
func (p Distance) English() string { return p.told().EN }

func (p Distance) told() lang.Text {
	length := p.counted()
	if vague, ok := lang.ParseVagueLength(p.Vague); ok {
		length = vague.Name
	} else if p.Vague != "" {
		length = lang.Text{DA: p.Vague, EN: lang.Approximately(length).EN} // "ca. tre måneder"
	}
	if p.AtLeast {
		length = lang.AtLeast(length)
	}
	if p.Before {
		return lang.BeforeEvent(length, told(p.Event))
	}
	return lang.AfterEvent(length, told(p.Event))
}

// told is an event in both languages: the playbook's own are named, others stay as
// written.
func told(event string) lang.Text {
	words := strings.Fields(strings.ToLower(event))
	for i, word := range words {
		if name, ok := lang.ParseEvent(word); ok && isEvent(words[:i+1]) {
			return lang.Text{DA: event, EN: name.EN}
		}
	}
	return lang.Both(event)
}
