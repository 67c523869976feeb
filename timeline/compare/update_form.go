package compare

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
)

// MarshalJSON is the form that seeds/schema/timeline-update.schema.json
// describes.
func (u Update) MarshalJSON() ([]byte, error) { return form.JSON(u) }

type updateForm struct {
	drejebog.Head
	Since   string          `json:"since" form:"set"` // the earlier edition
	Changes []EditionChange `json:"changes"`
	Moved   []TaskChange    `json:"moved"`
}

// Form is what has come since the earlier edition.
func (u Update) Form() any {
	f := updateForm{Head: u.After.Head("timeline-update"), Changes: u.Changes, Moved: u.Moved}
	if u.Before != nil {
		f.Since = u.Before.Book.Edition.Number
	}
	return f
}

// MarshalJSON is the change's form.
func (c EditionChange) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON is the form of what a change touches.
func (t Touched) MarshalJSON() ([]byte, error) { return form.JSON(t) }
