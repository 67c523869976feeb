package drejebog

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Edition is one version of the playbook.
type Edition struct {
	Number     string    `yaml:"number,required" json:"number" form:"set"` // "4.1"
	Date       date.Date `yaml:"date,required" json:"date"`
	What       lang.Text `yaml:"what,required" json:"what"`
	Added      []string  `yaml:"added" json:"added"`     // ids of sections and cases that came
	Changed    []string  `yaml:"changed" json:"changed"` // ids of sections and cases that were changed
	Provenance `yaml:",inline"`
}

// EditionError says that there is no edition of a number, or none yet on a day.
type EditionError struct {
	Word    string     // what was asked for
	Known   []string   // the editions that there are, oldest first; empty where a day was asked for
	Suggest string     // the nearest number, or ""
	Day     *date.Date // the day that was asked for, or nil
	First   date.Date  // of the first edition, where a day was asked for
}

// Error returns kind and values.
func (e *EditionError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *EditionError) Fault() (kind string, values map[string]any) {
	switch {
	case e.Day != nil:
		return "drejebog/nothing-published", map[string]any{"day": *e.Day, "first": e.First}
	case e.Suggest != "":
		return "drejebog/no-edition-meant", map[string]any{"word": lang.Quoted(e.Word), "known": e.Known, "meant": e.Suggest}
	}
	return "drejebog/no-edition", map[string]any{"word": lang.Quoted(e.Word), "known": e.Known}
}

// At returns the playbook as it stood in an edition, "1.0" to "4.1". What an
// edition changed later is shown as it stands in the newest one, since the
// older texts are lost; such windows say so in AsOf. The error is an
// *EditionError.
func (b *Playbook) At(number string) (*Playbook, error) {
	whole := b.whole
	for _, edition := range whole.Editions {
		if edition.Number == number {
			return whole.cut(edition, edition.Date), nil
		}
	}
	numbers := make([]string, len(whole.Editions))
	for i, edition := range whole.Editions {
		numbers[i] = edition.Number
	}
	return nil, &EditionError{Word: number, Known: numbers, Suggest: lang.Nearest(number, numbers)}
}

// AsOf returns what was known at the end of a day: the newest edition by
// then, with addenda and deliveries by their own dates. The error, for a day
// before the first edition, is an *EditionError.
func (b *Playbook) AsOf(day date.Date) (*Playbook, error) {
	whole := b.whole
	for i := len(whole.Editions) - 1; i >= 0; i-- {
		if whole.Editions[i].Date <= day {
			return whole.cut(whole.Editions[i], day), nil
		}
	}
	return nil, &EditionError{Word: day.String(), Day: &day, First: whole.Editions[0].Date}
}

// newest makes a book of the files' lists the one from which editions are cut,
// and returns its newest edition.
func (b *Playbook) newest() *Playbook {
	if n := len(b.Editions); n > 0 {
		b.Edition = b.Editions[n-1]
		b.Known = b.Edition.Date
	}
	b.whole, b.kept = b, new(kept)
	return b.cut(b.Edition, b.Known)
}

