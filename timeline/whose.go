package timeline

// Schedule is the schedule that the view is of.
func (v *View) Schedule() *Schedule { return v.schedule }

// Schedule is the schedule that the agenda is of.
func (a *Agenda) Schedule() *Schedule { return a.schedule }

// Schedule is the schedule that the list is of.
func (l *WaitingList) Schedule() *Schedule { return l.schedule }

// Schedule is the schedule that is measured.
func (q *Quality) Schedule() *Schedule { return q.schedule }

// Schedule is the schedule that the years are of.
func (b *Budget) Schedule() *Schedule { return b.schedule }

// Schedule is the schedule that the date is of.
func (e *Explanation) Schedule() *Schedule { return e.from }
