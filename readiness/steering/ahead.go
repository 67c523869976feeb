package steering

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// Due is something that falls due until the next report.
type Due struct {
	Day     date.Date `json:"date"`
	Subject string    `json:"subject"` // id of a task or milestone, key of a requirement, or place in the plan: "contracts/sag"
	What    lang.Said `json:"what"`
	Who     string    `json:"who"` // id of a person, a role or a party; "": not known
}

// isNoticeOf reports whether a task gives notice of a contract of the plan, which is
// told by its contract.
func (m *maker) isNoticeOf(id string) bool {
	t := m.Schedule.Task(id)
	return t != nil && slices.ContainsFunc(m.Schedule.Notices, func(k timeline.Notice) bool { return k.Contract != "" && k.IsBy(t) })
}

// ahead are what the kommune has to have done, what it plans to finish, and the hard dates
// of all.
func (m *maker) ahead(next date.Date) []Due {
	var list []Due
	told := map[string]bool{}
	for _, r := range m.Assessment.Reminders(int(next - m.on)) {
		if told[r.Subject] {
			continue
		}
		told[r.Subject] = true
		who := r.Role
		if len(r.People) > 0 {
			who = r.People[0]
		}
		list = append(list, Due{r.Due, r.Subject, r.What, who})
	}
	for _, h := range keydate.HardDates(m.Schedule) {
		if !told[h.ID] && h.Date <= next && !m.isNoticeOf(h.ID) {
			told[h.ID] = true
			list = append(list, Due{h.Date, h.ID, lang.OwnWords(h.Label), h.Actor})
		}
	}
	for i := range m.Schedule.Tasks {
		t := &m.Schedule.Tasks[i]
		if told[t.ID] || t.LevelOfEffort || !t.Finish.Known() || t.Finish.Date <= m.on || t.Finish.Date > next || !m.Schedule.IsAhead(t) || m.Schedule.IsOver(t.ID) || m.isNoticeOf(t.ID) {
			continue
		}
		who, _ := m.Schedule.SeesTo(t)
		list = append(list, Due{t.Finish.Date, t.ID, lang.OwnWords(m.Schedule.Label(&t.Node)), who.ID})
	}
	for i := range m.Schedule.Milestones {
		s := &m.Schedule.Milestones[i]
		if kind := s.Milestone.Kind; kind == drejebog.BudgetAdopted && s.Date.Known() && s.Date.Date >= m.on && s.Date.Date <= next && !told[s.ID] {
			list = append(list, Due{s.Date.Date, s.ID, lang.OwnWords(s.Label()), s.Milestone.Actor})
		}
	}
	return sorted(list, func(x *Due) *date.Date { return &x.Day })
}
