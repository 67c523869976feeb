package interchange

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/finding"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/match"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
)

// NewPlan makes a new plan of what a kommune keeps in its planning program, by the
// rules of Into, but of all that the file says: what FromSchedule wrote of a
// schedule is taken over too, but what others are to deliver is no promise unless
// the schedule's plan has one.
func NewPlan(book *drejebog.Playbook, kommune string, from *mspdi.Project, file string) (*plan.Plan, []drejebog.Finding) {
	out := plan.New(kommune)
	return out, takeOver(book, out, from, file, true)
}

// Into takes what a kommune keeps in its planning program over into a plan.
// File is what the findings call it. Dates, progress and links of a task take
// the place of those that the plan has of it; the rest of the plan stands, as
// does what the file does not speak of.
//
// A task that FromSchedule wrote says only what has been changed in it since:
// dates, progress and links that are as they were written leave those of the
// plan as they are, so that no computed date becomes a statement. A dependency
// of the plan's own that has been deleted in the file goes out of the plan, if
// its predecessor is still in the file and no other link between the two is.
//
// A task is the playbook's, for each contract and add-on of the plan, when the
// field Text1, or the WBS code, holds its id, or when its name is that of one
// task only, in the section and project that its name, its WBS code or the
// summaries above it tell. Every other task becomes an own task: the plan's when
// it has the id, or the name and project, of one, else a new one; a new one that
// other tasks come near to is told with all of these, and not taken for any.
// Summaries only tell what their tasks are for.
//
// Start and finish become planned dates, each one that has been moved if
// FromSchedule wrote the task. Minutes become days by these rules: a
// length and what remains are divided by the minutes of the file's day and
// rounded up; a lag is rounded to the nearest day, halves away from zero;
// elapsed lags are calendar days of 1,440 minutes; a percentage is one of the
// predecessor's length. A lag of the plan's in months stays one as long as the
// file has the days that were written for it. Go-lives, starts of
// implementation, adopted budgets and others' deliverables give the plan's dates
// where they differ from the playbook's. Links that the playbook has already are
// left out. A day of status makes the data date.
//
// Actual dates settle the progress, plan.Task.Settle. Where a file says in
// percent only how far a task is, its planned dates are taken for the actual
// ones, none later than the data date or, without one, than the day that the
// plan is seen from; of a task without a length the weekdays from start to
// finish are it.
//
// A constraint that an own task finishes no later than a day is its deadline, and
// one that a task starts no earlier than a day is its planned start where it has
// no dates. The days off of the file's calendar that the plan works are closures.
//
// The findings say what was not taken over, and why: a finish before its start,
// a negative length, a deadline of one of the playbook's tasks that is not the
// playbook's, other constraints, other working times, a change of the playbook's
// dependencies. Write and plan.Read tell whether the plan can stand.
func Into(book *drejebog.Playbook, into *plan.Plan, from *mspdi.Project, file string) []drejebog.Finding {
	return takeOver(book, into, from, file, false)
}

func takeOver(book *drejebog.Playbook, into *plan.Plan, from *mspdi.Project, file string, afresh bool) []drejebog.Finding {
	p, beyond := from.Bounded()
	before := into.Clone()
	b := &planBuilder{
		project: p, book: book, file: file, plan: into, afresh: afresh, match: match.New(book, into),
		told: finding.Listed{}, ids: map[int]string{}, uids: map[string]int{}, byUID: map[int]*mspdi.Task{}, below: map[int][]int{},
	}
	b.beyond(beyond)
	b.odd()
	b.fit()
	b.dataDate()
	b.closures()
	b.assigned()
	b.tasks()
	b.links()
	b.tellLeftOut()
	for code, more := range b.told.More() {
		b.add("DB-616", "", strict.Place{File: b.file}, lang.Args{"n": lang.Whole(more), "id": lang.Both(code)})
	}
	b.placeChanges(before)
	return b.findings
}

