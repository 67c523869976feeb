package timeline

// A result that did not come from Compute answers with nothing, whatever it is
// asked.

// IsComputed reports whether a schedule came from Compute. One that did not has
// nothing to tell, whatever it is asked.
func (s *Schedule) IsComputed() bool { return s != nil && s.network != nil }
