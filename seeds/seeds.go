package seeds

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml activities/*.yaml estimate/*.yaml readiness/*.yaml schema/*.json skeleton/*.yaml texts/*.yaml
var files embed.FS

// Files returns the data files: *.yaml, activities/*.yaml, estimate/*.yaml,
// readiness/*.yaml, schema/*.json, skeleton/*.yaml and texts/*.yaml.
func Files() fs.FS { return files }