// cut returns the part of a whole playbook that an edition held and a day knew.
func (b *Playbook) cut(edition Edition, known date.Date) *Playbook {
	c := *b
	c.Edition, c.Known, c.kept = edition, known, new(kept)
	rank := map[string]int{}
	for i, e := range b.Editions {
		rank[e.Number] = i
	}
	last := rank[edition.Number]
	had := func(since string) bool { return since == "" || rank[since] <= last }
	here := func(p Provenance) bool { return had(p.Since) && (p.Published == nil || *p.Published <= known) }

	c.Editions = b.Editions[:last+1]
	c.Cases = keep(b.Cases, func(x *Case) bool { return here(x.Provenance) })
	for i := range c.Cases {
		c.Cases[i].Changed = keep(c.Cases[i].Changed, func(x *Change) bool { return had(x.Edition) })
		c.Cases[i].Addenda = keep(c.Cases[i].Addenda, func(x *Addendum) bool { return x.Date <= known })
		c.Cases[i].Kommuner = c.Cases[i].behind()
	}
	c.Options = keep(b.Options, func(x *Option) bool { return here(x.Provenance) })
	c.Contacts = keep(b.Contacts, func(x *ContactRole) bool { return here(x.Provenance) })
	c.Documents = keep(b.Documents, func(x *Document) bool { return here(x.Provenance) })
	c.Notes = keep(b.Notes, func(x *Note) bool { return here(x.Provenance) })
	c.Dependencies = keep(b.Dependencies, func(x *Dependency) bool { return here(x.Provenance) })
	c.PriceEstimates = keep(b.PriceEstimates, func(x *PriceEstimate) bool { return here(x.Provenance) })
	c.Milestones = keep(b.Milestones, func(x *Milestone) bool {
		return here(x.Provenance) || x.Delivered != nil && x.Delivered.When.Last <= known // delivered before an edition told of it
	})
	for i := range c.Milestones {
		m := &c.Milestones[i]
		m.Earlier = keep(m.Earlier, func(x *Dated) bool { return here(x.Provenance) })
		if m.Promised != nil && !here(m.Promised.Provenance) {
			m.Promised = nil
			if n := len(m.Earlier); n > 0 {
				m.Promised, m.Earlier = &m.Earlier[n-1], m.Earlier[:n-1]
			}
		}
		if m.Delivered != nil && m.Delivered.When.Last > known {
			m.Delivered = nil
		}
	}
	c.Activities = keep(b.Activities, func(x *Activity) bool { return here(x.Provenance) })
	for i := range c.Activities {
		c.Activities[i].cut(had, known)
	}
	c.cutSections()
	return &c
}

// cutSections removes sections and cases that came later from what names several.
func (b *Playbook) cutSections() {
	there := map[string]bool{}
	for _, id := range chapters {
		there[id] = true
	}
	for i := range b.Activities {
		there[b.Activities[i].ID] = true
	}
	for i := range b.Cases {
		there[b.Cases[i].ID] = true
	}
	cut := func(sections *[]string) { *sections = keep(*sections, func(id *string) bool { return there[*id] }) }
	for i := range b.Cases {
		cut(&b.Cases[i].Sections)
	}
	for i := range b.Contacts {
		cut(&b.Contacts[i].Sections)
	}
	for i := range b.Documents {
		cut(&b.Documents[i].Sections)
	}
	for i := range b.Notes {
		cut(&b.Notes[i].Sections)
	}
}

// cut removes what came later and marks the windows whose section was changed
// later.
func (a *Activity) cut(had func(edition string) bool, known date.Date) {
	asOf := ""
	for _, change := range a.Changed {
		if !had(change.Edition) {
			asOf = change.Edition
		}
	}
	a.Actors = a.Actors.at(had)
	a.Changed = keep(a.Changed, func(x *Change) bool { return had(x.Edition) })
	a.Windows = keep(a.Windows, func(x *Window) bool { return had(x.Since) })
	for i := range a.Windows {
		a.Windows[i].AsOf = asOf
	}
	a.Addenda = keep(a.Addenda, func(x *Addendum) bool { return x.Date <= known })
	a.Notes = keep(a.Notes, func(x *NoteOnEntry) bool { return had(x.Since) })
	a.Steps = keep(a.Steps, func(x *Step) bool { return had(x.Since) })
	if a.Closed != nil && a.Closed.Addendum > known {
		a.Closed = nil
	}
}

// keep returns a new slice of the entries that match.
func keep[T any](list []T, match func(*T) bool) []T {
	kept := make([]T, 0, len(list))
	for i := range list {
		if match(&list[i]) {
			kept = append(kept, list[i])
		}
	}
	return slices.Clip(kept)
}
