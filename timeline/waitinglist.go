package timeline

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/rickb777/date/v2"
)

// WaitingList is what others owe the kommune.
type WaitingList struct {
	// Deliverables has what is overdue first, then what is promised, by when it is
	// expected, then what nobody has dated, by when it is needed, and last what has
	// come.
	Deliverables []Awaiting

	schedule *Schedule
}

// Awaiting is one deliverable of somebody else's.
type Awaiting struct {
	Milestone *Milestone
	State     AwaitingState
	Promised  *date.Date // the last day that it was promised for; nil where nobody promised
	Words     lang.Text  // the promise in the words of the one who made it
	Delivered *date.Date // the day that it came; nil: not known to have come
	Late      int        // calendar days from the promise, or the day of the rule, to the day that it came, or to the day that the schedule is seen from; 0 in time
	HoldsUp   []string   // ids of the kommune's own tasks and milestones that are not done and wait for it, directly or over another deliverable
	Helps     []string   // ids of those that it only helps

	node int // its place in the playbook's order
}

// AwaitingState says how a deliverable stands.
type AwaitingState uint8

// The states, in the list's order.
const (
	Overdue    AwaitingState = iota + 1 // promised, or due by a rule, for a day that has passed, and not known to have come
	Expected                            // promised, or dated by a rule
	Unpromised                          // nobody has dated it
	Delivered                           // it has come
)

var awaitingNames = [...]string{Overdue: "overdue", Expected: "expected", Unpromised: "unpromised", Delivered: "delivered"}

// String returns "overdue", "expected", "unpromised", "delivered", or "".
func (s AwaitingState) String() string {
	if int(s) < len(awaitingNames) {
		return awaitingNames[s]
	}
	return ""
}

// WaitingFor lists the deliverables of others.
func (s *Schedule) WaitingFor() *WaitingList {
	list := &WaitingList{schedule: s}
	holds, helps := s.network.successors()
	for i := range s.network.nodes {
		m := s.Milestone(s.network.nodes[i].ID)
		if m == nil || m.Milestone.Kind != drejebog.Deliverable {
			continue
		}
		a := s.awaiting(m)
		a.node, a.HoldsUp, a.Helps = i, s.ownAfter(i, holds), s.ownAfter(i, helps)
		list.Deliverables = append(list.Deliverables, a)
	}
	slices.SortStableFunc(list.Deliverables, func(a, b Awaiting) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.sortKey(), b.sortKey()), cmp.Compare(a.Milestone.Latest.sortKey(), b.Milestone.Latest.sortKey()))
	})
	return list
}

func (a *Awaiting) sortKey() int64 {
	switch {
	case a.Delivered != nil:
		return int64(*a.Delivered)
	case a.Promised != nil:
		return int64(*a.Promised)
	}
	return a.Milestone.Date.sortKey()
}

func (s *Schedule) awaiting(m *Milestone) Awaiting {
	a := Awaiting{Milestone: m, State: Unpromised}
	a.Promised, a.Delivered = s.Owed(m)
	due := s.DueOn(m)
	if a.Promised != nil {
		a.Words = s.promise(m, *a.Promised)
	}
	switch {
	case a.Delivered != nil:
		a.State = Delivered
		if a.Promised != nil {
			a.Late = max(0, int(*a.Delivered-*a.Promised))
		}
	case due != nil && *due < s.SeenFrom():
		a.State, a.Late = Overdue, int(s.SeenFrom()-*due)
	case a.Promised != nil || m.Date.Kind != Open:
		a.State = Expected
	}
	return a
}

// DueOn is the last day that a deliverable is promised for, or that a rule
// counts for it; nil where nobody says.
func (s *Schedule) DueOn(m *Milestone) *date.Date {
	if promised, _ := s.Owed(m); promised != nil {
		return promised
	}
	i := s.network.indexOf(m.ID)
	days, ok := s.Book.DatesOf(&m.Node, s.network.given)
	if !ok || s.network.undated(i) {
		return nil
	}
	return &days.Last
}

