package mspdi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Plan makes a plan of what a kommune keeps in its planning program, as Into
// does with an empty one.
func (p *Project) Plan(book *drejebog.Playbook, kommune, file string) (*plan.Plan, []drejebog.Finding) {
	out := plan.New(kommune)
	return out, p.Into(book, out, file)
}

// Into takes what a kommune keeps in its planning program over into a plan.
// File is what the findings call it. Dates, progress and links of a task take
// the place of those that the plan has of it; the rest of the plan stands.
//
// A task is the playbook's when the field Text1, or the WBS code, holds its id,
// or when its name is that of one task only, in the section and project that
// its name, its WBS code or the summaries above it tell. Every other task
// becomes an own task of the plan; one that the playbook's tasks come near to
// is told with the nearest, and not taken for it. Summaries only tell what
// their tasks are for.
//
// Start and finish become planned dates. Minutes become days by these rules: a
// length and what remains are divided by the minutes of the file's day and
// rounded up; a lag is rounded to the nearest day, halves away from zero;
// elapsed lags are calendar days of 1,440 minutes; a percentage is one of the
// predecessor's length. Go-lives, starts of implementation, adopted budgets and
// others' deliverables give the plan's dates where they differ from the
// playbook's. Links that the playbook has already are left out. A day of
// status makes the data date.
//
// The findings say what was not taken over, and why. Write and plan.Read tell
// whether the plan can stand.
func (p *Project) Into(book *drejebog.Playbook, into *plan.Plan, file string) []drejebog.Finding {
	b := &planBuilder{
		project: p, book: book, file: file, plan: into, match: plan.NewMatcher(book, into),
		ids: map[int]string{}, uids: map[string]int{}, byUID: map[int]*Task{},
	}
	if p.StatusDate != nil {
		b.plan.DataDate = new(p.StatusDate.LastDay())
	}
	b.tasks()
	b.links()
	return b.findings
}

// planBuilder makes a plan of a project.
type planBuilder struct {
	project  *Project
	book     *drejebog.Playbook
	file     string
	plan     *plan.Plan
	match    *plan.Matcher
	ids      map[int]string // of the plan's task or milestone, by UID
	uids     map[string]int // the other way round
	byUID    map[int]*Task
	findings []drejebog.Finding
}

func (b *planBuilder) found(code string, t *Task, args drejebog.Args) {
	args["task"] = drejebog.Both(t.Name)
	args["number"] = drejebog.Both(strconv.Itoa(t.ID))
	f := b.book.Finding(code, args)
	f.Subject, f.Actor, f.Place = strconv.Itoa(t.UID), "kommune", strict.Place{File: b.file}
	b.findings = append(b.findings, f)
}

func (b *planBuilder) tasks() {
	parents := b.project.Parents()
	above := b.project.summaries()
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		b.byUID[t.UID] = t
		if t.Null || t.IsProjectSummary() || above[i] || strings.TrimSpace(t.Name) == "" {
			continue
		}
		section, project := b.context(parents, i)
		node, near := b.match.Find(cmp.Or(t.Value(idField), t.WBS), t.Name, project)
		if node == nil && section != "" {
			var more []string
			node, more = b.match.Find(section, t.Name, project)
			near = append(near, more...)
		}
		switch {
		case node != nil && b.uids[node.ID] != 0:
			b.found("DB-604", t, drejebog.Args{"id": drejebog.Both(node.ID)})
		case node != nil:
			b.ids[t.UID], b.uids[node.ID] = node.ID, t.UID
			b.known(node, t)
		case t.Inactive:
			b.found("DB-606", t, drejebog.Args{})
		default:
			b.own(t, project, near)
		}
	}
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
func (b *planBuilder) known(node *drejebog.Node, t *Task) {
	switch {
	case node.Milestone != nil:
		b.milestone(node, t)
	case node.Step.Effort != nil: // spans others, and is dated by them
	case t.Inactive && t.Value(notRelevantField) != "":
		b.set(node.ID, plan.Task{NotRelevant: new(t.Value(notRelevantField)), Note: ownNote(t.Notes)})
	case t.Inactive:
		b.found("DB-606", t, drejebog.Args{})
	default:
		role := b.book.Role(node.Step.Role)
		b.set(node.ID, b.facts(t, b.plan.Tasks[node.ID], role))
	}
}

func (b *planBuilder) set(id string, task plan.Task) {
	if b.plan.Tasks == nil {
		b.plan.Tasks = map[string]plan.Task{}
	}
	b.plan.Tasks[id] = task
}

// facts are the dates, the progress, who answers, and the note, over what the
// plan has. The usual role goes without saying.
func (b *planBuilder) facts(t *Task, had plan.Task, usual *drejebog.Role) plan.Task {
	f := had
	f.Duration, f.PlannedStart, f.PlannedFinish, f.ActualStart, f.ActualFinish, f.Remaining = nil, nil, nil, nil, nil, nil
	if t.Start != nil && t.Finish != nil {
		first, last := t.days()
		f.PlannedStart, f.PlannedFinish = &first, &last
	} else if t.Duration.Minutes > 0 {
		f.Duration = new(b.days(t.Duration))
	}
	if t.ActualStart != nil {
		f.ActualStart = new(t.ActualStart.Day())
		if t.ActualFinish != nil {
			f.ActualFinish = new(max(t.ActualFinish.LastDay(), *f.ActualStart))
		} else {
			f.Remaining = new(b.days(Duration{t.remaining(), t.Duration.Format}))
		}
	}
	f.Note = cmp.Or(ownNote(t.Notes), had.Note)
	b.responsible(t, usual, &f)
	return f
}

