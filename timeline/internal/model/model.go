package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// workingDays is the calendar of the network.
const workingDays = 0

// Model is one kommune's steps and milestones as they are handed to the engine.
// Its fields are for reading.
type Model struct {
	*Basis
	Nodes   []drejebog.Node      // in the playbook's order, the plan's own last
	Edges   []drejebog.Edge      // that date something, by the engine's link
	Helps   []drejebog.Edge      // that date nothing
	Notices []drejebog.Edge      // from the notice of a contract to the end of its legacy system, which bounds it
	Facts   map[string]plan.Task // what the plan says of tasks, its own among them, by id

	Outdated  []Outdated     // confirmations that say little any more, in the order of the edges
	Disagreed []Disagreement // where a table of the plan and a task say different things, in the order of the nodes

	plan        *plan.Plan
	prolonging  []drejebog.Edge      // of the plan's own, to the end of a legacy system
	doneBy      map[string]bool      // tasks that a table shows are done, by a day and not on it, by id
	noticeTasks map[string]plan.Task // what says when notice is given, by contract
	index       map[string]int       // of a node, by its id
	given       map[string]date.Date // dates of milestones that the plan gives, by id
	unknown     map[string]bool      // milestones that the plan calls unknown, by id
	meanwhile   map[string]bool      // milestones that it calls unknown and works with a date of, by id
	starts      map[string]starts    // by project
	days        []known              // by node: what DaysOf says, once what the plan gives is taken
	seen        date.Date            // the day that the plan is seen from: of what is known, or of its data date if that is later
	windows     []drejebog.Days      // by node that is a step: its window as the plan moves it
	spans       map[int]span         // by node: what a level of effort spans that has dates
	leads       []bool               // by node: something waits for it
	needed      []bool               // by node: something that is not done waits for it
	hangs       []string             // by node: the milestone without date that its planned date hangs on, or ""
	waits       []string             // by node: the same of its earliest date, which knows no targets
	latest      map[int]date.Date    // by node that gives notice: the last day for it
	targets     []Target             // by node, once they are kept: zero for none
	closed      map[int]bool         // nodes that decide on a budget whose year is closed, and on which the plan is silent
	readings    map[int]int          // by node that decides on a budget, from its first reading to its adoption: the working days between them, both included
	assumed     []drejebog.Edge      // whose length is a span of somebody else's that no text gives

	activity []int // by node: index in the engine, or -1
	node     []int // by activity: index of its node
	problem  cpm.Network
	input    cpm.Input     // instants are the numbers of date.Date: the problem has their epoch
	drivers  []driver.Kind // by constraint of the input: what it stands for
	terms    map[int]int   // by constraint of the kind driver.Term: the index of the notice
}

// starts are the ids of a project's milestones that others hang on.
type starts struct{ goLive, implementation string }

// New expands the playbook for a plan, with the first or the last days of
// the periods that it gives in the place of dates. Horizons and soft edges stay
// out of the engine: they never date anything.
func New(b *Basis, p *plan.Plan, last bool) *Model {
	n := &Model{Basis: b, plan: p, doneBy: map[string]bool{}, given: map[string]date.Date{}, unknown: map[string]bool{}, meanwhile: map[string]bool{}, latest: map[int]date.Date{}}
	n.seen = b.Book.Known
	if p.DataDate != nil {
		n.seen = max(n.seen, *p.DataDate)
	}
	all := nationalOf(b.Book)
	edges := all.edges
	if n.Nodes, n.starts = all.nodes, all.starts; len(p.Contracts)+len(p.AddOns) > 0 {
		n.Nodes, edges = p.Network(b.Book)
	}
	n.takeNotices()
	n.takeFacts()
	n.takeTables()
	n.addOwn()
	n.addContracts()
	if n.index = all.index; len(n.Nodes) != len(all.nodes) || len(p.Contracts)+len(p.AddOns) > 0 {
		n.index = indexOf(n.Nodes)
	}
	own := n.ownEdges()
	edges = append(edges, own...)
	for _, edge := range own {
		if to := n.Nodes[edge.To].Milestone; to != nil && to.Kind == drejebog.SystemEnd {
			n.prolonging = append(n.prolonging, edge)
		}
	}
	n.readDates(last)
	n.standFar()
	n.keepDays()
	n.takeCutOvers()
	for _, edge := range edges {
		if edge.Dependency.Span != nil {
			n.assumed = append(n.assumed, edge)
		}
	}
	n.takeOutdated(edges)
	n.takeClosed(edges)
	n.takeReadings(edges)
	n.windows = make([]drejebog.Days, len(n.Nodes))
	n.activity = make([]int, len(n.Nodes))
	n.node = make([]int, 0, len(n.Nodes))
	n.Edges = make([]drejebog.Edge, 0, len(edges))
	n.problem.Activities = make([]cpm.Activity, 0, len(n.Nodes))
	n.problem.Links = make([]cpm.Link, 0, len(edges))
	n.input.Constraints = make([]cpm.Constraint, 0, 2*len(n.Nodes))
	n.problem.Epoch = workday.Epoch
	n.problem.Calendars = []cpm.Calendar{workingDays: b.calendar}
	n.keepTargets()
	for i := range n.Nodes {
		n.windows[i] = n.windowOf(i)
		n.addActivity(i)
	}
	for _, edge := range edges {
		switch {
		case n.isNoticeEnd(&edge):
			n.Notices = append(n.Notices, n.toLast(edge))
		case !n.isBudgetOfUnknown(&edge):
			n.addLink(edge)
		}
	}
	n.takeWaiting()
	n.hangs = n.hangOn(true)
	if n.waits = n.hangs; len(n.unknown) > 0 {
		n.waits = n.hangOn(false)
	}
	n.addEfforts()
	n.input.Start = cpm.Instant(date.New(2012, 1, 1))
	end := cpm.Instant(workday.Last) // so that only what is hard bounds a late date
	n.input.MustFinish = &end
	n.input.Options.Float = cpm.SmallestFloat
	return n
}

