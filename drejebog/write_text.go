package drejebog

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// WriteText writes the playbook as a catalogue for people: each activity with
// its windows, who does what, and its steps.
func (b *Playbook) WriteText(w io.Writer, language lang.Lang) error {
	t := &textWriter{book: b, language: language}
	t.catalogue()
	_, err := io.WriteString(w, t.out.String())
	return err
}

// WriteDiff writes differences from Diff, of which b is the later state.
func (b *Playbook) WriteDiff(w io.Writer, language lang.Lang, differences []Difference) error {
	t := &textWriter{book: b, language: language}
	t.differences(differences)
	_, err := io.WriteString(w, t.out.String())
	return err
}

// textWriter collects the lines of a page.
type textWriter struct {
	book     *Playbook
	language lang.Lang
	out      strings.Builder
}

// say is a message of the playbook's words in the page's language.
func (t *textWriter) say(id string, args lang.Args) string {
	return t.book.Words.Say(id, args).In(t.language)
}

func (t *textWriter) line(format string, args ...any) { fmt.Fprintf(&t.out, format+"\n", args...) }

// pageWidth is the width that text is wrapped at, in characters.
const pageWidth = 100

// wrapped writes words after a label, with the following lines indented to
// where the words begin.
func (t *textWriter) wrapped(label, words string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(label))
	line := label
	for i, word := range strings.Fields(words) {
		if i > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > pageWidth {
			t.line("%s", line)
			line = indent + word
			continue
		}
		if i > 0 {
			line += " "
		}
		line += word
	}
	t.line("%s", strings.TrimRight(line, " "))
}

func (t *textWriter) title() {
	t.line("%s", t.say("catalogue/title", nil))
	t.line("%s", t.say("catalogue/edition", lang.Args{"edition": lang.Both(t.book.Edition.Number), "day": lang.Day(t.book.Known)}))
}

func (t *textWriter) catalogue() {
	t.title()
	t.line("")
	t.wrapped("", t.say("catalogue/intro", nil))
	theme := Theme(0)
	for i := range t.book.Activities {
		a := &t.book.Activities[i]
		if a.Theme != theme {
			theme = a.Theme
			t.heading(t.book.ThemeTitle(theme).In(t.language))
		}
		t.activity(a)
	}
	t.milestones()
	t.cases()
}

func (t *textWriter) heading(words string) {
	t.line("\n%s\n%s", words, strings.Repeat("=", utf8.RuneCountInString(words)))
}

func (t *textWriter) activity(a *Activity) {
	t.line("")
	t.wrapped(fmt.Sprintf("%-5s", a.ID), a.Title.In(t.language))
	for i := range a.Windows {
		t.window(&a.Windows[i])
	}
	if a.Closed != nil {
		t.wrapped("     ", t.say("catalogue/closed-on", lang.Args{"day": lang.Day(a.Closed.On)}))
	}
	if projects := t.book.ProjectsOf(a); len(projects) > 0 {
		t.wrapped("     ", t.say("catalogue/for", lang.Args{"projects": lang.Both(strings.Join(t.book.names(projects), ", "))}))
	}
	t.wrapped("     "+t.say("catalogue/kommune", nil)+": ", a.Actors.Kommune.In(t.language))
	t.wrapped("     KOMBIT: ", a.Actors.KOMBIT.In(t.language))
	t.wrapped("     "+t.say("catalogue/supplier", nil)+": ", a.Actors.Supplier.In(t.language))
	for i := range a.Steps {
		t.wrapped("     · ", t.step(&a.Steps[i]))
	}
}

func (t *textWriter) window(w *Window) {
	printed := w.Printed()
	if t.language == lang.English {
		printed = w.PrintedEnglish()
	}
	says := []string{
		printed, t.book.Words.Key("catalogue-end", w.Kind.String(), nil).In(t.language),
		t.book.Words.Key("obligation", w.Obligation.String(), nil).In(t.language),
	}
	if w.AsOf != "" {
		says = append(says, t.say("catalogue/as-of", lang.Args{"edition": lang.Both(w.AsOf)}))
	}
	t.wrapped("     ", strings.Join(says, " · "))
}

func (t *textWriter) step(s *Step) string {
	name := s.Name.In(t.language)
	if s.Duration == nil {
		return name + " (" + t.say("catalogue/continuous", nil) + ")"
	}
	length := t.say("catalogue/length", lang.Args{"low": lang.Both(strconv.Itoa(s.Duration.Low)), "high": lang.Both(strconv.Itoa(s.Duration.High))})
	return name + " (" + length + ")"
}

