package view

import (
	"cmp"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// Grouping says what a view puts tasks together by.
type Grouping uint8

// The groupings.
const (
	ByProject Grouping = iota + 1 // the shared systems, and the kommune as such
	ByTheme                       // the playbook's chapters, and the plan's own tasks
	ByActor                       // who carries it out or owes it: the kommune, KOMBIT, suppliers …
	ByRole                        // the role that answers for it
)

var groupingNames = [...]string{ByProject: "project", ByTheme: "theme", ByActor: "actor", ByRole: "role"}

// String returns "project", "theme", "actor", "role", or "".
func (g Grouping) String() string {
	if int(g) < len(groupingNames) {
		return groupingNames[g]
	}
	return ""
}

// MarshalText writes the word.
func (g Grouping) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// View is a schedule's tasks and milestones in groups.
type View struct {
	By     Grouping
	Groups []Group // in the playbook's order, without empty ones; first what belongs to none

	Schedule *timeline.Schedule
}

// Group is what a view puts together.
type Group struct {
	Key        string // id of the project, theme, party or role; "own" for own tasks without theme; "" for none
	Name       lang.Text
	Tasks      []*timeline.Task      // in the schedule's order
	Milestones []*timeline.Milestone // in the schedule's order; none by role, which answers for tasks only
}

// Of groups a schedule's tasks and milestones.
func Of(s *timeline.Schedule, by Grouping) *View {
	if !s.IsComputed() {
		return &View{By: by}
	}
	v := &View{By: by, Schedule: s}
	groups := map[string]*Group{}
	order := groupsOf(s, by)
	for i := range order {
		groups[order[i].Key] = &order[i]
	}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if g := groups[taskKey(s, t, by)]; g != nil {
			g.Tasks = append(g.Tasks, t)
		}
	}
	for i := range s.Milestones {
		m := &s.Milestones[i]
		if g := groups[milestoneKey(s, m, by)]; g != nil && by != ByRole {
			g.Milestones = append(g.Milestones, m)
		}
	}
	for _, g := range order {
		if len(g.Tasks)+len(g.Milestones) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	return v
}

// groupsOf lists the groups that there can be.
func groupsOf(s *timeline.Schedule, by Grouping) []Group {
	groups := []Group{{}}
	switch by {
	case ByActor: // everything has one
	case ByProject:
		groups[0].Name = s.Book.ScopeText("")
	default:
		groups[0].Name = s.Book.Words.Key("timeline-no-group", by.String(), nil)
	}
	switch by {
	case ByProject:
		for i := range s.Book.Projects {
			p := &s.Book.Projects[i]
			groups = append(groups, Group{Key: p.ID, Name: lang.Both(p.Name)})
		}
	case ByTheme:
		for theme := drejebog.Organisation; theme <= drejebog.Procurement; theme++ {
			groups = append(groups, Group{Key: theme.String(), Name: s.Book.ThemeTitle(theme)})
		}
		groups = append(groups, Group{Key: plan.OwnActivity, Name: s.Book.Words.Say("timeline/own-tasks", nil)})
	case ByActor:
		for i := range s.Book.Parties {
			p := &s.Book.Parties[i]
			groups = append(groups, Group{Key: p.ID, Name: p.Name})
		}
	case ByRole:
		for i := range s.Book.Roles {
			r := &s.Book.Roles[i]
			groups = append(groups, Group{Key: r.ID, Name: r.Name})
		}
	}
	return groups
}

func taskKey(s *timeline.Schedule, t *timeline.Task, by Grouping) string {
	switch by {
	case ByProject:
		return t.Project
	case ByTheme:
		return cmp.Or(t.Activity.Theme.String(), plan.OwnActivity)
	case ByActor:
		return s.Actor(t)
	}
	return t.Step.Role
}

// milestoneKey finds a milestone's group; its theme is that of the section that
// it stands in.
func milestoneKey(s *timeline.Schedule, m *timeline.Milestone, by Grouping) string {
	switch by {
	case ByProject:
		return m.Project
	case ByActor:
		return m.Milestone.Actor
	case ByTheme:
		if a := s.Book.Activity(m.Milestone.Section); a != nil {
			return a.Theme.String()
		}
	}
	return ""
}
