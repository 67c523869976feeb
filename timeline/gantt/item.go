package gantt

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// item is one thing that is drawn: a task with its bar, or a point.
type item struct {
	id      string
	name    lang.Text // without section and project
	section string    // "4.10", or ""
	project string    // id of the band, "" for the kommune as such
	theme   drejebog.Theme
	actor   string // id of the party that does it
	role    string // id of the role that answers for it, or ""

	task      *timeline.Task      // nil for a point
	milestone *timeline.Milestone // nil for a task, and for a mark that is no milestone
	kind      keydate.Kind        // of a point
	mark      *keydate.Mark       // of a point that is no milestone
	facts     plan.Task           // what the plan says of the task
	done      bool                // finished, delivered or passed
	late      bool                // too late, or promised by now and not known to have come
}

// when is the first and the last day of an item; of a point they are the same.
func (it *item) when() (first, last timeline.When) {
	switch {
	case it.task != nil:
		return it.task.Start, it.task.Finish
	case it.milestone != nil:
		return it.milestone.Date, it.milestone.Date
	}
	on := timeline.When{Kind: timeline.OnDate, Date: it.mark.Date}
	return on, on
}

// day is the first day of a dated item.
func (it *item) day() date.Date {
	first, _ := it.when()
	return first.Date
}

// dated reports whether the item has a place on the time axis.
func (it *item) dated() bool {
	first, last := it.when()
	return first.Known() && last.Known() && it.notRelevant() == ""
}

func (it *item) notRelevant() string {
	if it.task != nil {
		return it.task.NotRelevant
	}
	return ""
}

func (it *item) critical() bool {
	return it.task != nil && it.task.Critical || it.milestone != nil && it.milestone.Critical
}

// hard is the last day by a hard rule, nil where there is none.
func (it *item) hard() *date.Date {
	switch {
	case it.task != nil && it.task.DeadlineKind == drejebog.Frist && it.notRelevant() == "":
		return it.task.Deadline
	case it.milestone != nil:
		return it.milestone.Deadline
	}
	return nil
}

// items returns what a schedule and the caller's marks give to draw: first the
// turning points of each project, then by section what others deliver, the
// tasks, and what the kommune reports.
func items(s *timeline.Schedule, own []keydate.Mark) []item {
	var list []item
	for i := range s.Milestones {
		if it, ok := milestoneItem(s, &s.Milestones[i]); ok {
			list = append(list, it)
		}
	}
	for _, m := range keydate.Marks(s) {
		if m.Kind == keydate.Notice || m.Kind == keydate.Budget {
			list = append(list, markItem(s, m))
		}
	}
	for _, m := range own {
		list = append(list, markItem(s, m))
	}
	for i := range s.Tasks {
		list = append(list, taskItem(s, &s.Tasks[i]))
	}
	return inOrder(s, list)
}

func taskItem(s *timeline.Schedule, t *timeline.Task) item {
	facts := s.Plan.Tasks[t.ID]
	if own, ok := s.Plan.Own[t.ID]; ok {
		facts = own.Task
	}
	it := item{
		id: t.ID, name: t.Step.Name, section: t.Section(), project: t.Project, theme: t.Activity.Theme,
		actor: "kommune", role: t.Step.Role, task: t, facts: facts,
	}
	if s.Book.Party(facts.Executor) != nil {
		it.actor = facts.Executor
	}
	if s.Book.Role(facts.Responsible) != nil {
		it.role = facts.Responsible
	}
	if system := s.Book.System(t.System); system != nil {
		it.name = named(it.name, system.Name)
	}
	it.done = facts.IsDone()
	it.late = !t.LevelOfEffort && t.TotalFloat < 0 && !it.done
	return it
}

// named adds what a task is for to its name.
func named(name lang.Text, system string) lang.Text {
	return lang.Joined(" ", name, lang.Both("("+system+")"))
}

func milestoneItem(s *timeline.Schedule, m *timeline.Milestone) (item, bool) {
	kind, ok := keydate.KindOf(m.Milestone.Kind)
	it := item{
		id: m.ID, name: m.Milestone.Name, section: m.Milestone.Section, project: m.Project,
		actor: m.Milestone.Actor, milestone: m, kind: kind,
	}
	if activity := s.Book.Activity(it.section); activity != nil {
		it.theme = activity.Theme
	}
	if system := s.Book.System(m.System); system != nil && kind == keydate.SystemEnd {
		it.name = s.Book.Words.Say("gantt/system-ends", lang.Args{"system": lang.Both(system.Name)})
	} else if system != nil && kind != keydate.ContractEnd { // which its own name says
		it.name = named(it.name, system.Name)
	}
	if m.Milestone.Kind == drejebog.Deliverable {
		promised, delivered := s.Owed(m)
		it.done = delivered != nil
		it.late = !it.done && promised != nil && *promised < s.SeenFrom()
	}
	it.late = it.late || m.TotalFloat < 0 && !it.done
	return it, ok
}

func markItem(s *timeline.Schedule, m keydate.Mark) item {
	it := item{id: m.ID, name: m.Label, section: m.Section, project: m.Project, actor: m.Actor, kind: m.Kind, mark: &m}
	if m.Kind == keydate.Notice {
		it.name = s.Book.Words.Say("gantt/last-day", lang.Args{"label": m.Label})
	}
	if activity := s.Book.Activity(m.Section); activity != nil {
		it.theme = activity.Theme
	}
	if s.Book.Project(m.Project) == nil {
		it.project = ""
	}
	return it
}
