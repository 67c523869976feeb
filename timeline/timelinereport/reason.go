package timelinereport

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/rickb777/date/v2"
)

// Chain tells one of the chains of an explanation, a sentence for each link: what
// holds the date, why, and where that is said. What was asked about is "it". A chain
// that was cut ends with where the rest stands.
func Chain(e *explain.Explanation, chain []timeline.Reason) []lang.Text {
	if e == nil || (teller{e.Schedule}).isSilent() {
		return nil
	}
	t := teller{e.Schedule}
	list := make([]lang.Text, len(chain))
	for i := range chain {
		list[i] = t.reason(&chain[i], chain[i].ID == e.ID)
	}
	if on := t.Node(restOf(chain)); on != nil {
		list = append(list, t.text("timeline/chain-goes-on", lang.Args{"name": t.Label(on).Quoted()}))
	}
	return list
}

// restOf is the id at which a chain goes on that was cut, "" for a whole one.
func restOf(chain []timeline.Reason) string {
	if len(chain) == 0 {
		return ""
	}
	on := chain[len(chain)-1].On
	if slices.ContainsFunc(chain, func(r timeline.Reason) bool { return r.ID == on }) {
		return ""
	}
	return on
}

// link is a link of a chain on its way into a sentence.
type link struct {
	*timeline.Reason
	node *drejebog.Node // whose date it is
	on   *drejebog.Node // what it rests on, or nil
	name lang.Text      // of the node, quoted, or "it"
	day  lang.Text      // the date
}

// reason tells one link of a chain, of what was asked about or further on.
func (t teller) reason(r *timeline.Reason, asked bool) lang.Text {
	l := link{r, t.Node(r.ID), t.Node(r.On), lang.Text{}, t.whenText(r.Date)}
	if l.node == nil {
		return lang.Text{} // of another schedule
	}
	l.name = t.Label(l.node).Quoted()
	if asked {
		l.name = t.text("timeline/it", nil)
	}
	switch {
	case r.By == driver.Link && (l.on == nil || r.Edge == nil):
		return lang.Text{}
	case r.By == driver.Link && r.Late:
		return lang.Joined(" ", t.latest(&l, t.after(&l)), t.because(r.Edge))
	case r.By == driver.Link:
		return lang.Joined(" ", t.earliest(&l, t.before(&l)), t.because(r.Edge))
	case r.By == driver.Finish && asked:
		return t.text("timeline/nothing-hard-waits", nil)
	case r.By == driver.Finish:
		return t.text("timeline/nothing-hard-waits-for", lang.Args{"name": l.name})
	case l.node.Milestone != nil && r.By == driver.Plan && !r.Date.Known() && asked:
		return t.text("timeline/date-unknown", nil)
	case l.node.Milestone != nil && r.By == driver.Plan && !r.Date.Known():
		return t.text("timeline/date-unknown-of", lang.Args{"name": l.name})
	case l.node.Milestone != nil:
		return t.milestoneReason(&l, asked)
	}
	return t.taskReason(&l)
}

// taskReason says what holds a task's date where no link does.
func (t teller) taskReason(l *link) lang.Text {
	task := t.Task(l.ID)
	switch {
	case l.By == driver.Deadline && task.Deadline != nil:
		return t.latest(l, t.deadlineWords(task))
	case l.By == driver.Term:
		return t.termReason(task, l)
	case l.By == driver.Effort:
		return t.effortReason(task, l.name)
	}
	return t.earliest(l, t.taskWords(l))
}

// termReason says by when notice has to be given: by the terms of the contract, or by
// the playbook's for the end of the system.
func (t teller) termReason(task *timeline.Task, l *link) lang.Text {
	contract, ok := t.Plan.Contracts[task.Instance]
	switch {
	case ok && contract.End != nil && (l.on == nil || l.OnDate.Known() && l.OnDate.Date <= *contract.End):
		ends := t.text("timeline/term-ends", lang.Args{"day": lang.Day(*contract.End)})
		return lang.Joined(" ", t.latest(l, ends), contract.Terms(t.Book).Text())
	case l.on == nil || l.Edge == nil:
		return lang.Text{}
	case ok && contract.NoticeMonths != nil:
		return lang.Joined(" ", t.latest(l, t.text("timeline/stands-on", lang.Args{"name": t.Label(l.on).Quoted(), "day": t.whenText(l.OnDate)})), contract.Terms(t.Book).Text())
	}
	return lang.Joined(" ", t.latest(l, t.after(l)), t.because(l.Edge))
}

