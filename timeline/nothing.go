package timeline

// A result that did not come from Compute answers with nothing, whatever it is
// asked.

// isComputed reports whether a schedule came from Compute.
func (s *Schedule) isComputed() bool { return s != nil && s.network != nil }

func (c *Comparison) isComputed() bool {
	return c != nil && c.Before.isComputed() && c.After.isComputed()
}
