package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Summary is what a steering group that follows many kommuner reads of one.
type Summary struct {
	Local    bool               `json:"local"`    // whether the plan holds local data; without, the dates are the playbook's and say nothing of the kommune
	SeenFrom date.Date          `json:"seenFrom"` // the later of as-of and the plan's data date
	GoLives  []*Milestone       `json:"goLives"`  // one per project, in the playbook's order
	Next     *HardDate          `json:"next"`     // the nearest one ahead; nil for none
	Breaches []drejebog.Finding `json:"breaches"` // the findings of error severity
	Warnings int                `json:"warnings"` // how many findings are warnings
}

// HardDate is a day that the kommune must keep and has not met yet: a frist, a
// confirmation of readiness, or the last day to give notice.
type HardDate struct {
	ID    string    `json:"id" form:"set"` // of the task, milestone or contract ("contracts/kmd-sag")
	Label lang.Text `json:"name" form:"set"`
	Date  date.Date `json:"date"`  // the last day
	Slack int       `json:"slack"` // working days from the earliest day that it can be met, and that is ahead; negative where that is too late
}

// Summary sums the schedule up.
func (s *Schedule) Summary() Summary {
	if !s.isComputed() {
		return Summary{Breaches: []drejebog.Finding{}}
	}
	out := Summary{Local: s.Plan.Local(), SeenFrom: s.SeenFrom(), Breaches: []drejebog.Finding{}}
	for i := range s.Milestones {
		if m := &s.Milestones[i]; m.Milestone.Kind == drejebog.GoLive {
			out.GoLives = append(out.GoLives, m)
		}
	}
	for _, hard := range s.HardDates() {
		if out.Next == nil || hard.Date < out.Next.Date || hard.Date == out.Next.Date && hard.Slack < out.Next.Slack {
			out.Next = &hard
		}
	}
	for _, f := range s.Findings {
		switch f.Severity {
		case drejebog.Fault:
			out.Breaches = append(out.Breaches, f)
		case drejebog.Warning:
			out.Warnings++
		}
	}
	return out
}

// HardDates returns the hard dates of the kommune's own that lie ahead, in the
// order of its tasks, milestones and notices. What the plan says is done, and
// what has no date, is left out.
func (s *Schedule) HardDates() []HardDate {
	if !s.isComputed() {
		return nil
	}
	var list []HardDate
	for i := range s.Tasks {
		t := &s.Tasks[i]
		hard := HardDate{ID: t.ID, Label: s.Label(&t.Node)}
		switch {
		case !t.EarlyFinish.Known() || s.facts[t.ID].ActualFinish != nil || t.NotRelevant != "":
			continue
		case s.HardDay(t) == nil || t.GivesNotice() && t.Instance != "": // told of with the contract
			continue
		}
		hard.Date = *s.HardDay(t)
		list = s.ahead(list, hard, t.EarlyFinish.Date)
	}
	for i := range s.Milestones {
		m := &s.Milestones[i]
		if m.Milestone.Kind == drejebog.Confirmation && m.Deadline != nil && m.Date.Known() && s.ReachedOn(m) == nil {
			list = s.ahead(list, HardDate{ID: m.ID, Label: s.Label(&m.Node), Date: *m.Deadline}, m.Date.Date)
		}
	}
	for i := range s.Notices {
		k := &s.Notices[i]
		t := s.noticeTask(k.Contract)
		if k.Contract == "" || k.Latest == nil || k.GivenBy(s.SeenFrom()) || t == nil || !t.EarlyFinish.Known() {
			continue
		}
		label := s.text("timeline/notice-of", lang.Args{"contract": lang.Both(k.Name)})
		list = s.ahead(list, HardDate{ID: "contracts/" + k.Contract, Label: label, Date: *k.Latest}, t.EarlyFinish.Date)
	}
	return list
}

// ReachedOn is the day that a milestone of the kommune's own was reached, nil
// where that is not known.
func (s *Schedule) ReachedOn(m *Milestone) *date.Date {
	if !s.isComputed() || m == nil {
		return nil
	}
	return s.network.reachedOn(s.network.indexOf(m.ID))
}

// ahead appends a hard date that lies ahead, with the slack to it.
func (s *Schedule) ahead(list []HardDate, hard HardDate, met date.Date) []HardDate {
	if hard.Date < s.SeenFrom() {
		return list
	}
	met = max(met, s.SeenFrom())
	hard.Slack = s.Workdays(met+1, hard.Date)
	if met > hard.Date {
		hard.Slack = -s.Workdays(hard.Date+1, met)
	}
	return append(list, hard)
}