// earliest says an early or a planned date and why it is that.
func (t teller) earliest(l *link, why lang.Text) lang.Text {
	switch {
	case l.Planned && l.node.Milestone != nil:
		return t.text("timeline/planned-date", lang.Args{"name": l.name, "day": l.day, "why": why})
	case l.Planned && l.Finish:
		return t.text("timeline/planned-finish", lang.Args{"name": l.name, "day": l.day, "why": why})
	case l.Planned:
		return t.text("timeline/planned-start", lang.Args{"name": l.name, "day": l.day, "why": why})
	case l.node.Milestone != nil:
		return t.text("timeline/earliest-date", lang.Args{"name": l.name, "day": l.day, "why": why})
	case l.Finish:
		return t.text("timeline/earliest-finish", lang.Args{"name": l.name, "day": l.day, "why": why})
	}
	return t.text("timeline/earliest-start", lang.Args{"name": l.name, "day": l.day, "why": why})
}

// latest says a late date and why it is that.
func (t teller) latest(l *link, why lang.Text) lang.Text {
	switch {
	case l.node.Milestone != nil:
		return t.text("timeline/latest-date", lang.Args{"name": l.name, "day": l.day, "why": why})
	case l.Finish:
		return t.text("timeline/latest-finish", lang.Args{"name": l.name, "day": l.day, "why": why})
	}
	return t.text("timeline/latest-start", lang.Args{"name": l.name, "day": l.day, "why": why})
}

// before says what the predecessor must have done.
func (t teller) before(l *link) lang.Text {
	name, day := t.Label(l.on).Quoted(), t.whenText(l.OnDate)
	var must lang.Text
	switch {
	case l.on.Milestone != nil && l.on.Milestone.Kind == drejebog.Deliverable:
		must = t.text("timeline/must-have-come", lang.Args{"name": name, "day": day})
	case l.on.Milestone != nil:
		must = t.text("timeline/must-be-reached", lang.Args{"name": name, "day": day})
	case l.Edge.Type == drejebog.FS || l.Edge.Type == drejebog.FF:
		must = t.text("timeline/must-be-finished", lang.Args{"name": name, "day": day})
	default:
		must = t.text("timeline/must-have-started", lang.Args{"name": name, "day": day})
	}
	return t.apart(must, l.Edge.Lag)
}

// after says how long the successor can wait.
func (t teller) after(l *link) lang.Text {
	name, day := t.Label(l.on).Quoted(), t.whenText(l.OnDate)
	stands := t.Milestone(l.On).Stands()
	var wait lang.Text
	switch {
	case stands && l.OnDate.Milestone == l.On:
		wait = t.text("timeline/has-no-date", lang.Args{"name": name})
	case stands:
		wait = t.text("timeline/stands-on", lang.Args{"name": name, "day": day})
	case l.on.Milestone != nil:
		wait = t.text("timeline/reached-by", lang.Args{"name": name, "day": day})
	case l.Edge.Type == drejebog.FF || l.Edge.Type == drejebog.SF:
		wait = t.text("timeline/finished-by", lang.Args{"name": name, "day": day})
	default:
		wait = t.text("timeline/started-by", lang.Args{"name": name, "day": day})
	}
	return t.apart(wait, l.Edge.Lag)
}

// apart adds to a clause how far apart two ends have to be.
func (t teller) apart(clause lang.Text, lag drejebog.Lag) lang.Text {
	if lag.Value <= 0 {
		return clause
	}
	return t.text("timeline/apart", lang.Args{"clause": clause, "distance": t.lag(lag)})
}

// lag is a distance with its unit.
func (t teller) lag(lag drejebog.Lag) lang.Text {
	switch lag.Unit {
	case drejebog.Months:
		return t.text("common/months", lang.Args{"n": lang.Whole(lag.Value)})
	case drejebog.CalendarDays:
		return t.days(lag.Value)
	}
	return t.workdays(lag.Value)
}

