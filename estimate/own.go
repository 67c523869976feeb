package estimate

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
)

// ownTasks makes lines of the hours that the plan gives its own tasks: own
// hours in the role of who does them. A task whose hours an adjustment adds by
// role has those instead. Where the plan gives hours of a task of the playbook
// and the estimate's are others, a finding says so.
func (c *computation) ownTasks() {
	for i := range c.sched.Tasks {
		t := &c.sched.Tasks[i]
		own, ok := c.plan.Own[t.ID]
		if !ok || own.Hours == nil || own.Hours.Sign() <= 0 || t.NotRelevant != "" || c.hoursAdded(t.ID) {
			continue
		}
		place, _ := c.plan.Where(strict.Join(strict.Join("own", t.ID), "hours"))
		role, ours := c.roleOf(&own)
		if !ours {
			continue // a supplier's or KOMBIT's hours cost the kommune none of its own
		}
		if role == "" {
			c.withoutRole(t, place)
			continue
		}
		hours := *own.Hours
		line := &Line{
			Contribution: sourceText(place, "plan"), Step: t.ID, Role: role, Kind: Own,
			Hours: &HoursRange{hours, hours, hours}, place: place,
		}
		line.Certainty = drejebog.Stated
		if !c.usable(line) {
			continue
		}
		if it := c.item(line, &t.Node, partsOfTask(c.sched, t)); it != nil {
			c.items = append(c.items, it)
		}
	}
}

// hoursAdded reports whether an adjustment adds hours to a task.
func (c *computation) hoursAdded(task string) bool {
	return slices.ContainsFunc(c.plan.Adjustments, func(a plan.Adjustment) bool {
		return a.Action == plan.Add && a.Step == task && a.Hours != nil
	})
}

// roleOf is the role of who does an own task: the executor's, else the
// responsible's; of a person the first of theirs that is for the project. It
// is not the kommune's work when another party executes it.
func (c *computation) roleOf(own *plan.OwnTask) (role string, ours bool) {
	for _, who := range []string{own.Executor, own.Responsible} {
		if who == "" {
			continue
		}
		if c.book.Role(who) != nil {
			return who, true
		}
		if person, ok := c.plan.People[who]; ok {
			return firstRole(&person, own.Project), true
		}
		if p := c.book.Party(who); p != nil && p.ID != "kommune" && who == own.Executor {
			return "", false
		}
	}
	return "", true
}

func firstRole(person *plan.Person, project string) string {
	for _, held := range person.Roles {
		role, of, one := strings.Cut(held, "@")
		if !one || of == project {
			return role
		}
	}
	return ""
}

func (c *computation) withoutRole(t *timeline.Task, place strict.Place) {
	f := c.book.Finding("DB-416", lang.Args{"task": c.sched.Label(&t.Node)})
	f.Subject, f.Project, f.Actor, f.Place = t.ID, t.Project, "kommune", place
	c.Findings = append(c.Findings, f)
}

// plannedHours notes the tasks of the playbook that the plan gives other hours
// than the estimate.
func (c *computation) plannedHours() {
	if len(c.plan.Tasks) == 0 {
		return
	}
	estimated := map[string]drejebog.Hours{}
	for i := range c.Cells {
		estimated[c.Cells[i].Task] = estimated[c.Cells[i].Task].Add(c.Cells[i].Hours)
	}
	for i := range c.sched.Tasks {
		t := &c.sched.Tasks[i]
		facts, ok := c.plan.Tasks[t.ID]
		if !ok || facts.Hours == nil || t.NotRelevant != "" {
			continue
		}
		planned := *facts.Hours
		if planned.Round(0).Cmp(estimated[t.ID].Round(0)) == 0 {
			continue
		}
		f := c.book.Finding("DB-417", lang.Args{
			"task": c.sched.Label(&t.Node), "planned": wholeHours(planned), "estimated": wholeHours(estimated[t.ID]),
		})
		f.Subject, f.Project, f.Actor = t.ID, t.Project, "kommune"
		f.Section = drejebog.SectionOf(t.ID)
		f.Place, _ = c.plan.Where(strict.Join(strict.Join("tasks", t.ID), "hours"))
		c.Findings = append(c.Findings, f)
	}
}

func wholeHours(hours drejebog.Hours) lang.Number { return lang.Decimals(hours.Decimal(), 0) }
