package readiness

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// Reminder is something that somebody in the kommune has to have done soon.
type Reminder struct {
	Role    string    `json:"role"`    // id of a role, or of a person
	People  []string  `json:"people"`  // ids of the plan's people with the role for the project
	Project string    `json:"project"` // id; "" for the kommune as such
	Subject string    `json:"subject"` // id of a task, key of a requirement, or place in the plan: "contracts/sag", "environment/pc"
	What    lang.Said `json:"what"`
	Due     date.Date `json:"due"`
	Left    int       `json:"workdaysLeft"` // working days from the day after the assessment to the due day, both included
}

// RemindDays is how many calendar days ahead the page and the JSON remind.
const RemindDays = 30

// Reminders lists what falls due from the day of the assessment to so many
// calendar days after it: tasks, requirements, notice of contracts and gaps in the
// IT environment that are open. By role, then by day.
func (a *Assessment) Reminders(days int) []Reminder {
	r := reminding{Assessment: a, last: a.On + date.Date(days)}
	for i := range a.Schedule.Tasks {
		r.task(i)
	}
	for i := range a.Projects {
		p := &a.Projects[i]
		for j := range p.Items {
			r.item(p, &p.Items[j])
		}
	}
	for i := range a.Schedule.Notices {
		r.notice(i)
	}
	for id, item := range r.Schedule.Plan.Environment {
		r.gap(id, &item)
	}
	slices.SortStableFunc(r.list, func(x, y Reminder) int {
		return cmp.Or(cmp.Compare(x.Role, y.Role), cmp.Compare(x.Due, y.Due), cmp.Compare(x.Subject, y.Subject))
	})
	return r.list
}

// reminding is a list of reminders on its way.
type reminding struct {
	*Assessment
	last date.Date
	list []Reminder
}

func (r *reminding) add(m Reminder) {
	if m.Due < r.On || m.Due > r.last || r.only != "" && m.Project != r.only {
		return
	}
	if _, ok := r.Schedule.Plan.People[m.Role]; ok {
		m.People = []string{m.Role}
	} else {
		m.People = r.Schedule.Plan.Holders(m.Role, m.Project)
	}
	m.Left = r.Schedule.Workdays(r.On+1, m.Due)
	r.list = append(r.list, m)
}

// task adds a task that has to be finished soon: by the last day that the
// schedule allows, or by its window if that is earlier or all that is known.
func (r *reminding) task(i int) {
	t := &r.Schedule.Tasks[i]
	own := r.Schedule.Facts(t.ID)
	if t.LevelOfEffort || t.NotRelevant != "" || r.stated[t.ID] || own.IsDoneUndated() || own.ActualFinish != nil && *own.ActualFinish <= r.On {
		return
	}
	due, known := t.LateFinish.Date, t.LateFinish.Known()
	if t.Deadline != nil && (!known || *t.Deadline < due) {
		due, known = *t.Deadline, true
	}
	if !known {
		return
	}
	r.add(Reminder{
		Role: cmp.Or(own.Executor, own.Responsible, t.Step.Role), Project: t.Project, Subject: t.ID, What: lang.OwnWords(r.Schedule.Label(&t.Node)), Due: due,
	})
}

func (r *reminding) item(p *ProjectAssessment, item *Item) {
	if item.open() && item.Due != nil {
		r.add(Reminder{Role: item.Responsible, Project: p.ID, Subject: item.Key, What: lang.OwnWords(item.Requirement.Both()), Due: *item.Due})
	}
}

func (r *reminding) notice(i int) {
	n := &r.Schedule.Notices[i]
	if n.Contract == "" || n.Latest == nil || n.GivenBy(r.On) {
		return
	}
	r.add(Reminder{
		Role: r.rules.Judged("contracts").Role, Project: n.Project, Subject: n.Subject(), Due: *n.Latest,
		What: r.say("readiness/give-notice", lang.Args{"contract": lang.Both(n.Name)}),
	})
}

// gap adds something that the IT environment lacks: by its own day, or by the
// first day that one of the systems that need it has to be confirmed.
func (r *reminding) gap(id string, item *plan.EnvironmentItem) {
	due := item.Due
	for i := range r.Projects {
		if p := &r.Projects[i]; item.Due == nil && concerns(item.Project, p) && lang.CompareDays(p.Forecast.Deadline, due) < 0 {
			due = p.Forecast.Deadline
		}
	}
	if due == nil || !openGap(item, r.On) {
		return
	}
	what := r.say("readiness/get-in-place", lang.Args{"item": lang.Both(item.Name)})
	if item.Gap == plan.GapPurchase && item.Ordered == nil {
		what = r.say("readiness/order", lang.Args{"item": lang.Both(item.Name)})
	}
	r.add(Reminder{Role: r.rules.Judged("environment").Role, Project: cmp.Or(item.Project, r.only), Subject: "environment/" + id, What: what, Due: *due})
}
