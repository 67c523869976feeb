package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
)

// words are the ids that a plan may name things by.
type words struct {
	projects, systems, roles, parties, daysOff, categories []string

	kommuner     []string
	drivers      []string
	tasks        []string // steps, by instance
	steps        []string // steps and go-lives, by instance and without scope, and own tasks
	deliverables []string
	linkable     []string // what an edge may join: tasks and milestones that the engine dates, and own tasks
	milestones   []string
	budgetYears  []string
	people       []string
	own          []string
}

// collect finds the words of a playbook and a plan, whose network has the nodes.
func (w *words) collect(book *drejebog.Playbook, p *Plan, nodes []drejebog.Node) {
	w.projects = drejebog.IDsOf(book.Projects, func(x *drejebog.Project) string { return x.ID })
	w.systems = drejebog.IDsOf(book.Systems, func(x *drejebog.LegacySystem) string { return x.ID })
	w.roles = drejebog.IDsOf(book.Roles, func(x *drejebog.Role) string { return x.ID })
	w.parties = drejebog.IDsOf(book.Parties, func(x *drejebog.Party) string { return x.ID })
	w.daysOff = drejebog.IDsOf(book.DaysOff, func(x *drejebog.DayOff) string { return x.ID })
	w.categories = drejebog.IDsOf(book.Categories, func(x *drejebog.Category) string { return x.ID })
	w.kommuner = drejebog.IDsOf(book.Kommuner, func(x *drejebog.Kommune) string { return x.Name })
	w.budgetYears = drejebog.IDsOf(book.BudgetYears, func(x *drejebog.BudgetYear) string { return strconv.Itoa(x.Year) })
	w.people, w.own = sortedKeys(p.People), sortedKeys(p.Own)
	w.drivers = book.DriverKeys()
	var goLives []string
	for i := range nodes {
		node := &nodes[i]
		switch {
		case node.Step != nil:
			w.tasks = append(w.tasks, node.ID)
		case node.Milestone.Kind == drejebog.Deliverable:
			w.deliverables = append(w.deliverables, node.ID)
		case node.Milestone.Kind == drejebog.GoLive:
			goLives = append(goLives, node.ID)
		}
		if node.Milestone != nil && node.Milestone.Kind != drejebog.Horizon {
			w.milestones = append(w.milestones, node.ID)
		}
		if dated(node) {
			w.linkable = append(w.linkable, node.ID)
		}
	}
	w.linkable = append(w.linkable, w.own...)
	w.steps = slices.Concat(w.tasks, w.own, goLives)
	unscoped := map[string]bool{}
	for _, id := range slices.Concat(w.tasks, goLives) {
		if base, _, scoped := strings.Cut(id, "@"); scoped && !unscoped[base] {
			unscoped[base] = true
			w.steps = append(w.steps, base)
		}
	}
}

// dated reports whether a node has dates of its own that others can wait for:
// level of effort and horizons have none.
func dated(node *drejebog.Node) bool {
	if node.Step != nil {
		return node.Step.Effort == nil
	}
	return node.Milestone.Kind != drejebog.Horizon
}
