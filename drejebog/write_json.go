package drejebog

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// WriteJSON writes the playbook as a catalogue: activities with windows and
// steps, milestones, dependencies, cases and projects, with texts in the
// language. Dates are ISO or null, lists never null, and the order is the
// playbook's own. The differences, from Diff, are written as they are given.
func (b *Playbook) WriteJSON(w io.Writer, language lang.Lang, differences []Difference) error {
	j := jsonWriter{book: b, language: language}
	out := jsonCatalogue{
		Edition:      b.Edition.Number,
		Date:         b.Known.String(),
		Activities:   mapTo(b.Activities, j.activity),
		Milestones:   mapTo(b.Milestones, j.milestone),
		Dependencies: mapTo(b.Dependencies, j.dependency),
		Cases:        mapTo(b.Cases, j.aCase),
		Projects:     mapTo(b.Projects, j.project),
		Editions:     mapTo(b.Editions, j.edition),
		Options:      mapTo(b.Options, j.option),
		Contacts:     mapTo(b.Contacts, j.contact),
		Documents:    mapTo(b.Documents, j.document),
		Notes:        mapTo(b.Notes, j.note),
		Differences:  mapTo(differences, j.difference),
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

type jsonCatalogue struct {
	Edition      string           `json:"edition"`
	Date         string           `json:"date"`
	Activities   []jsonActivity   `json:"activities"`
	Milestones   []jsonMilestone  `json:"milestones"`
	Dependencies []jsonDependency `json:"dependencies"`
	Cases        []jsonCase       `json:"cases"`
	Projects     []jsonProject    `json:"projects"`
	Editions     []jsonEdition    `json:"editions"`
	Options      []jsonOption     `json:"options"`
	Contacts     []jsonContact    `json:"contacts"`
	Documents    []jsonDocument   `json:"documents"`
	Notes        []jsonNote       `json:"notes"`
	Differences  []jsonDifference `json:"differences"`
}

type jsonActivity struct {
	ID        string         `json:"id"`
	Title     string         `json:"title"`
	Theme     Theme          `json:"theme"`
	Scope     Scope          `json:"scope"`
	Projects  []string       `json:"projects"`
	Systems   []string       `json:"systems"`
	Windows   []jsonWindow   `json:"windows"`
	Since     string         `json:"since"`
	Certainty Certainty      `json:"certainty"`
	Changed   []string       `json:"changed"`
	Addenda   []jsonAddendum `json:"addenda"`
	Closed    *string        `json:"closed"`
	Actors    jsonActors     `json:"actors"`
	Steps     []jsonStep     `json:"steps"`
	Notes     []string       `json:"notes"`
}

type jsonActors struct {
	Kommune  string `json:"kommune"`
	KOMBIT   string `json:"KOMBIT"`
	Supplier string `json:"supplier"`
}

type jsonWindow struct {
	ID         string     `json:"id"`
	Start      *string    `json:"start"`
	End        *string    `json:"end"`
	Kind       EndKind    `json:"kind"`
	Obligation Obligation `json:"obligation"`
	Text       string     `json:"text"`
	Since      string     `json:"since"`
	AsOf       *string    `json:"asOf"`
}

type jsonAddendum struct {
	Date string `json:"date"`
	What string `json:"what"`
}

type jsonStep struct {
	ID         string        `json:"id"`
	Instances  []string      `json:"instances"`
	Name       string        `json:"name"`
	Window     string        `json:"window"`
	Scope      Scope         `json:"scope"`
	Projects   []string      `json:"projects"`
	Systems    []string      `json:"systems"`
	Obligation Obligation    `json:"obligation"`
	Role       *string       `json:"role"`
	Anchor     Anchor        `json:"anchor"`
	AsLate     bool          `json:"asLate"`
	Duration   *jsonDuration `json:"duration"`
	Effort     *jsonEffort   `json:"effort"`
	Since      string        `json:"since"`
	Certainty  Certainty     `json:"certainty"`
	Why        string        `json:"why"`
}

type jsonDuration struct {
	Low       int       `json:"low"`
	Likely    int       `json:"likely"`
	High      int       `json:"high"`
	Certainty Certainty `json:"certainty"`
	Why       string    `json:"why"`
}

type jsonEffort struct {
	From  string `json:"from"`
	Until string `json:"until"`
}

type jsonMilestone struct {
	ID        string        `json:"id"`
	Instances []string      `json:"instances"`
	Name      string        `json:"name"`
	Kind      MilestoneKind `json:"kind"`
	Actor     string        `json:"actor"`
	Scope     Scope         `json:"scope"`
	Projects  []string      `json:"projects"`
	Systems   []string      `json:"systems"`
	Hard      bool          `json:"hard"`
	Promised  *jsonDated    `json:"promised"`
	Delivered *jsonDated    `json:"delivered"`
	Offset    *jsonOffset   `json:"offset"`
	Section   string        `json:"section"`
	Since     string        `json:"since"`
	Certainty Certainty     `json:"certainty"`
	Why       string        `json:"why"`
}

type jsonDated struct {
	Start     *string   `json:"start"`
	End       *string   `json:"end"`
	Text      string    `json:"text"`
	Certainty Certainty `json:"certainty"`
}

type jsonOffset struct {
	Milestone string    `json:"milestone"`
	Months    int       `json:"months"`
	Days      int       `json:"days"`
	Certainty Certainty `json:"certainty"`
}

type jsonDependency struct {
	From      string    `json:"from"`
	To        string    `json:"to"`
	Type      LinkType  `json:"type"`
	Lag       jsonLag   `json:"lag"`
	Soft      bool      `json:"soft"`
	Certainty Certainty `json:"certainty"`
	Section   string    `json:"section"`
	Since     string    `json:"since"`
	Why       string    `json:"why"`
}

type jsonLag struct {
	Value int      `json:"value"`
	Unit  LagUnit  `json:"unit"`
	From  CountEnd `json:"from"`
}

type jsonCase struct {
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	What     string         `json:"what"`
	Since    string         `json:"since"`
	Changed  []string       `json:"changed"`
	Addenda  []jsonAddendum `json:"addenda"`
	Sections []string       `json:"sections"`
	Kommuner []string       `json:"kommuner"`
}

type jsonProject struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	FullName string   `json:"fullName"`
	Aliases  []string `json:"aliases"`
	Replaces []string `json:"replaces"`
}

type jsonEdition struct {
	Number  string   `json:"number"`
	Date    string   `json:"date"`
	What    string   `json:"what"`
	Added   []string `json:"added"`
	Changed []string `json:"changed"`
}

type jsonOption struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Section  string   `json:"section"`
	Projects []string `json:"projects"`
}

