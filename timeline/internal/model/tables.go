package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// Disagreement is a step of which a table of the plan says something else than the task.
type Disagreement struct {
	Node int
	By   drejebog.ShownBy // the table; zero: the answers to the requirements of readiness
	Done bool             // by the table, and not by the task, or on another day; else the other way round
	Day  date.Date        // on which the table has it done; 0: not known
}

// progress is how far a table has a step.
type progress struct {
	done   bool
	day    *date.Date // on which, or by which, it was done; nil: not known
	exact  bool       // on which
	open   bool       // something that the table counts is not done
	begun  bool
	since  *date.Date // when it began, or had by; nil: not known
	left   int        // of all that is counted
	all    int        // 0: nothing is counted
	enough *date.Date // when what the table plans is enough; nil: not planned
}

// takeTables counts what the plan's tables say has happened to steps by the data date, and
// what they plan. A finish that the task has goes before a table's, and that is told; a
// table goes before a task that has none.
func (n *Model) takeTables() {
	if !n.hasTables() {
		return
	}
	for i := range n.Nodes {
		node := &n.Nodes[i]
		task := n.Facts[node.ID]
		if node.Step == nil || node.IsEffort() || task.NotRelevant != nil {
			continue
		}
		row := n.Book.ShownOf(node.Base())
		var p progress
		told := false
		if row != nil {
			if of, ok := n.progressOf(node, row); ok {
				p, told = of, true
			}
		}
		if on := n.confirmed(node.Base(), node.Project); on != nil && *on <= n.dataDate() {
			if told && p.open {
				n.Disagreed = append(n.Disagreed, Disagreement{Node: i, Done: true, Day: *on})
			} else if !p.done {
				p, row, told = progress{done: true, day: on}, nil, true
			}
		}
		if told {
			n.count(i, task, &p, row)
		}
	}
}

// hasTables reports whether the plan has any table that says something of steps.
func (n *Model) hasTables() bool {
	p := n.plan
	return len(p.Agreements)+len(p.CleanUp)+len(p.Readiness)+len(p.Training)+len(p.Tests)+len(p.Environment)+len(p.Processes)+len(p.SagExit) > 0
}

// dataDate is the last day whose progress is told: that on which the plan is seen where
// it has no data date.
func (n *Model) dataDate() date.Date {
	if n.plan.DataDate == nil {
		return n.seen
	}
	return *n.plan.DataDate
}

// count makes what a table says of a step what is known of it.
func (n *Model) count(i int, task plan.Task, p *progress, row *drejebog.Shown) {
	node := &n.Nodes[i]
	if p.enough != nil && !isDated(&task) && task.Remaining == nil {
		task.PlannedFinish = p.enough
	}
	n.compare(i, &task, p, row)
	switch {
	case p.done && p.day != nil && task.ActualFinish == nil:
		if task.ActualFinish = p.day; task.ActualStart == nil || *task.ActualStart > *p.day {
			task.ActualStart = p.day
		}
		task.Settle()
		if !p.exact {
			n.doneBy[node.ID] = true
		}
	case p.done && task.ActualFinish == nil:
		task.Status, task.Remaining = plan.Done, nil
	case p.begun && !task.IsDone():
		n.advance(node, &task, p)
	}
	n.Facts[node.ID] = task
}

// advance makes a step begun, with as much of its length left as the table has of what it
// counts.
func (n *Model) advance(node *drejebog.Node, task *plan.Task, p *progress) {
	switch {
	case task.ActualStart != nil:
	case p.since != nil:
		task.ActualStart = p.since
		task.Settle()
	case task.Status == 0 || task.Status == plan.NotStarted:
		task.Status = plan.InProgress
	}
	if task.Remaining == nil && p.all > 0 && p.left < p.all {
		left := (n.Duration(node).Likely*p.left + p.all - 1) / p.all
		task.Remaining = &left
	}
}

