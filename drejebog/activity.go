package drejebog

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Activity is a dated section of the playbook, 4.1 to 6.6.
type Activity struct {
	ID         string    `yaml:"id,required"`    // "4.10"
	Title      lang.Text `yaml:"title,required"` // the section's title
	Does       lang.Text `yaml:"does,required"`  // what the kommune does in it: "Uddan brugerne"
	Theme      Theme     `yaml:"theme,required"`
	Scope      Scope     `yaml:"scope,required"`
	Provenance `yaml:",inline"`

	Projects   []string      `yaml:"projects"`   // ids of the projects that it is for; empty: for the kommune as such
	Systems    []string      `yaml:"systems"`    // ids of the legacy systems that it is for
	AssumedFor *AssumedScope `yaml:"assumedFor"` // of the projects, those that the text does not say it is for
	Changed    []Change      `yaml:"changed"`    // oldest first
	Windows    []Window      `yaml:"windows,required"`
	Closed     *Closure      `yaml:"closed"`
	Addenda    []Addendum    `yaml:"addenda"` // oldest first
	Actors     Actors        `yaml:"actors,required"`
	Steps      []Step        `yaml:"steps,required"`
	Notes      []NoteOnEntry `yaml:"notes"`
}

// AssumedScope are projects that a section is for by our assumption. What rests on
// it breaks no rule of the playbook.
type AssumedScope struct {
	Projects []string  `yaml:"projects,required" json:"projects"` // ids
	Why      lang.Text `yaml:"why,required" json:"why"`
}

// isAssumedFor reports whether only our assumption has the activity for a project.
func (a *Activity) isAssumedFor(project string) bool {
	return a != nil && a.AssumedFor != nil && slices.Contains(a.AssumedFor.Projects, project)
}

// RestsOnAssumedScope reports whether a step, or a milestone of a section, is for its
// project by our assumption only.
func (b *Playbook) RestsOnAssumedScope(n *Node) bool {
	switch {
	case n.Activity != nil:
		return n.Activity.isAssumedFor(n.Project)
	case n.Milestone != nil:
		return b.Activity(n.Milestone.Section).isAssumedFor(n.Project)
	}
	return false
}

// Scope says how often an activity or a step is done in one kommune.
type Scope uint8

// The scopes.
const (
	PerKommune  Scope = iota + 1 // once
	PerProject                   // once for each project that it is for
	PerSystem                    // once for each legacy system that it is for
	PerContract                  // once for each contract on a legacy system; without local data one per system
	PerAddOn                     // once for each add-on that the kommune is offered; without local data none
)

var scopeNames = [...]string{PerKommune: "kommune", PerProject: "project", PerSystem: "system", PerContract: "contract", PerAddOn: "addon"}

