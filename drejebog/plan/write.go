package plan

import (
	"io"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Write writes the plan as YAML, without comments: the keys in the order of
// the types, the entries of mappings in the order of their bytes, so that the
// same plan always gives the same bytes. Reading them gives the same plan. A
// plan that no file can hold, such as one with a control character in a
// text, is a *strict.WriteError; nothing is written then.
func (p *Plan) Write(w io.Writer) error {
	text, err := strict.YAML(p)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// WriteJSON writes the plan as JSON with the same keys in the same order.
// Numbers with decimals are texts, as Read takes them.
func (p *Plan) WriteJSON(w io.Writer) error {
	text, err := strict.JSON(p)
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}
