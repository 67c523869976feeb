package plan

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// readiness checks what each answer has to say beside its state.
func (c *checker) readiness() {
	for _, key := range sortedKeys(c.plan.Readiness) {
		answer := c.plan.Readiness[key]
		c.answer(strict.Join("readiness", key), key, &answer)
	}
}

func (c *checker) answer(path, key string, a *Answer) {
	if !c.unread(path) {
		switch {
		case a.State == AnswerConfirmed && a.On == nil:
			c.found("DB-033", path, lang.Args{"id": lang.Both(key)})
		case (a.State == AnswerNotRelevant || a.State == AnswerWaived) && strings.TrimSpace(a.Reason) == "":
			c.found("DB-034", path, lang.Args{"id": lang.Both(key)})
		}
	}
	c.history(strict.Join(path, "history"), key, a)
}

// history checks that the earlier answers came one after the other, and
// before the one that stands.
func (c *checker) history(path, key string, a *Answer) {
	for i := range a.History {
		earlier := &a.History[i]
		at := strict.Index(path, i)
		next := a.On
		if i+1 < len(a.History) {
			next = &a.History[i+1].On
		}
		if next != nil && *next < earlier.On && !c.unread(path) {
			c.unsorted(strict.Join(at, "on"), key, earlier.On, *next)
		}
	}
}

// unsorted notes a day that stands before an earlier one.
func (c *checker) unsorted(path, id string, day, next date.Date) {
	c.found("DB-036", path, lang.Args{"id": lang.Both(id), "date": lang.Day(day), "start": lang.Day(next)})
}

// preparation checks what stands beside the answers and decides whether a
// kommune can receive a system.
func (c *checker) preparation() {
	for _, id := range sortedKeys(c.plan.Environment) {
		item := c.plan.Environment[id]
		c.order(strict.Join("environment", id), "closed", item.Name, item.Ordered, item.Closed)
	}
	for _, id := range sortedKeys(c.plan.CleanUp) {
		c.counts(strict.Join("cleanUp", id), id, c.plan.CleanUp[id].Counts)
	}
	for _, id := range sortedKeys(c.plan.SagExit) {
		group, path := c.plan.SagExit[id], strict.Join("sagExit", id)
		c.moved(path, "usersMoved", group.Users, group.UsersMoved)
		c.moved(path, "casesMoved", group.Cases, group.CasesMoved)
	}
	for i := range c.plan.Tests {
		c.moved(strict.Index("tests", i), "passed", &c.plan.Tests[i].Cases, c.plan.Tests[i].Passed)
	}
}

// counts checks that the oldest stands first.
func (c *checker) counts(path, id string, counts []CaseCount) {
	for i := 1; i < len(counts) && !c.unread(path); i++ {
		if counts[i].On <= counts[i-1].On {
			c.unsorted(strict.Join(strict.Index(path+".counts", i), "on"), id, counts[i-1].On, counts[i].On)
		}
	}
}

// moved checks that no more was moved, or passed, than there is; how many there
// can be at all is the grammar's to say.
func (c *checker) moved(path, key string, all *int, moved int) {
	if all != nil && *all >= 0 && moved > *all {
		c.between(path, key, moved, 0, *all)
	}
}
