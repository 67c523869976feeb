package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// latenessFindings says which chains of tasks miss a milestone that stands: a
// go-live, a start of implementation, a budget or the end of a legacy system.
// A chain is told once, at its last task or milestone before the one that is
// missed, and not where that has its own finding (a passed deadline that the
// plan is silent on among them), or where the chain is late for what somebody
// else owes, which is told there.
func (s *Schedule) latenessFindings(n *network) {
	told := map[string]bool{}
	for _, f := range s.Findings {
		if f.Severity >= drejebog.Warning || f.Code == "DB-103" {
			told[f.Subject] = true
		}
	}
	for i := range n.nodes {
		if _, late := s.lateness(i, n); !late || told[n.nodes[i].ID] || s.waitsForOthers(n, i, told) {
			continue
		}
		missed, link := s.missed(n, i)
		if missed < 0 {
			continue
		}
		if after, span := s.spanned(n, i); after >= 0 {
			missed, link = after, span
		}
		s.latenessFound(n, i, missed, link)
		if link.Span != nil {
			s.soften()
		}
	}
}

// lateness returns by how many working days a node is late, false where it is
// in time or has no dates.
func (s *Schedule) lateness(i int, n *network) (days int, late bool) {
	node := &n.nodes[i]
	if node.Step != nil {
		t := s.Task(node.ID)
		return -t.TotalFloat, !t.LevelOfEffort && t.NotRelevant == "" && t.Finish.Known() && t.TotalFloat < 0
	}
	m := s.Milestone(node.ID)
	return 0, m != nil && m.TotalFloat < 0 && m.Date.Known() && !n.fixed(i)
}

// missed returns the standing milestone that a late node is late for, and the
// link to it; -1 where another late node stands between, or where the node is
// bound by itself.
func (s *Schedule) missed(n *network, i int) (milestone int, link *drejebog.Dependency) {
	milestone = -1
	for _, edge := range n.edges {
		if edge.From != i {
			continue
		}
		to := edge.To
		if !n.stands(to) {
			if _, late := s.lateness(to, n); late {
				return -1, nil
			}
			continue
		}
		if milestone < 0 || s.Milestone(n.nodes[to].ID).Date.Date < s.Milestone(n.nodes[milestone].ID).Date.Date {
			milestone, link = to, edge.Dependency
		}
	}
	return milestone, link
}

// spanned returns the standing milestone that a node must lie before by somebody
// else's span, which no text gives, and the link with it; -1 where its latest date
// comes from elsewhere.
func (s *Schedule) spanned(n *network, i int) (milestone int, link *drejebog.Dependency) {
	for range n.nodes {
		c := n.lateCause(s.solved, n.activity[i])
		if c.rule != ByLink {
			break
		}
		if c.edge.Span != nil && n.stands(c.node) {
			return c.node, c.edge
		}
		i = c.node
	}
	return -1, nil
}

// stands reports whether a node is a milestone that no work moves.
func (n *network) stands(i int) bool { return stands(&n.nodes[i]) }

// Stands reports whether a milestone is a date that no work moves: a go-live, a
// start of implementation, a day of the budget, or the end of a legacy system.
func (m *Milestone) Stands() bool { return m != nil && stands(&m.Node) }

func stands(node *drejebog.Node) bool {
	if node.Milestone == nil {
		return false
	}
	switch node.Milestone.Kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.BudgetAdopted, drejebog.BudgetYearBegins, drejebog.SystemEnd:
		return true
	}
	return false
}

