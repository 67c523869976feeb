package sheets

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// The bounds of the numbers of a task, which are the plan's.
const (
	maxWorkdays = 5_000
	maxHours    = 200_000
)

// task takes over a row of tasks. A row that says nothing about its task is
// left out.
func (r *reader) task(row table.Record) {
	id, name := row.Text("id"), row.Text("task")
	if id == "" && name == "" {
		return
	}
	scope := r.match.Scope(row.Text("project"))
	if scope == "" && row.Text("project") != "" {
		row.Refuse("project", "one of the projects or legacy systems of the playbook", "et af drejebogens projekter eller gamle systemer", r.scopes()...)
	}
	if own, ok := r.plan.Own[id]; ok {
		r.says(row, &own.Task, "")
		r.own(row, id, own)
		return
	}
	node, near := r.match.Find(id, name, scope)
	var said plan.Task
	if node != nil && node.Step != nil {
		said = r.plan.Tasks[node.ID]
		if r.says(row, &said, node.Step.Role) && r.once(row, "task", node.ID) {
			put(&r.plan.Tasks, node.ID, said)
		}
		return
	}
	if node != nil { // a milestone has no status
		row.Refuse("task", "a task, not a milestone", "en opgave, ikke en milepæl")
		return
	}
	if r.says(row, &said, "") || id != "" {
		r.newTask(row, scope, said, near)
	}
}

// scopes are the names of what a task can be for.
func (r *reader) scopes() []string {
	var names []string
	for i := range r.book.Projects {
		names = append(names, r.book.Projects[i].Name)
	}
	for i := range r.book.Systems {
		names = append(names, r.book.Systems[i].Name)
	}
	return names
}

// says takes over what a row says, and reports whether it says anything. The
// usual role goes without saying.
func (r *reader) says(row table.Record, t *plan.Task, usual string) bool {
	before := *t
	set(&t.Duration, row.Whole("duration", 1, maxWorkdays))
	set(&t.PlannedStart, row.Day("plannedStart"))
	set(&t.PlannedFinish, row.Day("plannedFinish"))
	set(&t.ActualStart, row.Day("actualStart"))
	set(&t.ActualFinish, row.Day("actualFinish"))
	set(&t.Remaining, row.Whole("remaining", 0, maxWorkdays))
	set(&t.Hours, row.Whole("hours", 0, maxHours))
	setText(&t.Note, row.Text("note"))
	if reason := row.Text("notRelevant"); reason != "" {
		t.NotRelevant = &reason
	}
	if word := row.Word("status", statusWords); word != "" {
		_ = t.Status.UnmarshalText([]byte(word)) // the words are its names
	}
	r.who(row, "responsible", row.Text("task"), &t.Responsible, &t.Note)
	r.who(row, "executor", row.Text("task"), &t.Executor, &t.Note)
	if t.Responsible == usual && before.Responsible == "" {
		t.Responsible = ""
	}
	return *t != before
}

// newTask makes an own task of a row that is none of the playbook's.
func (r *reader) newTask(row table.Record, scope string, said plan.Task, near []string) {
	if !row.Need("task") {
		return
	}
	own := plan.OwnTask{Name: row.Text("task"), Project: scope, Task: said}
	if system := r.book.System(scope); system != nil {
		own.Project = system.Project
	}
	id := row.Text("id")
	if !plan.IsOwnID(id) {
		id = r.ownID(own.Name)
	}
	args := drejebog.Args{"task": drejebog.Both(own.Name), "number": line(row, "task"), "id": drejebog.Both(id)}
	code := "DB-602"
	if len(near) > 0 {
		code, args["near"] = "DB-603", drejebog.Both(near[0])
	}
	if !plan.IsOwnID(row.Text("id")) {
		r.found(code, row.Place("task"), args)
	}
	r.own(row, id, own)
}

// own takes over what only own tasks have. One without a length has a day.
func (r *reader) own(row table.Record, id string, own plan.OwnTask) {
	if !r.once(row, "task", id) {
		return
	}
	setText(&own.Name, row.Text("task"))
	set(&own.Deadline, row.Day("deadline"))
	if own.Duration == nil && (own.PlannedStart == nil || own.PlannedFinish == nil) && own.ActualFinish == nil {
		own.Duration = new(1)
	}
	put(&r.plan.Own, id, own)
}

// ownID makes an id of a name.
func (r *reader) ownID(name string) string {
	return "own/" + firstOf(plan.Slug(name), "opgave")
}
