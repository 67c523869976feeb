package estimate

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/shopspring/decimal"
)

// ownTasks makes lines of the hours that the plan gives its own tasks: own
// hours in the role of who does them. A task whose hours an adjustment adds by
// role has those instead.
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
		line := Line{
			Contribution: sourceText(place, "plan"), Step: t.ID, Role: role, Kind: Own,
			Hours: &HoursRange{Low: hours, Likely: hours, High: hours},
		}.ReadAt(place)
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
	c.raise("DB-416", drejebog.Finding{Subject: t.ID, Project: t.Project, Place: place}, lang.Args{"task": c.sched.Label(&t.Node)})
}

// planned puts the hours that the plan gives a task of the playbook in the place of the
// estimate's: of the executor's role, or of all roles in proportion where no executor is
// named. A finding says both.
func (c *computation) planned() {
	if len(c.plan.Tasks) == 0 {
		return
	}
	for i := range c.sched.Tasks {
		t := &c.sched.Tasks[i]
		facts, ok := c.plan.Tasks[t.ID]
		if !ok || facts.Hours == nil || facts.Hours.Sign() < 0 || t.NotRelevant != "" {
			continue
		}
		place, _ := c.plan.Where(strict.Join(strict.Join("tasks", t.ID), "hours"))
		if roles, ours := c.executing(&facts, t); ours {
			c.replan(t, roles, *facts.Hours, place)
		}
	}
}

// executing are the roles of who executes a task: of a person all that the estimate has
// hours of for the task, else the first; none where the plan names nobody.
func (c *computation) executing(facts *plan.Task, t *timeline.Task) (roles []string, ours bool) {
	person, ok := c.plan.People[facts.Executor]
	if !ok {
		role, ours := c.roleOf(&plan.OwnTask{Project: t.Project, Task: plan.Task{Executor: facts.Executor}})
		if role == "" {
			return nil, ours
		}
		return []string{role}, ours
	}
	for _, held := range person.Roles {
		role, of, one := strings.Cut(held, "@")
		if (!one || of == t.Project) && len(c.hourly(t.ID, []string{role})) > 0 {
			roles = append(roles, role)
		}
	}
	if first := firstRole(&person, t.Project); len(roles) == 0 && first != "" {
		roles = append(roles, first)
	}
	return roles, true
}

// hourly are the items of a task in hours, of some roles or of all.
func (c *computation) hourly(task string, roles []string) []*item {
	var items []*item
	for _, it := range c.items {
		if it.Task == task && it.Hours != nil && (len(roles) == 0 || slices.Contains(roles, it.Line.Role)) {
			items = append(items, it)
		}
	}
	return items
}

// replan makes the hours of some roles on a task, or of all its roles, come to what the
// plan says: each line to its share of it, rounded to hundredths so that the shares add up.
func (c *computation) replan(t *timeline.Task, roles []string, hours drejebog.Hours, place strict.Place) {
	items := c.hourly(t.ID, roles)
	estimated := decimal.Zero
	seen := map[*Line]*Line{}
	for _, it := range items {
		if seen[it.Line] == nil {
			seen[it.Line] = it.Line
			estimated = estimated.Add(it.Quantity())
		}
	}
	if estimated.IsZero() {
		c.planAnew(t, roles, hours, place)
		return
	}
	c.replanned(t, roles, hours, estimated, place)
	clear(seen)
	so, given := decimal.Zero, decimal.Zero
	for _, it := range items {
		if seen[it.Line] == nil {
			so = so.Add(it.Quantity())
			until := hours.Decimal().Mul(so).DivRound(estimated, 2)
			if so.Equal(estimated) {
				until = hours.Decimal()
			}
			seen[it.Line] = statedHours(it.Line, until.Sub(given), place)
			given = until
		}
		it.Line = seen[it.Line]
		it.Hours, it.Driver, it.driver, it.Months = it.Line.Hours, nil, -1, 0
	}
}

// statedHours is a line with hours that the plan states in the place of its own.
func statedHours(line *Line, hours decimal.Decimal, place strict.Place) *Line {
	stated := Line{
		Contribution: sourceText(place, "plan"), Step: line.Step, Milestone: line.Milestone, Days: line.Days, Role: line.Role, Kind: line.Kind,
	}.ReadAt(place)
	exact := drejebog.NewHours(hours)
	stated.Hours, stated.Certainty = &HoursRange{Low: exact, Likely: exact, High: exact}, drejebog.Stated
	return stated
}

// planAnew adds the hours of a task that the estimate has none for: of the executor's
// role, else of the responsible's or the step's.
func (c *computation) planAnew(t *timeline.Task, roles []string, hours drejebog.Hours, place strict.Place) {
	var role string
	if len(roles) > 0 {
		role = roles[0]
	} else {
		role, _ = c.roleOf(&plan.OwnTask{Project: t.Project, Task: plan.Task{Responsible: c.plan.Tasks[t.ID].Responsible}})
	}
	if role == "" && t.Step != nil {
		role = t.Step.Role
	}
	if hours.IsZero() {
		return
	}
	if role == "" {
		c.withoutRole(t, place)
		return
	}
	line := statedHours(&Line{Step: t.Base(), Role: role, Kind: Own}, hours.Decimal(), place)
	if !c.usable(line) {
		return
	}
	if it := c.item(line, &t.Node, partsOfTask(c.sched, t)); it != nil {
		c.replanned(t, []string{role}, hours, decimal.Zero, place)
		c.items = append(c.items, it)
	}
}

// replanned notes that the plan's hours stand for the estimate's, where they are others.
func (c *computation) replanned(t *timeline.Task, roles []string, hours drejebog.Hours, estimated decimal.Decimal, place strict.Place) {
	if hours.Decimal().Round(0).Equal(estimated.Round(0)) {
		return
	}
	who := c.text("estimate/every-role", nil)
	if len(roles) > 0 {
		var names []lang.Text
		for _, role := range roles {
			names = append(names, c.book.RoleName(role).Lower())
		}
		who = c.book.Listed(names...)
	}
	c.raise("DB-426", drejebog.Finding{Subject: t.ID, Project: t.Project, Section: drejebog.SectionOf(t.ID), Place: place}, lang.Args{
		"roles": who, "task": c.sched.Label(&t.Node), "planned": lang.Decimals(hours.Decimal(), 0), "estimated": lang.Decimals(estimated, 0),
	})
}
