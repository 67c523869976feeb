package timeline

import "github.com/drejebog/monopolbrud/drejebog/form"

// MarshalJSON is the summary's form.
func (s Summary) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the form of a hard date.
func (h HardDate) MarshalJSON() ([]byte, error) { return form.JSON(h) }

// MarshalJSON is the mark's form.
func (m Mark) MarshalJSON() ([]byte, error) { return form.JSON(m) }
