package ical

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// summary says what happens or must be done, and in which section it stands:
// "Frist: Udpeg den første administrator (Serviceplatformen) – afsnit 4.11".
func summary(words *lang.Catalogue, m *keydate.Mark) lang.Text {
	text := m.Label
	if kind := m.Kind.String(); words.Has("ical-summary/" + kind) { // most labels say it themselves
		text = words.Key("ical-summary", kind, lang.Args{"label": m.Label})
	}
	if m.Section == "" {
		return text
	}
	return words.Say("ical/section", lang.Args{"summary": text, "section": lang.Both(m.Section)})
}

// description says who must act, how sure the date is, and what else there is
// to know, a line each.
func description(s *timeline.Schedule, m *keydate.Mark, language lang.Lang) string {
	words := s.Book.Words
	var lines []string
	if party := s.Book.Party(m.Actor); party != nil {
		lines = append(lines, words.Say("ical/who-acts", lang.Args{"party": party.Name}).In(language))
	}
	if note := m.Note.In(language); note != "" {
		lines = append(lines, note)
	}
	if m.Certainty != 0 {
		lines = append(lines, words.Say("common/date-certainty", lang.Args{
			"certainty": words.Key("certainty", m.Certainty.String(), nil).Lower(),
		}).In(language))
	}
	lines = append(lines, words.Say("common/seen-from", lang.Args{"day": lang.Day(s.AsOf)}).In(language))
	return strings.Join(lines, "\n")
}

// clean makes text fit for a line: nothing is left that steers a page, but the
// line break.
func clean(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = lang.OneLine(lines[i])
	}
	return strings.Join(lines, "\n")
}
