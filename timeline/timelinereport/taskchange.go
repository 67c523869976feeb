package timelinereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
)

// tasks lists, by project, the tasks that are new, gone, or at another time,
// and those that came on or off the critical path.
func (c *changes) tasks(d *document.Document) {
	for _, project := range c.projects() {
		sheet := &table.Sheet{Name: "tasks-" + project, Columns: c.taskColumns()}
		for i := range c.Tasks {
			change := &c.Tasks[i]
			if change.Node().Project == project && worthARow(change) {
				sheet.Append(c.taskRow(change)...)
			}
		}
		if len(sheet.Rows) == 0 {
			continue
		}
		name := lang.Both(c.now.Book.ScopeName(project))
		if project == "" {
			sheet.Name, name = "tasks", c.now.text("common/whole-kommune", nil).Lower()
		}
		d.Section(c.now.text("timeline/tasks-of", lang.Args{"project": name}))
		d.Show(sheet)
	}
}

// projects are those of the changed tasks: the kommune as such, then in the
// playbook's order.
func (c *changes) projects() []string {
	order := []string{""}
	for i := range c.After.Book.Projects {
		order = append(order, c.After.Book.Projects[i].ID)
	}
	return slices.DeleteFunc(order, func(id string) bool {
		return !slices.ContainsFunc(c.Tasks, func(t compare.TaskChange) bool { return t.Node().Project == id })
	})
}

// worthARow reports whether a reader sees more than another float.
func worthARow(c *compare.TaskChange) bool {
	return c.Before == nil || c.After == nil || c.Before.Start != c.After.Start || c.Before.Finish != c.After.Finish ||
		c.Before.Critical != c.After.Critical || c.Before.NotRelevant != c.After.NotRelevant
}

func (c *changes) taskColumns() []table.Column {
	return []table.Column{
		table.Head("task", c.now.text("timeline/head-task", nil)), table.Head("before", c.now.text("timeline/head-finish-before", nil)),
		table.Head("now", c.now.text("timeline/head-finish-now", nil)), table.Head("moved", c.now.text("timeline/head-moved", nil)),
		table.Figures("float", c.now.text("timeline/head-float", nil)), table.Head("critical", lang.Text{}),
	}
}

// taskRow is a task that has changed, in the columns of the list.
func (c *changes) taskRow(change *compare.TaskChange) []table.Cell {
	row := []table.Cell{
		table.Of(c.now.within(change.Node())), table.Of(c.now.text("timeline/new", nil)), table.Of(c.now.text("timeline/gone", nil)),
		table.Of(c.moved(change.DaysLater)), {}, table.Of(c.critical(change)),
	}
	var was, now lang.Text
	if change.Before != nil {
		row[1], was = c.was.cell(change.Before.Finish), c.was.float(change.Before)
	}
	if change.After != nil {
		row[2], now = c.now.cell(change.After.Finish), c.now.float(change.After)
	}
	row[4] = table.Of(now)
	if was != now && !now.IsZero() {
		row[4] = table.Of(lang.Joined(" → ", was, now))
	}
	return row
}

// critical says of a task whether it is critical, and was.
func (c *changes) critical(t *compare.TaskChange) lang.Text {
	switch critical := t.After != nil && t.After.Critical; {
	case t.After != nil && t.After.NotRelevant != "":
		return c.now.text("answer/notRelevant", nil)
	case t.Before != nil && t.Before.Critical && !critical:
		return c.now.text("timeline/no-longer-critical", nil)
	case critical && (t.Before == nil || !t.Before.Critical):
		return c.now.text("timeline/now-critical", nil)
	case critical:
		return c.now.text("common/critical", nil)
	}
	return lang.Text{}
}

// float is a task's float, a dash for what has none, and for what is finished
// or not relevant.
func (t teller) float(task *timeline.Task) lang.Text {
	if !task.HasFloat() || task.NotRelevant != "" || t.Facts(task.ID).ActualFinish != nil {
		return lang.Dash()
	}
	return lang.Written(lang.Whole(task.TotalFloat))
}
