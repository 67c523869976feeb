package timeline

import (
	"errors"
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
)

var (
	errNotComputed = errors.New("timeline: the schedule was not computed")
	errNoChange    = errors.New("timeline: no change to compute")
)

// With is what the schedule would be if the plan were another: change is called with
// a copy of the plan that Compute was given, and the answer is that of Compute for the
// changed copy, findings and errors included, whatever was done to the schedule's Plan
// since. The schedule and its plan stay as they are. It shares the book with the schedule, the working days where change leaves
// as-of and calendar alone, and the engine's graph where tasks keep their lengths and
// links; it takes about as long as Compute, and less of it for a plan with a calendar
// of its own.
func (s *Schedule) With(change func(*plan.Plan)) (*Schedule, error) {
	switch {
	case !s.IsComputed() || s.given == nil:
		return nil, errNotComputed
	case change == nil:
		return nil, errNoChange
	}
	p := s.given.Clone()
	change(p)
	kommune, err := s.whole.Kommune(p.Kommune)
	if err != nil {
		return nil, err
	}
	return computed(s.whole, kommune, p, func(usable *plan.Plan) (*model.Basis, error) {
		if reflect.DeepEqual(usable.AsOf, s.used.AsOf) && reflect.DeepEqual(usable.Calendar, s.used.Calendar) {
			return s.solved.Basis, nil
		}
		return model.NewBasis(s.whole, usable)
	}, s)
}
