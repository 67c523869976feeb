package drejebog

import (
	"cmp"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Load returns the newest edition of the playbook, 4.1, from the data that is
// built into the module. Each call reads it anew from its compact form, so that
// what one caller does to its book no other sees.
func Load() (*Playbook, error) {
	whole := &Playbook{}
	if err := compact.Read(seeds.CompactPlaybook(), whole.lists()...); err != nil {
		return nil, err
	}
	whole.Words = lang.CatalogueOf(BuiltInWords().Messages())
	return whole.newest(), nil
}

// LoadFS reads a playbook from data files laid out as those of package seeds
// and checks what they say together. The error is a *SeedError that holds
// every fault with its place. Several goroutines read from files at once, as
// those of the standard library allow.
func LoadFS(files fs.FS) (*Playbook, error) {
	s := readSeeds(files)
	if len(s.faults) == 0 {
		s.budgetDays()
		s.check()
	}
	if len(s.faults) > 0 {
		sortFaults(s.faults)
		return nil, &SeedError{Faults: s.faults}
	}
	return s.playbook().newest(), nil
}

// SeedError is what is wrong with a set of data files: every fault in reading
// them, or, when they can be read, every fault in what they say together.
type SeedError struct {
	Faults []strict.Fault // by file, line and column
}

// Error lists the faults for programmers, one on a line, each with its place.
// Told tells them to people.
func (e *SeedError) Error() string {
	lines := make([]string, len(e.Faults))
	for i, fault := range e.Faults {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}

// The files of a playbook. Activities lie in one file per chapter.
const (
	editionsFile     = "editions.yaml"
	projectsFile     = "projects.yaml"
	milestonesFile   = "milestones.yaml"
	dependenciesFile = "dependencies.yaml"
	casesFile        = "cases.yaml"
	optionsFile      = "options.yaml"
	contactsFile     = "contacts.yaml"
	documentsFile    = "documents.yaml"
	notesFile        = "notes.yaml"
	rolesFile        = "roles.yaml"
	driversFile      = "drivers.yaml"
	categoriesFile   = "categories.yaml"
	kommunerFile     = "kommuner.yaml"
	budgetFile       = "budget.yaml"
	calendarFile     = "calendar.yaml"
	periodsFile      = "periods.yaml"
	findingsFile     = "findings.yaml"
	qualityFile      = "quality.yaml"
	landmarksFile    = "landmarks.yaml"
	wordFiles        = "texts/*.yaml"
)

var activityFiles = [...]string{"activities/4.yaml", "activities/5.yaml", "activities/6.yaml"}

// seedSet is what the files hold, as they hold it, with what was wrong.
type seedSet struct {
	editions struct {
		Editions []Edition `yaml:"editions,required"`
	}
	projects struct {
		Projects []Project      `yaml:"projects,required"`
		Systems  []LegacySystem `yaml:"systems,required"`
		Parties  []Party        `yaml:"parties,required"`
	}
	chapters [len(activityFiles)]struct {
		Activities []Activity `yaml:"activities,required"`
	}
	milestones struct {
		Milestones []Milestone `yaml:"milestones,required"`
	}
	dependencies struct {
		Dependencies []Dependency `yaml:"dependencies,required"`
	}
	cases struct {
		Cases []Case `yaml:"cases,required"`
	}
	options struct {
		Options []Option `yaml:"options,required"`
	}
	contacts struct {
		Contacts []ContactRole `yaml:"contacts,required"`
	}
	documents struct {
		Documents []Document `yaml:"documents,required"`
	}
	notes struct {
		Notes []Note `yaml:"notes,required"`
	}
	roles struct {
		Roles []Role `yaml:"roles,required"`
	}
	drivers struct {
		Drivers []Driver `yaml:"drivers,required"`
	}
	categories struct {
		Categories []Category `yaml:"categories,required"`
	}
	kommuner struct {
		Kommuner []Kommune       `yaml:"kommuner,required"`
		Former   []FormerKommune `yaml:"formerKommuner"`
	}
	budget struct {
		BudgetYears    []BudgetYear    `yaml:"budgetYears,required"`
		PriceEstimates []PriceEstimate `yaml:"priceEstimates,required"`
		FullTimeYear   FullTimeYear    `yaml:"fullTimeYear,required"`
		Proposals      Proposals       `yaml:"proposals,required"`
		Readings       Readings        `yaml:"readings,required"`
		LongNotice     LongNotice      `yaml:"longNotice,required"`
		Unlikely       Unlikely        `yaml:"unlikely,required"`
		Appropriation  Appropriation   `yaml:"appropriation,required"`
	}
	calendar struct {
		DaysOff      []DayOff      `yaml:"daysOff,required"`
		VagueLengths []VagueLength `yaml:"vagueLengths,required"`
		Reminders    []Reminder    `yaml:"reminders"`
	}
	periods struct {
		Periods []PeriodRow `yaml:"periods,required"`
	}
	findings struct {
		Findings []FindingRule `yaml:"findings,required"`
	}
	quality struct {
		Checks []QualityCheck `yaml:"qualityChecks,required"`
	}
	landmarks struct {
		Landmarks Landmarks `yaml:"landmarks,required"`
		Shown     []Shown   `yaml:"shown"`
	}

	words *lang.Catalogue

	files         fs.FS
	documentsRead map[string]*strict.Document // by file
	faults        []strict.Fault
}

// ReadDurations reads how long steps take, by their id without scope, from data files laid
// out as those of package seeds, with what is wrong with the files that tell it.
func ReadDurations(files fs.FS) (map[string]Duration, []strict.Fault) {
	conventions, faults := ReadConventions(files)
	ways, lengths := PeriodWays(conventions), map[string]Duration{}
	for _, name := range activityFiles {
		var read struct {
			Activities []Activity `yaml:"activities,required"`
		}
		_, found := ways.ReadFS(files, name, &read, strict.Limits{})
		faults = append(faults, found...)
		for i := range read.Activities {
			for _, step := range read.Activities[i].Steps {
				if step.Duration != nil {
					lengths[read.Activities[i].ID+"/"+step.ID] = *step.Duration
				}
			}
		}
	}
	return lengths, faults
}

// ReadSystemsAndRoles reads the ids of the legacy systems and of the roles from data files
// laid out as those of package seeds, with what is wrong with the files that tell them.
func ReadSystemsAndRoles(files fs.FS) (systems, roles []string, faults []strict.Fault) {
	conventions, _ := ReadConventions(files) // whose faults ReadDurations tells
	var read seedSet
	ways := PeriodWays(conventions)
	_, faults = ways.ReadFS(files, projectsFile, &read.projects, strict.Limits{})
	_, found := ways.ReadFS(files, rolesFile, &read.roles, strict.Limits{})
	for i := range read.projects.Systems {
		systems = append(systems, read.projects.Systems[i].ID)
	}
	for i := range read.roles.Roles {
		roles = append(roles, read.roles.Roles[i].ID)
	}
	return systems, roles, append(faults, found...)
}

// reading is one file with where its content goes.
type reading struct {
	name     string
	into     any
	document *strict.Document
	faults   []strict.Fault
}

// readAll reads files side by side; what it finds stands with each.
func readAll(files fs.FS, ways strict.Ways, readings []reading) {
	next := make(chan *reading)
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(readings)) {
		done.Go(func() {
			for r := range next {
				r.document, r.faults = ways.ReadFS(files, r.name, r.into, strict.Limits{})
			}
		})
	}
	for i := range readings {
		next <- &readings[i]
	}
	close(next)
	done.Wait()
}

func readSeeds(files fs.FS) *seedSet {
	s := &seedSet{files: files, documentsRead: map[string]*strict.Document{}}
	// What the words of a period mean is read first: the other files have periods.
	meanings := []reading{{name: periodsFile, into: &s.periods}}
	readAll(files, strict.Ways{}, meanings)
	names, _ := fs.Glob(files, wordFiles) // its error is a bad pattern
	groups := make([]map[string]map[string]lang.Message, len(names))
	readings := s.readings()
	for i, name := range names {
		readings = append(readings, reading{name: name, into: &groups[i]})
	}
	readAll(files, PeriodWays(conventionsOf(s.periods.Periods)), readings)
	for _, r := range append(meanings, readings...) {
		s.documentsRead[r.name] = r.document
		s.faults = append(s.faults, r.faults...)
	}
	s.words = s.wordsOf(names, groups)
	return s
}

// readings are the files but those of messages.
func (s *seedSet) readings() []reading {
	list := []reading{
		{name: editionsFile, into: &s.editions},
		{name: projectsFile, into: &s.projects},
		{name: milestonesFile, into: &s.milestones},
		{name: dependenciesFile, into: &s.dependencies},
		{name: casesFile, into: &s.cases},
		{name: optionsFile, into: &s.options},
		{name: contactsFile, into: &s.contacts},
		{name: documentsFile, into: &s.documents},
		{name: notesFile, into: &s.notes},
		{name: rolesFile, into: &s.roles},
		{name: driversFile, into: &s.drivers},
		{name: categoriesFile, into: &s.categories},
		{name: kommunerFile, into: &s.kommuner},
		{name: budgetFile, into: &s.budget},
		{name: calendarFile, into: &s.calendar},
		{name: findingsFile, into: &s.findings},
		{name: qualityFile, into: &s.quality},
		{name: landmarksFile, into: &s.landmarks},
	}
	for i, name := range activityFiles {
		list = append(list, reading{name: name, into: &s.chapters[i]})
	}
	return list
}

// wordsOf puts the messages of the files together.
func (s *seedSet) wordsOf(names []string, groups []map[string]map[string]lang.Message) *lang.Catalogue {
	words := &lang.Catalogue{}
	for i, name := range names {
		for _, fault := range words.Add(groups[i]) {
			place, _ := s.documentsRead[name].Where(strict.Join(fault.Group, fault.Key))
			s.faults = append(s.faults, strict.Fault{
				File: name, Line: place.Line, Column: place.Column, Kind: strict.KindBadValue,
				Path: fault.Group + "/" + fault.Key, Got: fault, Want: strict.Part{Kind: "lang/sound"},
			})
		}
	}
	return words
}

// playbook puts the files' lists together as the newest edition.
func (s *seedSet) playbook() *Playbook {
	b := &Playbook{
		Editions:       s.editions.Editions,
		Projects:       s.projects.Projects,
		Systems:        s.projects.Systems,
		Parties:        s.projects.Parties,
		Milestones:     s.milestones.Milestones,
		Dependencies:   s.dependencies.Dependencies,
		Cases:          s.cases.Cases,
		Options:        s.options.Options,
		Contacts:       s.contacts.Contacts,
		Documents:      s.documents.Documents,
		Notes:          s.notes.Notes,
		Roles:          s.roles.Roles,
		Drivers:        s.drivers.Drivers,
		Categories:     s.categories.Categories,
		Kommuner:       s.kommuner.Kommuner,
		FormerKommuner: s.kommuner.Former,
		BudgetYears:    s.budget.BudgetYears,
		PriceEstimates: s.budget.PriceEstimates,
		FullTimeYear:   s.budget.FullTimeYear,
		Proposals:      s.budget.Proposals,
		Readings:       s.budget.Readings,
		LongNotice:     s.budget.LongNotice,
		Unlikely:       s.budget.Unlikely,
		Appropriation:  s.budget.Appropriation,
		DaysOff:        s.calendar.DaysOff,
		VagueLengths:   s.calendar.VagueLengths,
		Reminders:      s.calendar.Reminders,
		PeriodRows:     s.periods.Periods,
		FindingRules:   s.findings.Findings,
		QualityChecks:  s.quality.Checks,
		Landmarks:      s.landmarks.Landmarks,
		Shown:          s.landmarks.Shown,
		Words:          s.words,
		files:          s.files,
	}
	for i := range s.chapters {
		b.Activities = append(b.Activities, s.chapters[i].Activities...)
	}
	return b
}

func sortFaults(faults []strict.Fault) {
	slices.SortStableFunc(faults, func(a, b strict.Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// lists are what the data files say beside the words, in the order of the compact
// form.
func (b *Playbook) lists() []any {
	return []any{
		&b.Editions, &b.Projects, &b.Systems, &b.Parties, &b.Activities, &b.Milestones, &b.Dependencies,
		&b.Cases, &b.Options, &b.Contacts, &b.Documents, &b.Notes,
		&b.Roles, &b.Drivers, &b.Categories, &b.Kommuner, &b.FormerKommuner, &b.BudgetYears, &b.PriceEstimates, &b.FullTimeYear, &b.Proposals, &b.Readings, &b.LongNotice, &b.Unlikely, &b.Appropriation,
		&b.DaysOff, &b.VagueLengths, &b.Reminders, &b.PeriodRows, &b.FindingRules, &b.QualityChecks, &b.Landmarks, &b.Shown,
	}
}
