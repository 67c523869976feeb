package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Module is a part of one of the shared systems. Where it is cancelled, the tasks that are
// for it alone are not done; the rest of the system goes on.
type Module struct {
	Name      string     `yaml:"name,required"`
	Project   string     `yaml:"project,required" plan:"of=project"` // id of the project that it is a part of
	Tasks     []string   `yaml:"tasks" plan:"of=task most=500"`      // ids of the tasks that are for it alone
	Cancelled *date.Date `yaml:"cancelled" plan:"fact"`              // the day that it was taken out; nil: it comes
	Reason    string     `yaml:"reason"`                             // why it was
	Note      string     `yaml:"note"`
}

// setAside makes the tasks of cancelled modules not relevant, for the module's reason, but
// those that the plan itself has a reason for.
func (p *Plan) setAside() {
	for _, id := range sortedKeys(p.Modules) {
		m := p.Modules[id]
		if m.Cancelled == nil {
			continue
		}
		for _, task := range m.Tasks {
			facts := p.Tasks[task]
			if facts.NotRelevant != nil {
				continue
			}
			facts.NotRelevant = m.why()
			if p.Tasks == nil {
				p.Tasks = map[string]Task{}
			}
			p.Tasks[task] = facts
		}
	}
}

// why is the reason that a cancelled module's tasks are not done.
func (m *Module) why() *string {
	said := slices.DeleteFunc([]string{m.Name, m.Reason}, func(s string) bool { return strings.TrimSpace(s) == "" })
	why := strings.Join(said, ": ")
	return &why
}

// modules notes the tasks that are set aside with a cancelled module though the playbook
// requires them.
func (c *checker) modules() {
	for _, id := range sortedKeys(c.plan.Modules) {
		m := c.plan.Modules[id]
		if m.Cancelled == nil {
			continue
		}
		for i, task := range m.Tasks {
			if facts := c.plan.Tasks[task]; facts.NotRelevant == nil {
				c.required(strict.Join("modules", id)+".tasks["+strconv.Itoa(i)+"]", task, m.why())
			}
		}
	}
}
