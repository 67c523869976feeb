package drejebog

import "github.com/drejebog/monopolbrud/drejebog/lang"

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

// ContactRole is a person that the playbook asks a kommune to have.
type ContactRole struct {
	ID         string    `yaml:"id,required" json:"id" form:"set"`
	Name       lang.Text `yaml:"name,required" json:"name" form:"set"`
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
