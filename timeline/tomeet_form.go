package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
)

// MarshalJSON is the form that seeds/schema/timeline-cut.schema.json describes.
func (c Cut) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// cutFields are a cut's own.
type cutFields Cut

// Form is the question and its answer.
func (c Cut) Form() any {
	return struct {
		drejebog.Head
		cutFields
	}{c.from.Head("timeline-cut"), cutFields(c)}
}

// MarshalJSON is the shortening's form.
func (s Shortening) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the limit's form.
func (l Limit) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON is the hold's form.
func (h Hold) MarshalJSON() ([]byte, error) { return form.JSON(h) }
