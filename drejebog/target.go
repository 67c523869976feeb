package drejebog

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/internal/join"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Target is the day that the playbook expects work on, as far as it moves with a
// milestone. It says where work is planned and never what is too late.
//
// Without Side the day is the window's own: its first where End is the start, its
// last where End is the finish, moved as far as the milestone lies from Base. With
// Side it is counted from the milestone: Months and the days of Length before or
// after it, and with neither the milestone itself.
type Target struct {
	Milestone string     `yaml:"milestone" json:"milestone"`        // id without scope, or OfContract; "": the printed day stands whatever moves
	Base      *date.Date `yaml:"base" json:"base"`                  // the milestone's day for which the window was printed
	End       TargetEnd  `yaml:"end,required" json:"on" form:"set"` // what lies on the day: the start or the finish
	Side      Side       `yaml:"side" json:"side"`                  // where a length counts to
	Months    int        `yaml:"months" json:"months"`              // whole months
	Length    string     `yaml:"length" json:"length"`              // words of a VagueLength
	Margin    int        `yaml:"margin" json:"margin"`              // working days that are kept to the latest day, which a hard end gives
	Projects  []string   `yaml:"projects" json:"projects"`          // ids of those that the row is for; nil: all others
	Certainty Certainty  `yaml:"certainty,required" json:"certainty" form:"set"`
	Why       lang.Text  `yaml:"why" json:"why"` // how it is implied, or the reasoning of an assumption
}

// OfContract stands for the last day of a kommune's contract as what a target
// moves with: the playbook has no milestone for it, a plan has.
const OfContract = "contract"

// TargetEnd is the end of the work that a target is for.
type TargetEnd uint8

// The ends.
const (
	TargetStart TargetEnd = iota + 1
	TargetFinish
)

var targetEndNames = [...]string{TargetStart: "start", TargetFinish: "finish"}

