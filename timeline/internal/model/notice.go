package model

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
)

// NoticeGiven is when notice of one of the plan's contracts was or will be given by
// what the plan says of the task, and whether that is but planned; nil where it does
// not say.
func (n *Model) NoticeGiven(contract string) (given *date.Date, planned bool) {
	return n.noticeTasks[contract].DoneOn()
}

// takeNotices takes what the plan says of giving notice of each of its contracts,
// on whichever of the tasks per system: that it was done before that it is planned,
// and of several days the earliest. There is none where the plan says no day.
func (n *Model) takeNotices() {
	n.noticeTasks = map[string]plan.Task{}
	for i := range n.Nodes {
		node := &n.Nodes[i]
		if node.Instance == "" || !n.GivesNotice(node) {
			continue
		}
		if task := n.plan.Tasks[node.ID]; isGivenBefore(task, n.noticeTasks[node.Instance]) {
			n.noticeTasks[node.Instance] = task
		}
	}
}

// isGivenBefore reports whether a task says more of when notice is given than
// another does, or that it is given earlier.
func isGivenBefore(task, other plan.Task) bool {
	given, planned := task.DoneOn()
	than, butPlanned := other.DoneOn()
	switch {
	case given == nil || than == nil:
		return given != nil
	case planned != butPlanned:
		return butPlanned
	}
	return *given < *than
}

// toLast leads the notice of a contract on several legacy systems to the end of
// the one that ends last: it runs until then, whichever of them a task is for.
func (n *Model) toLast(edge drejebog.Edge) drejebog.Edge {
	if !n.isNoticeEnd(&edge) {
		return edge
	}
	contract := n.plan.Contracts[n.Nodes[edge.From].Instance]
	if len(contract.Systems) > 1 {
		if i := n.Index(n.Book.MilestoneOf(drejebog.SystemEnd, n.LastUsed(contract.Systems))); i >= 0 {
			edge.To = i
		}
	}
	return edge
}

// isNoticeEnd reports whether an edge leads from a notice to the end of a legacy
// system.
func (n *Model) isNoticeEnd(edge *drejebog.Edge) bool {
	to := n.Nodes[edge.To].Milestone
	return n.GivesNotice(&n.Nodes[edge.From]) && to != nil && to.Kind == drejebog.SystemEnd
}

// LatestNotice returns the last day to give notice of a contract on legacy systems
// that are needed until a day: to end then or, where it is bound for longer, with its
// term; nil without a notice period. Where its terms allow no end on that day, it ends on
// the first that they allow after.
func (n *Model) LatestNotice(contract *plan.Contract, needed date.Date) *date.Date {
	return n.latestNotice(contract, bound(contract, needed))
}

// latestNotice is LatestNotice for an end on a day.
func (n *Model) latestNotice(contract *plan.Contract, needed date.Date) *date.Date {
	latest, ok := contract.LatestNotice(needed)
	if !ok {
		return nil
	}
	if ends, _ := contract.EndsAfter(latest); ends < needed {
		ends, _ = contract.EndsAfter(latest + 1)
		latest, _ = contract.LatestNotice(ends)
	}
	return &latest
}

// bound is the day that a contract on a system that is needed until a day can
// end at the earliest without being broken: its agreed term may be longer.
func bound(contract *plan.Contract, needed date.Date) date.Date {
	if contract.End != nil {
		return max(needed, *contract.End)
	}
	return needed
}

// LastDay is the last day on which notice of an edge from a notice to the end of a
// legacy system lets the contract end then, for a system that is needed until a day:
// by the contract's terms, and by the edge's own where the plan has no contract or none
// with a notice period.
func (n *Model) lastDay(edge *drejebog.Edge, needed date.Date) date.Date {
	contract, ok := n.plan.Contracts[n.Nodes[edge.From].Instance]
	if ok {
		if latest := n.LatestNotice(&contract, needed); latest != nil {
			return *latest
		}
	}
	return edge.Dependency.Lag.LatestNotice(needed)
}

// takeNotices bounds each notice by the end of its legacy system, which it does not
// move: the system is used until it is replaced, and paid until its contract ends. What
// is no longer possible binds nothing. Over is the first day without a legacy system, by
// the activity of its end.
func (s *Solution) takeNotices(over func(end int) date.Date) {
	s.terms = nil
	for i := range s.Notices {
		edge := &s.Notices[i]
		from, to := s.activity[edge.From], s.activity[edge.To]
		if from < 0 || to < 0 || s.Facts[s.Nodes[edge.From].ID].NotRelevant != nil {
			continue
		}
		latest := s.lastDay(edge, over(to)-1)
		if s.terms == nil {
			s.terms = map[int]int{}
		}
		s.latest[edge.From] = latest
		s.countBack(edge.From)
		if s.hasPassed(latest) {
			continue
		}
		s.terms[len(s.drivers)] = i
		s.constrain(from, cpm.Deadline, latest+1, driver.Term)
	}
}

// endDated is the first day without a legacy system where nothing moves its end.
func (s *Solution) endDated(end int) date.Date {
	days, _ := s.DaysOf(s.node[end])
	return days.Last
}

// over is the first day without a legacy system, by the activity of its end: what is
// planned may move it further than what is possible does.
func (s *Solution) over(end int) date.Date {
	over := s.bounds.Dates(end).EarlyFinish
	if s.planned {
		over = max(over, s.plans.Dates(end).EarlyFinish)
	}
	return date.Date(over)
}