// placeChanges notes which task of the file each change of the plan's tasks came from, so
// that what shows to be wrong only later has a place.
func (b *planBuilder) placeChanges(before *plan.Plan) {
	changes, err := strict.Differences(before, b.plan)
	if err != nil {
		return // the plan holds what no file can, which whoever writes it is told
	}
	place := func(path, id string) {
		if t := b.byUID[b.uids[id]]; t != nil && b.isTaken(id) {
			b.plan.TakenFrom(path, b.placeOf(t))
		}
	}
	for _, change := range changes {
		switch steps := strict.Steps(change.Path); {
		case len(steps) == 1: // the first of its kind
			for id := range b.uids {
				place(strict.Join(change.Path, id), id)
			}
		case len(steps) > 2 && steps[0] == "projects":
			kind := map[string]drejebog.MilestoneKind{"goLive": drejebog.GoLive, "implementation": drejebog.Implementation}[steps[2]]
			place(change.Path, b.book.MilestoneOf(kind, steps[1]))
		case len(steps) > 1:
			place(change.Path, steps[1])
		}
	}
}

// planBuilder makes a plan of a project.
type planBuilder struct {
	project  *mspdi.Project
	book     *drejebog.Playbook
	file     string
	plan     *plan.Plan
	afresh   bool // the plan is new: what FromSchedule wrote is news too
	match    *match.Matcher
	ids      map[int]string      // of the plan's task or milestone, by UID
	uids     map[string]int      // the other way round
	byUID    map[int]*mspdi.Task // the first of those with a UID
	below    map[int][]int       // UIDs of the tasks that are read below a summary, by its own
	who      map[int][]string    // names of the resources of a task, by UID
	at       int                 // index of the task whose links are read
	room     int                 // dependencies that the plan has room for
	owns     int                 // tasks of its own that the plan has no room for
	out      leftOut
	told     finding.Listed
	findings []drejebog.Finding
}

func (b *planBuilder) found(code string, t *mspdi.Task, args lang.Args) {
	args["task"] = lang.Both(t.Name)
	args["number"] = lang.Plain(numberOf(t))
	b.add(code, strconv.Itoa(t.UID), b.placeOf(t), args)
}

// beyond tells of what no file can hold.
func (b *planBuilder) beyond(told []mspdi.NotHonoured) {
	tasks := map[int]*mspdi.Task{mspdi.None: {Name: cmp.Or(b.project.Title, b.project.Name, b.file)}}
	for i := range b.project.Tasks {
		tasks[b.project.Tasks[i].UID] = &b.project.Tasks[i]
	}
	for _, n := range told {
		b.unread(cmp.Or(tasks[n.UID], tasks[mspdi.None]), lang.Both(n.Field), b.text("interchange/beyond", nil))
	}
}

func (b *planBuilder) text(id string, args lang.Args) lang.Text { return b.book.Words.Say(id, args) }

func (b *planBuilder) tasks() {
	parents, leaf := b.project.Parents(), make([]bool, len(b.project.Tasks))
	for _, i := range b.project.Leaves() {
		leaf[i] = true
	}
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		if _, twice := b.byUID[t.UID]; !twice {
			b.byUID[t.UID] = t
		}
		if leaf[i] {
			b.leaf(t, i, parents)
		} else if !t.Null {
			b.summary(t)
		}
	}
	if b.owns > 0 {
		b.add("DB-642", "", strict.Place{File: b.file}, lang.Args{"n": lang.Whole(b.owns), "most": lang.Whole(room("own"))})
	}
}

// leaf takes over a task.
func (b *planBuilder) leaf(t *mspdi.Task, i int, parents []int) {
	if strings.TrimSpace(t.Name) == "" {
		t.Name = b.text("interchange/unnamed", lang.Args{"number": lang.Plain(numberOf(t))}).DA
		b.out.leave(b.text("interchange/no-name", nil), "Name", i)
	}
	section, project := b.context(parents, i)
	node, near := b.find(t, section, project)
	switch {
	case node != nil && b.isTaken(node.ID):
		b.found("DB-604", t, lang.Args{"id": lang.Both(node.ID)})
	case node != nil:
		b.is(t, node.ID)
		b.known(node, t)
	case b.endsContract(t):
	case t.Inactive && t.Value(notRelevantField) == "" && !setAside(t):
		b.found("DB-606", t, lang.Args{})
	case b.owed(t, project):
	default:
		b.own(t, project, near)
	}
	for above := parents[i]; above >= 0 && b.ids[t.UID] != ""; above = parents[above] {
		uid := b.project.Tasks[above].UID
		b.below[uid] = append(b.below[uid], t.UID)
	}
}

