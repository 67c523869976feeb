package seeds

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml activities/*.yaml estimate/*.yaml schema/*.json
var files embed.FS

// Files returns the data files: *.yaml, activities/*.yaml, estimate/*.yaml and
// schema/*.json.
func Files() fs.FS { return files }
