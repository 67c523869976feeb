package drejebog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/finding"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// check holds the files against each other: ids that are unique and known,
// provenance, windows, durations, editions, the network without cycles, and
// every edge against the printed windows.
func (s *seedSet) check() {
	b := s.playbook()
	c := &checker{seedSet: s, book: b, ids: nodeIDs(b)}
	c.editions()
	c.tables()
	c.collections()
	for i := range s.chapters {
		for j := range s.chapters[i].Activities {
			c.activity(activityFiles[i], fmt.Sprintf("activities[%d]", j), &s.chapters[i].Activities[j])
		}
	}
	c.milestones()
	c.dependencies()
	c.findings()
	c.landmarks()
	c.unusedLengths()
	c.periods()
	if len(s.faults) == 0 {
		c.bases()
		c.network()
	}
}

// checker holds what the checks look up.
type checker struct {
	*seedSet
	book *Playbook
	seen map[string]bool // "file list id": ids that have been met
	ids  []string        // of all steps and milestones, with their scope and without

	lengths map[string]bool // words of the vague lengths that something counts with
}

// fault notes what stands at a path of a file and what was expected instead.
func (c *checker) fault(file, path string, got any, want strict.Part) {
	f := strict.Fault{File: file, Path: path, Kind: strict.KindBadValue, Got: got, Want: want}
	if document := c.documentsRead[file]; document != nil {
		if place, ok := document.Where(path); ok {
			f.Line, f.Column = place.Line, place.Column
		}
	}
	c.faults = append(c.faults, f)
}

// known faults a word that is not among the known ones, with the nearest.
func (c *checker) known(file, path string, what strict.Part, word string, known []string) {
	if slices.Contains(known, word) {
		return
	}
	c.fault(file, path, word, what)
	c.faults[len(c.faults)-1].Suggest = lang.Nearest(word, known)
}

// unique faults an id that its list has already.
func (c *checker) unique(file, path, list, id string) {
	key := file + " " + list + " " + id
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	if c.seen[key] {
		c.fault(file, path, id, strict.Part{Kind: "seeds/own-id"})
	}
	c.seen[key] = true
}

// provenance faults a fact without source, and an implied or assumed one
// without reasoning.
func (c *checker) provenance(file, path string, p Provenance) {
	if p.Section == "" && p.Address == "" {
		c.fault(file, path, strict.Part{Kind: "seeds/without-source"}, strict.Part{Kind: "seeds/section-or-source"})
	}
	if p.Section != "" {
		c.known(file, path+".section", strict.Part{Kind: "seeds/a-section"}, p.Section, c.sectionIDs())
	}
	if p.Since != "" {
		c.known(file, path+".since", strict.Part{Kind: "seeds/an-edition"}, p.Since, c.editionNumbers())
	}
	if p.Certainty != Stated && p.Why.IsZero() {
		c.fault(file, path, strict.Part{Kind: "seeds/without-why", Values: map[string]any{"certainty": p.Certainty.String()}}, strict.Part{Kind: "seeds/why"})
	}
}

// chapters that facts are taken from beside the activities and cases.
var chapters = []string{"1", "2", "3", "4", "5", "6", "7"}

func (c *checker) sectionIDs() []string {
	ids := slices.Clone(chapters)
	for i := range c.book.Activities {
		ids = append(ids, c.book.Activities[i].ID)
	}
	for i := range c.book.Cases {
		ids = append(ids, c.book.Cases[i].ID)
	}
	return ids
}

func (c *checker) editionNumbers() []string {
	return IDsOf(c.book.Editions, func(e *Edition) string { return e.Number })
}

