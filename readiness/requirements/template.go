package requirements

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
)

// skeletonFile is the list to begin with, among the data files.
const skeletonFile = "skeleton/krav.yaml"

// WriteTemplate writes a list of requirements to begin with, as YAML: every key
// explained in Danish with an example that is commented out. It is an empty
// list, published on the day that the book is known up to. Template is the
// same for a spreadsheet.
func WriteTemplate(w io.Writer, book *drejebog.Playbook, project string) error {
	text, err := fs.ReadFile(book.Files(), skeletonFile)
	if err != nil {
		return fmt.Errorf("the skeleton of a list cannot be read: %w", err)
	}
	categories := strings.Join(drejebog.IDsOf(book.Categories, func(c *drejebog.Category) string { return c.ID }), ", ")
	_, err = strings.NewReplacer("{project}", project, "{published}", book.Known.String(), "{categories}", categories).WriteString(w, string(text))
	return err
}
