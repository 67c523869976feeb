package rules

import (
	"io/fs"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The files of readiness among the module's data.
const (
	preparationFile = "readiness/preparation.yaml"
	topicsFile      = "readiness/topics.yaml"
)

// files are what the data files hold, as they hold it.
type files struct {
	preparation requirements.List
	gates       []Gate
	topics      []Topic
	ids         IDs
	thresholds  []threshold
	later       []LaterFact

	read map[string]*strict.Document // by file, where they were read from files
}

// readFiles reads the data files, laid out as those of package seeds. The error
// is a *drejebog.SeedError.
func readFiles(from fs.FS) (files, error) {
	f := files{read: map[string]*strict.Document{}}
	var topics struct {
		Gates      []Gate      `yaml:"gates,required"`
		Topics     []Topic     `yaml:"topics,required"`
		IDs        IDs         `yaml:"ids,required"`
		Rules      []threshold `yaml:"rules,required"`
		LaterFacts []LaterFact `yaml:"laterFacts,required"`
	}
	preparation, faults := strict.ReadFS(from, preparationFile, &f.preparation, strict.Limits{})
	document, more := strict.ReadFS(from, topicsFile, &topics, strict.Limits{})
	if faults = append(faults, more...); len(faults) > 0 {
		return files{}, &drejebog.SeedError{Faults: faults}
	}
	f.read[preparationFile], f.read[topicsFile] = preparation, document
	f.gates, f.topics, f.ids, f.thresholds, f.later = topics.Gates, topics.Topics, topics.IDs, topics.Rules, topics.LaterFacts
	return f, nil
}

// readCompact reads the same anew from its compact form, so that what one caller
// does to it no other sees.
func readCompact() (files, error) {
	var f files
	if err := compact.Read(seeds.CompactReadiness(), f.parts()...); err != nil {
		return files{}, err
	}
	return f, nil
}

// parts are the lists in the order of the compact form.
func (f *files) parts() []any {
	p := &f.preparation
	return []any{&p.Project, &p.Published, &p.Source, &p.Requirements, &f.gates, &f.topics, &f.ids, &f.thresholds, &f.later}
}