// waitsForOthers reports whether the chain of drivers behind a node comes to
// something that has been told of already.
func (s *Schedule) waitsForOthers(n *network, i int, told map[string]bool) bool {
	driver := n.nodes[i].ID
	for range n.nodes {
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

func (s *Schedule) latenessFound(n *network, i, missed int, link *drejebog.Dependency) {
	node, milestone := &n.nodes[i], &n.nodes[missed]
	if node.Step == nil {
		m := s.Milestone(node.ID)
		s.found("DB-301", node, m.Milestone.Actor, m.Date.Date, lang.Args{
			"days": lang.Plain(-m.TotalFloat), "milestone": s.Label(milestone),
		})
		return
	}
	t := s.Task(node.ID)
	if milestone.Milestone.Kind == drejebog.SystemEnd && link.Lag != (drejebog.Lag{}) {
		s.lateNotice(t, link)
		return
	}
	s.found("DB-301", node, "kommune", t.Finish.Date, lang.Args{
		"days": lang.Plain(-t.TotalFloat), "milestone": s.Label(milestone),
	})
}

// lateNotice says that notice is scheduled past the day that lets the contract
// end with the legacy system. Where the plan has the contracts, they say it.
func (s *Schedule) lateNotice(t *Task, link *drejebog.Dependency) {
	if s.noticeGiven(t) {
		return
	}
	k := Notice{task: t.ID, Contract: t.Instance, Name: s.Book.System(t.System).Name, Use: Use{System: t.System, Project: t.Project}}
	end := endOfNotice(link.Lag, t.Finish.Date)
	if contract, ok := s.Plan.Contracts[t.Instance]; ok {
		k.Name = contract.Name
		if own, ok := contract.EndsAfter(t.Finish.Date); ok {
			end = own
		}
	}
	s.noticeFound("DB-113", &k, t.Finish.Date, lang.Args{
		"date": lang.Day(t.Finish.Date), "end": lang.Day(end), "deadline": lang.Day(t.LateFinish.Date),
	})
}

// sequenceFindings says where the plan's own dates do not fit the order of the
// tasks: a task that begins before what it waits for is done, and a planned
// finish that cannot be met.
func (s *Schedule) sequenceFindings(n *network) {
	for i := range n.nodes {
		t := s.Task(n.nodes[i].ID)
		if t == nil || t.LevelOfEffort || t.NotRelevant != "" || !t.Finish.Known() {
			continue
		}
		if s.tooEarly(n, i, t) {
			continue
		}
		facts := s.facts[t.ID]
		if facts.PlannedFinish != nil && facts.ActualFinish == nil && t.Finish.Date > s.days.OnOrAfter(*facts.PlannedFinish) {
			s.found("DB-117", &t.Node, "kommune", t.Finish.Date, lang.Args{
				"date": lang.Day(t.Finish.Date), "deadline": lang.Day(*facts.PlannedFinish),
			})
		}
	}
}

// tooEarly holds the start that the plan gives a task against the finish of
// what it waits for, where the plan dates that too.
func (s *Schedule) tooEarly(n *network, i int, t *Task) bool {
	facts := s.facts[t.ID]
	start := facts.ActualStart
	if start == nil {
		start = facts.PlannedStart
	}
	if start == nil {
		return false
	}
	var worst *Task
	for _, edge := range n.edges {
		if edge.To != i || edge.Dependency.Type != drejebog.FS || edge.Dependency.Lag.Value < 0 {
			continue
		}
		before := s.Task(n.nodes[edge.From].ID)
		if before == nil || before.NotRelevant != "" || !before.Finish.Known() {
			continue
		}
		says := s.facts[before.ID]
		if says.Says() && s.finishOf(before) >= *start && (worst == nil || s.finishOf(before) > s.finishOf(worst)) {
			worst = before
		}
	}
	if worst == nil {
		return false
	}
	s.found("DB-302", &t.Node, "kommune", *start, lang.Args{
		"date": lang.Day(*start), "before": s.Label(&worst.Node), "start": lang.Day(s.finishOf(worst)),
	})
	return true
}

// finishOf is when a task finished or is scheduled to.
func (s *Schedule) finishOf(t *Task) date.Date {
	if finished := s.facts[t.ID].ActualFinish; finished != nil {
		return *finished
	}
	return t.Finish.Date
}