// readDates takes the dates of milestones from the plan: go-lives, starts of
// implementation, budgets, and what others have promised or delivered.
func (n *Model) readDates(last bool) {
	take := func(id string, when *plan.When, day date.Date) {
		switch {
		case when == nil:
		case when.Unknown:
			n.unknown[id] = true
		default:
			n.given[id] = day
			if when.Assumed {
				n.meanwhile[id] = true
			}
		}
	}
	for id, project := range n.plan.Projects {
		goLive, implementation := daysOf(project, last)
		take(n.goLive(id), project.GoLive, goLive)
		take(n.implementation(id), project.Implementation, implementation)
	}
	for year, budget := range n.plan.Budget {
		id := n.Book.BudgetMilestone(year)
		for suffix, day := range map[string]*date.Date{"": budget.Adopted, "/proposal": budget.Proposal, "/reading": budget.FirstReading} {
			if id != "" && day != nil {
				n.given[id+suffix] = *day
			}
		}
	}
	for id, deliverable := range n.plan.Deliverables {
		switch {
		case deliverable.Delivered != nil:
			n.given[id] = *deliverable.Delivered
		case deliverable.Promised != nil:
			n.given[id] = *deliverable.Promised
		}
	}
}

func (n *Model) goLive(project string) string { return n.starts[project].goLive }

func (n *Model) implementation(project string) string { return n.starts[project].implementation }

// IsMeanwhile reports whether a node stands on a date that the plan only works with while
// nobody knows it.
func (n *Model) IsMeanwhile(i int) bool { return n.meanwhile[n.Nodes[i].ID] }

// hasPassed reports whether a day lies before the one that the plan is seen from: a
// hard end that has passed bounds nothing any more.
func (n *Model) hasPassed(day date.Date) bool { return day < n.seen }

// isBudgetOfUnknown reports whether an edge has the kommune's budget wait for what is
// planned by a project without a date: a budget is decided on its day all the same.
func (n *Model) isBudgetOfUnknown(edge *drejebog.Edge) bool {
	from, to := &n.Nodes[edge.From], &n.Nodes[edge.To]
	isBudget := to.Activity != nil && to.Activity.ID == n.Book.Landmarks.Budget
	return isBudget && from.Step != nil && (n.unknown[n.goLive(from.Project)] || n.unknown[n.implementation(from.Project)])
}

// takeClosed finds what is over on a day that nobody tells, and is not planned any more:
// what the plan calls done without a day, and the decisions on a budget that was adopted
// before the data date, on which the plan is silent.
func (n *Model) takeClosed(edges []drejebog.Edge) {
	n.closed = map[int]bool{}
	if n.plan.DataDate == nil {
		return
	}
	for i := range n.Nodes {
		facts := n.Facts[n.Nodes[i].ID]
		if n.Nodes[i].Step != nil && facts.NotRelevant == nil && facts.IsDoneUndated() {
			n.closed[i] = true
		}
	}
	for _, edge := range edges {
		from, year := &n.Nodes[edge.From], n.Nodes[edge.To].Milestone.BudgetYear()
		if from.Step == nil || from.Activity.ID != n.Book.Landmarks.Budget || year == "" {
			continue
		}
		adopted, facts := n.Index(n.Book.BudgetMilestone(year)), n.Facts[from.ID]
		if days, ok := n.DaysOf(adopted); ok && days.Last < *n.plan.DataDate && !facts.Says() {
			n.closed[edge.From] = true
		}
	}
}

// takeReadings finds what has begun by the first reading of a budget and is over with its
// adoption: it spans the two. A reading that has passed bounds nothing.
func (n *Model) takeReadings(edges []drejebog.Edge) {
	n.readings = map[int]int{}
	for _, edge := range edges {
		to := n.Nodes[edge.To].Milestone
		if to == nil || to.Kind != drejebog.BudgetRead || edge.Dependency.Type != drejebog.SS || n.Nodes[edge.From].Step == nil {
			continue
		}
		read, dated := n.DaysOf(edge.To)
		adopted, ends := n.DaysOf(n.Index(n.Book.BudgetMilestone(to.BudgetYear())))
		if dated && ends && !n.hasPassed(read.First) {
			n.readings[edge.From] = n.Days.Count(read.First, adopted.Last)
		}
	}
}

// IsClosed reports whether a step is over on a day that nobody tells.
func (n *Model) IsClosed(i int) bool { return n.closed[i] }

// Index returns the index of the node with the id, or -1.
func (n *Model) Index(id string) int {
	if i, ok := n.index[id]; ok {
		return i
	}
	return -1
}

// Shift is by how many days a node's window is moved from where the playbook prints
// it.
func (n *Model) Shift(i int) int {
	target, ok := n.Target(i)
	if !ok || target.Row == nil || target.Row.Side != 0 {
		return 0
	}
	window := n.Nodes[i].Activity.DaysOf(n.Nodes[i].Step)
	if target.On == drejebog.TargetStart {
		return int(target.Day - window.First)
	}
	return int(target.Day - window.Last)
}
