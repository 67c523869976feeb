package drejebog

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Catalogue is a playbook as its JSON has it: activities with windows and steps,
// milestones, dependencies, cases and projects, in the playbook's own order.
type Catalogue struct {
	Book        *Playbook
	Differences []Difference // from Diff; none where none were asked for
}

// MarshalJSON is the form that seeds/schema/catalogue.schema.json describes.
func (c Catalogue) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON is that of the playbook's Catalogue.
func (b Playbook) MarshalJSON() ([]byte, error) { return form.JSON(Catalogue{Book: &b}) }

type catalogueForm struct {
	Head
	Date         date.Date       `json:"date"`
	Activities   []activityForm  `json:"activities"`
	Milestones   []milestoneForm `json:"milestones"`
	Dependencies []Dependency    `json:"dependencies"`
	Cases        []Case          `json:"cases"`
	Projects     []projectForm   `json:"projects"`
	Editions     []Edition       `json:"editions"`
	Options      []optionForm    `json:"options"`
	Contacts     []ContactRole   `json:"contacts"`
	Documents    []Document      `json:"documents"`
	Notes        []Note          `json:"notes"`
	Differences  []Difference    `json:"differences"`
}

// Form is the whole with the names that the book has for its ids.
func (c Catalogue) Form() any {
	b := c.Book
	if b == nil {
		return catalogueForm{}
	}
	return catalogueForm{
		Head: b.Head("catalogue"), Date: b.Known,
		Activities: mapTo(b.Activities, b.activityForm), Milestones: mapTo(b.Milestones, b.milestoneForm),
		Dependencies: b.Dependencies, Cases: b.Cases, Projects: mapTo(b.Projects, b.projectForm),
		Editions: b.Editions, Options: mapTo(b.Options, b.optionForm),
		Contacts: b.Contacts, Documents: b.Documents, Notes: b.Notes, Differences: c.Differences,
	}
}

type activityForm struct {
	ID       string    `json:"id" form:"set"`
	Title    lang.Text `json:"title" form:"set"`
	Theme    Theme     `json:"theme" form:"set"`
	Scope    Scope     `json:"scope" form:"set"`
	Projects []string  `json:"projects"` // names
	Systems  []string  `json:"systems"`
	Windows  []Window  `json:"windows"`
	Provenance
	AssumedFor *AssumedScope `json:"assumedFor"`
	Changed    []Change      `json:"changed"`
	Addenda    []Addendum    `json:"addenda"`
	Closed     *date.Date    `json:"closed"`
	Actors     Actors        `json:"actors"`
	Steps      []stepForm    `json:"steps"`
	Notes      []lang.Text   `json:"notes"`
}

func (b *Playbook) activityForm(a *Activity) activityForm {
	f := activityForm{
		ID: a.ID, Title: a.Title, Theme: a.Theme, Scope: a.Scope, Projects: b.names(b.ProjectsOf(a)), Systems: a.Systems,
		Windows: a.Windows, Provenance: a.Provenance, AssumedFor: a.AssumedFor, Changed: a.Changed, Addenda: a.Addenda, Actors: a.Actors,
		Steps: mapTo(a.Steps, func(s *Step) stepForm { return b.stepForm(a, s) }), Notes: b.NotesOn(a),
	}
	if a.Closed != nil {
		f.Closed = &a.Closed.On
	}
	return f
}

// names are the names of projects.
func (b *Playbook) names(projects []string) []string {
	names := slices.Clone(projects)
	for i, id := range projects {
		if p := b.Project(id); p != nil {
			names[i] = p.Name
		}
	}
	return names
}

// NotesOn returns the remarks to an activity: its own, then those of the whole
// playbook that name it.
func (b *Playbook) NotesOn(a *Activity) []lang.Text {
	notes := mapTo(a.Notes, func(n *NoteOnEntry) lang.Text { return n.Text })
	for i := range b.Notes {
		if slices.Contains(b.Notes[i].Sections, a.ID) {
			notes = append(notes, b.Notes[i].Text)
		}
	}
	return notes
}

type stepForm struct {
	ID         string     `json:"id" form:"set"`
	Instances  []string   `json:"instances"` // ids in a kommune's network
	Name       lang.Text  `json:"name" form:"set"`
	Window     string     `json:"window"`
	Scope      Scope      `json:"scope" form:"set"`
	Projects   []string   `json:"projects"` // names
	Systems    []string   `json:"systems"`
	Obligation Obligation `json:"obligation"`
	Role       string     `json:"role"`
	Anchor     string     `json:"anchor" form:"set"` // id of the milestone that its window moves with, or "calendar"
	AsLate     bool       `json:"asLate"`            // planned by a day that is counted back from a milestone
	Targets    []Target   `json:"targets"`
	Duration   *Duration  `json:"duration"`
	Effort     *Effort    `json:"effort"`
	Provenance
}

