package timeline

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog/form"
)

// MarshalJSON writes the documented form.
func (c Cut) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON writes the documented form.
func (s Shortening) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON writes the documented form.
func (l Limit) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON writes the documented form.
func (h Hold) MarshalJSON() ([]byte, error) { return form.JSON(h) }

// WriteJSON writes what MarshalJSON does, for a file.
func (c *Cut) WriteJSON(w io.Writer) error { return form.Write(w, c) }
