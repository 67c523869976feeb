package plan

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

func (c *checker) tasks() {
	for _, id := range sortedKeys(c.plan.Tasks) {
		path := strict.Join("tasks", id)
		t := c.plan.Tasks[id]
		c.task(path, id, &t)
		c.required(path, id, &t)
	}
	c.own()
	c.withoutDataDate()
}

// withoutDataDate tells once that progress does not count.
func (c *checker) withoutDataDate() {
	if len(c.undated) == 0 {
		return
	}
	id := c.undated[0]
	path, tasks := strict.Join("tasks", id), lang.Both(id)
	if IsOwnID(id) {
		path = strict.Join("own", id)
	}
	if more := len(c.undated) - 1; more > 0 {
		tasks = c.book.Words.Say("plan/and-more-tasks", lang.Args{"task": tasks, "n": lang.Whole(more)})
	}
	c.found("DB-015", path, lang.Args{"task": tasks})
}

// required notes a task that is set aside though the playbook requires it.
func (c *checker) required(path, id string, t *Task) {
	if t.NotRelevant == nil || strings.TrimSpace(*t.NotRelevant) == "" {
		return
	}
	i := slices.IndexFunc(c.nodes, func(n drejebog.Node) bool { return n.ID == id })
	if i < 0 || c.nodes[i].Step == nil {
		return
	}
	node := &c.nodes[i]
	if node.Activity.ObligationOf(node.Step) == drejebog.Required {
		c.found("DB-006", strict.Join(path, "notRelevant"), lang.Args{"task": lang.Both(id), "reason": lang.Both(*t.NotRelevant)})
	}
}

func (c *checker) own() {
	for _, id := range c.words.own {
		path := strict.Join("own", id)
		t := c.plan.Own[id]
		c.task(path, id, &t.Task)
		if !c.unread(path) && !t.HasLength() {
			c.found("DB-030", path, lang.Args{"task": lang.Both(id)})
		}
	}
}

// task checks what the plan says of a task, the playbook's or its own.
func (c *checker) task(path, id string, t *Task) {
	c.order(path, "plannedFinish", id, t.PlannedStart, t.PlannedFinish)
	c.order(path, "actualFinish", id, t.ActualStart, t.ActualFinish)
	c.progress(path, id, t)
	c.status(path, id, t)
}

// progress checks what is reported as done against the day of the report.
func (c *checker) progress(path, id string, t *Task) {
	if t.ActualFinish != nil && t.ActualStart == nil && !c.unread(path) {
		c.found("DB-014", strict.Join(path, "actualFinish"), lang.Args{"task": lang.Both(id)})
	}
	if c.lost("dataDate") {
		return
	}
	if (t.ActualStart != nil || t.Remaining != nil) && c.plan.DataDate == nil {
		c.undated = append(c.undated, id)
	}
	for _, actual := range []struct {
		key string
		day *date.Date
	}{{"actualStart", t.ActualStart}, {"actualFinish", t.ActualFinish}} {
		if actual.day == nil {
			continue
		}
		args := lang.Args{"task": lang.Both(id), "date": lang.Day(*actual.day)}
		if c.plan.DataDate != nil && *actual.day > *c.plan.DataDate {
			args["asof"] = lang.Day(*c.plan.DataDate)
			c.found("DB-303", strict.Join(path, actual.key), args)
		} else if seen := c.seenFrom(); c.plan.DataDate == nil && *actual.day > seen {
			args["asof"] = lang.Day(seen)
			c.found("DB-304", strict.Join(path, actual.key), args)
		}
	}
}

// status checks that the words and the figures of a task say the same.
func (c *checker) status(path, id string, t *Task) {
	if c.unread(path) {
		return
	}
	var key string
	switch {
	case t.Status == Done && t.ActualFinish == nil && t.NotRelevant == nil:
		key = "status"
	case t.Status != 0 && t.Status != Done && t.ActualFinish != nil:
		key = "status"
	case t.Status == NotStarted && t.ActualStart != nil:
		key = "status"
	case t.Status == InProgress && t.ActualStart == nil:
		key = "status"
	case t.Remaining != nil && *t.Remaining > 0 && t.ActualFinish != nil:
		key = "remaining"
	case t.Remaining != nil && *t.Remaining >= 0 && t.ActualStart == nil:
		key = "remaining"
	default:
		return
	}
	c.found("DB-029", strict.Join(path, key), lang.Args{"task": lang.Both(id), "id": lang.Both(key)})
}
