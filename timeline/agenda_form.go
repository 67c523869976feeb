package timeline

import "io"

// WriteJSON writes the agenda with stable fields in a fixed order.
func (a *Agenda) WriteJSON(w io.Writer) error {
	type jsonDuty struct {
		Task         string  `json:"task"`
		DA           string  `json:"da"`
		EN           string  `json:"en"`
		Project      *string `json:"project"`
		Start        string  `json:"start"`
		Finish       string  `json:"finish"`
		TotalFloat   int     `json:"totalFloat"`
		Critical     bool    `json:"critical"`
		Deadline     *string `json:"deadline"`
		DeadlineKind *string `json:"deadlineKind"`
		Responsible  *string `json:"responsible"`
		Executor     *string `json:"executor"`
		Near         bool    `json:"near"`
	}
	out := struct {
		From   string     `json:"from"`
		Near   string     `json:"near"`
		Last   string     `json:"last"`
		Duties []jsonDuty `json:"duties"`
	}{a.From.String(), a.Near.String(), a.Last.String(), []jsonDuty{}}
	for i := range a.Duties {
		d := &a.Duties[i]
		t := d.Task
		label := a.schedule.Label(&t.Node)
		out.Duties = append(out.Duties, jsonDuty{
			Task: t.ID, DA: label.DA, EN: label.EN, Project: orNull(t.Project), Start: t.Start.Date.String(), Finish: t.Finish.Date.String(),
			TotalFloat: t.TotalFloat, Critical: t.Critical, Deadline: isoOrNull(t.Deadline), DeadlineKind: orNull(t.DeadlineKind.String()),
			Responsible: orNull(d.Responsible.ID), Executor: orNull(d.Executor.ID), Near: d.Near,
		})
	}
	return writeJSON(w, out)
}