// String returns the scope's name in the data and in JSON.
func (s Scope) String() string { return strict.NameOf(s, scopeNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s Scope) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "kommune", "project", "system", "contract" or "addon".
func (s *Scope) UnmarshalText(text []byte) error { return strict.ReadName(s, text, scopeNames[:]) }

// Theme is one of the playbook's three chapters of activities.
type Theme uint8

// The themes: chapters 4, 5 and 6.
const (
	Organisation Theme = iota + 1
	Technology
	Procurement
)

var themeNames = [...]string{Organisation: "organisation", Technology: "technology", Procurement: "procurement"}

// String returns the theme's name in the data and in JSON.
func (t Theme) String() string { return strict.NameOf(t, themeNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (t Theme) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "organisation", "technology" or "procurement".
func (t *Theme) UnmarshalText(text []byte) error { return strict.ReadName(t, text, themeNames[:]) }

// Window is a pair of expected start and end as the playbook prints it.
type Window struct {
	ID         string     `yaml:"id,required"` // "4.10", "4.4/2015"
	Start      *Period    `yaml:"start"`       // nil where none is printed
	End        Period     `yaml:"end,required"`
	Kind       EndKind    `yaml:"kind,required"`       // of the end; a start is always expected
	Obligation Obligation `yaml:"obligation,required"` // what the kommune has to do in it
	Duty       Certainty  `yaml:"duty"`                // of the obligation; zero: the text states it
	Does       lang.Text  `yaml:"does"`                // what is done in it, where that is other than in the activity's other windows
	Since      string     `yaml:"since,required"`      // edition
	Why        lang.Text  `yaml:"why"`                 // what shows the kind or the obligation
	AsOf       string     `yaml:"-"`                   // set by Playbook.At: the later edition whose text this is, since the one asked for is lost
}

// DutyCertainty is how sure it is that the obligation is one: stated where nothing else is said.
func (w *Window) DutyCertainty() Certainty { return cmp.Or(w.Duty, Stated) }

// Written is the window as it is printed, "Juni 2013 – Fortløbende opgave", and
// the same in English, "June 2013 – ongoing".
func (w *Window) Written() lang.Text {
	if w.Start == nil {
		return w.End.Written()
	}
	return lang.Joined(" – ", w.Start.Written(), w.End.Written())
}

// EndKind tells a deadline from an expectation.
type EndKind uint8

// The kinds. Missing a Frist is an error, missing a Forventet a note.
const (
	Forventet EndKind = iota + 1
	Frist
)

var endKindNames = [...]string{Forventet: "forventet", Frist: "frist"}

// String returns "forventet" or "frist".
func (k EndKind) String() string { return strict.NameOf(k, endKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k EndKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "forventet" or "frist".
func (k *EndKind) UnmarshalText(text []byte) error { return strict.ReadName(k, text, endKindNames[:]) }

// Obligation says with which verb the playbook asks.
type Obligation uint8

// The obligations, from the weakest.
const (
	Offered     Obligation = iota + 1 // a tool or an option
	Recommended                       // "bør", "opfordres"
	Required                          // "skal"
)

var obligationNames = [...]string{Offered: "offered", Recommended: "recommended", Required: "required"}

// String returns "offered", "recommended" or "required".
func (o Obligation) String() string { return strict.NameOf(o, obligationNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (o Obligation) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads "offered", "recommended" or "required".
func (o *Obligation) UnmarshalText(text []byte) error {
	return strict.ReadName(o, text, obligationNames[:])
}

// Change is what a later edition changed in a section or a case.
type Change struct {
	Edition string    `yaml:"edition,required"`
	What    lang.Text `yaml:"what,required"`
}

// Addendum is a dated addition to a section's text. It is known from its own
// date, which may lie some days before the edition that carries it.
type Addendum struct {
	Date date.Date `yaml:"date,required" json:"date"`
	What lang.Text `yaml:"what,required" json:"what" form:"set"`

	Kommuner []string `yaml:"kommuner" json:"-"` // codes of the kommuner that came to a case with it
}

// Closure ends an activity that was printed as continuous.
type Closure struct {
	On       date.Date `yaml:"on,required"`       // last day of the activity
	Addendum date.Date `yaml:"addendum,required"` // the addendum that says so: open as seen before it
	What     lang.Text `yaml:"what,required"`
}

// Actors says what each party does in an activity.
type Actors struct {
	Kommune  lang.Text `yaml:"kommune,required" json:"kommune" form:"set"`
	KOMBIT   lang.Text `yaml:"KOMBIT,required" json:"KOMBIT" form:"set"`
	Supplier lang.Text `yaml:"supplier,required" json:"supplier" form:"set"` // the supplier of the new system, or the old one where the text says so
	Later    []Later   `yaml:"later" json:"-"`                               // what editions put in the place of these, oldest first; none where an edition was cut out
}

// Later is what an edition tells of the parties in an activity, in the place of
// what was told before; an empty text leaves that.
type Later struct {
	Since    string    `yaml:"since,required"` // edition
	Kommune  lang.Text `yaml:"kommune"`
	KOMBIT   lang.Text `yaml:"KOMBIT"`
	Supplier lang.Text `yaml:"supplier"`
}

// at are the actors as an edition tells of them.
func (a Actors) at(had func(edition string) bool) Actors {
	for _, later := range a.Later {
		if !had(later.Since) {
			continue
		}
		for _, text := range []struct {
			now  *lang.Text
			then lang.Text
		}{{&a.Kommune, later.Kommune}, {&a.KOMBIT, later.KOMBIT}, {&a.Supplier, later.Supplier}} {
			if !text.then.IsZero() {
				*text.now = text.then
			}
		}
	}
	a.Later = nil
	return a
}

// NoteOnEntry is a remark to one entry: a slip of the source, or a reading of it.
type NoteOnEntry struct {
	Since string    `yaml:"since"` // edition; empty: since the entry
	Text  lang.Text `yaml:"text,required"`
}

// Step is a part of an activity that the text names or needs. Edges join
// steps and milestones, never whole activities.
type Step struct {
	ID         string    `yaml:"id,required"` // the part after the slash: "superbrugere"
	Name       lang.Text `yaml:"name,required"`
	Provenance `yaml:",inline"`

	Window     string     `yaml:"window"`     // id of the printed window; empty: the activity's first
	Expected   *Expected  `yaml:"expected"`   // a window of its own where the printed one is not its
	Scope      Scope      `yaml:"scope"`      // zero: the activity's
	Projects   []string   `yaml:"projects"`   // nil: the activity's
	Systems    []string   `yaml:"systems"`    // nil: the activity's
	Obligation Obligation `yaml:"obligation"` // zero: the window's, see ObligationOf
	Role       string     `yaml:"role"`       // id of the role that answers for it
	Targets    []Target   `yaml:"targets"`    // where it is planned, by project; none: after what it follows
	Duration   *Duration  `yaml:"duration"`   // nil only for level of effort
	Effort     *Effort    `yaml:"effort"`     // level of effort: spans others, no float, never critical
}

// Expected is a step's own expected window, read out of the section's prose.
type Expected struct {
	Start     *Period   `yaml:"start"`
	End       *Period   `yaml:"end"`
	Certainty Certainty `yaml:"certainty,required"`
	Why       lang.Text `yaml:"why,required"`
}

// Duration is a step's length in Danish working days. The playbook gives no
// durations: each is ours, shorter than the window, with its reasoning.
type Duration struct {
	Low       int       `yaml:"low,required" json:"low"`       // working days
	Likely    int       `yaml:"likely,required" json:"likely"` // working days
	High      int       `yaml:"high,required" json:"high"`     // working days
	Certainty Certainty `yaml:"certainty,required" json:"certainty" form:"set"`
	Why       lang.Text `yaml:"why,required" json:"why"`
}

// Effort says what a level-of-effort step spans. Ids of steps or milestones
// without scope; each instance spans the instances that share its project.
type Effort struct {
	From  string `yaml:"from,required" json:"from" form:"set"`   // begins when this finishes
	Until string `yaml:"until,required" json:"until" form:"set"` // ends when this finishes
}

// StepID returns the full id of a step of the activity: "4.10/superbrugere".
func (a *Activity) StepID(s *Step) string { return a.ID + "/" + s.ID }

// StepIDs returns the ids of all steps of the playbook, in its order.
func (b *Playbook) StepIDs() []string {
	var ids []string
	for i := range b.Activities {
		a := &b.Activities[i]
		for j := range a.Steps {
			ids = append(ids, a.StepID(&a.Steps[j]))
		}
	}
	return ids
}

// window returns the window with the id, or nil.
func (a *Activity) window(id string) *Window {
	for i := range a.Windows {
		if a.Windows[i].ID == id {
			return &a.Windows[i]
		}
	}
	return nil
}

// WindowOf returns the printed window that a step belongs to.
func (a *Activity) WindowOf(s *Step) *Window {
	if s.Window != "" {
		return a.window(s.Window)
	}
	if len(a.Windows) == 0 {
		return nil
	}
	return &a.Windows[0]
}

// ObligationOf returns the obligation of a step: its own or its window's. A step
// is required with its window only where the text states both the step and the duty;
// otherwise that it has to be done is ours, and it is 0 there.
func (a *Activity) ObligationOf(s *Step) Obligation {
	if s.Obligation != 0 {
		return s.Obligation
	}
	if w := a.WindowOf(s); w != nil && (w.Obligation != Required || s.Certainty.Weaker(w.Duty) == Stated) {
		return w.Obligation
	}
	return 0
}

// Serves returns the obligation that a step is done for: its own, or that of its
// window, also where the step is ours.
func (a *Activity) Serves(s *Step) Obligation {
	if w := a.WindowOf(s); s.Obligation == 0 && w != nil {
		return w.Obligation
	}
	return s.Obligation
}
