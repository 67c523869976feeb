package timeline

import (
	"io"
)

// WriteJSON writes the groups with the ids of their tasks and milestones; what
// these are stands in Schedule.WriteJSON.
func (v *View) WriteJSON(w io.Writer) error {
	type jsonGroup struct {
		Key        string   `json:"key"`
		DA         string   `json:"da"`
		EN         string   `json:"en"`
		Tasks      []string `json:"tasks"`
		Milestones []string `json:"milestones"`
	}
	out := struct {
		By     string      `json:"by"`
		Groups []jsonGroup `json:"groups"`
	}{v.By.String(), []jsonGroup{}}
	for _, g := range v.Groups {
		row := jsonGroup{Key: g.Key, DA: g.Name.DA, EN: g.Name.EN, Tasks: []string{}, Milestones: []string{}}
		for _, t := range g.Tasks {
			row.Tasks = append(row.Tasks, t.ID)
		}
		for _, m := range g.Milestones {
			row.Milestones = append(row.Milestones, m.ID)
		}
		out.Groups = append(out.Groups, row)
	}
	return writeJSON(w, out)
}
