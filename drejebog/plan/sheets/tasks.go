package sheets

import (
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/match"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// task takes over a row of tasks. A row that says nothing about its task is
// left out, but for an own task, which is there by its id; one of a task that is
// neither the playbook's nor the plan's is told of.
func (r *reader) task(row table.Record) {
	id, name := row.Text("id"), row.Text("name")
	if id == "" && !r.hasSubject(row, "name") {
		return
	}
	if id == "" && !r.saysMore(row, "name", "project") {
		if scope := r.match.Scope(row.Text("project")); r.isStrange(name, scope) {
			r.nothingSaid(row)
		}
		return
	}
	r.saysAny = true
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
		row.Refuse("name", strict.Part{Kind: "sheets/a-task"})
	default:
		r.deadline(row, node)
		said := r.plan.Tasks[node.ID]
		if r.says(row, r.ofTask, r.newPath("tasks", node.ID), &said, &said, node.Step.Role) && r.once(row, "name", node.ID) {
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
		"task": lang.Both(firstOf(row.Text("name"), node.ID)), "number": line(row, "name"), "deadline": lang.Day(*day),
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

// says takes over what a row says of a task, which may be that of an entry of the
// kommune's own, and reports whether it says anything. A new actual date settles what the plan had of
// progress. The usual role goes without saying.
func (r *reader) says(row table.Record, k *kind, path string, entry any, t *plan.Task, usual string) bool {
	before := *t
	fill := func(asked func(string) bool) {
		r.fill(row, k, path, row.Text("name"), reflect.ValueOf(entry).Elem(), asked)
	}
	actual := func(key string) bool { return key == "actualStart" || key == "actualFinish" }
	fill(actual)
	if t.ActualStart != before.ActualStart || t.ActualFinish != before.ActualFinish {
		t.Settle()
	}
	fill(func(key string) bool {
		return !actual(key) && !slices.Contains([]string{"name", "project", "deadline"}, key)
	})
	r.percent(row, t)
	if t.Responsible == usual && before.Responsible == "" {
		t.Responsible = ""
	}
	return *t != before
}

// percent takes over how much of a task is done, where nothing else of the row says how
// far it is. Excel keeps 50 % as 0.5: a bare 1 is asked about.
func (r *reader) percent(row table.Record, t *plan.Task) {
	text := row.Text("percent")
	if text == "" || t.ActualFinish != nil || row.Text("status")+row.Text("actualStart")+row.Text("actualFinish") != "" {
		return
	}
	all := decimal.NewFromInt(100)
	number, bare := strings.CutSuffix(text, "%")
	done, err := lang.ParseMeasure(strings.TrimSpace(number))
	switch bare = !bare; {
	case err != nil || done.IsNegative() || done.Cmp(all) > 0:
		row.Refuse("percent", strict.Part{Kind: "strict/number-within", Values: map[string]any{"least": decimal.Zero, "most": all}})
	case bare && done.Equal(decimal.NewFromInt(1)):
		row.Refuse("percent", strict.Part{Kind: "sheets/one-or-all"})
	case done.Equal(all):
		t.Status = plan.Done
	case !done.IsZero():
		t.Status = plan.InProgress
	}
}

// newPath is the path of an entry in a list; "" where a row before has taken it over.
func (r *reader) newPath(list, id string) string {
	if r.seen[id] {
		return ""
	}
	return strict.Join(list, id)
}

// unknown takes over a row that is none of the playbook's tasks: as the own task
// that the plan has of its name, else as a new one, where it says anything.
func (r *reader) unknown(row table.Record, scope string, near []string) {
	if !r.saysMore(row, "id", "name", "project") {
		if isForm := strings.Contains(row.Text("id"), "/"); !isForm && !r.isNamed(row.Text("name")) {
			r.nothingSaid(row) // a form that was written for another plan has tasks that this one has not
		}
		return
	}
	if !row.Need("name") {
		return
	}
	name := row.Text("name")
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
	args := lang.Args{"task": lang.Both(name), "number": line(row, "name"), "id": lang.Both(id)}
	code := "DB-602"
	if near = append(near, like...); len(near) > 0 {
		code, args["near"] = "DB-603", match.OneOf(r.book, near)
	}
	said := slices.Clone(r.findings[before:])
	r.findings = r.findings[:before]
	r.found(code, row.Place("name"), args) // before what is said of its cells
	r.findings = append(r.findings, said...)
}

// isStrange reports whether a name is that of no task. Those that come near to one are
// sought as long as each row is told of, since that takes time.
func (r *reader) isStrange(name, scope string) bool {
	if r.isNamed(name) {
		return false
	}
	if r.said.Full("DB-618") {
		return true
	}
	node, near := r.match.Find("", name, scope)
	return node == nil && len(near) == 0
}

// isNamed reports whether a task of the playbook or of the plan has a name.
func (r *reader) isNamed(name string) bool {
	if r.names == nil {
		r.names = map[string]bool{}
		nodes, _ := r.plan.Network(r.book)
		for i := range nodes {
			name := nodes[i].Name()
			r.names[strings.ToLower(name.DA)], r.names[strings.ToLower(name.EN)] = true, true
		}
		for _, own := range r.plan.Own {
			r.names[strings.ToLower(own.Name)] = true
		}
	}
	return r.names[strings.ToLower(name)]
}

// nothingSaid tells of a row that is left out because it says no more than its name.
func (r *reader) nothingSaid(row table.Record) {
	r.found("DB-618", row.Place("name"), lang.Args{
		"task": lang.Both(firstOf(row.Text("name"), row.Text("id"))), "number": line(row, "name"),
	})
}

// own takes over what a row says of an own task. A new one without a length has a day.
func (r *reader) own(row table.Record, id, scope string) {
	own, known := r.plan.Own[id]
	if !known && !row.Need("name") {
		return
	}
	r.says(row, r.kind("tasks"), r.newPath("own", id), &own, &own.Task, "")
	if !r.once(row, "name", id) {
		return
	}
	setText(&own.Name, row.Text("name"))
	setText(&own.Project, r.projectOf(scope))
	set(&own.Deadline, row.Day("deadline"))
	if !known && !own.HasLength() {
		own.Duration = new(1)
	}
	put(&r.plan.Own, id, own)
	if r.names != nil {
		r.names[strings.ToLower(own.Name)] = true
	}
}

// projectOf is the project that a task for a project or a legacy system is for.
func (r *reader) projectOf(scope string) string {
	if system := r.book.System(scope); system != nil {
		return system.Project
	}
	return scope
}
