package plan

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// vocabulary is what a text or a key of a plan may be, and how it is checked. A text
// with @project behind it is known by what stands before.
type vocabulary struct {
	grammar.Vocabulary
	code  string                                            // of the finding on a word that is none of it
	check func(c *checker, at grammar.At, word string) bool // instead of the words
}

// spokenOf are the vocabularies as a schema has them.
func (c *checker) spokenOf() map[string]*grammar.Vocabulary {
	spoken := map[string]*grammar.Vocabulary{}
	for name, v := range c.vocabularies {
		spoken[name] = &v.Vocabulary
	}
	return spoken
}

// newVocabularies are the vocabularies for a plan, by the name that tags have
// for them.
func (c *checker) newVocabularies() map[string]*vocabulary {
	book, w := c.book, &c.words
	of := func(code string, words []string) *vocabulary {
		return &vocabulary{code: code, Vocabulary: grammar.Vocabulary{Words: words}}
	}
	open := func(code, pattern string, words []string) *vocabulary {
		return &vocabulary{code: code, Vocabulary: grammar.Vocabulary{Words: words, Open: pattern}}
	}
	named := func(code string, words []string, names func(string) lang.Text) *vocabulary {
		return &vocabulary{code: code, Vocabulary: grammar.Vocabulary{Words: words, Names: names}}
	}
	checked := func(pattern string, check func(*checker, grammar.At, string) bool) *vocabulary {
		return &vocabulary{Vocabulary: grammar.Vocabulary{Open: pattern}, check: check}
	}
	return map[string]*vocabulary{
		"kommune": {
			Vocabulary: grammar.Vocabulary{Open: grammar.Any, Numeric: true},
			check:      func(*checker, grammar.At, string) bool { return true }, // see checker.kommune
		},
		"project":      named("DB-003", w.projects, func(id string) lang.Text { return lang.Both(book.Project(id).Name) }),
		"system":       of("DB-022", w.systems),
		"cleaned":      of("DB-037", w.systems),
		"role":         of("DB-016", w.roles),
		"project-role": {code: "DB-016", Vocabulary: grammar.Vocabulary{Words: w.roles, Scopes: w.projects}},
		"day-off":      named("DB-023", w.daysOff, c.dayOffName),
		"budget-year":  of("DB-024", w.budgetYears),
		"driver":       named("DB-007", w.drivers, c.driverName),
		"deliverable": {
			code: "DB-028", Vocabulary: grammar.Vocabulary{Words: w.deliverables, Open: ownPattern}, check: (*checker).deliverable,
		},
		"party":     of("DB-017", w.parties),
		"milestone": open("DB-040", grammar.Any, w.milestones),
		"task":      open("DB-001", w.instances, w.tasks),
		"step":      open("DB-001", grammar.Any, w.steps),
		"node":      open("DB-020", grammar.Any, w.linkable),
		"person":    open("DB-017", grammar.Any, slices.Concat(w.people, w.roles)),
		"executor":  open("DB-017", grammar.Any, slices.Concat(w.people, w.roles, w.parties)),
		"contract":  open("DB-038", grammar.Any, sortedKeys(c.plan.Contracts)),
		"own-key":   checked(slugPattern, (*checker).slug),
		"own-task":  checked(ownPattern, (*checker).ownID),
		"requirement": checked(
			"^("+strings.Join(w.categories, "|")+")(/"+slugWord+")?@("+strings.Join(w.projects, "|")+")$", (*checker).requirement,
		),
		"year": checked(`^20[1-4][0-9]$`, (*checker).year),
	}
}

// The patterns of ids in the schema.
const (
	slugWord    = `[a-z0-9]+(-[a-z0-9]+)*`
	slugPattern = `^` + slugWord + `$`
	ownPattern  = `^own(/` + slugWord + `)+$`
)

// instancePattern is what the ids of the steps are like that are done for each of
// the kommune's contracts or add-ons.
func instancePattern(book *drejebog.Playbook) string {
	var steps []string
	for i := range book.Activities {
		a := &book.Activities[i]
		for j := range a.Steps {
			if scope, _, _ := a.ScopeOf(&a.Steps[j]); scope == drejebog.PerContract || scope == drejebog.PerAddOn {
				steps = append(steps, regexp.QuoteMeta(a.ID+"/"+a.Steps[j].ID))
			}
		}
	}
	return "^(" + strings.Join(steps, "|") + ")@" + slugWord + "(/" + slugWord + ")?$"
}

func (c *checker) dayOffName(id string) lang.Text {
	for i := range c.book.DaysOff {
		if c.book.DaysOff[i].ID == id {
			return c.book.DaysOff[i].Name
		}
	}
	return lang.Both(id)
}

func (c *checker) driverName(key string) lang.Text {
	id, scope, one := strings.Cut(key, "@")
	name := c.book.Driver(id).Name
	if one {
		return lang.Joined(" ", name, lang.Bracketed(lang.Both(scope)))
	}
	return name
}

// spoken checks a word against a vocabulary by its name.
func (c *checker) spoken(vocabulary string, at grammar.At, word string) bool {
	v := c.vocabularies[vocabulary]
	switch {
	case v == nil:
		return true
	case v.check != nil:
		return v.check(c, at, word)
	case v.Scopes != nil:
		return c.scoped(v.code, at.Path, word, v.Words)
	}
	return v.Has(word) || c.unknown(v.code, at.Path, word, v.Words)
}

