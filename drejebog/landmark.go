package drejebog

import (
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Landmarks are the ids of what the rules of computing speak of in the
// playbook: which section is on what, and which step does what. An edition that
// is cut out may lack the section or the step.
type Landmarks struct {
	Budget       string `yaml:"budget,required"`       // section: the kommune's budget
	Requirements string `yaml:"requirements,required"` // section: the requirements to readiness, by project
	Lead         string `yaml:"lead,required"`         // step: the level of effort that a project is led with
	CutOver      string `yaml:"cutOver,required"`      // step: moves the data
	Notice       string `yaml:"notice,required"`       // step: gives notice of the contracts on a legacy system
	Signing      string `yaml:"signing,required"`      // step: signs the data-processing agreement
	CleanUp      string `yaml:"cleanUp,required"`      // step: goes through the cases of a legacy system
}

// SectionOf is the id of the section that a step belongs to, by its id.
func SectionOf(step string) string {
	section, _, _ := strings.Cut(step, "/")
	return section
}

// landmarks faults a section or a step that no activity has, in the landmarks and in what
// a category shows.
func (c *checker) landmarks() {
	marks := &c.book.Landmarks
	sections := IDsOf(c.book.Activities, func(a *Activity) string { return a.ID })
	steps := c.book.StepIDs()
	for _, mark := range []struct {
		key, id, what string
		known         []string
	}{
		{"budget", marks.Budget, "seeds/a-section", sections},
		{"requirements", marks.Requirements, "seeds/a-section", sections},
		{"lead", marks.Lead, "seeds/a-step", steps},
		{"cutOver", marks.CutOver, "seeds/a-step", steps},
		{"notice", marks.Notice, "seeds/a-step", steps},
		{"signing", marks.Signing, "seeds/a-step", steps},
		{"cleanUp", marks.CleanUp, "seeds/a-step", steps},
	} {
		c.known(landmarksFile, "landmarks."+mark.key, strict.Part{Kind: mark.what}, mark.id, mark.known)
	}
	for i := range c.book.Categories {
		for k, step := range c.book.Categories[i].Shows {
			c.known(categoriesFile, strict.Index(strict.Join(strict.Index("categories", i), "shows"), k), strict.Part{Kind: "seeds/a-step"}, step, steps)
		}
	}
}
