package drejebog

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Project is one of the shared systems: KY, KSD, SAPA, Støttesystemerne,
// Serviceplatformen.
type Project struct {
	ID         string    `yaml:"id,required"`   // "stoettesystemerne"
	Name       string    `yaml:"name,required"` // "Støttesystemerne"
	FullName   lang.Text `yaml:"fullName,required"`
	Aliases    []string  `yaml:"aliases"`
	Provenance `yaml:",inline"`
}

// LegacySystem is one of KMD's monopoly systems.
type LegacySystem struct {
	ID         string   `yaml:"id,required"` // "kmd-sag"
	Name       string   `yaml:"name,required"`
	Aliases    []string `yaml:"aliases"`
	Project    string   `yaml:"project,required"` // id of the project that replaces it
	Provenance `yaml:",inline"`
}

// Party is somebody who does something in the playbook: the kommune, KOMBIT,
// a supplier, KMD, KL and others.
type Party struct {
	ID         string    `yaml:"id,required"` // "kombit"
	Name       lang.Text `yaml:"name,required"`
	Provenance `yaml:",inline"`
}

// ContactRole is a person that the playbook asks a kommune to have, or one of
// somebody else's that a kommune can ask.
type ContactRole struct {
	ID         string    `yaml:"id,required" json:"id" form:"set"`
	Name       lang.Text `yaml:"name,required" json:"name" form:"set"`
	Party      string    `yaml:"party" json:"party"` // id of the party whose person it is; "": the kommune's own
	Sections   []string  `yaml:"sections,required" json:"sections"`
	What       lang.Text `yaml:"what,required" json:"what"`
	Provenance `yaml:",inline"`
}

// Option is something that a kommune can buy. None has a price in the
// playbook: it cannot be estimated until it is priced.
type Option struct {
	ID         string    `yaml:"id,required"`
	Name       lang.Text `yaml:"name,required"`
	Projects   []string  `yaml:"projects"` // nil: the section's
	Provenance `yaml:",inline"`
}

// Role is somebody in the kommune's project organisation.
type Role struct {
	ID         string    `yaml:"id,required"`
	Name       lang.Text `yaml:"name,required"`
	What       lang.Text `yaml:"what,required"`
	Headcount  string    `yaml:"headcount"` // id of the driver that says how many have it; "" where those whom a plan names are all
	Provenance `yaml:",inline"`
}

// Driver is a quantity of the kommune's that work scales with.
type Driver struct {
	ID         string    `yaml:"id,required"` // "superusers"
	Name       lang.Text `yaml:"name,required"`
	Unit       lang.Text `yaml:"unit,required"`
	Scope      Scope     `yaml:"scope,required"` // one value per kommune, per project or per system
	Provenance `yaml:",inline"`
}

// Case is an example or an inspiration in chapter 7. It has no dates.
type Case struct {
	ID         string     `yaml:"id,required" json:"id" form:"set"` // "7.1.6"
	Title      lang.Text  `yaml:"title,required" json:"title" form:"set"`
	What       lang.Text  `yaml:"what,required" json:"what"`
	Sections   []string   `yaml:"sections" json:"sections"` // the activities that it helps with
	Kommuner   []string   `yaml:"kommuner" json:"kommuner"` // codes of the kommuner behind it
	Changed    []Change   `yaml:"changed" json:"changed"`
	Addenda    []Addendum `yaml:"addenda" json:"addenda"`
	Provenance `yaml:",inline"`
}