// days returns the first and the last day of a task; a milestone has one.
func (t *Task) days() (first, last date.Date) {
	first = t.Start.Day()
	return first, max(first, t.Finish.LastDay())
}

// days rounds a length up to working days.
func (b *planBuilder) days(d Duration) int {
	day := max(b.project.MinutesPerDay, 1)
	if d.Elapsed() {
		day = minutesPerDay
	}
	return (max(d.Minutes, 0) + day - 1) / day
}

// responsible finds the role that the contact, or the first resource, names. A
// person's name has no place in the plan before the person has; it goes into
// the note.
func (b *planBuilder) responsible(t *Task, usual *drejebog.Role, f *plan.Task) {
	who := cmp.Or(strings.TrimSpace(t.Contact), b.resource(t.UID))
	if who == "" {
		return
	}
	i := slices.IndexFunc(b.book.Roles, func(r drejebog.Role) bool {
		return strings.EqualFold(who, r.ID) || strings.EqualFold(who, r.Name.DA) || strings.EqualFold(who, r.Name.EN)
	})
	switch {
	case i < 0:
		b.found("DB-607", t, drejebog.Args{"id": drejebog.Both(who)})
		if line := "Ansvarlig: " + who; !strings.Contains(f.Note, line) {
			f.Note = strings.TrimSpace(f.Note + "\n" + line)
		}
	case usual == nil || usual.ID != b.book.Roles[i].ID:
		f.Responsible = b.book.Roles[i].ID
	}
}

// resource returns the name of the first resource of a task.
func (b *planBuilder) resource(task int) string {
	for _, a := range b.project.Assignments {
		if a.Task != task {
			continue
		}
		for _, r := range b.project.Resources {
			if r.UID == a.Resource {
				return r.Name
			}
		}
	}
	return ""
}

// milestone takes over the dates that a plan gives milestones, where they are
// not the playbook's own, and what has been delivered.
func (b *planBuilder) milestone(node *drejebog.Node, t *Task) {
	if t.Inactive || t.Start == nil || t.Finish == nil {
		return
	}
	first, last := t.days()
	days, ok := b.book.DatesOf(node, nil)
	done := t.ActualFinish != nil || t.PercentComplete == 100
	if ok && !done && days.First <= first && last <= days.Last {
		return
	}
	switch node.Milestone.Kind {
	case drejebog.GoLive:
		b.of(node.Project, func(p *plan.Project) { p.GoLive = plan.On(first) })
	case drejebog.Implementation:
		b.of(node.Project, func(p *plan.Project) { p.Implementation = plan.On(first) })
	case drejebog.BudgetAdopted:
		year := strings.TrimPrefix(node.ID, "budget/")
		if b.plan.Budget == nil {
			b.plan.Budget = map[string]plan.BudgetCalendar{}
		}
		calendar := b.plan.Budget[year]
		calendar.Adopted = &last
		b.plan.Budget[year] = calendar
	case drejebog.Deliverable:
		if done {
			b.deliverable(node.ID, func(d *plan.Deliverable) { d.Delivered = &first })
		} else {
			b.deliverable(node.ID, func(d *plan.Deliverable) { d.Promised = &first })
		}
	}
}

func (b *planBuilder) of(project string, change func(*plan.Project)) {
	if b.plan.Projects == nil {
		b.plan.Projects = map[string]plan.Project{}
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

// own makes an own task of one that the playbook does not have.
func (b *planBuilder) own(t *Task, scope string, near []string) {
	id := b.ownID(t)
	out := plan.OwnTask{Name: strings.TrimSpace(t.Name), Project: scope, Task: b.facts(t, b.plan.Own[id].Task, nil)}
	if system := b.book.System(scope); system != nil {
		out.Project = system.Project
	}
	if t.Deadline != nil {
		out.Deadline = new(t.Deadline.LastDay())
	}
	if out.Duration == nil && out.PlannedStart == nil {
		out.Duration = new(1)
	}
	if b.plan.Own == nil {
		b.plan.Own = map[string]plan.OwnTask{}
	}
	b.plan.Own[id] = out
	b.ids[t.UID], b.uids[id] = id, t.UID
	args := drejebog.Args{"id": drejebog.Both(id)}
	if len(near) == 0 {
		b.found("DB-602", t, args)
		return
	}
	args["near"] = oneOf(near)
	b.found("DB-603", t, args)
}

// oneOf lists what something could be.
func oneOf(ids []string) drejebog.Text {
	const most = 4
	if len(ids) > most {
		ids = append(slices.Clone(ids[:most]), "…")
	}
	return words(strings.Join(ids, " eller "), strings.Join(ids, " or "))
}

// ownID makes an id of a name that no other task of the plan has.
func (b *planBuilder) ownID(t *Task) string {
	if id := cmp.Or(t.Value(idField), t.WBS); strings.HasPrefix(id, "own/") && b.uids[id] == 0 && plan.IsOwnID(id) {
		return id
	}
	slug := plan.Slug(t.Name)
	if slug == "" {
		slug = "opgave-" + strconv.Itoa(t.UID)
	}
	id := "own/" + slug
	for n := 2; b.uids[id] != 0; n++ {
		id = "own/" + slug + "-" + strconv.Itoa(n)
	}
	return id
}