func (c *checker) editions() {
	if len(c.book.Editions) == 0 {
		c.fault(editionsFile, "editions", strict.Part{Kind: "seeds/empty-list"}, strict.Part{Kind: "seeds/an-edition-at-least"})
	}
	for i := range c.book.Editions {
		e := &c.book.Editions[i]
		path := fmt.Sprintf("editions[%d]", i)
		c.unique(editionsFile, path+".number", "editions", e.Number)
		c.provenance(editionsFile, path, e.Provenance)
		if i > 0 && e.Date <= c.book.Editions[i-1].Date {
			c.fault(editionsFile, path+".date", e.Date.String(), strict.Part{Kind: "seeds/later-edition"})
		}
		for _, list := range []struct {
			name string
			ids  []string
			has  func(id string) bool
		}{
			{"added", e.Added, func(id string) bool { return c.since(id) == e.Number }},
			{"changed", e.Changed, func(id string) bool { return slices.Contains(c.changedIn(id), e.Number) }},
		} {
			for j, id := range list.ids {
				place := fmt.Sprintf("%s.%s[%d]", path, list.name, j)
				c.known(editionsFile, place, strict.Part{Kind: "seeds/activity-or-case"}, id, c.sectionIDs())
				if !list.has(id) {
					c.fault(editionsFile, place, id, strict.Part{Kind: "seeds/said-by-section", Values: map[string]any{"edition": e.Number}})
				}
			}
		}
	}
}

// since returns the edition that an activity or a case came with.
func (c *checker) since(id string) string {
	if a := c.book.Activity(id); a != nil {
		return a.Since
	}
	if x := find(c.book.Cases, func(x *Case) bool { return x.ID == id }); x != nil {
		return x.Since
	}
	return ""
}

// changedIn returns the editions that changed an activity or a case.
func (c *checker) changedIn(id string) []string {
	var changes []Change
	if a := c.book.Activity(id); a != nil {
		changes = a.Changed
	} else if x := find(c.book.Cases, func(x *Case) bool { return x.ID == id }); x != nil {
		changes = x.Changed
	}
	return IDsOf(changes, func(ch *Change) string { return ch.Edition })
}

// changes holds an entry's changes against the editions that list them.
func (c *checker) changes(file, path, id string, changes []Change) {
	for i, change := range changes {
		place := fmt.Sprintf("%s.changed[%d].edition", path, i)
		edition := find(c.book.Editions, func(e *Edition) bool { return e.Number == change.Edition })
		if edition == nil || !slices.Contains(edition.Changed, id) {
			c.fault(file, place, change.Edition, strict.Part{Kind: "seeds/said-by-edition", Values: map[string]any{"id": id}})
		}
	}
}

func (c *checker) findings() {
	for i := range c.book.FindingRules {
		rule := &c.book.FindingRules[i]
		path := fmt.Sprintf("findings[%d]", i)
		c.unique(findingsFile, path+".code", "findings", rule.Code)
		if !strings.HasPrefix(rule.Code, "DB-") {
			c.fault(findingsFile, path+".code", rule.Code, strict.Part{Kind: "seeds/a-code", Values: map[string]any{"begin": "DB-"}})
		}
		texts := []struct {
			key  string
			text lang.Text
		}{{"text", rule.Text}, {"remedy", rule.Remedy}}
		if rule.Covers != "" && finding.Rules(c.book.FindingRules).Of(rule.Covers) == nil {
			c.fault(findingsFile, path+".covers", rule.Covers, strict.Part{Kind: "seeds/a-code", Values: map[string]any{"begin": "DB-"}})
		}
		if rule.Several != nil {
			texts = append(texts, texts[0], texts[1])
			texts[2].key, texts[2].text = "several.text", rule.Several.Text
			texts[3].key, texts[3].text = "several.each", rule.Several.Each
		}
		for _, text := range texts {
			if da, en := lang.Places(text.text.DA), lang.Places(text.text.EN); !slices.Equal(da, en) {
				c.fault(findingsFile, path+"."+text.key, strict.Part{Kind: "seeds/places", Values: map[string]any{"da": strings.Join(da, " "), "en": strings.Join(en, " ")}}, strict.Part{Kind: "seeds/same-places"})
			}
		}
	}
}
