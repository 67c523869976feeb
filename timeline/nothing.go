package timeline

import "errors"

// ErrNotComputed says that there is nothing to write: the schedule, or what was
// made of one, did not come from Compute. Whatever such a value is asked it answers
// with nothing.
var ErrNotComputed = errors.New("timeline: nothing has been computed")

// isComputed reports whether a schedule came from Compute.
func (s *Schedule) isComputed() bool { return s != nil && s.network != nil }

func (e *Explanation) isComputed() bool {
	return e != nil && e.from.isComputed() && (e.Task != nil || e.Milestone != nil)
}

func (c *Comparison) isComputed() bool {
	return c != nil && c.Before.isComputed() && c.After.isComputed()
}

func (u *Update) isComputed() bool { return u != nil && u.Before.isComputed() && u.After.isComputed() }
