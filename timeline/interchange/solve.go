package interchange

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// mostRounds bounds how often a project is computed to find as few bounds as it
// takes. What is too late after so many gets its bounds at once.
const mostRounds = 20

// solve holds tasks where the links of the file ask for less than the schedule, and
// stores the early and late dates and the slack that another program finds in
// the file. Where that one would let a task be later than the schedule does, because a
// rule of the schedule is no link and no deadline of the file, the task's late finish
// is a deadline: the last of such a chain first, as those before it follow from it. It
// ends, as a task gets a deadline but once and deadlines make nothing later.
func (b *scheduleBuilder) solve() {
	for round := 1; ; round++ {
		n := b.Network()
		graph, err := cpm.Build(n.Network)
		if err != nil {
			return // tasks that wait for each other, which the schedule tells
		}
		var result cpm.Result
		if err := graph.Solve(&n.Input, &result); err != nil {
			return
		}
		if b.hold(n, graph, &result, round > mostRounds) || b.bound(n, graph, &result, round > mostRounds) {
			continue
		}
		b.store(n, graph, &result)
		return
	}
}

// hold lets tasks start no earlier than the schedule has them, where another program
// would: those that have none of the too early before them, or all that are too early.
// It reports whether there are any. A lag of months rolls off a day off, and the day
// after the evening at which work ends is another day for a milestone.
func (b *scheduleBuilder) hold(n *mspdi.Network, graph *cpm.Graph, result *cpm.Result, all bool) bool {
	early := map[int]bool{} // by index of the task
	for activity, i := range n.Tasks {
		t := &b.Tasks[i]
		if t.Summary || t.Start == nil || t.ActualStart != nil || t.Constraint != mspdi.AsSoonAsPossible {
			continue
		}
		calendar := graph.Calendar(n.Network.Activities[activity].Calendar)
		start := result.Dates(activity).EarlyStart
		if start < cpm.Instant(*t.Start) && (t.Milestone || calendar.Between(start, cpm.Instant(*t.Start)) > 0) {
			early[i] = true
		}
	}
	for i := range early {
		t := &b.Tasks[i]
		if all || !slices.ContainsFunc(t.Links, func(l mspdi.Link) bool { return early[l.From-1] }) {
			t.Constraint, t.ConstraintDate = mspdi.StartNoEarlierThan, t.Start
			was, _ := asWritten(t)
			was.constraint = writtenOf(t).constraint
			for v := range t.Values {
				if t.Values[v].Field == writtenField {
					t.Values[v].Text = was.String()
				}
			}
		}
	}
	return len(early) > 0
}

// bound gives deadlines to the tasks that are too late and have none of the too late
// behind them, or to all that are too late, and reports whether there are any.
func (b *scheduleBuilder) bound(n *mspdi.Network, graph *cpm.Graph, result *cpm.Result, all bool) bool {
	late := map[int]mspdi.Moment{} // by index of the task
	for activity, i := range n.Tasks {
		t := &b.Tasks[i]
		of := b.sched.Task(t.WBS)
		if of == nil || !of.LateFinish.Known() || t.Milestone || of.LevelOfEffort || t.ActualStart != nil {
			continue
		}
		last := *mspdi.At(of.LateFinish.Date, evening)
		lateFinish := result.Dates(activity).LateFinish
		if lateFinish > cpm.Instant(last) && graph.Calendar(n.Network.Activities[activity].Calendar).Between(cpm.Instant(last), lateFinish) > 0 {
			late[i] = last
		}
	}
	before := map[int]bool{}
	for i := range late {
		for _, l := range b.Tasks[i].Links {
			before[l.From-1] = true
		}
	}
	bound := false
	for i, last := range late {
		t := &b.Tasks[i]
		if (all || !before[i]) && (t.Deadline == nil || *t.Deadline > last && t.Value(deadlineField) != "") {
			t.Values = slices.DeleteFunc(t.Values, func(v mspdi.Value) bool { return v.Field == deadlineField })
			setDeadline(t, last.LastDay(), evening, true)
			bound = true
		}
	}
	return bound
}

// store gives the tasks that can move what was found of them.
func (b *scheduleBuilder) store(n *mspdi.Network, graph *cpm.Graph, result *cpm.Result) {
	free := n.FreeFloats(graph, result)
	for activity, i := range n.Tasks {
		t := &b.Tasks[i]
		of := b.sched.Task(t.WBS)
		if of == nil || of.LevelOfEffort {
			continue
		}
		d := result.Dates(activity)
		t.EarlyStart, t.EarlyFinish = new(mspdi.Moment(d.EarlyStart)), new(mspdi.Moment(d.EarlyFinish))
		t.LateStart, t.LateFinish = new(mspdi.Moment(d.LateStart)), new(mspdi.Moment(d.LateFinish))
		t.TotalSlack, t.FreeSlack = new(int(d.TotalFloat)*10), new(int(free[activity])*10)
	}
}