// successors lists what comes after each node by hard edges, and by soft ones.
func (n *network) successors() (hard, soft [][]int) {
	hard, soft = make([][]int, len(n.nodes)), make([][]int, len(n.nodes))
	for _, edge := range n.edges {
		hard[edge.From] = append(hard[edge.From], edge.To)
	}
	for _, edge := range n.helps {
		soft[edge.From] = append(soft[edge.From], edge.To)
	}
	return hard, soft
}

// ownAfter returns the first nodes after another that are not somebody else's
// deliverable and are not known to be done, each once; never nil.
func (s *Schedule) ownAfter(i int, successors [][]int) []string {
	ids, seen := []string{}, map[int]bool{i: true}
	todo := slices.Clone(successors[i])
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		node := &s.network.nodes[at]
		if node.Milestone != nil && node.Milestone.Kind == drejebog.Deliverable {
			todo = append(todo, successors[at]...)
			continue
		}
		if !s.isOver(at) {
			ids = append(ids, node.ID)
		}
	}
	return ids
}

// WriteText writes the list: what has not come, by how it stands, and what came
// later than promised. What is the same for several projects is one entry.
func (l *WaitingList) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
	s := l.schedule
	p.Line(s.text("timeline/waiting-title", lang.Args{"kommune": s.kommuneName()}).In(language))
	p.Paragraph("", s.text("timeline/waiting-intro", lang.Args{"day": lang.Day(s.SeenFrom())}).In(language))
	for _, part := range []struct {
		head lang.Text
		take func(*Awaiting) bool
	}{
		{s.text("timeline/should-have-come", nil), func(a *Awaiting) bool { return a.State == Overdue }},
		{s.text("timeline/are-expected", nil), func(a *Awaiting) bool { return a.State == Expected }},
		{s.text("timeline/needed-unpromised", nil),
			func(a *Awaiting) bool {
				return a.State == Unpromised && l.schedule.anyInTime(a.HoldsUp)
			}},
		{s.text("timeline/came-late", nil), func(a *Awaiting) bool { return a.State == Delivered && a.Late > 0 }},
	} {
		l.writePart(p, part.head, part.take)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

func (l *WaitingList) writePart(p *page.Page, head lang.Text, take func(*Awaiting) bool) {
	var told []*Awaiting
	headed := false
	for i := range l.Deliverables {
		first := &l.Deliverables[i]
		same := l.alike(first, take)
		if !slices.Contains(same, first) || slices.Contains(told, first) {
			continue
		}
		told = append(told, same...)
		if !headed {
			headed = true
			heading(p, head)
		}
		p.Paragraph("  - ", l.sentence(same).In(p.Lang))
	}
}

// alike lists the deliverables that are told of together: of one name, promise
// and arrival.
func (l *WaitingList) alike(first *Awaiting, take func(*Awaiting) bool) []*Awaiting {
	var same []*Awaiting
	for i := range l.Deliverables {
		a := &l.Deliverables[i]
		if take(a) && a.Milestone.Milestone.Name == first.Milestone.Milestone.Name && a.Words == first.Words &&
			sameDay(a.Delivered, first.Delivered) && a.Milestone.Date.Kind == first.Milestone.Date.Kind && !l.dayApart(a, first) {
			same = append(same, a)
		}
	}
	slices.SortFunc(same, func(a, b *Awaiting) int { return cmp.Compare(a.node, b.node) })
	return same
}

// dayApart reports whether two that a rule expects on days of their own would,
// told of together, look late: the one's day against the other's need.
func (l *WaitingList) dayApart(a, b *Awaiting) bool {
	return a.State <= Expected && a.Promised == nil && (a.Milestone.Date != b.Milestone.Date || a.Milestone.Latest != b.Milestone.Latest)
}

// sentence tells of one deliverable for one or more projects.
func (l *WaitingList) sentence(same []*Awaiting) lang.Text {
	s, a := l.schedule, same[0]
	what := lang.Joined(": ", s.partyName(a.Milestone.Milestone.Actor), a.Milestone.Milestone.Name)
	var scopes []string
	latest := a.Milestone.Latest
	for _, x := range same {
		if scope := s.scopeName(&x.Milestone.Node); scope != "" && !strings.Contains(what.DA, scope) {
			scopes = append(scopes, scope)
		}
		if x.Milestone.Latest.sortKey() < latest.sortKey() {
			latest = x.Milestone.Latest
		}
	}
	if len(scopes) > 0 {
		what = lang.Joined(" ", what, bracketed(s.listed(bothOf(scopes)...)))
	}
	told := lang.Joined("; ", what, lang.Joined(", ", l.promised(a), l.lateness(a)))
	if l.promised(a).IsZero() {
		told = lang.Joined(", ", what, l.lateness(a))
	}
	if a.State == Delivered {
		return closed(told)
	}
	if latest.Kind != Open {
		told = lang.Joined("; ", told, s.neededText(latest))
	}
	if holds := l.holds(same); len(holds) > 0 {
		waits := s.text("timeline/waits-for-it", lang.Args{"list": lang.Joined("; ", holds...)})
		return lang.Joined(" ", closed(told), waits)
	}
	return closed(told)
}

// promised says for when a deliverable is promised or expected; nothing where
// nobody says.
func (l *WaitingList) promised(a *Awaiting) lang.Text {
	s := l.schedule
	switch {
	case a.Promised != nil:
		return s.text("timeline/promised", lang.Args{"promise": a.Words})
	case a.State == Expected:
		return s.text("timeline/is-expected", lang.Args{"day": s.WhenText(a.Milestone.Date)})
	case a.State == Overdue:
		return s.text("timeline/due-by", lang.Args{"day": lang.Day(*s.DueOn(a.Milestone))})
	}
	return lang.Text{}
}

// lateness says how late a deliverable came, or is.
func (l *WaitingList) lateness(a *Awaiting) lang.Text {
	s := l.schedule
	switch {
	case a.State == Delivered:
		return s.text("timeline/came-late-by", lang.Args{"day": lang.Day(*a.Delivered), "days": s.dayCount(a.Late)})
	case a.Late > 0:
		return s.text("timeline/overdue-by", lang.Args{"days": s.dayCount(a.Late)})
	}
	return lang.Text{}
}

// holds names what waits for deliverables, each once.
func (l *WaitingList) holds(same []*Awaiting) []lang.Text {
	var names []lang.Text
	for _, a := range same {
		for _, id := range a.HoldsUp {
			if name := l.schedule.bareName(id).Lower(); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// anyInTime reports whether any of the tasks and milestones with the ids can
// still be done by its last day.
func (s *Schedule) anyInTime(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		if t := s.Task(id); t != nil {
			return !s.isPast(t.LateFinish)
		}
		m := s.Milestone(id)
		return !s.isPast(m.Date) || !s.isPast(m.Latest)
	})
}

// isPast reports whether a date lies before the day that the schedule is seen
// from.
func (s *Schedule) isPast(w When) bool { return w.Known() && w.Date < s.SeenFrom() }

// neededText says when something is needed, or was.
func (s *Schedule) neededText(latest When) lang.Text {
	if s.isPast(latest) {
		return s.text("timeline/was-needed-by", lang.Args{"day": s.WhenText(latest)})
	}
	return s.text("timeline/needed-by", lang.Args{"day": s.WhenText(latest)})
}

// bareName is the name of a task or milestone without its project.
func (s *Schedule) bareName(id string) lang.Text {
	if t := s.Task(id); t != nil {
		return t.Step.Name
	}
	if m := s.Milestone(id); m != nil {
		return m.Milestone.Name
	}
	return lang.Both(id)
}
