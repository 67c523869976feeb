package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// latenessFindings says which chains of tasks miss a milestone that stands: a
// go-live, a start of implementation, a budget or the end of a legacy system.
// A chain is told once, at its last task or milestone before the one that is
// missed, and not where that has its own finding (a passed deadline that the
// plan is silent on among them), or where the chain is late for what somebody
// else owes, which is told there.
func (s *Schedule) latenessFindings() {
	told := map[string]bool{}
	for _, f := range s.Findings {
		if f.Severity >= drejebog.SeverityWarning || f.Code == "DB-103" || f.Code == "DB-104" || f.Code == "DB-105" || f.Code == "DB-133" || f.Code == "DB-134" {
			told[f.Subject] = true
		}
	}
	for i := range s.solved.Nodes {
		if _, late := s.lateness(i); !late || told[s.solved.Nodes[i].ID] || s.waitsForOthers(i, told) {
			continue
		}
		missed, link := s.missed(i)
		if missed < 0 {
			continue
		}
		if after, span := s.spanned(i); after >= 0 {
			missed, link = after, span
		}
		s.latenessFound(i, missed, link)
		if link.Span != nil || link.Certainty == drejebog.Assumed {
			s.soften()
		}
	}
}

// lateness returns by how many working days a node is late, false where it is
// in time or has no dates.
func (s *Schedule) lateness(i int) (days int, late bool) {
	node := &s.solved.Nodes[i]
	if node.Step != nil {
		t := s.Task(node.ID)
		return -t.TotalFloat, !t.LevelOfEffort && t.NotRelevant == "" && t.Finish.Known() && t.TotalFloat < 0
	}
	m := s.Milestone(node.ID)
	return 0, m != nil && m.TotalFloat < 0 && m.Date.Known() && !s.solved.Fixed(i)
}

// missed returns the standing milestone that a late node is late for, and the link to it:
// the one that its latest date comes from, past what has no dates of its own to be late
// by. It is -1 where another late node stands between, or where the node is bound by
// itself.
func (s *Schedule) missed(i int) (milestone int, link *drejebog.Dependency) {
	for range s.solved.Nodes {
		c := s.beyondOpen(s.solved.Late(i))
		if c.Node < 0 || c.Edge == nil || c.By != driver.Link && c.By != driver.Term {
			break
		}
		if model.Stands(&s.solved.Nodes[c.Node]) {
			return c.Node, c.Edge
		}
		if _, late := s.lateness(c.Node); late {
			break
		}
		i = c.Node
	}
	return -1, nil
}

// beyondOpen is what a late date rests on behind the deliverables without a date that it
// comes through: nothing is told of those themselves.
func (s *Schedule) beyondOpen(c model.Driver) model.Driver {
	for range s.solved.Nodes {
		if c.By != driver.Link || c.Edge.Span != nil || !s.solved.IsOpen(c.Node) {
			break
		}
		c = s.solved.Late(c.Node)
	}
	return c
}

// spanned returns the standing milestone that a node must lie before by somebody
// else's span, which no text gives, and the link with it; -1 where its latest date
// comes from elsewhere.
func (s *Schedule) spanned(i int) (milestone int, link *drejebog.Dependency) {
	for range s.solved.Nodes {
		c := s.solved.Late(i)
		if c.By != driver.Link {
			break
		}
		if c.Edge.Span != nil && model.Stands(&s.solved.Nodes[c.Node]) {
			return c.Node, c.Edge
		}
		i = c.Node
	}
	return -1, nil
}

// Stands reports whether a milestone is a date that no work moves: a go-live, a
// start of implementation, a day of the budget, or the end of a legacy system.
func (m *Milestone) Stands() bool { return m != nil && model.Stands(&m.Node) }

// waitsForOthers reports whether the chain of drivers behind a node comes to
// something that has been told of already.
func (s *Schedule) waitsForOthers(i int, told map[string]bool) bool {
	driver := s.solved.Nodes[i].ID
	for range s.solved.Nodes {
		if t := s.Task(driver); t != nil {
			driver = t.Driver
		} else if m := s.Milestone(driver); m != nil {
			driver = m.Driver
		} else {
			return false
		}
		if told[driver] {
			return true
		}
	}
	return false
}

