package sheets

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/match"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// task takes over a row of tasks. A row that says nothing about its task is
// left out, but for an own task, which is there by its id.
func (r *reader) task(row table.Record) {
	id, name := row.Text("id"), row.Text("task")
	if id == "" && !r.hasSubject(row, "task") {
		return
	}
	scope := r.match.Scope(row.Text("project"))
	if scope == "" && row.Text("project") != "" {
		row.Refuse("project", strict.Part{Kind: "sheets/a-project-or-system"}, r.scopes()...)
	}
	if plan.IsOwnID(id) {
		r.own(row, id, scope)
		return
	}
	node, near := r.match.Find(id, name, scope)
	switch {
	case node == nil:
		r.unknown(row, scope, near)
	case node.Step == nil: // a milestone has no status
		row.Refuse("task", strict.Part{Kind: "sheets/a-task"})
	default:
		r.deadline(row, node)
		said := r.plan.Tasks[node.ID]
		if r.says(row, &said, node.Step.Role) && r.once(row, "task", node.ID) {
			put(&r.plan.Tasks, node.ID, said)
		}
	}
}

// deadline tells of a deadline of one of the playbook's tasks, which the plan
// has no place for, unless it is the playbook's.
func (r *reader) deadline(row table.Record, node *drejebog.Node) {
	day := row.Day("deadline")
	if day == nil || match.PrintsDeadline(node, *day) {
		return
	}
	r.found("DB-612", row.Place("deadline"), lang.Args{
		"task": lang.Both(firstOf(row.Text("task"), node.ID)), "number": line(row, "task"), "deadline": lang.Day(*day),
	})
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

// says takes over what a row says, and reports whether it says anything. What it
// says of progress takes the place of what the plan had, which a new actual date
// settles. The usual role goes without saying.
func (r *reader) says(row table.Record, t *plan.Task, usual string) bool {
	before := *t
	set(&t.Duration, numberOf(row, "tasks", "duration"))
	set(&t.PlannedStart, row.Day("plannedStart"))
	set(&t.PlannedFinish, row.Day("plannedFinish"))
	start, finish := row.Day("actualStart"), row.Day("actualFinish")
	set(&t.ActualStart, start)
	set(&t.ActualFinish, finish)
	if start != nil || finish != nil {
		t.Settle()
	}
	set(&t.Remaining, numberOf(row, "tasks", "remaining"))
	set(&t.Hours, numberOf(row, "tasks", "hours"))
	setText(&t.Note, row.Text("note"))
	if reason := row.Text("notRelevant"); reason != "" {
		t.NotRelevant = &reason
	}
	if word := row.Word("status", statusWords(r.book.Words)); word != "" {
		_ = t.Status.UnmarshalText([]byte(word)) // the words are its names
	}
	r.who(row, "responsible", row.Text("task"), r.plan.Who, &t.Responsible, &t.Note)
	r.who(row, "executor", row.Text("task"), r.plan.Executor, &t.Executor, &t.Note)
	if t.Responsible == usual && before.Responsible == "" {
		t.Responsible = ""
	}
	return *t != before
}

// numberOf is the number of a cell, within the bounds that the plan has for its key.
// A key without bounds takes no number; a test holds that each column has some.
func numberOf(row table.Record, group, key string) *int {
	least, most, ok := plan.Bounds(group + "." + key)
	if !ok {
		return nil
	}
	return row.Whole(key, least, most)
}

// unknown takes over a row that is none of the playbook's tasks: as the own task
// that the plan has of its name, else as a new one, where it says anything.
func (r *reader) unknown(row table.Record, scope string, near []string) {
	if !r.saysMore(row, "id", "task", "project") || !row.Need("task") {
		return
	}
	name := row.Text("task")
	id, like := r.match.OwnID(name, r.projectOf(scope), func(id string) bool { return r.seen[id] })
	_, known := r.plan.Own[id]
	before := len(r.findings)
	if !known && r.isFull("own", len(r.plan.Own), row) {
		return
	}
	r.own(row, id, scope)
	if known || row.IsRefused() {
		return
	}
	args := lang.Args{"task": lang.Both(name), "number": line(row, "task"), "id": lang.Both(id)}
	code := "DB-602"
	if near = append(near, like...); len(near) > 0 {
		code, args["near"] = "DB-603", match.OneOf(r.book, near)
	}
	said := slices.Clone(r.findings[before:])
	r.findings = r.findings[:before]
	r.found(code, row.Place("task"), args) // before what is said of its cells
	r.findings = append(r.findings, said...)
}


// own takes over what a row says of an own task. One without a length has a day.
func (r *reader) own(row table.Record, id, scope string) {
	own, known := r.plan.Own[id]
	if !known && !row.Need("task") {
		return
	}
	r.says(row, &own.Task, "")
	if !r.once(row, "task", id) {
		return
	}
	setText(&own.Name, row.Text("task"))
	setText(&own.Project, r.projectOf(scope))
	set(&own.Deadline, row.Day("deadline"))
	if !own.HasLength() {
		own.Duration = new(1)
	}
	put(&r.plan.Own, id, own)
}

// projectOf is the project that a task for a project or a legacy system is for.
func (r *reader) projectOf(scope string) string {
	if system := r.book.System(scope); system != nil {
		return system.Project
	}
	return scope
}
