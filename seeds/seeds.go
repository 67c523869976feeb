package seeds

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml activities/*.yaml estimate/*.yaml
var files embed.FS

// Files returns the data files: *.yaml, activities/*.yaml and estimate/*.yaml.
func Files() fs.FS { return files }
