package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// plansRead is a plan of every kommune, by code: those of the files, and for
// the others one that only names the kommune.
type plansRead struct {
	plans      []*plan.Plan
	files      []string // by plan: its file, "" for none
	samples    bool     // no files were named
	unreadable bool     // messages say why
}

// any reports whether a file's plan was read.
func (read *plansRead) any() bool {
	return slices.ContainsFunc(read.files, func(file string) bool { return file != "" })
}

// readPlans reads the plans of a folder and of the arguments, all of them even
// when one cannot be read, so that every fault is told.
func readPlans(book *drejebog.Playbook, flags *cli.Flags, folder string) (*plansRead, error) {
	read := &plansRead{plans: make([]*plan.Plan, len(book.Kommuner)), files: make([]string, len(book.Kommuner))}
	names := slices.Clone(flags.Set.Args())
	if flags.Given("plans") {
		inFolder, err := plansIn(folder)
		if err != nil {
			return nil, err
		}
		names = append(inFolder, names...)
	}
	if len(names) == 0 {
		read.samples = true
		if err := read.takeSamples(book, flags); err != nil {
			return nil, err
		}
	}
	for _, name := range names {
		p, findings, err := flags.ReadPlan(book, name, nil)
		if err != nil {
			return nil, err
		}
		if err := read.take(book, flags, name, p, findings); err != nil {
			return nil, err
		}
	}
	for i := range read.plans {
		if read.plans[i] == nil {
			read.plans[i] = plan.New(book.Kommuner[i].Code)
		}
	}
	return read, nil
}

// plansIn lists the plans of a folder, in the order of their names.
func plansIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, strict.Part{Kind: "flag/no-folder", Values: map[string]any{"folder": folder}}
	}
	var names []string
	for _, entry := range entries {
		ending := strings.ToLower(filepath.Ext(entry.Name()))
		if !entry.IsDir() && slices.Contains([]string{".yaml", ".yml", ".json"}, ending) {
			names = append(names, filepath.Join(folder, entry.Name()))
		}
	}
	if len(names) == 0 {
		return nil, strict.Part{Kind: "flag/empty-folder", Values: map[string]any{"folder": folder}}
	}
	return names, nil
}

// takeSamples reads the plans that are embedded.
func (read *plansRead) takeSamples(book *drejebog.Playbook, flags *cli.Flags) error {
	for _, name := range plans.Names() {
		file, err := plans.Files().Open(name)
		if err != nil {
			return err
		}
		p, findings := plan.Read(book, name, file)
		_ = file.Close() // embedded
		p, findings = flags.Nameless(book, p, findings)
		if err := read.take(book, flags, name, p, findings); err != nil {
			return err
		}
	}
	return nil
}

// sampleLists are the lists of requirements that are embedded.
func sampleLists(book *drejebog.Playbook) []requirements.List {
	var lists []requirements.List
	for _, name := range plans.Requirements() {
		file, err := plans.Files().Open(name)
		if err != nil {
			continue // Requirements names what is there
		}
		if list, _ := requirements.Read(book, name, file); list != nil {
			lists = append(lists, *list)
		}
		_ = file.Close() // embedded
	}
	return lists
}

// take puts a plan at its kommune and tells what was found in it. The error is
// a second plan of the same kommune.
func (read *plansRead) take(book *drejebog.Playbook, flags *cli.Flags, name string, p *plan.Plan, findings []drejebog.Finding) error {
	flags.Report(findings)
	if p == nil {
		read.unreadable = true
		return nil
	}
	kommune, err := book.Kommune(p.Kommune)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(book.Kommuner, func(k drejebog.Kommune) bool { return k.Code == kommune.Code })
	if read.plans[i] != nil {
		return strict.Part{Kind: "flag/two-plans", Values: map[string]any{"kommune": kommune.Name, "one": read.files[i], "other": name}}
	}
	read.plans[i], read.files[i] = p, name
	return nil
}
