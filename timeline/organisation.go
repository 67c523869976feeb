package timeline

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// soon is how many days ahead a task must have somebody who is responsible.
// The playbook does not say; a quarter is what a plan of people reaches.
const soon = 90

// organisationFindings says which projects and tasks have nobody. Who the
// people are is asked only where the plan names any; an own task must always
// say who is responsible. A role that nobody has is told once, at the first of
// its tasks.
func (s *Schedule) organisationFindings() {
	unfilled := map[string][]*Task{}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		switch {
		case t.NotRelevant != "":
		case t.Base() == s.Book.Landmarks.Lead:
			s.leaderless(t)
		case !t.LevelOfEffort && s.unanswered(t):
			unfilled[t.Step.Role] = append(unfilled[t.Step.Role], t)
		}
	}
	for _, role := range sortedKeys(unfilled) {
		tasks := unfilled[role]
		if role == "" {
			for _, t := range tasks {
				s.withoutResponsible(t, lang.Text{}, 0)
			}
			continue
		}
		first := slices.MinFunc(tasks, func(a, b *Task) int { return cmp.Compare(a.Start.Date, b.Start.Date) })
		name := s.called(role).Lower()
		s.withoutResponsible(first, name, len(tasks)-1)
	}
}

func (s *Schedule) leaderless(t *Task) {
	role := s.Book.Role(t.Step.Role)
	if len(s.Plan.People) == 0 || role == nil || len(s.Plan.Holders(role.ID, t.Project)) > 0 {
		return
	}
	s.raise(rule{
		code: "DB-306", subject: t.Project, project: t.Project, actor: "kommune", section: t.Activity.ID, path: []string{"people"},
	}, lang.Args{"role": role.Name.Lower()})
}

// unanswered reports whether a task that begins soon, or has begun, has
// nobody.
func (s *Schedule) unanswered(t *Task) bool {
	facts := s.solved.Facts[t.ID]
	if facts.Responsible != "" || facts.ActualFinish != nil || !t.Start.Known() || !t.Finish.Known() {
		return false
	}
	if t.Activity.ID == plan.OwnActivity {
		return true
	}
	seen := s.SeenFrom()
	due := t.Start.Date <= seen+soon && t.Finish.Date >= seen
	return due && len(s.Plan.People) > 0 && len(s.Plan.Holders(t.Step.Role, t.Project)) == 0
}

// withoutResponsible says that a task has nobody: of a role that nobody has,
// with how many other tasks are its.
func (s *Schedule) withoutResponsible(t *Task, role lang.Text, others int) {
	code := "DB-307"
	switch facts := s.solved.Facts[t.ID]; {
	case facts.ActualStart != nil || facts.IsBegunUndated():
		code = "DB-136"
	case t.Start.Date < s.SeenFrom():
		code = "DB-137"
	}
	s.found(code, &t.Node, "kommune", t.Start.Date, lang.Args{"date": lang.Day(t.Start.Date)})
	f := &s.Findings[len(s.Findings)-1]
	if !role.IsZero() {
		f.Data["role"] = role
		goOn(f, s.say("timeline/nobody-is", lang.Args{"role": role}))
	}
	if others > 0 {
		f.Data["others"] = lang.Whole(others)
		goOn(f, s.say("timeline/nor-others", lang.Args{"n": lang.Whole(others), "days": lang.Plain(soon)}))
	}
}
