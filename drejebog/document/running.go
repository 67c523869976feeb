package document

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// running is the words of a text with one blank between them.
func running(text string) string { return strings.Join(strings.Fields(lang.OneLine(text)), " ") }
