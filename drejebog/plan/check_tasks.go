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
		c.required(strict.Join(path, "notRelevant"), id, t.NotRelevant)
	}
	c.modules()
	c.own()
	for _, code := range []string{"DB-015", "DB-014", "DB-045", "DB-046"} {
		c.progressOf(code, c.partly[code])
	}
}

// progressOf tells once of tasks whose progress lacks the same thing.
func (c *checker) progressOf(code string, ids []string) {
	if len(ids) == 0 {
		return
	}
	id := ids[0]
	path, tasks := strict.Join("tasks", id), lang.Both(id)
	if IsOwnID(id) {
		path = strict.Join("own", id)
	}
	if more := len(ids) - 1; more > 0 {
		tasks = c.book.Words.Say("plan/and-more-tasks", lang.Args{"task": tasks, "n": lang.Whole(more)})
	}
	c.found(code, path, lang.Args{"task": tasks})
}

// partlyTold keeps a task whose progress is told only in part.
func (c *checker) partlyTold(code, id string) {
	if c.partly == nil {
		c.partly = map[string][]string{}
	}
	c.partly[code] = append(c.partly[code], id)
}

// required notes a task that is set aside, for a reason that stands at a path, though the
// playbook requires it.
func (c *checker) required(path, id string, why *string) {
	if why == nil || strings.TrimSpace(*why) == "" {
		return
	}
	i := slices.IndexFunc(c.network.nodes, func(n drejebog.Node) bool { return n.ID == id })
	if i < 0 || c.network.nodes[i].Step == nil {
		return
	}
	node := &c.network.nodes[i]
	if node.Activity.ObligationOf(node.Step) == drejebog.Required {
		c.found("DB-006", path, lang.Args{"task": lang.Both(id), "reason": lang.Both(*why)})
	}
}

func (c *checker) own() {
	for _, id := range c.words.own {
		path := strict.Join("own", id)
		t := c.plan.Own[id]
		c.task(path, id, &t.Task)
		if !c.unread(path) && !t.HasLength() && t.Status != Done && t.NotRelevant == nil {
			c.found("DB-030", path, lang.Args{"task": lang.Both(id)})
		}
	}
}

// deliverables checks that what others owe has a name and who owes it where it is the
// kommune's own, and only there.
func (c *checker) deliverables() {
	for _, id := range sortedKeys(c.plan.Deliverables) {
		path, d := strict.Join("deliverables", id), c.plan.Deliverables[id]
		_, isTask := c.plan.Own[id]
		switch {
		case !strings.HasPrefix(id, "own/"):
			for _, said := range []struct{ key, word string }{{"name", d.Name}, {"actor", d.Actor}, {"project", d.Project}} {
				if said.word != "" {
					c.found("DB-049", strict.Join(path, said.key), lang.Args{"id": lang.Both(id), "key": lang.Both(said.key)})
				}
			}
		case isTask:
			c.found("DB-050", path, lang.Args{"id": lang.Both(id)})
		case c.unread(path):
		default:
			for _, needed := range []struct{ key, word string }{{"name", d.Name}, {"actor", d.Actor}} {
				if strings.TrimSpace(needed.word) == "" {
					c.fault(strict.Fault{Path: strict.Join(path, needed.key), Kind: strict.KindMissingKey, Key: needed.key})
				}
			}
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
	if c.lost("dataDate") {
		return
	}
	switch {
	case c.plan.DataDate == nil:
		if t.ActualStart != nil || t.Remaining != nil || t.IsDone() || t.Status == InProgress {
			c.partlyTold("DB-015", id)
		}
	case c.unread(path) || t.NotRelevant != nil:
	case t.ActualFinish != nil && t.ActualStart == nil:
		c.partlyTold("DB-014", id)
	case t.IsDoneUndated():
		c.partlyTold("DB-045", id)
	case t.IsBegunUndated():
		c.partlyTold("DB-046", id)
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
	case t.Status != 0 && t.Status != Done && t.ActualFinish != nil:
		key = "status"
	case t.Status == NotStarted && t.ActualStart != nil:
		key = "status"
	case t.Remaining != nil && *t.Remaining > 0 && t.IsDone():
		key = "remaining"
	case t.Remaining != nil && *t.Remaining == 0 && t.ActualStart == nil && !t.IsDone():
		key = "remaining"
	case t.Remaining != nil && t.Status == NotStarted:
		key = "remaining"
	default:
		return
	}
	c.found("DB-029", strict.Join(path, key), lang.Args{"task": lang.Both(id), "id": lang.Both(key)})
}
