package rules

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Needs are what a topic's row has to name for the way in which it is judged, beside its
// task and its role.
type Needs struct {
	OfKommune   bool // it is judged once for the kommune as such
	WithoutTask bool // the row needs no task
	WithProject bool // the row needs a project

	Steps, Milestones, Roles, Drivers, Projects []string // what else is looked at
}

// Of returns the rules among the data files that a book was loaded from, which are read
// once for all editions of it. What each way of judging needs is asked for where the book
// is of other files than the module's own; nil holds no topic against it. Every id that they
// name is held against the playbook. The error is a *drejebog.SeedError with every fault
// and its place.
func Of(book *drejebog.Playbook, judges func() map[string]Needs) (*Rules, error) {
	if book.Files() == seeds.Files() {
		return builtIn()
	}
	read := book.KeptOfFiles(rulesKey{judges != nil}, func() any {
		var needs map[string]Needs
		if judges != nil {
			needs = judges()
		}
		rules, err := load(book, needs)
		return rulesRead{rules, err}
	}).(rulesRead)
	return read.rules, read.err
}

// rulesKey is of the rules that are kept with a book, whether their topics were held
// against what judging needs or not.
type rulesKey struct{ judged bool }

type rulesRead struct {
	rules *Rules
	err   error
}

func load(book *drejebog.Playbook, judges map[string]Needs) (*Rules, error) {
	f, err := readFiles(book.Files())
	if err != nil {
		return nil, err
	}
	newest, err := book.AsOf(date.Max()) // which has every id
	if err != nil {
		return nil, err
	}
	c := checker{files: &f, book: newest, judges: judges}
	c.check()
	if len(c.faults) > 0 {
		return nil, &drejebog.SeedError{Faults: c.faults}
	}
	return f.rules(), nil
}

// checker holds the rules against a playbook.
type checker struct {
	*files
	book   *drejebog.Playbook
	judges map[string]Needs
	faults []strict.Fault
}

// fault notes what stands at a path of a file and what was expected instead.
func (c *checker) fault(file, path string, got any, want strict.Part) {
	f := strict.Fault{File: file, Path: path, Kind: strict.KindBadValue, Got: got, Want: want}
	if place, ok := c.read[file].Where(path); ok {
		f.Line, f.Column = place.Line, place.Column
	}
	c.faults = append(c.faults, f)
}

// known faults a word that is not among the known ones, with the nearest. An
// absent word is none.
func (c *checker) known(file, path, word string, known []string, want strict.Part) {
	if word == "" || slices.Contains(known, word) {
		return
	}
	c.fault(file, path, word, want)
	c.faults[len(c.faults)-1].Suggest = lang.Nearest(word, known)
}

var (
	wantStep      = strict.Part{Kind: "seeds/a-step"}
	wantMilestone = strict.Part{Kind: "seeds/a-milestone"}
	wantRole      = strict.Part{Kind: "seeds/a-role"}
	wantDriver    = strict.Part{Kind: "seeds/a-driver"}
	wantProject   = strict.Part{Kind: "seeds/a-project"}
	wantSection   = strict.Part{Kind: "seeds/a-section"}
)

func (c *checker) projects() []string {
	return drejebog.IDsOf(c.book.Projects, func(p *drejebog.Project) string { return p.ID })
}

func (c *checker) roles() []string {
	return drejebog.IDsOf(c.book.Roles, func(r *drejebog.Role) string { return r.ID })
}

func (c *checker) sections() []string {
	return drejebog.IDsOf(c.book.Activities, func(a *drejebog.Activity) string { return a.ID })
}

func (c *checker) check() {
	c.checkGates()
	met := map[string]bool{}
	for i := range c.topics {
		c.topic(fmt.Sprintf("topics[%d]", i), &c.topics[i], met)
	}
	c.known(topicsFile, "ids.responsible", c.ids.Responsible, c.roles(), wantRole)
	c.known(topicsFile, "ids.neighbours", c.ids.Neighbours, drejebog.IDsOf(c.book.Cases, func(x *drejebog.Case) string { return x.ID }), strict.Part{Kind: "seeds/a-case"})
	c.checkThresholds()
	for i := range c.preparation.Requirements {
		c.requirement(fmt.Sprintf("requirements[%d]", i), &c.preparation.Requirements[i])
	}
}

// checkGates checks that the five gates are there, in their order.
func (c *checker) checkGates() {
	if got := drejebog.IDsOf(c.gates, func(g *Gate) string { return g.Key }); !slices.Equal(got, gateOrder) {
		c.fault(topicsFile, "gates", got, strict.Part{Kind: "seeds/a-gate"})
	}
	for i, g := range c.gates {
		path := fmt.Sprintf("gates[%d]", i)
		switch {
		case g.Key == ReadinessGate && g.Milestone != "":
			c.fault(topicsFile, path+".milestone", g.Milestone, strict.Part{Kind: "seeds/absent"})
		case g.Key != ReadinessGate && g.Milestone == "":
			c.fault(topicsFile, path, strict.Part{Kind: "seeds/absent"}, wantMilestone)
		}
		c.known(topicsFile, path+".milestone", g.Milestone, c.book.ProjectMilestones(), wantMilestone)
		c.known(topicsFile, path+".step", g.Step, c.book.StepIDs(), wantStep)
		if g.Step == "" && slices.Contains([]string{ReadinessGate, TestGate, TrialGate}, g.Key) {
			c.fault(topicsFile, path, strict.Part{Kind: "seeds/absent"}, wantStep)
		}
	}
}