// endsMove reports whether what is planned moves the end of a legacy system that a notice
// is for, or that the plan's own work leads to.
func (s *Solution) endsMove() bool {
	moves := func(edge drejebog.Edge) bool {
		to := s.activity[edge.To]
		return s.activity[edge.From] >= 0 && to >= 0 && s.plans.Dates(to).EarlyFinish > s.bounds.Dates(to).EarlyFinish
	}
	return slices.ContainsFunc(s.Notices, moves) || slices.ContainsFunc(s.prolonging, moves)
}

// prolong takes away the hard end of each legacy system that the plan's own work moves: its
// use is prolonged then. It reports whether there is any.
func (s *Solution) prolong() (any bool) {
	for i := range s.prolonging {
		a := s.activity[s.prolonging[i].To]
		days, ok := s.DaysOf(s.prolonging[i].To)
		if a < 0 || !ok || s.over(a) <= days.Last {
			continue
		}
		for k := range s.input.Constraints {
			if c := &s.input.Constraints[k]; c.Activity == a && c.Kind == cpm.Deadline {
				c.Kind, any = cpm.AsSoonAsPossible, true
			}
		}
	}
	return any
}

// GivesNotice reports whether a node gives notice of a contract on a legacy system.
func (n *Model) GivesNotice(node *drejebog.Node) bool {
	return node.Base() == n.Book.Landmarks.Notice
}

// addContracts appends the end of each of the plan's contracts on legacy systems that
// says more than what is paid: a milestone that follows from its notice and its terms,
// and that the engine has no part in.
func (n *Model) addContracts() {
	for _, id := range slices.Sorted(maps.Keys(n.plan.Contracts)) {
		contract := n.plan.Contracts[id]
		system := n.Book.System(n.LastUsed(contract.Systems))
		if system == nil || contract.IsPaymentOnly() {
			continue
		}
		row := &drejebog.Milestone{
			ID: ContractID(id), Kind: drejebog.ContractEnd, Actor: "kmd", Scope: drejebog.PerContract,
			Name: n.Book.Words.Message("timeline/contract-milestone", lang.Args{"name": lang.Both(contract.Name)}).Text(),
		}
		n.Nodes = append(n.Nodes, drejebog.Node{ID: row.ID, Milestone: row, Project: system.Project, System: system.ID, Instance: id})
	}
}

// ContractEnds is the last day to which one of the plan's contracts binds: by its notice,
// as it was given or is planned, and its terms; by its term alone where it needs no
// notice. It is nil where that is not known.
func (s *Solution) ContractEnds(id string) *date.Date {
	contract := s.plan.Contracts[id]
	if contract.NoticeMonths == nil {
		return contract.End
	}
	given, ok := s.noticeDay(id, &contract)
	if !ok {
		return nil
	}
	ends, _ := contract.EndsAfter(given)
	if latest, ok := s.latestOf(id); ok && given <= latest && contract.NoticeGiven == nil {
		if stated, _ := s.NoticeGiven(id); stated == nil {
			ends, _ = contract.EndsAfter(latest) // notice before its last day is for the same end
		}
	}
	return &ends
}

// latestOf is the last day for notice of a contract, false where it is not known.
func (s *Solution) latestOf(id string) (latest date.Date, ok bool) {
	for i, day := range s.latest {
		if s.Nodes[i].Instance == id && (!ok || day < latest) {
			latest, ok = day, true
		}
	}
	return latest, ok
}

// noticeDay is the day on which notice of a contract was given or is planned: of several
// tasks that give it, the earliest.
func (s *Solution) noticeDay(id string, contract *plan.Contract) (day date.Date, ok bool) {
	if contract.NoticeGiven != nil {
		return *contract.NoticeGiven, true
	}
	if given, _ := s.NoticeGiven(id); given != nil {
		return *given, true
	}
	return s.noticeScheduled(id)
}

// NoticeGiven is when notice of one of the plan's contracts was or will be given by what
// the plan says of the task: what is but planned, and for a day that has passed or before
// what it waits for, will be given when it is scheduled.
func (s *Solution) NoticeGiven(contract string) (given *date.Date, planned bool) {
	given, planned = s.Model.NoticeGiven(contract)
	if !planned {
		return given, false
	}
	if day, ok := s.noticeScheduled(contract); ok && day > *given {
		given = &day
	}
	return given, true
}

// ScheduledNotice is NoticeGiven for a task that gives notice of no contract of the plan's.
func (s *Solution) ScheduledNotice(task int) (given *date.Date, planned bool) {
	given, planned = s.plan.Tasks[s.Nodes[task].ID].DoneOn()
	if planned && s.Has(task) && !s.undated(task) {
		day := max(*given, date.Date(s.Dates(task).Finish)-1)
		given = &day
	}
	return given, planned
}

// noticeScheduled is the day on which notice of a contract is scheduled: of several tasks
// that give it, the earliest.
func (s *Solution) noticeScheduled(id string) (day date.Date, ok bool) {
	for i := range s.Nodes {
		node := &s.Nodes[i]
		if !s.GivesNotice(node) || node.Instance != id || !s.Has(i) || s.undated(i) || s.Facts[node.ID].NotRelevant != nil {
			continue
		}
		if finish := date.Date(s.Dates(i).Finish) - 1; !ok || finish < day {
			day, ok = finish, true
		}
	}
	return day, ok
}
