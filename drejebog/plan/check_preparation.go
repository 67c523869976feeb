package plan

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The bounds of what prepares a kommune.
const (
	maxWave     = 50
	maxPriority = 100
)

// preparation checks what stands beside the answers and decides whether a
// kommune can receive a system.
func (c *checker) preparation() {
	c.agreements()
	c.environment()
	c.migrations()
	c.interfaces()
	c.cleanUps()
	c.training()
	c.sagExits()
	c.processes()
	c.tenders()
	c.tests()
}

func (c *checker) agreements() {
	for _, id := range sortedKeys(c.plan.Agreements) {
		path := strict.Join("agreements", id)
		c.known("DB-003", path, id, c.words.projects)
		agreement := c.plan.Agreements[id]
		c.who(strict.Join(path, "signer"), agreement.Signer, nil)
		c.fact(path, "signed", id, agreement.Signed)
	}
}

func (c *checker) environment() {
	for _, id := range sortedKeys(c.plan.Environment) {
		path := strict.Join("environment", id)
		c.slug(path, id, "browser")
		item := c.plan.Environment[id]
		c.projectOf(path, item.Project)
		c.day(path, "due", item.Due, earliest)
		c.fact(path, "ordered", item.Name, item.Ordered)
		c.fact(path, "closed", item.Name, item.Closed)
		c.order(path, "closed", item.Name, item.Ordered, item.Closed)
	}
}

func (c *checker) migrations() {
	for _, id := range sortedKeys(c.plan.Migrations) {
		path := strict.Join("migrations", id)
		c.known("DB-003", path, id, c.words.projects)
		migration := c.plan.Migrations[id]
		for i := range migration.Closed {
			c.closure(strict.Index(path+".closed", i), &migration.Closed[i])
		}
	}
}

func (c *checker) interfaces() {
	contracts := sortedKeys(c.plan.Contracts)
	for _, id := range sortedKeys(c.plan.Interfaces) {
		path := strict.Join("interfaces", id)
		c.slug(path, id, "byggesag-sapa")
		face := c.plan.Interfaces[id]
		c.projectOf(path, face.Project)
		if face.Contract != "" {
			c.known("DB-038", strict.Join(path, "contract"), face.Contract, contracts)
		}
		c.day(path, "due", face.Due, earliest)
		c.fact(path, "built", face.Name, face.Built)
	}
}

func (c *checker) cleanUps() {
	for _, id := range sortedKeys(c.plan.CleanUp) {
		path := strict.Join("cleanUp", id)
		c.known("DB-037", path, id, c.words.systems)
		counts := c.plan.CleanUp[id].Counts
		for i := range counts {
			at := strict.Index(path+".counts", i)
			c.fact(at, "on", id, &counts[i].On)
			c.within(at, "left", &counts[i].Left, 0, maxCount)
			if i > 0 && counts[i].On <= counts[i-1].On && !c.unread(path) {
				c.unsorted(strict.Join(at, "on"), id, counts[i-1].On, counts[i].On)
			}
		}
	}
}

func (c *checker) training() {
	for i := range c.plan.Training {
		path := strict.Index("training", i)
		session := &c.plan.Training[i]
		c.projectOf(path, session.Project)
		c.day(path, "on", &session.On, earliest)
		c.within(path, "people", &session.People, 0, maxCount)
	}
}

func (c *checker) sagExits() {
	for _, id := range sortedKeys(c.plan.SagExit) {
		path := strict.Join("sagExit", id)
		c.slug(path, id, "borgerservice")
		group := c.plan.SagExit[id]
		c.moved(path, "users", group.Users, "usersMoved", group.UsersMoved)
		c.moved(path, "cases", group.Cases, "casesMoved", group.CasesMoved)
	}
}

// moved checks that no more was moved than there is.
func (c *checker) moved(path, key string, all *int, movedKey string, moved int) {
	c.within(path, key, all, 0, maxCount)
	most := maxCount
	if all != nil && *all >= 0 {
		most = min(most, *all)
	}
	c.within(path, movedKey, &moved, 0, most)
}

func (c *checker) processes() {
	for _, id := range sortedKeys(c.plan.Processes) {
		path := strict.Join("processes", id)
		c.slug(path, id, "ansoegning")
		process := c.plan.Processes[id]
		c.projectOf(path, process.Project)
		c.who(strict.Join(path, "owner"), process.Owner, nil)
		c.fact(path, "asIs", process.Name, process.AsIs)
		c.fact(path, "toBe", process.Name, process.ToBe)
		c.fact(path, "decided", process.Name, process.Decided)
	}
}

func (c *checker) tenders() {
	for _, id := range sortedKeys(c.plan.Tenders) {
		path := strict.Join("tenders", id)
		c.slug(path, id, "omsorgssystem")
		tender := c.plan.Tenders[id]
		c.day(path, "on", tender.On, earliest)
	}
}

func (c *checker) tests() {
	for i := range c.plan.Tests {
		path := strict.Index("tests", i)
		run := &c.plan.Tests[i]
		c.projectOf(path, run.Project)
		c.fact(path, "on", run.Kind.String(), &run.On)
		c.within(path, "cases", &run.Cases, 0, maxCount)
		c.within(path, "passed", &run.Passed, 0, max(0, min(run.Cases, maxCount)))
	}
}

// longNotice is how many months of notice are more than any contract is known
// to have: the standard terms of KMD have six.
const longNotice = 24

// longNotice notes a notice that is likely a slip.
func (c *checker) longNotice(path string, k *Contract) {
	if n := k.NoticeMonths; n != nil && *n > longNotice && *n <= maxNoticeMonths {
		c.found("DB-035", strict.Join(path, "noticeMonths"), lang.Args{"task": lang.Both(k.Name), "value": number(*n)})
	}
}