func (s *Schedule) latenessFound(i, missed int, link *drejebog.Dependency) {
	node, milestone := &s.solved.Nodes[i], &s.solved.Nodes[missed]
	if node.Step == nil {
		m := s.Milestone(node.ID)
		s.found("DB-301", node, m.Milestone.Actor, m.Date.Date, lang.Args{
			"days": lang.Plain(-m.TotalFloat), "late": s.say("common/working-days", lang.Args{"n": lang.Whole(-m.TotalFloat)}), "milestone": s.Label(milestone),
		})
		return
	}
	t := s.Task(node.ID)
	if milestone.Milestone.Kind == drejebog.SystemEnd && link.Lag != (drejebog.Lag{}) {
		s.lateNotice(t, link)
		return
	}
	s.found("DB-301", node, "kommune", t.Finish.Date, lang.Args{
		"days": lang.Plain(-t.TotalFloat), "late": s.say("common/working-days", lang.Args{"n": lang.Whole(-t.TotalFloat)}), "milestone": s.Label(milestone),
	})
}

// lateNotice says that notice is scheduled past the day that lets the contract
// end with the legacy system. Where the plan has the contracts, they say it.
func (s *Schedule) lateNotice(t *Task, link *drejebog.Dependency) {
	if s.noticeGiven(t) {
		return
	}
	k := Notice{task: t.ID, Contract: t.Instance, Name: s.Book.System(t.System).Name, Use: Use{System: t.System, Project: t.Project}}
	end := link.Lag.EndOfNotice(t.Finish.Date)
	if contract, ok := s.Plan.Contracts[t.Instance]; ok {
		k.Name = contract.Name
		if own, ok := contract.EndsAfter(t.Finish.Date); ok {
			end = own
		}
	}
	s.noticeFound("DB-131", &k, t.Finish.Date, lang.Args{
		"date": lang.Day(t.Finish.Date), "end": lang.Day(end), "deadline": lang.Day(t.LateFinish.Date),
		"notice": s.say("timeline/notice-scheduled", lang.Args{"day": lang.Day(t.Finish.Date)}),
	})
}

// sequenceFindings says where the plan's own dates do not fit the order of the
// tasks: a task that begins before what it waits for is done, and a planned
// finish that cannot be met.
func (s *Schedule) sequenceFindings() {
	for i := range s.solved.Nodes {
		t := s.Task(s.solved.Nodes[i].ID)
		if t == nil || t.LevelOfEffort || t.NotRelevant != "" || !t.Finish.Known() {
			continue
		}
		if s.tooEarly(i, t) {
			continue
		}
		facts := s.solved.Facts[t.ID]
		if facts.PlannedFinish != nil && facts.ActualFinish == nil && t.Finish.Date > s.solved.Days.OnOrAfter(*facts.PlannedFinish) {
			s.found("DB-117", &t.Node, "kommune", t.Finish.Date, lang.Args{
				"date": lang.Day(t.Finish.Date), "deadline": lang.Day(*facts.PlannedFinish),
			})
		}
	}
}

// tooEarly holds the start that the plan gives a task against the finish of
// what it waits for, where the plan dates that too.
func (s *Schedule) tooEarly(i int, t *Task) bool {
	facts := s.solved.Facts[t.ID]
	start, code := facts.ActualStart, "DB-135"
	if start == nil {
		start, code = facts.PlannedStart, "DB-302"
	}
	if start == nil || s.solved.IsDoneBy(t.ID) {
		return false
	}
	var worst *Task
	for _, edge := range s.solved.Edges {
		if edge.To != i || edge.Dependency.Type != drejebog.FS || edge.Dependency.Lag.Value < 0 {
			continue
		}
		before := s.Task(s.solved.Nodes[edge.From].ID)
		if before == nil || before.NotRelevant != "" || !before.Finish.Known() {
			continue
		}
		says := s.solved.Facts[before.ID]
		if says.Says() && s.finishOf(before) >= *start && (worst == nil || s.finishOf(before) > s.finishOf(worst)) {
			worst = before
		}
	}
	if worst == nil {
		return false
	}
	s.found(code, &t.Node, "kommune", *start, lang.Args{
		"date": lang.Day(*start), "before": s.Label(&worst.Node), "start": lang.Day(s.finishOf(worst)),
	})
	return true
}

// finishOf is when a task finished or is scheduled to.
func (s *Schedule) finishOf(t *Task) date.Date {
	if finished := s.solved.Facts[t.ID].ActualFinish; finished != nil {
		return *finished
	}
	return t.Finish.Date
}
