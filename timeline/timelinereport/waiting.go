package timelinereport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/rickb777/date/v2"
)

// WaitingList tells what has not come, by how it stands, and what came later
// than promised. What is the same for several projects is one entry.
func WaitingList(l *view.WaitingList) *document.Document {
	d := &document.Document{}
	if l == nil || (teller{l.Schedule}).isSilent() {
		return d
	}
	x := waiting{l, teller{l.Schedule}, map[string]int{}}
	for i := range x.t.Milestones {
		x.place[x.t.Milestones[i].ID] = i
	}
	d.Title, d.Subject = x.t.text("timeline/waiting-for", nil), x.t.kommune()
	d.Tell(x.t.text("timeline/waiting-intro", lang.Args{"day": lang.Day(x.t.SeenFrom())}))
	for _, part := range []struct {
		head lang.Text
		take func(*view.Deliverable) bool
	}{
		{x.t.text("timeline/should-have-come", nil), func(a *view.Deliverable) bool { return a.State == view.Overdue }},
		{x.t.text("timeline/are-expected", nil), func(a *view.Deliverable) bool { return a.State == view.Expected }},
		{x.t.text("timeline/needed-unpromised", nil),
			func(a *view.Deliverable) bool { return a.State == view.Unpromised && x.t.anyInTime(a.HoldsUp) }},
		{x.t.text("timeline/came-late", nil), func(a *view.Deliverable) bool { return a.State == view.Delivered && a.Late > 0 }},
	} {
		if lines := x.lines(part.take); len(lines) > 0 {
			d.Section(part.head)
			d.Points(lines...)
		}
	}
	return d
}

type waiting struct {
	*view.WaitingList
	t     teller
	place map[string]int // of a milestone in the playbook's order
}

func (w *waiting) lines(take func(*view.Deliverable) bool) []lang.Text {
	var lines []lang.Text
	var told []*view.Deliverable
	for i := range w.Deliverables {
		first := &w.Deliverables[i]
		if !take(first) || slices.Contains(told, first) {
			continue
		}
		same := w.alike(first, take)
		told = append(told, same...)
		lines = append(lines, w.sentence(same))
	}
	return lines
}

// alike lists the deliverables that are told of together: of one name, promise
// and arrival.
func (w *waiting) alike(first *view.Deliverable, take func(*view.Deliverable) bool) []*view.Deliverable {
	var same []*view.Deliverable
	for i := range w.Deliverables {
		a := &w.Deliverables[i]
		if take(a) && a.Milestone.Milestone.Name == first.Milestone.Milestone.Name && a.Words == first.Words &&
			sameDay(a.Delivered, first.Delivered) && a.Milestone.Date.Kind == first.Milestone.Date.Kind && !dayApart(a, first) {
			same = append(same, a)
		}
	}
	slices.SortFunc(same, func(a, b *view.Deliverable) int {
		return cmp.Compare(w.place[a.Milestone.ID], w.place[b.Milestone.ID])
	})
	return same
}

func sameDay(a, b *date.Date) bool { return a == b || a != nil && b != nil && *a == *b }

// dayApart reports whether two that a rule expects on days of their own would,
// told of together, look late: the one's day against the other's need.
func dayApart(a, b *view.Deliverable) bool {
	return a.State <= view.Expected && a.Promised == nil && (a.Milestone.Date != b.Milestone.Date || a.Milestone.Latest != b.Milestone.Latest)
}

// sentence tells of one deliverable for one or more projects.
func (w *waiting) sentence(same []*view.Deliverable) lang.Text {
	t, a := w.t, same[0]
	name := a.Milestone.Milestone.Name
	var scopes []string
	latest := a.Milestone.Latest
	for _, x := range same {
		if scope := t.scope(&x.Milestone.Node); scope != "" && !strings.Contains(t.Book.PartyShortName(a.Milestone.Milestone.Actor).DA+": "+name.DA, scope) {
			scopes = append(scopes, scope)
		}
		if x.Milestone.Latest.Compare(latest) < 0 {
			latest = x.Milestone.Latest
		}
	}
	what, promised := t.owes(a.Milestone.Milestone.Actor, name, scopes), w.promised(a)
	told := lang.Joined("; ", what, lang.Joined(", ", promised, w.lateness(a)))
	if promised.IsZero() {
		told = lang.Joined(", ", what, w.lateness(a))
	}
	if a.State == view.Delivered {
		return told.Ended()
	}
	if latest.Kind != timeline.Open {
		told = lang.Joined("; ", told, t.needed(latest))
	}
	if holds := w.holds(same); len(holds) > 0 {
		waits := t.text("timeline/waits-for-it", lang.Args{"list": lang.Joined("; ", holds...)})
		return lang.Joined(" ", told.Ended(), waits)
	}
	return told.Ended()
}

// promised says for when a deliverable is promised or expected; nothing where
// nobody says.
func (w *waiting) promised(a *view.Deliverable) lang.Text {
	switch {
	case a.Promised != nil:
		return w.t.text("timeline/promised", lang.Args{"promise": a.Words})
	case a.State == view.Expected:
		return w.t.text("timeline/is-expected", lang.Args{"day": w.t.whenText(a.Milestone.Date)})
	case a.State == view.Overdue:
		if due := w.t.DueOn(a.Milestone); due != nil {
			return w.t.text("timeline/due-by", lang.Args{"day": lang.Day(*due)})
		}
	}
	return lang.Text{}
}

// lateness says how late a deliverable came, or is; of a promise without a day, from
// which day that is counted.
func (w *waiting) lateness(a *view.Deliverable) lang.Text {
	late := w.late(a)
	if late.IsZero() || a.Late == 0 || a.Promised == nil || a.Words == lang.DayText(*a.Promised) {
		return late
	}
	return w.t.text("timeline/counted-from", lang.Args{"late": late, "day": lang.Day(*a.Promised)})
}

func (w *waiting) late(a *view.Deliverable) lang.Text {
	switch {
	case a.State == view.Delivered:
		return w.t.text("timeline/came-late-by", lang.Args{"day": lang.Day(*a.Delivered), "days": w.t.days(a.Late)})
	case a.Late > 0:
		return w.t.text("timeline/overdue-by", lang.Args{"days": w.t.days(a.Late)})
	}
	return lang.Text{}
}

// holds names what waits for deliverables, each once.
func (w *waiting) holds(same []*view.Deliverable) []lang.Text {
	var names []lang.Text
	for _, a := range same {
		for _, id := range a.HoldsUp {
			if node := w.t.Node(id); node != nil && !slices.Contains(names, node.Name().Lower()) {
				names = append(names, node.Name().Lower())
			}
		}
	}
	return names
}
