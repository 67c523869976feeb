package drejebog

import (
	"io/fs"
	"slices"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/rickb777/date/v2"
)

// Playbook is the playbook as it stood in one edition, with the tables that
// the module computes by. A Playbook is read-only after Load; any number of
// goroutines may share one.
type Playbook struct {
	Edition Edition   // the newest edition that it holds
	Known   date.Date // the last day whose facts it holds: the edition's date, or the day that AsOf was asked for

	Editions     []Edition // oldest first, none later than Edition
	Projects     []Project
	Systems      []LegacySystem
	Parties      []Party
	Activities   []Activity // in the playbook's order
	Milestones   []Milestone
	Dependencies []Dependency
	Cases        []Case
	Options      []Option
	Contacts     []ContactRole
	Documents    []Document
	Notes        []Note

	Roles          []Role
	Drivers        []Driver
	Categories     []Category // of requirements to readiness
	Kommuner       []Kommune  // by code
	FormerKommuner []FormerKommune
	BudgetYears    []BudgetYear
	PriceEstimates []PriceEstimate
	FullTimeYear   FullTimeYear
	Proposals      Proposals  // of a budget
	Readings       Readings   // of a budget
	LongNotice     LongNotice // of a contract
	Unlikely       Unlikely   // figures of the kommune's own
	Appropriation  Appropriation
	DaysOff        []DayOff
	VagueLengths   []VagueLength
	PeriodRows     []PeriodRow // what the words of periods mean
	FindingRules   []FindingRule
	QualityChecks  []QualityCheck
	Reminders      []Reminder
	Landmarks      Landmarks
	Shown          []Shown // what a plan's tables say of steps

	Words *lang.Catalogue // what people read of results: texts/*.yaml of the files that it was loaded from

	whole *Playbook // the newest edition, from which At and AsOf cut
	kept  *kept     // what was computed from it; nil: nothing is kept
	files fs.FS     // that it was loaded from; nil: the module's own
}

// Files returns the data files that the book was loaded from: other packages read
// the rows there that are theirs.
func (b *Playbook) Files() fs.FS {
	if b == nil || b.files == nil {
		return seeds.Files()
	}
	return b.files
}

// Activity returns the activity with the id, or nil.
func (b *Playbook) Activity(id string) *Activity {
	return find(b.Activities, func(a *Activity) bool { return a.ID == id })
}

// Project returns the project with the id, or nil.
func (b *Playbook) Project(id string) *Project {
	return find(b.Projects, func(p *Project) bool { return p.ID == id })
}

// System returns the legacy system with the id, or nil.
func (b *Playbook) System(id string) *LegacySystem {
	return find(b.Systems, func(s *LegacySystem) bool { return s.ID == id })
}

// Party returns the party with the id, or nil.
func (b *Playbook) Party(id string) *Party {
	return find(b.Parties, func(p *Party) bool { return p.ID == id })
}

// Role returns the role with the id, or nil.
func (b *Playbook) Role(id string) *Role {
	return find(b.Roles, func(r *Role) bool { return r.ID == id })
}

// Driver returns the driver with the id, or nil.
func (b *Playbook) Driver(id string) *Driver {
	return find(b.Drivers, func(d *Driver) bool { return d.ID == id })
}

// DriverKeys returns every key that a driver can have a figure under: its id alone,
// or with the id of each project or legacy system that it is counted for.
func (b *Playbook) DriverKeys() []string {
	var keys []string
	for i := range b.Drivers {
		d := &b.Drivers[i]
		switch d.Scope {
		case PerProject:
			for j := range b.Projects {
				keys = append(keys, d.ID+"@"+b.Projects[j].ID)
			}
		case PerSystem:
			for j := range b.Systems {
				keys = append(keys, d.ID+"@"+b.Systems[j].ID)
			}
		default:
			keys = append(keys, d.ID)
		}
	}
	return keys
}

// Category returns the category of requirements with the id, or nil.
func (b *Playbook) Category(id string) *Category {
	return find(b.Categories, func(c *Category) bool { return c.ID == id })
}

// BudgetYear returns the budget year, and false for a year outside the data.
func (b *Playbook) BudgetYear(year int) (BudgetYear, bool) {
	i := slices.IndexFunc(b.BudgetYears, func(y BudgetYear) bool { return y.Year == year })
	if i < 0 {
		return BudgetYear{}, false
	}
	return b.BudgetYears[i], true
}

func find[T any](list []T, match func(*T) bool) *T {
	for i := range list {
		if match(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

// kept are values that were computed from a book.
type kept struct{ values sync.Map }

// Kept returns what make gave when the key was first asked for of this book. It is
// for packages that compute from a book what many of their results share: what is
// kept lives as long as the book and is never changed, keys are of a type of the
// package's own and few. A book that nobody loaded keeps nothing, and copies of a
// book share what it keeps.
func (b *Playbook) Kept(key any, make func() any) any {
	if b.kept == nil {
		return make()
	}
	if value, ok := b.kept.values.Load(key); ok {
		return value
	}
	value, _ := b.kept.values.LoadOrStore(key, make())
	return value
}

// KeptOfFiles is Kept for what comes from the book's data files (Files) whatever
// the edition: the editions that At and AsOf cut from a book share it.
func (b *Playbook) KeptOfFiles(key any, make func() any) any {
	if b.whole == nil {
		return b.Kept(key, make)
	}
	return b.whole.Kept(key, make)
}