// String returns "start" or "finish".
func (e TargetEnd) String() string { return strict.NameOf(e, targetEndNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (e TargetEnd) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads "start" or "finish".
func (e *TargetEnd) UnmarshalText(text []byte) error {
	return strict.ReadName(e, text, targetEndNames[:])
}

// Side says whether a length lies before a milestone or after it.
type Side uint8

// The sides. The zero value is for a target without length.
const (
	Before Side = iota + 1
	After
)

var sideNames = [...]string{Before: "before", After: "after"}

// String returns "before", "after", or "".
func (s Side) String() string { return strict.NameOf(s, sideNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s Side) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "before" or "after".
func (s *Side) UnmarshalText(text []byte) error { return strict.ReadName(s, text, sideNames[:]) }

// TargetOf returns the target of a step for a project, "" for a step without one:
// the row that names the project, or else the one that names none. It is nil for a
// step that follows others in its window.
func (s *Step) TargetOf(project string) *Target {
	var general *Target
	for i := range s.Targets {
		t := &s.Targets[i]
		if t.Projects == nil {
			general = t
		}
		for _, id := range t.Projects {
			if id == project {
				return t
			}
		}
	}
	return general
}

// CountsBack reports whether the day lies before a milestone by the text's own words:
// work that is placed there is not urgent for standing late.
func (t *Target) CountsBack() bool { return t != nil && t.Side == Before }

// Target is the row by which a step of a kommune is planned, or a milestone expected; nil
// for one that follows others.
func (n *Node) Target() *Target {
	switch {
	case n == nil:
		return nil
	case n.Step != nil:
		return n.Step.TargetOf(n.Project)
	case n.Milestone != nil:
		return n.Milestone.Target
	}
	return nil
}

// MovesWith is the row that says what the window of a step moves with for a project: the
// step's own target or, of one that follows others, that of the first of its window. It
// is nil where the printed days stand.
func (a *Activity) MovesWith(s *Step, project string) *Target {
	row := s.TargetOf(project)
	for i := range a.Steps {
		if row != nil {
			break
		}
		if other := &a.Steps[i]; other.Window == s.Window && other.Expected == nil {
			row = other.TargetOf(project)
		}
	}
	if row == nil || row.Milestone == "" {
		return nil
	}
	return row
}

// LengthDays is how many days the words of a vague length count as; false for words
// that no row has.
func (b *Playbook) LengthDays(words string) (days int, ok bool) {
	v := find(b.VagueLengths, func(v *VagueLength) bool { return v.Words == words })
	if v == nil {
		return 0, false
	}
	return v.Days, true
}

// OnBase is the day of a target with its milestone on the day that it was printed
// for; false where the target is the window's own day, or has no milestone.
func (b *Playbook) OnBase(t *Target) (date.Date, bool) {
	if t == nil || t.Base == nil || t.Side == 0 {
		return 0, false
	}
	return b.CountedFrom(t, *t.Base), true
}

// CountedFrom is the day of a target that is counted from its milestone, with that on
// a day.
func (b *Playbook) CountedFrom(t *Target, day date.Date) date.Date {
	days, _ := b.LengthDays(t.Length)
	if t.Side == Before {
		return AddMonths(day, -t.Months) - date.Date(days)
	}
	return AddMonths(day, t.Months) + date.Date(days)
}

// targets holds the targets of a step against the milestones and the window.
func (c *checker) targets(file, path string, a *Activity, s *Step) {
	window := a.DaysOf(s)
	for i := range s.Targets {
		t := &s.Targets[i]
		place := fmt.Sprintf("%s.targets[%d]", path, i)
		c.target(file, place, t)
		day, ok := c.book.OnBase(t)
		if ok && window.First <= window.Last && (day < window.First || day > window.Last+1) {
			c.fault(file, place, day.String(), strict.Part{Kind: "seeds/target-in-window", Values: map[string]any{
				"first": window.First.String(), "last": window.Last.String(),
			}})
		}
		if w := a.WindowOf(s); t.Side == 0 && s.Expected == nil && w != nil && (t.End == TargetStart && w.Start == nil || t.End == TargetFinish && !w.End.Closed()) {
			c.fault(file, place+".end", t.End.String(), strict.Part{Kind: "seeds/a-day-of-the-window"})
		}
	}
}

// target holds one target against the milestones and the vague lengths.
func (c *checker) target(file, path string, t *Target) {
	c.scopeIDs(file, path, t.Projects, nil)
	c.length(file, path, t.Length)
	c.within(file, path+".months", t.Months, 0, longest)
	c.within(file, path+".margin", t.Margin, 0, longest)
	if t.Certainty != Stated && t.Why.IsZero() {
		c.fault(file, path, strict.Part{Kind: "seeds/without-why", Values: map[string]any{"certainty": t.Certainty.String()}}, strict.Part{Kind: "seeds/why"})
	}
	if (t.Milestone == "") != (t.Base == nil) || t.Milestone == "" && t.Side != 0 || t.Side == 0 && (t.Months != 0 || t.Length != "") {
		c.fault(file, path, strict.Part{Kind: "seeds/half-a-target"}, strict.Part{Kind: "seeds/milestone-with-base"})
		return
	}
	known := slices.Contains(c.book.StepIDs(), c.book.Landmarks.Notice) // what is not is told as that
	if notice := c.book.NoticeMonths(); known && t.Milestone == OfContract && t.Side != 0 && t.Months != notice {
		c.fault(file, path+".months", strconv.Itoa(t.Months), strict.Part{Kind: "seeds/months-of-notice", Values: map[string]any{"n": notice}})
	}
	if t.Milestone == "" || t.Milestone == OfContract {
		return
	}
	c.known(file, path+".milestone", strict.Part{Kind: "seeds/a-milestone"}, t.Milestone, IDsOf(c.book.Milestones, func(m *Milestone) string { return m.ID }))
}

// length faults words that no vague length has, and notes that they are used.
func (c *checker) length(file, path, words string) {
	if words == "" {
		return
	}
	if c.lengths == nil {
		c.lengths = map[string]bool{}
	}
	c.lengths[words] = true
	c.known(file, path+".length", strict.Part{Kind: "seeds/a-vague-length"}, words, IDsOf(c.book.VagueLengths, func(v *VagueLength) string { return v.Words }))
}

// countedAs faults a number of days that is not that of its vague length.
func (c *checker) countedAs(file, path, words string, days int) {
	c.length(file, path, words)
	if n, ok := c.book.LengthDays(words); ok && days != n {
		c.fault(file, path, fmt.Sprint(days), strict.Part{Kind: "seeds/days-of-length", Values: map[string]any{"n": n, "words": lang.Quoted(words)}})
	}
}

// span faults a span that does not lie around the length that is counted with.
func (c *checker) span(file, path string, s *Span, likely int) {
	if s == nil {
		return
	}
	if s.Low < 0 || s.Low > likely || s.High < likely || s.High > longest {
		c.fault(file, path, strict.Part{Kind: "seeds/three-points", Values: map[string]any{"low": s.Low, "likely": likely, "high": s.High}},
			strict.Part{Kind: "seeds/around-length", Values: map[string]any{"most": longest}})
	}
	if s.Certainty != Stated && s.Why.IsZero() {
		c.fault(file, path, strict.Part{Kind: "seeds/without-why", Values: map[string]any{"certainty": s.Certainty.String()}}, strict.Part{Kind: "seeds/why"})
	}
}

// unusedLengths faults a vague length that nothing counts with.
func (c *checker) unusedLengths() {
	for i, v := range c.book.VagueLengths {
		if !c.lengths[v.Words] {
			c.fault(calendarFile, fmt.Sprintf("vagueLengths[%d].words", i), v.Words, strict.Part{Kind: "seeds/used-length"})
		}
	}
}

// bases faults a base that is not the day that the playbook gives the milestone.
func (c *checker) bases() {
	nodes := c.book.nodes(Local{})
	for i := range c.chapters {
		for j := range c.chapters[i].Activities {
			a := &c.chapters[i].Activities[j]
			for k := range a.Steps {
				path := fmt.Sprintf("activities[%d].steps[%d]", j, k)
				for l := range a.Steps[k].Targets {
					c.base(activityFiles[i], fmt.Sprintf("%s.targets[%d].base", path, l), a.StepID(&a.Steps[k]), &a.Steps[k], l, nodes)
				}
			}
		}
	}
}

// base holds the base of one target against the milestones that the instances of
// its step are joined with.
func (c *checker) base(file, path, id string, s *Step, target int, nodes []Node) {
	t := &s.Targets[target]
	if t.Base == nil {
		return
	}
	for i := range nodes {
		if nodes[i].Base() != id || s.TargetOf(nodes[i].Project) != t {
			continue
		}
		for j := range nodes {
			of, to := nodes[i].point(), nodes[j].point()
			if to.Base != t.Milestone || !join.Joined(&of, &to) {
				continue
			}
			if days, ok := c.book.DatesOf(&nodes[j], nil); ok && days.First != *t.Base {
				c.fault(file, path, t.Base.String(), strict.Part{Kind: "seeds/base-of-milestone", Values: map[string]any{
					"day": days.First.String(), "milestone": nodes[j].ID,
				}})
				return
			}
		}
	}
}