// slug checks an id of the kommune's own choice.
func (c *checker) slug(at grammar.At, id string) bool {
	return lang.IsSlug(id) || c.badID(at.Path, id, at.Rule.Like)
}

func (c *checker) ownID(at grammar.At, id string) bool {
	return IsOwnID(id) || c.badID(at.Path, id, at.Rule.Like)
}

// deliverable checks the id of what others owe: the playbook's, or the kommune's own.
func (c *checker) deliverable(at grammar.At, id string) bool {
	if strings.HasPrefix(id, "own/") {
		return c.ownID(at, id)
	}
	return c.vocabularies["deliverable"].Has(id) || c.unknown("DB-028", at.Path, id, c.words.deliverables)
}

// requirement checks "category@project" or "category/requirement@project" with a
// requirement of KOMBIT's list, which the playbook does not have.
func (c *checker) requirement(at grammar.At, key string) bool {
	word, project, ok := strings.Cut(key, "@")
	if !ok {
		return c.badID(at.Path, key, at.Rule.Like)
	}
	category, requirement, one := strings.Cut(word, "/")
	known := c.known("DB-027", at.Path, category, c.words.categories)
	if known && one && !lang.IsSlug(requirement) {
		known = c.badID(at.Path, key, "migrering/plan@sapa")
	}
	return c.known("DB-003", at.Path, project, c.words.projects) && known
}

// year checks a year that is a key.
func (c *checker) year(at grammar.At, word string) bool {
	year, err := strconv.Atoi(word)
	if err == nil && year >= FirstYear && year <= LastYear {
		return true
	}
	above := strings.TrimSuffix(at.Path, strict.Join("", word))
	key := above[strings.LastIndexByte(strings.TrimRight(above, "."), '.')+1:]
	at.Key = strings.TrimRight(key, ".")
	c.outside(at, lang.Both(word), number(FirstYear), number(LastYear))
	return false
}

// words are the ids that a plan may name things by.
type words struct {
	projects, systems, roles, parties, daysOff, categories []string

	drivers      []string
	tasks        []string // steps, by instance
	steps        []string // steps and go-lives, by instance and without scope, and own tasks
	deliverables []string
	linkable     []string // what an edge may join: tasks and milestones that the engine dates, and own tasks
	milestones   []string
	budgetYears  []string
	people       []string
	own          []string

	goLives   []string
	unscoped  []string // steps and go-lives without scope
	instances string   // the pattern of the steps of contracts and add-ons
}

// wordsOf finds the words of a playbook, of which the nodes are.
func wordsOf(book *drejebog.Playbook, nodes []drejebog.Node) (w words) {
	w.projects = drejebog.IDsOf(book.Projects, func(x *drejebog.Project) string { return x.ID })
	w.systems = drejebog.IDsOf(book.Systems, func(x *drejebog.LegacySystem) string { return x.ID })
	w.roles = drejebog.IDsOf(book.Roles, func(x *drejebog.Role) string { return x.ID })
	w.parties = drejebog.IDsOf(book.Parties, func(x *drejebog.Party) string { return x.ID })
	w.daysOff = drejebog.IDsOf(book.DaysOff, func(x *drejebog.DayOff) string { return x.ID })
	w.categories = drejebog.IDsOf(book.Categories, func(x *drejebog.Category) string { return x.ID })
	w.budgetYears = drejebog.IDsOf(book.BudgetYears, func(x *drejebog.BudgetYear) string { return strconv.Itoa(x.Year) })
	w.drivers, w.instances = book.DriverKeys(), instancePattern(book)
	for i := range nodes {
		node := &nodes[i]
		switch {
		case node.Step != nil:
			w.tasks = append(w.tasks, node.ID)
		case node.Milestone.Kind == drejebog.Deliverable:
			w.deliverables = append(w.deliverables, node.ID)
		case node.Milestone.Kind == drejebog.GoLive:
			w.goLives = append(w.goLives, node.ID)
		}
		if node.Milestone != nil && node.Milestone.Kind != drejebog.Horizon {
			w.milestones = append(w.milestones, node.ID)
		}
		if dated(node) {
			w.linkable = append(w.linkable, node.ID)
		}
	}
	told := map[string]bool{}
	for _, id := range slices.Concat(w.tasks, w.goLives) {
		if base, _, scoped := strings.Cut(id, "@"); scoped && !told[base] {
			told[base] = true
			w.unscoped = append(w.unscoped, base)
		}
	}
	return w
}

// with are the words with those of a plan.
func (w words) with(p *Plan) words {
	w.people, w.own = sortedKeys(p.People), sortedKeys(p.Own)
	w.linkable = slices.Concat(w.linkable, w.own)
	for _, id := range sortedKeys(p.Deliverables) {
		if IsOwnID(id) {
			w.linkable = append(w.linkable, id)
		}
	}
	w.steps = slices.Concat(w.tasks, w.own, w.goLives, w.unscoped)
	return w
}

// dated reports whether a node has dates of its own that others can wait for:
// level of effort and horizons have none.
func dated(node *drejebog.Node) bool {
	if node.Step != nil {
		return node.Step.Effort == nil
	}
	return node.Milestone.Kind != drejebog.Horizon
}
