package plan

import (
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The bounds of what people and contracts are described by.
const (
	maxHoursPerWeek = 60
	maxNoticeMonths = 120
)

func (c *checker) people() {
	for _, id := range sortedKeys(c.plan.People) {
		path := strict.Join("people", id)
		c.slug(path, id, "anna")
		person := c.plan.People[id]
		for i, role := range person.Roles {
			c.scoped("DB-016", strict.Index(path+".roles", i), role, c.words.roles)
		}
		c.within(path, "hoursPerWeek", person.HoursPerWeek, 0, maxHoursPerWeek)
	}
}

func (c *checker) contracts() {
	for _, id := range sortedKeys(c.plan.Contracts) {
		path := strict.Join("contracts", id)
		c.slug(path, id, "kmd-sag-2009")
		k := c.plan.Contracts[id]
		if k.System != "" {
			c.known("DB-022", strict.Join(path, "system"), k.System, c.words.systems)
		}
		c.day(path, "start", k.Start, earliestOfDeal)
		c.day(path, "end", k.End, earliestOfDeal)
		c.day(path, "noticeGiven", k.NoticeGiven, earliestOfDeal)
		c.order(path, "end", id, k.Start, k.End)
		c.order(path, "noticeGiven", id, k.Start, k.NoticeGiven)
		c.within(path, "noticeMonths", k.NoticeMonths, 0, maxNoticeMonths)
		c.longNotice(path, &k)
	}
}
