package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// MarshalJSON is the form that seeds/schema/timeline-view.schema.json describes.
func (v View) MarshalJSON() ([]byte, error) { return form.JSON(v) }

// Form is the groups with the ids of their tasks and milestones; what these are
// stands in the schedule's form.
func (v View) Form() any {
	return struct {
		drejebog.Head
		By     Grouping `json:"by" form:"set"`
		Groups []Group  `json:"groups"`
	}{v.schedule.Head("timeline-view"), v.By, v.Groups}
}

// MarshalJSON is the group's form.
func (g Group) MarshalJSON() ([]byte, error) { return form.JSON(g) }

type groupForm struct {
	Key        string    `json:"key"` // null for what belongs to none
	Name       lang.Text `json:"name"`
	Tasks      []string  `json:"tasks"`      // ids
	Milestones []string  `json:"milestones"` // ids
}

// Form has the ids of the group's tasks and milestones.
func (g Group) Form() any {
	f := groupForm{Key: g.Key, Name: g.Name}
	for _, t := range g.Tasks {
		f.Tasks = append(f.Tasks, t.ID)
	}
	for _, m := range g.Milestones {
		f.Milestones = append(f.Milestones, m.ID)
	}
	return f
}
