package drejebog

import (
	"slices"
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
}

// SectionOf is the id of the section that a step belongs to, by its id.
func SectionOf(step string) string {
	section, _, _ := strings.Cut(step, "/")
	return section
}

// SectionOf is the section that a step or a milestone stands in, by its id with or without
// its scope; of what the playbook does not know, what stands before the stroke.
func (b *Playbook) SectionOf(id string) string {
	base, scope, scoped := strings.Cut(id, "@")
	for i := range b.Milestones {
		m := &b.Milestones[i]
		if m.ID == base && (!scoped || slices.Contains(m.Projects, scope) || slices.Contains(m.Systems, scope)) {
			return m.Section
		}
	}
	return SectionOf(id)
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
	} {
		c.known(landmarksFile, "landmarks."+mark.key, strict.Part{Kind: mark.what}, mark.id, mark.known)
	}
	c.shown(steps)
	for i := range c.book.Categories {
		for k, step := range c.book.Categories[i].Shows {
			c.known(categoriesFile, strict.Index(strict.Join(strict.Index("categories", i), "shows"), k), strict.Part{Kind: "seeds/a-step"}, step, steps)
		}
	}
}

// Shown is a step of which a table of a kommune's plan says how far it is: the table is
// the home of that, and the schedule counts it.
type Shown struct {
	By   ShownBy `yaml:"by,required"`
	Step string  `yaml:"step,required"`
	Need string  `yaml:"need"` // id of the driver that says how many it takes; "": as many as the table has
}

// ShownBy is what a table says of a step.
type ShownBy uint8

// What the tables say.
const (
	BySignature    ShownBy = iota + 1 // the agreement of a project is signed
	ByCases                           // no cases of a legacy system are left to go through
	BySuperusers                      // as many superusers are taught as need it
	ByUsers                           // as many end users are
	ByOwnTest                         // the last round of the kommune's own test passed
	ByTrial                           // the last round of the operational trial passed
	BySurvey                          // each thing that the IT environment needs is held against what is there
	ByGaps                            // each has been judged
	ByClosedGaps                      // no gap is left
	ByDescriptions                    // each work process is described as it will be
	ByDecisions                       // each change of one is decided
	ByReceivers                       // each group of users of KMD Sag has a system to go to
	ByMovedCases                      // their cases are moved
	ByMovedUsers                      // the users are
)

var shownByNames = [...]string{
	BySignature: "signature", ByCases: "cases", BySuperusers: "superuserClasses", ByUsers: "userClasses", ByOwnTest: "ownTest", ByTrial: "trial",
	BySurvey: "survey", ByGaps: "gaps", ByClosedGaps: "closedGaps", ByDescriptions: "descriptions", ByDecisions: "decisions",
	ByReceivers: "receivers", ByMovedCases: "movedCases", ByMovedUsers: "movedUsers",
}

// String returns the name, or "".
func (s ShownBy) String() string { return strict.NameOf(s, shownByNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s ShownBy) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *ShownBy) UnmarshalText(text []byte) error { return strict.ReadName(s, text, shownByNames[:]) }

// ShownOf is the row of a step, nil where no table says how far it is.
func (b *Playbook) ShownOf(step string) *Shown {
	return find(b.Shown, func(row *Shown) bool { return row.Step == step })
}

// shown faults a step or a driver that the playbook does not have.
func (c *checker) shown(steps []string) {
	drivers := IDsOf(c.book.Drivers, func(d *Driver) string { return d.ID })
	for i := range c.book.Shown {
		row, path := &c.book.Shown[i], strict.Index("shown", i)
		c.known(landmarksFile, strict.Join(path, "step"), strict.Part{Kind: "seeds/a-step"}, row.Step, steps)
		if row.Need != "" {
			c.known(landmarksFile, strict.Join(path, "need"), strict.Part{Kind: "seeds/a-driver"}, row.Need, drivers)
		}
	}
}
