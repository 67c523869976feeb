package drejebog

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Difference is one thing that the later of two editions has and the earlier
// has not, or has otherwise.
type Difference struct {
	Kind    DifferenceKind `json:"kind" form:"set"`
	Edition string         `json:"edition"`       // the edition that brought it, "" for an addendum that none has carried yet
	ID      string         `json:"id" form:"set"` // id of the activity, window, step, milestone, case or addendum's section
	Title   lang.Text      `json:"title"`         // of the entry
	What    lang.Text      `json:"what"`          // what changed or was added, where the playbook says it; of a new window and a promise, when
}

// DifferenceKind says what happened to an entry.
type DifferenceKind uint8

// The kinds.
const (
	ActivityAdded DifferenceKind = iota + 1
	WindowAdded
	StepAdded
	ActivityChanged
	ActivityClosed
	AddendumAdded
	DeliverableReceived
	CaseAdded
	CaseChanged
	PromiseMade
)

var differenceKindNames = [...]string{
	ActivityAdded: "activityAdded", WindowAdded: "windowAdded", StepAdded: "stepAdded", ActivityChanged: "activityChanged",
	ActivityClosed: "activityClosed", AddendumAdded: "addendumAdded", DeliverableReceived: "deliverableReceived",
	CaseAdded: "caseAdded", CaseChanged: "caseChanged", PromiseMade: "promiseMade",
}

// String returns the kind's name in JSON.
func (k DifferenceKind) String() string { return strict.NameOf(k, differenceKindNames[:]) }

// MarshalText writes the name.
func (k DifferenceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Diff returns what b has over a, an earlier state of the same playbook, in
// the playbook's order: activities with their windows, steps, changes and
// addenda, then what was delivered and promised, then cases. Given the later one first it
// returns nothing: an edition takes nothing back.
func Diff(a, b *Playbook) []Difference {
	var list []Difference
	for i := range b.Activities {
		list = append(list, b.diffActivity(a.Activity(b.Activities[i].ID), &b.Activities[i])...)
	}
	list = append(list, b.diffDeliverables(a)...)
	for i := range b.Cases {
		now := &b.Cases[i]
		old := find(a.Cases, func(c *Case) bool { return c.ID == now.ID })
		list = append(list, b.diffCase(old, now)...)
	}
	return list
}

func (b *Playbook) diffActivity(old, now *Activity) []Difference {
	if old == nil {
		list := []Difference{{Kind: ActivityAdded, Edition: now.Since, ID: now.ID, Title: now.Title}}
		for i := range now.Windows {
			list = append(list, windowAdded(now, &now.Windows[i]))
		}
		return list
	}
	var list []Difference
	for i := range now.Windows {
		if w := &now.Windows[i]; old.window(w.ID) == nil {
			list = append(list, windowAdded(now, w))
		}
	}
	for i := range now.Steps {
		s := &now.Steps[i]
		if find(old.Steps, func(o *Step) bool { return o.ID == s.ID }) == nil {
			list = append(list, Difference{Kind: StepAdded, Edition: s.Since, ID: now.StepID(s), Title: s.Name})
		}
	}
	for _, change := range later(old.Changed, now.Changed) {
		list = append(list, Difference{Kind: ActivityChanged, Edition: change.Edition, ID: now.ID, Title: now.Title, What: change.What})
	}
	for _, addendum := range later(old.Addenda, now.Addenda) {
		list = append(list, Difference{Kind: AddendumAdded, Edition: b.carrierOf(addendum.Date), ID: now.ID, Title: now.Title, What: addendum.What})
	}
	if now.Closed != nil && old.Closed == nil {
		list = append(list, Difference{Kind: ActivityClosed, Edition: b.carrierOf(now.Closed.Addendum), ID: now.ID, Title: now.Title, What: now.Closed.What})
	}
	return list
}

// windowAdded is a new window with when it is.
func windowAdded(a *Activity, w *Window) Difference {
	return Difference{Kind: WindowAdded, Edition: w.Since, ID: w.ID, Title: a.Title, What: w.Written()}
}

func (b *Playbook) diffDeliverables(a *Playbook) []Difference {
	var list []Difference
	for i := range b.Milestones {
		m := &b.Milestones[i]
		old := find(a.Milestones, func(o *Milestone) bool {
			return o.ID == m.ID && slices.Equal(o.Projects, m.Projects) && slices.Equal(o.Systems, m.Systems)
		})
		switch {
		case m.Kind == Deliverable && m.Delivered != nil:
			if old == nil || old.Delivered == nil {
				list = append(list, Difference{Kind: DeliverableReceived, Edition: m.Delivered.Since, ID: m.ID, Title: m.Name, What: m.Delivered.Why})
			}
		case m.Kind == Deliverable || m.Kind == GoLive:
			list = append(list, b.promised(old, m)...)
		}
	}
	return list
}

// promised is a promise that is new or has moved. One without a time is new with
// what it is for, where the text makes it.
func (b *Playbook) promised(old, now *Milestone) []Difference {
	d := Difference{Kind: PromiseMade, Edition: now.Since, ID: now.ID, Title: now.Name}
	if now.Promised == nil {
		if old != nil || now.Offset != nil || now.Certainty != Stated {
			return nil
		}
		return []Difference{d}
	}
	d.Edition, d.What = now.Promised.Since, now.Promised.When.Written()
	switch {
	case old == nil || old.Promised == nil:
		return []Difference{d}
	case old.Promised.When.Same(now.Promised.When) || !b.hasEdition(old.Promised.Since):
		return nil
	}
	d.What = b.Words.Say("catalogue/promise-moved", lang.Args{"promise": d.What, "before": old.Promised.When.Written()})
	return []Difference{d}
}

// hasEdition reports whether the book knows an edition.
func (b *Playbook) hasEdition(number string) bool {
	return find(b.Editions, func(e *Edition) bool { return e.Number == number }) != nil
}

func (b *Playbook) diffCase(old, now *Case) []Difference {
	if old == nil {
		return []Difference{{Kind: CaseAdded, Edition: now.Since, ID: now.ID, Title: now.Title}}
	}
	var list []Difference
	for _, change := range later(old.Changed, now.Changed) {
		list = append(list, Difference{Kind: CaseChanged, Edition: change.Edition, ID: now.ID, Title: now.Title, What: change.What})
	}
	for _, addendum := range later(old.Addenda, now.Addenda) {
		list = append(list, Difference{Kind: AddendumAdded, Edition: b.carrierOf(addendum.Date), ID: now.ID, Title: now.Title, What: addendum.What})
	}
	return list
}

// carrierOf returns the first edition that carried an addendum of a day, ""
// when none of b's did: an addendum may be some days older than its edition.
func (b *Playbook) carrierOf(day date.Date) string {
	carrier := find(b.Editions, func(e *Edition) bool { return e.Date >= day })
	if carrier == nil {
		return ""
	}
	return carrier.Number
}

// later returns what the longer of two lists, the shorter being its
// beginning, has beyond the shorter.
func later[T any](old, now []T) []T { return now[min(len(old), len(now)):] }

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
	return b.Words.Key("theme", t.String(), nil)
}
