package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// workingDays is the calendar of the network.
const workingDays = 0

// network is one kommune's steps and milestones on their way to the engine.
// Instants of the engine are the numbers of date.Date: the network has their
// epoch.
type network struct {
	book  *drejebog.Playbook
	plan  *plan.Plan
	days  *workday.Days
	nodes []drejebog.Node
	edges []drejebog.Edge // hard ones between activities of the engine only, by link; those of levels of effort come after them
	helps []drejebog.Edge // soft ones

	facts   map[string]plan.Task // what the plan says of tasks, its own among them, by id
	given   map[string]date.Date // dates of milestones that the plan gives, by id
	unknown map[string]bool      // milestones that the plan calls unknown, by id
	starts  map[string]starts    // by project
	anchors []anchor             // by node: what its window moves with
	spans   map[int]span         // by node: what a level of effort spans that has dates
	hangs   []string             // by node: the milestone without date that it hangs on, or ""
	late    []string             // by node: the one that its late date hangs on

	activity []int // by node: index in the engine, or -1
	node     []int // by activity: index of its node
	problem  cpm.Network
	input    cpm.Input
	rules    []Rule      // by constraint of the input: what it stands for
	notice   map[int]int // by constraint of the rule ByNotice: the node of the notice
}

// starts are the ids of a project's milestones that others hang on.
type starts struct{ goLive, implementation string }

// anchor is the milestone that a node's window moves with.
type anchor struct {
	milestone string // id of the instance, "" where the calendar stands
	shift     int    // days that the plan moves it from its national date
}

// newNetwork expands the playbook for a plan, with the first or the last days of
// the periods that it gives in the place of dates. Horizons and soft edges stay
// out of the engine: they never date anything.
func newNetwork(b *basis, p *plan.Plan, last bool) *network {
	n := &network{book: b.book, plan: p, days: b.days, given: map[string]date.Date{}, unknown: map[string]bool{}, notice: map[int]int{}}
	nodes, edges := p.Network(b.book)
	n.nodes = slices.Clip(nodes)
	n.takeStarts()
	n.takeFacts()
	n.addOwn()
	edges = slices.Concat(edges, n.ownEdges())
	n.readDates(last)
	n.standFar()
	n.takeCutOvers()
	n.anchors = make([]anchor, len(n.nodes))
	n.activity = make([]int, len(n.nodes))
	n.node = make([]int, 0, len(n.nodes))
	n.edges = make([]drejebog.Edge, 0, len(edges))
	n.problem.Activities = make([]cpm.Activity, 0, len(n.nodes))
	n.problem.Links = make([]cpm.Link, 0, len(edges))
	n.input.Constraints = make([]cpm.Constraint, 0, 2*len(n.nodes))
	n.problem.Epoch = workday.Epoch
	n.problem.Calendars = []cpm.Calendar{workingDays: b.calendar}
	for i := range n.nodes {
		n.anchors[i] = n.anchorOf(&n.nodes[i])
		n.addActivity(i)
	}
	for _, edge := range edges {
		edge = n.toLast(edge)
		if !n.takeTerm(edge) {
			n.addLink(n.byContract(edge))
		}
	}
	n.hangs = n.hangOn()
	n.addEfforts()
	n.input.Start = cpm.Instant(date.New(2012, 1, 1))
	end := cpm.Instant(workday.Last) // so that only what is hard bounds a late date
	n.input.MustFinish = &end
	n.input.Options.ALAP = cpm.ALAPFreeFloat
	n.input.Options.Float = cpm.SmallestFloat
	return n
}