// endsContract reports whether a task is the end of one of the plan's contracts, which
// follows from its terms and its notice. That of a contract which the plan does not have
// is told.
func (b *planBuilder) endsContract(t *mspdi.Task) bool {
	contract, is := strings.CutPrefix(t.Value(idField), contractPrefix)
	_, known := b.plan.Contracts[contract]
	_, ours := asWritten(t)
	if is && !known && ours {
		b.unread(t, b.text("interchange/contract-end", nil), b.text("interchange/no-contract", lang.Args{"id": lang.Both(contract)}))
	}
	return is && (known || ours)
}

// contractPrefix begins the id of the milestone of a contract.
const contractPrefix = "contract/"

// is notes what a task of the file is in the plan. Links mean the first of those
// with a UID.
func (b *planBuilder) is(t *mspdi.Task, id string) {
	if _, twice := b.ids[t.UID]; !twice {
		b.ids[t.UID] = id
	}
	b.uids[id] = t.UID
}

func (b *planBuilder) isTaken(id string) bool { _, taken := b.uids[id]; return taken }

// summary tells what binds a summary to a day: in the plan it is dated by its
// tasks.
func (b *planBuilder) summary(t *mspdi.Task) {
	if t.Inactive {
		return
	}
	if t.Constraint != mspdi.AsSoonAsPossible && t.ConstraintDate != nil {
		b.unbound(t, b.constraintText(t))
	}
	if t.Deadline != nil {
		b.found("DB-612", t, lang.Args{"deadline": lang.Day(t.Deadline.LastDay())})
	}
}

// idOf is the id that a task has in the plan, or a code of the file's own.
func idOf(t *mspdi.Task) string { return cmp.Or(t.Value(idField), t.WBS) }

// find finds the task of the playbook that is meant, or those that could be.
func (b *planBuilder) find(t *mspdi.Task, section, project string) (node *drejebog.Node, near []string) {
	if id := idOf(t); plan.IsOwnID(id) {
		return b.match.Node(id), nil
	}
	node, near = b.match.Find(idOf(t), t.Name, project)
	if node != nil || section == "" {
		return node, near
	}
	node, more := b.match.Find(section, t.Name, project)
	for _, id := range more {
		if !slices.Contains(near, id) {
			near = append(near, id)
		}
	}
	return node, near
}

// context returns the section and the project or system that the summaries
// above a task tell.
func (b *planBuilder) context(parents []int, i int) (section, scope string) {
	for i = parents[i]; i >= 0; i = parents[i] {
		name := b.project.Tasks[i].Name
		if scope == "" {
			scope = b.match.Scope(name)
		}
		word, _, _ := strings.Cut(strings.TrimSpace(name), " ")
		if section == "" && b.book.Activity(word) != nil {
			section = word
		}
	}
	return section, scope
}

// known takes over what the file says of a task or milestone of the playbook.
func (b *planBuilder) known(node *drejebog.Node, t *mspdi.Task) {
	if !t.Inactive {
		b.deadline(node, t)
	}
	switch {
	case node.Milestone != nil:
		b.milestone(node, t)
	case node.IsEffort(): // spans others, and is dated by them
		b.undatable(t)
	case b.endsContract(t):
	case t.Inactive && t.Value(notRelevantField) == "" && !setAside(t):
		b.found("DB-606", t, lang.Args{})
	default:
		b.set(node.ID, b.task(t, b.plan.Tasks[node.ID], node.Step.Role, b.deadlineOnPlaybook(t)))
	}
}

