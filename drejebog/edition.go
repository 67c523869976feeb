package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Edition is one version of the playbook.
type Edition struct {
	Number     string    `yaml:"number,required"` // "4.1"
	Date       date.Date `yaml:"date,required"`
	What       lang.Text `yaml:"what,required"`
	Added      []string  `yaml:"added"`   // ids of sections and cases that came
	Changed    []string  `yaml:"changed"` // ids of sections and cases that were changed
	Provenance `yaml:",inline"`
}

// Case is an example or an inspiration in chapter 7. It has no dates.
type Case struct {
	ID         string     `yaml:"id,required"` // "7.1.6"
	Title      lang.Text  `yaml:"title,required"`
	What       lang.Text  `yaml:"what,required"`
	Sections   []string   `yaml:"sections"` // the activities that it helps with
	Kommuner   []string   `yaml:"kommuner"` // codes of the kommuner behind it
	Changed    []Change   `yaml:"changed"`
	Addenda    []Addendum `yaml:"addenda"`
	Provenance `yaml:",inline"`
}

// Document is something that the playbook points to; its content is not here.
type Document struct {
	ID         string    `yaml:"id,required"`
	Title      lang.Text `yaml:"title,required"`
	By         string    `yaml:"by,required"`       // id of the party that made it
	Sections   []string  `yaml:"sections,required"` // where it is pointed to
	Provenance `yaml:",inline"`
}

// Note records a slip of the source, or a reading of it that a kommune should
// know of.
type Note struct {
	ID         string    `yaml:"id,required"`
	Sections   []string  `yaml:"sections,required"`
	Text       lang.Text `yaml:"text,required"`
	Provenance `yaml:",inline"`
}