// milestones lists the dated ones by date, and then what is promised without a
// time.
func (t *textWriter) milestones() {
	type dated struct {
		milestone *Milestone
		days      Days
	}
	var list []dated
	var undated []string
	for i := range t.book.Milestones {
		m := &t.book.Milestones[i]
		nodes := t.book.spread(m.ID, m.Scope, m.Projects, m.Systems, Local{})
		if m.Kind == Horizon || len(nodes) == 0 {
			continue
		}
		nodes[0].Milestone = m
		if days, ok := t.book.DatesOf(&nodes[0], nil); ok {
			list = append(list, dated{m, days})
		} else if m.Kind == Deliverable {
			undated = append(undated, t.milestoneName(m))
		}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Compare(a.days.Last, b.days.Last) })
	t.heading(t.say("catalogue/milestones", nil))
	t.line("")
	for _, d := range list {
		t.wrapped("- ", t.milestoneTime(d.milestone, d.days)+": "+t.milestoneName(d.milestone))
	}
	if len(undated) > 0 {
		t.heading(t.say("catalogue/without-time", nil))
		t.line("")
		for _, name := range undated {
			t.wrapped("- ", name)
		}
	}
}

// milestoneTime tells when, in the playbook's own words, and whether it was
// promised, has come, or is counted from something else.
func (t *textWriter) milestoneTime(m *Milestone, days Days) string {
	words := func(d *Dated) lang.Text { return lang.Text{DA: d.When.Text, EN: d.When.English()} }
	switch {
	case m.Delivered != nil && m.Promised != nil && !m.Promised.When.Same(m.Delivered.When):
		return t.say("catalogue/came-promised", lang.Args{"came": words(m.Delivered), "promise": words(m.Promised)})
	case m.Delivered != nil:
		return words(m.Delivered).In(t.language)
	case m.Promised != nil && m.Kind == Deliverable:
		return t.say("catalogue/promised", lang.Args{"promise": words(m.Promised)})
	case m.Promised != nil:
		return t.assumed(words(m.Promised), m.Promised.Certainty)
	}
	return t.assumed(lang.DayText(days.Last), m.Offset.Certainty)
}

// assumed warns of a date that the text does not state.
func (t *textWriter) assumed(day lang.Text, c Certainty) string {
	switch c {
	case Implied:
		return t.say("catalogue/implied", lang.Args{"day": day})
	case Assumed:
		return t.say("catalogue/assumed", lang.Args{"day": day})
	}
	return day.In(t.language)
}

// milestoneName adds the projects or systems that the name does not tell.
func (t *textWriter) milestoneName(m *Milestone) string {
	name := m.Name.In(t.language)
	var missing []string
	for _, id := range m.Systems {
		if s := t.book.System(id); s != nil && !strings.Contains(name, s.Name) {
			missing = append(missing, s.Name)
		}
	}
	if m.Scope == PerProject {
		for _, project := range t.book.names(m.Projects) {
			if !strings.Contains(name, project) {
				missing = append(missing, project)
			}
		}
	}
	if len(missing) == 0 {
		return name
	}
	return name + " (" + strings.Join(missing, ", ") + ")"
}

func (t *textWriter) cases() {
	if len(t.book.Cases) == 0 {
		return
	}
	t.heading(t.say("catalogue/cases", nil))
	t.line("")
	for i := range t.book.Cases {
		c := &t.book.Cases[i]
		t.wrapped(fmt.Sprintf("%-6s", c.ID), c.Title.In(t.language))
	}
}

func (t *textWriter) differences(list []Difference) {
	t.title()
	t.line("")
	if len(list) == 0 {
		t.line("%s", t.say("catalogue/nothing-new", nil))
	}
	for _, d := range Briefly(list) {
		text := t.book.DifferenceTitle(d.Kind).In(t.language) + ": " + d.Title.In(t.language)
		if !d.What.IsZero() {
			text += " – " + d.What.In(t.language)
		}
		t.wrapped(fmt.Sprintf("%-5s", d.Edition), d.ID+" "+text)
	}
}

// Briefly leaves out the changes of a section that one of its addenda tells in
// more words.
func Briefly(list []Difference) []Difference {
	return slices.DeleteFunc(slices.Clone(list), func(d Difference) bool {
		return d.Kind == ActivityChanged && hasAddendum(list, d)
	})
}

// hasAddendum reports whether an addendum tells of a change.
func hasAddendum(list []Difference, change Difference) bool {
	return slices.ContainsFunc(list, func(d Difference) bool {
		return d.Kind == AddendumAdded && d.ID == change.ID && d.Edition == change.Edition
	})
}

// DifferenceTitle says in a few words what happened: "ny aktivitet".
func (b *Playbook) DifferenceTitle(k DifferenceKind) lang.Text {
	return b.Words.Key("difference", k.String(), nil)
}

// ThemeTitle is the title of a theme's chapter, restated.
func (b *Playbook) ThemeTitle(t Theme) lang.Text {
	return b.Words.Key("chapter", t.String(), nil)
}