func (b *Playbook) stepForm(a *Activity, s *Step) stepForm {
	scope, projects, systems := a.ScopeOf(s)
	id := a.StepID(s)
	f := stepForm{
		ID: id, Instances: b.instances(id, scope, projects, systems), Name: s.Name, Scope: scope, Projects: b.names(projects), Systems: systems,
		Obligation: a.ObligationOf(s), Role: s.Role, Anchor: onCalendar, AsLate: slices.ContainsFunc(s.Targets, func(t Target) bool { return t.CountsBack() }), Targets: s.Targets, Duration: s.Duration, Effort: s.Effort,
		Provenance: s.Provenance,
	}
	if w := a.WindowOf(s); w != nil {
		f.Window = w.ID
	}
	if row := a.MovesWith(s, ""); row != nil {
		f.Anchor = row.Milestone
	}
	return f
}

// onCalendar stands for a milestone where the printed window moves with none.
const onCalendar = "calendar"

// instances are the ids that an entry has in a kommune's network.
func (b *Playbook) instances(id string, scope Scope, projects, systems []string) []string {
	return mapTo(b.spread(id, scope, projects, systems, Local{}), func(n *Node) string { return n.ID })
}

type milestoneForm struct {
	ID        string        `json:"id" form:"set"`
	Instances []string      `json:"instances"` // ids in a kommune's network
	Name      lang.Text     `json:"name" form:"set"`
	Kind      MilestoneKind `json:"kind" form:"set"`
	Actor     string        `json:"actor"`
	Scope     Scope         `json:"scope" form:"set"`
	Projects  []string      `json:"projects"` // names
	Systems   []string      `json:"systems"`
	Hard      bool          `json:"hard"`
	Promised  *Dated        `json:"promised"`
	Earlier   []Dated       `json:"earlier"`
	Delivered *Dated        `json:"delivered"`
	Offset    *Offset       `json:"offset"`
	Target    *Target       `json:"target"`
	Dates     []datesForm   `json:"dates"` // of the instances that something dates
	Provenance
}

// datesForm is when one instance of a milestone lies and how sure that is: as the
// weakest of what it is counted from.
type datesForm struct {
	Instance  string    `json:"instance" form:"set"`
	Start     date.Date `json:"start"`
	End       date.Date `json:"end"`
	Certainty Certainty `json:"certainty" form:"set"`
}

func (b *Playbook) milestoneForm(m *Milestone) milestoneForm {
	var dates []datesForm
	nodes := b.spread(m.ID, m.Scope, m.Projects, m.Systems, Local{})
	for i := range nodes {
		nodes[i].Milestone = m
		if days, certainty, ok := b.CertainDatesOf(&nodes[i], nil); ok {
			dates = append(dates, datesForm{nodes[i].ID, days.First, days.Last, certainty})
		}
	}
	return milestoneForm{
		ID: m.ID, Instances: b.instances(m.ID, m.Scope, m.Projects, m.Systems), Name: m.Name, Kind: m.Kind, Actor: m.Actor, Scope: m.Scope,
		Projects: b.names(m.Projects), Systems: m.Systems, Hard: m.Hard, Promised: m.Promised, Earlier: m.Earlier, Delivered: m.Delivered, Offset: m.Offset,
		Target: m.Target, Dates: dates,
		Provenance: m.Provenance,
	}
}

type projectForm struct {
	ID       string    `json:"id" form:"set"`
	Name     string    `json:"name" form:"set"`
	FullName lang.Text `json:"fullName"`
	Aliases  []string  `json:"aliases"`
	Replaces []string  `json:"replaces"` // names of legacy systems
}

func (b *Playbook) projectForm(p *Project) projectForm {
	f := projectForm{ID: p.ID, Name: p.Name, FullName: p.FullName, Aliases: p.Aliases}
	for i := range b.Systems {
		if b.Systems[i].Project == p.ID {
			f.Replaces = append(f.Replaces, b.Systems[i].Name)
		}
	}
	return f
}

type optionForm struct {
	ID       string    `json:"id" form:"set"`
	Name     lang.Text `json:"name" form:"set"`
	Projects []string  `json:"projects"` // names
	Provenance
}

func (b *Playbook) optionForm(o *Option) optionForm {
	return optionForm{o.ID, o.Name, b.names(o.Projects), o.Provenance}
}

// mapTo maps a list.
func mapTo[T, U any](list []T, f func(*T) U) []U {
	mapped := make([]U, len(list))
	for i := range list {
		mapped[i] = f(&list[i])
	}
	return mapped
}