// compare notes where a table and a task say different things.
func (n *Model) compare(i int, task *plan.Task, p *progress, row *drejebog.Shown) {
	d := Disagreement{Node: i, Done: p.done}
	if row != nil {
		d.By = row.By
	}
	if p.day != nil {
		d.Day = *p.day
	}
	switch {
	case p.done && task.ActualFinish != nil && p.day != nil:
		if *task.ActualFinish > *p.day || p.exact && *task.ActualFinish < *p.day {
			n.Disagreed = append(n.Disagreed, d)
		}
	case p.done && !task.IsDone() && (task.Status != 0 || task.Remaining != nil && *task.Remaining > 0),
		p.open && task.IsDone():
		n.Disagreed = append(n.Disagreed, d)
	}
}

// progressOf is how far the table of a row has a step by the data date; false where the
// table does not speak of it.
func (n *Model) progressOf(node *drejebog.Node, row *drejebog.Shown) (progress, bool) {
	p, seen := n.plan, n.dataDate()
	switch row.By {
	case drejebog.BySignature:
		signed := p.Agreements[node.Project].Signed
		return progress{done: true, day: signed, exact: true}, signed != nil && *signed <= seen
	case drejebog.ByCases:
		return casesLeft(p.CleanUp[node.System].Counts, seen)
	case drejebog.BySuperusers:
		return n.taught(node, plan.Superusers, row.Need)
	case drejebog.ByUsers:
		return n.taught(node, plan.EndUsers, row.Need)
	case drejebog.ByOwnTest:
		return tested(p.Tests, node.Project, plan.OwnTest, seen)
	case drejebog.ByTrial:
		return tested(p.Tests, node.Project, plan.OperationalTrial, seen)
	case drejebog.BySurvey, drejebog.ByGaps, drejebog.ByClosedGaps:
		return n.equipped(node.Project, row.By)
	case drejebog.ByDescriptions, drejebog.ByDecisions:
		return n.described(node, row)
	case drejebog.ByReceivers, drejebog.ByMovedCases, drejebog.ByMovedUsers:
		return n.moved(row.By)
	}
	return progress{}, false
}

// casesLeft is by the counts of a legacy system, oldest first.
func casesLeft(counts []plan.CaseCount, seen date.Date) (progress, bool) {
	counts = slices.DeleteFunc(slices.Clone(counts), func(c plan.CaseCount) bool { return c.On > seen })
	if len(counts) == 0 {
		return progress{}, false
	}
	first, last := &counts[0], &counts[len(counts)-1]
	if last.Left == 0 {
		return progress{done: true, day: &last.On}, true
	}
	return progress{open: true, begun: last.Left < first.Left, since: &first.On, left: last.Left, all: first.Left}, true
}

// taught is by the classes of a project, which are held in the order of their days.
func (n *Model) taught(node *drejebog.Node, who plan.Trainees, driver string) (progress, bool) {
	need, known := n.plan.Drivers[driver+"@"+node.Project]
	var p progress
	var classes []plan.TrainingSession
	for _, class := range n.plan.Training {
		if class.Project == node.Project && class.Who == who {
			classes = append(classes, class)
		}
	}
	slices.SortStableFunc(classes, func(a, b plan.TrainingSession) int { return int(a.On - b.On) })
	seen, people := n.dataDate(), 0
	for i := range classes {
		class := &classes[i]
		reached := known && people < need && people+class.People >= need
		people += class.People
		if (class.On > seen || n.plan.DataDate == nil) && (reached || !known) {
			p.enough = &class.On
		}
		if class.On > seen {
			continue
		}
		if p.begun, p.since = true, &classes[0].On; reached {
			p.done, p.day, p.exact = true, &class.On, true
		}
		p.left, p.all = max(need-people, 0), need
	}
	p.open = p.begun && known && !p.done
	return p, len(classes) > 0
}

