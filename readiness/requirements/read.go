package requirements

import (
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// limits bound a list at the door: a real one has some dozens of requirements.
var limits = strict.Limits{Bytes: 1 << 20, Depth: 12, Nodes: 50_000}

// The bounds of a due date.
const (
	maxDueMonths = 60
	maxDueDays   = 1000
)

// Read reads a project's requirements, YAML or JSON, and holds them against
// the playbook: every fault at once, each with file, line and column. The name
// is what the findings call the file. The list is nil when any finding has
// error severity.
func Read(book *drejebog.Playbook, name string, r io.Reader) (*List, []drejebog.Finding) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limits.Bytes)+1))
	if err != nil {
		fault := strict.Fault{File: name, Line: 1, Column: 1, Kind: strict.KindUnreadable, Got: err.Error()}
		return nil, []drejebog.Finding{book.FaultFinding("DB-501", fault)}
	}
	list := &List{}
	document, faults := strict.Read(name, data, list, limits)
	c := &listChecker{book: book, list: list, name: name, where: document.Where}
	for _, fault := range faults {
		c.findings = append(c.findings, book.FaultFinding("DB-501", fault))
		c.broken = append(c.broken, fault.Path)
	}
	c.check()
	if drejebog.HasFault(c.findings) {
		return nil, c.findings
	}
	return list, c.findings
}

// listChecker holds a list against the playbook. Its paths are those of the
// document that where knows.
type listChecker struct {
	book     *drejebog.Playbook
	list     *List
	name     string
	where    func(path string) (strict.Place, bool)
	broken   []string // paths that could not be read
	findings []drejebog.Finding
}

func (c *listChecker) check() {
	if c.list.Project == "" {
		c.missing("project", "project")
	} else {
		c.known("project", c.list.Project, drejebog.IDsOf(c.book.Projects, func(p *drejebog.Project) string { return p.ID }))
	}
	c.list.place, _ = c.where("project")
	seen := map[string]bool{}
	for i := range c.list.Requirements {
		r := &c.list.Requirements[i]
		path := strict.Index("requirements", i)
		c.requirement(path, r)
		id := r.InList()
		if seen[id] && r.ID != "" {
			c.found("DB-503", path, lang.Args{"id": lang.Both(id)})
		}
		seen[id] = true
	}
}

// missing notes a key that a project's list cannot do without.
func (c *listChecker) missing(path, key string) {
	fault := strict.Fault{File: c.name, Line: 1, Column: 1, Path: path, Kind: strict.KindMissingKey, Key: key}
	if !slices.Contains(c.broken, path) {
		c.findings = append(c.findings, c.book.FaultFinding("DB-501", fault))
	}
}

func (c *listChecker) requirement(path string, r *Requirement) {
	roles := drejebog.IDsOf(c.book.Roles, func(x *drejebog.Role) string { return x.ID })
	parties := drejebog.IDsOf(c.book.Parties, func(x *drejebog.Party) string { return x.ID })
	c.slug(strict.Join(path, "id"), r.ID)
	c.known(strict.Join(path, "category"), r.Category, drejebog.IDsOf(c.book.Categories, func(x *drejebog.Category) string { return x.ID }))
	c.knownOrEmpty(strict.Join(path, "responsible"), r.Responsible, roles)
	c.knownOrEmpty(strict.Join(path, "executor"), r.Executor, slices.Concat(roles, parties))
	c.knownOrEmpty(strict.Join(path, "step"), r.Step, c.book.StepIDs())
	asked := map[string]bool{}
	for i := range r.Questions {
		at := strict.Join(strict.Index(strict.Join(path, "questions"), i), "id")
		c.slug(at, r.Questions[i].ID)
		if asked[r.Questions[i].ID] && r.Questions[i].ID != "" {
			c.found("DB-503", at, lang.Args{"id": lang.Both(r.Questions[i].ID)})
		}
		asked[r.Questions[i].ID] = true
	}
	if r.Due != nil {
		at := strict.Join(path, "due")
		c.known(strict.Join(at, "milestone"), r.Due.Milestone, c.book.ProjectMilestones())
		c.within(strict.Join(at, "months"), r.Due.Months, maxDueMonths)
		c.within(strict.Join(at, "days"), r.Due.Days, maxDueDays)
	}
}

func (c *listChecker) knownOrEmpty(path, word string, known []string) {
	if word != "" {
		c.known(path, word, known)
	}
}

// known notes a word that is none of the known ones, with the nearest.
func (c *listChecker) known(path, word string, known []string) {
	if slices.Contains(known, word) || len(c.findings) >= maxFindings {
		return
	}
	c.found("DB-502", path, lang.Args{"id": lang.Both(word), "suggest": c.book.Suggestion(word, known)})
}

func (c *listChecker) slug(path, id string) {
	if lang.IsSlug(id) {
		return
	}
	c.found("DB-504", path, lang.Args{"id": lang.Both(id)})
}

func (c *listChecker) within(path string, value, most int) {
	if value < 0 || value > most {
		c.found("DB-505", path, lang.Args{"value": lang.Whole(value), "most": lang.Whole(most)})
	}
}

// maxFindings keeps a file of another kind altogether from being answered with
// one finding per line of it.
const maxFindings = 500

func (c *listChecker) found(code, path string, args lang.Args) {
	if len(c.findings) >= maxFindings || slices.ContainsFunc(c.broken, func(broken string) bool { return broken != "" && strings.HasPrefix(path, broken) }) {
		return
	}
	f := c.book.Finding(code, args)
	f.Subject, f.Project, f.Actor = path, c.list.Project, "kommune"
	place, ok := c.where(path)
	if !ok { // a key that is absent stands nowhere: its entry does
		place, _ = c.where(path[:max(0, strings.LastIndexByte(path, '.'))])
	}
	if place.File == "" {
		place.File = c.name
	}
	f.Place = place
	c.findings = append(c.findings, f)
}
