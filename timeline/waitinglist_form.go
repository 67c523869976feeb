package timeline

import (
	"io"
)

// WriteJSON writes the whole list with stable fields in a fixed order.
func (l *WaitingList) WriteJSON(w io.Writer) error {
	type jsonAwaiting struct {
		ID         string   `json:"id"`
		DA         string   `json:"da"`
		EN         string   `json:"en"`
		Actor      string   `json:"actor"`
		Project    *string  `json:"project"`
		State      string   `json:"state"`
		Promised   *string  `json:"promised"`
		Delivered  *string  `json:"delivered"`
		DaysLate   int      `json:"daysLate"`
		Expected   jsonWhen `json:"expected"`
		Needed     jsonWhen `json:"needed"`
		TotalFloat int      `json:"totalFloat"`
		HoldsUp    []string `json:"holdsUp"`
		Helps      []string `json:"helps"`
	}
	out := struct {
		SeenFrom     string         `json:"seenFrom"`
		Deliverables []jsonAwaiting `json:"deliverables"`
	}{l.schedule.SeenFrom().String(), []jsonAwaiting{}}
	for i := range l.Deliverables {
		a := &l.Deliverables[i]
		label := l.schedule.Label(&a.Milestone.Node)
		out.Deliverables = append(out.Deliverables, jsonAwaiting{
			ID: a.Milestone.ID, DA: label.DA, EN: label.EN, Actor: a.Milestone.Milestone.Actor, Project: orNull(a.Milestone.Project),
			State: a.State.String(), Promised: isoOrNull(a.Promised), Delivered: isoOrNull(a.Delivered), DaysLate: a.Late,
			Expected: jsonWhenOf(a.Milestone.Date), Needed: jsonWhenOf(a.Milestone.Latest), TotalFloat: a.Milestone.TotalFloat,
			HoldsUp: a.HoldsUp, Helps: a.Helps,
		})
	}
	return writeJSON(w, out)
}