type jsonContact struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	What     string   `json:"what"`
	Sections []string `json:"sections"`
}

type jsonDocument struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	By       string   `json:"by"`
	Sections []string `json:"sections"`
	Since    string   `json:"since"`
}

type jsonNote struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Sections []string `json:"sections"`
}

type jsonDifference struct {
	Kind    DifferenceKind `json:"kind"`
	Edition string         `json:"edition"`
	ID      string         `json:"id"`
	Title   string         `json:"title"`
	What    string         `json:"what"`
}

// jsonWriter turns entries into what is written.
type jsonWriter struct {
	book     *Playbook
	language lang.Lang
}

// mapTo makes a list that is never nil.
func mapTo[T, U any](list []T, f func(*T) U) []U {
	out := make([]U, len(list))
	for i := range list {
		out[i] = f(&list[i])
	}
	return out
}

// listed makes a list of words that is never nil.
func listed(words []string) []string { return append([]string{}, words...) }

func orNull(word string) *string {
	if word == "" {
		return nil
	}
	return &word
}

func isoOrNull(day date.Date, known bool) *string {
	if !known {
		return nil
	}
	return orNull(day.String())
}

func (j jsonWriter) names(projects []string) []string {
	names := make([]string, len(projects))
	for i, id := range projects {
		names[i] = id
		if p := j.book.Project(id); p != nil {
			names[i] = p.Name
		}
	}
	return names
}

func (j jsonWriter) activity(a *Activity) jsonActivity {
	out := jsonActivity{
		ID: a.ID, Title: a.Title.In(j.language), Theme: a.Theme, Scope: a.Scope,
		Projects: j.names(j.book.ProjectsOf(a)), Systems: listed(a.Systems),
		Windows: mapTo(a.Windows, j.window), Since: a.Since, Certainty: a.Certainty,
		Changed: mapTo(a.Changed, func(c *Change) string { return c.Edition }),
		Addenda: mapTo(a.Addenda, j.addendum),
		Actors:  jsonActors{a.Actors.Kommune.In(j.language), a.Actors.KOMBIT.In(j.language), a.Actors.Supplier.In(j.language)},
		Steps:   mapTo(a.Steps, func(s *Step) jsonStep { return j.step(a, s) }),
		Notes:   j.notesOn(a),
	}
	if a.Closed != nil {
		out.Closed = isoOrNull(a.Closed.On, true)
	}
	return out
}

// notesOn are the remarks to an activity: its own, then those of the whole
// playbook that name it.
func (j jsonWriter) notesOn(a *Activity) []string {
	notes := mapTo(a.Notes, func(n *NoteOnEntry) string { return n.Text.In(j.language) })
	for i := range j.book.Notes {
		if n := &j.book.Notes[i]; slices.Contains(n.Sections, a.ID) {
			notes = append(notes, n.Text.In(j.language))
		}
	}
	return notes
}

func (j jsonWriter) window(w *Window) jsonWindow {
	out := jsonWindow{
		ID: w.ID, End: isoOrNull(w.End.Last, w.End.Closed()), Kind: w.Kind, Obligation: w.Obligation,
		Text: w.Printed(), Since: w.Since, AsOf: orNull(w.AsOf),
	}
	if w.Start != nil {
		out.Start = isoOrNull(w.Start.First, true)
	}
	return out
}