// tested is by the rounds of a kind: the last of them decides.
func tested(runs []plan.TestRun, project string, kind plan.TestKind, seen date.Date) (progress, bool) {
	var first, last *plan.TestRun
	for i := range runs {
		run := &runs[i]
		if run.Project != project || run.Kind != kind || run.On > seen {
			continue
		}
		if first == nil || run.On < first.On {
			first = run
		}
		if last == nil || run.On >= last.On {
			last = run
		}
	}
	switch {
	case last == nil:
		return progress{}, false
	case last.Cases > 0 && last.Passed >= last.Cases:
		return progress{done: true, day: &last.On, exact: true}, true
	}
	return progress{open: true, begun: true, since: &first.On, left: last.Cases - last.Passed, all: last.Cases}, true
}

// equipped is by what KOMBIT's list asks of the IT environment of a project.
func (n *Model) equipped(project string, by drejebog.ShownBy) (progress, bool) {
	p := progress{done: true}
	for _, item := range n.plan.Environment {
		if item.Project != "" && item.Project != project {
			continue
		}
		var isDone bool
		var day *date.Date
		switch p.all++; by {
		case drejebog.BySurvey:
			isDone = item.AsIs != ""
		case drejebog.ByGaps:
			isDone = item.Gap != 0
		default:
			isDone, day = item.Gap == plan.NoGap, item.Closed
		}
		p.add(isDone, day, n.dataDate())
	}
	p.open = p.left > 0
	return p, p.all > 0
}

// described is by the work processes of a project, as many as it has.
func (n *Model) described(node *drejebog.Node, row *drejebog.Shown) (progress, bool) {
	p := progress{done: true}
	for _, process := range n.plan.Processes {
		if process.Project != node.Project {
			continue
		}
		day := process.ToBe
		if row.By == drejebog.ByDecisions {
			day = process.Decided
		}
		p.all++
		p.add(false, day, n.dataDate())
	}
	p.open = p.left > 0
	listed := p.all
	if need := n.plan.Drivers[row.Need+"@"+node.Project]; need > p.all && p.all > 0 {
		p.left, p.all, p.done = p.left+need-p.all, need, false
	}
	return p, listed > 0
}

// add counts one thing more, which is done, or was on a day.
func (p *progress) add(isDone bool, day *date.Date, seen date.Date) {
	if day != nil && *day > seen {
		day = nil
	}
	switch {
	case day != nil:
		if p.begun = true; p.day == nil || *p.day < *day {
			p.day = day
		}
	case isDone:
		p.begun = true
	default:
		p.left++
		p.done = false
	}
}

// moved is by the groups of users of KMD Sag.
func (n *Model) moved(by drejebog.ShownBy) (progress, bool) {
	p := progress{done: true}
	for _, group := range n.plan.SagExit {
		all, gone := group.Users, group.UsersMoved
		switch by {
		case drejebog.ByReceivers:
			p.all++
			p.add(group.Receiver != "", nil, 0)
			continue
		case drejebog.ByMovedCases:
			all, gone = group.Cases, group.CasesMoved
		}
		if all == nil {
			p.done = false // nobody has counted them
			continue
		}
		p.all += *all
		p.left += max(*all-gone, 0)
		p.begun = p.begun || gone > 0
	}
	p.open = p.left > 0
	p.done = p.done && !p.open
	return p, len(n.plan.SagExit) > 0
}

// confirmed is the day on which a category of readiness that shows a step was confirmed
// for a project as a whole.
func (n *Model) confirmed(step, project string) *date.Date {
	for i := range n.Book.Categories {
		category := &n.Book.Categories[i]
		if !slices.Contains(category.Shows, step) {
			continue
		}
		if answer := n.plan.Readiness[category.ID+"@"+project]; answer.State == plan.AnswerConfirmed {
			return answer.On
		}
	}
	return nil
}

// IsDoneBy reports whether a task is known to be done by the day of its finish, and not
// when.
func (n *Model) IsDoneBy(id string) bool { return n.doneBy[id] }
