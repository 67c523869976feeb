package timeline

import "github.com/drejebog/monopolbrud/drejebog/lang"

// UnknownTaskError says that a schedule has no such task or milestone.
type UnknownTaskError struct {
	ID      string
	Suggest string // the nearest id, or ""
}

// Error returns kind and values.
func (e *UnknownTaskError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *UnknownTaskError) Fault() (kind string, values map[string]any) {
	if e == nil {
		e = &UnknownTaskError{}
	}
	if e.Suggest == "" {
		return "timeline/unknown-task", map[string]any{"id": e.ID}
	}
	return "timeline/unknown-task-meant", map[string]any{"id": e.ID, "meant": e.Suggest}
}

// UnknownTask is the error of an id that no task or milestone of the schedule has.
func (s *Schedule) UnknownTask(id string) *UnknownTaskError {
	if !s.IsComputed() {
		return &UnknownTaskError{ID: id}
	}
	return unknownTask(id, s.ids())
}

// unknownTask is the error of an id that none of those in question is.
func unknownTask(id string, known []string) *UnknownTaskError {
	return &UnknownTaskError{ID: id, Suggest: lang.Nearest(id, known)}
}

// ids are those of all tasks and milestones.
func (s *Schedule) ids() []string {
	ids := make([]string, 0, len(s.Tasks)+len(s.Milestones))
	for i := range s.Tasks {
		ids = append(ids, s.Tasks[i].ID)
	}
	for i := range s.Milestones {
		ids = append(ids, s.Milestones[i].ID)
	}
	return ids
}