// readDates takes the dates of milestones from the plan: go-lives, starts of
// implementation, budgets, and what others have promised or delivered.
func (n *network) readDates(last bool) {
	take := func(id string, when *plan.When, day date.Date) {
		switch {
		case when == nil:
		case when.Unknown:
			n.unknown[id] = true
		default:
			n.given[id] = day
		}
	}
	for id, project := range n.plan.Projects {
		goLive, implementation := daysOf(project, last)
		take(n.goLive(id), project.GoLive, goLive)
		take(n.implementation(id), project.Implementation, implementation)
	}
	for year, budget := range n.plan.Budget {
		if id := n.book.BudgetMilestone(year); id != "" && budget.Adopted != nil {
			n.given[id] = *budget.Adopted
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

func (n *network) goLive(project string) string { return n.starts[project].goLive }

func (n *network) implementation(project string) string { return n.starts[project].implementation }

// takeStarts keeps the ids of each project's milestones, which are asked for by
// every node.
func (n *network) takeStarts() {
	n.starts = map[string]starts{}
	for i := range n.book.Projects {
		id := n.book.Projects[i].ID
		n.starts[id] = starts{n.book.MilestoneOf(drejebog.GoLive, id), n.book.MilestoneOf(drejebog.Implementation, id)}
	}
}

// anchorOf returns what a node's window moves with and how far.
func (n *network) anchorOf(node *drejebog.Node) anchor {
	if node.Step == nil || node.Project == "" {
		return anchor{}
	}
	var id string
	switch node.Step.Anchor {
	case drejebog.OnGoLive:
		id = n.goLive(node.Project)
	case drejebog.OnImpl:
		id = n.implementation(node.Project)
	default:
		return anchor{}
	}
	return anchor{milestone: id, shift: n.shift(id)}
}

// shift returns by how many days the plan moves a milestone from the date
// that the playbook gives it.
func (n *network) shift(id string) int {
	for i := range n.nodes {
		if n.nodes[i].ID == id {
			national, ok1 := n.book.DatesOf(&n.nodes[i], nil)
			planned, ok2 := n.book.DatesOf(&n.nodes[i], n.given)
			if ok1 && ok2 {
				return int(planned.First - national.First)
			}
		}
	}
	return 0
}

func (n *network) addActivity(i int) {
	node := &n.nodes[i]
	n.activity[i] = -1
	switch {
	case node.Step != nil && node.Step.Effort == nil:
		a := cpm.Activity{Key: node.ID, Calendar: workingDays, Duration: cpm.Work(n.duration(node).Likely)}
		if n.isPoint(node) {
			a.Milestone, a.Side = true, n.side(node)
		}
		n.add(i, a)
		n.constrainTask(i)
	case node.Milestone != nil && node.Milestone.Kind != drejebog.Horizon:
		n.add(i, cpm.Activity{Key: node.ID, Calendar: workingDays, Milestone: true, Side: n.side(node)})
		n.constrainMilestone(i)
	}
}

func (n *network) add(i int, a cpm.Activity) {
	n.activity[i] = len(n.problem.Activities)
	n.node = append(n.node, i)
	n.problem.Activities = append(n.problem.Activities, a)
}

// duration returns a task's working days: the plan's own figure for all three
// where it has one, nothing for a task that is not relevant.
func (n *network) duration(node *drejebog.Node) Span {
	task := n.facts[node.ID]
	switch {
	case task.NotRelevant != nil:
		return Span{}
	case task.Duration != nil:
		return Span{*task.Duration, *task.Duration, *task.Duration}
	case task.PlannedStart != nil && task.PlannedFinish != nil:
		days := n.days.Count(*task.PlannedStart, *task.PlannedFinish)
		return Span{days, days, days}
	}
	d := node.Step.Duration
	return Span{d.Low, d.Likely, d.High}
}

// window returns the days of a step's window as the plan moves them. A start
// before the step was published counts from its publication, and published
// says that it does.
func (n *network) window(i int) (days drejebog.Days, published bool) {
	node := &n.nodes[i]
	days = node.Activity.DaysOf(node.Step)
	if deadline := n.ownDeadline(node); deadline != nil {
		days.Last = *deadline
	}
	shift := date.Date(n.anchors[i].shift)
	if days.First > workday.First {
		days.First += shift
	}
	if days.Last < workday.Last {
		days.Last += shift
	}
	for _, edition := range n.book.Editions {
		if edition.Number == node.Step.Since && edition.Date > days.First {
			days.First, published = edition.Date, true
		}
	}
	return days, published
}

func (n *network) constrainTask(i int) {
	node, a := &n.nodes[i], n.activity[i]
	task := n.facts[node.ID]
	if task.NotRelevant != nil {
		return
	}
	window, published := n.window(i)
	switch {
	case task.PlannedStart != nil:
		n.constrain(a, cpm.StartNoEarlierThan, n.begin(node, *task.PlannedStart), ByPlan)
	case published:
		n.constrain(a, cpm.StartNoEarlierThan, window.First, ByPublication)
	default:
		n.constrain(a, cpm.StartNoEarlierThan, window.First, ByWindow)
	}
	if task.PlannedFinish != nil {
		n.constrain(a, cpm.FinishNoEarlierThan, *task.PlannedFinish+1, ByPlan)
	}
	if n.deadlineKind(node) == drejebog.Frist {
		n.constrain(a, cpm.Deadline, window.Last+1, ByDeadline)
	}
	if node.Step.AsLate && task.PlannedStart == nil {
		n.constrain(a, cpm.AsLateAsPossible, 0, ByAsLate)
	}
}

// deadlineKind returns the kind of a step's end: the printed window's, and
// expected where the step has a window of its own or the end is open.
func (n *network) deadlineKind(node *drejebog.Node) drejebog.EndKind {
	window := node.Activity.WindowOf(node.Step)
	if n.ownDeadline(node) != nil {
		return drejebog.Frist
	}
	if node.Step.Expected != nil || window == nil {
		return drejebog.Forventet
	}
	return window.Kind
}

// constrainMilestone dates a milestone: a go-live, a start of implementation
// and a budget stand where they are put, an end of a system and a deliverable
// come no earlier, and what follows from work has no date of its own.
func (n *network) constrainMilestone(i int) {
	node, a := &n.nodes[i], n.activity[i]
	days, ok := n.book.DatesOf(node, n.given)
	if !ok {
		return
	}
	rule := n.dateRule(node)
	switch node.Milestone.Kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.BudgetYearBegins:
		n.constrain(a, cpm.MustStartOn, days.First, rule)
	case drejebog.BudgetAdopted:
		n.constrain(a, cpm.MustFinishOn, n.instantOf(node, days.Last), rule)
	case drejebog.SystemEnd:
		over := days.Last // the first day without the system
		n.constrain(a, cpm.FinishNoEarlierThan, over, rule)
		n.constrain(a, cpm.Deadline, over, rule)
	case drejebog.Deliverable:
		n.constrain(a, cpm.StartNoEarlierThan, n.instantOf(node, days.Last), rule)
	case drejebog.Confirmation:
		n.constrain(a, cpm.Deadline, n.instantOf(node, days.Last), rule)
	}
}

// dateRule is what dates a milestone: the plan, the playbook's word, or another
// milestone.
func (n *network) dateRule(node *drejebog.Node) Rule {
	m := node.Milestone
	switch {
	case n.isGiven(node.ID):
		return ByPlan
	case n.book.IsCounted(node, n.given):
		return ByOffset
	case m.Delivered != nil:
		return ByDelivery
	case m.Promised != nil:
		return ByPromise
	}
	return ByNothing
}

func (n *network) constrain(activity int, kind cpm.ConstraintKind, at date.Date, rule Rule) {
	n.input.Constraints = append(n.input.Constraints, cpm.Constraint{Activity: activity, Kind: kind, At: cpm.Instant(at)})
	n.rules = append(n.rules, rule)
}

// addLink takes an edge to the engine unless it is soft or an end is not
// there.
func (n *network) addLink(edge drejebog.Edge) {
	from, to := n.activity[edge.From], n.activity[edge.To]
	switch {
	case from < 0 || to < 0 || n.withoutPurchase(edge):
		return
	case edge.Dependency.Soft:
		n.helps = append(n.helps, edge)
		return
	}
	n.edges = append(n.edges, edge)
	n.problem.Links = append(n.problem.Links, cpm.Link{
		From: from, To: to, Type: linkTypes[edge.Dependency.Type], Lag: lagOf(n.lag(&edge)),
	})
}

// withoutPurchase reports whether an edge has a step wait for the money of a budget
// year that the plan has not got to do: where nothing is bought, nothing is granted.
func (n *network) withoutPurchase(edge drejebog.Edge) bool {
	from := n.nodes[edge.From].Milestone
	return from != nil && from.Kind == drejebog.BudgetYearBegins && n.facts[n.nodes[edge.To].ID].NotRelevant != nil
}

// lag is the distance of an edge. A deliverable comes at the beginning of its
// day, and what finishes with it does at the end of that day.
func (n *network) lag(edge *drejebog.Edge) drejebog.Lag {
	d, m := edge.Dependency, n.nodes[edge.From].Milestone
	if m != nil && m.Kind == drejebog.Deliverable && d.Type == drejebog.FF && n.nodes[edge.To].Step != nil && d.Lag == (drejebog.Lag{}) {
		return drejebog.Lag{Value: 1, Unit: drejebog.CalendarDays}
	}
	return d.Lag
}

var linkTypes = [...]cpm.LinkType{drejebog.FS: cpm.FS, drejebog.SS: cpm.SS, drejebog.FF: cpm.FF, drejebog.SF: cpm.SF}

func lagOf(lag drejebog.Lag) cpm.Lag {
	value := int32(lag.Value)
	switch {
	case lag.Unit == drejebog.Months && lag.From == drejebog.FromSuccessor:
		return cpm.Lag{Value: value, Unit: cpm.MonthsFromSuccessor}
	case lag.Unit == drejebog.Months:
		return cpm.Lag{Value: value, Unit: cpm.MonthsFromPredecessor}
	case lag.Unit == drejebog.CalendarDays:
		return cpm.Lag{Value: value, Unit: cpm.Elapsed}
	case lag.Unit == drejebog.Workdays:
		return cpm.Lag{Value: value, Unit: cpm.WorkOfCalendar, Calendar: workingDays}
	}
	return cpm.Lag{}
}
