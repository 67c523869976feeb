package timelinereport

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/view"
)

// View tells the groups of a schedule seen from one side, with what lies ahead
// in each. Its tables are "tasks-" and "milestones-" with the key of the group.
func View(v *view.View) *document.Document {
	d := &document.Document{}
	if v == nil || (teller{v.Schedule}).isSilent() {
		return d
	}
	t := teller{v.Schedule}
	d.Title, d.Subject = t.Book.Words.Key("timeline-view", v.By.String(), nil), t.kommune()
	d.Tell(t.text("timeline/view-intro", lang.Args{"day": lang.Day(t.SeenFrom())}))
	for i := range v.Groups {
		g := &v.Groups[i]
		d.Section(g.Name)
		d.Tell(t.sum(g))
		for _, sheet := range []*table.Sheet{t.groupTasks(g, v.By == view.ByProject), t.groupMilestones(g, v.By == view.ByProject)} {
			if len(sheet.Rows) > 0 {
				d.Show(sheet)
			}
		}
	}
	return d
}

// sum counts what is ahead and what is over.
func (t teller) sum(g *view.Group) lang.Text {
	ahead, over, running, coming := 0, 0, 0, 0
	for _, task := range g.Tasks {
		switch {
		case task.NotRelevant != "":
		case task.LevelOfEffort:
			running++
		case t.IsAhead(task):
			ahead++
		default:
			over++
		}
	}
	for _, m := range g.Milestones {
		if t.comes(m) {
			coming++
		}
	}
	var parts []lang.Text
	if len(g.Tasks) > 0 {
		parts = append(parts, t.text("timeline/n-ahead", lang.Args{"tasks": t.tasks(ahead)}))
	}
	if over > 0 {
		parts = append(parts, t.text("timeline/n-over", lang.Args{"n": lang.Whole(over)}))
	}
	if running > 0 {
		parts = append(parts, t.text("timeline/n-running", lang.Args{"n": lang.Whole(running)}))
	}
	if coming > 0 {
		parts = append(parts, t.text("timeline/n-milestones", lang.Args{"n": lang.Whole(coming)}))
	}
	if len(parts) == 0 {
		return t.text("timeline/nothing-ahead", nil)
	}
	return lang.Joined(", ", parts...).Ended()
}

// groupTasks lists the tasks that are ahead, by start. Within one project the
// project is not named again.
func (t teller) groupTasks(g *view.Group, within bool) *table.Sheet {
	sheet := &table.Sheet{Name: "tasks-" + g.Key, Columns: []table.Column{
		table.Head("task", t.text("timeline/head-task", nil)), table.Head("planned", t.text("timeline/head-planned", nil)),
		table.Head("latest", t.text("timeline/head-latest", nil)), table.Figures("float", t.text("timeline/head-float", nil)),
		table.Head("mark", lang.Text{}), table.Head("due", t.text("timeline/head-due", nil)),
	}}
	var ahead []*timeline.Task
	for _, task := range g.Tasks {
		if t.IsAhead(task) && !task.LevelOfEffort {
			ahead = append(ahead, task)
		}
	}
	slices.SortStableFunc(ahead, func(a, b *timeline.Task) int { return a.Start.Compare(b.Start) })
	for _, task := range ahead {
		sheet.Append(table.Of(t.named(&task.Node, within)), t.planned(task.Start, task.Finish), t.cell(task.LateFinish),
			table.Of(t.left(task)), table.Text(taskMark(task)), table.Of(t.due(task)))
	}
	return sheet
}

// named is what a task or milestone is called, within one project or among
// all.
func (t teller) named(node *drejebog.Node, within bool) lang.Text {
	if within {
		return t.within(node)
	}
	return t.Label(node)
}

func taskMark(t *timeline.Task) string { return mark(t.TotalFloat < 0, t.Critical) }

// due says how hard the end of a task's window is.
func (t teller) due(task *timeline.Task) lang.Text {
	switch hard := t.HardDay(task); {
	case hard != nil:
		return t.text("common/deadline-on", lang.Args{"day": lang.ShortDay(*hard)})
	case task.Deadline == nil:
		return lang.Text{}
	}
	return t.text("timeline/due-expected", lang.Args{"day": lang.ShortDay(*task.Deadline)})
}

// comes reports whether a milestone is still to come.
func (t teller) comes(m *timeline.Milestone) bool {
	if m.Milestone.Kind == drejebog.Deliverable {
		promised, delivered := t.Owed(m)
		needed := m.Latest.Kind != timeline.Open && !t.isPast(m.Latest)
		return delivered == nil && (promised != nil || needed)
	}
	return !t.isPast(m.Date)
}

// groupMilestones lists the milestones that are to come, by date and then by
// when they are needed.
func (t teller) groupMilestones(g *view.Group, within bool) *table.Sheet {
	sheet := &table.Sheet{Name: "milestones-" + g.Key, Columns: []table.Column{
		table.Head("milestone", t.text("timeline/head-milestone", nil)), table.Head("expected", t.text("timeline/head-expected", nil)),
		table.Head("latest", t.text("timeline/head-latest", nil)),
	}}
	var coming []*timeline.Milestone
	for _, m := range g.Milestones {
		if t.comes(m) {
			coming = append(coming, m)
		}
	}
	slices.SortStableFunc(coming, func(a, b *timeline.Milestone) int {
		return cmp.Or(a.Date.Compare(b.Date), a.Latest.Compare(b.Latest))
	})
	for _, m := range coming {
		sheet.Append(table.Of(t.named(&m.Node, within)), t.dateOf(m, m.Date), t.dateOf(m, m.Latest))
	}
	return sheet
}
