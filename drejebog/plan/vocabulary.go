package plan

import (
	"encoding"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// vocabulary is what a text or a key of a plan may be. A text with @project
// behind it is known by what stands before, where the vocabulary is scoped.
type vocabulary struct {
	code    string                                            // of the finding on a word that is none of it
	words   []string                                          // those that are known
	names   func(word string) lang.Text                       // what they are called; nil: they say it themselves
	open    string                                            // the pattern of others, of the kommune's own, in the schema; "": there are none
	scoped  bool                                              // "@project" may stand behind
	among   map[string]bool                                   // the words, once one was asked for
	numeric bool                                              // some are written as numbers
	check   func(c *checker, path, word string, r *rule) bool // instead of the words
}

// newVocabularies are the vocabularies for a plan, by the name that tags have
// for them.
func (c *checker) newVocabularies() map[string]*vocabulary {
	book, w := c.book, &c.words
	return map[string]*vocabulary{
		"kommune":      {open: anyID, numeric: true, check: func(*checker, string, string, *rule) bool { return true }}, // see checker.kommune
		"project":      {code: "DB-003", words: w.projects, names: func(id string) lang.Text { return lang.Both(book.Project(id).Name) }},
		"system":       {code: "DB-022", words: w.systems},
		"cleaned":      {code: "DB-037", words: w.systems},
		"role":         {code: "DB-016", words: w.roles},
		"project-role": {code: "DB-016", words: w.roles, scoped: true},
		"day-off":      {code: "DB-023", words: w.daysOff, names: c.dayOffName},
		"budget-year":  {code: "DB-024", words: w.budgetYears},
		"driver":       {code: "DB-007", words: w.drivers, names: c.driverName},
		"deliverable":  {code: "DB-028", words: w.deliverables},
		"milestone":    {code: "DB-040", words: w.milestones, open: anyID},
		"task":         {code: "DB-001", words: w.tasks, open: c.instancePattern()},
		"step":         {code: "DB-001", words: w.steps, open: anyID},
		"node":         {code: "DB-020", words: w.linkable, open: anyID},
		"person":       {code: "DB-017", words: slices.Concat(w.people, w.roles), open: anyID},
		"executor":     {code: "DB-017", words: slices.Concat(w.people, w.roles, w.parties), open: anyID},
		"contract":     {code: "DB-038", words: sortedKeys(c.plan.Contracts), open: anyID},
		"own-key":      {open: slugPattern, check: (*checker).slug},
		"own-task":     {open: `^own(/` + slugWord + `)+$`, check: (*checker).ownID},
		"requirement": {
			open:  "^(" + strings.Join(w.categories, "|") + ")(/" + slugWord + ")?@(" + strings.Join(w.projects, "|") + ")$",
			check: (*checker).requirement,
		},
		"year": {open: `^20[1-4][0-9]$`, check: (*checker).year},
	}
}

// The patterns of ids in the schema.
const (
	anyID       = `.`
	slugWord    = `[a-z0-9]+(-[a-z0-9]+)*`
	slugPattern = `^` + slugWord + `$`
)

// instancePattern is what the ids of the steps are like that are done for each of
// the kommune's contracts or add-ons.
func (c *checker) instancePattern() string {
	var steps []string
	for i := range c.book.Activities {
		a := &c.book.Activities[i]
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

// spoken checks a word against the vocabulary that a rule names, "" for none.
func (c *checker) spoken(vocabulary, path, word string, r *rule) bool {
	v := c.vocabularies[vocabulary]
	switch {
	case v == nil:
		return true
	case v.check != nil:
		return v.check(c, path, word, r)
	case v.scoped:
		return c.scoped(v.code, path, word, v.words)
	}
	return v.has(word) || c.unknown(v.code, path, word, v.words)
}

// has reports whether a word is one of the vocabulary.
func (v *vocabulary) has(word string) bool {
	if v.among == nil {
		v.among = make(map[string]bool, len(v.words))
		for _, known := range v.words {
			v.among[known] = true
		}
	}
	return v.among[word]
}

// slug checks an id of the kommune's own choice.
func (c *checker) slug(path, id string, r *rule) bool {
	return drejebog.IsSlug(id) || c.badID(path, id, r.like)
}

func (c *checker) ownID(path, id string, r *rule) bool {
	return IsOwnID(id) || c.badID(path, id, r.like)
}

// requirement checks "category@project" or "category/requirement@project" with a
// requirement of KOMBIT's list, which the playbook does not have.
func (c *checker) requirement(path, key string, r *rule) bool {
	word, project, ok := strings.Cut(key, "@")
	if !ok {
		return c.badID(path, key, r.like)
	}
	category, requirement, one := strings.Cut(word, "/")
	known := c.known("DB-027", path, category, c.words.categories)
	if known && one && !drejebog.IsSlug(requirement) {
		known = c.badID(path, key, "migrering/plan@sapa")
	}
	return c.known("DB-003", path, project, c.words.projects) && known
}

// year checks a year that is a key.
func (c *checker) year(path, word string, _ *rule) bool {
	year, err := strconv.Atoi(word)
	if err == nil && year >= firstYear && year <= lastYear {
		return true
	}
	above := strings.TrimSuffix(path, strict.Join("", word))
	key := above[strings.LastIndexByte(strings.TrimRight(above, "."), '.')+1:]
	c.outside(at{path: path, key: strings.TrimRight(key, ".")}, lang.Both(word), number(firstYear), number(lastYear))
	return false
}

// wordsOf are the words of an enumeration, in its order.
func wordsOf(t reflect.Type) []string {
	var words []string
	for i := range uint64(256) {
		v := reflect.New(t).Elem()
		v.SetUint(i)
		if text, ok := v.Interface().(encoding.TextMarshaler); ok {
			if name, err := text.MarshalText(); err == nil && len(name) > 0 {
				words = append(words, string(name))
			}
		}
	}
	return words
}
