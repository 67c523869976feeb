package drejebog

// Difference is one thing that the later of two editions has and the earlier
// has not, or has otherwise.
type Difference struct {
	Kind    DifferenceKind
	Edition string // the edition that brought it
	ID      string // id of the activity, window, step, milestone, case or addendum's section
	Title   Text   // of the entry
	What    Text   // what changed or was added, where the playbook says it
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
)

var differenceKindNames = [...]string{
	ActivityAdded: "activityAdded", WindowAdded: "windowAdded", StepAdded: "stepAdded", ActivityChanged: "activityChanged",
	ActivityClosed: "activityClosed", AddendumAdded: "addendumAdded", DeliverableReceived: "deliverableReceived",
	CaseAdded: "caseAdded", CaseChanged: "caseChanged",
}

// String returns the kind's name in JSON.
func (k DifferenceKind) String() string { return nameOf(k, differenceKindNames[:]) }

// MarshalText writes the name.
func (k DifferenceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Diff returns what b has over a, an earlier state of the same playbook, in
// the playbook's order: activities with their windows, steps, changes and
// addenda, then deliverables, then cases. Given the later one first it
// returns nothing: an edition takes nothing back.
func Diff(a, b *Playbook) []Difference {
	var list []Difference
	for i := range b.Activities {
		list = append(list, diffActivity(a.Activity(b.Activities[i].ID), &b.Activities[i])...)
	}
	list = append(list, diffDeliverables(a, b)...)
	for i := range b.Cases {
		list = append(list, diffCase(a, &b.Cases[i])...)
	}
	return list
}

func diffActivity(old, now *Activity) []Difference {
	if old == nil {
		return []Difference{{Kind: ActivityAdded, Edition: now.Since, ID: now.ID, Title: now.Title}}
	}
	var list []Difference
	for i := range now.Windows {
		if w := &now.Windows[i]; old.Window(w.ID) == nil {
			list = append(list, Difference{Kind: WindowAdded, Edition: w.Since, ID: w.ID, Title: now.Title})
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
		list = append(list, Difference{Kind: AddendumAdded, ID: now.ID, Title: now.Title, What: addendum.What})
	}
	if now.Closed != nil && old.Closed == nil {
		list = append(list, Difference{Kind: ActivityClosed, ID: now.ID, Title: now.Title, What: now.Closed.What})
	}
	return list
}

func diffDeliverables(a, b *Playbook) []Difference {
	var list []Difference
	for i := range b.Milestones {
		m := &b.Milestones[i]
		if m.Kind != Deliverable || m.Delivered == nil {
			continue
		}
		old := find(a.Milestones, func(o *Milestone) bool { return o.ID == m.ID && sameProjects(o, m) })
		if old == nil || old.Delivered == nil {
			list = append(list, Difference{Kind: DeliverableReceived, Edition: m.Delivered.Since, ID: m.ID, Title: m.Name, What: m.Delivered.Why})
		}
	}
	return list
}

// sameProjects tells apart the rows of one milestone id.
func sameProjects(a, b *Milestone) bool {
	return len(a.Projects) == len(b.Projects) && (len(a.Projects) == 0 || a.Projects[0] == b.Projects[0])
}

func diffCase(a *Playbook, now *Case) []Difference {
	old := find(a.Cases, func(o *Case) bool { return o.ID == now.ID })
	if old == nil {
		return []Difference{{Kind: CaseAdded, Edition: now.Since, ID: now.ID, Title: now.Title}}
	}
	var list []Difference
	for _, change := range later(old.Changed, now.Changed) {
		list = append(list, Difference{Kind: CaseChanged, Edition: change.Edition, ID: now.ID, Title: now.Title, What: change.What})
	}
	return list
}

// later returns what the longer of two lists, the shorter being its
// beginning, has beyond the shorter.
func later[T any](old, now []T) []T { return now[min(len(old), len(now)):] }
