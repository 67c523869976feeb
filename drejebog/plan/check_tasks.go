package plan

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// The bounds of a task: twenty years of working days, a hundred of hours.
const (
	maxWorkdays = 5_000
	maxHours    = 200_000
)

func (c *checker) tasks() {
	for _, id := range sortedKeys(c.plan.Tasks) {
		path := strict.Join("tasks", id)
		if !c.known("DB-001", path, id, c.words.tasks) {
			continue
		}
		t := c.plan.Tasks[id]
		c.task(path, id, &t)
		c.required(path, id, &t)
	}
}

// required notes a task that is set aside though the playbook requires it.
func (c *checker) required(path, id string, t *Task) {
	if t.NotRelevant == nil || strings.TrimSpace(*t.NotRelevant) == "" {
		return
	}
	i := slices.IndexFunc(c.nodes, func(n drejebog.Node) bool { return n.ID == id })
	node := &c.nodes[i]
	if node.Activity.ObligationOf(node.Step) == drejebog.Required {
		c.found("DB-006", strict.Join(path, "notRelevant"), lang.Args{"task": lang.Both(id), "reason": lang.Both(*t.NotRelevant)})
	}
}

// maxOwn bounds the own tasks and maxEdges the dependencies of a plan.
const (
	maxOwn   = 2_000
	maxEdges = 10_000
)

func (c *checker) own() {
	if n := len(c.plan.Own); n > maxOwn {
		c.within("", "own", &n, 0, maxOwn)
	}
	for _, id := range c.words.own {
		path := strict.Join("own", id)
		if !IsOwnID(id) {
			c.badID(path, id, "own/pilot")
		}
		t := c.plan.Own[id]
		if t.Project != "" {
			c.known("DB-003", strict.Join(path, "project"), t.Project, c.words.projects)
		}
		c.day(path, "deadline", t.Deadline, earliest)
		c.task(path, id, &t.Task)
		if !c.unread(path) && !t.HasLength() {
			c.found("DB-030", path, lang.Args{"task": lang.Both(id)})
		}
	}
}

// IsOwnID reports whether an id can be that of an own task: "own/" and words
// of lower-case letters, digits and hyphens.
func IsOwnID(id string) bool {
	rest, ok := strings.CutPrefix(id, "own/")
	if !ok {
		return false
	}
	for part := range strings.SplitSeq(rest, "/") {
		if !isSlug(part) {
			return false
		}
	}
	return true
}

// task checks what the plan says of a task, the playbook's or its own.
func (c *checker) task(path, id string, t *Task) {
	if t.NotRelevant != nil && strings.TrimSpace(*t.NotRelevant) == "" {
		c.found("DB-005", strict.Join(path, "notRelevant"), lang.Args{"task": lang.Both(id)})
	}
	c.workdays(path, id, "duration", t.Duration, 1)
	c.workdays(path, id, "remaining", t.Remaining, 0)
	c.within(path, "hours", t.Hours, 0, maxHours)
	c.who(strict.Join(path, "responsible"), t.Responsible, nil)
	c.who(strict.Join(path, "executor"), t.Executor, c.words.parties)
	c.day(path, "plannedStart", t.PlannedStart, earliest)
	c.day(path, "plannedFinish", t.PlannedFinish, earliest)
	c.day(path, "actualStart", t.ActualStart, earliest)
	c.day(path, "actualFinish", t.ActualFinish, earliest)
	c.order(path, "plannedFinish", id, t.PlannedStart, t.PlannedFinish)
	c.order(path, "actualFinish", id, t.ActualStart, t.ActualFinish)
	c.progress(path, id, t)
	c.status(path, id, t)
}

func (c *checker) workdays(path, id, key string, days *int, least int) {
	if days != nil && (*days < least || *days > maxWorkdays) {
		c.found("DB-009", strict.Join(path, key), lang.Args{
			"task": lang.Both(id), "value": number(*days), "least": number(least), "most": number(maxWorkdays),
		})
	}
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
		c.found("DB-015", path, lang.Args{"task": lang.Both(id)})
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