// behind are the kommuner behind a case with those that its addenda tell of, in the order
// of their codes.
func (c *Case) behind() []string {
	all := slices.Clone(c.Kommuner)
	for i := range c.Addenda {
		all = append(all, c.Addenda[i].Kommuner...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Document is something that the playbook points to; its content is not here.
type Document struct {
	ID         string    `yaml:"id,required" json:"id" form:"set"`
	Title      lang.Text `yaml:"title,required" json:"title" form:"set"`
	By         string    `yaml:"by,required" json:"by"`             // id of the party that made it
	Sections   []string  `yaml:"sections,required" json:"sections"` // where it is pointed to
	Kommuner   []string  `yaml:"kommuner" json:"kommuner"`          // codes of the kommuner that it was made with, where the text names them
	Provenance `yaml:",inline"`
}

// Note records a slip of the source, or a reading of it that a kommune should
// know of.
type Note struct {
	ID         string    `yaml:"id,required" json:"id" form:"set"`
	Sections   []string  `yaml:"sections,required" json:"sections"`
	Text       lang.Text `yaml:"text,required" json:"text" form:"set"`
	Provenance `yaml:",inline"`
}

// Category is a kind of requirement that a kommune has to meet before it can
// receive a system.
type Category struct {
	ID         string       `yaml:"id,required"` // "migrering"
	Name       lang.Text    `yaml:"name,required"`
	What       lang.Text    `yaml:"what,required"`
	Kind       CategoryKind `yaml:"kind,required"`
	Shows      []string     `yaml:"shows"` // steps that are done where a project's requirements of the kind are met
	Provenance `yaml:",inline"`
}

// CategoryKind tells the eight categories from the themes beside them.
type CategoryKind uint8

// The kinds.
const (
	RequirementCategory CategoryKind = iota + 1
	OverallTheme
)

var categoryKindNames = [...]string{RequirementCategory: "category", OverallTheme: "theme"}

// String returns "category" or "theme".
func (k CategoryKind) String() string { return strict.NameOf(k, categoryKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k CategoryKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "category" or "theme".
func (k *CategoryKind) UnmarshalText(text []byte) error {
	return strict.ReadName(k, text, categoryKindNames[:])
}

// DayOff is a day of each year, or some weeks, in which Danish workplaces close, or may
// close, beside the public holidays in law.
type DayOff struct {
	ID         string    `yaml:"id,required"` // "juleaftensdag"
	Name       lang.Text `yaml:"name,required"`
	Month      int       `yaml:"month"` // 1–12; 0 where weeks are given
	Day        int       `yaml:"day"`   // 1–31; 0 where weeks are given
	Weeks      *Weeks    `yaml:"weeks"` // nil for a day
	Free       bool      `yaml:"free"`  // whether it counts as free when a plan says nothing
	Half       bool      `yaml:"half"`  // whether work stops at noon by most agreements; dates count it as a working day
	Provenance `yaml:",inline"`
}

// Weeks are ISO weeks of a year, both included.
type Weeks struct {
	From int `yaml:"from,required"` // 1–52
	To   int `yaml:"to,required"`
}

// VagueLength is what an imprecise length of the source counts as.
type VagueLength struct {
	Words      string `yaml:"words,required"` // "nogle uger"
	Days       int    `yaml:"days,required"`  // calendar days
	Provenance `yaml:",inline"`
}

// Reminder is how long before a day of a kind a calendar reminds of it.
type Reminder struct {
	Kind       string `yaml:"kind,required"` // of the day: the key of its name under "mark" in the words
	Days       []int  `yaml:"days,required"` // calendar days before, from 0
	Provenance `yaml:",inline"`
}

// QualityCheck is a yardstick that a schedule can be measured by. One of AtMost
// and AtLeast is set.
type QualityCheck struct {
	ID         string           `yaml:"id,required"`
	Name       lang.Text        `yaml:"name,required"`
	What       lang.Text        `yaml:"what,required"` // what is counted
	Unit       QualityUnit      `yaml:"unit,required"`
	AtMost     *decimal.Decimal `yaml:"atMost"`
	AtLeast    *decimal.Decimal `yaml:"atLeast"`
	Provenance `yaml:",inline"`
}

// QualityUnit is what a yardstick is measured in.
type QualityUnit uint8

// The units.
const (
	QualityPercent QualityUnit = iota + 1 // share of the tasks or dependencies that count
	QualityCount                          // a number of tasks or dependencies
	QualityDays                           // working days
	QualityRatio                          // a fraction
)

var qualityUnitNames = [...]string{QualityPercent: "percent", QualityCount: "count", QualityDays: "days", QualityRatio: "ratio"}

// String returns "percent", "count", "days" or "ratio".
func (u QualityUnit) String() string { return strict.NameOf(u, qualityUnitNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (u QualityUnit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads "percent", "count", "days" or "ratio".
func (u *QualityUnit) UnmarshalText(text []byte) error {
	return strict.ReadName(u, text, qualityUnitNames[:])
}

// The forms of entries that need nothing but themselves. Each is the same alone
// and in the catalogue.

// MarshalJSON is the window's form.
func (w Window) MarshalJSON() ([]byte, error) { return form.JSON(w) }

// Form has the window's first and last day, null where it is open.
func (w Window) Form() any {
	f := struct {
		ID         string     `json:"id" form:"set"`
		Start      *date.Date `json:"start"`
		End        *date.Date `json:"end"`
		Kind       EndKind    `json:"kind"`
		Obligation Obligation `json:"obligation"`
		Duty       Certainty  `json:"duty"` // of the obligation
		Text       lang.Text  `json:"text"`
		Since      string     `json:"since"`
		AsOf       string     `json:"asOf"`
	}{ID: w.ID, Kind: w.Kind, Obligation: w.Obligation, Duty: w.DutyCertainty(), Text: w.Written(), Since: w.Since, AsOf: w.AsOf}
	if w.Start != nil {
		f.Start = &w.Start.First
	}
	if w.End.Closed() {
		f.End = &w.End.Last
	}
	return f
}

// Form is the edition that changed the entry.
func (c Change) Form() any { return c.Edition }

// MarshalJSON is the form of a dated period.
func (d Dated) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// Form has the period's first and last day, null where it is open.
func (d Dated) Form() any {
	f := struct {
		Start     *date.Date `json:"start"`
		End       *date.Date `json:"end"`
		Text      string     `json:"text"`
		Certainty Certainty  `json:"certainty"`
	}{Text: d.When.Text, Certainty: d.Certainty}
	if d.When.Closed() {
		f.Start, f.End = &d.When.First, &d.When.Last
	}
	return f
}

// MarshalJSON is the dependency's form.
func (d Dependency) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the case's form.
func (c Case) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON is the edition's form.
func (e Edition) MarshalJSON() ([]byte, error) { return form.JSON(e) }

// MarshalJSON is the difference's form.
func (d Difference) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// IDsOf returns the ids of a list's entries, in its order.
func IDsOf[T any](list []T, id func(*T) string) []string {
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = id(&list[i])
	}
	return ids
}