// gateMilestones are the milestones that a topic can hold up.
func (c *checker) gateMilestones() []string {
	return drejebog.IDsOf(c.gates, func(g *Gate) string { return cmp.Or(g.Milestone, c.book.ReadinessConfirmation()) })
}

func (c *checker) topic(path string, t *Topic, met map[string]bool) {
	if met[t.ID] {
		c.fault(topicsFile, path+".id", t.ID, strict.Part{Kind: "seeds/own-id"})
	}
	met[t.ID] = true
	steps := c.book.StepIDs()
	c.known(topicsFile, path+".gate", t.Gate, c.gateMilestones(), strict.Part{Kind: "seeds/a-gate-of-topic"})
	c.known(topicsFile, path+".section", t.Section, c.sections(), wantSection)
	c.known(topicsFile, path+".project", t.Project, c.projects(), wantProject)
	c.known(topicsFile, path+".task", t.Task, steps, wantStep)
	c.known(topicsFile, path+".role", t.Role, c.roles(), wantRole)
	for i, step := range t.Shows {
		c.known(topicsFile, strict.Index(path+".shows", i), step, steps, wantStep)
	}
	judge, ok := c.judges[t.Judge]
	if c.judges == nil {
		return
	}
	if !ok {
		c.known(topicsFile, path+".judge", t.Judge, slices.Sorted(maps.Keys(c.judges)), strict.Part{Kind: "seeds/a-judge"})
		return
	}
	if judge.OfKommune && t.Gate != "" {
		c.fault(topicsFile, path+".gate", t.Gate, strict.Part{Kind: "seeds/absent"})
	}
	drivers := drejebog.IDsOf(c.book.Drivers, func(d *drejebog.Driver) string { return d.ID })
	c.required(path, "task", t.Task, !judge.WithoutTask, wantStep)
	c.required(path, "role", t.Role, true, wantRole)
	c.required(path, "project", t.Project, judge.WithProject, wantProject)
	c.uses(path+".steps", t.Steps, judge.Steps, steps, wantStep)
	c.uses(path+".milestones", t.Milestones, judge.Milestones, c.book.ProjectMilestones(), wantMilestone)
	c.uses(path+".roles", t.Roles, judge.Roles, c.roles(), wantRole)
	c.uses(path+".drivers", t.Drivers, judge.Drivers, drivers, wantDriver)
	c.uses(path+".projects", t.Projects, judge.Projects, c.projects(), wantProject)
}

// required faults what a topic's judge needs and its row lacks.
func (c *checker) required(path, key, value string, needed bool, want strict.Part) {
	if needed && value == "" {
		c.fault(topicsFile, path, strict.Part{Kind: "seeds/absent"}, want)
		c.faults[len(c.faults)-1].Path = path + "." + key
	}
}

// uses checks the ids that a topic's judge looks at: those that it needs and no
// others, each known.
func (c *checker) uses(path string, given map[string]string, needed, known []string, want strict.Part) {
	at := path
	if _, ok := c.read[topicsFile].Where(at); !ok {
		at = path[:strings.LastIndexByte(path, '.')] // the topic
	}
	for _, key := range needed {
		if given[key] == "" {
			c.fault(topicsFile, at, strict.Part{Kind: "seeds/absent"}, want)
			c.faults[len(c.faults)-1].Path = strict.Join(path, key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		if !slices.Contains(needed, key) {
			c.fault(topicsFile, strict.Join(path, key), key, strict.Part{Kind: "seeds/looked-at"})
		}
		c.known(topicsFile, strict.Join(path, key), given[key], known, want)
	}
}

// checkThresholds checks that each threshold is there, and no other.
func (c *checker) checkThresholds() {
	want := strict.Part{Kind: "seeds/a-readiness-rule"}
	there := drejebog.IDsOf(c.thresholds, func(r *threshold) string { return r.ID })
	for i := range c.thresholds {
		c.known(topicsFile, fmt.Sprintf("rules[%d].id", i), c.thresholds[i].ID, thresholds, want)
	}
	for _, id := range thresholds {
		if !slices.Contains(there, id) {
			c.fault(topicsFile, "rules", strict.Part{Kind: "seeds/absent"}, strict.Part{Kind: "seeds/yardstick-called", Values: map[string]any{"id": id}})
		}
	}
}

// requirement checks a row of what can be prepared.
func (c *checker) requirement(path string, r *requirements.Requirement) {
	categories := drejebog.IDsOf(c.book.Categories, func(x *drejebog.Category) string { return x.ID })
	parties := drejebog.IDsOf(c.book.Parties, func(x *drejebog.Party) string { return x.ID })
	c.known(preparationFile, path+".category", r.Category, categories, strict.Part{Kind: "seeds/a-category"})
	c.known(preparationFile, path+".responsible", r.Responsible, c.roles(), wantRole)
	c.known(preparationFile, path+".executor", r.Executor, slices.Concat(c.roles(), parties), wantRole)
	c.known(preparationFile, path+".step", r.Step, c.book.StepIDs(), wantStep)
	c.known(preparationFile, path+".section", r.Section, c.sections(), wantSection)
	for i, project := range r.Projects {
		c.known(preparationFile, strict.Index(path+".projects", i), project, c.projects(), wantProject)
	}
}
