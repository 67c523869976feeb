package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
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

// byContract gives the edge from a notice to the end of its legacy system the
// distance of the contract, counted back from when the system is needed no
// more. The playbook's six months stand for a contract without a notice period.
func (n *Model) byContract(edge drejebog.Edge) drejebog.Edge {
	from, to := &n.Nodes[edge.From], &n.Nodes[edge.To]
	if !n.isNoticeEnd(&edge) {
		return edge
	}
	contract, ok := n.plan.Contracts[from.Instance]
	if !ok || contract.NoticeMonths == nil {
		return edge
	}
	own := *edge.Dependency
	own.Section, own.Certainty, own.Why = "", drejebog.Stated, contract.Terms(n.Book).Text()
	own.Lag = drejebog.Lag{Value: *contract.NoticeMonths, Unit: drejebog.Months}
	if end, ok := n.Book.DatesOf(to, n.given); ok {
		needed := end.Last - 1
		latest := n.latestNotice(&contract, needed)
		own.Lag = drejebog.Lag{Value: int(needed - *latest), Unit: drejebog.CalendarDays}
	}
	edge.Dependency = &own
	return edge
}

// LatestNotice returns the last day to give notice of a contract on legacy systems
// that are needed until a day: to end then or, where it is bound for longer, with its
// term; nil without a notice period. It is not to end before the new systems are
// live: where its terms allow no end between the two, it ends on the first that they
// allow after.
func (n *Model) LatestNotice(contract *plan.Contract, needed date.Date) *date.Date {
	return n.latestNotice(contract, bound(contract, needed))
}

// latestNotice is LatestNotice for an end on a day.
func (n *Model) latestNotice(contract *plan.Contract, needed date.Date) *date.Date {
	latest, ok := contract.LatestNotice(needed)
	if !ok {
		return nil
	}
	var live date.Date // the last of them
	for _, id := range contract.Systems {
		system := n.Book.System(id)
		if system == nil {
			continue
		}
		if day := n.GoLiveDay(system.Project); day != nil {
			live = max(live, *day)
		}
	}
	if ends, _ := contract.EndsAfter(latest); ends < live-1 {
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

// takeTerm bounds the notice of a contract that is bound for longer than its
// system is needed: by its own terms, not by the end of the system. It reports
// whether it is one.
func (n *Model) takeTerm(edge drejebog.Edge) bool {
	from, to := &n.Nodes[edge.From], &n.Nodes[edge.To]
	if !n.isNoticeEnd(&edge) {
		return false
	}
	contract := n.plan.Contracts[from.Instance]
	end, ok := n.Book.DatesOf(to, n.given)
	if !ok || contract.End == nil || *contract.End <= end.Last-1 {
		return false
	}
	latest := n.latestNotice(&contract, *contract.End)
	if latest != nil {
		n.constrain(n.activity[edge.From], cpm.Deadline, *latest+1, driver.Term)
	}
	return latest != nil
}

// lateNotices holds the end of each legacy system back where a contract runs on
// beyond it, by the day of its notice and by its terms: until the contract ends.
// It reports whether there is any.
func (s *Solution) lateNotices() bool {
	found := false
	for _, edge := range s.Edges {
		from, to := &s.Nodes[edge.From], &s.Nodes[edge.To]
		if !s.isNoticeEnd(&edge) {
			continue
		}
		contract, ok := s.plan.Contracts[from.Instance]
		end, dated := s.Book.DatesOf(to, s.given)
		if !ok || !dated || s.Facts[from.ID].NotRelevant != nil {
			continue
		}
		given := date.Date(s.result.Dates(s.activity[edge.From]).EarlyFinish) - 1
		ends, ok := contract.EndsAfter(given)
		if !ok || ends <= bound(&contract, end.Last-1) {
			continue
		}
		s.constrain(s.activity[edge.To], cpm.FinishNoEarlierThan, ends+1, driver.Notice)
		s.notice[len(s.drivers)-1] = edge.From
		found = true
	}
	return found
}

// GivesNotice reports whether a node gives notice of a contract on a legacy system.
func (n *Model) GivesNotice(node *drejebog.Node) bool {
	return node.Base() == n.Book.Landmarks.Notice
}
