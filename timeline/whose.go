package timeline

// Schedule is the schedule that the view is of.
func (v *View) Schedule() *Schedule {
	if v == nil {
		return nil
	}
	return v.schedule
}

// Schedule is the schedule that the agenda is of.
func (a *Agenda) Schedule() *Schedule {
	if a == nil {
		return nil
	}
	return a.schedule
}

// Schedule is the schedule that the list is of.
func (l *WaitingList) Schedule() *Schedule {
	if l == nil {
		return nil
	}
	return l.schedule
}

// Schedule is the schedule that the years are of.
func (b *Budget) Schedule() *Schedule {
	if b == nil {
		return nil
	}
	return b.schedule
}

// Schedule is the schedule that the date is of.
func (e *Explanation) Schedule() *Schedule {
	if e == nil {
		return nil
	}
	return e.from
}
