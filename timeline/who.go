package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Who is somebody who answers for a task or does it.
type Who struct {
	ID   string    `json:"id"` // of a person in the plan, a role or a party; "" for nobody
	Name lang.Text `json:"name"`
}

// MarshalJSON is the form of somebody.
func (w Who) MarshalJSON() ([]byte, error) { return form.JSON(w) }

// SeesTo are who answers for a task and who does it: the same where the plan names
// nobody else. They are zero for a task of no schedule.
func (s *Schedule) SeesTo(t *Task) (responsible, executor Who) {
	if !s.IsComputed() || t == nil || t.Step == nil {
		return Who{}, Who{}
	}
	responsible = s.responsible(t)
	if who := s.solved.Facts[t.ID].Executor; who != "" {
		return responsible, Who{who, s.called(who)}
	}
	return responsible, responsible
}

// responsible is whom the plan names, else the one person that has the role for
// the project, else the role with the people who share it.
func (s *Schedule) responsible(t *Task) Who {
	if who := s.solved.Facts[t.ID].Responsible; who != "" {
		return Who{who, s.called(who)}
	}
	role := t.Step.Role
	if role == "" {
		return Who{Name: told(s.say("timeline/nobody-responsible", nil))}
	}
	holders := s.Plan.Holders(role, t.Project)
	if len(holders) == 1 {
		return Who{holders[0], s.called(holders[0])}
	}
	name := s.called(role)
	if len(holders) > 1 {
		people := make([]lang.Text, len(holders))
		for i, id := range holders {
			people[i] = s.called(id)
		}
		name = withNote(name, people...)
	}
	return Who{role, name}
}

// Actor is the party that carries a task out: the one that the plan names, else
// the kommune.
func (s *Schedule) Actor(t *Task) string {
	if !s.IsComputed() || t == nil {
		return ""
	}
	if party := s.Book.Party(s.solved.Facts[t.ID].Executor); party != nil {
		return party.ID
	}
	return "kommune"
}

func (s *Schedule) called(id string) lang.Text { return s.Plan.Called(s.Book, id) }

// AnswersFor is the person or role that answers for a task, as a sentence names
// them: of several people that share a role, the first.
func (s *Schedule) AnswersFor(t *Task) lang.Text {
	if !s.IsComputed() || t == nil || t.Step == nil {
		return lang.Text{}
	}
	if who := s.solved.Facts[t.ID].Responsible; who != "" {
		return s.called(who)
	}
	if holders := s.Plan.Holders(t.Step.Role, t.Project); len(holders) > 0 {
		return s.called(holders[0])
	}
	return s.called(t.Step.Role).Lower()
}
