package lang

import (
	"slices"
	"strconv"
	"strings"
)

// The words that times are written with which are no single day, in both languages.
// Package period says which time takes which, and has the words that are only read.

// Approximately is a time that is not exact: "ca. maj 2014".
func Approximately(time Text) Text { return timed(Text{DA: "ca. {time}", EN: "about {time}"}, time) }

// NoLaterThan is any time up to one: "senest 1. juni 2014".
func NoLaterThan(time Text) Text { return timed(Text{DA: "senest {time}", EN: "by {time}"}, time) }

// NoEarlierThan is any time from one on: "fra 1. juni 2014".
func NoEarlierThan(time Text) Text { return timed(Text{DA: "fra {time}", EN: "from {time}"}, time) }

// Ongoing is what has neither beginning nor end.
func Ongoing() Text { return Text{DA: "løbende", EN: "ongoing"} }

// NotKnown is a time that nobody knows.
func NotKnown() Text { return Text{DA: "ukendt", EN: "unknown"} }

// NotKnownAssume is what stands before the time that is worked with while nobody knows it.
func NotKnownAssume() Text {
	return timed(Text{DA: "{time}, regn med ", EN: "{time}, assume "}, NotKnown())
}

// Week is an ISO week of a year: "uge 25 2013".
func Week(n, year int) Text {
	return Text{DA: "uge {n} {year}", EN: "week {n} of {year}"}.Fill(Args{"n": Plain(n), "year": Plain(year)})
}

// Quarter is a quarter of a year: "3. kvartal 2014".
func Quarter(n, year int) Text {
	return Text{DA: "{n}. kvartal {year}", EN: "Q{n} {year}"}.Fill(Args{"n": Plain(n), "year": Plain(year)})
}

// FirstHalf is a year up to the end of June, SecondHalf what follows of it.
func FirstHalf(year int) Text {
	return timed(Text{DA: "første halvår {time}", EN: "first half of {time}"}, Written(Plain(year)))
}

// SecondHalf is a year from July on.
func SecondHalf(year int) Text {
	return timed(Text{DA: "andet halvår {time}", EN: "second half of {time}"}, Written(Plain(year)))
}

// AtLeast is a length that may be more: "mindst tre måneder".
func AtLeast(length Text) Text {
	return timed(Text{DA: "mindst {time}", EN: "at least {time}"}, length)
}

// BeforeEvent is a length counted back from an event: "kort før idriftsættelsen". Either
// may be empty.
func BeforeEvent(length, event Text) Text {
	return Joined(" ", length, Text{DA: "før", EN: "before"}, event)
}

// AfterEvent is a length counted on from an event.
func AfterEvent(length, event Text) Text {
	return Joined(" ", length, Text{DA: "efter", EN: "after"}, event)
}

func timed(form, time Text) Text { return form.Fill(Args{"time": time}) }

// numberWords are the numbers that stand in words beside a unit of time, in Danish.
var numberWords = [...]string{1: "en", 2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "syv", 8: "otte", 9: "ni", 10: "ti", 11: "elleve", 12: "tolv"}

// Counted is so many of a unit: "tre måneder", "14 dage"; in English the number is in
// digits.
func (u TimeUnit) Counted(n int) Text {
	number := Both(strconv.Itoa(n))
	if n > 0 && n < len(numberWords) {
		number.DA = numberWords[n]
	}
	return Joined(" ", number, u.Name(n))
}

// ParseNumberWord reads a number from one to twelve in words, in lower case.
func ParseNumberWord(word string) (int, bool) {
	if slices.Contains([]string{"én", "et", "ét"}, word) {
		return 1, true
	}
	n := slices.Index(numberWords[1:], word) + 1
	return n, n > 0
}

// VagueLength is a length of time without a number.
type VagueLength struct {
	Name  Text // in Danish as the data names it
	Alone bool // it may stand without the event that it is counted from
	also  []string
}

var vagueLengths = [...]VagueLength{
	{Name: Text{"nogle dage", "some days"}, also: []string{"et par dage", "få dage"}},
	{Name: Text{"nogle uger", "some weeks"}, also: []string{"et par uger", "få uger"}},
	{Name: Text{"nogle måneder", "some months"}, also: []string{"et par måneder", "få måneder"}},
	{Name: Text{"kort", "shortly"}, also: []string{"kort tid", "lige"}},
	{Name: Text{"umiddelbart", "immediately"}, also: []string{"straks"}},
	{Name: Text{"tids nok", "in good time"}, Alone: true, also: []string{"i god tid", "i tilpas tid"}},
}

// ParseVagueLength reads a length without a number, in lower case.
func ParseVagueLength(words string) (VagueLength, bool) {
	for _, vague := range vagueLengths {
		if words == vague.Name.DA || slices.Contains(vague.also, words) {
			return vague, true
		}
	}
	return VagueLength{}, false
}

// playbookEvents are the events of the playbook that times are counted from, by how the
// word for each begins.
var playbookEvents = [...]Text{
	{"idriftsættelse", "go-live"},
	{"implementering", "the start of implementation"},
	{"udviklingsperiode", "the development"},
}

// ParseEvent reads the word of an event of the playbook, in lower case and with any
// ending; its Text has the word as it was.
func ParseEvent(word string) (Text, bool) {
	for _, event := range playbookEvents {
		if strings.HasPrefix(word, event.DA) {
			return Text{DA: word, EN: event.EN}, true
		}
	}
	return Text{}, false
}
