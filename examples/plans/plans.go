package plans

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml
var files embed.FS

// Broken is the name of the sample that cannot be read.
const Broken = "broken.yaml"

// Files returns the sample plans.
func Files() fs.FS { return files }

// Names returns the names of the samples that can be read, in order.
func Names() []string {
	return []string{"hjoerring.yaml", "lemvig.yaml", "odense.yaml", "skive.yaml", "solroed.yaml"}
}
