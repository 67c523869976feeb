package timeline

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// findings notes what breaks a deadline or a rule, what is missed of what was
// expected, and what the kommune waits for.
func (s *Schedule) findings(n *network) {
	for i := range s.Tasks {
		s.taskFindings(&s.Tasks[i])
	}
	for i := range s.Milestones {
		s.milestoneFindings(n, &s.Milestones[i])
	}
}

// found adds the finding of a rule about a node.
func (s *Schedule) found(code string, node *drejebog.Node, actor string, day date.Date, args drejebog.Args) {
	args["task"] = s.Label(node)
	args["milestone"] = args["task"]
	args["actor"] = s.actorName(actor)
	args["project"] = drejebog.Both(s.projectName(node.Project))
	f := s.Book.Finding(code, args)
	f.Subject, f.Project, f.Actor, f.Section = node.ID, node.Project, actor, sectionOf(node)
	f.Place, _ = s.Plan.Where("tasks." + node.ID)
	if day != 0 {
		f.Date = &day
	}
	s.Findings = append(s.Findings, f)
}

func sectionOf(node *drejebog.Node) string {
	if node.Activity != nil {
		return node.Activity.ID
	}
	return node.Milestone.Section
}

func (s *Schedule) actorName(id string) drejebog.Text {
	if party := s.Book.Party(id); party != nil {
		return party.Name
	}
	return drejebog.Both(id)
}

func (s *Schedule) projectName(id string) string {
	if project := s.Book.Project(id); project != nil {
		return project.Name
	}
	return id
}

// Label is what a person calls a task or milestone: its name and, where it
// comes once per project or legacy system, which.
func (s *Schedule) Label(node *drejebog.Node) drejebog.Text {
	var name drejebog.Text
	if node.Step != nil {
		name = node.Step.Name
	} else {
		name = node.Milestone.Name
	}
	which := s.projectName(node.Project)
	if system := s.Book.System(node.System); system != nil {
		which = system.Name
	}
	if which == "" {
		return name
	}
	return drejebog.Text{DA: name.DA + " (" + which + ")", EN: name.EN + " (" + which + ")"}
}

func (s *Schedule) taskFindings(t *Task) {
	if t.LevelOfEffort || t.NotRelevant != "" || !t.Finish.Known() {
		return
	}
	facts := s.Plan.Tasks[t.ID]
	finish := t.Finish.Date
	if t.Deadline != nil {
		args := drejebog.Args{"date": drejebog.DayText(finish), "deadline": drejebog.DayText(*t.Deadline)}
		silent := facts.ActualFinish == nil && facts.PlannedFinish == nil && facts.PlannedStart == nil && facts.Duration == nil
		switch {
		case t.DeadlineKind == drejebog.Frist && finish > *t.Deadline:
			s.found("DB-101", &t.Node, "kommune", finish, args)
		case t.DeadlineKind == drejebog.Frist && *t.Deadline < s.AsOf && silent:
			s.found("DB-103", &t.Node, "kommune", *t.Deadline, args)
		case t.DeadlineKind == drejebog.Forventet && finish > *t.Deadline:
			s.found("DB-102", &t.Node, "kommune", finish, args)
		}
	}
	if t.TotalFloat < 0 {
		s.found("DB-301", &t.Node, "kommune", finish, drejebog.Args{"days": drejebog.Both(strconv.Itoa(-t.TotalFloat))})
	}
}

func (s *Schedule) milestoneFindings(n *network, m *Milestone) {
	switch m.Milestone.Kind {
	case drejebog.Confirmation:
		s.confirmationFindings(m)
	case drejebog.GoLive:
		if n.unknown[m.ID] {
			s.found("DB-107", &m.Node, m.Milestone.Actor, 0, drejebog.Args{})
		}
	case drejebog.Deliverable:
		s.deliverableFindings(m)
	}
}

// confirmationFindings holds a confirmation against the date that a hard rule
// gives it.
func (s *Schedule) confirmationFindings(m *Milestone) {
	impl := s.Milestone(implID(m.Project))
	if m.Deadline == nil || !m.Date.Known() || m.Date.Date <= *m.Deadline || impl == nil {
		return
	}
	s.found("DB-105", &m.Node, "kommune", m.Date.Date, drejebog.Args{
		"date": drejebog.DayText(m.Date.Date), "deadline": drejebog.DayText(*m.Deadline), "start": drejebog.DayText(impl.Date.Date),
	})
}

// deliverableFindings says what somebody else owes: what came late, and what
// was promised by now and is not known to have come.
func (s *Schedule) deliverableFindings(m *Milestone) {
	if m.TotalFloat < 0 && m.Date.Known() && m.Latest.Known() {
		s.found("DB-204", &m.Node, m.Milestone.Actor, m.Date.Date, drejebog.Args{
			"date": drejebog.DayText(m.Date.Date), "deadline": drejebog.DayText(m.Latest.Date),
		})
	}
	promised, delivered := m.Milestone.Promised, m.Milestone.Delivered
	if promised == nil || !promised.When.Closed() {
		return
	}
	deadline := drejebog.DayText(promised.When.Last)
	switch {
	case delivered != nil && delivered.When.First > promised.When.Last:
		s.found("DB-202", &m.Node, m.Milestone.Actor, delivered.When.First, drejebog.Args{
			"date": drejebog.DayText(delivered.When.First), "deadline": deadline,
		})
	case delivered == nil && promised.When.Last < s.AsOf:
		s.found("DB-201", &m.Node, m.Milestone.Actor, promised.When.Last, drejebog.Args{"deadline": deadline})
	}
}
