package ical

import (
	"strings"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
)

func calendarName(s *timeline.Schedule) lang.Text {
	return lang.Text{DA: "Monopolbruddet – " + s.Kommune.FullName(), EN: "End of the KMD monopoly – " + s.Kommune.FullName()}
}

// summary says what happens or must be done, and in which section it stands:
// "Frist: Udpeg den første administrator (Serviceplatformen) – afsnit 4.11".
func summary(m *timeline.Mark, language lang.Lang) string {
	text := m.Label.In(language)
	if prefix := prefixes[m.Kind]; !prefix.IsZero() {
		text = prefix.In(language) + text
	}
	if m.Section != "" {
		text += lang.Text{DA: " – afsnit ", EN: " – section "}.In(language) + m.Section
	}
	return text
}

// prefixes tell what a day is for where the label alone does not.
var prefixes = map[timeline.MarkKind]lang.Text{
	timeline.MarkDeadline:    {DA: "Frist: ", EN: "Deadline: "},
	timeline.MarkNotice:      {DA: "Sidste dag: ", EN: "Last day: "},
	timeline.MarkDeliverable: {DA: "Leverance: ", EN: "Deliverable: "},
}

// description says who must act, how sure the date is, and what else there is
// to know, a line each.
func description(s *timeline.Schedule, m *timeline.Mark, language lang.Lang) string {
	var lines []string
	if party := s.Book.Party(m.Actor); party != nil {
		lines = append(lines, lang.Text{DA: "Ansvarlig: ", EN: "Who acts: "}.In(language)+party.Name.In(language)+".")
	}
	if !m.Note.IsZero() {
		lines = append(lines, m.Note.In(language))
	}
	if sure, ok := certainties[m.Certainty]; ok {
		lines = append(lines, sure.In(language))
	}
	lines = append(lines, lang.Text{DA: "Set fra ", EN: "Seen from "}.In(language)+lang.DayText(s.AsOf).In(language)+".")
	return strings.Join(lines, "\n")
}

var certainties = map[drejebog.Certainty]lang.Text{
	drejebog.Stated:  {DA: "Datoen er oplyst.", EN: "The date is stated."},
	drejebog.Implied: {DA: "Datoen følger af drejebogen, men står der ikke.", EN: "The date follows from the playbook but is not stated."},
	drejebog.Assumed: {DA: "Datoen bygger på antagelser.", EN: "The date rests on assumptions."},
}

// clean makes text fit for a line: control characters but the line break become
// spaces, what is no UTF-8 a replacement character.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}
