package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/timeline-agenda.schema.json
// describes.
func (a Agenda) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// agendaFields are an agenda's own.
type agendaFields Agenda

// Form is the days and what has to be done in them.
func (a Agenda) Form() any {
	return struct {
		drejebog.Head
		agendaFields
	}{a.schedule.Head("timeline-agenda"), agendaFields(a)}
}

// MarshalJSON is the form of somebody.
func (w Who) MarshalJSON() ([]byte, error) { return form.JSON(w) }

// MarshalJSON is the duty's form.
func (d Duty) MarshalJSON() ([]byte, error) { return form.JSON(d) }

type dutyForm struct {
	Task         string           `json:"task" form:"set"`
	Name         lang.Text        `json:"name" form:"set"`
	Project      string           `json:"project"`
	Start        When             `json:"start"`
	Finish       When             `json:"finish"`
	TotalFloat   *int             `json:"totalFloat"`
	Critical     bool             `json:"critical"`
	Deadline     *date.Date       `json:"deadline"`
	DeadlineKind drejebog.EndKind `json:"deadlineKind"`
	Responsible  Who              `json:"responsible"`
	Executor     Who              `json:"executor"`
	Near         bool             `json:"near"`
}

// Form is the task as far as those who see to it need it.
func (d Duty) Form() any {
	f := dutyForm{Responsible: d.Responsible, Executor: d.Executor, Near: d.Near}
	if t := d.Task; t != nil {
		f.Task, f.Name, f.Project = t.ID, t.Label(), t.Project
		f.Start, f.Finish, f.TotalFloat = t.Start, t.Finish, counted(t.TotalFloat, t.HasFloat())
		f.Critical, f.Deadline, f.DeadlineKind = t.Critical, t.Deadline, t.DeadlineKind
	}
	return f
}
