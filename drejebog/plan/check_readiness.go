package plan

import (
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// readiness checks the keys of the answers: "category@project", or
// "category/requirement@project" with a requirement of KOMBIT's list, which
// the playbook does not have.
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
		c.who(strict.Join(path, "by"), answer.By, nil)
		c.day(path, "on", answer.On, earliest)
	}
}

func (c *checker) benefits() {
	for _, id := range sortedKeys(c.plan.Benefits) {
		path := strict.Join("benefits", id)
		c.slug(path, id, "kortere-svartid")
		b := c.plan.Benefits[id]
		if b.Project != "" {
			c.known("DB-003", strict.Join(path, "project"), b.Project, c.words.projects)
		}
		c.who(strict.Join(path, "owner"), b.Owner, nil)
		c.day(path, "from", b.From, earliest)
	}
}
