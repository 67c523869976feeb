package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Edition is one version of the playbook.
type Edition struct {
	Number     string    `yaml:"number,required" json:"number" form:"set"` // "4.1"
	Date       date.Date `yaml:"date,required" json:"date"`
	What       lang.Text `yaml:"what,required" json:"what"`
	Added      []string  `yaml:"added" json:"added"`     // ids of sections and cases that came
	Changed    []string  `yaml:"changed" json:"changed"` // ids of sections and cases that were changed
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

// Document is something that the playbook points to; its content is not here.
type Document struct {
	ID         string    `yaml:"id,required" json:"id" form:"set"`
	Title      lang.Text `yaml:"title,required" json:"title" form:"set"`
	By         string    `yaml:"by,required" json:"by"`             // id of the party that made it
	Sections   []string  `yaml:"sections,required" json:"sections"` // where it is pointed to
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
