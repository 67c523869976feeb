package plan

import (
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The JSON of a plan and of each of its parts is what Read reads: the keys of the
// grammar, nothing of what is absent, numbers with decimals as texts. It is read as
// strictly: an unknown key, one that stands twice and a value of the wrong kind are
// errors, all of them at once. What they say is held against the playbook by Check.

// fromJSON fills a part of a plan. It is left as it was where anything is wrong.
func fromJSON[T any](data []byte, into *T) error {
	var read T
	_, faults := ways(period.BuiltIn()).Read("", data, &read, limits)
	if len(faults) > 0 {
		return joinedFaults(faults)
	}
	*into = read
	return nil
}

// UnmarshalJSON reads a plan, of the first version too, without a playbook: what
// Read takes from one for a plan of the first version, the name of a contract of
// which no more than a payment is known, is that of the module's own.
func (p *Plan) UnmarshalJSON(data []byte) error {
	var written anyVersion
	if err := fromJSON(data, &written); err != nil {
		return err
	}
	read, _ := written.plan(nil)
	*p = *read
	return nil
}

// UnmarshalJSON reads a contract, of the first version too.
func (c *Contract) UnmarshalJSON(data []byte) error {
	var written firstContract
	if err := fromJSON(data, &written); err != nil {
		return err
	}
	*c = written.contract()
	return nil
}

// MarshalJSON writes what Read reads.
func (a Absence) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a Adjustment) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a AddOn) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a Agreement) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (a Answer) MarshalJSON() ([]byte, error) { return strict.JSON(a) }

// MarshalJSON writes what Read reads.
func (b Baseline) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (b Benefit) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (b BudgetCalendar) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (b BusinessCase) MarshalJSON() ([]byte, error) { return strict.JSON(b) }

// MarshalJSON writes what Read reads.
func (c Calendar) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c CaseCount) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c CleanUp) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c Closure) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (c Contract) MarshalJSON() ([]byte, error) { return strict.JSON(c) }

// MarshalJSON writes what Read reads.
func (d Decision) MarshalJSON() ([]byte, error) { return strict.JSON(d) }

// MarshalJSON writes what Read reads.
func (d Deliverable) MarshalJSON() ([]byte, error) { return strict.JSON(d) }

// MarshalJSON writes what Read reads.
func (e EarlierAnswer) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e Edge) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e EnvironmentItem) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e Evidence) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (e Expenditure) MarshalJSON() ([]byte, error) { return strict.JSON(e) }

// MarshalJSON writes what Read reads.
func (h HoursRange) MarshalJSON() ([]byte, error) { return strict.JSON(h) }

// MarshalJSON writes what Read reads.
func (i Interface) MarshalJSON() ([]byte, error) { return strict.JSON(i) }

// MarshalJSON writes what Read reads.
func (k KronerRange) MarshalJSON() ([]byte, error) { return strict.JSON(k) }

// MarshalJSON writes what Read reads.
func (l Line) MarshalJSON() ([]byte, error) { return strict.JSON(l) }

// MarshalJSON writes what Read reads.
func (m Migration) MarshalJSON() ([]byte, error) { return strict.JSON(m) }

// MarshalJSON writes what Read reads.
func (o OwnTask) MarshalJSON() ([]byte, error) { return strict.JSON(o) }

// MarshalJSON writes what Read reads.
func (p Payment) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Person) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Plan) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Predecessor) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Process) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (p Project) MarshalJSON() ([]byte, error) { return strict.JSON(p) }

// MarshalJSON writes what Read reads.
func (r Risk) MarshalJSON() ([]byte, error) { return strict.JSON(r) }

// MarshalJSON writes what Read reads.
func (s SagExit) MarshalJSON() ([]byte, error) { return strict.JSON(s) }

// MarshalJSON writes what Read reads.
func (t Task) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (t Tender) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (t TestRun) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (t TrainingSession) MarshalJSON() ([]byte, error) { return strict.JSON(t) }

// MarshalJSON writes what Read reads.
func (w WorkdaysRange) MarshalJSON() ([]byte, error) { return strict.JSON(w) }

// UnmarshalJSON is as strict as Read.
func (a *Absence) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *Adjustment) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *AddOn) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *Agreement) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (a *Answer) UnmarshalJSON(data []byte) error { return fromJSON(data, a) }

// UnmarshalJSON is as strict as Read.
func (b *Baseline) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (b *Benefit) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (b *BudgetCalendar) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (b *BusinessCase) UnmarshalJSON(data []byte) error { return fromJSON(data, b) }

// UnmarshalJSON is as strict as Read.
func (c *Calendar) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (c *CaseCount) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (c *CleanUp) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (c *Closure) UnmarshalJSON(data []byte) error { return fromJSON(data, c) }

// UnmarshalJSON is as strict as Read.
func (d *Decision) UnmarshalJSON(data []byte) error { return fromJSON(data, d) }

// UnmarshalJSON is as strict as Read.
func (d *Deliverable) UnmarshalJSON(data []byte) error { return fromJSON(data, d) }

// UnmarshalJSON is as strict as Read.
func (e *EarlierAnswer) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *Edge) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *EnvironmentItem) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *Evidence) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (e *Expenditure) UnmarshalJSON(data []byte) error { return fromJSON(data, e) }

// UnmarshalJSON is as strict as Read.
func (h *HoursRange) UnmarshalJSON(data []byte) error { return fromJSON(data, h) }

// UnmarshalJSON is as strict as Read.
func (i *Interface) UnmarshalJSON(data []byte) error { return fromJSON(data, i) }

// UnmarshalJSON is as strict as Read.
func (k *KronerRange) UnmarshalJSON(data []byte) error { return fromJSON(data, k) }

// UnmarshalJSON is as strict as Read.
func (l *Line) UnmarshalJSON(data []byte) error { return fromJSON(data, l) }

// UnmarshalJSON is as strict as Read.
func (m *Migration) UnmarshalJSON(data []byte) error { return fromJSON(data, m) }

// UnmarshalJSON is as strict as Read.
func (o *OwnTask) UnmarshalJSON(data []byte) error { return fromJSON(data, o) }

// UnmarshalJSON is as strict as Read.
func (p *Payment) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Person) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Predecessor) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Process) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (p *Project) UnmarshalJSON(data []byte) error { return fromJSON(data, p) }

// UnmarshalJSON is as strict as Read.
func (r *Risk) UnmarshalJSON(data []byte) error { return fromJSON(data, r) }

// UnmarshalJSON is as strict as Read.
func (s *SagExit) UnmarshalJSON(data []byte) error { return fromJSON(data, s) }

// UnmarshalJSON is as strict as Read.
func (t *Task) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (t *Tender) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (t *TestRun) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (t *TrainingSession) UnmarshalJSON(data []byte) error { return fromJSON(data, t) }

// UnmarshalJSON is as strict as Read.
func (w *WorkdaysRange) UnmarshalJSON(data []byte) error { return fromJSON(data, w) }