// task takes over what the file says of a task: that it is not done here, and
// why; nothing but the note of one that has no date yet; else its facts.
func (b *planBuilder) task(t *mspdi.Task, had plan.Task, usual string, latest func(day date.Date)) plan.Task {
	if !t.Inactive {
		return b.facts(t, had, usual, latest)
	}
	if why := t.Value(notRelevantField); why != "" {
		if had.NotRelevant != nil {
			why = lang.Kept(*had.NotRelevant, why)
		}
		had.NotRelevant = &why
	}
	b.status(t, &had)
	b.note(t, &had)
	b.responsible(t, usual, &had)
	return had
}

func (b *planBuilder) set(id string, task plan.Task) {
	if task == (plan.Task{}) {
		return // the file says nothing of it
	}
	if b.plan.Tasks == nil {
		b.plan.Tasks = map[string]plan.Task{}
	}
	b.plan.Tasks[id] = task
}

// deadline tells of a deadline of one of the playbook's tasks, which the plan
// has no place for, unless it is the playbook's.
func (b *planBuilder) deadline(node *drejebog.Node, t *mspdi.Task) {
	if t.Deadline == nil {
		return
	}
	day := t.Deadline.LastDay()
	if t.Value(deadlineField) != day.String() && !match.PrintsDeadline(node, day) {
		b.found("DB-612", t, lang.Args{"deadline": lang.Day(day)})
	}
}

// milestone takes over the dates that a plan gives milestones, where they are
// not the playbook's own, and what has been delivered.
func (b *planBuilder) milestone(node *drejebog.Node, t *mspdi.Task) {
	kind := node.Milestone.Kind
	if setAside(t) && b.afresh && kind == drejebog.GoLive {
		b.of(node.Project, func(p *plan.Rollout) { p.GoLive = &plan.When{Unknown: true} })
	}
	if !hasDate(kind) || t.Constraint != mspdi.StartNoEarlierThan && t.Constraint != mspdi.MustStartOn {
		b.undatable(t)
	}
	same := b.unchanged(t)
	if t.Inactive || same.dates && same.progress {
		return
	}
	first, last, ok := b.span(t)
	if !ok {
		return
	}
	done := t.ActualFinish != nil || t.PercentComplete == 100
	was, ours := asWritten(t)
	if !ours || b.afresh {
		days, ok := b.book.DatesOf(node, nil)
		if ok && !done && days.First <= first && last <= days.Last {
			return // the playbook's own
		}
		if ours && !done && kind == drejebog.Deliverable && t.Constraint != mspdi.MustStartOn && was.dates == writtenOf(t).dates {
			return // nobody has promised it
		}
	}
	said := plan.On(first)
	if text := t.Value(saidField); text != "" && was.dates == writtenOf(t).dates {
		if err := said.UnmarshalText([]byte(text)); err != nil || said.Unknown {
			said = plan.On(first)
		}
	}
	switch kind {
	case drejebog.GoLive:
		b.of(node.Project, func(p *plan.Rollout) { p.GoLive = said })
	case drejebog.Implementation:
		b.of(node.Project, func(p *plan.Rollout) { p.Implementation = said })
	case drejebog.BudgetAdopted, drejebog.BudgetProposed, drejebog.BudgetRead:
		year := node.Milestone.BudgetYear()
		if b.plan.Budget == nil {
			b.plan.Budget = map[string]plan.BudgetCalendar{}
		}
		calendar := b.plan.Budget[year]
		switch kind {
		case drejebog.BudgetProposed:
			calendar.Proposal = &last
		case drejebog.BudgetRead:
			calendar.FirstReading = &last
		default:
			calendar.Adopted = &last
		}
		b.plan.Budget[year] = calendar
	case drejebog.Deliverable:
		if done {
			b.deliverable(node.ID, func(d *plan.Deliverable) { d.Delivered = &first })
		} else {
			b.deliverable(node.ID, func(d *plan.Deliverable) { d.Promised = &said.Date })
		}
	}
}

// hasDate reports whether a plan gives a milestone of this kind a date.
func hasDate(kind drejebog.MilestoneKind) bool {
	switch kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.BudgetAdopted, drejebog.BudgetProposed, drejebog.BudgetRead, drejebog.Deliverable:
		return true
	}
	return false
}