// because is why a dependency holds, and who says so.
func (t teller) because(d *drejebog.Dependency) lang.Text {
	if d.Section == "" { // the plan's own
		return lang.Joined(" ", d.Why, lang.Bracketed(t.text("common/the-kommunes-plan", nil)))
	}
	return lang.Joined(" ", d.Why, t.source(d.Section, d.Certainty))
}

// source says in brackets in which section something stands and how sure it is.
func (t teller) source(section string, certainty drejebog.Certainty) lang.Text {
	return lang.Bracketed(lang.Both(section), t.sureness(certainty))
}

// sureness is the word for how sure something is; what is not known to be surer
// is assumed.
func (t teller) sureness(c drejebog.Certainty) lang.Text {
	return t.Book.Words.Key("certainty", cmp.Or(c, drejebog.Assumed).String(), nil).Lower()
}

// taskWords says what holds a task's early date where no link does.
func (t teller) taskWords(l *link) lang.Text {
	switch l.By {
	case driver.Window:
		return t.windowWords(l)
	case driver.Target:
		return t.targetWords(l)
	case driver.Publication:
		published := t.text("timeline/published", lang.Args{"edition": lang.Both(l.node.Step.Since)})
		return lang.Joined(" ", published, t.source(l.Section, drejebog.Stated))
	case driver.Plan:
		return t.text("timeline/plan-says", nil)
	case driver.Progress:
		return t.text("timeline/plan-reports", nil)
	case driver.DataDate:
		if l.Finish {
			return t.text("timeline/rest-from", nil)
		}
		return t.text("timeline/not-begun", nil)
	}
	return t.text("timeline/nothing-holds", nil)
}

// windowWords says which printed window opens, and what it has moved with.
func (t teller) windowWords(l *link) lang.Text {
	var printed *drejebog.Period
	if window := l.node.Activity.WindowOf(l.node.Step); window != nil {
		printed = window.Start
	}
	if l.node.Step.Expected != nil {
		printed = l.node.Step.Expected.Start
	}
	opens := t.text("timeline/window-opens", nil)
	if printed != nil {
		opens = t.text("timeline/window-begins", lang.Args{"period": printed.Written()})
	}
	switch {
	case l.on == nil:
	case l.Moved != 0:
		opens = t.text("timeline/window-moved", lang.Args{
			"window": opens, "milestone": t.Label(l.on).Lower(), "days": t.days(max(l.Moved, -l.Moved)),
		})
	default:
		opens = t.text("timeline/window-follows", lang.Args{"window": opens, "milestone": t.Label(l.on).Lower()})
	}
	return lang.Joined(" ", opens, t.source(l.Section, l.DriverCertainty))
}

// targetWords says how the planned day is counted from a milestone.
func (t teller) targetWords(l *link) lang.Text {
	row := l.node.Target()
	if row == nil || l.on == nil {
		return t.text("timeline/nothing-holds", nil)
	}
	says, vaguely := "timeline/target-before", "timeline/target-length-before"
	if row.Side == drejebog.After {
		says, vaguely = "timeline/target-after", "timeline/target-length-after"
	}
	args := lang.Args{"milestone": t.Label(l.on).Lower(), "distance": t.lag(drejebog.Lag{Value: row.Months, Unit: drejebog.Months})}
	switch days, vague := t.Book.LengthDays(row.Length); {
	case row.Margin > 0:
		says, args = "timeline/target-notice", lang.Args{"days": t.workdays(row.Margin)}
	case vague && row.Months == 0:
		says = vaguely
		args["length"], args["distance"] = lang.Both(row.Length), t.days(days)
	case row.Months == 0:
		says = "timeline/target-at"
		delete(args, "distance")
	}
	return lang.Joined(" ", t.text(says, args), t.source(l.Section, l.DriverCertainty))
}

