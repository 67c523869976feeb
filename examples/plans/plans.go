package plans

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml krav/*.yaml
var files embed.FS

// Broken is the name of the sample with a fault of each kind, which no kommune can be told from.
const Broken = "broken.yaml"

// Files returns the sample plans, and the lists of requirements in krav/.
func Files() fs.FS { return files }

// Names returns the names of the samples that can be read, in order.
func Names() []string {
	return []string{"hjoerring.yaml", "lemvig.yaml", "odense.yaml", "ringsted.yaml", "skive.yaml", "solroed.yaml", "struer.yaml"}
}

// Requirements returns the names of the sample lists of requirements, in order.
func Requirements() []string {
	return []string{"krav/ksd.yaml", "krav/ky.yaml", "krav/sapa.yaml", "krav/stoettesystemerne.yaml"}
}