func (j jsonWriter) addendum(a *Addendum) jsonAddendum {
	return jsonAddendum{Date: a.Date.String(), What: a.What.In(j.language)}
}

func (j jsonWriter) step(a *Activity, s *Step) jsonStep {
	scope, projects, systems := a.ScopeOf(s)
	out := jsonStep{
		ID: a.StepID(s), Instances: j.instances(a.StepID(s), scope, projects, systems), Name: s.Name.In(j.language), Scope: scope, Projects: j.names(projects), Systems: listed(systems),
		Obligation: a.ObligationOf(s), Role: orNull(s.Role), Anchor: s.Anchor, AsLate: s.AsLate,
		Since: s.Since, Certainty: s.Certainty, Why: s.Why.In(j.language),
	}
	if w := a.WindowOf(s); w != nil {
		out.Window = w.ID
	}
	if d := s.Duration; d != nil {
		out.Duration = &jsonDuration{d.Low, d.Likely, d.High, d.Certainty, d.Why.In(j.language)}
	}
	if s.Effort != nil {
		out.Effort = &jsonEffort{s.Effort.From, s.Effort.Until}
	}
	return out
}

func (j jsonWriter) milestone(m *Milestone) jsonMilestone {
	out := jsonMilestone{
		ID: m.ID, Instances: j.instances(m.ID, m.Scope, m.Projects, m.Systems), Name: m.Name.In(j.language), Kind: m.Kind, Actor: m.Actor, Scope: m.Scope,
		Projects: j.names(m.Projects), Systems: listed(m.Systems), Hard: m.Hard,
		Promised: j.dated(m.Promised), Delivered: j.dated(m.Delivered),
		Section: m.Section, Since: m.Since, Certainty: m.Certainty, Why: m.Why.In(j.language),
	}
	if o := m.Offset; o != nil {
		out.Offset = &jsonOffset{o.Milestone, o.Months, o.Days, o.Certainty}
	}
	return out
}

// instances are the ids that an entry has in a kommune's network.
func (j jsonWriter) instances(id string, scope Scope, projects, systems []string) []string {
	return mapTo(j.book.spread(id, scope, projects, systems, Local{}), func(n *Node) string { return n.ID })
}

func (j jsonWriter) dated(d *Dated) *jsonDated {
	if d == nil {
		return nil
	}
	known := d.When.Closed()
	return &jsonDated{isoOrNull(d.When.First, known), isoOrNull(d.When.Last, known), d.When.Text, d.Certainty}
}

func (j jsonWriter) dependency(d *Dependency) jsonDependency {
	unit := d.Lag.Unit
	if unit == 0 {
		unit = Workdays
	}
	return jsonDependency{
		From: d.From, To: d.To, Type: d.Type, Lag: jsonLag{d.Lag.Value, unit, d.Lag.From}, Soft: d.Soft,
		Certainty: d.Certainty, Section: d.Section, Since: d.Since, Why: d.Why.In(j.language),
	}
}

func (j jsonWriter) aCase(c *Case) jsonCase {
	return jsonCase{
		ID: c.ID, Title: c.Title.In(j.language), What: c.What.In(j.language), Since: c.Since,
		Changed: mapTo(c.Changed, func(ch *Change) string { return ch.Edition }), Addenda: mapTo(c.Addenda, j.addendum),
		Sections: listed(c.Sections), Kommuner: listed(c.Kommuner),
	}
}

func (j jsonWriter) project(p *Project) jsonProject {
	out := jsonProject{ID: p.ID, Name: p.Name, FullName: p.FullName.In(j.language), Aliases: listed(p.Aliases), Replaces: []string{}}
	for i := range j.book.Systems {
		if s := &j.book.Systems[i]; s.Project == p.ID {
			out.Replaces = append(out.Replaces, s.Name)
		}
	}
	return out
}

func (j jsonWriter) edition(e *Edition) jsonEdition {
	return jsonEdition{e.Number, e.Date.String(), e.What.In(j.language), listed(e.Added), listed(e.Changed)}
}

func (j jsonWriter) option(o *Option) jsonOption {
	return jsonOption{o.ID, o.Name.In(j.language), o.Section, j.names(o.Projects)}
}

func (j jsonWriter) contact(c *ContactRole) jsonContact {
	return jsonContact{c.ID, c.Name.In(j.language), c.What.In(j.language), listed(c.Sections)}
}

func (j jsonWriter) document(d *Document) jsonDocument {
	return jsonDocument{d.ID, d.Title.In(j.language), d.By, listed(d.Sections), d.Since}
}

func (j jsonWriter) note(n *Note) jsonNote {
	return jsonNote{n.ID, n.Text.In(j.language), listed(n.Sections)}
}

func (j jsonWriter) difference(d *Difference) jsonDifference {
	return jsonDifference{d.Kind, d.Edition, d.ID, d.Title.In(j.language), d.What.In(j.language)}
}