// milestoneReason says what dates a milestone; of the one that was asked about,
// the date is known.
func (t teller) milestoneReason(l *link, asked bool) lang.Text {
	if l.By == driver.Progress && !l.Late {
		return t.text("timeline/reported", nil)
	}
	says, more := t.milestoneWords(l)
	if asked {
		return lang.Joined(" ", says.Capital().Ended(), more)
	}
	return lang.Joined(" ", lang.Joined(": ", lang.Joined(" ", l.name, l.day), says).Ended(), more)
}

// milestoneWords says what dates a milestone, and what else there is to say.
func (t teller) milestoneWords(l *link) (says, more lang.Text) {
	m := l.node.Milestone
	switch {
	case l.By == driver.Plan:
		return t.planWords(l.node), more
	case l.By == driver.Target && m.Target != nil:
		return t.targetWords(l), m.Target.Why
	case l.By == driver.Delivery && m.Delivered != nil:
		return t.text("timeline/came-then", lang.Args{"source": t.said(m.Delivered)}), m.Delivered.Why
	case l.By == driver.Promise && m.Promised != nil:
		return t.said(m.Promised), m.Promised.Why
	case l.By == driver.Offset && m.Offset != nil:
		base := lang.Both(m.Offset.Milestone)
		if l.on != nil {
			base = t.Label(l.on).Quoted()
		}
		return lang.Joined(" ", t.offsetWords(m.Offset, base), t.source(m.Section, m.Offset.Certainty)), m.Offset.Why
	}
	return t.text("timeline/no-time", nil), more
}

// planWords says that the plan dates a milestone, and from what period.
func (t teller) planWords(node *drejebog.Node) lang.Text {
	period := t.PeriodOf(node)
	switch {
	case period == nil:
		return t.text("timeline/plan-says", nil)
	case t.Latest == nil:
		return t.text("timeline/plan-says-last-of", lang.Args{"period": period.Written()})
	}
	return t.text("timeline/plan-says-first-of", lang.Args{"period": period.Written()})
}

// said is who says a milestone's date: "det er oplyst (4.4)".
func (t teller) said(d *drejebog.Dated) lang.Text {
	says := t.text("timeline/said", lang.Args{"certainty": t.sureness(d.Certainty)})
	if d.Section == "" {
		return says
	}
	return lang.Joined(" ", says, lang.Bracketed(lang.Both(d.Section)))
}

// offsetWords says how far from its base a milestone is counted.
func (t teller) offsetWords(o *drejebog.Offset, base lang.Text) lang.Text {
	lag := drejebog.Lag{Value: o.Months, Unit: drejebog.Months}
	if o.Months == 0 {
		lag = drejebog.Lag{Value: o.Days, Unit: drejebog.CalendarDays}
	}
	switch {
	case lag.Value == 0:
		return t.text("timeline/counted-same", lang.Args{"base": base})
	case lag.Value < 0:
		lag.Value = -lag.Value
		return t.text("timeline/counted-before", lang.Args{"base": base, "distance": t.lag(lag)})
	}
	return t.text("timeline/counted-after", lang.Args{"base": base, "distance": t.lag(lag)})
}

// deadlineWords says which frist a task has.
func (t teller) deadlineWords(task *timeline.Task) lang.Text {
	day := *task.DeadlineSet
	if task.Activity.ID == plan.OwnActivity {
		return t.text("timeline/own-deadline", lang.Args{"day": lang.Day(day)})
	}
	return lang.Joined(" ", t.fristWords(day, *task.Deadline), t.source(task.Activity.ID, drejebog.Stated))
}

func (t teller) fristWords(day, met date.Date) lang.Text {
	if met != day {
		return t.text("timeline/deadline-off", lang.Args{"day": lang.Day(day), "met": lang.Day(met)})
	}
	return t.text("timeline/deadline", lang.Args{"day": lang.Day(day)})
}

// effortReason says what a level of effort spans.
func (t teller) effortReason(task *timeline.Task, name lang.Text) lang.Text {
	if task.Start.Kind == timeline.Open {
		return t.text("timeline/effort-open", lang.Args{"name": name})
	}
	return t.text("timeline/effort-span", lang.Args{"name": name, "start": t.whenText(task.Start), "finish": t.whenText(task.Finish)})
}