func (b *planBuilder) of(project string, change func(*plan.Rollout)) {
	if b.plan.Projects == nil {
		b.plan.Projects = map[string]plan.Rollout{}
	}
	p := b.plan.Projects[project]
	change(&p)
	b.plan.Projects[project] = p
}

func (b *planBuilder) deliverable(id string, change func(*plan.Deliverable)) {
	if b.plan.Deliverables == nil {
		b.plan.Deliverables = map[string]plan.Deliverable{}
	}
	d := b.plan.Deliverables[id]
	change(&d)
	b.plan.Deliverables[id] = d
}

// owed makes a deliverable of the plan's own of a milestone that FromSchedule wrote with
// somebody else as who owes it.
func (b *planBuilder) owed(t *mspdi.Task, project string) bool {
	id := idOf(t)
	_, ours := asWritten(t)
	_, isTask := b.plan.Own[id]
	i := slices.IndexFunc(b.book.Parties, func(p drejebog.Party) bool {
		name := b.book.PartyName(p.ID)
		return t.Contact != "" && (t.Contact == name.DA || t.Contact == name.EN)
	})
	if !ours || !plan.IsOwnID(id) || isTask || b.isTaken(id) || i < 0 || t.Duration.Minutes != 0 {
		return false
	}
	d := plan.Deliverable{Name: strings.TrimSpace(t.Name), Actor: b.book.Parties[i].ID, Project: project}
	b.deliverable(id, func(into *plan.Deliverable) { *into = d })
	b.is(t, id)
	node := drejebog.Node{ID: id, Project: project, Milestone: &drejebog.Milestone{ID: id, Kind: drejebog.Deliverable, Actor: d.Actor}}
	b.milestone(&node, t)
	return true
}

// own makes an own task of one that the playbook does not have.
func (b *planBuilder) own(t *mspdi.Task, scope string, near []string) {
	if system := b.book.System(scope); system != nil {
		scope = system.Project
	}
	id, like := b.ownID(t, scope)
	out, known := b.plan.Own[id]
	if !known && len(b.plan.Own) >= room("own") {
		b.owns++
		return
	}
	out.Name = lang.Kept(out.Name, strings.TrimSpace(t.Name))
	out.Project = cmp.Or(scope, out.Project)
	said := t.Deadline != nil && t.Value(deadlineField) != t.Deadline.LastDay().String() // not the schedule's
	if said {
		out.Deadline = new(t.Deadline.LastDay())
	}
	had := out.Task
	out.Task = b.task(t, had, "", func(day date.Date) {
		if !said || day < *out.Deadline {
			out.Deadline = &day
		}
	})
	if moved := out.PlannedStart != had.PlannedStart || out.PlannedFinish != had.PlannedFinish; isPoint(t) && (moved || !known) {
		out.Duration, out.PlannedFinish = new(0), cmp.Or(out.PlannedFinish, out.PlannedStart)
		out.PlannedStart = nil
	}
	if !known && !out.HasLength() {
		out.Duration = new(max(b.days(t.Duration), 1))
	}
	if b.plan.Own == nil {
		b.plan.Own = map[string]plan.OwnTask{}
	}
	b.plan.Own[id] = out
	b.is(t, id)
	if known {
		return
	}
	args := lang.Args{"id": lang.Both(id)}
	if near = append(near, like...); len(near) == 0 {
		b.found("DB-602", t, args)
		return
	}
	args["near"] = match.OneOf(b.book, near)
	b.found("DB-603", t, args)
}

// isPoint reports whether a task is a milestone.
func isPoint(t *mspdi.Task) bool { return t.Milestone && t.Duration.Minutes == 0 }

// ownID returns the id of the own task that is meant, or a free one, and those
// of the tasks that could be meant.
func (b *planBuilder) ownID(t *mspdi.Task, project string) (id string, near []string) {
	if id = idOf(t); plan.IsOwnID(id) && !b.isTaken(id) {
		return id, nil
	}
	return b.match.OwnID(t.Name, project, b.isTaken)
}
