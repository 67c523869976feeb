package plan

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// readiness checks the answers: their keys, "category@project" or
// "category/requirement@project" with a requirement of KOMBIT's list, which
// the playbook does not have, and what each answer has to say beside its state.
func (c *checker) readiness() {
	for _, key := range sortedKeys(c.plan.Readiness) {
		path := strict.Join("readiness", key)
		word, project, ok := strings.Cut(key, "@")
		if !ok {
			c.badID(path, key, "migrering@sapa")
			continue
		}
		category, requirement, one := strings.Cut(word, "/")
		if c.known("DB-027", path, category, c.words.categories) && one && !isSlug(requirement) {
			c.badID(path, key, "migrering/plan@sapa")
		}
		c.known("DB-003", path, project, c.words.projects)
		answer := c.plan.Readiness[key]
		c.answer(path, key, &answer)
	}
}

func (c *checker) answer(path, key string, a *Answer) {
	c.who(strict.Join(path, "by"), a.By, nil)
	c.fact(path, "on", key, a.On)
	if !c.unread(path) {
		switch {
		case a.State == AnswerConfirmed && a.On == nil:
			c.found("DB-033", path, lang.Args{"id": lang.Both(key)})
		case (a.State == AnswerNotRelevant || a.State == AnswerWaived) && strings.TrimSpace(a.Reason) == "":
			c.found("DB-034", path, lang.Args{"id": lang.Both(key)})
		}
	}
	c.questions(strict.Join(path, "questions"), a.Questions)
	for i := range a.Evidence {
		c.fact(strict.Index(strict.Join(path, "evidence"), i), "on", key, a.Evidence[i].On)
	}
	c.history(strict.Join(path, "history"), key, a)
}

func (c *checker) questions(path string, questions map[string]AnswerState) {
	for _, id := range sortedKeys(questions) {
		c.slug(strict.Join(path, id), id, "plan-godkendt")
	}
}

// history checks that the earlier answers came one after the other, and
// before the one that stands.
func (c *checker) history(path, key string, a *Answer) {
	for i := range a.History {
		earlier := &a.History[i]
		at := strict.Index(path, i)
		c.who(strict.Join(at, "by"), earlier.By, nil)
		c.day(at, "on", &earlier.On, earliest)
		c.questions(strict.Join(at, "questions"), earlier.Questions)
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

// fact checks the day of something that is said to have happened: it cannot lie
// after the day that the plan is seen from.
func (c *checker) fact(path, key, what string, day *date.Date) {
	c.day(path, key, day, earliest)
	if c.lost("asOf") || c.lost("dataDate") {
		return
	}
	if seen := c.seenFrom(); day != nil && *day > seen && *day <= latest {
		c.found("DB-304", strict.Join(path, key), lang.Args{
			"task": lang.Both(what), "date": lang.Day(*day), "asof": lang.Day(seen),
		})
	}
}

func (c *checker) benefits() {
	for _, id := range sortedKeys(c.plan.Benefits) {
		path := strict.Join("benefits", id)
		c.slug(path, id, "kortere-svartid")
		b := c.plan.Benefits[id]
		c.projectOf(path, b.Project)
		c.who(strict.Join(path, "owner"), b.Owner, nil)
		c.day(path, "from", b.From, earliest)
		c.between(path+".value", "value", b.Value.Decimal(), maxPayment)
		c.realised(path, &b)
	}
}

// projectOf checks the project that something is for, "" for none.
func (c *checker) projectOf(path, project string) {
	if project != "" {
		c.known("DB-003", strict.Join(path, "project"), project, c.words.projects)
	}
}
