package seeds

import _ "embed" // the compact forms are embedded as strings

// The compact forms of the data files, as package compact reads them. Tests
// write them from the files and hold them equal to the files: of drejebog,
// estimate and readiness.
var (
	//go:embed compact/playbook.tsv
	compactPlaybook string
	//go:embed compact/periods.tsv
	compactPeriods string
	//go:embed compact/words.tsv
	compactWords string
	//go:embed compact/estimate.tsv
	compactEstimate string
	//go:embed compact/readiness.tsv
	compactReadiness string
)

// CompactPlaybook is what drejebog reads of the data files beside the words.
func CompactPlaybook() string { return compactPlaybook }

// CompactPeriods are the conventions of periods.yaml, as package period reads by
// them.
func CompactPeriods() string { return compactPeriods }

// CompactWords are the messages of texts/*.yaml by id.
func CompactWords() string { return compactWords }

// CompactEstimate is what estimate reads of estimate/*.yaml.
func CompactEstimate() string { return compactEstimate }

// CompactReadiness is what readiness reads of readiness/*.yaml.
func CompactReadiness() string { return compactReadiness }
